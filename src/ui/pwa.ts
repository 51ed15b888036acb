/**
 * Registers the service worker and decides when a new version may take over: it waits, the app asks, and nobody loses
 * a form to it. A tab reloads only with no form open, whichever tab agreed to the update.
 */
import { Workbox } from 'workbox-window';
import { createStore } from 'zustand/vanilla';
import { readReloadedForBuild, writeReloadedForBuild } from '../store/flags.ts';

export interface UpdateState {
  /** A new version is on the device and waits for {@link UpdateState.apply}. */
  readonly waiting: boolean;
  /** Forms with something in them. Above zero, the update is not offered. */
  readonly openForms: number;
  /** Takes the new version into use and reloads; does nothing while a form is open. */
  apply(): void;
}

declare const __BUURTKAS_BUILD__: string;
const updateCheckMs = 60 * 60 * 1000;
const sayAgainMs = 2_000;
const wakeMs = 20_000; // a worker that starts on a busy device

/** Set when this page is of an older version than what the service worker now serves. */
let reloadDue = false;

export const updateStore = createStore<UpdateState>()((_set, get) => ({
  waiting: false,
  openForms: 0,
  apply: () => {
    if (mayUpdate(get())) void updateNow();
  },
}));

/** Whether the sentence "Er is een nieuwe versie" may be shown now. */
export const mayUpdate = ({ waiting, openForms }: UpdateState): boolean => waiting && openForms === 0;

/** Takes the newer version into use: what waits here or is on its way, else what the server has now. When there is none to be
 *  had, loading the page again is all that can be done. */
export async function updateNow(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const newer = () =>
    [registration?.waiting, registration?.installing].find((worker) => worker != null && worker.state !== 'redundant');
  // Asked of the network only when there is nothing here: a server that is slow to answer must not hold an update up.
  if (newer() == null) await registration?.update().catch(() => undefined);
  let next = newer();
  while (next != null && !(await takesOver(next))) next = newer();
  reloadDue = true; // followControl says so too, but not on a page that began without a service worker
  reloadWhenFree();
}

/** False when it does not: it did not come whole, or one that is newer still took its place. It is told so until it has
 *  happened: on a busy device the browser ends workers, also before they heard what was said to them. */
async function takesOver(next: ServiceWorker): Promise<boolean> {
  while (next.state !== 'activating' && next.state !== 'activated') {
    if (next.state === 'redundant') return false;
    if (next.state === 'installed') {
      await wakeWorkerInUse();
      next.postMessage({ type: 'SKIP_WAITING' });
    }
    await changed(next, sayAgainMs);
  }
  return true;
}

/** By a file that it answers with. While the worker in use is just starting, Chromium hears the wish of the next one and then
 *  forgets to ask the other to make way: only when nothing was asked of it for half a minute, or after five minutes, does the
 *  new one take over (seen in 156). One that runs makes way at once, and so does one that does not. */
async function wakeWorkerInUse(): Promise<void> {
  await fetch('/index.html', { signal: AbortSignal.timeout(wakeMs) }).catch(() => undefined);
}

function changed(worker: ServiceWorker, waitMs: number): Promise<unknown> {
  const change = new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
  return Promise.race([change, new Promise((resolve) => setTimeout(resolve, waitMs))]);
}

/** A form calls this when it opens and the returned function, once or more often, when it is saved or left. */
export function holdUpdate(): () => void {
  let held = true;
  updateStore.setState(({ openForms }) => ({ openForms: openForms + 1 }));
  return () => {
    if (!held) return;
    held = false;
    updateStore.setState(({ openForms }) => ({ openForms: openForms - 1 }));
    reloadWhenFree();
  };
}

/** Called once at start-up. `onWake`: the browser noticed a connection; a good moment to send what waits. */
export async function registerServiceWorker({ onWake }: { onWake?: () => void } = {}): Promise<void> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  followControl(); // before anything is awaited: another tab may agree to a new version at this moment
  const partsFollowed = reloadOnceWhenAPartIsGone();
  const workbox = new Workbox('/sw.js', { scope: '/' });
  workbox.addEventListener('waiting', () => updateStore.setState({ waiting: true }));
  navigator.serviceWorker.addEventListener('message', (event) => {
    if ((event.data as { type?: unknown } | null)?.type === 'WAKE_UP') onWake?.();
  });
  // Fails without https, in private windows and when storage is full: the app then works, but only with a connection.
  const registration = await workbox.register({ immediate: true }).catch(() => undefined);
  if (registration === undefined) return;
  if (registration.waiting) updateStore.setState({ waiting: true });
  const check = () => void registration.update().catch(() => undefined);
  setInterval(check, updateCheckMs);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') check();
    else askForWakeUp(registration);
  });
  await partsFollowed;
}

/** At the very first visit the service worker takes control of the same version as this page: no reason to reload. */
function followControl(): void {
  let controlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    updateStore.setState({ waiting: false });
    if (controlled) reloadDue = true;
    controlled = true;
    reloadWhenFree();
  });
}

function reloadWhenFree(): void {
  if (reloadDue && updateStore.getState().openForms === 0) location.reload();
}

/**
 * A lazy part of an older version is gone from server and cache: the page needs the new version. Once a build, and not
 * without a connection, where reloading cannot help. Not over a form either: then the screen says that it failed.
 */
async function reloadOnceWhenAPartIsGone(): Promise<void> {
  let reloadedFor: string | undefined = __BUURTKAS_BUILD__; // until it is read: storage that does not answer holds up nothing else
  window.addEventListener('vite:preloadError', (event) => {
    if (reloadedFor === __BUURTKAS_BUILD__ || !navigator.onLine) return;
    reloadedFor = __BUURTKAS_BUILD__;
    reloadDue = true;
    if (updateStore.getState().openForms === 0) event.preventDefault();
    void writeReloadedForBuild(__BUURTKAS_BUILD__).then(reloadWhenFree, () => undefined);
  });
  reloadedFor = await readReloadedForBuild().catch(() => __BUURTKAS_BUILD__);
}

/** Background sync, where it exists. */
function askForWakeUp(registration: ServiceWorkerRegistration): void {
  const { sync } = registration as { sync?: { register(tag: string): Promise<void> } };
  void sync?.register('wake-up').catch(() => undefined);
}

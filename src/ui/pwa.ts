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

let workbox: Workbox | undefined;
/** Set when this page is of an older version than what the service worker now serves. */
let reloadDue = false;

export const updateStore = createStore<UpdateState>()((_set, get) => ({
  waiting: false,
  openForms: 0,
  apply: () => {
    if (get().waiting && get().openForms === 0) workbox?.messageSkipWaiting();
  },
}));

/** Whether the sentence "Er is een nieuwe versie" may be shown now. */
export const mayUpdate = ({ waiting, openForms }: UpdateState): boolean => waiting && openForms === 0;

/** For a page that is too old for the server (W4): takes the newer version into use, at once when it waits here, else
 *  fetched now. When there is none to be had, loading the page again is all that can be done. */
export async function updateNow(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  // Asked of the network only when there is nothing here: a server that is slow to answer must not hold an update up.
  if (registration?.waiting == null) await registration?.update().catch(() => undefined);
  const next = registration?.waiting ?? registration?.installing;
  if (next == null) return location.reload();
  const takeOver = () => {
    if (next.state === 'installed') next.postMessage({ type: 'SKIP_WAITING' }); // followControl loads the page again
  };
  next.addEventListener('statechange', takeOver);
  takeOver();
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
  await reloadOnceWhenAPartIsGone();
  workbox = new Workbox('/sw.js', { scope: '/' });
  workbox.addEventListener('waiting', () => updateStore.setState({ waiting: true }));
  followControl();
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
  let reloadedFor = await readReloadedForBuild().catch(() => __BUURTKAS_BUILD__);
  window.addEventListener('vite:preloadError', (event) => {
    if (reloadedFor === __BUURTKAS_BUILD__ || !navigator.onLine) return;
    reloadedFor = __BUURTKAS_BUILD__;
    reloadDue = true;
    if (updateStore.getState().openForms === 0) event.preventDefault();
    void writeReloadedForBuild(__BUURTKAS_BUILD__).then(reloadWhenFree, () => undefined);
  });
}

/** Background sync, where it exists. */
function askForWakeUp(registration: ServiceWorkerRegistration): void {
  const { sync } = registration as { sync?: { register(tag: string): Promise<void> } };
  void sync?.register('wake-up').catch(() => undefined);
}

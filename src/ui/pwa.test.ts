import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readReloadedForBuild, writeReloadedForBuild } from '../store/flags.ts';

const messageSkipWaiting = vi.hoisted(() => vi.fn());
const registration = {
  waiting: null as object | null,
  installing: null as object | null,
  update: vi.fn(async (): Promise<void> => undefined),
};
const listeners = vi.hoisted(() => new Map<string, () => void>());
vi.mock('workbox-window', () => ({
  Workbox: class {
    readonly messageSkipWaiting = messageSkipWaiting;
    readonly register = async () => registration;
    addEventListener(name: string, listener: () => void): void {
      listeners.set(name, listener);
    }
  },
}));

/** As little of the browser's container as the module touches; `controller` null is the very first visit. */
class Container extends EventTarget {
  controller: object | null = {};
  readonly getRegistration = async () => registration;
}

/** A version of the app as the browser gives it: on its way, or waiting until it may take over. */
class Version extends EventTarget {
  state: 'installing' | 'installed';
  readonly postMessage = vi.fn();
  constructor(state: 'installing' | 'installed') {
    super();
    this.state = state;
  }
}
let container: Container;
let reload: ReturnType<typeof vi.fn>;

beforeEach(async () => {
  vi.resetModules();
  vi.clearAllMocks();
  vi.stubEnv('DEV', false);
  container = new Container();
  reload = vi.fn();
  registration.waiting = null;
  registration.installing = null;
  vi.stubGlobal('navigator', { serviceWorker: container, onLine: true });
  vi.stubGlobal('location', { reload });
  await writeReloadedForBuild('of another build');
});

// Each test loads the module anew; what the former one listens to on the page must not answer too.
const onWindow = vi.spyOn(window, 'addEventListener');
afterEach(() => {
  for (const [name, listener] of onWindow.mock.calls) window.removeEventListener(name, listener);
});

async function started(options?: { onWake?: () => void }) {
  const pwa = await import('./pwa.ts');
  await pwa.registerServiceWorker(options);
  return { ...pwa, state: () => pwa.updateStore.getState() };
}

test('a new version waits and is offered; agreeing takes it into use and reloads', async () => {
  const { state, mayUpdate } = await started();
  expect(mayUpdate(state())).toBe(false);
  listeners.get('waiting')?.();
  expect(mayUpdate(state())).toBe(true);
  expect(messageSkipWaiting).not.toHaveBeenCalled();
  state().apply();
  expect(messageSkipWaiting).toHaveBeenCalledOnce();
  container.dispatchEvent(new Event('controllerchange'));
  expect(reload).toHaveBeenCalledOnce();
});

test('a version that waited before the app opened is offered too', async () => {
  registration.waiting = {};
  const { state, mayUpdate } = await started();
  expect(mayUpdate(state())).toBe(true);
});

test('with a form open the update is not offered and not taken', async () => {
  const { state, mayUpdate, holdUpdate } = await started();
  const release = holdUpdate();
  const releaseSecond = holdUpdate();
  listeners.get('waiting')?.();
  state().apply();
  expect(mayUpdate(state())).toBe(false);
  expect(messageSkipWaiting).not.toHaveBeenCalled();
  release();
  release(); // twice does not count for the other form
  expect(state().openForms).toBe(1);
  releaseSecond();
  expect(mayUpdate(state())).toBe(true);
});

test('when another tab agrees, a tab with a form reloads after the form is done', async () => {
  const { holdUpdate } = await started();
  const release = holdUpdate();
  container.dispatchEvent(new Event('controllerchange'));
  expect(reload).not.toHaveBeenCalled();
  release();
  expect(reload).toHaveBeenCalledOnce();
});

test('the very first visit does not reload when the service worker takes control; a later update does', async () => {
  container.controller = null;
  await started();
  container.dispatchEvent(new Event('controllerchange'));
  expect(reload).not.toHaveBeenCalled();
  container.dispatchEvent(new Event('controllerchange'));
  expect(reload).toHaveBeenCalledOnce();
});

function aPartIsGone(): Event {
  const event = new Event('vite:preloadError', { cancelable: true });
  window.dispatchEvent(event);
  return event;
}

test('a part that is gone reloads the page, once a build', async () => {
  await started();
  expect(aPartIsGone().defaultPrevented).toBe(true);
  await expect.poll(() => reload.mock.calls.length).toBe(1);
  expect(aPartIsGone().defaultPrevented).toBe(false);

  vi.resetModules(); // the page after its reload
  await started();
  expect(aPartIsGone().defaultPrevented).toBe(false);
  expect(reload).toHaveBeenCalledOnce();
});

test('a part that is gone does not take an open form with it', async () => {
  const { holdUpdate } = await started();
  const release = holdUpdate();
  expect(aPartIsGone().defaultPrevented).toBe(false);
  await expect.poll(readReloadedForBuild).not.toBe('of another build');
  expect(reload).not.toHaveBeenCalled();
  release();
  expect(reload).toHaveBeenCalledOnce();
});

test('without a connection a part that does not load is no reason to reload', async () => {
  vi.stubGlobal('navigator', { serviceWorker: container, onLine: false });
  await started();
  expect(aPartIsGone().defaultPrevented).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});

test('a nudge of the service worker reaches the engine', async () => {
  const onWake = vi.fn();
  await started({ onWake });
  container.dispatchEvent(new MessageEvent('message', { data: { type: 'WAKE_UP' } }));
  container.dispatchEvent(new MessageEvent('message', { data: null }));
  expect(onWake).toHaveBeenCalledOnce();
});

test('looks for a new version when the app comes to the front', async () => {
  await started();
  document.dispatchEvent(new Event('visibilitychange'));
  expect(registration.update).toHaveBeenCalled();
});

test('an update that is asked for takes the version that waits here, and asks the network nothing', async () => {
  const waiting = new Version('installed');
  registration.waiting = waiting;
  const { updateNow } = await started();
  await updateNow();
  expect(waiting.postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'SKIP_WAITING' });
  expect(registration.update).not.toHaveBeenCalled();
  expect(reload).not.toHaveBeenCalled(); // the page loads again when the new one has taken over
});

test('without one here it is fetched, and takes over as soon as it is whole', async () => {
  const coming = new Version('installing');
  registration.update.mockImplementationOnce(async () => {
    registration.installing = coming;
  });
  const { updateNow } = await started();
  await updateNow();
  expect(coming.postMessage).not.toHaveBeenCalled();
  coming.state = 'installed';
  coming.dispatchEvent(new Event('statechange'));
  expect(coming.postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'SKIP_WAITING' });
});

test('where none is to be had, not even from the network, the page loads again', async () => {
  registration.update.mockRejectedValueOnce(new Error('no connection'));
  const { updateNow } = await started();
  await updateNow();
  expect(reload).toHaveBeenCalledOnce();
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readReloadedForBuild, writeReloadedForBuild } from '../store/flags.ts';

const registration = {
  waiting: null as object | null,
  installing: null as object | null,
  update: vi.fn(async (): Promise<void> => undefined),
};
const listeners = vi.hoisted(() => new Map<string, () => void>());
vi.mock('workbox-window', () => ({
  Workbox: class {
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
  state: ServiceWorkerState;
  readonly postMessage = vi.fn();
  constructor(state: ServiceWorkerState) {
    super();
    this.state = state;
  }
  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}
const takeOver = { type: 'SKIP_WAITING' };
let container: Container;
let reload: ReturnType<typeof vi.fn>;
const fetched = vi.fn(async (): Promise<Response> => new Response());

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
  vi.stubGlobal('fetch', fetched);
  await writeReloadedForBuild('of another build');
});

// Each test loads the module anew; what the former one listens to on the page must not answer too.
const onWindow = vi.spyOn(window, 'addEventListener');
afterEach(() => {
  vi.useRealTimers();
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
  const waiting = new Version('installed');
  registration.waiting = waiting;
  listeners.get('waiting')?.();
  expect(mayUpdate(state())).toBe(true);
  expect(waiting.postMessage).not.toHaveBeenCalled();
  state().apply();
  await expect.poll(() => waiting.postMessage.mock.calls).toEqual([[takeOver]]);
  expect(reload).not.toHaveBeenCalled();
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
  const waiting = new Version('installed');
  registration.waiting = waiting;
  listeners.get('waiting')?.();
  state().apply();
  expect(mayUpdate(state())).toBe(false);
  await new Promise((resolve) => setTimeout(resolve));
  expect(waiting.postMessage).not.toHaveBeenCalled();
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

describe('an update that is asked for', () => {
  async function pressed() {
    const { updateNow, ...pwa } = await started();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    void updateNow();
    await vi.advanceTimersByTimeAsync(0);
    return pwa;
  }

  test('takes the version that waits here, and asks the network nothing', async () => {
    const waiting = new Version('installed');
    registration.waiting = waiting;
    await pressed();
    expect(waiting.postMessage.mock.calls).toEqual([[takeOver]]);
    expect(registration.update).not.toHaveBeenCalled();
    expect(reload).not.toHaveBeenCalled(); // not before the new one has taken over
  });

  test('is said when the worker in use runs: while that one starts, Chromium would not let it make way', async () => {
    let wake: (answer: Response) => void = () => undefined;
    const started = new Promise<Response>((resolve) => {
      wake = resolve;
    });
    fetched.mockImplementationOnce(() => started);
    const waiting = new Version('installed');
    registration.waiting = waiting;
    await pressed();
    expect(fetched).toHaveBeenCalledExactlyOnceWith('/index.html', expect.anything());
    expect(waiting.postMessage).not.toHaveBeenCalled();
    wake(new Response());
    await vi.advanceTimersByTimeAsync(0);
    expect(waiting.postMessage.mock.calls).toEqual([[takeOver]]);
  });

  test('is said again until it has happened: a busy device ends workers before they hear it', async () => {
    const waiting = new Version('installed');
    registration.waiting = waiting;
    await pressed();
    await vi.advanceTimersByTimeAsync(10_000);
    const said = waiting.postMessage.mock.calls.length;
    expect(said).toBeGreaterThan(3);
    waiting.become('activating');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(waiting.postMessage.mock.calls).toHaveLength(said);
  });

  test('loads the page again when the new one took over, also a page that began without a service worker', async () => {
    container.controller = null; // loaded by Shift and the reload button
    const waiting = new Version('installed');
    registration.waiting = waiting;
    await pressed();
    container.dispatchEvent(new Event('controllerchange'));
    expect(reload).not.toHaveBeenCalled();
    waiting.become('activated');
    await vi.advanceTimersByTimeAsync(0);
    expect(reload).toHaveBeenCalledOnce();
  });

  test('waits for a form that was opened meanwhile', async () => {
    const coming = new Version('installing');
    registration.installing = coming;
    const { holdUpdate } = await pressed();
    const release = holdUpdate();
    coming.become('activated');
    await vi.advanceTimersByTimeAsync(0);
    expect(reload).not.toHaveBeenCalled();
    release();
    expect(reload).toHaveBeenCalledOnce();
  });

  test('is fetched where none is here, and takes over as soon as it is whole', async () => {
    const coming = new Version('installing');
    registration.update.mockImplementationOnce(async () => {
      registration.installing = coming;
    });
    await pressed();
    expect(coming.postMessage).not.toHaveBeenCalled();
    coming.become('installed');
    await vi.advanceTimersByTimeAsync(0);
    expect(coming.postMessage.mock.calls).toEqual([[takeOver]]);
  });

  test('goes on with what came in its place, when one does not come whole', async () => {
    const broken = new Version('installing');
    registration.installing = broken;
    await pressed();
    const next = new Version('installed');
    registration.installing = null;
    registration.waiting = next;
    broken.become('redundant');
    await vi.advanceTimersByTimeAsync(0);
    expect(next.postMessage.mock.calls).toEqual([[takeOver]]);
  });

  test('where none is to be had, or what came is broken, the page loads again and the button can be pressed again', async () => {
    const broken = new Version('installing');
    registration.installing = broken; // where browsers leave it for a moment
    await pressed();
    broken.become('redundant');
    await vi.advanceTimersByTimeAsync(0);
    expect(reload).toHaveBeenCalledOnce();
    registration.update.mockRejectedValueOnce(new Error('no connection'));
    await pressed();
    expect(reload).toHaveBeenCalledTimes(2);
  });
});

test('storage that does not answer keeps no page from following a new version', async () => {
  vi.doMock('../store/flags.ts', () => ({ readReloadedForBuild: () => new Promise(() => undefined) }));
  const { registerServiceWorker } = await import('./pwa.ts');
  void registerServiceWorker();
  container.dispatchEvent(new Event('controllerchange'));
  expect(reload).toHaveBeenCalledOnce();
  vi.doUnmock('../store/flags.ts');
});

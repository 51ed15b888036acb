import { afterEach, expect, test, vi } from 'vitest';
import { openSession, sessionStore } from './app.ts';

vi.mock(import('idb-keyval'), async (original) => ({ ...(await original()), get: () => new Promise(() => {}) }));
afterEach(() => vi.useRealTimers());

test('a database that never answers is told after some seconds, instead of an empty screen', async () => {
  vi.useFakeTimers();
  const opened = openSession();
  await vi.advanceTimersByTimeAsync(4_000);
  expect(sessionStore.getState().state).toBe('starting');
  await vi.advanceTimersByTimeAsync(2_000);
  await opened;
  expect(sessionStore.getState()).toMatchObject({ state: 'stuck', problem: 'storage_stuck' });
});

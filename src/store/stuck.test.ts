import { afterEach, expect, test, vi } from 'vitest';
import { openSession, sessionStore } from './app.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a database that never answers is told after some seconds, instead of an empty screen', async () => {
  vi.stubGlobal('indexedDB', { open: () => ({}) });
  vi.useFakeTimers();
  const opened = openSession();
  await vi.advanceTimersByTimeAsync(4_000);
  expect(sessionStore.getState().state).toBe('starting');
  await vi.advanceTimersByTimeAsync(2_000);
  await opened;
  expect(sessionStore.getState()).toMatchObject({ state: 'stuck', problem: 'storage_stuck' });
});

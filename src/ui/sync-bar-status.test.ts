import { expect, test, vi } from 'vitest';
import { barStatus } from './sync-bar-status.ts';
import { type FollowedStatus, followStatus, syncStore } from './sync-status.ts';

const calm: FollowedStatus = {
  online: 'yes',
  unsentByCommittee: {},
  unsent: { commands: 0, photos: 0 },
  oldestUnsentAt: null,
  attention: 0,
  lastSyncAt: Date.parse('2026-11-24T19:14:00Z'),
  problem: null,
  offlineSince: null,
  network: true,
};

test('all on the server is said only when nothing waits here', () => {
  expect(barStatus(calm).kind).toBe('ok');
  expect(barStatus({ ...calm, unsent: { commands: 2, photos: 1 } })).toMatchObject({ kind: 'local', pendingCount: 2 });
});

test('a photo that is still here is no "all on the server"', () => {
  expect(barStatus({ ...calm, unsent: { commands: 0, photos: 3 } })).toMatchObject({ kind: 'local', pendingCount: 3 });
});

test('what asks for attention goes before everything, a broken engine included', () => {
  expect(barStatus({ ...calm, attention: 2 })).toMatchObject({ kind: 'ask', attentionCount: 2 });
  expect(barStatus({ ...calm, problem: 'storage_full' })).toMatchObject({ kind: 'ask', attentionCount: 1 });
});

test('a server that does not answer is called "no internet" only when the device has no network', () => {
  const away = { ...calm, online: 'no', offlineSince: 5_000 } as const;
  expect(barStatus(away)).toMatchObject({ kind: 'local', missing: 'server' });
  expect(barStatus({ ...away, network: false })).toMatchObject({ kind: 'local', missing: 'internet' });
  expect(barStatus(calm).missing).toBeUndefined();
});

test('what the browser says about its network is followed, and left alone after the end', () => {
  const network = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
  const stop = followStatus({ status: () => calm, subscribe: () => () => {} }, () => 0);
  network.mockReturnValue(false);
  window.dispatchEvent(new Event('offline'));
  expect(syncStore.getState().network).toBe(false);
  stop();
  network.mockReturnValue(true);
  window.dispatchEvent(new Event('online'));
  expect(syncStore.getState().network).toBe(false);
  network.mockRestore();
});

test('the time without a connection is that of the first missing answer, and ends with the next one', () => {
  let status: FollowedStatus = { ...calm, online: 'no' };
  let tell = () => {};
  let clock = 1_000;
  const stop = followStatus(
    {
      status: () => status,
      subscribe: (listener) => {
        tell = listener;
        return () => {};
      },
    },
    () => clock,
  );
  clock = 9_000;
  tell();
  expect(syncStore.getState().offlineSince).toBe(1_000);
  status = calm;
  tell();
  expect(syncStore.getState().offlineSince).toBeNull();
  stop();
});

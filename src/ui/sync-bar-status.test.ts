import { expect, test } from 'vitest';
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

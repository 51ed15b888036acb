import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startApp, type TestApp, type Visitor } from '../testApp.ts';

let world: TestApp;
let anna: Visitor;
beforeEach(async () => {
  world = await startApp();
  anna = await world.founder();
});
afterEach(() => world.close());

const tell = (payload: object) => anna.ask('POST', '/api/alarms', { payload });
const counts = (days = 30) => world.services.alarms.counts(days);

test('[R6] what a phone noticed reaches the operator, with the device that said it', async () => {
  const alarm = { code: 'lost_commands', details: { committeeId: anna.committeeId, from: 3, to: 4 } };
  expect((await tell(alarm)).statusCode).toBe(200);
  expect((await tell(alarm)).statusCode).toBe(200);
  expect(counts()).toEqual({ lost_commands: 2 });
});

test('a stranger, a long text and content of people leave nothing behind', async () => {
  const stranger = world.visitor();
  const alarm = { code: 'lost_commands', details: {} };
  expect((await stranger.ask('POST', '/api/alarms', { payload: alarm })).statusCode).toBe(401);
  for (const wrong of [
    { code: 'Een zin', details: {} },
    { code: 'x', details: { text: 'x'.repeat(201) } },
    { code: 'x', details: { row: { name: 'Jan' } } },
    { code: 'x' },
  ]) {
    expect((await tell(wrong)).statusCode).toBe(400);
  }
  expect(counts()).toEqual({});
});

test('old alarms are not counted, a line that a crash cut off harms nothing, and the file does not grow for ever', async () => {
  const { alarm, alarms } = world.services;
  const file = join(world.dataDir, 'alarms.jsonl');
  alarm('forked', { deviceSeq: 1 });
  world.clock.now += 31 * 24 * 3_600_000;
  alarm('digest_mismatch', { cursor: 5 });
  appendFileSync(file, '{"at":"20');
  expect(alarms.counts(30)).toEqual({ digest_mismatch: 1 });
  expect(alarms.counts(60)).toEqual({ forked: 1, digest_mismatch: 1 });
  appendFileSync(file, 'x'.repeat(1_000_001));
  alarm('forked', { deviceSeq: 2 });
  expect(alarms.counts(60)).toEqual({ forked: 2, digest_mismatch: 1 });
  writeFileSync(join(world.dataDir, 'alarms.older.jsonl'), '');
  expect(alarms.counts(60)).toEqual({ forked: 1 });
});

test('[P2] a cloned phone is noticed by the server too', async () => {
  const sent = (commandId: string) => ({
    ...{ deviceSeq: 1, commandId, name: 'meeting.open', v: 1, touches: [], clientTime: 0 },
    args: { meetingId: '00000000-0000-7000-8000-000000000700' },
  });
  const push = {
    ...{ protocol: 1, app: '', deviceId: anna.deviceId, committeeId: anna.committeeId, sentAt: 0 },
    commands: [sent('00000000-0000-7000-8000-00000000aaaa')],
  };
  const answer = await anna.ask('POST', '/api/sync/push', { payload: push });
  expect(answer.json()).toMatchObject({ stop: 'forked' });
  expect(counts()).toEqual({ forked: 1 });
});

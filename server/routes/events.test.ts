import { afterEach, expect, test } from 'vitest';
import { startApp, type TestApp, type Visitor } from '../testApp.ts';
import { listenOn } from '../testEvents.ts';

let world: TestApp;
afterEach(() => world.close());

const listen = (visitor: Visitor) => listenOn(world.app, visitor);

test('an open app hears at once where its committees are, and then every step', async () => {
  world = await startApp();
  const anna = await world.founder();
  const events = await listen(anna);
  expect(events.response.headers.get('content-type')).toBe('text/event-stream');
  expect(events.response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(await events.next()).toEqual({ c: anna.committeeId, seq: 1 });
  const secretary = await world.member(anna, 'secretary');
  expect(await events.next()).toEqual({ c: anna.committeeId, seq: 2 });
  await secretary.does('meeting.open', { meetingId: anna.deviceId });
  expect(await events.next()).toEqual({ c: anna.committeeId, seq: 3 });
  await events.stop();
});

test('nobody hears of a committee of others; whoever is removed hears that, and then nothing more', async () => {
  world = await startApp();
  const [anna, other] = [await world.founder(), await world.founder()];
  const secretary = await world.member(anna, 'secretary');
  const [mine, others] = [await listen(secretary), await listen(other)];
  expect(await mine.next()).toEqual({ c: anna.committeeId, seq: 2 });
  expect(await others.next()).toEqual({ c: other.committeeId, seq: 1 });
  await anna.does('member.remove', { personId: secretary.personId });
  expect(await mine.next()).toEqual({ c: anna.committeeId, seq: 3 });
  await anna.does('grant.add', { year: 2026, amountCents: 100, note: '', bookedOn: '2026-02-01' });
  await other.does('grant.add', { year: 2026, amountCents: 100, note: '', bookedOn: '2026-02-01' });
  expect(await others.next()).toEqual({ c: other.committeeId, seq: 2 });
  await anna.ask('DELETE', `/api/devices/${secretary.deviceId}`);
  expect(await mine.next()).toBeUndefined(); // seq 4 was not sent, and the stream ended with the device
  await others.stop();
});

test('signing out ends the stream', async () => {
  world = await startApp();
  const anna = await world.founder();
  const events = await listen(anna);
  await events.next();
  await anna.ask('POST', '/api/sign-out', { payload: {} });
  expect(await events.next()).toBeUndefined();
});

test('a server that stops ends its streams and does not wait for them', async () => {
  world = await startApp();
  const anna = await world.founder();
  const events = await listen(anna);
  await events.next();
  const closing = world.app.close();
  expect(await events.next()).toBeUndefined();
  await closing;
  expect(world.hub.size).toBe(0);
});

import { afterEach, expect, test } from 'vitest';
import { freshPull, startApp, type TestApp, type Visitor } from '../testApp.ts';

let world: TestApp;
afterEach(() => world.close());
const start = async (): Promise<TestApp> => {
  world = await startApp();
  return world;
};
const devices = async (visitor: Visitor) =>
  (await visitor.ask('GET', '/api/devices')).json<{
    devices: { id: string; name: string; own: boolean; state: string }[];
  }>().devices;

test('everybody sees and names own devices; the chair sees those of the members', async () => {
  const { founder, member } = await start();
  const anna = await founder();
  const secretary = await member(anna, 'secretary');
  expect((await devices(secretary)).map(({ id, own }) => [id, own])).toEqual([[secretary.deviceId, true]]);
  expect((await devices(anna)).map(({ id }) => id).sort()).toEqual([anna.deviceId, secretary.deviceId].sort());
  const renamed = await secretary.ask('PATCH', `/api/devices/${secretary.deviceId}`, { payload: { name: ' Tablet ' } });
  expect(renamed.json()).toMatchObject({ name: 'Tablet' });
  expect((await devices(secretary))[0]?.name).toBe('Tablet');
  const others = await anna.ask('PATCH', `/api/devices/${secretary.deviceId}`, { payload: { name: 'x' } });
  expect(others.statusCode).toBe(404);
});

test('a revoked device hears that it is revoked, whatever it asks', async () => {
  const { founder, member } = await start();
  const anna = await founder();
  const secretary = await member(anna, 'secretary');
  expect((await secretary.ask('DELETE', `/api/devices/${anna.deviceId}`)).statusCode).toBe(404);
  expect((await anna.ask('DELETE', `/api/devices/${secretary.deviceId}`)).json()).toMatchObject({ state: 'revoked' });
  const asked = [
    await secretary.ask('POST', '/api/sync/pull', { payload: freshPull(secretary) }),
    await secretary.ask('GET', '/api/me'),
    await secretary.ask('GET', '/api/sync/events'),
  ];
  for (const answer of asked)
    expect([answer.statusCode, answer.json()]).toEqual([403, { error: 'revoked', code: 'revoked' }]);
  expect((await anna.ask('GET', '/api/me')).statusCode).toBe(200);
});

test('a device is signed off by its owner too, and does not come back under its old id', async () => {
  const { founder, visitor } = await start();
  const anna = await founder();
  const { code } = (await anna.ask('POST', '/api/device-codes', { payload: {} })).json<{ code: string }>();
  const tablet = visitor();
  await tablet.signIn({ code });
  await anna.ask('DELETE', `/api/devices/${tablet.deviceId}`);
  const again = (await anna.ask('POST', '/api/device-codes', { payload: {} })).json<{ code: string }>();
  const { deviceId } = tablet;
  expect((await visitor().signIn({ code: again.code }, { deviceId })).json()).toMatchObject({ code: 'device_taken' });
  expect((await visitor().signIn({ code: again.code })).statusCode).toBe(200);
});

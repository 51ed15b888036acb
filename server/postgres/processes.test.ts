/** Two server processes on one PostgreSQL; one of them is killed in the middle of pushes. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { founding } from '../engine/testWorld.ts';
import { verifyAll } from '../operator/verify.ts';
import { openServices } from '../services.ts';
import { makePlace, type TestPlace } from '../testDatabase.ts';
import { runProgram, startServer, stopServers } from '../testProcess.ts';
import { newId } from '../uuid.ts';

let place: TestPlace;
beforeEach(async () => {
  place = await makePlace('template1');
});
afterEach(async () => {
  stopServers();
  await place.remove();
});

const listens = /luistert op (http:\/\/localhost:\d+)[\s\S]*Gegevens: PostgreSQL 127/;
const pushes = 60;

test('[P1] two processes, one killed: everything is decided once and the chain is whole', async () => {
  const nodes = await Promise.all([startServer(place, listens), startServer(place, listens)]);
  const urls = nodes.map(({ match }) => match[1] ?? '');
  const { out } = await runProgram(place, ['admin', 'invite']);
  const phone = await signIn(urls[0] ?? '', /#([\w-]{43})/.exec(out)?.[1] ?? '');
  await phone.push(urls, 1, 'committee.found', founding);
  const deciding = (async () => {
    const grant = { year: 2026, amountCents: 100, note: '', bookedOn: '2026-02-01' };
    for (let n = 2; n <= pushes; n += 1) {
      if (n === pushes / 2) void nodes[0].stop('SIGKILL'); // while this one travels
      await phone.push(urls, n, 'grant.add', grant);
    }
  })();
  await deciding;
  expect(await nodes[1].stop()).toBe(0);
  const services = await openServices(place);
  try {
    expect(await verifyAll(services)).toEqual({ committees: 1, entries: pushes, photos: 0, problems: [] });
  } finally {
    await services.database.close();
  }
}, 120_000);

async function signIn(url: string, token: string) {
  const post = (to: string, path: string, body: object, cookie = '') =>
    fetch(to + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', cookie },
    });
  const answer = await post(url, '/api/sign-in', { token, deviceName: 'laptop' });
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const { deviceId, founding: committeeId } = (await answer.json()) as { deviceId: string; founding: string };
  return {
    /** To one node after the other, until it is decided. */
    push: async (urls: readonly string[], deviceSeq: number, name: string, args: object): Promise<void> => {
      const command = { deviceSeq, commandId: newId(), name, v: 1, args, touches: [], clientTime: 0 };
      const body = { protocol: 1, app: '', deviceId, committeeId, sentAt: 0, commands: [command] };
      for (let n = deviceSeq; ; n += 1) {
        const to = urls[n % urls.length] ?? '';
        const sent = await post(to, '/api/sync/push', body, cookie).catch(() => undefined); // the node is gone
        const { outcomes } = ((await sent?.json()) ?? {}) as { outcomes?: { outcome: string }[] };
        if (outcomes?.[0]?.outcome === 'applied') return;
      }
    },
  };
}

/** Plays the invented year through the real server engine, each command as a push of its person's own device, and the
 *  receipt images through the real photo store. No row is written by hand. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inviteUrl } from '../../server/routes/invites.ts';
import { openServices, type Services } from '../../server/services.ts';
import { newId } from '../../server/uuid.ts';
import { commands } from '../../src/domain/commands/index.ts';
import type { SentCommand } from '../../src/sync/protocol.ts';
import { demoId } from './ids.ts';
import { lastYearOf, recordPast } from './lastYear.ts';
import { foundNeighbours } from './neighbours.ts';
import { type PersonKey, people } from './wijk.ts';
import { type DemoStep, type DemoYear, demoYear } from './year.ts';

export interface Demo {
  readonly committeeId: string;
  readonly personIds: DemoYear['personIds'];
  readonly commands: number;
  readonly photos: number;
}

/** Fills an empty data folder. Throws when any command of the year is not applied: then the demo or the domain is wrong. */
export async function makeDemoData(dataDir: string): Promise<Demo> {
  const year = demoYear();
  const { committeeId, personIds } = year;
  let storyMs = year.steps[0]?.atMs ?? 0;
  mkdirSync(dataDir, { recursive: true });
  const services = await openServices({ dataDir, now: () => storyMs });
  try {
    await services.engine.createCommittee(committeeId, personIds.chair);
    await foundNeighbours(services, demoId);
    const devices = new DemoDevices(services, year);
    for (const step of year.steps) {
      storyMs = step.atMs;
      await devices.push(step);
    }
    await recordPast(services, committeeId, lastYearOf(demoId));
    for (const { sha256, bytes } of year.photos) {
      await services.blobs.append(committeeId, sha256, 0, bytes, bytes.length);
      await services.engine.recordStoredPhoto(committeeId, sha256, bytes.length);
    }
  } finally {
    await services.database.close();
  }
  writeFileSync(join(dataDir, 'bank-2026.csv'), year.bankCsv);
  return { committeeId, personIds, commands: year.steps.length, photos: year.photos.length };
}

/** A fresh link for each person, as an invitation makes it. */
export async function demoLinks(
  dataDir: string,
  demo: Demo,
  baseUrl: string,
): Promise<readonly { readonly key: PersonKey; readonly name: string; readonly url: string }[]> {
  const links = [];
  for (const { key, name } of people) links.push({ key, name, url: await demoLinkFor(dataDir, demo, baseUrl, key) });
  return links;
}

/** Also while a server runs on the folder. */
export async function demoLinkFor(dataDir: string, demo: Demo, baseUrl: string, key: PersonKey): Promise<string> {
  const { accounts, database } = await openServices({ dataDir });
  const { committeeId, personIds } = demo;
  const { token } = await accounts.invite({ kind: 'member', committeeId, personId: personIds[key] });
  await database.close();
  return inviteUrl(baseUrl, token);
}

class DemoDevices {
  readonly #services: Services;
  readonly #year: DemoYear;
  readonly #devices = new Map<PersonKey, { readonly id: string; seq: number }>();

  constructor(services: Services, year: DemoYear) {
    this.#services = services;
    this.#year = year;
  }

  async push({ by, atMs, name, args }: DemoStep): Promise<void> {
    const { committeeId, personIds } = this.#year;
    const device = this.#devices.get(by) ?? (await this.#signIn(by));
    device.seq += 1;
    const command: SentCommand = {
      ...{ deviceSeq: device.seq, commandId: newId(), name, v: commands[name].v, args, touches: [], clientTime: atMs },
    };
    const request = { protocol: 1, app: 'demo', deviceId: device.id, committeeId, sentAt: atMs, commands: [command] };
    const { outcomes, stop } = await this.#services.engine.push(
      { deviceId: device.id, personId: personIds[by] },
      request,
    );
    if (stop !== undefined || outcomes[0]?.outcome !== 'applied') {
      throw new Error(`demo: ${name} by ${by}: ${stop ?? JSON.stringify(outcomes[0])}`);
    }
  }

  async #signIn(by: PersonKey): Promise<{ readonly id: string; seq: number }> {
    const { accounts } = this.#services;
    const { token } = await accounts.invite({
      ...{ kind: 'member', committeeId: this.#year.committeeId, personId: this.#year.personIds[by] },
    });
    const device = { id: newId(), seq: 0 };
    const signedIn = await accounts.signIn({ token }, { id: device.id, name: 'Laptop van de demo', publicKey: null });
    if (typeof signedIn === 'string') throw new Error(signedIn);
    this.#devices.set(by, device);
    return device;
  }
}

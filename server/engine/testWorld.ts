/** For tests: an engine over data of its own, with people and devices, and a clock that stands still. */
import { createHash } from 'node:crypto';
import type { Params, RowKey } from '../../src/domain/command.ts';
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import type { CommandName } from '../../src/domain/permissions.ts';
import type { Role } from '../../src/domain/rows.ts';
import type { Outcome, PullRequest, PullResponse, PushResponse, SentCommand } from '../../src/sync/protocol.ts';
import { saveDevice } from '../db/accountQueries.ts';
import type { Database } from '../db/database.ts';
import type { Library } from '../db/sqliteConnection.ts';
import { createStore } from '../db/store.ts';
import { makePlace, openPlace, type TestPlace } from '../testDatabase.ts';
import { createServerEngine, type PushingDevice, type ServerEngine } from './index.ts';
import type { EnginePorts, ServerStore } from './ports.ts';

/** A uuid that is the same in every run. */
export const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const founding: CommandArgs<'committee.found'> = {
  name: 'Spoelkwartier',
  bodyWord: 'commissie wijkbudgetten',
  city: 'Enschede',
  founderName: 'Anna',
  year: 2026,
  grantCents: 1_000_000,
  smallLimitCents: 250_000,
  quorum: { kind: 'more_than_half' },
  foundedOn: '2026-01-05',
};

export interface Phone extends PushingDevice {
  /** A command with the next number of this phone, not yet sent. */
  readonly make: <N extends CommandName>(name: N, args: CommandArgs<N>, over?: Partial<SentCommand>) => SentCommand;
  readonly send: (...commands: readonly SentCommand[]) => Promise<PushResponse>;
  /** Makes, sends and answers how it ended. */
  readonly does: <N extends CommandName>(name: N, args: CommandArgs<N>) => Promise<Outcome>;
  readonly pull: (over?: Partial<PullRequest>) => Promise<PullResponse>;
}

export interface World {
  readonly place: TestPlace;
  readonly committeeId: string;
  readonly engine: ServerEngine;
  readonly store: ServerStore;
  readonly database: Database;
  readonly ports: EnginePorts;
  readonly alarms: { readonly code: string; readonly details: Params }[];
  readonly pokes: number[];
  readonly destroyed: string[]; // photos whose bytes may go
  readonly erased: string[]; // people
  readonly clock: { now: number };
  /** Founder and chair. */
  readonly anna: Phone;
  readonly phone: (personId: string, deviceId?: string) => Promise<Phone>;
  /** Makes somebody a member with this role, and gives a phone. */
  readonly member: (role: Role, proposalIds?: readonly string[]) => Promise<Phone>;
  readonly newId: () => string;
  readonly close: () => Promise<void>;
}

export interface WorldOptions {
  readonly library?: Library;
  /** Wraps the store, to let it fail. */
  readonly around?: (store: ServerStore) => ServerStore;
  readonly founded?: boolean;
}

export async function makeWorld({
  library,
  around = (store) => store,
  founded = true,
}: WorldOptions = {}): Promise<World> {
  const place = await makePlace();
  const database = await openPlace(place, library);
  const store = around(createStore(database));
  const clock = { now: Date.UTC(2026, 0, 10, 19) };
  const alarms: World['alarms'] = [];
  const pokes: number[] = [];
  const destroyed: string[] = [];
  const erased: string[] = [];
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return uuid(ids);
  };
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const ports: EnginePorts = {
    ...{ store, newId, sha256, now: () => clock.now },
    poke: (_committee, seq) => pokes.push(seq),
    photosDestroyed: (_committee, hashes) => destroyed.push(...hashes),
    nameErased: (_committee, personId) => erased.push(personId),
    alarm: (code, details) => alarms.push({ code, details }),
  };
  const engine = createServerEngine(ports);
  const committeeId = newId();
  const annaId = newId();
  await engine.createCommittee(committeeId, annaId);

  const phone = async (personId: string, deviceId = newId()): Promise<Phone> => {
    await addDevice(database, deviceId, personId);
    return phoneOf({ engine, committeeId, newId, clock }, { deviceId, personId });
  };
  const anna = await phone(annaId);
  if (founded) await anna.does('committee.found', founding);
  const member: World['member'] = async (role, proposalIds = []) => {
    const personId = newId();
    await anna.does('member.add', { personId, name: role, role, proposalIds });
    return phone(personId);
  };
  const close = async (): Promise<void> => {
    await database.close();
    await place.remove();
  };
  return {
    place,
    committeeId,
    engine,
    store,
    database,
    ports,
    alarms,
    pokes,
    destroyed,
    erased,
    clock,
    anna,
    phone,
    member,
    newId,
    close,
  };
}

export async function addDevice(database: Database, id: string, person_id: string): Promise<void> {
  const device = { id, person_id, name: 'telefoon', public_key: null, state: 'active', created_at: 0, seen_at: 0 };
  await database.write((connection) => connection.run(saveDevice, device));
}

function phoneOf(
  { engine, committeeId, newId, clock }: Pick<World, 'engine' | 'committeeId' | 'newId' | 'clock'>,
  device: PushingDevice,
): Phone {
  const { deviceId } = device;
  let numbers = 0;
  const make: Phone['make'] = (name, args, over = {}) => {
    numbers = over.deviceSeq ?? numbers + 1;
    const touches: RowKey[] = [];
    const clientTime = clock.now;
    return { deviceSeq: numbers, commandId: newId(), name, v: 1, args, touches, clientTime, ...over };
  };
  const send: Phone['send'] = (...commands) =>
    engine.push(device, { protocol: 1, app: 'test', deviceId, committeeId, sentAt: clock.now, commands });
  return {
    ...device,
    make,
    send,
    does: async (name, args) => {
      const answer = await send(make(name, args));
      const [outcome] = answer.outcomes;
      if (outcome === undefined) throw new Error(`${name}: ${JSON.stringify(answer)}`);
      return outcome;
    },
    pull: async (over = {}) => {
      const fresh = { epoch: null, cursor: 0, head: null, accessV: 0, pendingFrom: 1 };
      const answer = await engine.pull(device, { protocol: 1, deviceId, committeeId, ...fresh, ...over });
      if ('code' in answer) throw new Error(answer.code);
      return answer;
    },
  };
}

/** Pulls page after page; the rows as a phone would hold them, by key. */
export async function pullAll(phone: Phone, from: Partial<PullRequest> = {}) {
  const rows = new Map<RowKey, number>();
  let page = await phone.pull(from);
  for (;;) {
    for (const op of page.patch) {
      if (op.op === 'put') rows.set(`${op.t}/${op.id}`, op.v);
      else rows.delete(`${op.t}/${op.id}`);
    }
    if (page.last !== undefined) return { rows, page, last: page.last };
    page = await phone.pull({ ...from, page: page.next ?? '' });
  }
}

/** What a phone that holds `page` asks with. */
export function after(page: PullResponse, pendingFrom = 1): Partial<PullRequest> {
  const { epoch, cursor, access, last } = page;
  return { epoch, cursor, head: last?.head ?? null, accessV: access.v, pendingFrom };
}

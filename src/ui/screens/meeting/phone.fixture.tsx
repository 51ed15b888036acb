// A phone for tests of these screens: rows in a database, and an engine that runs the real commands over them. Everything
// but the network and the outbox is what the app uses.
import Dexie from 'dexie';
import type { Access } from '../../../domain/access.ts';
import { Rejection, type RowKey, splitKey } from '../../../domain/command.ts';
import { type CommandArgs, commands } from '../../../domain/commands/index.ts';
import { uuidV7 } from '../../../domain/ids.ts';
import type { CommandName } from '../../../domain/permissions.ts';
import { rejections } from '../../../domain/rejections.ts';
import { indexValues, type Role, type Row, type RowType, rowIndexes } from '../../../domain/rows.ts';
import { type RowSource, WorkingSet } from '../../../domain/run.ts';
import { createHeardStore } from '../../../store/heard.ts';
import type { Attention } from '../../../store/queries.ts';
import type { ArchiveItem } from '../../../sync/ports.ts';
import type { App, QueueReader, RowReader } from '../../app-context.tsx';

interface Kept {
  readonly key: RowKey;
  readonly type: RowType;
  readonly body: Row;
  readonly pending: boolean;
}

export interface Phone {
  readonly app: App;
  /** Names of the commands that were saved, in order. */
  readonly sent: readonly { readonly name: string; readonly args: unknown }[];
  readonly do: <N extends CommandName>(name: N, args: CommandArgs<N>, as?: Access) => Promise<void>;
  /** A command of this phone that the server refused and its author has not looked at. */
  readonly refuse: <N extends CommandName>(name: N, args: CommandArgs<N>, code: string) => Promise<void>;
  /** The server said yes to everything so far. */
  readonly confirm: () => Promise<void>;
  readonly all: <T extends Row>(type: RowType) => Promise<readonly T[]>;
  readonly close: () => Promise<void>;
}

let count = 0;
/** Grows, so that rows lie in the order in which they were made. */
export function testId(): string {
  count += 1;
  const bytes = new Uint8Array(10);
  new DataView(bytes.buffer).setUint32(6, count);
  return uuidV7(1_764_000_000_000 + count, bytes);
}

export function openPhone(role: Role, name = `phone-${testId()}`): Phone {
  const db = new Dexie(name);
  db.version(1).stores({ rows: 'key, type', inbox: 'commandId', heard: 'key' });
  const table = db.table<Kept, string>('rows');
  const inbox = db.table<Attention, string>('inbox');
  const sent: { name: string; args: unknown }[] = [];
  const personId = testId();
  const access: Access = { personId, role, proposalIds: [], v: 1 };
  const committeeId = testId();
  const rowsOf = (type: RowType) => table.where('type').equals(type).sortBy('key');
  const seen = ({ body, pending }: Kept) => ({ ...body, v: pending ? 0 : 1, pending }) as never;
  const rows: RowReader = {
    byId: async (type, id) => {
      const kept = await table.get(`${type}/${id}`);
      return kept === undefined ? undefined : seen(kept);
    },
    by: async (type, index, key) => (await rowsOf(type)).filter(({ body }) => hasKey(type, index, key, body)).map(seen),
    all: async (type) => (await rowsOf(type)).map(seen),
  };
  const source: RowSource = {
    get: (keys) => Promise.all(keys.map(async (key) => (await table.get(key))?.body ?? null)),
    list: async (type, index, key) =>
      (await rowsOf(type)).map(({ body }) => body).filter((body) => hasKey(type, index, key, body)),
  };
  const run = async (actor: Access, command: CommandName, args: unknown, pending: boolean) => {
    const ctx = { commandId: testId(), committeeId, actor, at: new Date().toISOString() };
    const result = await new WorkingSet(source).run(commands[command] as never, args, ctx);
    if (result.kind === 'applied')
      await table.bulkPut(
        result.writes.map(({ type, id, body }) => ({ key: `${type}/${id}` as RowKey, type, body, pending })),
      );
    return { result, commandId: ctx.commandId };
  };
  const dispatch = async (_: string, command: CommandName, args: unknown) => {
    const { result, commandId } = await run(access, command, args, true);
    if (result.kind === 'rejected') {
      const { code, params } = result;
      return { saved: false, code, params, final: rejections[code].final };
    }
    if (result.kind === 'waits') return { saved: false, code: 'waits_for', params: {}, final: false };
    sent.push({ name: command, args });
    return { saved: true, commandId, forecast: 'expected' };
  };
  const queue: QueueReader = {
    unsentItems: async () => [],
    inboxItems: () => inbox.toArray(),
    waitingPhotos: async () => 0,
    loss: async () => null,
    brokenPhotos: async () => [],
    carried: async () => [],
    logHead: async () => undefined,
  };
  const markHandled = async (commandId: string) => {
    await inbox.update(commandId, { handled: 1 });
  };
  return {
    sent,
    app: {
      engine: { dispatch, markHandled } as unknown as App['engine'],
      ...{ rows, queue, heard: createHeardStore(db), access, committeeId, personId },
    },
    do: async (command, args, as = access) => {
      const { result } = await run(as, command, args, false);
      if (result.kind === 'rejected') throw new Rejection(result.code, result.params);
      if (result.kind === 'waits') throw new Error(`${command} waits for ${JSON.stringify(splitKey(result.key))}`);
    },
    refuse: async (name, args, code) => {
      const commandId = testId();
      const settled = { commandId, committeeId, code, outcome: 'rejected' as const, params: null, seq: 1 };
      const command = { name, args, v: 1, ...settled, hash: '', epoch: '', deviceSeq: 1 } as unknown as ArchiveItem;
      await inbox.put({ ...settled, handled: 0, command });
    },
    confirm: async () => {
      await table.toCollection().modify({ pending: false });
    },
    all: async <T extends Row>(type: RowType) => (await rowsOf(type)).map(({ body }) => body as T),
    close: async () => {
      await db.delete();
    },
  };
}

function hasKey(type: RowType, index: string, key: string, body: Row): boolean {
  return indexValues(type, body as never)[(rowIndexes[type] as readonly string[]).indexOf(index)] === key;
}

export interface Evening {
  readonly phone: Phone;
  readonly meetingId: string;
  readonly itemIds: readonly string[];
  readonly memberIds: readonly string[];
}

export const eveningPlan = [
  { title: 'Lichtjestocht met soep op het Klosplein', applicant: 'Speeltuinvereniging Klosplein', cents: 125_000 },
  { title: 'Geveltuintjes Klosstraat', applicant: 'Bewoners Klosstraat', cents: 84_000 },
  { title: 'AED bij de Spinhal', applicant: 'Winkeliers Spinhal', cents: 189_500 },
  { title: 'Bankje bij de Ververij', applicant: 'Bewoners Ververij', cents: 97_500 },
] as const;

const people: readonly (readonly [string, Role])[] = [
  ['Vera Postma', 'chair'],
  ['Paul de Wit', 'treasurer'],
  ['Ans Bakker', 'member'],
  ['Bram Yıldız', 'member'],
  ['Fatma El Idrissi', 'member'],
  ['Henk ter Braak', 'member'],
];

/** A committee of seven with four proposals on the agenda of one evening; the phone is the secretary's. */
export async function evening(options: { readonly open: boolean; readonly name?: string }): Promise<Evening> {
  const phone = openPhone('secretary', options.name);
  const chair: Access = { ...phone.app.access, role: 'chair' };
  const { personId } = phone.app;
  const found = { bodyWord: 'commissie wijkbudget', city: 'Enschede', year: 2026, smallLimitCents: 150_000 };
  await phone.do(
    'committee.found',
    {
      ...found,
      name: 'Spoelkwartier',
      founderName: 'Sjoerd Meijer',
      grantCents: 1_500_000,
      quorum: { kind: 'more_than_half' },
      foundedOn: '2026-01-05',
    },
    { ...chair, role: 'founder' },
  );
  const memberIds: string[] = [personId];
  for (const [name, role] of people) {
    const id = testId();
    memberIds.push(id);
    await phone.do('member.add', { personId: id, name, role, proposalIds: [] }, chair);
  }
  await phone.do('member.changeRole', { personId, role: 'secretary', proposalIds: [], seenRole: 'chair' }, chair);
  const meetingId = testId();
  await phone.do('meeting.plan', {
    meetingId,
    title: 'Commissievergadering november',
    place: 'Buurthuis De Schering',
    plannedOn: '2026-11-25',
    startTime: '19:30',
  });
  const itemIds: string[] = [];
  const plain = async (title: string, position: number) =>
    phone.do('agenda.add', { meetingId, proposalId: null, itemNonce: testId(), title, position });
  await plain('Opening', 1);
  await plain('Besluitenlijst 27 oktober', 2);
  for (const [index, plan] of eveningPlan.entries()) {
    const proposalId = await submitted(phone, plan);
    await phone.do('agenda.add', { meetingId, proposalId, title: plan.title, position: index + 3 });
    itemIds.push(`${meetingId}:${proposalId}`);
  }
  await plain('Rondvraag en sluiting', 9);
  if (options.open) await phone.do('meeting.open', { meetingId });
  return { phone, meetingId, itemIds, memberIds };
}

async function submitted(phone: Phone, plan: (typeof eveningPlan)[number]): Promise<string> {
  const proposalId = testId();
  await phone.do('proposal.create', {
    proposalId,
    year: 2026,
    title: plan.title,
    summary: 'Voor iedereen uit de buurt.',
    applicant: plan.applicant,
    kind: 'recurring_event',
    themeShares: [{ theme: 7, percent: 100 }],
    quarters: [],
    budgetLines: [],
    requestedCents: plan.cents,
  });
  await phone.do('proposal.submit', { proposalId, submittedOn: '2026-10-01' });
  return proposalId;
}

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import type { CommandName } from '../../src/domain/permissions.ts';
import type { LedgerLine } from '../../src/domain/rows.ts';
import { verifyAll } from '../operator/verify.ts';
import { openRefusals } from './index.ts';
import { makeWorld, type Phone, uuid, type World } from './testWorld.ts';

let world: World;
let anna: Phone;
let removed: Phone;
const proposalId = uuid(900);
const meetingId = uuid(700);
const draft: CommandArgs<'proposal.create'> = {
  ...{ proposalId, year: 2026, title: 'Feest', summary: '', applicant: '', kind: 'recurring_event' },
  ...{ themeShares: [], quarters: [], budgetLines: [], requestedCents: 50_000 },
};

beforeEach(async () => {
  world = await makeWorld();
  anna = world.anna;
  await anna.does('proposal.create', draft);
  removed = await world.member('treasurer');
  await anna.does('member.remove', { personId: removed.personId });
});
afterEach(() => world.close());

const open = async () => (await world.store.read((tx) => openRefusals(tx, world.committeeId))).map(({ name }) => name);
const rowOf = (key: `proposalNote/${string}`) => world.store.read((tx) => tx.row(world.committeeId, key));
const free = () =>
  world.store.read(async (tx) => {
    const lines = (await tx.allRows(world.committeeId)).filter(({ type }) => type === 'ledgerLine');
    const cents = lines.map(({ body }) => body as LedgerLine).filter(({ account }) => account === 'free');
    return cents.reduce((sum, { amountCents }) => sum + amountCents, 0);
  });
/** Sent by who was removed meanwhile: the server keeps it and refuses it. */
async function refused<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<string> {
  const command = removed.make(name, args);
  expect((await removed.send(command)).outcomes).toMatchObject([{ outcome: 'rejected', code: 'not_permitted' }]);
  return command.commandId;
}
const takeOver = (commandId: string) => anna.does('refused.settle', { commandId, as: 'taken_over' });

test('[V3] the chair takes over what a removed member had not sent yet, as her own and on record', async () => {
  const commandId = await refused('proposalNote.add', { noteId: uuid(1), proposalId, text: 'Nog van mij' });
  expect(await open()).toEqual(['proposalNote.add']);
  expect(await takeOver(commandId)).toMatchObject({ outcome: 'applied' });
  expect((await rowOf(`proposalNote/${uuid(1)}`))?.body).toMatchObject({ by: anna.personId, text: 'Nog van mij' });
  expect(await open()).toEqual([]);
  // The refusal stands as it was: an outcome never changes.
  expect(
    (await removed.send(removed.make('proposalNote.add', {} as never, { commandId, deviceSeq: 1 }))).outcomes,
  ).toMatchObject([{ outcome: 'rejected', code: 'not_permitted' }]);
  const blobs = { list: async () => [] } as never;
  expect((await verifyAll({ database: world.database, store: world.store, blobs })).problems).toEqual([]);
});

test('[V3] money that two chairs take over counts once', async () => {
  const second = await world.member('chair');
  const before = await free();
  const grant = { year: 2026, amountCents: 5_000, note: 'Gift', bookedOn: '2026-01-09' };
  const commandId = await refused('grant.add', grant);
  await takeOver(commandId);
  await second.does('refused.settle', { commandId, as: 'taken_over' });
  expect(Math.abs((await free()) - before)).toBe(5_000);
});

test('[V3] what is set aside leaves the list and writes nothing', async () => {
  const commandId = await refused('proposalNote.add', { noteId: uuid(1), proposalId, text: 'Nee' });
  expect(await anna.does('refused.settle', { commandId, as: 'set_aside' })).toMatchObject({ outcome: 'applied' });
  expect(await open()).toEqual([]);
  expect(await rowOf(`proposalNote/${uuid(1)}`)).toBeUndefined();
});

test('[V3] only the chair, and only what was refused for want of rights', async () => {
  const secretary = await world.member('secretary');
  const commandId = await refused('proposalNote.add', { noteId: uuid(1), proposalId, text: 'Nee' });
  const settle = { commandId, as: 'taken_over' } as const;
  expect(await secretary.does('refused.settle', settle)).toMatchObject({ code: 'not_permitted' });
  const applied = anna.make('proposalNote.add', { noteId: uuid(2), proposalId, text: 'Ja' });
  await anna.send(applied);
  const denied = secretary.make('refused.settle', settle);
  await secretary.send(denied);
  for (const id of [applied.commandId, denied.commandId, uuid(12_345)]) {
    expect(await takeOver(id)).toMatchObject({ outcome: 'rejected', code: 'wrong_state' });
  }
  expect(await open()).toEqual(['proposalNote.add']);
});

test('[V3] it is judged as a command of the chair: refused, waiting and held as that would be', async () => {
  const other = { ...draft, title: 'Iets anders' };
  expect(await takeOver(await refused('proposal.create', other))).toMatchObject({ code: 'id_taken' });
  const early = await refused('meeting.open', { meetingId });
  expect(await takeOver(early)).toMatchObject({ outcome: 'held', code: 'waits_for' });
  const plan = { meetingId, title: 'M', place: '', plannedOn: '2026-03-02', startTime: '20:00' };
  await anna.does('meeting.plan', plan);
  expect((await world.store.read((tx) => tx.row(world.committeeId, `meeting/${meetingId}`)))?.body).toMatchObject({
    state: 'open',
  });
  expect(await world.engine.openHeld(world.committeeId)).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OutcomeKind, SentCommand } from '../../src/sync/protocol.ts';
import { founding, makeWorld, type Phone, uuid, type World } from './testWorld.ts';

const meetingId = uuid(700);
const proposalId = uuid(900);
const itemId = `${meetingId}:${proposalId}`;
const [secretaryId, treasurerId] = [uuid(501), uuid(502)];
const at = { decidedOn: '2026-03-02' };
const takenUnder = { presentIds: [], recusedIds: [], votes: { forCount: 3, againstCount: 0, abstainedCount: 0 } };
const receipt = { boughtOn: '2026-03-05', shop: 'Jumbo', what: 'limonade', budgetLineId: null, photos: [] };

interface Phones {
  readonly anna: Phone;
  readonly secretary: Phone;
  readonly treasurer: Phone;
}
type Step = readonly [keyof Phones, (phone: Phone) => SentCommand];

/** What three phones did before the server lost it all, in the order in which it was applied. None of it can be carried
 *  out too early: a step that can (finishing a dossier before its last payment came back) leaves the other one held, for
 *  the chair to settle. */
const history: readonly Step[] = [
  ['anna', (p) => p.make('committee.found', founding)],
  ['anna', (p) => p.make('member.add', { personId: secretaryId, name: 'S', role: 'secretary', proposalIds: [] })],
  ['anna', (p) => p.make('member.add', { personId: treasurerId, name: 'T', role: 'treasurer', proposalIds: [] })],
  [
    'treasurer',
    (p) => p.make('budgetYear.open', { year: 2027, grantCents: 9, smallLimitCents: 9, bookedOn: '2026-12-31' }),
  ],
  [
    'secretary',
    (p) =>
      p.make('proposal.create', {
        ...{ proposalId, year: 2027, title: 'Feest', summary: '', applicant: '', kind: 'recurring_event' },
        ...{ themeShares: [], quarters: [], budgetLines: [], requestedCents: 50_000 },
      }),
  ],
  [
    'anna',
    (p) => p.make('meeting.plan', { meetingId, title: 'M', place: '', plannedOn: '2026-03-02', startTime: '20:00' }),
  ],
  ['secretary', (p) => p.make('meeting.open', { meetingId })],
  ['anna', (p) => p.make('agenda.add', { meetingId, proposalId, title: 'Feest', position: 1 })],
  [
    'secretary',
    (p) =>
      p.make('decision.record', {
        ...{ meetingId, itemId, round: 1, outcome: 'awarded', awardedCents: 50_000, conditions: [], reason: '' },
        ...{ takenUnder, ...at },
      }),
  ],
  ['anna', (p) => p.make('meeting.close', { meetingId })],
  [
    'secretary',
    (p) =>
      p.make('claim.submit', {
        ...{ claimId: uuid(950), proposalId, kind: 'reimbursement', payeeName: 'S', iban: null, holder: null },
        receipts: [{ ...receipt, receiptId: uuid(951), amountCents: 4_000 }],
      }),
  ],
  ['treasurer', (p) => p.make('claim.approve', { claimId: uuid(950), approvedCents: 4_000, seenClaimedCents: 4_000 })],
  [
    'anna',
    (p) =>
      p.make('payment.record', {
        claimId: uuid(950),
        number: 1,
        amountCents: 4_000,
        paidOn: '2026-03-09',
        reference: '',
      }),
  ],
];

async function phonesOf(world: World): Promise<Phones> {
  const [secretary, treasurer] = [await world.phone(secretaryId), await world.phone(treasurerId)];
  return { anna: world.anna, secretary, treasurer };
}

/** Without flags: they say how a decision came in ("after the close"), and that may differ. */
async function rowsOf(world: World): Promise<string[]> {
  const rows = await world.store.read((snapshot) => snapshot.allRows(world.committeeId));
  return rows.map(({ type, body }) => `${type} ${JSON.stringify({ ...body, flags: [] })}`).sort();
}

/** Every phone's commands with how they ended. */
async function before(): Promise<{ rows: string[]; sent: [keyof Phones, SentCommand][] }> {
  const world = await makeWorld({ founded: false });
  try {
    const phones = await phonesOf(world);
    const sent: [keyof Phones, SentCommand][] = [];
    for (const [name, make] of history) {
      const command = make(phones[name]);
      const [outcome] = (await phones[name].send(command)).outcomes;
      expect(outcome).toMatchObject({ outcome: 'applied' });
      sent.push([
        name,
        { ...command, was: { epoch: 'lost', seq: outcome?.seq ?? 0, outcome: 'applied' as OutcomeKind } },
      ]);
    }
    return { rows: await rowsOf(world), sent };
  } finally {
    await world.close();
  }
}

test('[P11] a server that lost everything is healed by its phones, in whatever order they come online', async () => {
  const lost = await before();
  const names = fc.constantFrom<keyof Phones>('anna', 'secretary', 'treasurer');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(names, fc.integer({ min: 1, max: 5 })), { maxLength: 20 }), async (turns) => {
      const world = await makeWorld({ founded: false });
      try {
        const phones = await phonesOf(world);
        const queue = (name: keyof Phones) =>
          lost.sent.filter(([owner]) => owner === name).map(([, command]) => command);
        const queues = { anna: queue('anna'), secretary: queue('secretary'), treasurer: queue('treasurer') };
        const send = async (name: keyof Phones, count: number): Promise<void> => {
          const { deviceSeq, stop } = await phones[name].send(...queues[name].slice(0, count));
          // 'auth' until the phone that made this person a member was here.
          if (stop === undefined) queues[name] = queues[name].filter((command) => command.deviceSeq > deviceSeq);
        };
        for (const [name, count] of turns) await send(name, count);
        for (const name of ['anna', 'secretary', 'treasurer'] as const) await send(name, 50);
        expect(await world.engine.openHeld(world.committeeId)).toEqual([]);
        expect(await rowsOf(world)).toEqual(lost.rows);
      } finally {
        await world.close();
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('[H13] [P11] what was carried out before a failover that nobody noticed waits, although the epoch is the same', async () => {
  const world = await makeWorld();
  try {
    const { anna, member, store, committeeId, engine } = world;
    const secretary = await member('secretary');
    const epoch = (await store.read((snapshot) => snapshot.committee(committeeId)))?.epoch ?? '';
    await anna.does('member.remove', { personId: secretary.personId });
    const lost = secretary.make('meeting.open', { meetingId }, { was: { epoch, seq: 40, outcome: 'applied' } });
    const answer = await secretary.send(lost);
    expect(answer.outcomes).toMatchObject([{ outcome: 'held', code: 'healing' }]);
    const never = secretary.make('meeting.open', { meetingId });
    expect((await secretary.send(never)).outcomes).toMatchObject([{ outcome: 'rejected', code: 'not_permitted' }]);
    expect(await engine.openHeld(committeeId)).toMatchObject([{ held: { wasSeq: 40 } }]);
  } finally {
    await world.close();
  }
});

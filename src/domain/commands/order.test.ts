/** [D2] In every order in which phones come online the end is the same. Three phones hold an evening between them without
 *  a connection; every interleaving of their queues must end in the same rows. */
import { describe, expect, test } from 'vitest';
import * as given from '../../../tests/domain/committee.ts';
import * as ruling from '../../../tests/domain/rulingExamples.ts';
import { people, type Sent, uid, type Who, type World } from '../../../tests/domain/world.ts';
import { yearSummary } from '../budget.ts';
import type { CommandName } from '../permissions.ts';
import { agendaItemId, decisionId, presenceMarkId } from '../rows.ts';
import type { CommandArgs } from './index.ts';

const { meetingId } = given;
const proposalIds = ['A', 'B', 'C', 'D'].map((letter) => uid(`proposal ${letter}`));
const proposal = (n: number): string => proposalIds[n] ?? '';
const item = (n: number): string => agendaItemId(meetingId, proposal(n));

/** Four proposals on the agenda of one evening: what all phones had before they lost the connection. */
function evening(): World {
  const world = given.foundedWorld();
  for (const [n, proposalId] of proposalIds.entries()) {
    world.ok('member', 'proposal.create', { ...given.draft, proposalId, title: `Aanvraag ${n}` });
    world.ok('member', 'proposal.submit', { proposalId, submittedOn: '2026-02-01' });
  }
  world.ok('secretary', 'meeting.plan', given.plan);
  for (const n of proposalIds.keys()) {
    world.ok('secretary', 'agenda.add', { meetingId, proposalId: proposal(n), title: `Aanvraag ${n}`, position: n });
  }
  return world;
}

let made = 0;
function sent<N extends CommandName>(who: Who, name: N, args: CommandArgs<N>): Sent {
  made += 1;
  return { who, name, args, commandId: uid(`sent ${made}`) };
}

const decide = (n: number, change: Partial<CommandArgs<'decision.record'>> = {}): CommandArgs<'decision.record'> => ({
  ...given.decision,
  itemId: item(n),
  ...change,
});
const count = { ...given.count, proposalId: proposal(3) };
const refusal = { outcome: 'refused', awardedCents: 0, reason: 'Past niet bij de regels' } as const;
const partly = { outcome: 'partly_awarded', awardedCents: 20_000, reason: 'Zonder springkussen' } as const;
const deferral = { outcome: 'deferred', awardedCents: 0 } as const;
const twoReceipts: CommandArgs<'claim.submit'> = {
  ...given.claim,
  proposalId: proposal(0),
  receipts: [
    given.receipt,
    { ...given.receipt, receiptId: uid('receipt 2'), shop: 'Bakker', photos: [given.photo('cake')] },
  ],
};

/** A member counted a signature sheet and photographed receipts for a proposal that was decided a minute before. */
const member: readonly Sent[] = [
  sent('member', 'presence.set', { meetingId, personId: people.member, state: 'present' }),
  sent('member', 'support.count', { ...count, area: 'Klosplein 1 tot 40', photos: [given.photo('sheet back')] }),
  sent('member', 'claim.submit', twoReceipts),
  sent('member', 'receipt.addPhoto', { receiptId: given.receiptId, photo: given.photo('receipt back') }),
];

/** The secretary writes the decisions down, takes one back, decides again and ends the evening. */
const secretary: readonly Sent[] = [
  sent('secretary', 'meeting.open', { meetingId }),
  sent('secretary', 'presence.set', { meetingId, personId: people.secretary, state: 'present' }),
  sent('secretary', 'decision.record', decide(0, deferral)),
  sent('secretary', 'decision.withdraw', { decisionId: decisionId(item(0), 1) }),
  sent('secretary', 'decision.record', decide(0, { round: 2 })),
  sent('secretary', 'decision.record', decide(1, refusal)),
  sent('secretary', 'meeting.close', { meetingId }),
];
/** The chair recorded one decision that the secretary has too, and two that nobody else has. */
const chair: readonly Sent[] = [
  sent('chair', 'meeting.open', { meetingId }),
  sent('chair', 'recusal.set', {
    itemId: item(2),
    meetingId,
    personId: people.member,
    recused: true,
    reason: 'Buurman',
  }),
  sent('chair', 'decision.record', decide(1, refusal)),
  sent('chair', 'decision.record', decide(2, partly)),
  sent('chair', 'decision.record', decide(3, deferral)),
  sent('chair', 'support.count', { ...count, photos: [given.photo('sheet front')] }),
];

/** Another evening: nobody but the secretary opened it, and the chair ended it. */
const secretaryOpens: readonly Sent[] = [
  sent('secretary', 'meeting.open', { meetingId }),
  sent('secretary', 'decision.record', decide(0)),
  sent('secretary', 'decision.record', decide(1, refusal)),
  sent('secretary', 'support.count', { ...count, photos: [given.photo('sheet front')] }),
];
const chairCloses: readonly Sent[] = [
  sent('chair', 'presence.set', { meetingId, personId: people.chair, state: 'present' }),
  sent('chair', 'decision.record', decide(2, partly)),
  sent('chair', 'decision.record', decide(3, deferral)),
  sent('chair', 'meeting.close', { meetingId }),
  sent('chair', 'decision.correct', {
    ...{ correctionId: uid('correction'), decisionId: decisionId(item(2), 1), reason: 'Verkeerd opgeschreven' },
    ...{ outcome: 'partly_awarded', awardedCents: 25_000, correctedOn: '2026-03-11' },
  }),
];

/** Everything but what says when or through whom something arrived: `at` times, who of two people that recorded the same
 *  was first, the ids of its ledger lines, and whether it came in after the end (`after_close`). */
function endOf(world: World): unknown {
  const bare = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (key, inner: unknown) =>
        ['recordedBy', 'recordedAt', 'openedAt', 'closedAt', 'at', 'submittedAt', 'entryId'].includes(key)
          ? undefined
          : inner,
      ),
    );
  const lines = world.all('ledgerLine').map(({ id: _, ...line }) => JSON.stringify(bare(line)));
  const rows = [...world.rows]
    .filter(([key]) => !key.startsWith('ledgerLine/'))
    .map(([key, row]) => [
      key,
      'flags' in row ? { ...row, flags: row.flags.filter((flag) => flag !== 'after_close') } : row,
    ])
    .map((pair) => JSON.stringify(bare(pair)));
  return { rows: rows.sort(), lines: lines.sort(), waiting: world.held.map((held) => held.sent.commandId) };
}

interface Ends {
  readonly ends: readonly World[]; // that differ in anything at all
  readonly waysToMix: number;
}

/** Plays the queues in every order that keeps each queue's own order. What happens next depends on the state alone, so
 *  equal states at one place in the grid of queue positions are played on only once. */
function everyMix(start: World, queues: readonly (readonly Sent[])[]): Ends {
  type Place = { readonly done: readonly number[]; readonly states: Map<string, World>; ways: number };
  let front = new Map<string, Place>([['', { done: queues.map(() => 0), states: new Map([['', start]]), ways: 1 }]]);
  for (let length = queues.flat().length; length > 0; length -= 1) {
    const next = new Map<string, Place>();
    for (const place of front.values()) {
      for (const [n, queue] of queues.entries()) {
        const command = queue[place.done[n] ?? 0];
        if (command === undefined) continue;
        const done = place.done.map((count, at) => (at === n ? count + 1 : count));
        const there = next.get(done.join()) ?? { done, states: new Map(), ways: 0 };
        next.set(done.join(), there);
        there.ways += place.ways;
        for (const world of place.states.values()) {
          const copy = world.copy();
          copy.deliver(command);
          there.states.set(stateOf(copy), copy);
        }
      }
    }
    front = next;
  }
  const places = [...front.values()];
  return { ends: places.flatMap((place) => [...place.states.values()]), waysToMix: places[0]?.ways ?? 0 };
}

const stateOf = (world: World): string =>
  JSON.stringify([[...world.rows].sort(([a], [b]) => (a < b ? -1 : 1)), world.held, refusalsOf(world)]);

const refusalsOf = (world: World): readonly string[] =>
  world.outcomes
    .flatMap(({ sent: one, result }) => (result.kind === 'rejected' ? [`${one.name} ${result.code}`] : []))
    .sort();

function expectOneEnd({ ends }: Ends): World {
  const [first, ...others] = ends;
  if (first === undefined) throw new Error('nothing was played');
  for (const other of others) expect(endOf(other)).toEqual(endOf(first));
  return first;
}

describe('[D2] an evening from three phones', () => {
  const start = evening();

  test('ends the same in every interleaving of the queues, and as the room knows it', () => {
    const mix = everyMix(start, [secretary, chair, member]);
    expect(mix.waysToMix).toBe(4_084_080); // 17! / (7! 6! 4!)
    const end = expectOneEnd(mix);
    for (const world of mix.ends) expect(refusalsOf(world)).toEqual([]);
    expect(end.held).toEqual([]);
    expect(end.get('meeting', meetingId).state).toBe('closed');
    const states = proposalIds.map((id) => end.get('proposal', id).state);
    expect(states).toEqual(['awarded', 'refused', 'partly_awarded', 'deferred']);
    expect(
      end
        .all('decision')
        .filter((one) => one.withdrawn)
        .map((one) => one.id),
    ).toEqual([decisionId(item(0), 1)]);
    expect(end.all('decision').every((one) => one.published || one.withdrawn)).toBe(true);
    expect(end.all('supportCount')).toHaveLength(2);
    expect(end.all('supportSheet').map((sheet) => sheet.photos.length)).toEqual([2]);
    expect(end.get('receipt', given.receiptId).photos).toHaveLength(2);
    expect(end.get('claim', given.claimId).claimedCents).toBe(24_100);
    expect(yearSummary(end.all('ledgerLine'))).toMatchObject({
      freeCents: 935_000,
      awardedCents: 65_000,
      balanced: true,
    });
  });

  test('ends the same in each of the six orders in which whole phones come online', () => {
    const queues = [secretary, chair, member];
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    const ends = orders.map((order) => {
      const world = start.copy();
      for (const command of order.flatMap((n) => queues[n] ?? [])) world.deliver(command);
      return world;
    });
    for (const end of ends) expect(endOf(end)).toEqual(endOf(ends[0] ?? start));
  });

  test('ends the same when the one who ends it did not open it, and a decision is corrected', () => {
    const mix = everyMix(start, [secretaryOpens, chairCloses, member]);
    const end = expectOneEnd(mix);
    for (const world of mix.ends) expect(refusalsOf(world)).toEqual([]);
    expect(end.held).toEqual([]);
    expect(end.all('decision')).toHaveLength(4);
    expect(end.all('decision').every((one) => one.published)).toBe(true);
    expect(end.all('decisionCorrection').map((one) => one.published)).toEqual([true]);
    expect(end.get('proposal', proposal(2)).awardedCents).toBe(25_000);
  });

  test('an item that one phone took off the agenda and another decided stays on it', () => {
    const remove = [sent('chair', 'agenda.remove', { itemId: item(0) })];
    const end = expectOneEnd(everyMix(start, [secretaryOpens, remove]));
    expect(end.get('agendaItem', item(0)).removed).toBe(false);
    expect(end.get('proposal', proposal(0)).state).toBe('awarded');
  });

  test('two claims with the same receipt are both marked, whichever comes first', () => {
    const claimOf = (who: Who): readonly Sent[] => [
      sent(who, 'claim.submit', {
        ...twoReceipts,
        claimId: uid(`claim of ${who}`),
        receipts: [{ ...given.receipt, receiptId: uid(`receipt of ${who}`) }],
      }),
    ];
    const end = expectOneEnd(everyMix(start, [claimOf('member'), claimOf('treasurer')]));
    expect(end.all('claim').map((claim) => claim.flags)).toEqual([['maybe_double'], ['maybe_double']]);
  });

  test('who came, who left, who sat there, and what two people noted', () => {
    const presence = (who: Who, personId: string, state: 'present' | 'absent', clock: string): Sent =>
      sent(who, 'presence.mark', { meetingId, personId, state, at: `2026-03-10T${clock}:00.000Z` });
    const note = (who: Who, text: string): Sent =>
      sent(who, 'minutes.write', { meetingId, itemId: item(0), text, seen: '' });
    const first: readonly Sent[] = [
      presence('secretary', people.treasurer, 'present', '18:31'),
      presence('secretary', people.member, 'present', '18:31'),
      sent('secretary', 'presence.unmark', {
        markId: presenceMarkId(meetingId, people.member, '2026-03-10T18:31:00.000Z', 'present'),
      }),
      note('secretary', 'Wie haalt de vergunning?'),
      sent('secretary', 'guest.add', { guestId: uid('guests'), meetingId, who: 'Bewoners', count: 3 }),
    ];
    const second: readonly Sent[] = [
      presence('chair', people.treasurer, 'absent', '19:50'),
      presence('chair', people.treasurer, 'present', '18:31'),
      note('chair', 'De buren zijn het eens'),
      sent('chair', 'agenda.move', { itemId: item(3), position: 0.5 }),
      sent('chair', 'guest.remove', { guestId: uid('guests') }),
    ];
    const end = expectOneEnd(everyMix(start, [first, second]));
    expect(end.held).toEqual([]);
    expect(end.get('presence', `${meetingId}:${people.treasurer}`).state).toBe('absent');
    expect(end.get('presence', `${meetingId}:${people.member}`).state).toBe('absent');
    expect(end.all('minutesNote')).toHaveLength(2);
    expect(end.get('guest', uid('guests')).removed).toBe(true);
  });

  test('a list that one phone closed and two others adopted', () => {
    const april = uid('meeting in April');
    const world = start.copy();
    world.ok('secretary', 'meeting.open', { meetingId });
    const adopt = (who: Who, remarks: string): Sent =>
      sent(who, 'decisionList.adopt', { meetingId, inMeetingId: april, adoptedOn: '2026-04-14', remarks });
    const planned = sent('secretary', 'meeting.plan', { ...given.plan, meetingId: april, plannedOn: '2026-04-14' });
    const end = expectOneEnd(
      everyMix(world, [
        [planned, adopt('secretary', 'Punt 2 was 300 euro')],
        [sent('chair', 'meeting.close', { meetingId }), adopt('chair', 'De naam bij punt 1')],
      ]),
    );
    expect(end.held).toEqual([]);
    expect(end.all('listAdoption').map(({ remarks }) => remarks)).toEqual([
      ['De naam bij punt 1', 'Punt 2 was 300 euro'],
    ]);
  });

  test('two meetings on one evening deal with one proposal: both decisions stand on record, one holds the money', () => {
    const late = uid('second meeting of the evening');
    const world = start.copy();
    world.ok('secretary', 'meeting.plan', { ...given.plan, meetingId: late, startTime: '21:00' });
    world.ok('secretary', 'agenda.add', { meetingId: late, proposalId: proposal(0), title: 'Weer', position: 1 });
    const early = [sent('secretary', 'meeting.open', { meetingId }), sent('secretary', 'decision.record', decide(0))];
    const other = [
      sent('chair', 'meeting.open', { meetingId: late }),
      sent('chair', 'decision.record', { ...decide(0), meetingId: late, itemId: agendaItemId(late, proposal(0)) }),
    ];
    const mix = everyMix(world, [early, other]);
    for (const end of mix.ends) {
      expect(end.held).toEqual([]);
      expect(end.all('decision').flatMap(({ flags }) => flags)).toEqual(['second_award']);
      expect(yearSummary(end.all('ledgerLine'))).toMatchObject({ awardedCents: 45_000, balanced: true });
    }
  });

  test('the district answers twice on two devices: both answers stand, whichever is heard first', () => {
    const of = given.submittedWorld();
    const answer = (who: Who, name: string, view: CommandArgs<'advice.answer'>['view']): Sent =>
      sent(who, 'advice.answer', { ...ruling.answer, answerId: uid(name), view });
    const end = expectOneEnd(
      everyMix(of, [
        [sent('member', 'advice.ask', ruling.ask), sent('chair', 'advice.withdraw', { adviceId: ruling.adviceId })],
        [answer('district_manager', 'first answer', 'no_objection')],
        [answer('district_manager', 'second answer', 'objection')],
      ]),
    );
    expect(end.held).toEqual([]);
    expect(
      end
        .all('adviceAnswer')
        .map(({ view }) => view)
        .sort(),
    ).toEqual(['no_objection', 'objection']);
  });

  test('a proposal that is handed in late keeps its decision', () => {
    const late = given.draftedWorld();
    late.ok('secretary', 'meeting.plan', given.plan);
    late.ok('secretary', 'agenda.add', { meetingId, proposalId: given.proposalId, title: 'Laat', position: 1 });
    const submit = [sent('initiator', 'proposal.submit', { proposalId: given.proposalId, submittedOn: '2026-02-01' })];
    const decided = [sent('chair', 'meeting.open', { meetingId }), sent('chair', 'decision.record', given.decision)];
    const end = expectOneEnd(everyMix(late, [submit, decided]));
    expect(end.get('proposal', given.proposalId)).toMatchObject({
      state: 'awarded',
      number: 1,
      submittedOn: '2026-02-01',
    });
  });

  test('a deferral of an earlier evening that comes in after the award does not undo it', () => {
    const later = uid('meeting in April');
    const world = start.copy();
    world.ok('secretary', 'meeting.plan', { ...given.plan, meetingId: later, plannedOn: '2026-04-14' });
    world.ok('secretary', 'agenda.add', { meetingId: later, proposalId: proposal(0), title: 'Weer', position: 1 });
    const march = [
      sent('secretary', 'meeting.open', { meetingId }),
      sent('secretary', 'decision.record', decide(0, deferral)),
    ];
    const award = { meetingId: later, itemId: agendaItemId(later, proposal(0)), decidedOn: '2026-04-14' };
    const april = [
      sent('chair', 'meeting.open', { meetingId: later }),
      sent('chair', 'decision.record', { ...given.decision, ...award }),
    ];
    const end = expectOneEnd(everyMix(world, [march, april]));
    expect(end.get('proposal', proposal(0))).toMatchObject({ state: 'awarded', awardedCents: 45_000 });
    expect(end.all('decision').flatMap((one) => one.flags)).toEqual([]);
  });
});

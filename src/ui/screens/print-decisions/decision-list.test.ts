import { describe, expect, test } from 'vitest';
import type {
  Decision,
  DecisionCorrection,
  Guest,
  Member,
  Presence,
  PresenceMark,
  Proposal,
  Role,
} from '../../../domain/rows.ts';
import { nlPrint } from '../../nl/print-decisions.ts';
import { type DecisionListInput, decisionListOf, decisionListText, type ListEntry } from './decision-list.ts';

const member = (id: string, role: Role): Member => ({ id, role, active: true, proposalIds: [] });
const members = [
  member('vera', 'chair'),
  member('sjoerd', 'secretary'),
  member('paul', 'treasurer'),
  member('ans', 'member'),
  member('bram', 'member'),
];
const presence = (personId: string, state: Presence['state']): Presence => ({
  id: `m:${personId}`,
  meetingId: 'm',
  personId,
  state,
  at: '2026-11-24T18:34:00Z',
});
const proposal: Proposal = {
  id: 'p',
  year: 2026,
  number: 3,
  title: 'Lichtjestocht',
  summary: '',
  applicant: 'Speeltuinvereniging Klosplein',
  kind: 'recurring_event',
  themeShares: [],
  quarters: [],
  streets: '',
  period: null,
  intake: 'own',
  repeatOfId: null,
  mergedIntoId: null,
  budgetLines: [],
  requestedCents: 125_000,
  state: 'awarded',
  awardedCents: 125_000,
  awardDecisionId: 'i:1',
  returnReason: null,
  submittedOn: '2026-09-01',
};
const decision: Decision = {
  id: 'i:1',
  meetingId: 'm',
  itemId: 'i',
  proposalId: 'p',
  round: 1,
  outcome: 'awarded',
  awardedCents: 125_000,
  conditions: ['Stoppen om 20.30 uur', 'Verslag in de wijkkrant.'],
  reason: '',
  takenUnder: {
    presentIds: ['vera', 'sjoerd', 'paul', 'ans'],
    recusedIds: ['ans'],
    votes: { forCount: 2, againstCount: 0, abstainedCount: 1 },
  },
  decidedOn: '2026-11-24',
  recordedBy: 'sjoerd',
  recordedAt: '2026-11-24T19:00:00Z',
  withdrawn: false,
  published: true,
  flags: [],
};
const entry = (more: Partial<ListEntry> = {}): ListEntry => ({
  number: 3,
  title: 'Lichtjestocht',
  proposal,
  decision,
  corrections: [],
  advice: [],
  ...more,
});
const input = (more: Partial<DecisionListInput> = {}): DecisionListInput => ({
  meeting: {
    id: 'm',
    title: 'Vergadering',
    place: 'De Schering',
    plannedOn: '2026-11-24',
    startTime: '19:30',
    state: 'closed',
    openedAt: null,
    closedAt: null,
    penHolder: null,
  },
  members,
  marks: [],
  guests: [],
  presences: [presence('vera', 'present'), presence('ans', 'absent'), presence('bram', 'excused')],
  recusals: [
    { id: 'i:ans', meetingId: 'm', itemId: 'i', personId: 'ans', recused: true, reason: 'organiseert mee' },
    { id: 'x:paul', meetingId: 'm', itemId: 'x', personId: 'paul', recused: true, reason: 'buurman' },
  ],
  entries: [entry()],
  ...more,
});
const only = (more: Partial<ListEntry>) => {
  const [item] = decisionListOf(input({ entries: [entry(more)] })).items;
  if (item === undefined) throw new Error('no item');
  return item;
};

test('roles stand there and names do not', () => {
  const text = decisionListText(['Besluitenlijst'], decisionListOf(input()), []);
  for (const name of ['vera', 'sjoerd', 'paul', 'ans', 'bram'])
    expect(text.toLowerCase()).not.toMatch(new RegExp(`\\b${name}\\b`));
  expect(text).toContain('voorzitter');
});

test('[D2] who left early was there, because a decision was taken with them', () => {
  const list = decisionListOf(input());
  expect(list.present).toBe('voorzitter, secretaris, penningmeester en 1 lid');
  expect(list.excused).toBe('1 lid');
});

describe('one item', () => {
  test('says outcome, amount, conditions as one sentence, votes and recusal with its reason', () => {
    const item = only({});
    expect(item.heading).toBe('3. Lichtjestocht');
    expect(item.verdict).toEqual({ word: 'Toegekend', amount: '€\u00a01.250,00' });
    expect(item.lines).toEqual([
      'Gevraagd is €\u00a01.250,00. Voorwaarden: Stoppen om 20.30 uur; Verslag in de wijkkrant.',
    ]);
    expect(item.small).toBe('2 voor, 0 tegen, 1 onthouding. 1 lid deed niet mee aan dit punt (organiseert mee).');
  });

  test('a part says of how much, a deferral no amount', () => {
    const part = { ...decision, outcome: 'partly_awarded', awardedCents: 90_000, reason: 'Zonder soep' } as const;
    expect(only({ decision: part }).verdict?.amount).toBe('€\u00a0900,00 van €\u00a01.250,00');
    expect(only({ decision: part }).lines[0]).toBe('Zonder soep');
    const deferred = { ...decision, outcome: 'deferred', awardedCents: 0, conditions: [] } as const;
    expect(only({ decision: deferred }).verdict).toEqual({ word: 'Aangehouden', amount: '' });
  });

  test('an item without a decision says so', () => {
    expect(only({ decision: undefined }).lines).toEqual(['Hierover is geen besluit genomen.']);
  });

  test('[D7] a correction stands below the decision, which stays as it was', () => {
    const correction = (id: string, correctedOn: string, awardedCents: number): DecisionCorrection => ({
      id,
      decisionId: 'i:1',
      proposalId: 'p',
      outcome: 'partly_awarded',
      awardedCents,
      reason: 'Offerte lager',
      correctedOn,
      recordedBy: 'vera',
      published: true,
    });
    const one = only({ corrections: [correction('a', '2026-12-20', 100_000)] });
    expect(one.verdict?.amount).toBe('€\u00a01.250,00');
    expect(one.corrections).toEqual([
      { heading: 'Hersteld op 20 december 2026: deels toegekend, €\u00a01.000,00.', reason: 'Offerte lager' },
    ]);
    const two = only({
      corrections: [correction('a', '2026-12-20', 100_000), correction('b', '2026-12-28', 80_000)],
    });
    expect(two.corrections.at(-1)?.heading).toBe('Nu geldt: deels toegekend, €\u00a0800,00.');
  });
});

describe('the quorum', () => {
  test('was reached when no decision carries the flag', () => {
    expect(decisionListOf(input()).quorum).toBe('Het quorum is gehaald: over elk besluit beslisten minstens 3 leden.');
  });

  test('[D2] is that of the evening: who became a member later raises nothing', () => {
    const later = ['cas', 'dina', 'evert', 'fien'].map((id) => member(id, 'member'));
    expect(decisionListOf(input({ members: [...members, ...later] })).quorum).toBe(decisionListOf(input()).quorum);
  });

  test('[D2] is told per decision when one was taken without it', () => {
    const without = { ...decision, flags: ['no_quorum'] } as const;
    expect(decisionListOf(input({ entries: [entry({ decision: without })] })).quorum).toContain('Niet bij elk besluit');
    expect(only({ decision: without }).small).toContain('het quorum er niet');
  });

  test('is not spoken of when nothing was decided', () => {
    expect(decisionListOf(input({ entries: [] })).quorum).toBe('');
  });
});

test('the plain text holds the same as the paper, one empty line between items', () => {
  const list = decisionListOf(
    input({ entries: [entry(), entry({ number: 4, title: 'Bankje', decision: undefined })] }),
  );
  const text = decisionListText(['Besluitenlijst', 'Commissie'], list, ['Deze lijst is openbaar.']);
  expect(text.split('\n\n')).toHaveLength(5);
  expect(text).toContain('3. Lichtjestocht\nToegekend: €\u00a01.250,00\nGevraagd is');
  expect(text).toContain('4. Bankje\nHierover is geen besluit genomen.');
});

describe('what is to be known of the evening', () => {
  const mark = (personId: string, state: 'present' | 'absent', clock: string): PresenceMark => ({
    ...{
      id: `${personId}${clock}`,
      meetingId: 'm',
      personId,
      state,
      at: `2026-11-24T${clock}:00.000Z`,
      removed: false,
    },
  });
  const guests = (count: number, removed = false): Guest => ({
    id: 'g',
    meetingId: 'm',
    who: 'Bewoners',
    count,
    removed,
  });

  test('guests are a number, who left before the end is a role with a time, and afterwards is afterwards', () => {
    const marks = [mark('ans', 'present', '18:30'), mark('ans', 'absent', '19:40')];
    const { around } = decisionListOf(input({ marks, guests: [guests(3), guests(9, true)] }));
    expect(around.join(' ').replaceAll('\u00a0', ' ')).toBe('Er waren 3 gasten. Een lid ging om 20.40 uur weg.');
    const { meeting } = input();
    expect(decisionListOf(input({ meeting: { ...meeting, enteredAfterwards: true } })).around).toEqual([
      'Deze vergadering is achteraf ingevoerd.',
    ]);
  });

  test('a secret vote, a vote by name and a tie are said at the decision', () => {
    const taken = (change: Partial<Decision['takenUnder']>): string => {
      const votes = { forCount: 1, againstCount: 1, abstainedCount: 1 };
      const takenUnder = { ...decision.takenUnder, votes, ...change };
      return (
        decisionListOf(input({ entries: [entry({ decision: { ...decision, takenUnder } })] })).items[0]?.small ?? ''
      );
    };
    expect(taken({ voting: 'hands' })).not.toContain('Gestemd');
    const tie = { rule: 'lot', side: 'for', how: 'de secretaris trok' } as const;
    expect(taken({ voting: 'paper', tie })).toContain(
      'Gestemd is geheim, op briefjes. De stemmen staakten, het lot viel op: voor (de secretaris trok).',
    );
    const ballots = [{ personId: 'vera', vote: 'for' }] as const;
    expect(taken({ voting: 'by_name', ballots })).not.toContain('vera'); // roles, never names: it is public
  });
});

test('an evening that ended after midnight says so', () => {
  const when = (closedAt: string | null, endTime?: string): string =>
    nlPrint.when('dinsdag', '2026-11-24', '2026-11-24T18:34:00Z', closedAt, '19:30', 'School', endTime);
  expect(when('2026-11-24T23:20:00Z')).toContain('19.34 tot 00.20 uur (de volgende dag), School');
  expect(when('2026-11-24T21:00:00Z')).toContain('19.34 tot 22.00 uur, School');
  expect(when(null, '00:15')).toContain('tot 00.15 uur (de volgende dag)');
  expect(when('2026-12-03T10:00:00Z', '22:15')).toContain('tot 22.15 uur, School'); // entered a week later
});

test('[S6] [S10] a decision against the rules says which and why, and what the district advised', () => {
  const exception = {
    kind: 'rules_missed',
    rules: [{ ruleId: 'r', text: 'Iedereen kan meedoen' }],
    reason: 'Te vol',
  } as const;
  const lines = (one: ListEntry): string => decisionListOf(input({ entries: [one] })).items[0]?.lines.join(' ') ?? '';
  const awarded = lines(entry({ decision: { ...decision, exception }, advice: ['objection', 'no_objection'] }));
  expect(awarded).toContain('Niet gehaald: “Iedereen kan meedoen”. Toch toegekend: Te vol');
  expect(awarded).toContain('Advies van het stadsdeel: bezwaar. Advies van het stadsdeel: geen bezwaar.');
  const met = { kind: 'all_rules_met', rules: [], reason: 'Te duur' } as const;
  const refused = { ...decision, outcome: 'refused', awardedCents: 0, reason: 'Te duur', exception: met } as const;
  expect(lines(entry({ decision: refused }))).toMatch(/Te duur .*De commissie wijst het toch af\./);
});

/** What the invented wijk does beside projects: its rules and quarters, saving, own costs, another committee, and the next
 *  year's budget. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import type { CommandName } from '../../src/domain/permissions.ts';
import type { CheckKind, PlanKind, RuleOwner } from '../../src/domain/rows.ts';
import { type PersonKey, quarters } from './wijk.ts';

export type Do = <N extends CommandName>(
  day: string,
  time: string,
  by: PersonKey,
  name: N,
  args: CommandArgs<N>,
) => void;

export const rules: readonly (readonly [RuleOwner, string, CheckKind, number | null, unlessAbove?: number])[] = [
  ['city', 'Het project is voor de wijk, en niet voor eigen gewin', 'judged', null],
  ['city', 'Wat de gemeente volgens de wet moet doen, betaalt het wijkbudget niet', 'judged', null],
  ['city', 'Iedereen uit de buurt kan meedoen', 'judged', null],
  ['city', 'Dien in voor 1 oktober, of leg uit waarom het later is', 'submitted_before', 10_01],
  [
    'body',
    'Een aanvraag is hoogstens € 5.000, met meer dan tien aanvragers mag het meer zijn',
    'amount_max',
    5_000_00,
    10,
  ],
  ['body', 'Minstens zes bewoners van verschillende adressen staan erachter', 'supporters_min', 6],
  ['body', 'Dien een maand voor het begin in', 'days_before_min', 30],
  ['body', 'De buurt is gevraagd wat zij ervan vindt', 'support_asked', null],
  ['body', 'U doet iets terug voor de wijk', 'counter_contribution', null],
  ['body', 'Vanaf € 1.000 hoort de wijk het een week van tevoren', 'publish_from', 1_000_00],
  ['body', 'Zeven dagen om te reageren', 'publication_days', 7],
  ['body', 'Boven € 2.500 beslist de wijkraadpleging', 'consult_from', 2_500_01],
];
/** What the committee sent to the city before 1 October. */
const sentPlan: readonly (readonly [PlanKind, string, number | null, number, number, number])[] = [
  ['recurring', 'Zomerfeest op het plein', 7, 2_000_00, 2_500_00, 3_200_00],
  ['recurring', 'Lichtjestocht', 7, 300_00, 450_00, 600_00],
  ['new', 'Andere projecten: prettiger wonen in de buurt', 6, 0, 11_000_00, 19_500_00],
  ['new', 'Andere projecten: de buurt schoon en heel', 2, 0, 4_200_00, 8_000_00],
  ['ideas', 'Wat er komt van ideeën uit de wijk', null, 0, 900_00, 2_700_00],
  ['own_costs', 'Eigen kosten van de commissie', null, 200_00, 260_00, 600_00],
  ['added', 'Extra lampjes voor de kerstmarkt', 7, 0, 400_00, 900_00],
];
const residents = [1_240, 860, 1_510, 640, 980];

export function yearMoney(act: Do, id: (name: string) => string, neighbourId: string): void {
  act('2026-01-05', '20:00', 'chair', 'committee.change', { fields: { district: 'Noord' }, seen: { district: '' } });
  rules.forEach(([owner, text, check, limit, unlessAbove], n) => {
    act('2026-01-05', '20:10', 'secretary', 'rule.add', {
      ...{ ruleKey: id(`rule ${n}`), year: 2026, owner, text, help: '', check, limit },
      ...(unlessAbove === undefined ? {} : { unlessAbove }),
    });
  });
  act('2026-01-05', '20:30', 'secretary', 'quarter.add', {
    quarters: quarters.map((name, n) => {
      const west = 6.88 + n * 0.008;
      const ring = [
        [west, 52.23],
        [west + 0.008, 52.231],
        [west + 0.007, 52.236],
        [west, 52.235],
      ] as const; // invented
      return { name, code: '', residents: residents[n] ?? null, rings: [ring.map(([x, y]) => [x, y] as const)] };
    }),
  });
  const goalId = id('goal playground');
  act('2026-02-02', '20:00', 'treasurer', 'savings.start', {
    ...{ goalId, goal: 'Nieuwe speeltoestellen Klosplein', targetCents: 4_000_00, fromYear: 2026, untilYear: 2028 },
  });
  act('2026-02-02', '20:05', 'treasurer', 'savings.put', {
    ...{ goalId, year: 2026, amountCents: 1_250_00, bookedOn: '2026-02-02' },
  });
  act('2026-01-06', '20:00', 'treasurer', 'organisation.reserve', {
    ...{ year: 2026, amountCents: 600_00, bookedOn: '2026-01-06' },
  });
  const costs = [
    ['2026-02-18', 'Zaalhuur eerste kwartaal', 90_00],
    ['2026-05-20', 'Koffie en thee', 37_45],
    ['2026-09-04', 'Folders voor de buurtmarkt', 128_90],
  ] as const;
  costs.forEach(([paidOn, what, amountCents], n) => {
    act(paidOn, '20:00', 'treasurer', 'organisationCost.record', {
      ...{ costId: id(`own cost ${n}`), year: 2026, amountCents, what, paidOn },
    });
  });
  act('2026-06-22', '20:00', 'treasurer', 'transfer.send', {
    ...{ transferId: id('transfer neighbours'), year: 2026, amountCents: 350_00, sentOn: '2026-06-22' },
    ...{ reason: 'Samen één zomerfeest', toCommitteeId: neighbourId, toName: 'Dolphia' },
  });
  act('2026-09-22', '20:00', 'treasurer', 'planLine.change', {
    ...{ year: 2027, key: id('plan christmas'), seen: null },
    line: {
      ...{ title: 'Extra lampjes voor de kerstmarkt', themeShares: [{ theme: 7, percent: 100 }], leftOut: false },
      ...{ lowCents: 0, expectedCents: 400_00, highCents: 900_00 },
    },
  });
  act('2026-09-24', '21:15', 'secretary', 'spendingPlan.finish', {
    ...{ planId: id('plan 2027'), year: 2027, finishedOn: '2026-09-24', grantCents: 48_500_00, carriedCents: 0 },
    lines: sentPlan.map(([kind, title, theme, lowCents, expectedCents, highCents]) => ({
      ...{ kind, title, lowCents, expectedCents, highCents },
      themeShares: theme === null ? [] : [{ theme, percent: 100 }],
    })),
  });
  act('2026-11-20', '20:00', 'treasurer', 'budgetYear.open', {
    ...{ year: 2027, grantCents: 26_000_00, smallLimitCents: 2_500_00, bookedOn: '2026-11-20' },
  });
  act('2026-11-20', '20:10', 'secretary', 'rule.copy', { fromYear: 2026, toYear: 2027 });
}

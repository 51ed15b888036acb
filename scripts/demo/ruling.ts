/** What the invented wijk does before it decides: check the rules, make larger plans known, and ask the district. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import { ruleId } from '../../src/domain/rows.ts';
import { isOfRoad } from '../../src/domain/ruleCheck/kinds.ts';
import type { DemoProposal } from './wijk.ts';
import { type Do, rules } from './yearMoney.ts';

/** What the year lends: its way of sending, its ids, and the day in the month before a meeting's decision. */
export interface RulingTools {
  readonly act: Do;
  readonly id: (name: string) => string;
  readonly proposalId: (title: string) => string;
  readonly before: (month: number, day: number) => string;
}

const publishFrom = 1_000;
const consultAbove = 2_500;

export function rulingYear(tools: RulingTools, proposals: readonly DemoProposal[]): void {
  const handedIn = proposals.filter(
    ({ meeting, outcome }) => meeting > 0 && outcome !== 'draft' && outcome !== 'returned',
  );
  handedIn.forEach((proposal, n) => {
    publish(tools, proposal);
    check(tools, proposal, n);
    askDistrict(tools, proposal, n);
  });
}

function publish({ act, proposalId, before }: RulingTools, { title, euros, meeting }: DemoProposal): void {
  if (euros < publishFrom || euros > consultAbove) return;
  const on = before(meeting, 8);
  const until = before(meeting, 15);
  act(on, '20:30', 'secretary', 'proposal.publish', {
    proposalId: proposalId(title),
    publication: { on, until, where: 'Prikbord in De Schering en de wijkkrant' },
    seen: null,
  });
}

/** In December half of the rules are still to be checked. */
function check({ act, id, proposalId, before }: RulingTools, proposal: DemoProposal, n: number): void {
  const { title, meeting } = proposal;
  const day = before(meeting, 12);
  const toCheck = meeting === 12 ? rules.length / 2 : rules.length;
  rules.slice(0, toCheck).forEach(([, , kind], at) => {
    if (isOfRoad(kind)) return;
    act(day, '20:40', n % 2 === 0 ? 'secretary' : 'kettinghof', 'ruleCheck.record', {
      ...{ proposalId: proposalId(title), ruleId: ruleId(id(`rule ${at}`), 2026), seen: null, checkedOn: day },
      finding: findingOf(proposal, at),
    });
  });
}

type Finding = CommandArgs<'ruleCheck.record'>['finding'];
const met: Finding = { verdict: 'yes', barrier: null, note: '' };

function findingOf({ outcome, title, meeting }: DemoProposal, rule: number): Finding {
  if (rule === 0 && outcome === 'refused' && title !== allMetRefused)
    return { verdict: 'no', barrier: 'private_gain', note: 'Het plan komt maar één huishouden of bedrijf ten goede.' };
  if (rule === 2 && title.startsWith(missedAwarded))
    return { verdict: 'can_be_mended', barrier: null, note: 'Alleen voor wie zich op tijd opgaf.' };
  if (rules[rule]?.[2] === 'submitted_before' && meeting > 10)
    return { verdict: 'not_applicable', barrier: null, note: 'Er was na 1 oktober nog geld over.' };
  if (rules[rule]?.[2] === 'days_before_min')
    return { verdict: 'not_applicable', barrier: null, note: 'Er is nog geen vaste dag.' };
  return met;
}

const missedAwarded = 'Koningsdag';
const allMetRefused = 'Bestickeren van vuilcontainers';

/** One exception in each direction, so that both stand on a decision list. */
export function exceptionFor(
  { title }: DemoProposal,
  reason: string,
  id: (name: string) => string,
): { readonly exception?: NonNullable<CommandArgs<'decision.record'>['exception']> } {
  if (title === allMetRefused) return { exception: { kind: 'all_rules_met', rules: [], reason } };
  if (!title.startsWith(missedAwarded)) return {};
  const [, text] = rules[2] ?? ['city', ''];
  const missed = { ruleId: ruleId(id('rule 2'), 2026), text };
  const why = 'Het plein kan niet meer mensen aan. Volgend jaar is er een tweede middag.';
  return { exception: { kind: 'rules_missed', rules: [missed], reason: why } };
}

const answers = [
  ['no_objection', ''],
  ['with_conditions', 'Meld het drie weken vooraf bij het evenementenloket. Vuurkorven mogen, open vuur niet.'],
  ['objection', 'Op die dag is de straat al dicht voor werk aan het riool.'],
  ['no_view', 'Dit gaat niet over de openbare ruimte.'],
] as const;

/** Of every other event, and of all plans of December: those wait for an answer. */
function askDistrict({ act, id, proposalId, before }: RulingTools, proposal: DemoProposal, n: number): void {
  const { title, kind, euros, quarter, meeting } = proposal;
  const outdoors = kind === 'recurring_event' && n % 2 === 0;
  if (!outdoors && meeting !== 12 && !title.startsWith('Lichtjes')) return;
  const adviceId = id(`advice ${title}`);
  const askedOn = before(meeting, 7);
  act(askedOn, '20:50', 'secretary', 'advice.ask', {
    ...{ adviceId, proposalId: proposalId(title), askedOn, neededBy: before(meeting, 13) },
    question: 'Mag dit op deze plek, en waar moeten wij op letten?',
    about: {
      ...{ title, summary: `${proposal.applicant} organiseert dit voor de buurt.`, requestedCents: euros * 100 },
      ...{ quarters: [quarter], streets: '', period: null },
    },
  });
  if (meeting === 12) return;
  const [view, text] = answers[title.startsWith('Lichtjes') ? 1 : (n >> 1) % answers.length] ?? answers[0];
  const answeredOn = before(meeting, 10);
  act(answeredOn, '09:15', 'district', 'advice.answer', {
    ...{ answerId: id(`answer ${title}`), adviceId, view, text, answeredOn },
  });
}

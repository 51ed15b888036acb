// The decision list as text in order, from which both the paper and the plain text are made: they cannot differ.
// Roles, never names: it is public.
import { staysOf } from '../../../domain/attendance.ts';
import { effective } from '../../../domain/commands/standing.ts';
import type {
  AdviceView,
  Decision,
  DecisionCorrection,
  Guest,
  Meeting,
  Member,
  Presence,
  PresenceMark,
  Proposal,
  Recusal,
  Role,
} from '../../../domain/rows.ts';
import { nlDecision } from '../../nl/decision.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { nlPrint } from '../../nl/print-decisions.ts';
import { exceptionText, nlRuling } from '../../nl/ruling.ts';

export interface ListEntry {
  readonly number: number;
  readonly title: string;
  readonly proposal: Proposal;
  readonly decision: Decision | undefined;
  /** Oldest first. */
  readonly corrections: readonly DecisionCorrection[];
  /** What the district had advised by then, the oldest first. */
  readonly advice: readonly AdviceView[];
}

export interface DecisionListInput {
  readonly meeting: Meeting;
  readonly members: readonly Member[];
  readonly presences: readonly Presence[];
  readonly marks: readonly PresenceMark[];
  readonly guests: readonly Guest[];
  readonly recusals: readonly Recusal[];
  readonly entries: readonly ListEntry[];
}

export interface ListedItem {
  readonly heading: string; // '3. Lichtjestocht met soep op het Klosplein'
  /** The word in its box, and the amount beside it. */
  readonly verdict: { readonly word: string; readonly amount: string } | undefined;
  readonly lines: readonly string[];
  readonly small: string;
  readonly corrections: readonly { readonly heading: string; readonly reason: string }[];
}

export interface DecisionList {
  readonly present: string;
  readonly excused: string;
  readonly quorum: string;
  /** Guests, who left before the end, and whether it was entered afterwards. */
  readonly around: readonly string[];
  readonly items: readonly ListedItem[];
}

const roleOrder: readonly Role[] = ['chair', 'secretary', 'treasurer', 'member', 'auditor', 'district_manager'];

export function decisionListOf(input: DecisionListInput): DecisionList {
  const decisions = input.entries.flatMap(({ decision }) => (decision === undefined ? [] : [decision]));
  // Who left early decided along before: whoever was there at one decision was there.
  const present = new Set([
    ...input.presences.filter(({ state }) => state === 'present').map(({ personId }) => personId),
    ...decisions.flatMap(({ takenUnder }) => takenUnder.presentIds),
  ]);
  const excused = new Set(
    input.presences
      .filter(({ state, personId }) => state === 'excused' && !present.has(personId))
      .map((p) => p.personId),
  );
  return {
    present: peopleIn(input.members, present),
    excused: peopleIn(input.members, excused),
    quorum: quorumLine(decisions),
    around: aroundOf(input),
    items: input.entries.map((entry) => itemOf(entry, input.recusals)),
  };
}

/** Who was there, and what is to be known of the evening. */
export const peopleLines = (list: DecisionList): readonly string[] => [
  `${nlPrint.present} ${list.present}.`,
  ...(list.excused === nlPrint.nobody ? [] : [`${nlPrint.excused} ${list.excused}.`]),
  ...(list.quorum === '' ? [] : [list.quorum]),
  ...list.around,
];

/** The same list for a website or a mail: no markup, one empty line between items. */
export function decisionListText(head: readonly string[], list: DecisionList, foot: readonly string[]): string {
  const items = list.items.map((item) =>
    [
      item.heading,
      ...(item.verdict === undefined ? [] : [[item.verdict.word, item.verdict.amount].filter(Boolean).join(': ')]),
      ...item.lines,
      ...(item.small === '' ? [] : [item.small]),
      ...item.corrections.map(({ heading, reason }) => `${heading} ${reason}`),
    ].join('\n'),
  );
  return [head.join('\n'), peopleLines(list).join('\n'), ...items, foot.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');
}

function itemOf(
  { number, title, proposal, decision, corrections, advice }: ListEntry,
  recusals: readonly Recusal[],
): ListedItem {
  const heading = `${number}. ${title}`;
  if (decision === undefined)
    return { heading, verdict: undefined, lines: [nlPrint.noDecision], small: '', corrections: [] };
  const { outcome, awardedCents, reason, exception, conditions, takenUnder } = decision;
  const { voting, tie } = takenUnder;
  const { forCount, againstCount, abstainedCount } = takenUnder.votes;
  const reasons = recusals
    .filter(
      ({ itemId, personId, reason: why }) =>
        why !== '' && itemId === decision.itemId && takenUnder.recusedIds.includes(personId),
    )
    .map(({ reason: why }) => why);
  const small = [
    forCount + againstCount + abstainedCount === 0
      ? ''
      : `${nlDecision.votes.summary(forCount, againstCount, abstainedCount)}.`,
    forCount + againstCount + abstainedCount === 0 || voting === undefined ? '' : nlPrint.howVoted[voting],
    tie === undefined ? '' : nlDecision.votes.tie.said(tie),
    takenUnder.recusedIds.length === 0 ? '' : nlPrint.recused(takenUnder.recusedIds.length, [...new Set(reasons)]),
    decision.flags.includes('no_quorum') ? nlPrint.withoutQuorum : '',
    decision.flags.includes('second_award') ? nlPrint.secondAward : '',
    decision.flags.includes('after_close') ? nlPrint.afterClose : '',
  ];
  return {
    heading,
    verdict: {
      word: nlDecision.outcomes[outcome],
      amount: nlPrint.verdict(outcome, awardedCents, proposal.requestedCents),
    },
    lines: [
      ...reason.split('\n').map((line) => line.trim()),
      exception === undefined ? '' : exceptionText(exception),
      [
        // A part says "of what" beside the amount already.
        outcome === 'awarded' || outcome === 'refused' ? nlPrint.asked(proposal.requestedCents) : '',
        conditions.length === 0 ? '' : nlPrint.conditions(conditions),
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
      ...advice.map(nlRuling.advice.onList),
    ].filter((line) => line !== ''),
    small: small.filter((sentence) => sentence !== '').join(' '),
    corrections: correctionsOf(decision, corrections),
  };
}

function correctionsOf(decision: Decision, corrections: readonly DecisionCorrection[]): ListedItem['corrections'] {
  if (corrections.length === 0) return [];
  const { outcome, awardedCents } = effective(decision, corrections);
  const lines = corrections.map((one) => ({
    heading: nlPrint.correction(one.correctedOn, one.outcome, one.awardedCents),
    reason: one.reason,
  }));
  return corrections.length === 1
    ? lines
    : [...lines, { heading: nlPrint.standsNow(outcome, awardedCents), reason: '' }];
}

/** By role, never by name. Who came late is not named: he decided from then on, and the decisions say with how many. */
function aroundOf({ meeting, members, marks, guests }: DecisionListInput): readonly string[] {
  const count = guests.filter(({ removed }) => !removed).reduce((sum, guest) => sum + guest.count, 0);
  const left = members.flatMap(({ id, role }) => {
    const until = staysOf(marks, id).at(-1)?.until;
    // The last tap of an evening may clear the table: that is no leaving before the end.
    const before = until != null && (meeting.closedAt === null || until < meeting.closedAt);
    return before ? [{ until, line: nlPrint.left(until, capital(nlMeeting.roleWithArticle[role])) }] : [];
  });
  return [
    ...(count === 0 ? [] : [nlPrint.guests(count)]),
    ...left.sort((a, b) => (a.until < b.until ? -1 : 1)).map(({ line }) => line),
    ...(meeting.enteredAfterwards ? [nlPrint.afterwards] : []),
  ];
}
const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

function peopleIn(members: readonly Member[], ids: ReadonlySet<string>): string {
  const roles = members
    .filter(({ id }) => ids.has(id))
    .map(({ role }) => role)
    .sort((a, b) => roleOrder.indexOf(a) - roleOrder.indexOf(b));
  return roles.length === 0 ? nlPrint.nobody : nlPrint.people(roles);
}

/** By what each decision carries: the members and the rule of today may be others than those of that evening (D2). */
function quorumLine(decisions: readonly Decision[]): string {
  if (decisions.length === 0) return '';
  if (decisions.some(({ flags }) => flags.includes('no_quorum'))) return nlPrint.quorumSome;
  const deciding = decisions.map(({ takenUnder: { presentIds, recusedIds } }) => {
    const recused = new Set(recusedIds);
    return presentIds.filter((id) => !recused.has(id)).length;
  });
  return nlPrint.quorumAll(Math.min(...deciding));
}

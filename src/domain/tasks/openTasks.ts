/** Everything that is to be done in a committee on a day, out of its rows: what, before when and why then, who may do it and
 *  whose it is. Nothing of this is stored but who took what (rows/task.ts). Codes, ids and numbers only. */
import type { Access } from '../access.ts';
import { advanceStage, refundDue } from '../advance.ts';
import { daysBetween } from '../dates.ts';
import { leftToPay, mayApproveSecond, mayJudge, maySettleAdvance } from '../dossier.ts';
import { votingMemberIds } from '../quorum.ts';
import type {
  Advice,
  AdviceAnswer,
  AgendaItem,
  AuditFinding,
  Cents,
  Claim,
  Countersign,
  Decision,
  IsoDate,
  Meeting,
  Member,
  Proposal,
  ProposalOwner,
  SupportCount,
  SupportSheet,
  Task,
} from '../rows.ts';
import { waitsForDecision } from '../ruleCheck/road.ts';
import { isCountable, maySettle, secondCountOpen, supportSummary } from '../support.ts';
import { type FurtherRows, furtherTasks } from './furtherTasks.ts';
import { canBeTaken, doneByHand, roleMayDo, type TaskKind, taskKey, taskKinds, usuallyFor } from './kinds.ts';

/** none: nothing says when · meeting: the meeting that it is for, or about · agreed: a day that people set · asked: the day
 *  by which somebody needs it · report: four weeks after a project is over · report_year: four weeks after
 *  one of its years · year: three months after the year · plan: the
 *  city wants it before 1 October · paper: the day that stands on the signature sheets. */
export type DueBecause = 'none' | 'meeting' | 'agreed' | 'asked' | 'report' | 'report_year' | 'year' | 'plan' | 'paper';

/** A task before it is known whose it is. */
export interface Found {
  readonly kind: TaskKind;
  readonly id: string; // of the meeting, proposal, sheet, claim, year …
  readonly proposalId: string | null;
  readonly cents: Cents; // 0 when there is no amount
  readonly count: number; // bank lines, sheets; 0 when there is nothing to count
  readonly text: string; // '' but for what people wrote themselves
  readonly dueOn: IsoDate | null;
  readonly dueBecause: DueBecause;
  readonly doerIds: readonly string[]; // who may do it, as far as this phone knows people
  readonly suggestedId: string | null;
  /** Of what was asked of the district: what it is told of the proposal. Null: the committee does it. */
  readonly district: { readonly about: string } | null;
}

export interface OpenTask extends Found {
  readonly key: string; // taskKey(kind, id); of what somebody wrote down its own id
  readonly ownerId: string | null; // who took it and may still do it
  readonly note: string; // for the owner, by who handed it over
  readonly handedBy: string | null;
}

export interface TaskRows extends FurtherRows {
  readonly proposals: readonly Proposal[];
  readonly sheets: readonly SupportSheet[];
  readonly counts: readonly SupportCount[];
  readonly meetings: readonly Meeting[];
  readonly agendaItems: readonly AgendaItem[];
  readonly decisions: readonly Decision[];
  readonly claims: readonly Claim[];
  readonly countersigns: readonly Countersign[];
  readonly members: readonly Member[];
  readonly advice: readonly Advice[];
  readonly adviceAnswers: readonly AdviceAnswer[];
  readonly findings: readonly AuditFinding[];
  readonly owners: readonly ProposalOwner[];
  readonly tasks: readonly Task[];
}

export interface TaskInput extends TaskRows {
  /** Whoever looks: on a phone that gets no member rows the only person there is. */
  readonly access: Access;
  readonly today: IsoDate;
}

/** In the order of the kinds; within one as the rows lie. */
export function openTasks(input: TaskInput): readonly OpenTask[] {
  const finder = new Finder(input);
  const found = [
    ...meetings(finder),
    ...returned(finder),
    ...support(finder),
    ...claims(finder),
    ...advances(finder),
    ...asked(finder),
    ...proposals(finder),
    ...furtherTasks(finder),
  ];
  const taken = new Map(input.tasks.map((task) => [task.id, task]));
  return found
    .map((task) => owned(task, taken.get(task.kind === 'written' ? task.id : taskKey(task.kind, task.id))))
    .filter((task) => !doneByHand(task.kind) || taken.get(task.key)?.doneOn == null)
    .sort((a, b) => order[a.kind] - order[b.kind]);
}

const order = Object.fromEntries(Object.keys(taskKinds).map((kind, n) => [kind, n])) as Readonly<
  Record<TaskKind, number>
>;

/** Who left, or may not do it any more, owns nothing: it is nobody's again. */
function owned(found: Found, row: Task | undefined): OpenTask {
  const key = found.kind === 'written' ? found.id : taskKey(found.kind, found.id);
  const fits = (personId: string | null): string | null =>
    personId !== null && found.doerIds.includes(personId) ? personId : null;
  const alone = canBeTaken(found.kind) ? (row?.ownerId ?? null) : soleOwner(found);
  const ownerId = fits(alone);
  const kept = ownerId !== null && row !== undefined;
  return { ...found, key, ownerId, note: row?.note ?? '', handedBy: kept ? row.handedBy : null };
}

/** What only one person can do, or has taken on with the proposal, needs no taking. */
const soleOwner = ({ kind, doerIds, suggestedId }: Found): string | null =>
  usuallyFor(kind) === 'maker' && doerIds.length === 1 ? (doerIds[0] ?? null) : suggestedId;

/** What the rules below share: people by what they may do, and the meeting that a proposal waits for. */
export class Finder {
  readonly input: TaskInput;
  readonly people: readonly Access[];
  readonly #mayDo = new Map<TaskKind, readonly Access[]>();
  readonly #makers = new Map<string, string[]>();
  readonly #meetingDays = new Map<string, IsoDate>();
  readonly #followers: ReadonlyMap<string, string | null>;

  constructor(input: TaskInput) {
    this.input = input;
    const { access, members } = input;
    const others = members.filter((member) => member.active && member.id !== access.personId);
    this.people = [access, ...others.map(({ id, role, proposalIds }) => ({ personId: id, role, proposalIds, v: 0 }))];
    this.#followers = new Map(input.owners.map(({ id, ownerId }) => [id, ownerId]));
    for (const { role, personId, proposalIds } of this.people) {
      if (role !== 'initiator') continue;
      for (const id of proposalIds) this.#makers.set(id, [...(this.#makers.get(id) ?? []), personId]);
    }
    const days = new Map(
      input.meetings.filter(({ state }) => state !== 'closed').map(({ id, plannedOn }) => [id, plannedOn]),
    );
    for (const { removed, proposalId, meetingId } of input.agendaItems) {
      const day = days.get(meetingId);
      if (removed || proposalId === null || day === undefined) continue;
      const known = this.#meetingDays.get(proposalId);
      if (known === undefined || day < known) this.#meetingDays.set(proposalId, day);
    }
  }

  /** By role, initiators left out: they may only touch what is their own. */
  mayDo(kind: TaskKind): readonly Access[] {
    const known = this.#mayDo.get(kind);
    if (known !== undefined) return known;
    const found = this.people.filter(({ role }) => role !== 'initiator' && roleMayDo(role, kind));
    this.#mayDo.set(kind, found);
    return found;
  }

  makersOf(proposalId: string): readonly string[] {
    return this.#makers.get(proposalId) ?? [];
  }

  /** The first meeting to come that has it on its agenda. */
  meetingDayOf(proposalId: string): IsoDate | undefined {
    return this.#meetingDays.get(proposalId);
  }

  task(kind: TaskKind, id: string, more: More = {}): Found {
    const { proposalId = null, cents = 0, count = 0, text = '', dueOn = null } = more;
    const doerIds = more.doerIds ?? this.mayDo(kind).map(({ personId }) => personId);
    return {
      ...{ kind, id, proposalId, cents, count, text, dueOn, doerIds },
      dueBecause: dueOn === null ? 'none' : (more.dueBecause ?? 'none'),
      suggestedId: this.#suggested(kind, proposalId, doerIds, more.askedBy),
      district: null,
    };
  }

  /** For a meeting: by its day, once the proposal is on an agenda. */
  beforeMeeting(proposalId: string): Pick<More, 'proposalId' | 'dueOn' | 'dueBecause'> {
    return { proposalId, dueOn: this.meetingDayOf(proposalId) ?? null, dueBecause: 'meeting' };
  }

  #suggested(kind: TaskKind, proposalId: string | null, doerIds: readonly string[], askedBy?: string): string | null {
    const usual = usuallyFor(kind);
    const inCommittee = (personId: string | null | undefined): string | null =>
      personId != null && doerIds.includes(personId) ? personId : null;
    if (usual === 'each' || usual === 'maker' || usual === 'nobody') return null;
    if (usual === 'asker') return inCommittee(askedBy);
    if (usual === 'owner' || usual === 'follower')
      return proposalId === null ? null : inCommittee(this.#followers.get(proposalId));
    return this.people.find(({ role, personId }) => role === usual && doerIds.includes(personId))?.personId ?? null;
  }
}

interface More {
  readonly proposalId?: string | null;
  readonly cents?: Cents;
  readonly count?: number;
  readonly text?: string;
  readonly dueOn?: IsoDate | null;
  readonly dueBecause?: DueBecause;
  readonly doerIds?: readonly string[];
  readonly askedBy?: string;
}

const idsOf = (people: readonly Access[]): readonly string[] => people.map(({ personId }) => personId);

function meetings(finder: Finder): readonly Found[] {
  const { today, meetings: all } = finder.input;
  return all.flatMap((meeting) => {
    const { id, state, plannedOn } = meeting;
    const day = { dueOn: plannedOn, dueBecause: 'meeting' } as const;
    if (isGoingOn(meeting, today)) return [finder.task('meeting_open', id, day)];
    if (state === 'planned' && plannedOn === today) return [finder.task('meeting_today', id, day)];
    return state !== 'closed' && plannedOn < today ? [finder.task('meeting_not_closed', id, day)] : [];
  });
}

/** Open, and not forgotten: an evening may begin before its day and end after midnight. */
const isGoingOn = ({ state, plannedOn }: Meeting, today: IsoDate): boolean =>
  state === 'open' && daysBetween(plannedOn, today) <= 1;

function returned(finder: Finder): readonly Found[] {
  const { proposals: all, claims: handedIn } = finder.input;
  const mine = handedIn.filter(({ state }) => state === 'returned');
  return [
    ...all
      .filter(({ state }) => state === 'returned')
      .map(({ id }) =>
        finder.makersOf(id).length > 0
          ? finder.task('proposal_returned', id, { proposalId: id, doerIds: finder.makersOf(id) })
          : finder.task('correction_to_get', id, finder.beforeMeeting(id)),
      ),
    ...mine.map((claim) =>
      finder.task('claim_returned', claim.id, { ...ofClaim(claim, claim.claimedCents), doerIds: [claim.claimantId] }),
    ),
  ];
}

const ofClaim = ({ proposalId }: Claim, cents: Cents) => ({ proposalId, cents });

function support(finder: Finder): readonly Found[] {
  const { proposals: all, sheets, counts, members } = finder.input;
  const countable = new Set(all.filter(isCountable).map(({ id }) => id));
  const open = sheets.filter(({ proposalId }) => countable.has(proposalId));
  const proposalIds = new Map(open.map((sheet) => [sheet.id, sheet.proposalId]));
  const voters = votingMemberIds(members).length;
  return supportSummary(open, counts).sheets.flatMap((sheet) => {
    const item = (kind: TaskKind, may: (personId: string) => boolean) =>
      finder.task(kind, sheet.sheetId, {
        ...finder.beforeMeeting(proposalIds.get(sheet.sheetId) ?? ''),
        doerIds: idsOf(finder.mayDo(kind)).filter(may),
      });
    if (sheet.state === 'one_count') return [item('second_count', (personId) => secondCountOpen(sheet, personId))];
    if (sheet.state !== 'differs') return [];
    return [item('count_differs', (personId) => maySettle(sheet.countedBy, personId, voters))];
  });
}

/** Where nobody else is left, whoever has an interest may do it: then an outsider signs too. */
function judges(finder: Finder, kind: TaskKind, may: (one: Access) => boolean): readonly string[] {
  const able = finder.mayDo(kind).filter(may);
  return idsOf(able.length > 0 ? able : finder.mayDo(kind));
}

function claims(finder: Finder): readonly Found[] {
  const { proposals: all, claims: handedIn } = finder.input;
  const awarded = new Set(all.filter((one) => one.awardedCents > 0).map((one) => one.id));
  const who = (kind: TaskKind, may: (one: Access) => boolean) => idsOf(finder.mayDo(kind).filter(may));
  return handedIn.flatMap((claim) => [
    ...(claim.state === 'submitted' && awarded.has(claim.proposalId)
      ? [
          finder.task('claim_to_judge', claim.id, {
            ...ofClaim(claim, claim.claimedCents),
            doerIds: judges(finder, 'claim_to_judge', (one) => mayJudge(one, claim)),
          }),
        ]
      : []),
    ...(leftToPay(claim) > 0 ? [finder.task('payment_to_record', claim.id, ofClaim(claim, leftToPay(claim)))] : []),
    ...(claim.awaits === 'second'
      ? [
          finder.task('claim_second', claim.id, {
            ...ofClaim(claim, claim.approvedCents),
            doerIds: who('claim_second', (one) => mayApproveSecond(one, claim)),
          }),
        ]
      : []),
  ]);
}

function advances(finder: Finder): readonly Found[] {
  return finder.input.claims.flatMap((claim) => {
    const stage = advanceStage(claim);
    const doerIds = [claim.claimantId];
    if (stage === 'to_account' || stage === 'account_returned')
      return [finder.task('advance_to_account', claim.id, { ...ofClaim(claim, claim.paidCents), doerIds })];
    if (stage === 'refund_due')
      return [finder.task('advance_refund', claim.id, { ...ofClaim(claim, refundDue(claim)), doerIds })];
    if (stage !== 'to_settle') return [];
    return [
      finder.task('advance_to_settle', claim.id, {
        ...ofClaim(claim, claim.settlement?.spentCents ?? 0),
        doerIds: judges(finder, 'advance_to_settle', (one) => maySettleAdvance(one, claim)),
      }),
    ];
  });
}

/** For a month: a flag cannot be taken off, and a list that never empties is not read. */
const flaggedDays = 31;

function asked(finder: Finder): readonly Found[] {
  const { today, countersigns, findings, decisions, advice, adviceAnswers } = finder.input;
  const answered = new Set(adviceAnswers.map(({ adviceId }) => adviceId));
  // As far as the district is told: it sees published decisions only.
  const decided = new Set(
    decisions.filter((one) => !one.withdrawn && one.outcome !== 'deferred').map(({ proposalId }) => proposalId),
  );
  return [
    ...countersigns
      .filter(({ state }) => state === 'asked')
      .map(({ id, proposalId, amountCents: cents }) => finder.task('countersign_asked', id, { proposalId, cents })),
    ...findings
      .filter(({ answer, settled }) => answer === '' && !settled)
      .map(({ id }) => finder.task('finding_to_answer', id)),
    ...decisions
      .filter(({ flags, withdrawn }) => flags.length > 0 && !withdrawn)
      .filter(({ decidedOn }) => daysBetween(decidedOn, today) <= flaggedDays)
      .map(({ id, proposalId }) => finder.task('decision_flagged', id, { proposalId })),
    ...advice
      .filter((one) => !one.withdrawn && !answered.has(one.id) && !decided.has(one.proposalId))
      .sort((a, b) => ((a.neededBy ?? '9') < (b.neededBy ?? '9') ? -1 : 1))
      .map(({ id, proposalId, neededBy: dueOn }) =>
        finder.task('advice_asked', id, { proposalId, dueOn, dueBecause: 'asked' }),
      ),
  ];
}

function proposals(finder: Finder): readonly Found[] {
  const { today, proposals: all } = finder.input;
  return all.flatMap((one) => {
    const { id, state, publication, requestedCents: cents } = one;
    const of = { proposalId: id, cents };
    const over = waitsForDecision(one) && publication !== undefined && publication.until < today;
    const toSchedule = (state === 'submitted' || state === 'deferred') && finder.meetingDayOf(id) === undefined;
    return [
      ...(over ? [finder.task('term_over', id, of)] : []),
      ...(toSchedule ? [finder.task('proposal_to_schedule', id, of)] : []),
      ...(state === 'draft' ? [finder.task('draft_to_submit', id, { ...of, doerIds: finder.makersOf(id) })] : []),
    ];
  });
}

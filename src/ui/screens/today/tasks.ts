// A task of the domain as a line on the screen: its words, where it leads and its mark.
import { canBeTaken } from '../../../domain/tasks/kinds.ts';
import type { Attention, AttentionKind } from '../../../domain/today.ts';
import {
  ArrowRight,
  Banknote,
  BookOpenCheck,
  Calendar,
  CalendarClock,
  ChartNoAxesColumn,
  CheckCheck,
  DoorClosed,
  FileText,
  Gavel,
  Handshake,
  Landmark,
  ListChecks,
  MessagesSquare,
  PencilLine,
  ReceiptText,
  RotateCcw,
  Scale,
  Split,
  Trash2,
  Undo2,
  UsersRound,
} from '../../icons.ts';
import { nlToday, type TaskFacts, type TaskWords } from '../../nl/today.ts';
import type { IconData } from '../../parts/icon.tsx';
import type { SeenTaskRows } from '../../task-rows.ts';

export interface TaskLine extends TaskWords {
  readonly key: string;
  readonly href: string;
  readonly icon: IconData;
  /** Of what can be taken and handed over: whose it is, and who gave it. */
  readonly whose: Pick<Attention, 'ownerId' | 'handedBy'> | undefined;
}

const icons: Readonly<Record<AttentionKind, IconData>> = {
  meeting_open: Gavel,
  meeting_today: Gavel,
  proposal_returned: RotateCcw,
  claim_returned: RotateCcw,
  second_count: ListChecks,
  count_differs: Split,
  claim_to_judge: ReceiptText,
  finding_to_answer: MessagesSquare,
  claim_second: CheckCheck,
  countersign_asked: PencilLine,
  advance_to_account: ReceiptText,
  advance_to_settle: ReceiptText,
  advance_refund: Undo2,
  payment_to_record: Banknote,
  decision_flagged: Scale,
  meeting_not_closed: CalendarClock,
  advice_asked: MessagesSquare,
  term_over: CalendarClock,
  proposal_to_schedule: Calendar,
  draft_to_submit: FileText,
  written: PencilLine,
  next_step: ArrowRight,
  stack_second_count: ListChecks,
  stack_differs: Split,
  consultation_to_close: UsersRound,
  list_to_adopt: Gavel,
  objection_to_answer: MessagesSquare,
  advice_late: CalendarClock,
  advice_to_handle: MessagesSquare,
  correction_to_get: RotateCcw,
  counter_contribution: Handshake,
  outcome_due: BookOpenCheck,
  outcome_year_due: BookOpenCheck,
  bank_lines: Landmark,
  year_to_close: DoorClosed,
  plan_due: ChartNoAxesColumn,
  sheets_to_destroy: Trash2,
};

const hrefs: Readonly<Record<AttentionKind, (task: Attention) => string>> = {
  meeting_open: ({ id }) => `/vergadering/${id}`,
  meeting_today: ({ id }) => `/vergadering/${id}`,
  proposal_returned: ({ id }) => `/aanvragen/${id}/bewerken`,
  claim_returned: ({ id }) => `/bon/${id}`,
  second_count: ({ proposalId }) => `/aanvragen/${proposalId}/draagvlak`,
  count_differs: ({ proposalId }) => `/aanvragen/${proposalId}/draagvlak`,
  claim_to_judge: ({ id }) => `/kas/declaratie/${id}`,
  finding_to_answer: () => '/kas/controle',
  claim_second: ({ id }) => `/kas/declaratie/${id}`,
  countersign_asked: ({ id }) => `/tekenen/${id}`,
  advance_to_account: ({ id }) => `/bon/${id}/afrekenen`,
  advance_to_settle: ({ id }) => `/kas/declaratie/${id}`,
  advance_refund: ({ id }) => `/bon/${id}`,
  payment_to_record: ({ id }) => `/kas/declaratie/${id}`,
  decision_flagged: ({ proposalId }) => `/aanvragen/${proposalId}`,
  meeting_not_closed: ({ id }) => `/vergadering/${id}`,
  advice_asked: ({ id }) => `/advies/${id}`,
  term_over: ({ id }) => `/aanvragen/${id}/toets`,
  proposal_to_schedule: ({ id }) => `/aanvragen/${id}`,
  draft_to_submit: ({ id }) => `/aanvragen/${id}/bewerken`,
  written: ({ proposalId, id, district }) =>
    proposalId === null || district !== null ? `/taken?taak=${id}` : `/aanvragen/${proposalId}`,
  next_step: ({ id }) => `/aanvragen/${id}`,
  stack_second_count: ({ id }) => `/raadpleging/${id.split(':')[0]}/tellen`,
  stack_differs: ({ id }) => `/raadpleging/${id.split(':')[0]}`,
  consultation_to_close: ({ id }) => `/raadpleging/${id}`,
  list_to_adopt: ({ id }) => `/print/besluitenlijst/${id}`,
  objection_to_answer: ({ proposalId }) => `/aanvragen/${proposalId}/draagvlak`,
  advice_late: ({ proposalId }) => `/aanvragen/${proposalId}/toets`,
  advice_to_handle: ({ proposalId }) => `/aanvragen/${proposalId}/toets`,
  correction_to_get: ({ id }) => `/aanvragen/${id}/bewerken`,
  counter_contribution: ({ proposalId }) => `/aanvragen/${proposalId}`,
  outcome_due: ({ id }) => `/aanvragen/${id}/verantwoording`,
  outcome_year_due: ({ proposalId }) => `/aanvragen/${proposalId}/verantwoording`,
  bank_lines: () => '/kas/bank',
  year_to_close: ({ id }) => `/kas/jaar?jaar=${id}`,
  plan_due: () => '/kas/plan',
  sheets_to_destroy: ({ key }) => `/taken?taak=${encodeURIComponent(key)}`,
};

export const isMeetingNow = ({ kind }: Attention): boolean => kind === 'meeting_open' || kind === 'meeting_today';

/** More of these than this are one line: a list that is mostly the same thing hides the rest. */
const sameKindMax = 2;

/** The tasks as lines, with what waits for an agenda taken together. */
export function taskLines(tasks: readonly Attention[], rows: SeenTaskRows): readonly TaskLine[] {
  const toSchedule = tasks.filter(({ kind }) => kind === 'proposal_to_schedule');
  if (toSchedule.length <= sameKindMax) return tasks.map((task) => taskLine(task, rows));
  const titles = toSchedule.map((task) => factsOf(task, rows).project);
  const together: TaskLine = {
    ...nlToday.tasks.schedule(titles),
    key: 'proposals_to_schedule',
    href: '/vergadering',
    icon: icons.proposal_to_schedule,
    whose: undefined,
  };
  const [first] = toSchedule;
  return tasks
    .filter((task) => task.kind !== 'proposal_to_schedule' || task === first)
    .map((task) => (task === first ? together : taskLine(task, rows)));
}

export function taskLine(task: Attention, rows: SeenTaskRows): TaskLine {
  return {
    ...nlToday.tasks.words(task.kind, factsOf(task, rows)),
    key: `${task.kind} ${task.id}`,
    href: hrefs[task.kind](task),
    icon: icons[task.kind],
    whose: canBeTaken(task.kind) ? task : undefined,
  };
}

function factsOf(task: Attention, rows: SeenTaskRows): TaskFacts {
  const proposal = rows.proposals.find(({ id }) => id === task.proposalId);
  const claim = rows.claims.find(({ id }) => id === task.id);
  const meeting = rows.meetings.find(({ id }) => id === task.id);
  const advice = rows.advice.find(({ id }) => id === task.id);
  const asked = rows.countersigns.find(({ id }) => id === task.id);
  const consultation = rows.consultations.find(({ id }) => id === task.id.split(':')[0]);
  const finding = rows.findings.find(({ id }) => id === task.id);
  return {
    project:
      proposal?.title ??
      task.district?.about ??
      meeting?.title ??
      advice?.about.title ??
      asked?.title ??
      consultation?.title ??
      '',
    before: advice?.neededBy ?? proposal?.publication?.until,
    cents: task.cents,
    sheetNumber: rows.sheets.find(({ id }) => id === task.id)?.number,
    payee: claim?.payeeName ?? asked?.payeeName ?? '',
    reason: finding?.text || claim?.settlement?.reason || claim?.judgeReason || proposal?.returnReason || '',
    meetingDay: meeting?.plannedOn,
    flags: rows.decisions.find(({ id }) => id === task.id)?.flags ?? [],
    // A year is the whole id, or its last part.
    ...{ text: task.text, count: task.count, year: task.id.slice(task.id.lastIndexOf(':') + 1) },
  };
}

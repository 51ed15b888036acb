// The tasks of the domain as lines of the task list: words, marks and where each leads.
import type { DossierTask, TaskId } from '../../../domain/dossier.ts';
import { reportDueOn } from '../../../domain/outcome.ts';
import { Banknote, BookOpenCheck, FileText, Gavel, ReceiptText, Scale, UsersRound } from '../../icons.ts';
import { nlDossier, type TaskFacts } from '../../nl/dossier.ts';
import { nlRuling } from '../../nl/ruling.ts';
import { nlSupport } from '../../nl/support.ts';
import type { IconData } from '../../parts/icon.tsx';
import type { Task, TaskState } from '../../parts/task-list.tsx';
import { rulingHref } from '../ruling/href.ts';
import type { CheckData } from '../ruling/use-check.ts';
import type { Dossier } from './use-dossier.ts';

const icons: Readonly<Record<TaskId, IconData>> = {
  proposal: FileText,
  support: UsersRound,
  decision: Gavel,
  payout: Banknote,
  receipts: ReceiptText,
  report: BookOpenCheck,
};

/** Anchors on the page for what it holds itself. */
export const planId = 'plan';
export const decisionsId = 'besluit';
export const claimsId = 'declaraties';

/** The one step that waits for whoever looks; undefined: no yellow on this page. */
export function turnOf(dossier: Dossier, isInitiator: boolean): DossierTask | undefined {
  return dossier.tasks.find((task) => {
    if (!task.mine) return false;
    // Signatures are not an obligation: nobody is behind with them.
    if (task.id === 'support' && task.status === 'none') return false;
    // The initiator was asked; the committee waits.
    return !(task.status === 'returned' && task.id === 'proposal' && !isInitiator && dossier.initiators.length > 0);
  });
}

export interface TaskRowsInput {
  readonly dossier: Dossier;
  readonly turn: DossierTask | undefined;
  readonly mayEdit: boolean;
  readonly isCommittee: boolean;
  readonly check: CheckData;
}

export function taskRows(input: TaskRowsInput): readonly Task[] {
  const { check, dossier, isCommittee } = input;
  const rows = stepRows(input);
  if (!isCommittee) return rows;
  const before = rows.findIndex(({ id }) => id === 'decision');
  return [...rows.slice(0, before), checkRow(dossier.proposal, check), ...rows.slice(before)];
}

/** The rules come before the decision. They are read by a person, so nobody is behind with them by himself. */
function checkRow({ id, state }: Dossier['proposal'], { checked, road }: CheckData): Task {
  const { lines, open, missed } = checked;
  const words = nlRuling.dossier;
  const decided = state !== 'draft' && state !== 'submitted' && state !== 'returned' && state !== 'deferred';
  const done = lines.length > 0 && open === 0;
  return {
    id: 'check',
    title: words.title,
    note: nlRuling.road.names[road.road],
    state: done ? 'done' : decided || lines.length === 0 ? 'later' : 'open',
    icon: Scale,
    status:
      lines.length === 0
        ? words.none
        : missed.length > 0
          ? words.missed(missed.length)
          : open > 0
            ? words.toCheck(open)
            : words.met,
    href: rulingHref(id),
  };
}

function stepRows(input: TaskRowsInput): readonly Task[] {
  return input.dossier.tasks.map((task): Task => {
    const words = nlDossier.tasks.words(task.id, task.status as never, factsOf(task, input));
    const mine = task === input.turn;
    return {
      id: task.id,
      title: nlDossier.tasks.titles[task.id],
      note: words.note === '' ? undefined : words.note,
      state: mine ? 'turn' : stateOf(task),
      icon: icons[task.id],
      status: mine ? nlDossier.tasks.yourTurn : words.status,
      href: hrefOf(task, input),
    };
  });
}

function stateOf(task: DossierTask): TaskState {
  if (task.status === 'refused' || task.status === 'withdrawn') return 'bad';
  if (task.state === 'done') return 'done';
  return task.state === 'waiting' && task.status !== 'on_agenda' ? 'later' : 'open';
}

function factsOf(task: DossierTask, { dossier, check }: TaskRowsInput): TaskFacts {
  const { proposal, support, meeting } = dossier;
  return {
    count: task.count,
    cents: task.cents,
    submittedOn: proposal.submittedOn,
    returnReason: proposal.returnReason ?? '',
    support: support.summary.sheets.length === 0 ? '' : nlSupport.short(support.summary),
    meetingDay: meeting?.plannedOn,
    reportDueOn: reportDueOn(proposal),
    road: check.loaded ? { ...check.road, step: check.step } : undefined,
    publishedUntil: proposal.publication?.until,
    over: task.state === 'done',
  };
}

function hrefOf(task: DossierTask, { dossier, mayEdit, isCommittee }: TaskRowsInput): string | undefined {
  const { id } = dossier.proposal;
  switch (task.id) {
    case 'proposal':
      return mayEdit ? `/aanvragen/${id}/bewerken` : `#${planId}`;
    case 'support':
      return isCommittee ? `/aanvragen/${id}/draagvlak` : undefined;
    case 'decision':
      if (dossier.decisions.some(({ withdrawn }) => !withdrawn)) return `#${decisionsId}`;
      return dossier.meeting === undefined || !isCommittee ? undefined : `/vergadering/${dossier.meeting.id}`;
    case 'report':
      return task.status === 'report_none' ? undefined : `/aanvragen/${id}/verantwoording`;
    case 'payout':
    case 'receipts':
      return dossier.claims.length === 0 ? undefined : `#${claimsId}`;
  }
}

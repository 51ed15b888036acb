/** What a message to the committee's own group says once a week. It leaves this app and may be passed on, so it holds nothing
 *  that only some of the committee see and nothing about residents: no amounts, no payees, no names but of the committee,
 *  of decisions only what is published, and no title of a proposal before everybody could read it. */
import { addDays } from '../dates.ts';
import type { Consultation, Decision, IsoDate, Meeting, Member, Proposal, Task } from '../rows.ts';
import type { OpenTask } from './openTasks.ts';
import { committeeTasks, whenOf } from './taskList.ts';

export interface WeekInput {
  readonly today: IsoDate;
  readonly tasks: readonly OpenTask[];
  readonly members: readonly Member[];
  readonly meetings: readonly Meeting[];
  readonly consultations: readonly Consultation[];
  readonly proposals: readonly Proposal[];
  readonly decisions: readonly Decision[];
  readonly taskRows: readonly Task[];
}

export interface Gathering {
  readonly title: string;
  readonly place: string;
  readonly day: IsoDate;
  readonly startTime: string;
}

export interface Week {
  readonly held: readonly { readonly title: string; readonly day: IsoDate; readonly decisions: number }[];
  readonly newProposals: number;
  readonly decided: readonly { readonly title: string; readonly outcome: Decision['outcome'] }[]; // published
  readonly done: readonly Task[]; // written down, and done
  /** Late or due within the week; the first due first. */
  readonly due: readonly OpenTask[];
  readonly undated: number;
  readonly coming: readonly Gathering[];
  /** Proposals whose title everybody could read: a decision about them is published, or they are themselves (S8), or they
   *  stand on the papers of a consultation that was announced (S9). */
  readonly openIds: ReadonlySet<string>;
}

const backDays = 7;
const aheadDays = 14;

export function weekOf(input: WeekInput): Week {
  const { today, meetings, consultations, proposals, decisions, taskRows } = input;
  const past = (day: IsoDate | null): boolean => day !== null && day > addDays(today, -backDays) && day <= today;
  const ahead = (day: IsoDate): boolean => day >= today && day <= addDays(today, aheadDays);
  const tasks = committeeTasks(input.tasks, input.members);
  const standing = decisions.filter(({ withdrawn }) => !withdrawn);
  const gatherings: readonly Gathering[] = [
    ...meetings
      .filter(({ state, plannedOn }) => state !== 'closed' && ahead(plannedOn))
      .map(({ title, place, plannedOn: day, startTime }) => ({ title, place, day, startTime })),
    ...consultations
      .filter(({ state, heldOn }) => state === 'announced' && ahead(heldOn))
      .map(({ title, place, heldOn: day, startTime }) => ({ title, place, day, startTime })),
  ];
  return {
    held: meetings
      .filter(({ state, plannedOn }) => state === 'closed' && past(plannedOn))
      .map(({ id, title, plannedOn: day }) => ({
        ...{ title, day },
        decisions: standing.filter(({ meetingId }) => meetingId === id).length,
      })),
    newProposals: proposals.filter(({ submittedOn, past: before }) => before !== true && past(submittedOn)).length,
    decided: standing
      .filter(({ published, decidedOn }) => published && past(decidedOn))
      .map(({ proposalId, outcome, title }) => ({
        title: title ?? proposals.find(({ id }) => id === proposalId)?.title ?? '',
        outcome,
      })),
    done: taskRows.filter(({ written, doneOn }) => written !== null && past(doneOn)),
    due: tasks.filter((task) => ['late', 'week'].includes(whenOf(task, today))),
    undated: tasks.filter(({ dueOn }) => dueOn === null).length,
    coming: [...gatherings].sort((a, b) => (`${a.day} ${a.startTime}` < `${b.day} ${b.startTime}` ? -1 : 1)),
    openIds: new Set([
      ...standing.filter(({ published }) => published).map(({ proposalId }) => proposalId),
      ...proposals
        .filter(({ publication }) => publication !== undefined && publication.on <= today)
        .map(({ id }) => id),
      ...consultations
        .filter(({ state }) => state !== 'cancelled')
        .flatMap(({ options }) => options.map(({ proposalId }) => proposalId)),
    ]),
  };
}

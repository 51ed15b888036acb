/** Who took on what is to be done. Most tasks follow from other rows (src/domain/tasks/openTasks.ts) and have a row only
 *  when somebody took or confirmed them; what people write down themselves stands here whole. Of the committee alone, but
 *  for what is asked of the district (S21). */
import type { IsoDate } from './values.ts';

export interface WrittenTask {
  readonly text: string;
  readonly dueOn: IsoDate | null;
  readonly proposalId: string | null;
  readonly addedBy: string;
  readonly addedOn: IsoDate;
  /** Absent: the committee does it. Asked of the district's maintenance (stadsdeelbeheer), which sees of the proposal only
   *  what stands here: `about` is its title when it was asked, or ''. */
  readonly district?: { readonly about: string };
}

export interface Task {
  readonly id: string; // taskKey(kind, subject) of what follows from other rows; a UUID of what somebody wrote down
  readonly written: WrittenTask | null;
  readonly ownerId: string | null;
  readonly note: string; // for who takes it over: what was done already, whom to ring
  readonly handedBy: string | null;
  readonly doneOn: IsoDate | null; // only of what was written down, and of what no other row can show
  readonly doneBy: string | null;
}

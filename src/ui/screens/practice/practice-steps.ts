// The steps of a practice evening, ticked off by what was done: nobody has to say that it was.
import type { AgendaItem, Decision, Meeting, Member, Presence, PresenceMark, Recusal } from '../../../domain/rows.ts';

export const stepNames = ['open', 'present', 'quorum', 'recuse', 'decide', 'undo', 'all', 'list'] as const;
export type StepName = (typeof stepNames)[number];

export interface Done {
  readonly meetings: readonly Pick<Meeting, 'state'>[];
  readonly presences: readonly Pick<Presence, 'state' | 'personId'>[];
  readonly marks: readonly Pick<PresenceMark, 'personId' | 'state'>[];
  readonly members: readonly Pick<Member, 'active'>[];
  readonly recusals: readonly Pick<Recusal, 'recused'>[];
  readonly items: readonly Pick<AgendaItem, 'id'>[];
  readonly decisions: readonly Pick<Decision, 'itemId' | 'withdrawn'>[];
}

export function stepsDone(done: Done): ReadonlySet<StepName> {
  const { meetings, presences, marks, members, recusals, items, decisions } = done;
  const came = new Set(
    [...presences, ...marks].filter(({ state }) => state === 'present').map(({ personId }) => personId),
  );
  const standing = new Set(decisions.filter(({ withdrawn }) => !withdrawn).map(({ itemId }) => itemId));
  const steps: Readonly<Record<StepName, boolean>> = {
    open: meetings.some(({ state }) => state !== 'planned'),
    present: came.size > 0,
    quorum: came.size * 2 > members.filter(({ active }) => active).length,
    recuse: recusals.some(({ recused }) => recused),
    decide: decisions.length > 0,
    undo: decisions.some(({ withdrawn }) => withdrawn),
    all: items.length > 0 && items.every(({ id }) => standing.has(id)),
    list: meetings.some(({ state }) => state === 'closed'),
  };
  return new Set(stepNames.filter((name) => steps[name]));
}

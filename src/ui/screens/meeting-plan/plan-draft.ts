// What is filled in to plan a meeting, and what it means. Items carry their own key, so that an order can change.
import { isIsoDate } from '../../../domain/dates.ts';
import type { IsoDate, Proposal } from '../../../domain/rows.ts';
import { nlAfterwards } from '../../nl/meeting-around.ts';
import { nlPlan } from '../../nl/meeting-plan.ts';
import type { FieldError } from '../../parts/error-summary.tsx';

export interface PlanItem {
  readonly key: string; // the proposal's id, or a nonce for an item without one
  readonly proposalId: string | null;
  readonly title: string;
}

export interface WhenAndWhere {
  readonly title: string;
  readonly place: string;
  readonly plannedOn: string;
  readonly startTime: string; // as typed: '19.30', '19:30', '1930'
}

export interface PlanDraft extends WhenAndWhere {
  /** Held already, without the app. */
  readonly afterwards: boolean;
  readonly endTime: string; // as typed; only of one that was held already
  /** Made with the draft: planning twice after a crash is one meeting. */
  readonly meetingId: string;
  readonly items: readonly PlanItem[];
  readonly ownTitle: string;
}

export const planFields = { title: 'naam', place: 'plaats', date: 'dag', time: 'tijd', endTime: 'eindtijd' } as const;

export function emptyPlan(newId: () => string): PlanDraft {
  return {
    meetingId: newId(),
    title: nlPlan.nameDefault,
    place: '',
    plannedOn: '',
    startTime: '19.30',
    afterwards: false,
    endTime: '',
    ownTitle: '',
    items: [
      { key: newId(), proposalId: null, title: nlPlan.opening },
      { key: newId(), proposalId: null, title: nlPlan.closing },
    ],
  };
}

/** What can still be decided. Finished, refused and withdrawn ones come back only as a new proposal. */
export function canBeOnAgenda({ state }: Pick<Proposal, 'state'>): boolean {
  return state === 'submitted' || state === 'deferred';
}

/** A ticked proposal goes before the closing item, where people expect it; unticked it goes away. */
export function toggled(items: readonly PlanItem[], proposal: Pick<Proposal, 'id' | 'title'>): readonly PlanItem[] {
  if (items.some(({ key }) => key === proposal.id)) return items.filter(({ key }) => key !== proposal.id);
  return inserted(items, { key: proposal.id, proposalId: proposal.id, title: proposal.title });
}

export function inserted(items: readonly PlanItem[], item: PlanItem): readonly PlanItem[] {
  const last = items.at(-1);
  const closes = last !== undefined && last.proposalId === null && last.title === nlPlan.closing;
  return closes ? [...items.slice(0, -1), item, last] : [...items, item];
}

export function moved(items: readonly PlanItem[], key: string, by: 1 | -1): readonly PlanItem[] {
  const from = items.findIndex((item) => item.key === key);
  const to = from + by;
  const item = items[from];
  const other = items[to];
  if (item === undefined || other === undefined) return items;
  return items.map((row, at) => (at === from ? other : at === to ? item : row));
}

/** 'HH:MM' from '19.30', '19:30', '19u30', '1930' or '9.05'; undefined when it is no time. */
export function timeFrom(typed: string): string | undefined {
  const match = /^(\d{1,2})\s*[.:uh]?\s*(\d{2})?(?:\s*uur)?$/.exec(typed.trim().toLowerCase());
  if (match === null) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? '0')];
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** `today` undefined: the day may have gone by (a meeting that was not planned in the app). */
export function planProblems(draft: WhenAndWhere, today: IsoDate | undefined): readonly FieldError[] {
  const { errors } = nlPlan;
  const problems: FieldError[] = [];
  if (!isIsoDate(draft.plannedOn)) problems.push({ fieldId: planFields.date, sentence: errors.date });
  else if (today !== undefined && draft.plannedOn < today)
    problems.push({ fieldId: planFields.date, sentence: nlAfterwards.past });
  if (timeFrom(draft.startTime) === undefined) problems.push({ fieldId: planFields.time, sentence: errors.time });
  if (draft.place.trim() === '') problems.push({ fieldId: planFields.place, sentence: errors.place });
  if (draft.title.trim() === '') problems.push({ fieldId: planFields.title, sentence: errors.name });
  return problems;
}

/** Of a meeting that was held already: its day has gone by, and it ended. */
export function heldProblems(draft: PlanDraft, today: IsoDate): readonly FieldError[] {
  const problems = planProblems(draft, undefined);
  const future = isIsoDate(draft.plannedOn) && draft.plannedOn > today;
  return [
    ...problems,
    ...(future ? [{ fieldId: planFields.date, sentence: nlAfterwards.future }] : []),
    ...(timeFrom(draft.endTime) === undefined
      ? [{ fieldId: planFields.endTime, sentence: nlAfterwards.endError }]
      : []),
  ];
}

/** Everything that is ready, before the item that closes the evening; what was picked already stays where it is. */
export function withAll(
  items: readonly PlanItem[],
  proposals: readonly Pick<Proposal, 'id' | 'title'>[],
): readonly PlanItem[] {
  return proposals
    .filter(({ id }) => !items.some(({ key }) => key === id))
    .reduce((list, { id, title }) => inserted(list, { key: id, proposalId: id, title }), items);
}

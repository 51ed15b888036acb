// Everything that Vandaag is made of: what tasks follow from, and payments for what just happened.
import { attentionOf } from '../../../domain/today.ts';
import { type Seen, useMe, useRows, useToday } from '../../data.ts';
import { type SeenTaskRows, useTaskRows } from '../../task-rows.ts';

export interface TodayRows extends SeenTaskRows {
  readonly payments: readonly Seen<'payment'>[];
}

export function useTodayRows(): TodayRows {
  return { ...useTaskRows().value, payments: useRows('payment') };
}

export function useAttention(rows: TodayRows) {
  const { access } = useMe();
  const today = useToday();
  return attentionOf({ access, today, ...rows });
}

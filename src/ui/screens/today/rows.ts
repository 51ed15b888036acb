// Everything that Vandaag is made of. One live read a type, so that a change in one table reads only that table again.
import { attentionOf } from '../../../domain/today.ts';
import { type Seen, useMe, useRows, useToday } from '../../data.ts';

export interface TodayRows {
  readonly proposals: readonly Seen<'proposal'>[];
  readonly sheets: readonly Seen<'supportSheet'>[];
  readonly counts: readonly Seen<'supportCount'>[];
  readonly meetings: readonly Seen<'meeting'>[];
  readonly agendaItems: readonly Seen<'agendaItem'>[];
  readonly decisions: readonly Seen<'decision'>[];
  readonly claims: readonly Seen<'claim'>[];
  readonly countersigns: readonly Seen<'countersign'>[];
  readonly findings: readonly Seen<'auditFinding'>[];
  readonly members: readonly Seen<'member'>[];
  readonly payments: readonly Seen<'payment'>[];
  readonly advice: readonly Seen<'advice'>[];
  readonly adviceAnswers: readonly Seen<'adviceAnswer'>[];
}

export function useTodayRows(): TodayRows {
  return {
    proposals: useRows('proposal'),
    sheets: useRows('supportSheet'),
    counts: useRows('supportCount'),
    meetings: useRows('meeting'),
    agendaItems: useRows('agendaItem'),
    decisions: useRows('decision'),
    claims: useRows('claim'),
    countersigns: useRows('countersign'),
    findings: useRows('auditFinding'),
    members: useRows('member'),
    payments: useRows('payment'),
    advice: useRows('advice'),
    adviceAnswers: useRows('adviceAnswer'),
  };
}

export function useAttention(rows: TodayRows) {
  const { access } = useMe();
  const today = useToday();
  return attentionOf({ access, today, ...rows });
}

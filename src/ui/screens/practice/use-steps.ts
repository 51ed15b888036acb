import { useRows } from '../../data.ts';
import { type StepName, stepsDone } from './practice-steps.ts';

export function useSteps(): ReadonlySet<StepName> {
  return stepsDone({
    meetings: useRows('meeting'),
    presences: useRows('presence'),
    marks: useRows('presenceMark'),
    members: useRows('member'),
    recusals: useRows('recusal'),
    items: useRows('agendaItem'),
    decisions: useRows('decision'),
  });
}

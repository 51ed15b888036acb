// What was asked of the district about one proposal, and what it answered, live.
import { type Seen, useRowsFound } from '../../data.ts';

export interface AdviceAsked {
  readonly advice: Seen<'advice'>;
  /** The oldest first. */
  readonly answers: readonly Seen<'adviceAnswer'>[];
}

export function useAdvice(proposalId: string): readonly AdviceAsked[] {
  const asked = useRowsFound('advice', 'proposalId', proposalId).value;
  const answers = useRowsFound('adviceAnswer', 'proposalId', proposalId).value;
  return joined(asked, answers);
}

/** The latest question first. */
export function joined(
  asked: readonly Seen<'advice'>[],
  answers: readonly Seen<'adviceAnswer'>[],
): readonly AdviceAsked[] {
  const byDay = (a: string, b: string): number => (a < b ? -1 : 1);
  return [...asked]
    .sort((a, b) => byDay(`${b.askedOn} ${b.id}`, `${a.askedOn} ${a.id}`))
    .map((advice) => ({
      advice,
      answers: answers
        .filter(({ adviceId }) => adviceId === advice.id)
        .sort((a, b) => byDay(`${a.answeredOn} ${a.id}`, `${b.answeredOn} ${b.id}`)),
    }));
}

/** What the chair may want to look at in a decision: the flags that were raised when it was recorded, and where the room
 *  as the decision has it differs from the rows that have arrived since (D2). Derived, so never out of date. */
import type { Decision, DecisionFlag, Presence, Recusal } from './rows.ts';

export type ShownFlag = DecisionFlag | 'presence_differs' | 'recusal_differs';

export interface DecisionCheck {
  readonly flags: readonly ShownFlag[];
  readonly presentOnlyInRows: readonly string[]; // marked present now, not when it was decided: came later, or was missed
  readonly presentOnlyInDecision: readonly string[]; // present when it was decided, not now: left later, or marked wrongly
  readonly recusedOnlyInRows: readonly string[];
  readonly recusedOnlyInDecision: readonly string[];
}

/** `presence` of the meeting, `recusals` of the item. Somebody without a presence row is not judged: nobody said he was away. */
export function checkDecision(
  decision: Decision,
  presence: readonly Presence[],
  recusals: readonly Recusal[],
): DecisionCheck {
  const { presentIds, recusedIds } = decision.takenUnder;
  const ofMeeting = presence.filter((row) => row.meetingId === decision.meetingId);
  const ofItem = recusals.filter((row) => row.itemId === decision.itemId);
  const presentNow = idsWhere(ofMeeting, (row) => row.state === 'present');
  const awayNow = idsWhere(ofMeeting, (row) => row.state !== 'present');
  const recusedNow = idsWhere(ofItem, (row) => row.recused);
  const presentOnlyInRows = minus(presentNow, presentIds);
  const presentOnlyInDecision = presentIds.filter((id) => awayNow.includes(id));
  const recusedOnlyInRows = minus(recusedNow, recusedIds);
  const recusedOnlyInDecision = minus(recusedIds, recusedNow);
  const shown: readonly ShownFlag[] = [
    ...decision.flags,
    ...(presentOnlyInRows.length + presentOnlyInDecision.length > 0 ? (['presence_differs'] as const) : []),
    ...(recusedOnlyInRows.length + recusedOnlyInDecision.length > 0 ? (['recusal_differs'] as const) : []),
  ];
  return { flags: shown, presentOnlyInRows, presentOnlyInDecision, recusedOnlyInRows, recusedOnlyInDecision };
}

function idsWhere<T extends { readonly personId: string }>(
  rows: readonly T[],
  test: (row: T) => boolean,
): readonly string[] {
  return rows.filter(test).map((row) => row.personId);
}
const minus = (all: readonly string[], some: readonly string[]): readonly string[] =>
  all.filter((id) => !some.includes(id));

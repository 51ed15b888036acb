// Votes, decision, amount, conditions, and the one button that records them. At most four taps: all in favour, award,
// record, next item (D26).
import { useState } from 'preact/hooks';
import type { DecisionOutcome, MeetingRules } from '../../../domain/rows.ts';
import type { Checked } from '../../../domain/ruleCheck/check.ts';
import { fitsVotes, voteResult } from '../../../domain/votes.ts';
import { CircleAlert, CircleCheckBig, CircleSlash2, CircleX, Gavel, Pause } from '../../icons.ts';
import { nlDecision } from '../../nl/decision.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { Button } from '../../parts/button.tsx';
import { Section } from '../../parts/card.tsx';
import { Decide, type DecideOption } from '../../parts/choice.tsx';
import type { FormErrors } from '../../parts/error-summary.tsx';
import { Note } from '../../parts/status.tsx';
import { MoneyField, TextArea } from '../../parts/text-fields.tsx';
import { ExceptionFields } from './check-part.tsx';
import { Conditions } from './conditions.tsx';
import {
  awardedCentsOf,
  type DecisionDraft,
  decisionFields,
  isMoneyOutcome,
  needsReason,
  reasonLengthMax,
  withAmountLeft,
  withOutcome,
} from './decision-draft.ts';
import type { Attender } from './people-model.ts';
import { voteTaken } from './vote-draft.ts';
import { VotesCard } from './votes-card.tsx';

const words = nlDecision.decide;
const options: readonly DecideOption<DecisionOutcome>[] = [
  { value: 'awarded', label: words.award, icon: CircleCheckBig },
  { value: 'partly_awarded', label: words.part, icon: CircleSlash2 },
  { value: 'refused', label: words.refuse, icon: CircleX },
  { value: 'deferred', label: words.defer, icon: Pause },
];

export interface DecisionFormProps {
  readonly draft: DecisionDraft;
  readonly set: (change: (draft: DecisionDraft) => DecisionDraft) => void;
  readonly form: FormErrors;
  readonly requestedCents: number;
  readonly table: readonly Attender[];
  readonly rules: MeetingRules;
  /** Members who decide along; the votes should add up to this. */
  readonly decidingCount: number;
  /** What the award would take above what is free; 0 when it fits. */
  readonly overFreeCents: number;
  readonly checked: Checked;
}

export function DecisionForm(props: DecisionFormProps) {
  const { draft, set, form, requestedCents, overFreeCents, checked } = props;
  const [becamePart, setBecamePart] = useState(false);
  const choose = (outcome: DecisionOutcome) => {
    setBecamePart(false);
    set((value) => withOutcome(value, outcome, requestedCents));
  };
  const leaveAmount = () => {
    setBecamePart(draft.outcome === 'awarded' && withAmountLeft(draft, requestedCents).outcome === 'partly_awarded');
    set((value) => withAmountLeft(value, requestedCents));
  };
  // Required it stands at the amount; else last, out of the way of an ordinary award.
  const reason = (
    <TextArea
      id={decisionFields.reason}
      label={draft.outcome === 'deferred' ? words.reasonDefer : words.reason}
      hint={words.reasonHint}
      optional={!needsReason(draft.outcome)}
      rows={2}
      maxLength={reasonLengthMax}
      value={draft.reason}
      error={form.of(decisionFields.reason)}
      onValue={(reason) => set((value) => ({ ...value, reason }))}
    />
  );
  return (
    <>
      <VotesCard {...props} />
      <Section title={words.title} id="besluit">
        <Decide
          legend={words.legend}
          id={decisionFields.outcome}
          options={options}
          value={draft.outcome ?? undefined}
          onValue={choose}
        />
        <VotesOtherwise {...props} />
        {isMoneyOutcome(draft.outcome) && (
          <MoneyField
            big
            id={decisionFields.amount}
            label={words.amount}
            value={draft.amount}
            error={form.of(decisionFields.amount)}
            after={draft.outcome === 'partly_awarded' ? words.amountOf(requestedCents) : undefined}
            onValue={(amount) => set((value) => ({ ...value, amount }))}
            onLeave={leaveAmount}
          />
        )}
        {becamePart && draft.outcome === 'partly_awarded' && (
          <Note icon={CircleSlash2} live="status">
            {words.becamePart}
          </Note>
        )}
        {isMoneyOutcome(draft.outcome) && overFreeCents > 0 && (
          <Note tone="look" icon={CircleAlert} live="status">
            {nlMeeting.proposal.overFree(overFreeCents)}
          </Note>
        )}
        <ExceptionFields {...{ draft, set, form, checked }} />
        {needsReason(draft.outcome) && reason}
        {draft.outcome !== 'refused' && <Conditions draft={draft} set={set} form={form} />}
        {draft.outcome !== null && !needsReason(draft.outcome) && reason}
      </Section>
    </>
  );
}

/** Before it is recorded: everybody who abstained, a majority the other way, a tie that waits. It can still be recorded,
 *  because what people did in the room is a fact (D2). */
function VotesOtherwise({ draft, table, rules }: DecisionFormProps) {
  if (draft.outcome === null) return null;
  const taken = voteTaken(draft, table, rules);
  const result = voteResult(taken);
  if (result === 'tied' || fitsVotes(draft.outcome, taken)) return null;
  return (
    <Note tone="look" icon={CircleAlert} live="status">
      {nlDecision.votes.otherwise(result)}
    </Note>
  );
}

export interface RecordButtonProps {
  readonly draft: DecisionDraft;
  readonly busy: boolean;
  readonly onRecord: () => void;
}

/** Says exactly what will be written down. Two presses are one decision: the second equals the first. */
export function RecordButton({ draft, busy, onRecord }: RecordButtonProps) {
  return (
    <Button
      kind="primary"
      big
      wide
      icon={Gavel}
      busy={busy}
      blocked={draft.outcome === null ? words.record.none : undefined}
      onClick={onRecord}
    >
      {recordLabel(draft)}
    </Button>
  );
}

export function recordLabel(draft: DecisionDraft): string {
  const { record } = words;
  const cents = awardedCentsOf(draft);
  switch (draft.outcome) {
    case null:
      return record.none;
    case 'awarded':
      return record.awarded(cents ?? 0);
    case 'partly_awarded':
      return record.partly(cents);
    case 'refused':
      return record.refused;
    case 'deferred':
      return record.deferred;
  }
}

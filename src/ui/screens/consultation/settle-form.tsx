// Two counts of one stack that differ, and the choice which of them holds. Neither is preselected.
import { isVotingRole } from '../../../domain/access.ts';
import { ballotDifference } from '../../../domain/consultation/stacks.ts';
import { votingMemberIds } from '../../../domain/quorum.ts';
import type { OptionVotes, StackContent } from '../../../domain/rows.ts';
import { maySettle } from '../../../domain/support.ts';
import { Refusal, type Seen, useCommand, useMe, useRows } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Info } from '../../icons.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import { Button } from '../../parts/button.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { Note } from '../../parts/status.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import type { ConsultationData } from './use-consultation.ts';

const words = nlConsultation.settle;

export interface SettleFormProps {
  readonly data: ConsultationData;
  readonly stack: Seen<'ballotStack'>;
}

export function SettleForm({ data, stack }: SettleFormProps) {
  const { personId, access } = useMe();
  const members = useRows('member');
  const counts = data.counts.filter(({ stackId }) => stackId === stack.id);
  const countedBy = counts.map((count) => count.countedBy);
  if (!isVotingRole(access.role)) return null;
  if (!maySettle(countedBy, personId, votingMemberIds(members).length)) return <Note icon={Info}>{words.notYou}</Note>;
  return <Choose stack={stack} counts={counts} />;
}

interface ChooseProps {
  readonly stack: Seen<'ballotStack'>;
  readonly counts: readonly Seen<'ballotCount'>[];
}

function Choose({ stack, counts }: ChooseProps) {
  const { personId } = useMe();
  const draftKey = `ballotStack.settle:${stack.id}`;
  const draft = useDraft(draftKey, { choice: '', reason: '' });
  const form = useFormErrors();
  const command = useCommand('ballotStack.settle');
  const { choice, reason } = draft.value;
  const fields = { choice: `keuze-${stack.number}`, reason: `reden-${stack.number}` };
  const chosen = counts.find(({ id }) => id === choice);
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved(stack.number) });
  };
  const send = async () => {
    const problems = [
      ...(chosen === undefined ? [{ fieldId: fields.choice, sentence: words.errors.choice }] : []),
      ...(reason.trim() === '' ? [{ fieldId: fields.reason, sentence: words.errors.reason }] : []),
    ];
    if (!form.check(problems) || chosen === undefined) return;
    const args = { stackId: stack.id, content: chosen.content, reason: reason.trim() };
    if ((await command.send(args, { draftKey })).saved) await done();
  };
  return (
    <Form class="bk-stack bk-gap-3" onSend={send}>
      <h4>{words.title(stack.number)}</h4>
      <ErrorSummary form={form} />
      <RadioGroup
        id={fields.choice}
        label={words.choose}
        hint={words.lead}
        error={form.of(fields.choice)}
        options={counts.map(({ id, countedBy, content }, at) => ({
          value: id,
          label: countedBy === personId ? words.yours : words.other(at + 1),
          note: noteOf(content, counts.find((other) => other.id !== id)?.content),
        }))}
        value={choice === '' ? undefined : choice}
        onValue={(value) => draft.set({ choice: value })}
      />
      <TextArea
        id={fields.reason}
        label={words.reason}
        hint={words.reasonHint}
        rows={2}
        maxLength={1_000}
        error={form.of(fields.reason)}
        value={reason}
        onValue={(value) => draft.set({ reason: value })}
      />
      <Refusal command={command} onSaved={() => void done()} />
      <Button type="submit" busy={command.busy}>
        {words.save}
      </Button>
    </Form>
  );
}

/** What to look for on the paper: papers that only this count has, or the plans whose numbers differ. */
function noteOf(content: StackContent, other: StackContent | undefined): string {
  const { blankCount, invalidCount } = content;
  const valid = content.kind === 'tally' ? content.ballotCount : content.ballots.length;
  const sum = nlConsultation.stacks.papers(valid, blankCount, invalidCount);
  if (other === undefined) return sum;
  if (content.kind === 'ballots' && other.kind === 'ballots') {
    const { onlyA } = ballotDifference(content.ballots, other.ballots);
    return onlyA.length === 0 ? sum : `${sum}. ${words.onlyHere(onlyA)}`;
  }
  if (content.kind === 'tally' && other.kind === 'tally') {
    const same = (votes: OptionVotes): boolean =>
      other.votes.some(
        (theirs) =>
          theirs.number === votes.number &&
          theirs.forCount === votes.forCount &&
          theirs.againstCount === votes.againstCount &&
          theirs.abstainedCount === votes.abstainedCount,
      );
    const differing = content.votes.filter((votes) => !same(votes)).map(words.votes);
    return [sum, ...differing].join('; ');
  }
  return sum;
}

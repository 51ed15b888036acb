// A question to the district. It takes along what the district needs to know of the plan, and nothing else.
import { isIsoDate } from '../../../domain/dates.ts';
import { newId, type Seen, useCommand, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { EyeOff } from '../../icons.ts';
import { titleOr } from '../../nl/proposals.ts';
import { nlRuling } from '../../nl/ruling.ts';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Note } from '../../parts/status.tsx';
import { DateField, TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame } from '../settings/form-frame.tsx';

const words = nlRuling.advice;

export interface AskFormProps {
  readonly proposal: Seen<'proposal'>;
  readonly onDone: () => void;
}

export function AskForm({ proposal, onDone }: AskFormProps) {
  const today = useToday();
  const form = useFormErrors();
  const command = useCommand('advice.ask');
  const draftKey = `advice.ask:${proposal.id}`;
  const draft = useDraft(draftKey, { adviceId: '', question: '', neededBy: '' });
  const { question, neededBy } = draft.value;
  const done = async () => {
    await draft.clear();
    showToast({ text: words.sent });
    onDone();
  };
  const submit = async () => {
    if (!form.check(question.trim() === '' ? [{ fieldId: 'vraag', sentence: words.questionMissing }] : [])) return;
    // Kept with the draft: after a crash the same question is sent again, not a second one.
    const adviceId = draft.value.adviceId === '' ? newId() : draft.value.adviceId;
    draft.set({ adviceId });
    const { summary, requestedCents, quarters, streets, period } = proposal;
    const args = {
      ...{ adviceId, proposalId: proposal.id, question: question.trim(), askedOn: today },
      about: { title: titleOr(proposal.title), summary, requestedCents, quarters, streets, period },
      neededBy: isIsoDate(neededBy) ? neededBy : null,
    };
    if ((await command.send(args, { draftKey })).saved) await done();
  };
  return (
    <FormFrame
      title={words.askTitle}
      lead={titleOr(proposal.title)}
      {...{ form, command, restored: draft.restored, button: words.send }}
      onSubmit={() => void submit()}
      onSaved={() => void done()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <TextArea
        {...{ id: 'vraag', label: words.question, hint: words.questionHint, error: form.of('vraag'), value: question }}
        {...{ rows: 4, maxLength: 2_000 }}
        onValue={(value) => draft.set({ question: value })}
      />
      <DateField
        {...{ id: 'nodig', label: words.needed, optional: true, value: neededBy, min: today }}
        onValue={(value) => draft.set({ neededBy: value })}
      />
      <Note icon={EyeOff}>{words.askNote}</Note>
    </FormFrame>
  );
}

// One text that is added to a dossier: a message, a lesson. Opens with a button, keeps what is typed.
import { useState } from 'preact/hooks';
import { newId, Refusal, type RefusalOf, type Sent } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Plus } from '../../icons.ts';
import { Button } from '../../parts/button.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { SaveOrLeave } from '../../parts/save-or-leave.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';

export interface SayFormProps {
  readonly fieldId: string;
  readonly draftKey: string;
  readonly words: {
    readonly open: string;
    readonly label: string;
    readonly hint: string;
    readonly add: string;
    readonly saved: string;
    readonly empty: string;
  };
  readonly command: {
    readonly busy: boolean;
    readonly refusal: RefusalOf | undefined;
    saveAnyway(): Promise<Sent | undefined>;
    forget(): void;
  };
  readonly send: (id: string, text: string) => Promise<{ readonly saved: boolean }>;
}

export function SayForm({ fieldId, draftKey, words, command, send }: SayFormProps) {
  const draft = useDraft(draftKey, { text: '', id: '' });
  const form = useFormErrors();
  const [asked, setAsked] = useState(false);
  const { text } = draft.value;
  const done = async () => {
    await draft.clear();
    setAsked(false);
    showToast({ text: words.saved });
  };
  const add = async () => {
    if (!form.check(text.trim() === '' ? [{ fieldId, sentence: words.empty }] : [])) return;
    // Kept with the draft: after a crash the same text is sent again, not a second one.
    const id = draft.value.id === '' ? newId() : draft.value.id;
    draft.set({ id });
    if ((await send(id, text.trim())).saved) await done();
  };
  if (!asked && text === '') {
    return (
      <Button icon={Plus} onClick={() => setAsked(true)}>
        {words.open}
      </Button>
    );
  }
  return (
    <Form class="bk-stack bk-gap-3" onSend={add}>
      <TextArea
        id={fieldId}
        label={words.label}
        hint={words.hint}
        rows={3}
        maxLength={5_000}
        error={form.of(fieldId)}
        value={text}
        onValue={(value) => draft.set({ text: value })}
      />
      <Refusal command={command} onSaved={() => void done()} />
      <SaveOrLeave
        {...{ save: words.add, busy: command.busy, primary: false }}
        onLeave={() => void draft.clear().then(() => setAsked(false))}
      />
    </Form>
  );
}

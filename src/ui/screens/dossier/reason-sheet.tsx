// A step that asks for a reason: giving back and withdrawing.
import { type CommandUse, Refusal } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/dialog.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';

export interface ReasonWords {
  readonly title: string;
  readonly label: string;
  readonly button: string;
  readonly cancel: string;
  readonly saved: string;
  readonly error: string;
}

export interface ReasonSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly words: ReasonWords;
  readonly text?: string | undefined;
  readonly hint?: string | undefined;
  readonly bad?: boolean | undefined;
  readonly draftKey: string;
  readonly command:
    | CommandUse<'proposal.return'>
    | CommandUse<'proposal.withdraw'>
    | CommandUse<'support.withdraw'>
    | CommandUse<'support.answer'>
    | CommandUse<'idea.setAside'>;
  /** What stands there already, to be changed. */
  readonly start?: string | undefined;
  readonly send: (reason: string) => Promise<{ readonly saved: boolean }>;
  readonly undo?: (() => Promise<void>) | undefined;
}

const fieldId = 'reden';

export function ReasonSheet(props: ReasonSheetProps) {
  const { open, onClose, words, command } = props;
  const draft = useDraft(props.draftKey, { reason: props.start ?? '' });
  const form = useFormErrors();
  const { reason } = draft.value;
  const done = async () => {
    await draft.clear();
    onClose();
    showToast({ text: words.saved, ...(props.undo === undefined ? {} : { undo: props.undo }) });
  };
  const submit = async () => {
    if (!form.check(reason.trim() === '' ? [{ fieldId, sentence: words.error }] : [])) {
      document.getElementById(fieldId)?.focus();
      return;
    }
    if ((await props.send(reason.trim())).saved) await done();
  };
  return (
    <Sheet open={open} onClose={onClose} title={words.title}>
      <Form class="bk-stack bk-gap-3" onSend={submit}>
        {props.text !== undefined && <p>{props.text}</p>}
        <TextArea
          id={fieldId}
          label={words.label}
          hint={props.hint}
          rows={3}
          maxLength={2_000}
          error={form.of(fieldId)}
          value={reason}
          onValue={(value) => draft.set({ reason: value })}
        />
        <Refusal command={command} onSaved={() => void done()} />
        <Button kind={props.bad ? 'bad' : 'primary'} wide type="submit" busy={command.busy}>
          {words.button}
        </Button>
        <Button wide onClick={onClose}>
          {words.cancel}
        </Button>
      </Form>
    </Sheet>
  );
}

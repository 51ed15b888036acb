// A step that asks for a reason: giving back and withdrawing.
import { type CommandUse, Refusal } from '../../data.ts';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/dialog.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useAnswerDraft } from '../../use-answer-draft.ts';

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
  /** `seen`: what stood there when the typing began. */
  readonly send: (reason: string, seen: string) => Promise<{ readonly saved: boolean }>;
  readonly undo?: (() => Promise<void>) | undefined;
}

const fieldId = 'reden';

export function ReasonSheet(props: ReasonSheetProps) {
  const { open, onClose, words, command } = props;
  const { start = '' } = props;
  const draft = useAnswerDraft(props.draftKey, start);
  const form = useFormErrors();
  const { text: reason, seen } = draft;
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
    if ((await props.send(reason.trim(), seen)).saved) await done();
    else draft.refused();
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
          onValue={draft.type}
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

// One question with an answer in words, and one command that carries it: why something is taken back, called off or
// returned, or what the kascommissie asks and is told.
import { useId } from 'preact/hooks';
import type { Sent } from './data.ts';
import { Actions, Button } from './parts/button.tsx';
import { ErrorSummary, useFormErrors } from './parts/error-summary.tsx';
import { Form } from './parts/form.tsx';
import { TextArea } from './parts/text-fields.tsx';
import { Refusal, type RefusalProps } from './refusal.tsx';
import { useAnswerDraft } from './use-answer-draft.ts';

export interface ReasonFormProps {
  /** What is typed is kept under this name, see `useDraft`. */
  readonly draftKey: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The sentence when nothing is written. */
  readonly missing: string;
  readonly maxLength?: number | undefined;
  readonly rows?: number | undefined;
  /** What stands there already, to be changed. */
  readonly start?: string | undefined;
  readonly button: string;
  readonly kind?: 'plain' | 'primary' | 'bad' | undefined;
  readonly command: RefusalProps['command'];
  /** `seen`: what stood there when the typing began. */
  readonly onSend: (reason: string, seen: string) => Promise<Sent>;
  /** Saved, and the draft is gone. */
  readonly onSaved: () => void;
  /** Without it the form is always there. */
  readonly cancel?: { readonly label: string; readonly onCancel: () => void } | undefined;
}

export function ReasonForm(props: ReasonFormProps) {
  const { draftKey, label, hint, missing, maxLength = 2_000, rows = 2, start = '', command, cancel } = props;
  const draft = useAnswerDraft(draftKey, start);
  const id = useId(); // several may be open on one page
  const form = useFormErrors();
  const { text: reason, seen } = draft;
  const done = () => void draft.clear().then(props.onSaved);
  const submit = async () => {
    const errors = reason.trim() === '' ? [{ fieldId: id, sentence: missing }] : [];
    if (command.busy || !form.check(errors)) return;
    if ((await props.onSend(reason.trim(), seen)).saved) done();
    else draft.refused();
  };
  return (
    <Form class="bk-stack bk-gap-3" onSend={() => void submit()}>
      <ErrorSummary form={form} />
      <TextArea
        {...{ id, label, hint, maxLength, rows, value: reason }}
        error={reason.trim() === '' ? form.of(id) : undefined}
        onValue={draft.type}
      />
      <Refusal command={command} onSaved={done} />
      <Actions>
        <Button kind={props.kind ?? 'bad'} type="submit" busy={command.busy}>
          {props.button}
        </Button>
        {cancel !== undefined && (
          <Button kind="quiet" onClick={() => void draft.clear().then(cancel.onCancel)}>
            {cancel.label}
          </Button>
        )}
      </Actions>
    </Form>
  );
}

import type { ComponentChildren } from 'preact';
import { Info } from '../../icons.ts';
import { nlSettings } from '../../nl/settings.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { ErrorSummary, type FormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { Refusal, type RefusalProps } from '../../refusal.tsx';

export interface FormFrameProps {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly form: FormErrors;
  readonly command: RefusalProps['command'];
  readonly restored: boolean;
  /** Verb and object, with the amount. */
  readonly button: string;
  readonly onSubmit: () => void;
  /** Saved in the end through *Toch bewaren*. */
  readonly onSaved: () => void;
  /** Leaves without a change. */
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
}

/** What every small form of Instellingen has around its fields. */
export function FormFrame(props: FormFrameProps) {
  return (
    <Form class="bk-stack" onSend={() => props.onSubmit()}>
      <ErrorSummary form={props.form} />
      <PageHead title={props.title} lead={props.lead} focusKey={props.title} />
      {props.restored && <Note icon={Info}>{nlSettings.restored}</Note>}
      {props.children}
      <Refusal command={props.command} onSaved={props.onSaved} />
      <Actions>
        <Button kind="primary" type="submit" busy={props.command.busy}>
          {props.button}
        </Button>
        <Button kind="quiet" onClick={props.onCancel}>
          {nlSettings.cancel}
        </Button>
      </Actions>
    </Form>
  );
}

export interface PartProps {
  /** Back to the overview. */
  readonly onDone: () => void;
}

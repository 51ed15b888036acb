// Files that were given to the bank: recorded as paid with one press, or dropped with a reason.
import { useState } from 'preact/hooks';
import { earliest } from '../../../domain/dates.ts';
import { dispatchOnce, mayI, type Seen, useApp, useCommand, useRow, useToday } from '../../data.ts';
import { Check, CircleAlert, Trash } from '../../icons.ts';
import { nlPay } from '../../nl/pay.ts';
import { refusalText } from '../../nl/rejections.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { LocalMark, Note } from '../../parts/status.tsx';
import { DateField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { ReasonForm } from '../../reason-form.tsx';
import { paidOnError } from '../money/pay-draft.ts';
import type { StandingFile } from './pay-model.ts';
import type { PayData } from './use-pay.ts';

const { standing: words } = nlPay;

export interface StandingFilesProps {
  readonly files: readonly StandingFile[];
  readonly about: PayData['about'];
}

export function StandingFiles({ files, about }: StandingFilesProps) {
  if (files.length === 0) return null;
  return (
    <Card labelledBy="bestanden">
      <h2 id="bestanden">{words.title}</h2>
      <p class="bk-soft">{words.lead}</p>
      {files.map((one) => (
        <OneFile key={one.file.id} one={one} about={about} />
      ))}
    </Card>
  );
}

interface OneFileProps {
  readonly one: StandingFile;
  readonly about: PayData['about'];
}

function OneFile({ one, about }: OneFileProps) {
  const { file, open } = one;
  const maker = useRow('person', file.madeBy);
  const [dropping, setDropping] = useState(false);
  const done = file.transfers.length - open.length;
  return (
    <div class="bk-stack bk-gap-2">
      <h3>{words.file(file.madeOn, file.transfers.length)}</h3>
      <p class="bk-small">{words.by(maker?.name ?? '', file.executeOn)}</p>
      {done > 0 && <p class="bk-small">{words.some(done, file.transfers.length)}</p>}
      {file.pending && <LocalMark />}
      {mayI('payment.record') && <RecordForm one={one} about={about} />}
      {mayI('paymentFile.drop') &&
        done === 0 &&
        (dropping ? (
          <DropForm file={file} onDone={() => setDropping(false)} />
        ) : (
          <span>
            <Button kind="quiet" icon={Trash} onClick={() => setDropping(true)}>
              {words.drop}
            </Button>
          </span>
        ))}
    </div>
  );
}

/** Each payment is a command of its own, so that one that is refused holds none of the others up. */
function RecordForm({ one, about }: OneFileProps) {
  const app = useApp();
  const today = useToday();
  const { file, open, openCents } = one;
  const [paidOn, setPaidOn] = useState(earliest(file.executeOn, today));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const form = useFormErrors();
  const fieldId = `paidOn-${file.id}`;
  const submit = async () => {
    const error = paidOnError(paidOn, today);
    if (busy || !form.check(error === undefined ? [] : [{ fieldId, sentence: error }])) return;
    setBusy(true);
    const failed: string[] = [];
    for (const planned of open) {
      const { payeeName = '', description = '' } = about.get(planned.claimId) ?? {};
      const sent = await dispatchOnce(app, 'payment.record', { ...planned, paidOn, reference: description });
      if (!sent.saved) {
        const { happened } = refusalText(sent.code, sent.params);
        failed.push(`${words.refused(payeeName)}. ${happened}`);
      }
    }
    setRefused(failed);
    setBusy(false);
    if (open.length > failed.length) showToast({ text: words.recorded(open.length - failed.length) });
  };
  return (
    <Form class="bk-stack bk-gap-3" onSend={() => void submit()}>
      <ErrorSummary form={form} />
      <DateField
        {...{ id: fieldId, label: words.paidOn, max: today, value: paidOn, onValue: setPaidOn }}
        error={form.of(fieldId)}
      />
      {refused.map((text) => (
        <Note key={text} tone="bad" icon={CircleAlert} live="alert">
          {text}
        </Note>
      ))}
      <Actions>
        <Button type="submit" icon={Check} busy={busy}>
          {words.record(open.length, openCents)}
        </Button>
      </Actions>
    </Form>
  );
}

function DropForm({ file, onDone }: { readonly file: Seen<'paymentFile'>; readonly onDone: () => void }) {
  const command = useCommand('paymentFile.drop');
  const draftKey = `paymentFile.drop:${file.id}`;
  return (
    <ReasonForm
      {...{ draftKey, label: words.dropWhy, hint: words.dropHint, missing: words.dropMissing, command }}
      {...{ button: words.doDrop, cancel: { label: words.keep, onCancel: onDone } }}
      onSend={(reason) => command.send({ fileId: file.id, reason }, { draftKey })}
      onSaved={() => showToast({ text: words.dropped })}
    />
  );
}

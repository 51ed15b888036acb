// Files that were given to the bank: recorded as paid with one press, or dropped with a reason.
import { useState } from 'preact/hooks';
import { earliest } from '../../../domain/dates.ts';
import { normalizeIban } from '../../../domain/iban.ts';
import { dispatchOnce, mayI, now, type Seen, useApp, useCommand, useRow, useToday } from '../../data.ts';
import type { Draft } from '../../draft.ts';
import { Check, CircleAlert, Download, Trash } from '../../icons.ts';
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
import { fromErrors, type OwnAccount, type StandingFile, transferOf } from './pay-model.ts';
import { savePaymentFile } from './payment-xml.ts';
import type { PayData } from './use-pay.ts';

const { standing: words } = nlPay;

export interface StandingFilesProps {
  readonly files: readonly StandingFile[];
  readonly about: PayData['about'];
  readonly rows: PayData['rows'];
  readonly account: Draft<OwnAccount>;
}

export function StandingFiles({ files, ...rest }: StandingFilesProps) {
  if (files.length === 0) return null;
  return (
    <Card labelledBy="bestanden">
      <h2 id="bestanden">{words.title}</h2>
      <p class="bk-soft">{words.lead}</p>
      {files.map((one) => (
        <OneFile key={one.file.id} one={one} {...rest} />
      ))}
    </Card>
  );
}

type OneFileProps = Omit<StandingFilesProps, 'files'> & { readonly one: StandingFile };

function OneFile({ one, about, rows, account }: OneFileProps) {
  const { file, open } = one;
  const maker = useRow('person', file.madeBy);
  const [dropping, setDropping] = useState(false);
  const done = file.transfers.length - open.length;
  return (
    <div class="bk-stack bk-gap-2">
      <h3>{words.file(file.madeOn, file.transfers.length)}</h3>
      <p class="bk-small">{words.by(maker?.name ?? '', file.executeOn)}</p>
      {done > 0 && <p class="bk-small">{words.some(done, file.transfers.length)}</p>}
      {file.pending && (
        <>
          <LocalMark />
          <p class="bk-small">{words.pending}</p>
        </>
      )}
      {mayI('paymentFile.make') && done === 0 && <Again {...{ file, rows, account }} />}
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

/** The download got lost, or the phone stopped before it was there. The same file has the same message id: a bank takes it
 *  once. Left out when a payment in it is not as it was. */
function Again({
  file,
  rows,
  account,
}: Pick<OneFileProps, 'rows' | 'account'> & { readonly file: Seen<'paymentFile'> }) {
  const today = useToday();
  const [failed, setFailed] = useState<readonly string[]>([]);
  const transfers = file.transfers.flatMap(({ claimId, number, amountCents }) =>
    rows.filter(
      (row) =>
        row.claim.id === claimId && row.number === number && row.amountCents === amountCents && row.block === null,
    ),
  );
  if (transfers.length < file.transfers.length) return null;
  const save = async () => {
    const { name, iban } = account.value;
    const executeOn = earliest(file.executeOn, today) === today ? file.executeOn : today; // no bank pays in the past
    const errors = fromErrors({ name, iban, executeOn }, today);
    setFailed(errors.map(({ sentence }) => sentence));
    if (errors.length > 0) return;
    const debtor = { name: name.trim(), iban: normalizeIban(iban) };
    const createdAt = now().toISOString();
    await savePaymentFile({ fileId: file.id, createdAt, executeOn, debtor, transfers: transfers.map(transferOf) });
    showToast({ text: nlPay.made(transfers.length) });
  };
  return (
    <>
      {failed.map((sentence) => (
        <Note key={sentence} tone="bad" icon={CircleAlert} live="alert">
          {sentence}
        </Note>
      ))}
      <span>
        <Button kind="quiet" icon={Download} onClick={() => void save()}>
          {words.again}
        </Button>
      </span>
    </>
  );
}

/** Each payment is a command of its own, so that one that is refused holds none of the others up. */
function RecordForm({ one, about }: Pick<OneFileProps, 'one' | 'about'>) {
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

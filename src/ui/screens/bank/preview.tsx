// Before anything is saved: what a file would bring in, account by account. The button writes exactly this.
import { useState } from 'preact/hooks';
import type { BankFile } from '../../../files/bank/statement.ts';
import { newId, useApp, useToday } from '../../data.ts';
import { CircleAlert } from '../../icons.ts';
import { nlBank } from '../../nl/bank.ts';
import { nlBankFiles } from '../../nl/bank-files.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Stack } from '../../parts/card.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { bringIn } from './bring-in.ts';
import { type AccountChoice, AccountPreview } from './preview-account.tsx';
import { accountsIn, planFor, untouched } from './preview-plan.ts';
import type { BankRows } from './use-bank.ts';

const words = nlBank.preview;

export interface PreviewProps {
  readonly file: BankFile;
  readonly fileName: string;
  readonly bank: BankRows;
  readonly onDone: () => void;
}

export function Preview({ file, fileName, bank, onDone }: PreviewProps) {
  const app = useApp();
  const today = useToday();
  const form = useFormErrors();
  const [choices, setChoices] = useState<Readonly<Record<string, AccountChoice>>>({});
  const [progress, setProgress] = useState<{ readonly text: string; readonly busy: boolean; readonly failed: boolean }>(
    idle,
  );
  const [seen] = useState(bank); // what is written is what was shown, also while parts of it come in
  const accounts = accountsIn(file, seen.accounts).map((found) => {
    const known = seen.accounts.find(({ id }) => id === found.accountId);
    const choice = choices[found.accountId] ?? { ...untouched(newId()), included: known !== undefined };
    return {
      ...found,
      known,
      choice,
      plan: planFor({ ...found, file, bank: seen, wanted: choice.wanted }),
    };
  });
  const chosen = accounts.filter(
    ({ plan, choice, currency }) => choice.included && plan !== undefined && currency === 'EUR',
  );
  const count = chosen.reduce((sum, { plan }) => sum + (plan?.fresh.length ?? 0), 0);
  const set = (accountId: string, choice: AccountChoice) => setChoices({ ...choices, [accountId]: choice });
  const submit = async () => {
    const nameless = chosen.filter(({ known, choice }) => known === undefined && choice.name.trim() === '');
    const errors = [
      ...(chosen.length === 0 ? [{ fieldId: `in-${accounts[0]?.accountId}`, sentence: words.errors.none }] : []),
      ...nameless.map(({ accountId }) => ({ fieldId: `name-${accountId}`, sentence: nlBank.accounts.nameMissing })),
    ];
    if (progress.busy || !form.check(errors)) return;
    setProgress({ text: '', busy: true, failed: false });
    setChoices(Object.fromEntries(accounts.map(({ accountId, choice }) => [accountId, choice])));
    for (const { plan, known, choice } of chosen) {
      if (plan === undefined || plan.fresh.length === 0) continue;
      const saved = await bringIn(app, {
        ...{ importId: choice.importId, plan, fileName, format: file.format, today },
        account: known === undefined ? { name: choice.name.trim(), kind: choice.kind } : undefined,
        onPart: (done, total) => setProgress({ text: words.part(done, total), busy: true, failed: false }),
      });
      if (!saved) return setProgress({ text: words.stopped, busy: false, failed: true });
    }
    showToast({ text: words.done(count) });
    onDone();
  };
  return (
    <Form class="bk-stack" onSend={submit}>
      <ErrorSummary form={form} />
      <PageHead title={words.title(fileName)} lead={words.lead} focusKey={fileName} />
      {accounts.length === 0 && <Note icon={CircleAlert}>{nlBankFiles.nothing}</Note>}
      {file.warnings.map((warning, n) => (
        <Note key={`${warning.code} ${n}`} tone="look" icon={CircleAlert}>
          {nlBankFiles.warning(warning)}
        </Note>
      ))}
      <Stack gap={5}>
        {accounts.map((one) => (
          <AccountPreview key={one.accountId} {...one} form={form} onChoice={(choice) => set(one.accountId, choice)} />
        ))}
      </Stack>
      {chosen.length > 0 && count === 0 && <Note icon={CircleAlert}>{words.nothingNew}</Note>}
      {progress.text !== '' && (
        <Note tone={progress.failed ? 'bad' : 'quiet'} icon={CircleAlert} live={progress.failed ? 'alert' : 'status'}>
          {progress.text}
        </Note>
      )}
      <Actions>
        {(count > 0 || chosen.length === 0) && accounts.length > 0 && (
          <Button kind="primary" type="submit" busy={progress.busy}>
            {words.save(count)}
          </Button>
        )}
        <Button kind="quiet" onClick={onDone}>
          {words.cancel}
        </Button>
      </Actions>
    </Form>
  );
}
const idle = { text: '', busy: false, failed: false };

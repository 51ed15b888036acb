// From which account and on which day; then one file for the bank, which is remembered so that nobody makes a second one.
import { useState } from 'preact/hooks';
import { formatIban, normalizeIban } from '../../../domain/iban.ts';
import { addCents } from '../../../domain/money.ts';
import { newId, now, Refusal, useCommand, useMe, useToday } from '../../data.ts';
import { type Draft, useDraft } from '../../draft.ts';
import { Download } from '../../icons.ts';
import { nlPay } from '../../nl/pay.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { DateField, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { fromErrors, type OwnAccount, type PayRow, plannedOf, transferOf } from './pay-model.ts';
import { savePaymentFile } from './payment-xml.ts';

const { from: words } = nlPay;

export interface MakeFileProps {
  readonly chosen: readonly PayRow[];
  readonly account: Draft<OwnAccount>;
}

/** Kept on this device: the account is the same the next time. `own` is what the bank's files know; what was typed goes
 *  before it. */
export function useOwnAccount(own: OwnAccount | undefined): Draft<OwnAccount> {
  const { committee } = useMe();
  return useDraft<OwnAccount>('pay.account', {
    name: own?.name || (committee?.name ?? ''),
    iban: own === undefined ? '' : formatIban(own.iban),
  });
}

export function MakeFile({ chosen, account }: MakeFileProps) {
  const today = useToday();
  const [executeOn, setExecuteOn] = useState(today);
  const form = useFormErrors();
  const command = useCommand('paymentFile.make');
  const sumCents = addCents(chosen.map(({ amountCents }) => amountCents));
  const submit = async () => {
    const { name, iban } = account.value;
    if (command.busy || chosen.length === 0 || !form.check(fromErrors({ name, iban, executeOn }, today))) return;
    const fileId = newId();
    const sent = await command.send({ fileId, madeOn: today, executeOn, transfers: chosen.map(plannedOf) });
    if (!sent.saved) return; // a file that another one doubles must not reach the bank
    const debtor = { name: name.trim(), iban: normalizeIban(iban) };
    const createdAt = now().toISOString();
    await savePaymentFile({ fileId, createdAt, executeOn, debtor, transfers: chosen.map(transferOf) });
    await account.flush();
    showToast({ text: nlPay.made(chosen.length) });
  };
  return (
    <Card labelledBy="rekening">
      <Form class="bk-stack" onSend={() => void submit()}>
        <ErrorSummary form={form} />
        <h2 id="rekening">{words.title}</h2>
        <TextField
          {...{ id: 'name', label: words.name, autocomplete: 'organization', maxLength: 70 }}
          error={form.of('name')}
          value={account.value.name}
          onValue={(name) => account.set({ name })}
        />
        <TextField
          {...{ id: 'iban', label: words.iban, hint: words.ibanHint, plain: true, autocomplete: 'off' }}
          error={form.of('iban')}
          value={account.value.iban}
          onValue={(iban) => account.set({ iban })}
        />
        <DateField
          {...{ id: 'executeOn', label: words.on, hint: words.onHint, min: today }}
          error={form.of('executeOn')}
          value={executeOn}
          onValue={setExecuteOn}
        />
        <Refusal command={command} onSaved={() => undefined} />
        <Actions>
          <Button
            kind="primary"
            type="submit"
            wide
            icon={Download}
            busy={command.busy}
            blocked={chosen.length === 0 ? nlPay.makeNone : undefined}
          >
            {nlPay.make(sumCents)}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}

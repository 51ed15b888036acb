// Gekoppeld: what each line of the bank is, and the way to take that apart.
import { useState } from 'preact/hooks';
import { mayI, useCommand, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { day } from '../../format.ts';
import { Unlink } from '../../icons.ts';
import { nlBank } from '../../nl/bank.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { LocalMark } from '../../parts/status.tsx';
import { Table } from '../../parts/table.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame } from '../settings/form-frame.tsx';
import { useBankNames } from './describe.ts';
import { loosenHref } from './hrefs.ts';
import { LineSide } from './open-line.tsx';
import type { BankRows } from './use-bank.ts';

const words = nlBank.matched;
const shownFirst = 50;

export function MatchedPart({ bank }: { readonly bank: BankRows }) {
  const [shown, setShown] = useState(shownFirst);
  const names = useBankNames(bank.transactions);
  const lines = bank.transactions.filter(({ id }) => bank.matches.has(id)).reverse();
  const [title, text] = words.none;
  if (lines.length === 0) return <Empty title={title}>{text}</Empty>;
  return (
    <>
      <h2 id="deel" class="bk-hidden">
        {nlBank.tabs.matched}
      </h2>
      <Table
        caption={words.caption}
        framed={false}
        rows={lines.slice(0, shown)}
        rowKey={({ id }) => id}
        columns={[
          {
            ...{ id: 'what', label: nlBank.preview.columns.who, rowHead: true },
            cell: (line) => {
              const match = bank.matches.get(line.id);
              return (
                <>
                  {match === undefined ? '' : names.parts(match.parts)}
                  <small>{`${day(line.bookedOn)}, ${nlBank.open.from(line.counterName, line.description)}`}</small>
                  {match?.pending && <LocalMark />}
                </>
              );
            },
          },
          {
            ...{ id: 'cents', label: nlBank.preview.columns.cents, end: true },
            cell: ({ cents }) => <MoneyText cents={cents} />,
          },
          {
            ...{ id: 'loosen', label: words.loosen, labelHidden: true },
            cell: ({ id, cents, counterName }) =>
              mayI('bankMatch.undo') && (
                <LinkButton
                  kind="quiet"
                  icon={Unlink}
                  href={loosenHref(id)}
                  name={words.loosenName(cents, counterName)}
                >
                  {words.loosen}
                </LinkButton>
              ),
          },
        ]}
      />
      {lines.length > shown && (
        <div class="bk-strip">
          <Button onClick={() => setShown(shown + 200)}>{nlBank.open.more(lines.length - shown)}</Button>
        </div>
      )}
    </>
  );
}

export interface BankFormProps {
  readonly id: string;
  readonly bank: BankRows;
  readonly onDone: () => void;
}

export function LoosenForm({ id, bank, onDone }: BankFormProps) {
  const today = useToday();
  const command = useCommand('bankMatch.undo');
  const form = useFormErrors();
  const draftKey = `bankMatch.undo:${id}`;
  const draft = useDraft(draftKey, { reason: '' });
  const [line, match] = [bank.transactions.find((one) => one.id === id), bank.matches.get(id)];
  if (line === undefined || match === undefined) return <p>{nlBank.choose.gone}</p>;
  const { reason } = draft.value;
  const done = async () => {
    await draft.clear();
    showToast({ text: words.done });
    onDone();
  };
  const submit = async () => {
    const missing = reason.trim() === '' ? [{ fieldId: 'reason', sentence: words.whyMissing }] : [];
    if (command.busy || !form.check(missing)) return;
    const args = { transactionId: id, round: match.round, reason: reason.trim(), undoneOn: today };
    if ((await command.send(args, { draftKey })).saved) await done();
  };
  return (
    <FormFrame
      {...{ title: words.title(line.cents), lead: words.lead, form, command, restored: draft.restored }}
      {...{ button: words.save, onSubmit: () => void submit(), onSaved: () => void done() }}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <LineSide line={line} />
      <TextArea
        {...{ id: 'reason', label: words.why, rows: 2, maxLength: 1_000, value: reason, error: form.of('reason') }}
        onValue={(value) => draft.set({ reason: value })}
      />
    </FormFrame>
  );
}

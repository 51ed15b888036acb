// For who pays one by one: everything to type over, and a code for apps that read it. The text is always there too.
import { useState } from 'preact/hooks';
import { formatIban } from '../../../domain/iban.ts';
import { amountText } from '../../../domain/money.ts';
import { epcQrText } from '../../../domain/payments/epcQr.ts';
import { nlPay } from '../../nl/pay.ts';
import { Card } from '../../parts/card.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { Qr } from '../../parts/qr.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { CopyButton } from '../money/claim-facts.tsx';
import { type PayRow, transferOf } from './pay-model.ts';

const { typed: words } = nlPay;

export function TypeOver({ rows }: { readonly rows: readonly PayRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Card labelledBy="overtypen">
      <h2 id="overtypen">{words.title}</h2>
      <p class="bk-soft">{words.lead}</p>
      {rows.map((row) => (
        <FoldedPayment key={row.claim.id} row={row} />
      ))}
    </Card>
  );
}

/** Its code is drawn when it is opened: one takes a slow phone many milliseconds, and most are never looked at. */
function FoldedPayment({ row }: { readonly row: PayRow }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="bk-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.show(row.name, row.amountCents)}</summary>
      {open && <OnePayment row={row} />}
    </details>
  );
}

function OnePayment({ row }: { readonly row: PayRow }) {
  const { name, iban, amountCents, description } = row;
  return (
    <div class="bk-stack bk-gap-3">
      <SummaryList
        rows={[
          { label: words.name, value: <Copied text={name} what={words.name} /> },
          { label: words.iban, value: <Copied text={iban} shown={formatIban(iban)} what={words.iban} /> },
          {
            label: words.amount,
            value: (
              <span class="bk-row bk-gap-2">
                <MoneyText cents={amountCents} />
                <CopyButton text={amountText(amountCents)} what={words.amount} />
              </span>
            ),
          },
          { label: words.description, value: <Copied text={description} what={words.description} /> },
        ]}
      />
      <Qr text={epcQrText(transferOf(row))} label={words.qr(name, amountCents)} />
    </div>
  );
}

function Copied({
  text,
  shown = text,
  what,
}: {
  readonly text: string;
  readonly shown?: string;
  readonly what: string;
}) {
  return (
    <span class="bk-row bk-gap-2">
      <span class="bk-num">{shown}</span>
      <CopyButton text={text} what={what} />
    </span>
  );
}

// The list to choose from, each with the one thing that speaks against it.

import { formatIban } from '../../../domain/iban.ts';
import { addCents } from '../../../domain/money.ts';
import { Check, CircleAlert, Files, FileText, ImageOff } from '../../icons.ts';
import { nlPay } from '../../nl/pay.ts';
import { Card } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { Badge, LocalMark } from '../../parts/status.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { judgeHref } from '../money/hrefs.ts';
import type { PayRow } from './pay-model.ts';

const { list: words } = nlPay;

export interface PayListProps {
  readonly rows: readonly PayRow[];
  readonly chosen: readonly PayRow[];
  /** Left out for who only looks. */
  readonly onChosen: ((claimId: string, value: boolean) => void) | undefined;
}

export function PayList({ rows, chosen, onChosen }: PayListProps) {
  if (rows.length === 0) return <Empty title={words.none[0]}>{words.none[1]}</Empty>;
  const pick: Column<PayRow> = {
    id: 'pick',
    label: words.columns.pick,
    labelHidden: true,
    cell: (row) => (
      <label>
        <span class="bk-hidden">{words.pick(row.name, row.amountCents)}</span>
        <input
          type="checkbox"
          checked={chosen.includes(row)}
          disabled={!row.payable}
          onChange={(event) => onChosen?.(row.claim.id, event.currentTarget.checked)}
        />
      </label>
    ),
  };
  const { what, amount, check } = words.columns;
  const columns: readonly Column<PayRow>[] = [
    ...(onChosen === undefined ? [] : [pick]),
    { id: 'what', label: what, rowHead: true, cell: (row) => <What row={row} /> },
    { id: 'amount', label: amount, end: true, cell: ({ amountCents }) => <MoneyText cents={amountCents} /> },
    { id: 'check', label: check, quiet: true, cell: (row) => <Checks row={row} /> },
  ];
  return (
    <Card flush labelledBy="te-betalen">
      <h2 id="te-betalen" class="bk-hidden">
        {words.title}
      </h2>
      <Table framed={false} caption={words.caption} columns={columns} rows={rows} rowKey={({ claim }) => claim.id} />
      <p class="bk-strip" role="status">
        <b>{words.chosen(chosen.length)}</b>, {words.together}{' '}
        <MoneyText cents={addCents(chosen.map(({ amountCents }) => amountCents))} strong />
      </p>
    </Card>
  );
}

function What({ row: { claim, proposal, name, iban } }: { readonly row: PayRow }) {
  return (
    <>
      <a href={judgeHref(claim.id)}>{proposal.title}</a>
      <small>{name}</small>
      {iban !== '' && <small class="bk-num">{formatIban(iban)}</small>}
      {(claim as { readonly pending?: boolean }).pending === true && <LocalMark />}
    </>
  );
}

function Checks({ row }: { readonly row: PayRow }) {
  const { block, inFile, otherAccount, missingPhotos, double } = row;
  return (
    <span class="bk-row bk-gap-1">
      {block !== null && (
        <Badge tone="bad" icon={CircleAlert}>
          {words.blocks[block]}
        </Badge>
      )}
      {inFile !== undefined && <Badge icon={FileText}>{words.inFile(inFile.madeOn)}</Badge>}
      {otherAccount !== null && (
        <Badge tone="look" icon={CircleAlert}>
          {words.otherAccount[otherAccount.changed]}
        </Badge>
      )}
      {missingPhotos > 0 && (
        <Badge tone="look" icon={ImageOff}>
          {words.photos(missingPhotos)}
        </Badge>
      )}
      {double && (
        <Badge tone="look" icon={Files}>
          {words.double}
        </Badge>
      )}
      {row.payable && !row.doubtful && otherAccount === null && (
        <Badge tone="ok" icon={Check}>
          {words.fine}
        </Badge>
      )}
    </span>
  );
}

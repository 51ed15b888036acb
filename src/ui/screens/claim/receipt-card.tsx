// One receipt that is saved: its photos and what it says, beside each other where there is room.
import type { ComponentChildren } from 'preact';
import { rowKey } from '../../../domain/command.ts';
import type { Proposal, Receipt, SignedReceipt } from '../../../domain/rows.ts';
import { aboveHighRate } from '../../../domain/vat.ts';
import type { Seen } from '../../data.ts';
import { day } from '../../format.ts';
import { CircleAlert, CloudUpload, ImageOff } from '../../icons.ts';
import { nlClaim, type PhotoStand } from '../../nl/claim.ts';
import { Card, CardHead } from '../../parts/card.tsx';
import type { IconData } from '../../parts/icon.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { type Photo, Photos } from '../../parts/photos.tsx';
import { Badge, LocalMark } from '../../parts/status.tsx';
import { SummaryList, type SummaryRow } from '../../parts/summary-list.tsx';
import { useRowPhotos } from '../../row-photos.ts';
import type { PhotoStands } from './photo-stand.ts';

const standIcons: Readonly<Record<PhotoStand, IconData | undefined>> = {
  stored: undefined,
  on_the_way: CloudUpload,
  broken: CircleAlert,
};

export interface ReceiptCardProps {
  readonly receipt: Seen<'receipt'>;
  readonly number: number;
  readonly proposal: Proposal | undefined;
  readonly standOf: PhotoStands;
  /** For the maker, who wants to know that it arrived: says "Op de server" too. For whoever judges all photos are large. */
  readonly sayStored: boolean;
  /** Below: add a photo. */
  readonly children?: ComponentChildren | undefined;
}

export function ReceiptCard(props: ReceiptCardProps) {
  const { receipt, number, proposal, standOf, sayStored } = props;
  const { id, photos, shop } = receipt;
  const uses = useRowPhotos(rowKey('receipt', id), photos);
  const items = photos.map(({ sha256 }, index): Photo => {
    const stand = standOf(sha256);
    const use = uses.get(sha256);
    const says = stand !== 'stored' || sayStored ? nlClaim.photoStand[stand] : undefined;
    return {
      id: sha256,
      src: use?.url,
      alt: nlClaim.photo(shop, index + 1),
      caption: use?.state === 'not_here' ? nlClaim.notHere : says,
      captionIcon: use?.state === 'not_here' ? ImageOff : standIcons[stand],
    };
  });
  const headId = `bon-${id}`;
  return (
    <Card labelledBy={headId} as="article">
      <CardHead id={headId} title={nlClaim.receipt(number)} aside={<MoneyText cents={receipt.amountCents} strong />} />
      <div class="bk-cols bk-cols--even">
        <div class="bk-stack bk-gap-3">
          {items.length === 0 ? (
            <span>
              <Badge tone="look" icon={ImageOff}>
                {nlClaim.noPhoto}
              </Badge>
            </span>
          ) : (
            <Photos wide={!sayStored || items.length === 1} photos={items} />
          )}
          {props.children}
        </div>
        <div class="bk-stack bk-gap-3">
          <SummaryList rows={receiptFacts(receipt, lineOf(receipt, proposal))} />
          {receipt.pending && <LocalMark />}
        </div>
      </div>
    </Card>
  );
}

/** Undefined where nobody wrote the VAT down. */
export function vatWords({ amountCents, vatCents }: SignedReceipt): string | undefined {
  if (vatCents === undefined) return undefined;
  return nlClaim.vat(vatCents, amountCents - vatCents, aboveHighRate(amountCents, vatCents));
}

/** The line of the budget that it belongs to. */
export const lineOf = ({ budgetLineId }: Receipt, proposal: Proposal | undefined): string | undefined =>
  proposal?.budgetLines.find(({ id }) => id === budgetLineId)?.label;

/** The same wherever somebody judges it or signs for it. */
export function receiptFacts(receipt: SignedReceipt, line: string | undefined): readonly SummaryRow[] {
  const { rows } = nlClaim;
  const vat = vatWords(receipt);
  const what = [line, receipt.what].filter((text) => text !== undefined && text !== '').join(', ');
  return [
    { label: rows.shop, value: receipt.shop },
    { label: rows.date, value: day(receipt.boughtOn) },
    ...(receipt.noPhoto === undefined ? [] : [{ label: rows.noPhoto, value: receipt.noPhoto }]),
    ...(what === '' ? [] : [{ label: rows.line, value: what }]),
    { label: rows.amount, value: <MoneyText cents={receipt.amountCents} /> },
    ...(vat === undefined ? [] : [{ label: rows.vat, value: vat }]),
  ];
}

/** A payment as a QR code that a banking app can read. Source: EPC069-12, version 002. */
import { type CreditTransfer, sepaName, sepaRemittance } from './sepaText.ts';

/** The text of the code: eleven lines, amounts with a point. Throws on an amount that the code cannot hold. */
export function epcQrText(transfer: Pick<CreditTransfer, 'amountCents' | 'name' | 'iban' | 'description'>): string {
  const { amountCents, name, iban, description } = transfer;
  if (amountCents < 1 || amountCents > 99_999_999_999) throw new RangeError(`no EPC code for ${amountCents} cents`);
  const amount = `EUR${Math.floor(amountCents / 100)}.${String(amountCents % 100).padStart(2, '0')}`;
  return ['BCD', '002', '1', 'SCT', '', sepaName(name), iban, amount, '', '', sepaRemittance(description)].join('\n');
}

/** Amounts and directions of camt.053: the same in balances, entries and details. */
import type { Cents } from '../../domain/rows.ts';
import { readIsoCents } from './values.ts';
import { type Element, textAt } from './xml.ts';

export function amountOf(element: Element): { readonly cents: Cents; readonly currency: string } | null {
  const cents = readIsoCents(element.text);
  return cents === null ? null : { cents, currency: element.attributes.get('Ccy') ?? '' };
}

/** What the entry itself does to the account; a reversal too says its own direction. */
export function directionOf(element: Element): 1 | -1 | null {
  const text = textAt(element, 'CdtDbtInd');
  return text === 'CRDT' ? 1 : text === 'DBIT' ? -1 : null;
}

// The words that stand beside amounts on receipts, in the languages of shops here and over the border. Pure.
import type { Line } from './words.ts';

export type Label = 'total' | 'subtotal' | 'paid' | 'cash' | 'change' | 'vat' | 'net' | 'other';

/** Written without spaces, as readers often drop them. The longest that fits a line decides between labels that contain
 *  each other: "subtotaal" holds "totaal". */
const words: Readonly<Record<Exclude<Label, 'other'>, readonly string[]>> = {
  total: [
    'totaal',
    'totaalbedrag',
    'totaaleur',
    'eindtotaal',
    'algemeentotaal',
    'tebetalen',
    'tevoldoen',
    'factuurbedrag',
    'totaalincl',
    'total',
    'totalttc',
    'apayer',
    'montant',
    'grandtotal',
    'totaldue',
    'amountdue',
    'gesamt',
    'gesamtbetrag',
    'gesamtsumme',
    'summe',
    'zuzahlen',
    'endbetrag',
    'endsumme',
    'rechnungsbetrag',
    'zahlbetrag',
    'rechnungssumme',
    'saldo',
    'balance',
    'zahlen',
    'summa',
    'bruttobetrag',
    'toteur',
  ],
  subtotal: [
    'subtotaal',
    'subtotal',
    'soustotal',
    'zwischensumme',
    'zwsumme',
    'zwischen',
    'tussentotaal',
    'korting',
    'totaalkorting',
    'rabatt',
    'discount',
    'remise',
    'gespart',
    'bespaard',
    'voordeel',
    'totaalvoordeel',
    'uwvoordeel',
    'punkte',
    'punten',
    'statiegeld',
    'pfand',
    'aantal',
    'anzahl',
    'artikelen',
    'nachlass',
    'coupon',
    'totaalaantal',
    'trinkgeld',
    'fooi',
    'tip',
    'ersparnis',
    'spaarsaldo',
    'saldopunten',
    'nochzuzahlen',
  ],
  paid: [
    'pin',
    'pinnen',
    'bankpas',
    'betaalpas',
    'maestro',
    'vpay',
    'visa',
    'mastercard',
    'debit',
    'debitmastercard',
    'girocard',
    'eccash',
    'eckarte',
    'ecpayment',
    'kartenzahlung',
    'karte',
    'kreditkarte',
    'bancontact',
    'betaald',
    'bedrag',
    'betrag',
    'zahlung',
    'contactloos',
    'kontaktlos',
    'contactless',
    'creditcard',
    'paypal',
    'amex',
    'ideal',
    'lastschrift',
    'elv',
    'bezahlt',
    'paid',
    'carte',
    'electronic',
    'unbar',
    'kartezahlung',
  ],
  cash: [
    'contant',
    'kontant',
    'bar',
    'bargeld',
    'barzahlung',
    'cash',
    'gegeben',
    'ontvangen',
    'erhalten',
    'especes',
    'geg',
    'bareur',
    'gegbar',
    'bareinnahme',
  ],
  change: [
    'wisselgeld',
    'terug',
    'retour',
    'ruckgeld',
    'rueckgeld',
    'zuruck',
    'zurueck',
    'wechselgeld',
    'change',
    'rendu',
    'teruggave',
    'ruckg',
  ],
  vat: [
    'must',
    'btw',
    'waarvanbtw',
    'btwbedrag',
    'totaalbtw',
    'btwtotaal',
    'mwst',
    'ust',
    'umsatzsteuer',
    'mehrwertsteuer',
    'vat',
    'tva',
    'tax',
    'steuer',
    'mwstbetrag',
    'enthaltene',
    'summemwst',
    'ustbetrag',
    'enthmwst',
    'inkl',
    'inclbtw',
    'mwstsumme',
    'totalmwst',
    'gesamtmwst',
  ],
  net: [
    'netto',
    'excl',
    'exclbtw',
    'exbtw',
    'nettobetrag',
    'nettoumsatz',
    'grondslag',
    'bedragexcl',
    'totaalexcl',
    'totaalexclbtw',
    'net',
    'horstva',
    'htva',
    'nettototal',
    'summenetto',
    'gesamtnetto',
    'totaalnetto',
    'nettosumme',
  ],
};

const entries = (Object.keys(words) as (keyof typeof words)[])
  .flatMap((label) => words[label].map((word) => ({ label, word })))
  .sort((a, b) => b.word.length - a.word.length);

/** Small letters only, with what a reader mistakes for them put right. */
export function squash(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/(?<=[a-z])0|0(?=[a-z])/g, 'o')
    .replace(/(?<=[a-z])[1|!](?=[a-z])|(?<=[a-z]{3})[1|!]/g, 'l')
    .replace(/(?<=[a-z])5(?=[a-z])/g, 's')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

export interface Labelled {
  readonly label: Label;
  /** 1: the word stands there; less: a letter is off, or it is part of another word. */
  readonly certainty: number;
}

/** All labels of a line; the longest words first and each letter used once. */
export function labelsOf(line: Pick<Line, 'text'>): readonly Labelled[] {
  const tokens = squash(line.text).split(' ');
  let joined = ` ${tokens.join('')} `;
  const found: Labelled[] = [];
  for (const { label, word } of entries) {
    if (word.length >= 5 ? joined.includes(word) : tokens.includes(word)) {
      found.push({ label, certainty: 1 });
      joined = joined.replace(word, ' ');
    }
  }
  if (found.length > 0) return found;
  for (const { label, word } of entries) {
    if (word.length >= 5 && tokens.some((token) => token.length >= 4 && oneOff(token, word))) {
      return [{ label, certainty: word.length >= 6 ? 0.85 : 0.7 }];
    }
  }
  return [];
}

export const has = (labels: readonly Labelled[], label: Label): number =>
  Math.max(0, ...labels.filter((one) => one.label === label).map(({ certainty }) => certainty));

/** One letter other, missing or too many. */
export function oneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}

// The words that stand beside amounts on receipts, in the languages of shops here and over the border. Pure.
import type { Line } from './words.ts';

export type Label = 'total' | 'subtotal' | 'part' | 'paid' | 'cash' | 'change' | 'vat' | 'net' | 'other';

/** Written without spaces, as readers often drop them. The longest that fits a line decides between labels that contain
 *  each other: "subtotaal" holds "totaal". */
const words: Readonly<Record<Exclude<Label, 'other'>, readonly string[]>> = {
  total: [
    '合计',
    '合計',
    '总计',
    '總計',
    '应付',
    '應付',
    'totaalprijs',
    'eindbedrag',
    'verschuldigd',
    'totaalverschuldigd',
    'totaalinclusief',
    'amountpayable',
    'totalamount',
    'nettopay',
    'celkem',
    'suma',
    'som',
    'totale',
    'totalt',
    'apagar',
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
    '小计',
    '小計',
    'restsaldo',
    'nieuwsaldo',
    'saldokaart',
    'kaartsaldo',
    'puntensaldo',
    'zegelsaldo',
    'saldototaal',
    'gespaard',
    'totaalgespaard',
    'totaalbespaard',
    'tegoed',
    'resttegoed',
    'bestedingsruimte',
    'suggestedtip',
    'savings',
    'yousaved',
    'totalsavings',
    'totaalstatiegeld',
    'totaalemballage',
    'totaalartikelen',
    'totalitems',
    'itemssold',
    'totalqty',
    'totalnumber',
    'betaalddoor',
    'netsales',
    'subtotaal',
    'subtotal',
    'soustotal',
    'zwischensumme',
    'zwsumme',
    'zwischen',
    'tussentotaal',
    'totaalkorting',
    'gespart',
    'bespaard',
    'voordeel',
    'totaalvoordeel',
    'uwvoordeel',
    'punkte',
    'punten',
    'aantal',
    'anzahl',
    'artikelen',
    'totaalaantal',
    'ersparnis',
    'spaarsaldo',
    'saldopunten',
    'nochzuzahlen',
  ],
  part: [
    'statiegeld',
    'pfand',
    'emballage',
    'korting',
    'rabatt',
    'discount',
    'remise',
    'coupon',
    'borg',
    'tip',
    'fooi',
    'trinkgeld',
    'gratuity',
    'nachlass',
    'afronding',
    'afrondingsverschil',
    'rundung',
    'rounding',
    'roundingadj',
    'arrondi',
  ],
  paid: [
    'bankkaart',
    'betaalkaart',
    'pinpas',
    'pinbetaling',
    'tarjeta',
    'dankort',
    'cadeaukaart',
    'cadeaubon',
    'waardebon',
    'giftcard',
    'amount',
    'credit',
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
    '实收',
    '實收',
    '现金',
    '現金',
    'お預り',
    'お預かり',
    'contante',
    'contanten',
    'geldontvangen',
    'cashtend',
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
    '找零',
    'お釣り',
    'お釣',
    'geldterug',
    'changedue',
    'cambio',
    'gwg',
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
    'biw',
    'btu',
    'btwhoog',
    'btwlaag',
    'iva',
    'moms',
    'dph',
    'ptu',
    'gst',
    'kdv',
    'salestax',
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

/** Small letters (and Chinese and Japanese) only, with what a reader mistakes for them put right. */
export function squash(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/(?<=[a-z])0|0(?=[a-z])/g, 'o')
    .replace(/(?<=[a-z])[1|!](?=[a-z])|(?<=[a-z]{3})[1|!]/g, 'l')
    .replace(/(?<=[a-z])5(?=[a-z])/g, 's')
    .replace(/(?<=[a-z])8(?=[a-z])|(?<![a-z\d])8(?=[a-z]{2})/g, 'b')
    .replace(/(?<=[a-z])4(?=[a-z])/g, 'a')
    .replace(/[^a-z\p{Script=Han}\p{Script=Hiragana}]+/gu, ' ')
    .trim();
}

export interface Labelled {
  readonly label: Label;
  /** 1: the word stands there; less: a letter is off, or it is part of another word. */
  readonly certainty: number;
}

/** Words that say what is left on a card as often as what is to be paid. */
const weak: ReadonlySet<string> = new Set(['saldo', 'balance']);

/** All labels of a line; the longest words first and each letter used once. */
export function labelsOf(line: Pick<Line, 'text'>): readonly Labelled[] {
  const tokens = squash(line.text).split(' ');
  const mended = tokens.map((token) =>
    token.length < longWord || longWords.includes(token) ? token : nearLongWord(token),
  );
  let joined = ` ${mended.join('')} `;
  const found: Labelled[] = [];
  for (const { label, word } of entries) {
    if (word.length >= 5 ? joined.includes(word) : tokens.includes(word)) {
      found.push({ label, certainty: weak.has(word) ? 0.6 : 1 });
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

/** "Sbtotaal" is a subtotal, though the word for a total is whole in it. */
const longWord = 7;
const longWords = entries.filter(({ word }) => word.length > longWord).map(({ word }) => word);
const nearLongWord = (token: string): string => longWords.find((word) => oneOff(token, word)) ?? token;

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

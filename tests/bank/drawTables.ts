/** The spreadsheets of banks, with headings as the banks write them. */
import { comma, compact, type DrawnLayout, type DrawnStatement, dutchDay, point, withBalances } from './drawn.ts';

type Row = ReturnType<typeof withBalances>[number];

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const bare = (cell: string): string => (/[",;\n\r]/.test(cell) ? quoted(cell) : cell);

interface Shape {
  readonly title?: string;
  readonly headings?: string;
  readonly mark: ',' | ';' | '\t';
  readonly cell?: (text: string) => string;
  readonly newestFirst?: boolean;
  readonly end?: string;
  readonly row: (row: Row, statement: DrawnStatement) => readonly string[];
}

const table =
  ({ title, headings, mark, cell = quoted, newestFirst = false, end = '\r\n', row }: Shape) =>
  (statement: DrawnStatement): string => {
    const rows = withBalances(statement).map((each) => row(each, statement).map(cell).join(mark));
    const above = [title, headings?.split('|').map(cell).join(mark)].filter((line) => line !== undefined);
    return [...above, ...(newestFirst ? rows.reverse() : rows), ''].join(end);
  };

const all = ['iban', 'name', 'description', 'balances'] as const;
const thousands = { thousands: true };

const ingText = (
  { iban, name, description, reference }: Row,
  [naam, omschrijving, kenmerk]: readonly string[],
): string =>
  `${naam}: ${name} ${omschrijving}: ${description}${iban === '' ? '' : ` IBAN: ${iban}`}${reference === '' ? '' : ` ${kenmerk}: ${reference}`}`;

const ing =
  (words: readonly string[], inOut: readonly [string, string], balances: boolean) =>
  (row: Row, { account }: DrawnStatement) => [
    compact(row.bookedOn),
    row.name,
    account,
    row.iban,
    'GT',
    row.cents < 0 ? inOut[1] : inOut[0],
    comma(Math.abs(row.cents), thousands),
    'Online bankieren',
    ingText(row, words),
    ...(balances ? [comma(row.after, thousands), ''] : []),
  ];

const rabobankRow = (row: Row, { account }: DrawnStatement): readonly string[] => {
  const plus = { plus: '+' };
  const head = [account, 'EUR', 'RABONL2U', '000000000000000001', row.bookedOn, row.bookedOn, comma(row.cents, plus)];
  const other = [comma(row.after, plus), row.iban, row.name, '', '', '', 'cb', '', row.reference];
  return [...head, ...other, '', '', '', row.description, '', '', '', '', '', ''];
};

const rabobankNl =
  'IBAN/BBAN|Munt|BIC|Volgnr|Datum|Rentedatum|Bedrag|Saldo na trn|Tegenrekening IBAN/BBAN|Naam tegenpartij|Naam uiteindelijke partij|Naam initiërende partij|BIC tegenpartij|Code|Batch ID|Transactiereferentie|Machtigingskenmerk|Incassant ID|Betalingskenmerk|Omschrijving-1|Omschrijving-2|Omschrijving-3|Reden retour|Oorspr bedrag|Oorspr munt|Koers';
const rabobankOther = rabobankNl
  .split('|')
  .map((name, n) => (n === 0 || name === 'BIC' ? name : `Kolom ${n}`))
  .join('|');

const rabobankOldRow = (row: Row, { account }: DrawnStatement): readonly string[] => [
  account,
  'EUR',
  compact(row.bookedOn),
  row.cents < 0 ? 'D' : 'C',
  point(Math.abs(row.cents)),
  row.iban,
  row.name,
  compact(row.bookedOn),
  'cb',
  '',
  ...[row.description, '', '', '', '', ''],
  row.reference,
  '',
  '',
];

const abn = (row: Row, { account }: DrawnStatement): readonly string[] => [
  account,
  'EUR',
  compact(row.bookedOn),
  comma(row.before),
  comma(row.after),
  compact(row.bookedOn),
  comma(row.cents),
  abnText(row),
];

const abnText = ({ iban, name, description, reference }: Row): string =>
  `/TRTP/SEPA OVERBOEKING/${iban === '' ? '' : `IBAN/${iban}/`}NAME/${name}/REMI/${description}/EREF/${reference || 'NOTPROVIDED'}`;

const asnRow =
  (quote: string) =>
  (row: Row, { account }: DrawnStatement): readonly string[] => [
    ...[
      dutchDay(row.bookedOn),
      account,
      row.iban,
      row.name,
      '',
      '',
      '',
      'EUR',
      point(row.before),
      'EUR',
      point(row.cents),
    ],
    ...[
      dutchDay(row.bookedOn),
      dutchDay(row.bookedOn),
      '8810',
      'OVB',
      '90043054',
      '',
      `${quote}${row.description}${quote}`,
      '42',
    ],
  ];

const triodosRow = (row: Row, { account }: DrawnStatement): readonly string[] => [
  dutchDay(row.bookedOn),
  account,
  comma(Math.abs(row.cents), thousands),
  row.cents < 0 ? 'Debet' : 'Credit',
  row.name,
  row.iban,
  'ET',
  row.description,
];

const knabRow = (row: Row, { account }: DrawnStatement): readonly string[] => [
  ...[account, dutchDay(row.bookedOn), 'EUR', row.cents < 0 ? 'D' : 'C', comma(Math.abs(row.cents), thousands)],
  ...[
    row.iban,
    row.name,
    dutchDay(row.bookedOn),
    'Overboeking',
    row.description,
    '',
    '',
    '',
    '',
    'C5A01',
    dutchDay(row.bookedOn),
  ],
  '',
];

const nl = ['Naam', 'Omschrijving', 'Kenmerk'];
const en = ['Name', 'Description', 'Reference'];
const ingSays = [...all, 'reference'] as const;

export const tableLayouts: Readonly<Record<string, DrawnLayout>> = {
  'ing csv, Dutch': {
    format: 'ing-csv',
    says: ingSays,
    write: table({
      headings:
        'Datum|Naam / Omschrijving|Rekening|Tegenrekening|Code|Af Bij|Bedrag (EUR)|Mutatiesoort|Mededelingen|Saldo na mutatie|Tag',
      mark: ';',
      newestFirst: true,
      row: ing(nl, ['Bij', 'Af'], true),
    }),
  },
  'ing csv, English': {
    format: 'ing-csv',
    says: ingSays,
    write: table({
      headings:
        'Date|Name / Description|Account|Counterparty|Code|Debit/credit|Amount (EUR)|Transaction type|Notifications|Resulting balance|Tag',
      mark: ';',
      newestFirst: true,
      row: ing(en, ['Credit', 'Debit'], true),
    }),
  },
  'ing csv, before 2020': {
    format: 'ing-csv',
    says: ['iban', 'name', 'description', 'reference'],
    write: table({
      headings: 'Datum|Naam / Omschrijving|Rekening|Tegenrekening|Code|Af Bij|Bedrag (EUR)|MutatieSoort|Mededelingen',
      mark: ',',
      newestFirst: true,
      row: ing(nl, ['Bij', 'Af'], false),
    }),
  },
  'ing csv, savings': {
    format: 'ing-csv',
    says: ['iban', 'description', 'balances'],
    write: table({
      headings:
        'Datum|Omschrijving|Rekening|Rekening naam|Tegenrekening|Af Bij|Bedrag|Valuta|Mutatiesoort|Mededelingen|Saldo na mutatie',
      mark: ';',
      newestFirst: true,
      row: (row, { account }) => [
        ...[row.bookedOn, row.description, account, 'Oranje Spaarrekening', row.iban, row.cents < 0 ? 'Af' : 'Bij'],
        ...[comma(Math.abs(row.cents)), 'EUR', 'Opname', '', comma(row.after)],
      ],
    }),
  },
  'rabobank csv': {
    format: 'rabobank-csv',
    says: ingSays,
    write: table({ headings: rabobankNl, mark: ',', row: rabobankRow }),
  },
  'rabobank csv, headings in another language': {
    format: 'rabobank-csv',
    says: ingSays,
    write: table({ headings: rabobankOther, mark: ',', end: '\n', row: rabobankRow }),
  },
  'rabobank csv, before 2017': {
    format: 'rabobank-csv',
    says: ['iban', 'name', 'description', 'reference'],
    write: table({ mark: ',', row: rabobankOldRow }),
  },
  'abn amro tab': {
    format: 'abnamro-tab',
    says: ingSays,
    write: table({ mark: '\t', cell: (text) => text, row: abn }),
    without: /\//g,
  },
  'abn amro csv, English headings': {
    format: 'abnamro-csv',
    says: ingSays,
    write: table({
      headings: 'accountNumber|mutationcode|transactiondate|startsaldo|endsaldo|valuedate|amount|description',
      mark: ',',
      cell: bare,
      row: abn,
    }),
    without: /\//g,
  },
  'abn amro csv, Dutch headings': {
    format: 'abnamro-csv',
    says: ingSays,
    write: table({
      headings:
        'Rekeningnummer|Muntsoort|Transactiedatum|Beginsaldo|Eindsaldo|Rentedatum|Transactiebedrag|Omschrijving',
      mark: ';',
      row: abn,
    }),
    without: /\//g,
  },
  'asn csv, without headings': {
    format: 'asn-csv',
    says: all,
    write: table({ mark: ',', cell: (text) => text, row: asnRow("'") }),
    without: /,|^'|'$/g,
  },
  'asn csv, with headings': {
    format: 'asn-csv',
    says: all,
    write: table({
      headings:
        'Datum|Je rekening|Van / naar|Naam|Adres|Postcode|Woonplaats|Valuta saldo|Saldo voor boeking|Valuta|Bedrag bij / af|Verwerkingsdatum|Valutadatum|Code|Type|Volgnummer|Betalingskenmerk|Omschrijving|Afschriftnummer',
      mark: ',',
      cell: bare,
      row: asnRow(''),
    }),
    without: /^'|'$/g,
  },
  'asn csv, savings': {
    format: 'asn-csv',
    says: ['iban', 'name', 'description'],
    write: table({
      headings: 'Datum|Je rekening|Van / naar|Naam|Omschrijving|Bedrag bij / af',
      mark: ';',
      cell: bare,
      row: (row, { account }) => [
        dutchDay(row.bookedOn),
        account,
        row.iban,
        row.name,
        row.description,
        comma(row.cents),
      ],
    }),
    without: /^'|'$/g,
  },
  'triodos csv, with a balance': {
    format: 'triodos-csv',
    says: all,
    write: table({
      headings:
        'Boekdatum|Rekeningnummer|Bedrag|Debet / Credit|Naam tegenrekening|Tegenrekening|Code|Omschrijving|Saldo na boeking',
      mark: ',',
      row: (row, statement) => [...triodosRow(row, statement), comma(row.after, thousands)],
    }),
  },
  'triodos csv, without headings': {
    format: 'triodos-csv',
    says: ['iban', 'name', 'description'],
    write: table({ mark: ',', row: triodosRow }),
  },
  'knab csv': {
    format: 'knab-csv',
    says: ['iban', 'name', 'description'],
    write: table({
      title: 'KNAB EXPORT;;;;;;;;;;;;;;;;',
      headings:
        'Rekeningnummer|Transactiedatum|Valutacode|CreditDebet|Bedrag|Tegenrekeningnummer|Tegenrekeninghouder|Valutadatum|Betaalwijze|Omschrijving|Type betaling|Machtigingsnummer|Incassant ID|Adres|Referentie|Boekdatum|',
      mark: ';',
      row: knabRow,
    }),
  },
  'bunq csv, Dutch': {
    format: 'bunq-csv',
    says: ['iban', 'name', 'description'],
    write: table({
      headings: 'Datum|Bedrag|Rekening|Tegenrekening|Naam|Omschrijving',
      mark: ';',
      row: (row, { account }) => [
        row.bookedOn,
        comma(row.cents, thousands),
        account,
        row.iban,
        row.name,
        row.description,
      ],
    }),
  },
  'bunq csv, English': {
    format: 'bunq-csv',
    says: ['iban', 'name', 'description'],
    write: table({
      headings: 'Date|Interest Date|Amount|Account|Counterparty|Name|Description',
      mark: ',',
      end: '\n',
      row: (row, { account }) => [
        row.bookedOn,
        row.bookedOn,
        point(row.cents),
        account,
        row.iban,
        row.name,
        row.description,
      ],
    }),
  },
};

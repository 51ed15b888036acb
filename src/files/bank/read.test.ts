/** What is recognised, in which encodings, and what is refused with which reason and line. */
import { describe, expect, test } from 'vitest';
import { layouts } from '../../../tests/bank/draw.ts';
import type { DrawnStatement } from '../../../tests/bank/drawn.ts';
import { BankFileError, type BankFileErrorCode } from './error.ts';
import { readBankFile } from './read.ts';

const statement: DrawnStatement = {
  account: 'NL73INGB0660200203',
  openingCents: 10_000,
  transactions: [
    {
      bookedOn: '2026-03-02',
      cents: 1_250_000,
      iban: 'NL70BNGH0285000711',
      name: 'Gemeente Voorbeeldstad',
      description: 'deel 1',
      reference: '',
    },
    {
      bookedOn: '2026-03-05',
      cents: -25_000,
      iban: 'NL47RABO0300700858',
      name: 'Buurthuis Café Één',
      description: 'huur € 250',
      reference: '',
    },
  ],
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const drawn = (name: string): string => layouts[name]?.write(statement) ?? '';
const named = Object.keys(layouts);

function refusal(bytes: Uint8Array): { readonly code: BankFileErrorCode; readonly line: number | null } {
  try {
    readBankFile(bytes);
  } catch (error) {
    if (error instanceof BankFileError) return { code: error.code, line: error.line };
    throw error;
  }
  throw new Error('was read');
}

const summary = (bytes: Uint8Array) =>
  readBankFile(bytes).statements.flatMap(({ transactions }) =>
    transactions.map(({ cents, counterName }) => [cents, counterName]),
  );

describe('encodings and line ends', () => {
  const [text, expected] = [drawn('rabobank csv'), summary(utf8(drawn('rabobank csv')))];

  test('UTF-8 with and without a byte order mark', () => {
    expect(expected).toEqual([
      [1_250_000, 'Gemeente Voorbeeldstad'],
      [-25_000, 'Buurthuis Café Één'],
    ]);
    expect(summary(utf8(`\ufeff${text}`))).toEqual(expected);
  });

  test.each([
    ['little end first, with its mark', true, true],
    ['big end first, with its mark', false, true],
    ['little end first, without a mark', true, false],
    ['big end first, without a mark', false, false],
  ])('UTF-16, %s', (_name, littleEnd, mark) => {
    const units = [...(mark ? '\ufeff' : ''), ...text];
    const view = new DataView(new ArrayBuffer(units.length * 2));
    units.forEach((unit, n) => {
      view.setUint16(n * 2, unit.charCodeAt(0), littleEnd);
    });
    expect(summary(new Uint8Array(view.buffer))).toEqual(expected);
  });

  test('windows-1252, the euro sign included', () => {
    const bytes = Uint8Array.from([...text].map((char) => (char === '€' ? 0x80 : char.charCodeAt(0))));
    expect(summary(bytes)).toEqual(expected);
    expect(readBankFile(bytes).statements[0]?.transactions[1]?.description).toBe('huur € 250');
  });

  test('an XML file in ISO-8859-15, as it says itself', () => {
    const xml = drawn('camt.053.001.02').replace('UTF-8', 'ISO-8859-15');
    const bytes = Uint8Array.from([...xml].map((char) => (char === '€' ? 0xa4 : char.charCodeAt(0))));
    expect(readBankFile(bytes).statements[0]?.transactions[1]?.description).toBe('huur € 250');
  });

  test.each(named)('%s with every kind of line end, and with empty lines below', (name) => {
    const lines = drawn(name).split(/\r\n|\n/);
    const right = summary(utf8(drawn(name)));
    for (const end of ['\n', '\r\n', '\r']) expect(summary(utf8(lines.join(end) + end + end))).toEqual(right);
  });
});

describe('refusals', () => {
  const html = '<!DOCTYPE html>\n<html><body><p>Uw sessie is verlopen</p></body></html>';
  const camt = drawn('camt.053.001.02');
  const mt940 = drawn('mt940, Knab');
  const csv = drawn('rabobank csv');

  test.each<readonly [string, string, BankFileErrorCode, number | null]>([
    ['nothing', '', 'empty', null],
    ['only white space', ' \r\n\r\n', 'empty', null],
    ['a web page', html, 'web_page', null],
    ['a web page below a comment', `<!-- x -->${html}`, 'web_page', null],
    ['a web page that says it is XML', `<?xml version="1.0"?>\n${html}`, 'web_page', null],
    ['a table of a web page', '<table><tr><td>Datum</td></tr></table>', 'web_page', null],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'pdf', null],
    ['a spreadsheet or zip', 'PK\u0003\u0004\u0014\u0000\u0006', 'archive', null],
    ['text about something else', 'Beste penningmeester,\nhierbij het afschrift.\n', 'unknown_layout', null],
    ['a list of something else', 'Naam;Straat;Plaats\nJansen;Dorpsstraat 1;Enschede\n', 'unknown_layout', null],
    ['XML of something else', '<?xml version="1.0"?><gpx><wpt lat="1"/></gpx>', 'unknown_layout', null],
    ['OFX, also as XML', '<?xml version="1.0"?><?OFX OFXHEADER="200"?><OFX></OFX>', 'unknown_layout', null],
    ['a payment file', '<?xml version="1.0"?><Document><CstmrCdtTrfInitn/></Document>', 'other_message', null],
    ['notices of single payments', camt.replaceAll('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn'), 'other_message', null],
    ['a report within a day', camt.replaceAll('BkToCstmrStmt', 'BkToCstmrAcctRpt'), 'interim', null],
    ['MT942', ':20:X\n:25:NL73INGB0660200203\n:28C:1\n:34F:EURD0,\n:61:260101C1,NTRFNONREF\n-', 'interim', 1],
    [
      'entities of its own',
      camt.replace('?>', '?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      'doctype',
      null,
    ],
    [
      'XML that is cut off',
      camt.slice(0, camt.indexOf('</Stmt>')),
      'cut_off',
      camt.slice(0, camt.indexOf('</Stmt>')).split('\n').length,
    ],
    [
      'XML with tags that cross',
      camt.replace('</Stmt>', '</Stm>'),
      'broken',
      camt.slice(0, camt.indexOf('</Stmt>')).split('\n').length,
    ],
    ['XML without an account', camt.replace(/<Acct>.*<\/Acct>/, ''), 'broken', 4],
    ['MT940 without its closing balance and its end', mt940.slice(0, mt940.indexOf(':62F:')), 'cut_off', 11],
    ['MT940 cut off in its closing balance', mt940.slice(0, mt940.indexOf(':62F:') + 14), 'cut_off', 12],
    ['MT940 with the head of a message that never came', `${mt940}{1:F01KNABNL2HAXXX`, 'cut_off', 12],
    ['MT940 without an account', mt940.replace(/:25:.*\r\n/, ''), 'broken', 2],
    ['CSV cut off between quotes', csv.slice(0, csv.lastIndexOf('Één')), 'cut_off', 3],
    ['CSV cut off between two cells', csv.slice(0, csv.lastIndexOf('"Buurthuis') - 1), 'cut_off', 3],
    [
      'CSV with a quote that never closes, above other rows',
      csv.replace('"Gemeente Voorbeeldstad"', '"Gemeente'),
      'broken',
      2,
    ],
    [
      'CSV cut off in an amount that stands last',
      'Datum;Je rekening;Van / naar;Naam;Omschrijving;Bedrag bij / af\n02-03-2026;NL73INGB0660200203;;A;x;-12,50\n03-03-2026;NL73INGB0660200203;;A;x;-1.234,5',
      'cut_off',
      3,
    ],
    [
      'a list of money that somebody keeps himself',
      'Datum;Bedrag;Rekening;Tegenrekening;Naam;Omschrijving\n01-01-2026;12,50;Kas;;Jan;koffie\n',
      'no_rows',
      2,
    ],
    ['CSV of which no row can be read', csv.replaceAll('2026-', '2026/13-'), 'no_rows', 2],
  ])('%s', (_name, text, code, line) => {
    expect(refusal(utf8(text))).toEqual({ code, line });
  });

  test('pictures and old spreadsheets are no text', () => {
    expect(refusal(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)).code).toBe('not_text');
    expect(refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)).code).toBe('not_text');
    expect(refusal(Uint8Array.from({ length: 400 }, (_, n) => (n * 37) % 256)).code).toBe('not_text');
  });

  test('UTF-8 that ends inside a letter was cut off', () => {
    const bytes = utf8(drawn('abn amro tab').replace('huur', 'Café'));
    const inLetter = bytes.lastIndexOf(0xc3) + 1;
    expect(refusal(bytes.slice(0, inLetter)).code).toBe('cut_off');
  });

  test('more than any bank sends is not read', () => {
    expect(refusal(new Uint8Array(20_000_001)).code).toBe('too_large');
  });
});

describe('spreadsheets as people leave them', () => {
  test('headings without rows: no transactions, and no error', () => {
    const [headings] = drawn('ing csv, Dutch').split('\r\n');
    expect(readBankFile(utf8(`${headings}\r\n`))).toEqual({ format: 'ing-csv', statements: [], warnings: [] });
  });

  test('a title above the headings and a sum below the rows', () => {
    const lines = drawn('bunq csv, Dutch').trimEnd().split('\r\n');
    const file = readBankFile(utf8(['Overzicht 2026', ...lines, 'Totaal;12.250,00;;;;'].join('\r\n')));
    expect(file.statements[0]?.transactions).toHaveLength(2);
    expect(file.warnings.map(({ code, line }) => [code, line])).toEqual([
      ['no_balance', 3],
      ['row_skipped', 5],
    ]);
  });

  test('rows above their headings are not left out in silence', () => {
    const [headings, first, second] = drawn('rabobank csv').split('\r\n');
    const file = readBankFile(utf8([first, headings, second, ''].join('\r\n')));
    expect(file.warnings.map(({ code, line }) => [code, line])).toEqual([['row_skipped', 1]]);
  });

  test.each(['triodos csv, without headings', 'asn csv, without headings', 'rabobank csv'])(
    '%s below the line sep=, with which Excel begins',
    (name) => {
      const right = readBankFile(utf8(drawn(name))).statements[0]?.transactions;
      const found = readBankFile(utf8(`sep=,\r\n${drawn(name)}`)).statements[0]?.transactions;
      expect(found).toEqual(right?.map((each) => ({ ...each, line: each.line + 1 })));
    },
  );

  test('days as an American spreadsheet writes them, known by the one that can be nothing else', () => {
    const american = drawn('rabobank csv').replaceAll('2026-03-02', '3/2/2026').replaceAll('2026-03-05', '3/15/2026');
    const days = (text: string) => readBankFile(utf8(text)).statements[0]?.transactions.map((each) => each.bookedOn);
    expect(days(american)).toEqual(['2026-03-02', '2026-03-15']);
    expect(days(american.replaceAll('3/15/2026', '15/3/2026'))).toEqual(['2026-02-03', '2026-03-15']);
  });

  test('years of two figures, as LibreOffice shows days', () => {
    const short = drawn('rabobank csv').replaceAll('2026-03-02', '02-03-26').replaceAll('2026-03-05', '05-03-26');
    expect(readBankFile(utf8(short)).statements[0]?.transactions).toEqual(
      readBankFile(utf8(drawn('rabobank csv'))).statements[0]?.transactions,
    );
  });

  test('empty cells behind the last heading, where no amount can stand in them', () => {
    const padded = (mark: string) =>
      drawn('knab csv')
        .split('\r\n')
        .map((line, n) => (n < 2 || line === '' ? line : `${line}${mark}${mark}${mark}`))
        .join('\r\n');
    expect(summary(utf8(padded(';')))).toEqual(summary(utf8(drawn('knab csv'))));
  });

  test('an amount without its last zero is whole when the line has an end', () => {
    const list = (end: string) =>
      `Datum;Je rekening;Van / naar;Naam;Omschrijving;Bedrag bij / af\n02-03-2026;NL73INGB0660200203;;A;x;-12,51\n03-03-2026;NL73INGB0660200203;;A;x;-34,5${end}`;
    expect(summary(utf8(list('\n')))).toEqual([
      [-1251, 'A'],
      [-3450, 'A'],
    ]);
    expect(refusal(utf8(list(''))).code).toBe('cut_off');
  });

  test('SNS, with the first heading as it was called before', () => {
    const sns =
      'Boekdatum;Opdrachtgeversrekening;Tegenrekeningnummer;Naam tegenrekening;Valutasoort rekening;Saldo rekening voor mutatie;Valutasoort mutatie;Transactiebedrag;Omschrijving\n02-03-2026;NL73INGB0660200203;NL47RABO0300700858;jansen;EUR;100,00;EUR;-12,50;x\n';
    expect(readBankFile(utf8(sns)).statements[0]).toMatchObject({
      opening: { cents: 10_000 },
      closing: { cents: 8750 },
    });
  });

  test('lines that a spreadsheet took for one cell each', () => {
    const lines = drawn('ing csv, before 2020').trimEnd().split('\r\n');
    const wrapped = lines.map((line) => `"${line.replaceAll('"', '""')}"`).join('\r\n');
    expect(summary(utf8(wrapped))).toEqual(summary(utf8(drawn('ing csv, before 2020'))));
  });

  test.each(["'", '"', ''])('ASN and SNS with %s around text', (quote) => {
    const cells = (text: string) =>
      `02-03-2026,NL73INGB0660200203,NL47RABO0300700858,'t klimrek,,,,EUR,100.00,EUR,-25.00,02-03-2026,02-03-2026,8810,OVB,9,${quote}${quote},${text},42`;
    const rows = [
      cells(`${quote}huur zaal${quote}`),
      cells(`${quote}huur ${quote === '' ? '' : ', '}zaal${quote}`).replace('100.00', '75.00'),
    ];
    const file = readBankFile(utf8(`${rows.join('\r\n')}\r\n`));
    expect(file.warnings).toEqual([]);
    expect(file.statements[0]).toMatchObject({ opening: { cents: 10_000 }, closing: { cents: 5000 } });
    expect(file.statements[0]?.transactions).toMatchObject([
      { counterName: "'t klimrek", description: 'huur zaal', bankReference: '9', code: 'OVB' },
      { counterName: "'t klimrek", description: quote === '' ? 'huur zaal' : 'huur , zaal' },
    ]);
  });

  test('ABN AMRO in columns of 32, with remarks between the rows', () => {
    const row = (amounts: string, text: string) =>
      `123456789\tEUR\t20230203\t${amounts.split(' ').join('\t')}\t${text}`;
    const tab = [
      '# remark',
      row(
        '100,00 84,01 20230203 -15,99',
        'SEPA Incasso algemeen doorlopend Incassant: NL01ZZZ012345678901  Naam: FILMS INTERNATIONAL XY B.V.Machtiging: DD-0123 7-890  Omschrijving: Films maart  IBAN: NL47RABO0300700858  Kenmerk: 012345678901  Voor: J DE VRIES',
      ),
      '# another',
      row(
        '84,01 109,01 20230203 25,00',
        'BEA   NR:A1B23C   30.12.21/15.01 Hamer en Zaag 12,PAS123         ZAANDAM                          TERUGBOEKING-BEA-TRANSACTIE',
      ),
      row(
        '109,01 97,30 20230203 -11,71',
        'BEA, Google Pay                  SumUp  *De Bron,PAS456          NR:01234567, 20.12.23/11:59',
      ),
    ];
    const file = readBankFile(utf8(tab.join('\n')));
    expect(file.warnings).toEqual([{ code: 'row_skipped', account: '', line: 3, cents: null }]);
    expect(file.statements[0]?.transactions).toMatchObject([
      {
        counterName: 'FILMS INTERNATIONAL XY B.V.',
        description: 'Films maart',
        reference: '012345678901',
        reversal: false,
      },
      { counterName: 'Hamer en Zaag 12', code: 'BEA', reversal: true },
      { counterName: 'SumUp *De Bron', reversal: false },
    ]);
  });

  test('two accounts in one file are two statements', () => {
    const first = drawn('rabobank csv');
    const second = first.replaceAll(statement.account, 'NL47RABO0300700858').split('\r\n').slice(1).join('\r\n');
    const file = readBankFile(utf8(first + second));
    expect(file.statements.map(({ account, closing }) => [account, closing?.cents])).toEqual([
      ['NL73INGB0660200203', 1_235_000],
      ['NL47RABO0300700858', 1_235_000],
    ]);
    expect(file.warnings).toEqual([]);
  });

  test('a row that is missing shows at the row below it, with how much', () => {
    const [head, , second] = drawn('rabobank csv').split('\r\n');
    const other = `"NL73INGB0660200203","EUR","RABONL2U","1","2026-03-01","2026-03-01","+1,00","+100,00","","","","","","cb","","","","","","","","","","","",""`;
    const file = readBankFile(utf8([head, other, second, ''].join('\r\n')));
    expect(file.warnings).toEqual([
      { code: 'balance_differs', account: 'NL73INGB0660200203', line: 3, cents: 1_250_000 },
    ]);
  });

  test('a day that does not exist is left out with its line, not guessed', () => {
    const file = readBankFile(utf8(drawn('knab csv').replace('"02-03-2026";""\r\n', '"31-02-2026";""\r\n')));
    expect(file.statements[0]?.transactions.map(({ cents }) => cents)).toEqual([-25_000]);
    expect(file.warnings.map(({ code, line }) => [code, line])).toEqual([
      ['row_skipped', 3],
      ['no_balance', 4],
    ]);
  });

  test('an account in dollars is read and named', () => {
    const file = readBankFile(utf8(drawn('rabobank csv').replaceAll('"EUR"', '"USD"')));
    expect(file.statements[0]?.currency).toBe('USD');
    expect(file.warnings.map(({ code }) => code)).toEqual(['other_currency']);
  });

  test('what comes back is a reversal; a shop that gives money back is not', () => {
    const rows = drawn('rabobank csv').replace(
      '"cb","","","","","","huur € 250","","","",',
      '"rt","","","","","","huur","","","AC04",',
    );
    const reversals = readBankFile(utf8(rows)).statements[0]?.transactions.map(({ reversal }) => reversal);
    expect(reversals).toEqual([false, true]);
  });
});

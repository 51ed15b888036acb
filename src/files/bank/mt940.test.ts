/** MT940: signs, days, pages, statements that do not connect, and what the fields of each bank tell. */
import { describe, expect, test } from 'vitest';
import { readBankFile } from './read.ts';
import type { BankFileTransaction } from './statement.ts';

const read = (...lines: readonly string[]) => readBankFile(new TextEncoder().encode(`${lines.join('\r\n')}\r\n`));

/** One message of an invented account around these fields. */
const message = (
  fields: readonly string[],
  { opening = 'C260101EUR100,00', closing = ':62F:C260131EUR100,00' } = {},
) => [':20:VOORBEELD', ':25:NL44RABO0300200101', ':28C:1/1', `:60F:${opening}`, ...fields, closing];

const only = (...fields: readonly string[]): BankFileTransaction => {
  const [transaction, ...others] = read(...message(fields)).statements.flatMap(({ transactions }) => transactions);
  if (transaction === undefined || others.length > 0) throw new Error('not one transaction');
  return transaction;
};
const codes = (file: ReturnType<typeof read>): readonly unknown[] =>
  file.warnings.map(({ code, line, cents }) => [code, line, cents]);

describe('signs', () => {
  test.each([
    ['C12,50', 1250, false],
    ['D12,50', -1250, false],
    ['RC12,50', -1250, true], // takes back what came in
    ['RD12,50', 1250, true], // gives back what went out
    ['CR12,50', 1250, false], // R is the third letter of EUR here
    ['DR12,5', -1250, false],
    ['C000000000012,50', 1250, false],
    ['D0,01', -1, false],
    ['C7,', 700, false],
    ['D12.50', -1250, false],
    ['C1.250,50', 125_050, false],
    ['RC12.001.250,5', -1_200_125_050, true],
    ['C1,250.50', 125_050, false],
  ])('%s', (amount, cents, reversal) => {
    expect(only(`:61:2601150115${amount}NTRFNONREF`)).toMatchObject({ cents, reversal });
  });

  test.each(['C1.250', 'C1,250', 'C1.25,50', 'C1250.500,00', 'C.250,00', 'C1.250,500'])(
    '%s can be read in more than one way, or in none: the line is named and left out',
    (amount) => {
      expect(codes(read(...message([`:61:2601150115${amount}NTRFNONREF`])))).toEqual([['row_skipped', 5, null]]);
    },
  );

  test('balances with figures in groups, and a closing one that is none', () => {
    const balances = { opening: 'C260101EUR1.250,50', closing: ':62F:C260131EUR1.251.250,50' };
    const file = read(...message([':61:260115C1.250.000,00NTRFNONREF'], balances));
    expect(file).toMatchObject({ statements: [{ opening: { cents: 125_050 } }], warnings: [] });
    const broken = () => read(...message([], { closing: ':62F:C260131EUR1.25,50' }), '-');
    expect(broken).toThrow(expect.objectContaining({ code: 'broken', line: 5 }));
  });

  test('a balance below zero', () => {
    const file = read(
      ...message([':61:260115D50,00NTRFNONREF'], { opening: 'D260101EUR100,00', closing: ':62F:D260131EUR150,00' }),
    );
    expect(file.statements[0]).toMatchObject({ opening: { cents: -10_000 }, closing: { cents: -15_000 } });
    expect(file.warnings).toEqual([]);
  });
});

test.each(['NL44RABO0300200101 EUR', 'NL44RABO0300200101EUR', 'NL44RABO0300200101/EUR', 'RABONL2U/NL44RABO0300200101'])(
  'the account of :25:%s',
  (written) => {
    const file = read(...message([]).map((line) => (line.startsWith(':25:') ? `:25:${written}` : line)));
    expect(file.statements[0]?.account).toBe('NL44RABO0300200101');
  },
);

test('copied out of a mail, with blanks before the fields', () => {
  const fields = [':61:2601150115C12,50NTRFNONREF', ':86:/NAME/J DE VRIES/REMI/een lange', 'zin'];
  const plain = read(...message(fields, { closing: ':62F:C260131EUR112,50' }));
  expect(plain.warnings).toEqual([]);
  const indented = message(fields, { closing: ':62F:C260131EUR112,50' }).map((line) => `  ${line}`);
  expect(read(...indented)).toEqual(plain);
  expect(read(...indented.map((line) => line.replace(/^ +(?!:)/, '')))).toEqual(plain);
});

test('between the marks that SWIFT sends around a message', () => {
  const file = read('\u0001{1:F01RABONL2UAXXX0000000000}{2:I940RABONL2UXXXXN}{4:', ...message([]), '-}\u0003');
  expect(file).toMatchObject({ statements: [{ closing: { cents: 10_000 } }], warnings: [] });
});

describe('days', () => {
  test.each([
    ['2601021231', '2025-12-31', '2026-01-02'], // booked in the year before the day of interest
    ['2512310102', '2026-01-02', '2025-12-31'],
    ['260115', '2026-01-15', '2026-01-15'],
    ['260230', '2026-02-28', '2026-02-28'], // interest counts months of thirty days
    ['2402300229', '2024-02-29', '2024-02-29'],
  ])('%s', (days, bookedOn, valueOn) => {
    expect(only(`:61:${days}C1,00NTRFNONREF`)).toMatchObject({ bookedOn, valueOn });
  });

  test('a day or a direction that does not exist is left out with its line', () => {
    const file = read(...message([':61:261315C1,00NTRFNONREF', ':86:/REMI/X', ':61:260115X1,00NTRFNONREF']));
    expect(file.statements[0]?.transactions).toEqual([]);
    expect(codes(file)).toEqual([
      ['row_skipped', 5, null],
      ['row_skipped', 7, null],
    ]);
  });
});

describe('statements', () => {
  const paid = ':61:260115D40,00NTRFNONREF';

  test('opening, transactions and closing are compared', () => {
    expect(codes(read(...message([paid])))).toEqual([['balance_differs', 6, 4000]]);
  });

  test('a closing balance that is missing, and a next statement that begins elsewhere', () => {
    const first = message([paid], { closing: '-' });
    const file = read(...first, ...message([], { opening: 'C260131EUR75,00', closing: ':62F:C260131EUR75,00' }));
    expect(file.statements.map(({ closing }) => closing?.cents ?? null)).toEqual([null, 7500]);
    expect(codes(file)).toEqual([
      ['no_closing', 5, null],
      ['statements_differ', 10, 1500],
    ]);
  });

  test('pages of one day are one statement', () => {
    const first = message([paid], { closing: ':62M:C260115EUR60,00' });
    const second = message([':61:260115C15,00NTRFNONREF'], { closing: ':62F:C260115EUR75,00' });
    const file = read(
      ...first,
      '-',
      ...second.map((line) => line.replace(':60F:C260101EUR100,00', ':60M:C260115EUR60,00')),
      '-',
    );
    expect(file.statements).toHaveLength(1);
    expect(file.statements[0]).toMatchObject({ opening: { cents: 10_000 }, closing: { cents: 7500 } });
    expect(file.statements[0]?.transactions.map(({ cents }) => cents)).toEqual([-4000, 1500]);
    expect(file.warnings).toEqual([]);
  });

  test('pages of which one is missing stay apart, and say so', () => {
    const first = message([], { closing: ':62M:C260115EUR100,00' });
    const third = message([], { closing: ':62F:C260115EUR75,00' });
    const file = read(
      ...first,
      '-',
      ...third.map((line) => line.replace(':60F:C260101EUR100,00', ':60M:C260115EUR75,00')),
      '-',
    );
    expect(file.statements).toHaveLength(2);
    expect(codes(file)).toEqual([['statements_differ', 10, -2500]]);
  });

  test('a transaction below the closing balance belongs nowhere, and is named', () => {
    const file = read(...message([]), ':61:260115D40,00NTRFNONREF', '-', ':61:260116D1,00NTRFNONREF');
    expect(file.statements[0]?.transactions).toEqual([]);
    expect(codes(file)).toEqual([
      ['row_skipped', 6, null],
      ['row_skipped', 8, null],
    ]);
  });

  test('the newest statement first is followed from below', () => {
    const older = message([paid], { closing: ':62F:C260115EUR60,00' });
    const newer = message([], { opening: 'C260116EUR60,00', closing: ':62F:C260116EUR60,00' });
    expect(read(...newer, '-', ...older, '-').warnings).toEqual([]);
  });

  test('a closing balance in another currency is none', () => {
    const file = read(...message([], { closing: ':62F:C260131USD100,00' }));
    expect(file.statements[0]).toMatchObject({ currency: 'EUR', closing: null });
    expect(codes(file)).toEqual([
      ['other_currency', 5, null],
      ['no_closing', 5, null],
    ]);
  });

  test('balances of other days, totals and the envelope are no transactions', () => {
    const file = read(
      '{1:F01INGBNL2ABXXX0000000000}{2:I940INGBNL2AXXXN}{4:',
      ...message([':61:260115C1,00NTRFNONREF', ':86:/REMI/USTD//x/'], { closing: ':62F:C260131EUR101,00' }),
      ':64:C260131EUR90,00',
      ':65:C260201EUR80,00',
      ':86:/SUM/18/3/14830,45/14640,00/',
      '-}{5:}',
    );
    expect(file.statements[0]?.transactions).toHaveLength(1);
    expect(file.warnings).toEqual([]);
  });
});

describe('accounts', () => {
  test.each([
    ['NL44 RABO 0300 2001 01', 'NL44RABO0300200101'],
    ['NL44RABO0300200101EUR', 'NL44RABO0300200101'],
    ['NL44RABO0300200101 EUR', 'NL44RABO0300200101'],
    ['BE68539007547034', 'BE68539007547034'],
    ['TRIODOSBANK/0390123456', '0390123456'],
    ['RABONL2U/NL44RABO0300200101', 'NL44RABO0300200101'],
    ['1212.12.121EUR                     ', '1212.12.121EUR'],
    ['87052000/123456789', '87052000/123456789'],
  ])('%s', (field, account) => {
    const lines = message([]).map((line) => (line.startsWith(':25:') ? `:25:${field}` : line));
    expect(read(...lines).statements[0]?.account).toBe(account);
  });
});

describe('what a field tells', () => {
  test('ING: codes, over lines of 65 characters, a code broken in two', () => {
    const transaction = only(
      ':61:2601150115D73,62NDDTEREF//12345678909876',
      '/TRCD/01018/',
      ':86:/EREF/02164810730000043//MARF/M12345678909//CSID/NL39KPN12345',
      '0000000//CNTP/NL75INGB0000012345/INGBNL2A/TEL / MOBIEL///REMI/UST',
      'D//Factuurnr: 123456789.00. Kijk voor meer op www.voorbeeld.nl/',
    );
    expect(transaction).toMatchObject({
      counterIban: 'NL75INGB0000012345',
      counterName: 'TEL / MOBIEL',
      description: 'Factuurnr: 123456789.00. Kijk voor meer op www.voorbeeld.nl',
      reference: '02164810730000043',
      bankReference: '12345678909876',
      code: '01018',
    });
  });

  test('ING: a payment mark instead of text', () => {
    const mark = only(
      ':61:260115D1,00NTRFEREF',
      ':86:/CNTP/NL75INGB0000012345/INGBNL2A/BELASTINGEN///REMI/STRD/CUR/8850426741301240/',
    );
    expect(mark).toMatchObject({ counterName: 'BELASTINGEN', description: '8850426741301240' });
    const inLine = only(
      ':61:260115D1,00NTRF1850426746401070//14232632703135',
      ':86:/CNTP/NL75INGB0000012345/INGBNL2A/BELASTINGEN//',
    );
    expect(inLine).toMatchObject({ reference: '1850426746401070', description: '' });
  });

  test('Rabobank: the other account below :61:, lines ended on purpose, a payment that came back', () => {
    const transaction = only(
      ':61:260115C000000000169,90N122NONREF',
      'NL96RBOS0523149468',
      ':86:/ORDP//NAME/Bedrijf B.V./REMI/NR.201303-111/11.3.2013',
      'NR.201303-112/RTRN/AC04/ISDT/2026-01-15',
    );
    expect(transaction).toMatchObject({
      counterIban: 'NL96RBOS0523149468',
      counterName: 'Bedrijf B.V.',
      description: 'NR.201303-111/11.3.2013 NR.201303-112',
      reversal: true,
    });
  });

  test('a dash alone on a line is text when the message goes on', () => {
    const transaction = only(':61:260115C1,00NTRFNONREF', ':86:/REMI/van zes tot', '-', 'negen uur');
    expect(transaction.description).toBe('van zes tot - negen uur');
  });

  test('ABN AMRO: labels in two columns, the last of exactly 65 characters', () => {
    const transaction = only(
      ':61:2601150115C4,N944NONREF',
      ':86:SEPA IDEAL                       IBAN: NL70ABNA0888888888',
      'BIC: ABNANL2A                    NAAM: REIZIGERS GROEP INZAKE KA',
      'OMSCHRIJVING: 4851430136 0030000 E-TICKET(S)',
      'KENMERK: 26-01-2026 18:14 003000 0735822580',
    );
    expect(transaction).toMatchObject({
      counterIban: 'NL70ABNA0888888888',
      counterName: 'REIZIGERS GROEP INZAKE KA',
      description: '4851430136 0030000 E-TICKET(S)',
      reference: '26-01-2026 18:14 003000 0735822580',
      code: 'SEPA IDEAL',
    });
  });

  test('Triodos: parts of 27 characters, with and without an IBAN', () => {
    const modern = only(
      ':61:260115D42,00NET NONREF',
      ':86:000>100000000000',
      '>20TRIONL2U',
      '>21NL08TRIO0373737373',
      '>22BUURTHUIS DE BRON, HUUR ZA>23AL 2 MAART',
      '>310390123456',
    );
    expect(modern).toMatchObject({
      counterIban: 'NL08TRIO0373737373',
      description: 'BUURTHUIS DE BRON, HUUR ZAAL 2 MAART',
    });
    const old = only(':61:260115D7,00N000NONREF', ':86:000>100133967858', '>20 HUUR>21 KANTOOR - FEB>310390123456');
    expect(old).toMatchObject({ counterIban: '0133967858', description: 'HUUR KANTOOR - FEB' });
  });

  test('SNS: account and name below :61: and again in :86:', () => {
    const transaction = only(
      ':61:2601150115C15,00NOVBNL11RABO0987654321',
      'f. voorbeeld n.v.',
      ':86:NL11RABO0987654321 f. voorbeeld n.v.',
      ' '.repeat(65),
      'factuur 12'.padEnd(65),
      ' '.repeat(65),
    );
    expect(transaction).toMatchObject({
      counterIban: 'NL11RABO0987654321',
      counterName: 'f. voorbeeld n.v.',
      description: 'factuur 12',
    });
  });

  test('Knab: the other side on a line of its own', () => {
    const transaction = only(
      ':61:2601150115C10,NTRFNONREF//AB1211111111111',
      ':86:EEN LANGE OMSCHRIJVING',
      'REK: NL76INGB0444444444/NAAM: STICHTING DERDEN',
    );
    expect(transaction).toMatchObject({
      counterIban: 'NL76INGB0444444444',
      counterName: 'STICHTING DERDEN',
      description: 'EEN LANGE OMSCHRIJVING',
      bankReference: 'AB1211111111111',
    });
  });

  test('ING before its codes: account, BIC, name and text with only spaces between', () => {
    const transaction = only(':61:260115D4,00NGT EREF', ':86:NL57ABNA0987654321 ABNANL2A J AAP NOTPROVIDED kilometers');
    expect(transaction).toMatchObject({
      counterIban: 'NL57ABNA0987654321',
      counterName: 'J AAP',
      description: 'kilometers',
      code: 'GT',
    });
  });

  test('Rabobank before SEPA: account and name in :61:, several :86:', () => {
    const transaction = only(
      ':61:260115D000000000190,14N0600101000731      VERZEKERAAR                      ',
      `:86:${'BETALINGSKENM.  490022201282'.padEnd(65)}`,
      `:86:${'PERIODE 06.01 - 06.02'.padEnd(65)}`,
    );
    expect(transaction).toMatchObject({
      counterIban: '0101000731',
      counterName: 'VERZEKERAAR',
      description: 'BETALINGSKENM. 490022201282 PERIODE 06.01 - 06.02',
    });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageOf } from './page.fixture.ts';
import { better, type ReceiptReading, receiptOf } from './read.ts';

const today = '2026-11-26';

const read = (text: string): ReceiptReading => receiptOf(pageOf(text), today);
const said = ({ total, date, shop, vat }: ReceiptReading) => [total?.value, date?.value, shop?.value, vat?.value];

const hardware = `
BOUWMARKT DE KLOS
Spoelweg 12   7511 AB Enschede
Lampion papier 24x       47,76
Wasknijper hout 3x        8,97
Lichtsnoer 20 m 2x       31,90
Touw jute 50 m            4,02
Statiegeld retour        -6,25
TOTAAL EUR               86,40
PIN                      86,40
BTW 21 %   71,41         14,99
05-12-2025          16:41`;

test('total, day, shop and VAT of a receipt, each with its place and proof', () => {
  const reading = read(hardware);
  expect(said(reading)).toEqual([86_40, '2025-12-05', 'BOUWMARKT DE KLOS', 14_99]);
  expect(reading.checks.vat).toBe(true);
  expect(reading.total).toMatchObject({ text: expect.stringContaining('TOTAAL'), place: { y: 210 } });
  expect(reading.total?.confidence).toBeGreaterThan(0.8);
});

test('lines of a photo that was held askew are put together', () => {
  expect(receiptOf(pageOf(hardware, { turn: 0.06 }), today).total?.value).toBe(86_40);
});

describe('which amount is the total', () => {
  test.each([
    [
      'a subtotal and a discount above it',
      'Brood  3,00\nKaas  8,00\nSubtotaal  11,00\nKorting  -1,32\nTe betalen  9,68',
      9_68,
    ],
    [
      'cash given and change below it',
      'Verf  12,50\nKwast  4,45\nTotaal  16,95\nContant  50,00\nWisselgeld  33,05',
      16_95,
    ],
    [
      'no word for it that can be read, but cash and change',
      'Verf  12,50\nKwast  4,45\n####  16,95\nContant  20,00\nTerug  3,05',
      16_95,
    ],
    ['a letter misread', 'Koffie  2,20\nThee  2,00\nT0TAAI  4,20', 4_20],
    ['the amount on the line below', 'Soep  40,00\nBrood  20,00\nTOTAAL\n60,00', 60_00],
    ['spaces inside it', 'Soep  40,00\nBrood  20,00\nTotaal: EUR  60, 00', 60_00],
    ['thousands', 'Tent  1.234,50\nTotaal incl. btw  1.234,50', 1_234_50],
    [
      'a table of taxes with a total of its own',
      'Hout  100,00\nVerf  21,00\nTOTAAL  121,00\nBTW %  Netto  BTW  Totaal\n21%  100,00  21,00  121,00\nTotaal  100,00  21,00  121,00',
      121_00,
    ],
    [
      'an invoice with VAT on top',
      'Huur zaal  100,00\nTotaal excl. btw  100,00\nBTW 21%  21,00\nTe voldoen  121,00',
      121_00,
    ],
    ['a card slip below', 'Bloemen  15,00\nTotaal  15,00\nBedrag:  EUR 15,00\nMaestro\nKaart  xxxx1234', 15_00],
    ['points and savings', 'Melk  1,29\nKoek  2,31\nTOTAAL  3,60\nUw voordeel  0,80\nSpaarsaldo  12,50', 3_60],
    ['whole euros with a dash', 'Plant  € 15,-\nPot  € 10,--\nTotaal  € 25,-', 25_00],
    ['thousands with a dash', 'Huur podium  1.250,–\nTotaal  1.250,–', 1_250_00],
    ['whole euros only', 'Zaal  € 100\nStoelen  € 50\nTotaal  € 150', 150_00],
    ['whole euros in words', 'Soep voor dertig\nTotaal: 45 euro', 45_00],
    ['rounded for cash', 'TOTAAL  9,99\nAFRONDING  0,01\nTOTAAL AFGEROND  10,00\nCONTANT  20,00\nTERUG  10,00', 10_00],
    ['a tip', 'Diner  45,00\nSubtotaal  45,00\nFooi  5,00\nTotaal  50,00', 50_00],
    ['stamps that are bought too', 'TOTAAL  34,56\nKoopzegels  3,40\nTe betalen  37,96\nPinnen  37,96', 37_96],
    ['deposit in it', 'Cola  1,50\nStatiegeld  0,15\nKoek  2,00\nTotaal  3,65\nPinnen  3,65', 3_65],
    ['paid by card and nothing else', 'Markt\nPinbetaling  25,00', 25_00],
    ['with and without VAT below each other', 'Excl. btw  100,00\nIncl. btw  121,00', 121_00],
    ['a point for the cents', 'Koffie  2.75\nTaart  3.25\nTotaal EUR  6.00', 6_00],
    ['spaces for thousands', 'Tent huren\nTotaalbedrag  € 1 234,56', 1_234_56],
    ['brought back to the shop', 'Verf  -12,50\nTotaal  -12,50\nTeruggave PIN  -12,50', -12_50],
    ['bottles', 'Statiegeld flessen  -1,25\nTotaal  -1,25', -1_25],
    ['a credit note', 'Creditnota\nBedrag incl. btw  -242,00\nTotaal  -242,00', -242_00],
    ['a sum', 'Koffie  2,00\nTosti  3,00\nSom:  6,00', 6_00],
    ['a letter for a digit', 'Vlaai  5B,15\nTOTAAL  5B,l5\nPIN  58,1S', 58_15],
    ['a glass of less than a litre', 'Bier 0,3l  3,20\nTotaal  3,20', 3_20],
    ['a comma for thousands', 'Tent  1,028.75\nTotal  £1,234.50', 1_234_50],
    ['two points or commas alike', 'Tent  1,815,00\nTotaal  1.815.00', 1_815_00],
    ['a number of goods before it', 'Tent  2  125,00\nTotaal  2  125,00', 125_00],
    [
      'a subtotal of which a letter is off',
      'Huur  1500,00\nSbtotaal  1500,00\nBTW 21%  315,00\nTotaal  1815,00',
      1_815_00,
    ],
    ['what is left on a card', 'Bloemen  10,00\nRestsaldo kaart  40,00\nTotaal  10,00', 10_00],
    ['a part with a voucher', 'Plant  29,95\nPot  20,00\n####  49,95\nCadeaukaart  25,00\nPin  24,95', 49_95],
    ['a discount among the lines', 'Creme  27,20\nKorting  -20,00\n####  7,20\nTotaal bespaard  20,00', 7_20],
    ['a letter for the sign of the euro', 'Friet  E 12\nTotaal  E 27', 27_00],
    ['brought back, the words lost', '#####  -24,95\n###  -24,95\nBTW 21%  -4,33', -24_95],
    ['rounded, the change tells', 'Worst  10,03\nTotaal  10,03\nTe betalen  10,05\nContant  20,00\nTerug  9,95', 10_05],
    ['no rounding: a near amount of another line', 'Kaas  9,95\nBrood  0,02\nTotaal  9,97\nPin  9,97', 9_97],
    ['German', 'Milch  1,29\nKekse  2,31\nSUMME  EUR  3,60\nGegeben  EUR  5,00\nRückgeld  EUR  1,40', 3_60],
  ])('%s', (_name, text, cents) => {
    expect(read(text).total?.value).toBe(cents);
  });

  test('no amounts, no total', () => {
    expect(read('Bedankt en tot ziens\nkom gerust terug').total).toBeUndefined();
  });

  test('a percentage, a weight and a date are no amounts', () => {
    const reading = read('Kaas 0,365 kg  6,20\nBTW 9,00%\nDatum 12.03.2025\nTotaal  6,20');
    expect(reading.total?.value).toBe(6_20);
  });
});

describe('which day', () => {
  test.each([
    ['07/10/19', '2019-10-07'],
    ['29.02.2024 12:10', '2024-02-29'],
    ["10Nov'18 14:02", '2018-11-10'],
    ["Oct06'19", '2019-10-06'],
    ["70ct'19", '2019-10-07'],
    ['2- 8-2020', '2020-08-02'],
    ['26-Okt-18', '2018-10-26'],
    ['3 maart 2025', '2025-03-03'],
    ['95-11-2025', '2025-11-05'],
    ['2024-05-14T10:00', '2024-05-14'],
    ['Datum 5-1-2026  geldig tot 31-12-2027', '2026-01-05'],
    ['27 okt. 2026', '2026-10-27'],
    ['vrijdag 6 november 2026', '2026-11-06'],
    ["6 nov '26", '2026-11-06'],
    ['VR 06.11.26 14:02', '2026-11-06'],
    ['November 6, 2026', '2026-11-06'],
    ['11/16/2026', '2026-11-16'],
    ['11/16/26', '2026-11-16'],
    ['26/11/16 12:01', '2016-11-26'],
    ['26/11/24 12:01', '2024-11-26'],
    ['26/10/27 12:01', '2026-10-27'],
    ['Besteldatum: 1-11-2026\nFactuurdatum: 5-11-2026\nLeverdatum: 9-11-2026\nVervaldatum: 19-11-2026', '2026-11-05'],
    ['Besteldatum 3-11-2026', '2026-11-03'],
    ['2026-10-3018:22:10', '2026-10-30'],
    ['lO-O9-2026', '2026-09-10'],
    ['20-09-20Z6', '2026-09-20'],
    ['14.08,2026 12:00', '2026-08-14'],
    ['20 09 2026 12:00', '2026-09-20'],
    ['23.052026', '2026-05-23'],
    ['Datum: 20260920', '2026-09-20'],
    ['20092026 12:00', '2026-09-20'],
    ['Sat Aug  1 12:12:30 2026', '2026-08-01'],
    ['15 jui1let 2026', '2026-07-15'],
    ['30 mel 2026', '2026-05-30'],
    ['Leverdatum 10-09-2026  Factuurdatum 12-09-2026', '2026-09-12'],
    ['Vervaldatum  Factuurdatum\n26-09-2026  12-09-2026', '2026-09-12'],
    ['AGB Stand 01.01.2020\n14.08.2026', '2026-08-14'],
    ['Te betalen voor 30-09-2026\n1-9-2026', '2026-09-01'],
  ])('%s', (text, date) => {
    expect(read(`Winkel\nTotaal  5,00\n${text}`).date?.value).toBe(date);
  });

  test('the month first where the paper is in dollars', () => {
    expect(read('Shop\nInvoice date 11/05/2026\nTotal  $12.99')).toMatchObject({
      currency: 'USD',
      date: { value: '2026-11-05' },
    });
    expect(read('Pub\n05/11/2026\nTotal  £12.99')).toMatchObject({ currency: 'GBP', date: { value: '2026-11-05' } });
  });

  test('an order that is not the usual one leaves more doubt', () => {
    const sureOf = (text: string): number => read(`Winkel\n${text}`).date?.confidence ?? 1;
    expect(sureOf('26/10/27')).toBeLessThan(0.6);
    expect(sureOf('11/16/2026')).toBeLessThan(sureOf('16/11/2026'));
  });

  test.each([
    'Huur juni 2026',
    '1 mei 18:30',
    'Bonnr 20260920',
    '9 jun juli 2026',
    '27-12-2026',
    '31-02-2025',
    '12-05-2003',
    'Tel. 053-10-15-20',
    'tijd 10.25.19',
  ])('%s is none: later than today, no day, a time, or too long ago', (text) => {
    expect(read(`Winkel\nTotaal  5,00\n${text}`).date).toBeUndefined();
  });
});

describe('which VAT', () => {
  test.each([
    ['two rates', 'A  10,90\nB  12,10\nTOTAAL  23,00\nBTW  netto  btw\n9%  10,00  0,90\n21%  10,00  2,10', 3_00],
    [
      'three rates, one of nothing',
      'Totaal  133,00\nBTW 0%  10,00  0,00\nBTW 9%  20,00  1,80\nBTW 21%  83,64  17,56',
      19_36,
    ],
    ['none', 'Zaal  75,00\nTotaal  75,00\nBTW 0%  75,00  0,00', 0],
    ['a table with the gross first', 'TOTAAL  23,00\nBTW\n9%  10,90  10,00  0,90\n21%  12,10  10,00  2,10', 3_00],
    ['a line of its own', 'Stof  50,00\nTotaal  50,00\nWaarvan BTW 21%  8,68', 8_68],
    ['cash that was rounded', 'TOTAAL  15,93\nAfronding  0,02\nTE BETALEN  15,95\nBTW 9%  14,61  1,32', 1_32],
    ['net on the line before', 'Totaal  33,50\nNetto  28,15\nBTW 19%  5,35', 5_35],
  ])('%s', (_name, text, cents) => {
    expect(read(text).vat?.value).toBe(cents);
  });
});

test('an account number on an invoice is proposed only when its check digits fit', () => {
  const invoice = (iban: string) =>
    read(`Zaal De Toekomst B.V.\nFactuur\nTe voldoen  250,00\nIBAN ${iban} t.n.v. De Toekomst`);
  expect(invoice('NL91 ABNA 0417 1643 00').iban?.value).toBe('NL91ABNA0417164300');
  expect(invoice('NL91 ABNA O417 1643 OO').iban?.value).toBe('NL91ABNA0417164300');
  expect(invoice('NL91 ABNA 0417 1643 01').iban).toBeUndefined();
});

test('two looks that agree are surer than one; where they differ the surest is taken', () => {
  const one = read('Totaal  5,00');
  expect(better(one, one).total?.confidence).toBeGreaterThanOrEqual(one.total?.confidence ?? 1);
  const other = read(hardware);
  expect(better(one, other).total?.value).toBe(86_40);
});

test.each(['0.00', '-3.50', '25000.00'])('%s below the word for a total is no total', (text) => {
  const words = [
    { text: 'Totaal', confidence: 1, place: { x: 0, y: 0, width: 60, height: 20 } },
    { text, confidence: 1, place: { x: 0, y: 24, width: 60, height: 20 } },
  ];
  expect(receiptOf({ width: 500, height: 900, words }, today).total).toBeUndefined();
});

test('whatever a reader sees: no crash, a total that stands there, a day that is not later than today', () => {
  const place = fc.record({
    x: fc.nat(500),
    y: fc.nat(900),
    width: fc.integer({ min: 1, max: 300 }),
    height: fc.integer({ min: 1, max: 60 }),
  });
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('Totaal', 'BTW 21%', 'Contant', 'IBAN', '12-2-2025'),
    fc.float().map(String),
    fc.integer({ min: 0, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
  );
  const word = fc.record({
    text: text.filter((value) => value.trim() !== ''),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    place,
  });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const { total, date } = receiptOf({ width: 500, height: 900, words }, today);
      expect(total === undefined || total.value !== 0).toBe(true);
      expect(date === undefined || date.value <= '2026-11-27').toBe(true);
    }),
    { numRuns: 300 },
  );
});

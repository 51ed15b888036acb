import { describe, expect, test } from 'vitest';
import { OtherBooksError, type OtherBooksErrorCode, readOtherBooks } from './otherBooks.ts';
import { auditFile } from './xaf.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readOtherBooks(bytes(text));
const codeOf = (text: string | Uint8Array): OtherBooksErrorCode | undefined => {
  try {
    readOtherBooks(typeof text === 'string' ? bytes(text) : text);
    return undefined;
  } catch (error) {
    if (error instanceof OtherBooksError) return error.code;
    throw error;
  }
};

/** As bookkeeping programs write it: an opening balance, customers, and lines with more than we ask for. */
const xaf = (change = (text: string) => text) =>
  change(`<?xml version="1.0" encoding="UTF-8"?>
<auditfile xmlns="http://www.auditfiles.nl/XAF/3.2">
  <header><fiscalYear>2025</fiscalYear><startDate>2025-01-01</startDate><endDate>2025-12-31</endDate></header>
  <company><companyName>Wijkraad</companyName>
    <generalLedger>
      <ledgerAccount><accID>1010</accID><accDesc>Rabobank</accDesc><accTp>B</accTp></ledgerAccount>
      <ledgerAccount><accID>1020</accID><accDesc>Reserve &amp; deposito</accDesc><accTp>B</accTp><leadCode>BLimBan</leadCode></ledgerAccount>
      <ledgerAccount><accID>0500</accID><accDesc>Eigen vermogen</accDesc><accTp>B</accTp></ledgerAccount>
      <ledgerAccount><accID>1900</accID><accDesc>Kas</accDesc><accTp>B</accTp></ledgerAccount>
      <ledgerAccount><accID>4010</accID><accDesc>Bankkosten</accDesc><accTp>P</accTp></ledgerAccount>
    </generalLedger>
    <openingBalance><opBalDate>2025-01-01</opBalDate>
      <obLine><nr>1</nr><accID>1010</accID><amnt>1000.00</amnt><amntTp>D</amntTp></obLine>
      <obLine><nr>2</nr><accID>1020</accID><amnt>500.5</amnt><amntTp>D</amntTp></obLine>
      <obLine><nr>3</nr><accID>0500</accID><amnt>1500.50</amnt><amntTp>C</amntTp></obLine>
    </openingBalance>
    <transactions><linesCount>4</linesCount>
      <journal><jrnID>BNK</jrnID>
        <transaction><nr>1</nr><trDt>2025-11-03</trDt>
          <trLine><nr>1</nr><accID>1010</accID><amnt>12.25</amnt><amntTp>C</amntTp></trLine>
          <trLine><nr>2</nr><accID>4010</accID><amnt>12.25</amnt><amntTp>D</amntTp></trLine>
        </transaction>
        <transaction><nr>2</nr><trDt>2025-03-01</trDt>
          <trLine><nr>1</nr><accID>1010</accID><amnt>-100.00</amnt><amntTp>D</amntTp></trLine>
          <trLine><nr>2</nr><accID>1900</accID><amnt>100.00</amnt><amntTp>D</amntTp></trLine>
        </transaction>
      </journal>
    </transactions>
  </company>
</auditfile>`);

describe('an audit file', () => {
  test('gives what stands on every account of the balance sheet after its last entry', () => {
    expect(read(xaf())).toEqual({
      until: '2025-11-03',
      accounts: [
        { number: '1010', name: 'Rabobank', cents: 88_775, isMoney: true },
        { number: '1020', name: 'Reserve & deposito', cents: 50_050, isMoney: true },
        { number: '0500', name: 'Eigen vermogen', cents: -150_050, isMoney: false },
        { number: '1900', name: 'Kas', cents: 10_000, isMoney: true },
      ],
    });
  });

  test('of Buurtkas itself is read too', () => {
    const lines = [
      { account: '1000', cents: 500, document: '' },
      { account: '8000', cents: -500, document: '' },
    ];
    const own = auditFile({
      ...{ year: 2026, createdOn: '2026-12-31', company: { id: 'c', name: 'Wijk' }, softwareVersion: '1' },
      accounts: [
        { number: '1000', name: 'Vrij', kind: 'balance' },
        { number: '8000', name: 'Budget', kind: 'result' },
      ],
      entries: [{ number: '1', description: 'Budget', bookedOn: '2026-01-05', lines }],
    });
    expect(read(own)).toMatchObject({ until: '2026-01-05', accounts: [{ number: '1000', cents: 500 }] });
  });

  test.each<[OtherBooksErrorCode, string]>([
    ['damaged', xaf((text) => text.slice(0, -40))],
    ['damaged', xaf((text) => text.replace('12.25', 'twaalf'))],
    ['damaged', xaf((text) => text.replace('<amntTp>D', '<amntTp>X'))],
    ['unknown', xaf((text) => text.replaceAll('auditfile', 'rss'))],
    ['unknown', xaf((text) => text.replace('<auditfile', '<!DOCTYPE x><auditfile'))],
    ['unknown', xaf((text) => text.replaceAll('company>', 'firm>'))],
    ['nothing', xaf((text) => text.replaceAll(/<(obLine|trLine)>.*<\/\1>/g, ''))],
  ])('%s', (code, text) => expect(codeOf(text)).toBe(code));
});

describe('a trial balance as CSV', () => {
  const accounts = [
    { number: '1010', name: 'ING betaalrekening', cents: 123_456, isMoney: true },
    { number: '1400', name: 'Crediteuren', cents: -5_000, isMoney: false },
  ];
  test.each([
    [
      'Saldibalans 2025\r\n\r\nRekening;Omschrijving;Saldo\r\n1010;ING betaalrekening;1.234,56\r\n1400;Crediteuren;-50,00\r\n4100;Zaalhuur;9,00\r\nTotaal;;1.193,56\r\n',
    ],
    ['Nummer,Naam,Debet,Credit\n1010,ING betaalrekening,1234.56,\n1400,Crediteuren,0.00,50.00\n'],
    [
      'Grootboekrekening\tOmschrijving\tDebet\tCredit\tDebet\tCredit\n1010\tING betaalrekening\t1,00\t2,00\t1234,56\t0,00\n1400\tCrediteuren\t0,00\t0,00\t0,00\t50,00\n',
    ],
  ])('%j', (text) => expect(read(text)).toEqual({ until: null, accounts }));

  test.each<[OtherBooksErrorCode, string | Uint8Array]>([
    ['unknown', ''],
    ['unknown', 'Naam;Adres\nJan;Spoelweg\n'],
    [
      'unknown',
      '"Datum";"Naam / Omschrijving";"Rekening";"Bedrag (EUR)"\n"20260331";"A";"NL20INGB0001234567";"1,00"\n',
    ],
    ['damaged', 'Rekening;Naam;Saldo\n1010;Bank;1.2.3\n'],
    ['nothing', 'Rekening;Naam;Saldo\n1010;Bank;0,00\n'],
    ['spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4, 0])],
    ['too_large', new Uint8Array(20_000_001)],
  ])('%s', (code, text) => expect(codeOf(text)).toBe(code));
});

test.each([
  ['Spaarrekening ASN', true],
  ['Bank', true],
  ['Kas buurthuis', true],
  ['Bankkosten', false],
  ['Lening bank', false],
  ['Kasverschillen', false],
  ['Debiteuren', false],
])('%s is money: %s', (name, isMoney) => {
  expect(read(`Rekening;Naam;Saldo\n1;${name};1,00\n`).accounts[0]?.isMoney).toBe(isMoney);
});

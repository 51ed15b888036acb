import { describe, expect, test } from 'vitest';
import { type AuditFile, auditFile } from './xaf.ts';

const file: AuditFile = {
  year: 2026,
  createdOn: '2027-01-20',
  company: { id: 'spoelkwartier', name: 'Commissie Spoelkwartier & omstreken' },
  softwareVersion: '0.1.0',
  accounts: [
    { number: '1000', name: 'Vrij', kind: 'balance' },
    { number: '8000', name: 'Van de gemeente', kind: 'result' },
  ],
  entries: [
    {
      number: '1',
      description: 'Budget <2026>',
      bookedOn: '2026-01-10',
      lines: [
        { account: '8000', cents: -4_850_001, document: '' },
        { account: '1000', cents: 4_850_001, document: '' },
      ],
    },
    {
      number: '2',
      description: 'Rest terug',
      bookedOn: '2027-01-15',
      lines: [
        { account: '1000', cents: -1, document: '2026-3' },
        { account: '8000', cents: 1, document: '2026-3' },
      ],
    },
  ],
};

const texts = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text]) => text ?? '');

describe('an audit file', () => {
  const xml = auditFile(file);

  test('counts its lines and adds up both sides', () => {
    expect(texts(xml, 'linesCount')).toEqual(['4']);
    expect(texts(xml, 'totalDebit')).toEqual(['48500.02']);
    expect(texts(xml, 'totalCredit')).toEqual(['48500.02']);
    expect(texts(xml, 'amnt')).toEqual(['48500.01', '48500.01', '0.01', '0.01']);
    expect(texts(xml, 'amntTp')).toEqual(['C', 'D', 'C', 'D']);
  });

  test('has twelve periods, and puts what was booked after the year into the last', () => {
    expect(texts(xml, 'endDatePeriod').slice(0, 2)).toEqual(['2026-01-31', '2026-02-28']);
    expect(texts(xml, 'periodNumber')).toHaveLength(12 + 2);
    expect(texts(xml, 'periodNumber').slice(-2)).toEqual(['1', '12']);
  });

  test('has its parts in the order of the standard', () => {
    const order = ['header', 'company', 'companyIdent', 'companyName', 'taxRegistrationCountry', 'taxRegIdent'];
    const places = [...order, 'generalLedger', 'periods', 'transactions', 'journal'].map((name) =>
      xml.indexOf(`<${name}>`),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(xml).toContain('xmlns="http://www.auditfiles.nl/XAF/3.2"');
    expect(xml).toContain('Spoelkwartier &amp; omstreken');
  });

  test('is not made of an entry that does not add up, or of an account that is not in the chart', () => {
    const [entry] = file.entries;
    const entries = (lines: AuditFile['entries'][number]['lines']) => ({ ...file, entries: [{ ...entry, lines }] });
    const [first, second] = entry?.lines ?? [];
    expect(() => auditFile(entries([first as never]) as AuditFile)).toThrow('not balanced');
    expect(() => auditFile(entries([first as never, { ...second, account: '9' } as never]) as AuditFile)).toThrow(
      'no account 9',
    );
  });
});

/** The audit file against the structure of XAF 3.2: order, lengths, numbers that must be known, and sums that are right. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { schemaProblems } from '../scripts/schemaProblems.ts';
import { type AuditFile, auditFile } from '../src/files/xaf.ts';
import { auditFileOf } from '../src/ui/screens/books/books-of-year.ts';
import * as given from './domain/committee.ts';

const schema = {
  name: 'xaf-3.2-parts.xsd',
  text: readFileSync(new URL('./xaf-3.2-parts.xsd', import.meta.url), 'utf8'),
};
const problemsOf = (text: string) => schemaProblems({ name: 'books.xaf', text }, schema);

const world = given.yearEndWorld();
const head = { createdOn: '2027-01-20', committee: { id: 'c', name: 'Spoelkwartier' }, version: '0.1.0' };
const books = auditFileOf(
  {
    year: 2026,
    lines: world.all('ledgerLine').filter(({ year }) => year === 2026),
    proposals: new Map(world.all('proposal').map((proposal) => [proposal.id, proposal])),
    claims: world.all('claim'),
    payments: world.all('payment'),
  },
  head,
);
const xml = auditFile(books);

/** The amounts of one side as the file has them, in cents. */
const sideOf = (text: string, side: 'C' | 'D'): number =>
  [...text.matchAll(/<amnt>(\d+)\.(\d\d)<\/amnt>\s*<amntTp>([CD])</g)].reduce(
    (sum, [, euros, cents, kind]) => sum + (kind === side ? Number(euros) * 100 + Number(cents) : 0),
    0,
  );
const total = (text: string, name: string): number =>
  Number(new RegExp(`<${name}>(.*?)<`).exec(text)?.[1]?.replace('.', ''));

describe('the audit file of a year', () => {
  test('has the structure of XAF 3.2', async () => {
    expect(books.entries.length).toBeGreaterThan(3);
    expect(await problemsOf(xml)).toEqual([]);
  });

  test('says how many lines it has, and what both sides are, as its lines say', () => {
    expect(total(xml, 'linesCount')).toBe(xml.match(/<trLine>/g)?.length);
    expect(total(xml, 'totalDebit')).toBe(sideOf(xml, 'D'));
    expect(total(xml, 'totalCredit')).toBe(sideOf(xml, 'C'));
    expect(sideOf(xml, 'D')).toBe(sideOf(xml, 'C'));
    expect(sideOf(xml, 'D')).toBeGreaterThan(0);
  });

  test('of a year without entries, and with names and texts of any length and letter, too', async () => {
    const long = '\ud83c\udf89 "Buren & co" <b>\u0000'.repeat(80);
    const [entry] = books.entries;
    if (entry === undefined) throw new Error('no entry');
    const hard: AuditFile = {
      ...books,
      company: { id: 'x'.repeat(60), name: long },
      softwareVersion: '0.1.0+20261127.abcdef0123456789',
      entries: [{ ...entry, description: long, lines: entry.lines.map((line) => ({ ...line, document: long })) }],
    };
    expect(await problemsOf(auditFile(hard))).toEqual([]);
    expect(await problemsOf(auditFile({ ...books, entries: [] }))).toEqual([]);
  });

  test.each([
    [
      'parts in another order',
      xml.replace(/(<trDt>.*?<\/trDt>)/, '').replace('<periodNumber>', '<trDt/><periodNumber>'),
    ],
    ['a line without its document', xml.replace(/<docRef>[^<]*<\/docRef>/, '')],
    ['a line of an account that is not in the chart', xml.replace(/(<trLine>[\s\S]*?<accID>)\d+/, '$19999')],
    ['an account that is there twice', xml.replace('<accID>1010<', '<accID>1000<')],
    ['a month that the year does not have', xml.replace(/(<transaction>[\s\S]*?<periodNumber>)\d+/, '$1' + '13')],
    ['an amount with a part of a cent', xml.replace(/<amnt>(\d+\.\d\d)</, '<amnt>$15<')],
  ])('%s is found', async (_name, text) => {
    expect(text).not.toBe(xml);
    expect(await problemsOf(text)).not.toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { readCsv, textOf } from './csv.ts';

const heads = (cells: readonly string[]): number => cells.filter((cell) => /^[abc]$/i.test(cell.trim())).length;
const cells = (text: string): readonly (readonly string[])[] => readCsv(text, heads).map((record) => record.cells);

test.each([
  ['comma', 'a,b,c\n1,2,3'],
  ['semicolon', 'a;b;c\r\n1;2;3\r\n'],
  ['tab', 'a\tb\tc\r1\t2\t3'],
  ['byte order mark', '\ufeffa,b,c\n1,2,3'],
  ['blank lines', '\n\na,b,c\n\n  \n1,2,3\n\n'],
  ['what Excel writes above it', 'sep=;\r\na;b;c\r\n1;2;3'],
  ['quotes', '"a","b","c"\n"1","2","3"'],
])('reads %s', (_, text) => {
  expect(cells(text)).toEqual([
    ['a', 'b', 'c'],
    ['1', '2', '3'],
  ]);
});

test('quotes keep marks, quotes and line breaks; the line is where the record begins', () => {
  const text = 'a,b,c\n"x, ""y""\nz",2,3\n4,"","5"';
  expect(readCsv(text, heads)).toEqual([
    { line: 1, cells: ['a', 'b', 'c'], broken: false },
    { line: 2, cells: ['x, "y"\nz', '2', '3'], broken: false },
    { line: 4, cells: ['4', '', '5'], broken: false },
  ]);
});

test('a quote inside a value is only a quote', () => {
  expect(cells('a,b,c\n12" buis,2,3')).toEqual([
    ['a', 'b', 'c'],
    ['12" buis', '2', '3'],
  ]);
});

test('a quote that is never closed, or in another line, costs that one line', () => {
  for (const next of ['1,2,3', '"1","2","3"']) {
    const records = readCsv(`a,b,c\n"x,2,3\n${next}`, heads);
    expect(records.map(({ line, broken }) => [line, broken])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
    expect(records[2]?.cells).toEqual(['1', '2', '3']);
  }
});

test('an empty file has no records', () => {
  expect(cells('')).toEqual([]);
  expect(cells('\n  \n')).toEqual([]);
});

test('text is UTF-8, UTF-16 when it says so, or what older spreadsheets write', () => {
  expect(textOf(new TextEncoder().encode('\ufeffé€'))).toBe('é€');
  expect(textOf(new Uint8Array([0xe9, 0x80]))).toBe('é€'); // windows-1252
  expect(textOf(new Uint8Array([0xff, 0xfe, 0xe9, 0x00]))).toBe('é');
  expect(textOf(new Uint8Array([0xfe, 0xff, 0x00, 0xe9]))).toBe('é');
});

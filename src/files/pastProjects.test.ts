import { expect, test } from 'vitest';
import { readPastProjects, themeOf } from './pastProjects.ts';

const line = {
  line: 2,
  district: 'Oost',
  year: 2014,
  committee: 'Velve',
  title: 'Bank',
  theme: 2,
  amountCents: 125_050,
};

test.each([
  'district,year,committee,title,theme,amount\nOost,2014,Velve,Bank,2,1250.50',
  'BEDRAG;Thema;TITEL;Commissie;Jaar;Stadsdeel\n1.250,50;2;Bank;Velve;2014;Oost',
  'stadsdeel\twijk\tjaar\tproject\tthema\tbedrag\nOost\tVelve\t2014\tBank\tschone en hele leefomgeving\t€ 1.250,50',
  'Wijk,Commissie,Jaar,Titel,Thema,Bedrag\nOost,Velve,2014,Bank,2. Een schone en hele leefomgeving,"1.250,50"',
  'Jaar;Stadsdeel;Wijkraad;Naam;Thema;Toegekend bedrag;Opmerking\n2014;Oost;Velve;Bank;thema 2;EUR 1250,50;mooi',
])('headings in Dutch or English, in any order and case: %s', (text) => {
  expect(readPastProjects(text)).toEqual({ projects: [line], bad: [] });
});

test('a missing column is named, with what is there', () => {
  expect(() => readPastProjects('a,b\n1,2')).toThrow('Line 1 names no column for district, year, committee');
  expect(() => readPastProjects('district,year,committee,title,theme\nO,2014,V,B,1')).toThrow('no column for amount');
});

test.each([
  ['7', 7],
  ['07', 7],
  ['Thema: 7', 7],
  ['7,0', 7],
  ['7. Sociale samenhang', 7],
  ['SOCIALE  SAMENHANG', 7],
  ['Het bevorderen van de leefbaarheid', 6],
  ['wijkdiensten voor hulpbehoevenden', 4],
  ['Mensen dichter bij werk brengen', 1],
  ['6 sociale samenhang', undefined], // the number says one, the name another
  ['bevorderen', undefined], // more than one has it
  ['de', undefined],
  ['0', undefined],
  ['8', undefined],
  ['1.5', undefined],
  ['-1', undefined],
  ['', undefined],
] as const)('theme %s is %s', (text, theme) => {
  expect(themeOf(text)).toBe(theme);
});

test.each([
  ['Oost,2014,Velve,Bank,2,-5', 'is below zero'],
  ['Oost,2014,Velve,Bank,2,veel', 'is no amount'],
  ['Oost,1999,Velve,Bank,2,5', 'no year from 2000'],
  [',2014,Velve,,2,5', 'no district, no title'],
  [`Oost,2014,Velve,${'x'.repeat(301)},2,5`, 'longer than 300'],
  ['"Oost,2014,Velve,Bank,2,5', 'not closed'],
  ['Oost,2014,Velve,Bank,2,1,5', '7 values and only 6 columns'],
])('a bad line says why: %s', (text, reason) => {
  const { projects, bad } = readPastProjects(`district,year,committee,title,theme,amount\n${text}\nOost,2014,V,B,2,5`);
  expect(bad).toEqual([{ line: 2, reason: expect.stringContaining(reason) }]);
  expect(projects).toHaveLength(1); // the good one is kept
});

// Which of the words at the top is the name of the shop, and where else it can stand.
import { expect, test } from 'vitest';
import { chainAtTop, chainBelow } from './chains.ts';
import { pageOf } from './page.fixture.ts';
import { receiptOf } from './read.ts';

const shopOf = (text: string): string | undefined => receiptOf(pageOf(text), '2026-11-27').shop?.value;

test.each([
  ['the first line', 'BAKKERIJ HET HOEKJE\nMarktstraat 3\nBrood  3,00\nTotaal  3,00', 'BAKKERIJ HET HOEKJE'],
  ['a kind of paper above it', 'KLANTTICKET\nCafe Het Bolwerk\nStadsweide 1\nTotaal  3,00', 'Cafe Het Bolwerk'],
  [
    'a chain whose branch is called after a square',
    'Q-Park Van Heekplein\nKWITANTIE\nTotaal  7,50',
    'Q-Park Van Heekplein',
  ],
  ['a chain, one letter off', 'XLSDF\nJUNBO\nZuiderhagen 2\nTotaal  7,50', 'JUNBO'],
  [
    'a slogan, with the chain below',
    'Fijn.\nBalpen  7,50\nTotaal  7,50\nPin  7,50\n12-10-2026\nRossmann Card sparen',
    'Rossmann',
  ],
  ['a logo that no one reads, with an address', 'Zz\nTotaal  7,50\nwww.dekater.nl', 'dekater'],
  [
    'an address that tells which line it is',
    'Oude Markt 5\nGoed eten\nDe Kater\nTotaal  7,50\ninfo@dekater.nl',
    'De Kater',
  ],
  ['a provider of mail is no shop', 'Clown Pipo\nTotaal  7,50\npipo@gmail.com', 'Clown Pipo'],
  [
    'the holder of the account',
    'Aan: Commissie Wijkbudgetten\nFactuur 12\nTotaal  75,00\nIBAN NL91ABNA0417164300 t.n.v. Clown Pipo',
    'Clown Pipo',
  ],
  [
    'who gets the bill is not who sent it',
    'Factuur aan:\nStichting Buurt\nDorpsweg 1\n7511 AA Enschede\nGeluid Twente VOF\nTotaal  75,00',
    'Geluid Twente VOF',
  ],
])('%s', (_name, text, shop) => {
  expect(shopOf(text)).toBe(shop);
});

test('a word of a table or of goods is no chain', () => {
  expect([chainBelow('Netto  7,36'), chainBelow('Transactie 0123'), chainBelow('Plus korting')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(chainAtTop('NETTO Marken-Discount')).toBe('Netto');
  expect(shopOf('Markthal\nBrood  2,00\nNetto  1,83\nBtw  0,17\nTotaal  2,00')).toBe('Markthal');
});

/** camt.053: batches, reversals, pages, what is not booked, names of spaces, and text that could be code. */
import { describe, expect, test } from 'vitest';
import { documentXml, statementXml } from '../../../tests/bank/drawCamt.ts';
import { readBankFile } from './read.ts';

const read = (xml: string) => readBankFile(new TextEncoder().encode(xml));

const balance = (kind: string, amount: string, currency = 'EUR') =>
  `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-01</Dt></Dt></Bal>`;
const entry = (amount: string, inside: string, { side = 'DBIT', extra = '<Sts>BOOK</Sts>' } = {}) =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd>${extra}<BookgDt><Dt>2026-01-15</Dt></BookgDt>${inside}</Ntry>`;
const part = (amount: string, text: string, currency = 'EUR') =>
  `<TxDtls><AmtDtls><TxAmt><Amt Ccy="${currency}">${amount}</Amt></TxAmt></AmtDtls><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls>`;
const account = '<Acct><Id><IBAN>NL44RABO0300200101</IBAN></Id></Acct>';
const statement = (inside: string, { opening = balance('OPBD', '100.00'), closing = balance('CLBD', '100.00') } = {}) =>
  documentXml(`<Stmt><Id>1</Id>${account}\n${opening}\n${closing}\n${inside}\n</Stmt>`);

const transactions = (xml: string) => read(xml).statements.flatMap((each) => each.transactions);
const codes = (xml: string) => read(xml).warnings.map(({ code, line, cents }) => [code, line, cents]);

describe('batches', () => {
  test('as many transactions as details, when those add up to the entry', () => {
    const xml = statement(entry('30.00', `<NtryDtls>${part('10.00', 'een')}${part('20.00', 'twee')}</NtryDtls>`), {
      closing: balance('CLBD', '70.00'),
    });
    expect(transactions(xml).map(({ cents, description }) => [cents, description])).toEqual([
      [-1000, 'een'],
      [-2000, 'twee'],
    ]);
    expect(read(xml).warnings).toEqual([]);
  });

  test('one transaction with a warning when they do not', () => {
    const xml = statement(entry('30.00', `<NtryDtls>${part('10.00', 'een')}${part('25.00', 'twee')}</NtryDtls>`), {
      closing: balance('CLBD', '70.00'),
    });
    expect(transactions(xml).map(({ cents }) => cents)).toEqual([-3000]);
    expect(codes(xml)).toEqual([['balance_differs', 7, 500]]);
  });

  test('one transaction when the details are in another currency, or tell no amount', () => {
    const dollars = `<NtryDtls>${part('11.00', 'een', 'USD')}${part('22.00', 'twee', 'USD')}</NtryDtls>`;
    expect(transactions(statement(entry('30.00', dollars))).map(({ cents }) => cents)).toEqual([-3000]);
    const silent = '<NtryDtls><Btch><NbOfTxs>40</NbOfTxs></Btch></NtryDtls>';
    expect(transactions(statement(entry('30.00', silent))).map(({ cents }) => cents)).toEqual([-3000]);
  });

  test('a single detail never changes the amount of the entry', () => {
    const xml = statement(entry('8.85', `<NtryDtls>${part('0', 'niets', 'SEK')}</NtryDtls>`, { side: 'CRDT' }));
    expect(transactions(xml).map(({ cents }) => cents)).toEqual([885]);
  });
});

describe('reversals', () => {
  const parties = `<RltdPties><Dbtr><Nm>Wijkraad</Nm></Dbtr><DbtrAcct><Id><IBAN>NL44RABO0300200101</IBAN></Id></DbtrAcct>
    <Cdtr><Nm>Klimrek</Nm></Cdtr><CdtrAcct><Id><IBAN>NL92ABNA0440600743</IBAN></Id></CdtrAcct></RltdPties>`;

  test('keep their own direction, and the other side is who the money had gone to', () => {
    const xml = statement(
      entry('10.00', `<NtryDtls><TxDtls>${parties}</TxDtls></NtryDtls>`, {
        side: 'CRDT',
        extra: '<RvslInd>true</RvslInd><Sts>BOOK</Sts>',
      }),
    );
    expect(transactions(xml)).toMatchObject([
      { cents: 1000, reversal: true, counterName: 'Klimrek', counterIban: 'NL92ABNA0440600743' },
    ]);
  });

  test('a return with its reason is one without the indicator', () => {
    const returned = `<NtryDtls><TxDtls>${parties}<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls>`;
    expect(transactions(statement(entry('10.00', returned, { side: 'CRDT' })))).toMatchObject([
      { cents: 1000, reversal: true, counterName: 'Klimrek' },
    ]);
  });

  test('an ordinary payment names the creditor, also where both are named', () => {
    const xml = statement(entry('10.00', `<NtryDtls><TxDtls>${parties}</TxDtls></NtryDtls>`));
    expect(transactions(xml)).toMatchObject([{ cents: -1000, reversal: false, counterName: 'Klimrek' }]);
  });
});

describe('statements', () => {
  test('several accounts in one file', () => {
    const drawn = { openingCents: 100, transactions: [] };
    const both = ['NL44RABO0300200101', 'NL47RABO0300700858'].map((each) =>
      statementXml({ account: each, ...drawn }, 4),
    );
    expect(read(documentXml(both.join('\n'), 4)).statements.map((each) => each.account)).toEqual([
      'NL44RABO0300200101',
      'NL47RABO0300700858',
    ]);
  });

  test('pages of one statement are one', () => {
    const page = (last: boolean, inside: string) =>
      `<Stmt><Id>1</Id><ElctrncSeqNb>7</ElctrncSeqNb><StmtPgntn><PgNb>1</PgNb><LastPgInd>${last}</LastPgInd></StmtPgntn>${account}${inside}</Stmt>`;
    const xml = documentXml(
      page(false, balance('OPBD', '100.00') + balance('ITBD', '90.00') + entry('10.00', '')) +
        page(true, balance('ITBD', '90.00') + balance('CLBD', '70.00') + entry('20.00', '')),
    );
    const file = read(xml);
    expect(file.statements).toHaveLength(1);
    expect(file.statements[0]).toMatchObject({ opening: { cents: 10_000 }, closing: { cents: 7000 } });
    expect(file.warnings).toEqual([]);
  });

  test('what is not booked yet is left out with its line', () => {
    const xml = statement(
      entry('10.00', '', { extra: '<Sts>PDNG</Sts>' }) + entry('5.00', '', { extra: '<Sts><Cd>INFO</Cd></Sts>' }),
    );
    expect(transactions(xml)).toEqual([]);
    expect(codes(xml)).toEqual([
      ['row_skipped', 7, null],
      ['row_skipped', 7, null],
    ]);
  });

  test('a closing balance in another currency is none; the last one of yesterday can open', () => {
    const xml = statement('', { opening: balance('PRCD', '100.00'), closing: balance('CLBD', '27.00', 'SEK') });
    expect(read(xml).statements[0]).toMatchObject({ currency: 'EUR', opening: { cents: 10_000 }, closing: null });
    expect(codes(xml)).toEqual([
      ['other_currency', 6, null],
      ['no_closing', 6, null],
    ]);
  });

  test('an amount with a part of a cent is left out, zeros behind it are not', () => {
    expect(transactions(statement(entry('10.50000', ''))).map(({ cents }) => cents)).toEqual([-1050]);
    const xml = statement(entry('10.505', ''));
    expect(transactions(xml)).toEqual([]);
    expect(codes(xml)).toEqual([['row_skipped', 7, null]]);
  });
});

describe('XML', () => {
  test('prefixes, comments, CDATA and numbered letters', () => {
    const xml = statement(entry('10.00', `<!-- <Ntry> --><NtryDtls>${part('10.00', '<![CDATA[caf&]]>')}</NtryDtls>`))
      .replace(/<(\/?)(?=[A-Z])/g, '<$1ns:')
      .replace('xmlns=', 'xmlns:ns=');
    expect(transactions(xml)).toMatchObject([{ cents: -1000, description: 'caf&' }]);
    expect(
      transactions(
        statement(entry('1.00', `<NtryDtls>${part('1.00', '&#201;&#xe9;n &lt;b&gt; &amp;amp;')}</NtryDtls>`)),
      ),
    ).toMatchObject([{ description: 'Één <b> &amp;' }]);
  });

  test('an envelope of the bank around the document', () => {
    const xml = statement(entry('1.00', ''))
      .replace('<Document', '<Envelope><AppHdr/><Document')
      .replace('</Document>', '</Document></Envelope>');
    expect(transactions(xml)).toHaveLength(1);
  });

  test('an entity that nobody defined stays as it is written', () => {
    expect(transactions(statement(entry('1.00', `<NtryDtls>${part('1.00', 'a &xxe; b')}</NtryDtls>`)))).toMatchObject([
      { description: 'a &xxe; b' },
    ]);
  });

  test('a name that reaches into JavaScript itself is refused, and nothing is reached', () => {
    expect(() => read(statement(entry('1.00', '<__proto__><polluted>1</polluted></__proto__>')))).toThrow('broken');
    expect(transactions(statement(entry('1.00', '<toString>x</toString>')))).toHaveLength(1);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('deeper than any statement is refused', () => {
    const deep = `${'<a>'.repeat(200)}${'</a>'.repeat(200)}`;
    expect(() => read(statement(deep))).toThrow('broken');
  });
});

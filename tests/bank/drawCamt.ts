/** camt.053 in the versions that differ: names of parties, amounts of details and the status stand elsewhere since 04 and 08. */
import { closingCents, type DrawnLayout, type DrawnStatement, type DrawnTransaction, point } from './drawn.ts';

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const money = (cents: number): string =>
  `<Amt Ccy="EUR">${point(Math.abs(cents))}</Amt><CdtDbtInd>${cents < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;

const balance = (kind: string, cents: number, day: string | undefined): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp>${money(cents)}<Dt><Dt>${day ?? '2026-01-01'}</Dt></Dt></Bal>`;

function party({ cents, iban, name }: DrawnTransaction, version: number): string {
  const role = cents < 0 ? 'Cdtr' : 'Dbtr';
  const named = version >= 8 ? `<Pty><Nm>${escaped(name)}</Nm></Pty>` : `<Nm>${escaped(name)}</Nm>`;
  const account = iban === '' ? '' : `<${role}Acct><Id><IBAN>${iban}</IBAN></Id></${role}Acct>`;
  return `<RltdPties><${role}>${named}</${role}>${account}</RltdPties>`;
}

function entry(transaction: DrawnTransaction, version: number): string {
  const { bookedOn, cents, description, reference } = transaction;
  const amount = `<Amt Ccy="EUR">${point(Math.abs(cents))}</Amt>`;
  return [
    `<Ntry>${money(cents)}`,
    version >= 8 ? '<Sts><Cd>BOOK</Cd></Sts>' : '<Sts>BOOK</Sts>',
    `<BookgDt><Dt>${bookedOn}</Dt></BookgDt><ValDt><Dt>${bookedOn}</Dt></ValDt>`,
    '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls>',
    `<Refs><EndToEndId>${escaped(reference || 'NOTPROVIDED')}</EndToEndId></Refs>`,
    version >= 4 ? money(cents) : `<AmtDtls><TxAmt>${amount}</TxAmt></AmtDtls>`,
    party(transaction, version),
    `<RmtInf><Ustrd>${escaped(description)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  ].join('\n');
}

export const statementXml = (statement: DrawnStatement, version: number): string =>
  [
    '<Stmt><Id>1</Id>',
    `<Acct><Id><IBAN>${statement.account}</IBAN></Id><Ccy>EUR</Ccy></Acct>`,
    balance('OPBD', statement.openingCents, statement.transactions[0]?.bookedOn),
    balance('CLBD', closingCents(statement), statement.transactions.at(-1)?.bookedOn),
    ...statement.transactions.map((transaction) => entry(transaction, version)),
    '</Stmt>',
  ].join('\n');

/** A document around statements, with what stands between them. */
export const documentXml = (inside: string, version = 2): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.0${version}"><BkToCstmrStmt>
<GrpHdr><MsgId>1</MsgId></GrpHdr>
${inside}
</BkToCstmrStmt></Document>
`;

const writeIn = (version: number) => (statement: DrawnStatement) =>
  documentXml(statementXml(statement, version), version);

export const camt053: DrawnLayout & { readonly writeIn: typeof writeIn } = {
  format: 'camt.053',
  says: ['iban', 'name', 'description', 'reference', 'balances'],
  write: writeIn(2),
  writeIn,
};

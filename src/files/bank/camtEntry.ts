/** One entry of camt.053: mostly one transaction; a batch is as many as its details, when those add up to it. */
import type { Cents, IsoDate } from '../../domain/rows.ts';
import { amountOf, directionOf } from './camtAmounts.ts';
import { slashInfo } from './info.ts';
import type { BankFileTransaction, BankWarning } from './statement.ts';
import { counterAccountOf, oneLine, readDay, referenceOf } from './values.ts';
import { all, type Element, one, textAt } from './xml.ts';

interface Owner {
  readonly account: string;
  readonly currency: string;
}

interface Booked {
  readonly cents: Cents; // with its sign
  readonly bookedOn: IsoDate;
  readonly valueOn: IsoDate | null;
  readonly code: string;
  readonly reversal: boolean;
}

export function entryTransactions(
  entry: Element,
  owner: Owner,
  warnings: BankWarning[],
): readonly BankFileTransaction[] {
  const warn = (code: BankWarning['code'], cents: Cents | null): void => {
    warnings.push({ code, account: owner.account, line: entry.line, cents });
  };
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts') || 'BOOK';
  const booked = bookedOf(entry);
  if (booked === null || status !== 'BOOK') {
    warn('row_skipped', null);
    return [];
  }
  if (booked.currency !== '' && booked.currency !== owner.currency) warn('other_currency', null);
  const details = all(entry, 'NtryDtls').flatMap((each) => all(each, 'TxDtls'));
  const parts = details.length > 1 ? partsOf(details, booked) : null;
  if (parts === null) {
    return [transactionOf({ entry, details: details.length === 1 ? (details[0] ?? null) : null, booked, owner })];
  }
  const rest = booked.cents - parts.reduce((sum, part) => sum + part.cents, 0);
  if (rest !== 0) {
    warn('balance_differs', rest);
    return [transactionOf({ entry, details: null, booked, owner })];
  }
  return parts.map(({ details, cents }) => transactionOf({ entry, details, booked: { ...booked, cents }, owner }));
}

function bookedOf(entry: Element): (Booked & { readonly currency: string }) | null {
  const amount = one(entry, 'Amt');
  const money = amount === null ? null : amountOf(amount);
  const sign = directionOf(entry);
  const valueOn = dayAt(entry, 'ValDt');
  const bookedOn = dayAt(entry, 'BookgDt') ?? valueOn;
  if (money === null || sign === null || bookedOn === null) return null;
  const cents = money.cents === 0 ? 0 : money.cents * sign;
  const reversal = ['true', '1'].includes(textAt(entry, 'RvslInd'));
  return { cents, bookedOn, valueOn, code: codeOf(entry), reversal, currency: money.currency };
}

const dayAt = (entry: Element, name: string): IsoDate | null =>
  readDay(textAt(entry, name, 'Dt') || textAt(entry, name, 'DtTm').slice(0, 10));

function codeOf(element: Element): string {
  const domain = ['Cd', 'Fmly/Cd', 'Fmly/SubFmlyCd'].map((path) =>
    textAt(element, 'BkTxCd', 'Domn', ...path.split('/')),
  );
  const iso = domain.filter((part) => part !== '').join('/');
  return iso || textAt(element, 'BkTxCd', 'Prtry', 'Cd');
}

interface Part {
  readonly details: Element;
  readonly cents: Cents;
}

/** Null when one of them does not say its amount, or says it in another currency: then the entry stays whole. */
function partsOf(details: readonly Element[], booked: Booked & { readonly currency: string }): readonly Part[] | null {
  const parts: Part[] = [];
  for (const each of details) {
    const amount =
      one(each, 'Amt') ?? inside(each, 'AmtDtls', 'TxAmt', 'Amt') ?? inside(each, 'AmtDtls', 'InstdAmt', 'Amt');
    const money = amount === null ? null : amountOf(amount);
    if (money === null || money.currency !== booked.currency) return null;
    const sign = directionOf(each) ?? (booked.cents < 0 ? -1 : 1);
    parts.push({ details: each, cents: money.cents === 0 ? 0 : money.cents * sign });
  }
  return parts;
}

function inside(element: Element, ...path: readonly string[]): Element | null {
  let at: Element | null = element;
  for (const name of path) at = at === null ? null : one(at, name);
  return at;
}

interface Source {
  readonly entry: Element;
  readonly details: Element | null;
  readonly booked: Booked;
  readonly owner: Owner;
}

function transactionOf({ entry, details, booked, owner }: Source): BankFileTransaction {
  const returned = details !== null && one(details, 'RtrInf') !== null;
  const reversal = booked.reversal || returned;
  const party = details === null ? nobody : otherParty(details, owner.account, booked.cents > 0 !== reversal);
  const extra = textAt(entry, 'AddtlNtryInf');
  const info = slashInfo(extra);
  const said = details === null ? '' : remittanceOf(details);
  return {
    bookedOn: booked.bookedOn,
    valueOn: booked.valueOn,
    cents: booked.cents,
    counterIban: party.account || (info?.counterIban ?? ''),
    counterName: party.name || (info?.counterName ?? ''),
    description: said || info?.description || oneLine((details === null ? '' : textAt(details, 'AddtlTxInf')) || extra),
    reference: referenceOf(details === null ? '' : textAt(details, 'Refs', 'EndToEndId')) || (info?.reference ?? ''),
    bankReference: (details === null ? '' : textAt(details, 'Refs', 'AcctSvcrRef')) || textAt(entry, 'AcctSvcrRef'),
    code: booked.code || (details === null ? '' : codeOf(details)),
    reversal,
    line: details !== null && one(details, 'AmtDtls') !== null ? details.line : entry.line,
  };
}

interface Party {
  readonly account: string;
  readonly name: string;
}
const nobody: Party = { account: '', name: '' };

/** Money that comes in is from the debtor, money that goes out is for the creditor; of a payment that comes back both keep
 *  the part that they had. Where a bank names only one, or names the owner, it is the other. */
function otherParty(details: Element, own: string, fromDebtor: boolean): Party {
  const both = (fromDebtor ? ['Dbtr', 'Cdtr'] : ['Cdtr', 'Dbtr']).map((role) => partyOf(details, role));
  const other = both.find(({ account, name }) => (account !== '' || name !== '') && account !== own);
  return other ?? nobody;
}

function partyOf(details: Element, role: string): Party {
  const parties = one(details, 'RltdPties');
  if (parties === null) return nobody;
  const account = textAt(parties, `${role}Acct`, 'Id', 'IBAN') || textAt(parties, `${role}Acct`, 'Id', 'Othr', 'Id');
  const name = nameOf(parties, role) || nameOf(parties, `Ultmt${role}`);
  return { account: counterAccountOf(account), name: oneLine(name) };
}

const nameOf = (parties: Element, role: string): string =>
  textAt(parties, role, 'Nm') || textAt(parties, role, 'Pty', 'Nm');

/** Free text, and the reference of a payment slip where the text does not hold it. */
function remittanceOf(details: Element): string {
  const remittance = one(details, 'RmtInf');
  if (remittance === null) return '';
  const said = oneLine(
    all(remittance, 'Ustrd')
      .map(({ text }) => text)
      .join(' '),
  );
  const marks = all(remittance, 'Strd').flatMap((each) => [
    textAt(each, 'CdtrRefInf', 'Ref'),
    ...all(each, 'AddtlRmtInf').map(({ text }) => text),
  ]);
  return oneLine([said, ...marks.filter((mark) => mark !== '' && !said.includes(mark))].join(' '));
}

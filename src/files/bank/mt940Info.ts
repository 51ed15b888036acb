/** What :61: and :86: tell of a transaction, bank by bank: told apart by how the text looks, for no field names the bank. */
import { type Info, isAccount, labelInfo, looseInfo, numberedInfo, slashInfo } from './info.ts';
import { counterAccountOf, oneLine, referenceOf } from './values.ts';

interface Told {
  readonly references: string; // the rest of :61: behind the kind of transaction
  readonly below: readonly string[]; // the lines below :61:
  readonly told: readonly (readonly string[])[]; // each :86: with its lines
}

export interface FieldInfo extends Info {
  readonly bankReference: string;
}

export function fieldInfo({ references, below, told }: Told): FieldInfo {
  const [mine = '', theirs = ''] = references.split('//', 2);
  const extra = supplement(below.join(' '));
  const old = oldColumns(mine, extra.name !== '');
  const name = extra.name || old.name;
  const info = infoOf(told, extra.name, old.account);
  return {
    counterIban: info.counterIban || extra.account || old.account,
    counterName: info.counterName || name,
    description: info.description,
    reference: info.reference || paymentMark(mine, info.description),
    code: info.code || extra.code,
    returned: info.returned,
    bankReference: referenceOf(theirs),
  };
}

function infoOf(told: readonly (readonly string[])[], name: string, account: string): Info {
  const text = unwrap(told.flat());
  const coded = numberedInfo(told.flat().join('')) ?? slashInfo(text) ?? knabInfo(told) ?? labelInfo(text);
  return coded ?? looseInfo(text, name, account);
}

/** SWIFT breaks a field after 65 characters, in the middle of a word; a shorter line was ended on purpose, and so was one
 *  above a label. */
const lineMax = 65;

function unwrap(lines: readonly string[]): string {
  return lines.slice(1).reduce((text, line, n) => {
    const broken = (lines[n]?.length ?? 0) >= lineMax && !/^[A-Z][A-Z .]{2,20}: /.test(line);
    return text + (broken ? '' : '\n') + line;
  }, lines[0] ?? '');
}

/** The second line of :61:. Rabobank puts the other account there, SNS the name, ING a code between slashes. */
function supplement(text: string): { readonly account: string; readonly name: string; readonly code: string } {
  const none = { account: '', name: '', code: '' };
  const flat = oneLine(text);
  const code = /^\/TRCD\/(\w+)\/?$/.exec(flat);
  if (code !== null) return { ...none, code: code[1] ?? '' };
  if (flat.startsWith('/')) return none;
  const tight = flat.replace(/ /g, '');
  return isNumber(tight) || /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(tight)
    ? { ...none, account: counterAccountOf(flat) }
    : { ...none, name: flat };
}

/** Rabobank before IBAN: sixteen characters for the account, then the name. SNS: the account, and the name below. */
function oldColumns(mine: string, nameBelow: boolean): { readonly account: string; readonly name: string } {
  const number = (nameBelow ? mine : mine.slice(0, 16)).trim();
  if (nameBelow) return { account: isAccount(number) || isNumber(number) ? number : '', name: '' };
  const name = oneLine(mine.slice(16));
  return name === '' || mine.charAt(15) !== ' '
    ? { account: '', name: '' }
    : { account: isNumber(number) ? number : '', name };
}

/** Before IBAN; a P is for the Postbank. */
const isNumber = (text: string): boolean => /^P?\d{7,10}$/.test(text);

/** Knab puts `REK: …/NAAM: …` on a line of its own, below what the payer wrote. */
function knabInfo(told: readonly (readonly string[])[]): Info | null {
  const lines = told.flat();
  const found = lines.findIndex((line) => /^(?:REK: ?[A-Z0-9 ]+\/)?NAAM: /.test(line));
  if (found === -1 || lines.some((line) => /(?:^|\s)(?:IBAN|BIC|OMSCHRIJVING): /.test(line))) return null;
  const match = /^(?:REK: ?([A-Z0-9 ]+)\/)?NAAM: ([\s\S]*)$/.exec(unwrap(lines.slice(found)));
  return {
    counterIban: counterAccountOf(match?.[1] ?? ''),
    counterName: oneLine(match?.[2] ?? ''),
    description: found === 0 ? '' : oneLine(unwrap(lines.slice(0, found))),
    reference: '',
    code: '',
    returned: false,
  };
}

/** A Dutch payment mark (betalingskenmerk) has sixteen figures; ING gives it in :61: only. */
const paymentMark = (mine: string, said: string): string => {
  const mark = mine.trim();
  return /^\d{16}$/.test(mark) && !said.includes(mark) ? mark : '';
};

/** What a bank writes about one transaction in one field: who, why, with which reference. Three ways occur: codes between
 *  slashes (/NAME/…/REMI/…), labels (NAAM: … OMSCHRIJVING: …), and numbered parts (?20…?32…). */
import { isIban } from '../../domain/iban.ts';
import { counterAccountOf, oneLine, referenceOf } from './values.ts';

export interface Info {
  readonly counterIban: string;
  readonly counterName: string;
  readonly description: string;
  readonly reference: string;
  readonly code: string;
  readonly returned: boolean;
}

export const noInfo: Info = {
  counterIban: '',
  counterName: '',
  description: '',
  reference: '',
  code: '',
  returned: false,
};

/** Code words of ING, Rabobank, ABN AMRO, Van Lanschot and bunq in field 86. ID only stands behind ORDP or BENM. */
const slashCodes =
  'TRTP|TRCD|CNTP|IBAN|BIC|NAME|REMI|EREF|PREF|IREF|MARF|CSID|ORDP|BENM|ISDT|RTRN|ADDR|ULTC|ULTD|ULTB|PURP|CDTRREFTP|CDTRREF|SVCL|OCMT|EXCH|CHGS|INIT';

/** Null when the text is not written with codes. */
export function slashInfo(text: string): Info | null {
  const parts = slashParts(text);
  if (parts === null) return null;
  const first = (code: string): string => parts.find(([name]) => name === code)?.[1] ?? '';
  const counter = counterPart(first('CNTP'));
  const remittance = parts.flatMap(([name, value]) => (name === 'REMI' ? [remittanceOf(value)] : []));
  const mark = slashless(first('CDTRREF'));
  const said = oneLine(remittance.join(' '));
  return {
    counterIban: counterAccountOf(counter.account || slashless(first('IBAN'))),
    counterName: oneLine(counter.name || slashless(first('NAME'))),
    description: mark === '' || said.includes(mark) ? said : oneLine(`${said} ${mark}`),
    reference: referenceOf(slashless(first('EREF'))),
    code: oneLine(slashless(first('TRCD') || first('TRTP'))),
    returned: parts.some(([name]) => name === 'RTRN') || isReturn(first('TRTP')),
  };
}

function slashParts(text: string): readonly (readonly [string, string])[] | null {
  const begin = new RegExp(`/\\n?(${slashCodes})/`, 'g');
  const found = [...text.matchAll(begin)];
  if (found.length === 0 || text.slice(0, found[0]?.index).trim() !== '') return null;
  return found.map((match, n) => {
    const end = found[n + 1]?.index ?? text.length;
    return [match[1] ?? '', text.slice(match.index + match[0].length, end)] as const;
  });
}

const slashless = (value: string): string => value.trim().replace(/^\/+|\/+$/g, '');

/** ING: account/BIC/name/city/. A name may hold a slash itself; the city never does. */
function counterPart(value: string): { readonly account: string; readonly name: string } {
  const parts = value.trim().replace(/\/$/, '').split('/');
  return { account: parts[0] ?? '', name: parts.slice(2, Math.max(3, parts.length - 1)).join('/') };
}

/** ING puts USTD// before free text and STRD/CUR/ or STRD/ISO/ before a reference, and a slash at the end. */
function remittanceOf(value: string): string {
  const match = /^(?:USTD\/\/|STRD\/(?:CUR|ISO)\/)([\s\S]*)$/.exec(value.trim());
  return match === null ? value : (match[1] ?? '').replace(/\/\s*$/, '');
}

/** Labels of ABN AMRO (text layout), Knab and others. The words are matched with any capitals, as both occur. */
const labels =
  'IBAN|BIC|NAAM|OMSCHRIJVING|KENMERK|BETALINGSKENM\\.|BETALINGSKENMERK|MACHTIGING|INCASSANT|ID DEBITEUR|VOOR|REK';

interface Label {
  readonly name: string;
  readonly from: number; // where it begins
  readonly to: number; // where its value begins
}

/** Behind a space. A name that fills its column of 32 is followed at once by the next label: in capitals only where a column
 *  begins, for `REKENINGNAAM:` ends in a label too. */
function labelsIn(text: string): readonly Label[] {
  const begin = new RegExp(`(${labels}):[ \\t]*`, 'gi');
  return [...text.matchAll(begin)].flatMap((match) => {
    const column = match.index - (text.lastIndexOf('\n', match.index) + 1);
    const written = match[1] ?? '';
    const glued = /^[A-Z][a-z]/.test(written) || column % 32 <= 1;
    const free = match.index === 0 || /[\s/]/.test(text.charAt(match.index - 1));
    return free || glued ? [{ name: written.toUpperCase(), from: match.index, to: match.index + match[0].length }] : [];
  });
}

/** Null when no name or account is labelled. What stands before the first label is the kind of transaction. */
export function labelInfo(text: string): Info | null {
  const found = labelsIn(text);
  const value = (name: string): string => {
    const n = found.findIndex((label) => label.name === name);
    const label = found[n];
    return label === undefined ? '' : oneLine(text.slice(label.to, found[n + 1]?.from ?? text.length));
  };
  const account = counterAccountOf(value('IBAN') || value('REK'));
  const name = value('NAAM');
  if (account === '' && name === '') return null;
  const kind = oneLine(text.slice(0, found[0]?.from));
  const mark = value('BETALINGSKENM.') || value('BETALINGSKENMERK');
  return {
    ...noInfo,
    counterIban: account,
    counterName: name,
    description: oneLine(`${value('OMSCHRIJVING')} ${mark}`) || (isKindOnly(kind) ? '' : kind),
    reference: referenceOf(value('KENMERK')),
    code: isKindOnly(kind) ? kind : '',
    returned: isReturn(kind),
  };
}

const isReturn = (kind: string): boolean => /\b(?:RETOUR|STORNO)\b/i.test(kind);

/** ABN AMRO begins with these; Knab with what the payer wrote. */
const isKindOnly = (text: string): boolean => /^(?:SEPA|IDEAL|STORTING)\b/i.test(text);

/** ?20…?32 (Germany, Luxembourg) and >20…>31 (Triodos), behind three digits for the kind. */
export function numberedInfo(text: string): Info | null {
  const shape = /^\s*(\d{3})([?>])\d{2}/.exec(text);
  if (shape === null) return null;
  const parts = new Map<string, string>();
  for (const part of text
    .trim()
    .slice(3)
    .split(shape[2] ?? '?')
    .slice(1)) {
    parts.set(part.slice(0, 2), (parts.get(part.slice(0, 2)) ?? '') + part.slice(2));
  }
  return shape[2] === '>' ? triodosInfo(parts) : germanInfo(parts);
}

const joined = (parts: ReadonlyMap<string, string>, from: number, to: number): string =>
  [...parts].map(([key, value]) => (Number(key) >= from && Number(key) <= to ? value : '')).join('');

/** Since IBAN: 20 is the BIC, 21 the IBAN, the text begins at 22. Before: 10 holds the account, the text begins at 20. */
function triodosInfo(parts: ReadonlyMap<string, string>): Info {
  const account = counterAccountOf(parts.get('21') ?? '');
  const modern =
    /^[A-Z]{2}\d{2}[A-Z0-9]{10,}$/.test(account) && /^[A-Z]{6}[A-Z0-9]{2,5}$/.test((parts.get('20') ?? '').trim());
  const old = counterAccountOf((parts.get('10') ?? '').slice(-10));
  return {
    ...noInfo,
    counterIban: modern ? account : old,
    description: oneLine(joined(parts, modern ? 22 : 20, 29)),
  };
}

function germanInfo(parts: ReadonlyMap<string, string>): Info {
  const said = joined(parts, 20, 29) + joined(parts, 60, 63);
  const marks = [...said.matchAll(/(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|PURP)\+/g)];
  const of = (name: string): string => {
    const n = marks.findIndex((match) => match[1] === name);
    const match = marks[n];
    return match === undefined ? '' : said.slice(match.index + match[0].length, marks[n + 1]?.index ?? said.length);
  };
  return {
    ...noInfo,
    counterIban: counterAccountOf(parts.get('31') ?? ''),
    counterName: oneLine(joined(parts, 32, 33)),
    description: oneLine(of('SVWZ') || (marks.length === 0 ? said : '')),
    reference: referenceOf(of('EREF')),
    code: oneLine(parts.get('00') ?? ''),
  };
}

/** ING before its codes, SNS, ASN and RegioBank: account, perhaps BIC, name, text, with nothing between them but spaces. */
export function looseInfo(text: string, nameKnown: string, accountKnown: string): Info {
  const flat = oneLine(text);
  if (accountKnown !== '' && flat.startsWith(accountKnown)) {
    const said = withoutStart(flat.slice(accountKnown.length).trim(), nameKnown);
    return { ...noInfo, counterIban: accountKnown, counterName: nameKnown, description: said };
  }
  const match =
    /^(.{0,40}?)(?:^|\s)([A-Z]{2}\d{2}[A-Z0-9]{11,30})(?:\s+([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?))?(?=\s|$)(.*)$/.exec(
      flat,
    );
  const account = match?.[2] ?? '';
  const front = match?.[1] ?? '';
  if (match === null || !isAccount(account)) {
    return { ...noInfo, counterName: nameKnown, description: withoutStart(flat, nameKnown) };
  }
  const rest = oneLine(match[4] ?? '');
  const [, name = '', said = rest] = /^(.*?) NOTPROVIDED (.*)$/.exec(rest) ?? [];
  return {
    ...noInfo,
    counterIban: account,
    counterName: nameKnown || name,
    description: oneLine(`${front} ${withoutStart(said, nameKnown)}`),
  };
}

/** Files for testing hold accounts that fail the check; Dutch ones are known by their length. */
export const isAccount = (text: string): boolean => isIban(text) || /^NL\d{2}[A-Z]{4}\d{10}$/.test(text);

const withoutStart = (text: string, start: string): string =>
  start !== '' && text.toLowerCase().startsWith(start.toLowerCase()) ? text.slice(start.length).trim() : text;

/** MT940 as Dutch banks write it: the same fields, each bank with its own envelope and its own :86:. */
import { closingCents, comma, compact, type DrawnLayout, type DrawnStatement, type DrawnTransaction } from './drawn.ts';

const lineMax = 65;

/** Broken after 65 characters, wherever that is; a line may not begin with what begins a field or ends a message. */
function wrapped(text: string): string {
  const lines: string[] = [];
  for (let at = 0; at < text.length || lines.length === 0; at += lineMax) lines.push(text.slice(at, at + lineMax));
  return lines.join('\r\n');
}

const short = (day: string): string => compact(day).slice(2);
const side = (cents: number): string => (cents < 0 ? 'D' : 'C');
const amount = (cents: number): string => comma(Math.abs(cents));
const padded = (cents: number): string => amount(cents).padStart(15, '0');

interface Style {
  readonly before?: string; // the envelope above a message
  readonly after?: string;
  readonly account?: (account: string) => string;
  readonly amount?: (cents: number) => string;
  readonly transaction: (transaction: DrawnTransaction) => string;
}

const message =
  ({ before = '', after = '-\r\n', account = (text) => text, amount: written = amount, transaction }: Style) =>
  (statement: DrawnStatement): string => {
    const [first, last] = [statement.transactions[0], statement.transactions.at(-1)];
    const balance = (cents: number, day: string | undefined): string =>
      `${side(cents)}${short(day ?? '2026-01-01')}EUR${written(cents)}`;
    const fields = [
      ':20:VOORBEELD',
      `:25:${account(statement.account)}`,
      ':28C:1/1',
      `:60F:${balance(statement.openingCents, first?.bookedOn)}`,
      ...statement.transactions.map(transaction),
      `:62F:${balance(closingCents(statement), last?.bookedOn)}`,
    ];
    return `${before}${fields.join('\r\n')}\r\n${after}`;
  };

const line61 = ({ bookedOn, cents }: DrawnTransaction, rest: string, written = amount): string =>
  `:61:${short(bookedOn)}${short(bookedOn).slice(2)}${side(cents)}${written(cents)}${rest}`;

/** The text of :86: breaks before a character with which no line may begin. */
const field86 = (text: string): string => `:86:${wrapped(text)}`;

const coded = ({ iban, name, description, reference }: DrawnTransaction): string =>
  `/TRTP/SEPA OVERBOEKING${iban === '' ? '' : `/IBAN/${iban}`}/NAME/${name}/REMI/${description}/EREF/${reference || 'NOTPROVIDED'}`;

const chunks = (text: string, size: number): readonly string[] => text.match(new RegExp(`.{1,${size}}`, 'gs')) ?? [''];

const germanParts = ({ iban, name, description, reference }: DrawnTransaction): string => {
  const said = chunks(`EREF+${reference || 'NOTPROVIDED'}SVWZ+${description}`, 27);
  const names = chunks(name, 27);
  return `166?00GUTSCHRIFT${said.map((part, n) => `?${20 + n}${part}`).join('')}?31${iban}${names.map((part, n) => `?${32 + n}${part}`).join('')}`;
};

const triodosParts = ({ iban, description }: DrawnTransaction): string => {
  const front = iban === '' ? [] : ['RABONL2U', iban];
  return `000>100000000000${[...front, ...chunks(description, 27)].map((part, n) => `>${20 + n}${part}`).join('')}>310390123456`;
};

const marks = /[:/?>+{}]|^-+|^\d{3}/g;
const all = ['iban', 'name', 'description', 'reference', 'balances'] as const;

export const mt940Layouts: Readonly<Record<string, DrawnLayout>> = {
  'mt940, ABN AMRO and Van Lanschot': {
    format: 'mt940',
    says: all,
    without: marks,
    write: message({
      before: 'ABNANL2A\r\n940\r\nABNANL2A\r\n',
      transaction: (each) => `${line61(each, 'N658NONREF')}\r\n${field86(coded(each))}`,
    }),
  },
  'mt940, ABN AMRO in labels': {
    format: 'mt940',
    says: ['iban', 'name', 'description', 'balances'],
    without: marks,
    write: message({
      before: 'ABNANL2A\r\n940\r\nABNANL2A\r\n',
      transaction: (each) =>
        `${line61(each, 'N944NONREF')}\r\n:86:SEPA OVERBOEKING${each.iban === '' ? '' : `                 IBAN: ${each.iban}`}\r\nBIC: ABNANL2A                    NAAM: ${each.name}\r\nOMSCHRIJVING: ${each.description}`,
    }),
  },
  'mt940, ING': {
    format: 'mt940',
    says: all,
    without: marks,
    write: message({
      before: '{1:F01INGBNL2ABXXX0000000000}\r\n{2:I940INGBNL2AXXXN}\r\n{4:\r\n',
      after: ':64:C260101EUR1,00\r\n:86:/SUM/18/3/14830,45/14640,00/\r\n-}\r\n',
      account: (account) => `${account}EUR`,
      transaction: (each) =>
        `${line61(each, 'NTRFNONREF//14237654096217')}\r\n/TRCD/00100/\r\n${field86(
          `${each.reference === '' ? '' : `/EREF/${each.reference}/`}/CNTP/${each.iban}/INGBNL2A/${each.name}///REMI/USTD//${each.description}/`,
        )}`,
    }),
  },
  'mt940, Rabobank': {
    format: 'mt940',
    says: all,
    without: marks,
    write: message({
      before: ':940:\r\n',
      after: '',
      account: (account) => `${account} EUR`,
      amount: padded,
      transaction: (each) =>
        `${line61(each, 'N541EREF', padded)}\r\n${each.iban === '' ? '' : `${each.iban}\r\n`}${field86(
          `${each.reference === '' ? '' : `/EREF/${each.reference}`}/BENM//NAME/${each.name}/REMI/${each.description}/ISDT/${each.bookedOn}`,
        )}`,
    }),
  },
  'mt940, Rabobank before SEPA': {
    format: 'mt940',
    says: ['description', 'balances'],
    without: marks,
    write: message({
      before: ':940:\r\n',
      after: '\u001a',
      amount: padded,
      transaction: (each) =>
        `${line61(each, `N${'071'}0121212122      ${each.name}`, padded)}\r\n${chunks(each.description, 65)
          .map((part) => `:86:${part.padEnd(65)}`)
          .join('\r\n')}`,
    }),
  },
  'mt940, SNS': {
    format: 'mt940',
    says: ['iban', 'name', 'description', 'balances'],
    without: marks,
    write: message({
      before: '{1:F01SNSBNL2AXXXX0000000000}{2:O94000000000000000000000000000000000000000N}{3:}{4:\r\n',
      after: '-}{5:}\r\n',
      transaction: (each) =>
        `${line61(each, `NOVB${each.iban || 'NONREF'}`)}\r\n${each.name}\r\n:86:${each.iban} ${each.name}\r\n${' '.repeat(65)}\r\n${wrapped(each.description)}`,
    }),
  },
  'mt940, Knab': {
    format: 'mt940',
    says: ['iban', 'name', 'description', 'balances'],
    without: marks,
    write: message({
      before: '{1:F01KNABNL2HAXXX0000000000}{2:I940KNABNL2HXXXXN3020}{4:\r\n',
      after: '-}\r\n',
      account: (account) => account.replace(/(.{4})(?=.)/g, '$1 '),
      transaction: (each) =>
        `${line61(each, 'NTRFNONREF//A4G08FD0A2121212')}\r\n:86:${wrapped(each.description)}\r\n${each.iban === '' ? '' : `REK: ${each.iban}/`}NAAM: ${each.name}`,
    }),
  },
  'mt940, Triodos': {
    format: 'mt940',
    says: ['iban', 'description', 'balances'],
    without: marks,
    write: message({
      account: (account) => `TRIODOSBANK/${account}`,
      transaction: (each) => `${line61(each, 'NET NONREF')}\r\n${field86(triodosParts(each))}`,
    }),
  },
  'mt940, numbered parts': {
    format: 'mt940',
    says: all,
    without: marks,
    write: message({ transaction: (each) => `${line61(each, 'NTRFNONREF')}\r\n${field86(germanParts(each))}` }),
  },
};

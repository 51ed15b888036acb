// Files of a bank: why one is refused, and what is doubtful in one that is read.
import type { BankFileErrorCode } from '../../files/bank/error.ts';
import type { BankFormat, BankWarning } from '../../files/bank/statement.ts';
import { euro, whole } from '../format.ts';

const other = 'Kies een ander bestand: MT940, CAMT.053 of CSV.';

const refusals: Readonly<Record<BankFileErrorCode, string>> = {
  empty: `Dit bestand is leeg. Download het opnieuw bij uw bank. ${other}`,
  too_large: 'Dit bestand is groter dan 20 MB. Download een kortere periode bij uw bank.',
  web_page:
    'Dit is een webpagina en geen bankbestand. Waarschijnlijk was u niet meer ingelogd bij de bank. Log opnieuw in en download het bestand nog een keer.',
  pdf: `Dit is een PDF. Die kunnen we niet inlezen. ${other}`,
  archive: `Dit is een Excel-bestand of een ingepakt bestand dat we niet kunnen openen. ${other}`,
  mixed: 'Dit bestand heeft een andere vorm dan de andere. Er is niets ingelezen. Lees ze een voor een in.',
  not_text: `Dit bestand is geen tekst. Is het een foto of een oud Excel-bestand? ${other}`,
  interim:
    'Dit zijn bedragen die de bank nog niet definitief heeft geboekt. Ze komen later terug in het afschrift. Kies bij uw bank het afschrift: MT940 of CAMT.053.',
  other_message: `Dit bestand komt van een bank, maar het is geen afschrift. ${other}`,
  doctype: 'Dit XML-bestand bevat instellingen die een bank nooit meestuurt. Voor de veiligheid lezen we het niet in.',
  cut_off: 'Dit bestand is niet af: het einde ontbreekt. Er is niets ingelezen. Download het opnieuw bij uw bank.',
  broken: 'Dit bestand is beschadigd. Er is niets ingelezen. Download het opnieuw bij uw bank.',
  no_rows: 'We herkennen de bank, maar kunnen geen enkele regel lezen. Is het bestand veranderd? Download het opnieuw.',
  unknown_layout: `We herkennen dit bestand niet als een bankbestand. ${other}`,
};

const warnings: Readonly<Record<BankWarning['code'], (cents: number | null) => string>> = {
  balance_differs: (cents) => `Het saldo klopt niet met de bedragen${differs(cents)}. Mist er een regel?`,
  statements_differ: (cents) =>
    `Dit afschrift begint niet waar het vorige eindigt${differs(cents)}. Waarschijnlijk mist er een afschrift.`,
  no_closing: () => 'Het eindsaldo ontbreekt. We kunnen niet controleren of alle regels erin staan.',
  no_balance: () => 'Dit bestand noemt geen saldo. We kunnen niet controleren of alle regels erin staan.',
  row_skipped: () => 'Deze regel kunnen we niet lezen. Hij is niet ingelezen.',
  other_currency: () => 'Hier staat een bedrag in een andere munt dan de euro of dan die van de rekening.',
};

const differs = (cents: number | null): string => (cents === null ? '' : `: er is ${euro(Math.abs(cents))} verschil`);

function place(line: number | null, file?: string): string {
  const words = [...(line === null ? [] : [`regel ${whole(line)}`]), ...(file === undefined ? [] : [file])];
  return words.length === 0 ? '' : ` (${words.join(' van ')})`;
}

export const nlBankFiles = {
  /** `file`: which, where several were read together. */
  refused: (code: BankFileErrorCode, line: number | null, file: string | null = null): string =>
    `${refusals[code]}${place(line, file ?? undefined)}`,
  warning: ({ code, cents, line, file }: BankWarning): string => `${warnings[code](cents)}${place(line, file)}`,
  formats: {
    mt940: 'MT940',
    'camt.053': 'CAMT.053',
    'ing-csv': 'ING, CSV',
    'rabobank-csv': 'Rabobank, CSV',
    'abnamro-tab': 'ABN AMRO, TAB',
    'abnamro-csv': 'ABN AMRO, CSV',
    'asn-csv': 'ASN Bank, SNS of RegioBank, CSV',
    'triodos-csv': 'Triodos Bank, CSV',
    'knab-csv': 'Knab, CSV',
    'bunq-csv': 'bunq, CSV',
  } satisfies Record<BankFormat, string>,
  nothing: 'In dit bestand staat geen enkele bij- of afschrijving. Er was in die periode niets.',
};

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
  archive: `Dit is een zip of een Excel-bestand. Pak de zip eerst uit, of kies bij uw bank een andere vorm. ${other}`,
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

const atLine = (line: number | null): string => (line === null ? '' : ` (regel ${whole(line)})`);

export const nlBankFiles = {
  refused: (code: BankFileErrorCode, line: number | null): string => `${refusals[code]}${atLine(line)}`,
  warning: ({ code, cents, line }: BankWarning): string => `${warnings[code](cents)}${atLine(line)}`,
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

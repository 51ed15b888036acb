// The books for who looks further than the year's report: a balance of any day, what to take along, bookings by hand.
import type { LedgerAccount } from '../../domain/rows.ts';
import type { OtherBooksErrorCode } from '../../files/otherBooks.ts';
import { counted, day, dayWithYear, euro } from '../format.ts';

export const nlBooks = {
  back: 'Kas',
  links: {
    title: 'Boekhouding',
    balance: 'Balans',
    export: 'Neem de boekhouding mee',
    audit: 'Kascontrole',
  },
  balance: {
    title: (year: number) => `Balans ${year}`,
    lead: 'Alle rekeningen op één dag. Debet en credit zijn samen altijd gelijk.',
    on: 'Op welke dag',
    caption: 'Rekeningen met debet, credit en saldo',
    columns: { account: 'Rekening', debit: 'Debet', credit: 'Credit', closing: 'Saldo' },
    sum: 'Samen',
    even: 'Debet en credit zijn gelijk.',
    uneven: 'Debet en credit zijn niet gelijk. Meld dit aan uw beheerder.',
    held: 'Zoveel hoort er op de bank te staan',
    heldHint: 'Van alle jaren samen. Vergelijk het met uw afschrift van deze dag.',
    kinds: { balance: 'Wat er is', result: 'Wat erin kwam en eruit ging' },
    kindHint: 'Een saldo met een min is wat er binnenkwam.',
    bank: {
      title: 'Klopt de kas?',
      at: (on: string) => `Op de bank op ${day(on)}`,
      here: (on: string) => `Volgens Buurtkas op ${day(on)}`,
      difference: 'Verschil',
      look: 'Kijk welke bankregels nog openstaan',
    },
    none: 'Op deze dag is er nog niets geboekt.',
  },
  take: {
    title: (year: number) => `Boekhouding ${year} meenemen`,
    lead: 'Voor uw boekhouder, voor een spreadsheet of voor het archief. Het werkt ook zonder internet.',
    xlsx: 'Spreadsheet (Excel)',
    xlsxHint: 'Journaal, rekeningen, declaraties, bonnen met hun btw en betalingen. Bedragen zijn getallen.',
    csv: 'Journaal als CSV',
    csvHint: 'Eén regel per boeking, voor elk rekenprogramma.',
    xaf: 'Auditfile (XAF 3.2)',
    xafHint: 'Dit lezen boekhoudprogramma’s en accountants.',
    zip: 'Alle bonnen (zip)',
    zipHint: 'Foto’s per declaratie, met een lijst. Foto’s die niet op dit toestel staan, haalt Buurtkas op.',
    zipMissing: (count: number) =>
      `${counted(count, 'foto is', 'foto’s zijn')} er niet bij: die staan niet op dit toestel en er is nu geen internet. In de lijst staat welke.`,
    save: 'Bewaar',
    failed: 'Het bestand is niet gemaakt. Probeer het nog eens, of kies een ander bestand.',
    working: (done: number, of: number) => `${done} van ${of} foto’s`,
    fileName: (committee: string, year: number, ending: string) =>
      `${committee.replace(/[^\p{L}\p{N}]+/gu, '-')}-${year}.${ending}`,
  },
  sheets: {
    journal: 'Journaal',
    accounts: 'Rekeningen',
    claims: 'Declaraties',
    receipts: 'Bonnen',
    payments: 'Betalingen',
    list: 'Lijst van bonnen',
    entry: 'Boeking',
    on: 'Datum',
    kind: 'Soort',
    from: 'Van',
    to: 'Naar',
    amount: 'Bedrag',
    proposal: 'Aanvraag',
    note: 'Omschrijving',
    number: 'Nummer',
    account: 'Rekening',
    debit: 'Debet',
    credit: 'Credit',
    closing: 'Saldo',
    payee: 'Aan wie',
    claimed: 'Gevraagd',
    approved: 'Goedgekeurd',
    paid: 'Betaald',
    state: 'Stand',
    submittedOn: 'Ingediend',
    reference: 'Kenmerk',
    reversed: 'Teruggedraaid',
    shop: 'Winkel',
    boughtOn: 'Datum bon',
    vat: 'Btw',
    file: 'Bestand',
    missing: 'ontbreekt',
    noPhoto: 'geen foto',
  },
  byHand: {
    title: 'Beginstand en correcties',
    lead: 'Geld dat er al was voordat u met Buurtkas begon, en boekingen die rechtgezet worden.',
    opening: 'Breng een beginstand in',
    openingLead: (cents: number) =>
      cents === 0 ? 'Wat stond er op de rekening toen u begon?' : `U bracht al ${euro(cents)} in. Dit komt erbij.`,
    fromBank: (cents: number, account: string, on: string) =>
      `Neem over van de bank: ${euro(cents)} op ${account}, ${dayWithYear(on)}`,
    other: {
      pick: 'Neem over uit een andere boekhouding',
      which: 'Op welke rekeningen staat het geld van de commissie?',
      whichHint:
        'De bank, de spaarrekening en de kas. Wat al is toegekend, legt u daarna vast bij de aanvragen; dan telt het niet meer als vrij.',
      take: (cents: number) => `Neem ${euro(cents)} over`,
      noMoney: 'Kies een rekening waar geld op staat.',
      refused: {
        too_large: 'Dit bestand is te groot. Maak een saldibalans van één jaar en bewaar die als CSV.',
        spreadsheet: 'Dit is een Excel-bestand of een zip. Open het, bewaar het als CSV en kies dat bestand.',
        unknown:
          'We herkennen dit bestand niet. Kies een auditfile (XAF) of een saldibalans als CSV, met een nummer, een omschrijving en een saldo per rekening.',
        damaged:
          'Niet alles in dit bestand is te lezen. Er is niets overgenomen. Maak het opnieuw in uw boekhoudprogramma.',
        nothing:
          'In dit bestand staat op geen enkele rekening een bedrag. Kies de auditfile of de saldibalans van het goede jaar.',
      } satisfies Readonly<Record<OtherBooksErrorCode, string>>,
    },
    forWhat: 'Waarvoor is het?',
    free: 'Vrij te besteden',
    saved: (goal: string) => `Gespaard voor: ${goal}`,
    correct: 'Zet een boeking recht',
    correctLead:
      'Buurtkas wist nooit iets. Een correctie is een nieuwe boeking met een reden. Een toekenning, betaling of spaardoel zet u recht bij de aanvraag, de declaratie of het doel zelf.',
    from: 'Van welke rekening',
    to: 'Naar welke rekening',
    choose: 'Kies een rekening',
    fromMissing: 'Kies van welke rekening',
    toMissing: 'Kies naar welke rekening',
    sameAccount: 'Kies een andere rekening dan waar het vandaan komt',
    reason: 'Waarom',
    reasonHint: 'De kascommissie leest dit.',
    reasonMissing: 'Vul in waarom u dit rechtzet',
    on: 'Datum',
    onMissing: 'Vul een datum in',
  },
} as const;

/** Accounts that can be corrected by hand, see `ledger.correct`. */
export const looseAccounts = [
  'free',
  'organisation',
  'grant',
  'returned',
  'opening',
] as const satisfies readonly LedgerAccount[];

// Betalen: what goes to the bank, in one file or typed over, and what the bank did with it.
import { counted, day, euro, moment } from '../format.ts';

export interface AccountChange {
  readonly name: string;
  readonly iban: string; // as it is read
  readonly before: { readonly name: string; readonly iban: string };
  readonly on: string; // the day of the payment before
}

export const nlPay = {
  title: 'Betalen',
  back: 'Kas',
  lead: 'Kies wat u nu betaalt. Buurtkas maakt er één bestand van. Dat leest u in bij uw bank.',
  readOnly: 'De penningmeester of de voorzitter maakt betalingen. U ziet hier wat er klaarstaat.',
  link: 'Betaal met een bestand',
  list: {
    title: 'Wat u kunt betalen',
    caption: 'Goedgekeurde declaraties die nog betaald worden',
    columns: { pick: 'Kies', what: 'Waarvoor', amount: 'Bedrag', check: 'Controle' },
    pick: (name: string, cents: number) => `Betaal ${euro(cents)} aan ${name}`,
    chosen: (count: number) => `${counted(count, 'betaling', 'betalingen')} gekozen`,
    together: 'samen',
    none: ['Niets te betalen', 'Zodra een declaratie is goedgekeurd, staat zij hier.'],
    blocks: {
      no_iban: 'Geen rekeningnummer',
      wrong_iban: 'Rekeningnummer klopt niet',
      outside_sepa: 'Rekening buiten SEPA: betaal zelf bij de bank',
    },
    inFile: (on: string) => `In bestand van ${day(on)}`,
    otherAccount: { iban: 'Ander rekeningnummer', name: 'Andere naam' },
    double: 'Misschien dubbel',
    photos: (count: number) => (count === 1 ? '1 foto mist' : `${count} foto’s missen`),
    fine: 'Klaar om te betalen',
  },
  other: {
    title: 'Kijk hier eerst naar',
    changed: {
      iban: ({ name, iban, before, on }: AccountChange) =>
        `${before.name} kreeg op ${day(on)} geld op ${before.iban}. Nu staat er ${iban}${before.name === name ? '' : `, op naam van ${name}`}.`,
      name: ({ name, iban, before, on }: AccountChange) =>
        `Op ${day(on)} ging er geld naar ${iban}, op naam van ${before.name}. Nu staat er ${name}.`,
    },
    typed: (who: string, at: string) => `Ingevuld door ${who === '' ? 'de indiener' : who}: ${moment(at)}.`,
    ask: 'Bel de indiener op een nummer dat u al had, en vraag of dit klopt.',
    open: 'Bekijk de declaratie',
  },
  from: {
    title: 'Van welke rekening',
    name: 'Naam bij de rekening',
    nameMissing: 'Vul de naam in die bij de rekening hoort',
    iban: 'Rekeningnummer (IBAN)',
    ibanHint: 'Van de commissie of de stichting. Dit toestel onthoudt het.',
    ibanWrong: 'Dit is geen goed rekeningnummer. Kijk het na op uw bankpas',
    on: 'Op welke dag',
    onHint: 'De bank betaalt op deze dag, als u het bestand dan hebt goedgekeurd.',
    onMissing: 'Vul de dag in',
    onPast: 'Die dag is al geweest. Kies vandaag of later',
  },
  make: (cents: number) => `Maak betaalbestand: ${euro(cents)}`,
  makeNone: 'Kies eerst een betaling',
  made: (count: number) => `Bestand met ${counted(count, 'betaling', 'betalingen')} staat bij uw downloads`,
  fileName: (on: string, count: number) => `betalingen-${on}-${count}.xml`,
  standing: {
    title: 'Gemaakte bestanden',
    lead: 'Keur de betalingen goed bij uw bank. Leg ze daarna hier vast. Leest u het bankbestand in, dan gaat dat vanzelf.',
    file: (on: string, count: number) => `Bestand van ${day(on)}, ${counted(count, 'betaling', 'betalingen')}`,
    by: (name: string, executeOn: string) => `Gemaakt door ${name}. Te betalen op ${day(executeOn)}`,
    some: (done: number, of: number) => `${done} van ${of} al vastgelegd`,
    again: 'Bewaar het bestand nog eens',
    pending:
      'Geef het bestand pas aan de bank als de server het kent. Maakte een ander intussen een bestand met dezelfde betaling, dan leest u dat.',
    paidOn: 'Betaald op',
    record: (count: number, cents: number) =>
      `Leg vast: ${counted(count, 'betaling', 'betalingen')} gedaan, ${euro(cents)}`,
    recorded: (count: number) => `${counted(count, 'betaling', 'betalingen')} vastgelegd op dit toestel`,
    refused: (name: string) => `Niet vastgelegd: ${name}`,
    drop: 'Laat vervallen',
    dropWhy: 'Waarom gaat dit bestand niet naar de bank?',
    dropHint: 'De betalingen kunnen daarna in een ander bestand.',
    dropMissing: 'Vul in waarom',
    doDrop: 'Laat het bestand vervallen',
    dropped: 'Het bestand is vervallen',
    keep: 'Laat staan',
  },
  typed: {
    title: 'Liever overtypen?',
    lead: 'Neem dit over in uw bank, of richt de camera van uw bank-app op de code. Niet elke bank leest zo’n code.',
    show: (name: string, cents: number) => `${name}, ${euro(cents)}`,
    name: 'Naam',
    iban: 'Rekeningnummer',
    amount: 'Bedrag',
    description: 'Omschrijving',
    qr: (name: string, cents: number) => `Betaalcode voor ${euro(cents)} aan ${name}`,
  },
} as const;

// Dutch text that more than one screen shows. A screen keeps its own text beside this file: nl/meeting.ts, nl/kas.ts.
// B1, "u", active. "Bewaard" means on this device, "verstuurd" means on the server; never mix them.
import { counted, euro, time, whole } from '../format.ts';

/** In cents. */
export interface BudgetSums {
  readonly total: number;
  readonly paid: number;
  readonly due: number;
  readonly apart: number;
  /** Below zero: more was awarded than there is. */
  readonly free: number;
}

const spent = ({ total, paid, due, apart }: BudgetSums): string =>
  `Van ${euro(total)} is ${euro(paid)} uitbetaald, ${euro(due)} toegekend maar nog niet betaald${apart > 0 ? `, ${euro(apart)} gespaard, voor eigen kosten of anders` : ''}`;

export const nl = {
  app: 'Buurtkas',
  skip: 'Naar de inhoud',
  close: 'Sluiten',
  back: 'Terug',
  undo: 'Ongedaan maken',
  /** Out of a form that was opened in a card. */
  leave: 'Toch niet',
  change: 'Wijzig',
  optional: '(niet verplicht)',
  asTable: 'Bekijk als tabel',
  allRows: (count: number) => `Toon alle ${whole(count)} regels`,
  previous: 'Vorige',
  next: 'Volgende',
  loading: 'Bezig met laden',
  savingTakesLong:
    'Bewaren duurt lang. Misschien is Buurtkas ook in een ander venster open: sluit dat. Laat dit venster open, dan gaat bewaren door.',
  year: {
    choose: 'Jaar',
    other: (year: number) => `U kijkt naar ${year}. Wat u bij Kas vastlegt, hoort bij dat jaar.`,
    back: (year: number) => `Terug naar ${year}`,
  },
  nav: {
    label: 'Hoofdmenu',
    today: 'Vandaag',
    proposals: 'Aanvragen',
    meeting: 'Vergadering',
    kas: 'Kas',
    more: 'Meer',
    accountability: 'Verantwoording',
    neighbourhoods: 'Andere wijken',
    device: 'Dit toestel',
    settings: 'Instellingen',
    search: 'Zoeken',
    tasks: (count: number) => (count === 1 ? ' taak' : ' taken'),
  },
  theme: {
    turnOn: 'Zet de zaal-stand aan (donker)',
    turnOff: 'Zaal-stand staat aan. Zet uit',
  },
  sync: {
    allOnServer: (lastSyncIso: string) => `Alles staat op de server, ${time(lastSyncIso)}`,
    allOnDevice: 'Alles staat op dit toestel',
    changes: (count: number) => counted(count, 'wijziging', 'wijzigingen'),
    onlyHere: (count: number) => (count === 1 ? 'staat alleen op dit toestel' : 'staan alleen op dit toestel'),
    without: { internet: 'Geen internet', server: 'Geen contact met de server' },
    since: (without: string, sinceIso: string) => `${without} sinds ${time(sinceIso)}.`,
    carryOn: 'U kunt gewoon doorgaan',
    onThisDevice: 'op dit toestel',
    sending: 'Bezig met versturen:',
    sendingOf: (done: number, total: number) => `${whole(done)} van ${whole(total)}`,
    asks: (count: number) => (count === 1 ? '1 vraagt' : `${whole(count)} vragen`),
    yourAttention: 'uw aandacht',
  },
  update: {
    waiting: 'Er is een nieuwe versie.',
    apply: 'Werk bij',
  },
  errors: {
    title: (count: number) => (count === 1 ? 'Kijk 1 antwoord na' : `Kijk ${whole(count)} antwoorden na`),
  },
  counter: {
    less: (label: string) => `${label}: één minder`,
    more: (label: string) => `${label}: één meer`,
    typed: (label: string) => `${label}, aantal`,
  },
  photo: {
    camera: 'Maak foto',
    gallery: 'Kies foto',
    zoom: 'Vergroot',
    viewLarge: (name: string) => `${name}. Bekijk groot`,
  },
  budget: {
    paid: 'Uitbetaald',
    due: 'Toegekend, nog te betalen',
    apart: 'Gespaard, eigen kosten en anders',
    free: 'Vrij om toe te kennen',
    over: 'Boven het budget',
    total: 'Budget',
    part: 'Deel van het budget',
    amount: 'Bedrag',
    says: (sums: BudgetSums) =>
      `${spent(sums)}, ${sums.free < 0 ? `${euro(-sums.free)} meer dan het budget` : `${euro(sums.free)} vrij`}`,
  },
  meter: {
    half: 'de helft',
    ofAnswered: 'van wie antwoord gaf',
    says: (of: 'streets' | 'asked', sure: number, upTo: number) =>
      `Tussen ${sure} en ${upTo} procent van ${of === 'streets' ? 'alle huishoudens in deze straten' : 'de gevraagde huishoudens'} is voor.`,
    saysAnswered: (share: number) => ` Van wie antwoord gaf is ${share} procent voor.`,
  },
  votes: {
    for: 'Voor',
    against: 'Tegen',
    abstain: 'Onthouding',
  },
  localOnly: 'Staat alleen op dit toestel',
  crash: {
    title: 'Dit scherm doet het even niet',
    text: 'Wat u heeft bewaard, is er nog. Open het scherm opnieuw, of ga naar Vandaag.',
    reload: 'Open opnieuw',
    home: 'Naar Vandaag',
    notLoadedTitle: 'Dit scherm is nog niet geladen',
    notLoadedText: 'Daar is één keer internet voor nodig. Wat u heeft bewaard, is er nog.',
  },
  notFound: {
    title: 'Deze pagina bestaat niet',
    text: 'Misschien is de link oud. Kies links of onderaan waar u heen wilt.',
  },
} as const;

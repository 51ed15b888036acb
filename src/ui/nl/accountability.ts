// Verantwoording: what a year brought, in words, figures and charts.
import type { Lack, Supplier } from '../../domain/insight/missing.ts';
import type { Newness } from '../../domain/insight/projects.ts';
import type { ProposalKind } from '../../domain/rows.ts';
import { counted, day, euro, percent, whole } from '../format.ts';

export const projects = (count: number): string => counted(count, 'project', 'projecten');
const days = (count: number): string => counted(count, 'dag', 'dagen');
const households = (low: number, high: number): string =>
  low === high ? counted(low, 'huishouden', 'huishoudens') : `${whole(low)} tot ${whole(high)} huishoudens`;

/** Of a project of more years. */
const placeOf = (at: number, of: number): string => `Jaar ${whole(at)} van ${whole(of)}`;

const kinds: Readonly<Record<ProposalKind, string>> = {
  recurring_event: 'Elk jaar terug',
  unique_project: 'Eenmalig',
  professional: 'Van een organisatie',
};
const newness: Readonly<Record<Newness, string>> = {
  new: 'Nieuwe aanvragers',
  returning: 'Vroeg eerder aan',
  unknown: 'Niet bekend',
};
const lacks: Readonly<Record<Lack, (count: number) => string>> = {
  no_receipts: () => 'Nog geen bon',
  receipt_photo: (count) => `${counted(count, 'bon', 'bonnen')} zonder foto`,
  signature: (count) =>
    `${counted(count, 'declaratie wacht', 'declaraties wachten')} op een handtekening of tweede goedkeuring`,
  advance_open: (count) => `${counted(count, 'voorschot', 'voorschotten')} niet afgerekend`,
  claim_open: (count) => `${counted(count, 'declaratie', 'declaraties')} niet betaald`,
  contribution_open: (count) => `${counted(count, 'tegenprestatie', 'tegenprestaties')} nog niet gedaan`,
  co_financing_open: () => 'Geld van anderen is nog niet binnen',
  outcome: () => 'Niet opgeschreven wat het opleverde',
  not_finished: () => 'Alles is er. Rond de aanvraag af',
};
const suppliers: Readonly<Record<Supplier, string>> = {
  initiator: 'van de aanvrager',
  treasurer: 'voor de penningmeester',
  secretary: 'voor de secretaris',
};

export const nlAccountability = {
  title: (year: number) => `Verantwoording ${year}`,
  before: (year: number) => `Inleveren voor 1 april ${year + 1}`,
  years: 'Jaren',
  print: 'Druk af of maak een PDF',
  present: 'Presentatie voor de raad',
  none: {
    title: (year: number) => `Nog niets toegekend in ${year}`,
    text: 'Zodra de commissie geld toekent, bouwt deze bladzijde zichzelf op.',
    action: 'Naar de aanvragen',
  },
  summary: (count: number, cents: number) => `${projects(count)}, samen ${euro(cents)} toegekend`,
  paid: (cents: number) => `Daarvan is ${euro(cents)} uitbetaald.`,
  refused: (count: number) => `${counted(count, 'aanvraag', 'aanvragen')} afgewezen.`,
  unfit: 'De dossiers en het kasboek zeggen niet hetzelfde over wat is toegekend. Meld dit aan uw beheerder.',
  themes: {
    title: 'Thema’s in aantallen en in euro’s',
    lead: (most: string, rich: string) =>
      most === rich
        ? `${most} telt de meeste projecten en kreeg het meeste geld.`
        : `${most} telt de meeste projecten. Naar ${rich} ging het meeste geld.`,
    chart: 'Per thema het deel van de projecten en het deel van het geld',
    ofProjects: (count: number) => `Deel van de ${projects(count)}`,
    ofMoney: (cents: number) => `Deel van ${euro(cents)}`,
    table: 'Bekijk als tabel',
    theme: 'Thema',
    count: 'Projecten',
    money: 'Euro’s',
    note: 'Een project telt mee bij zijn grootste thema. De euro’s zijn verdeeld over alle thema’s van het project. Door afronden kan een som 99 of 101 % zijn.',
  },
  yearsTable: {
    back: 'Verantwoording',
    title: 'Jaren naast elkaar',
    open: 'Zet jaren naast elkaar',
    lead: 'De projecten die geld kregen, per thema en per jaar. Dezelfde tabel als in de evaluatie van de wijkbudgetten.',
    none: { title: 'Geen projecten in deze jaren', text: 'Kies andere jaren, of zet eerdere projecten in Buurtkas.' },
    from: 'Van',
    to: 'Tot en met',
    total: 'Samen',
    share: 'Deel',
    percent: (whole: number) => `${whole} %`,
    of: { count: 'Aantal projecten', cents: 'Toegekend geld' },
    shareOf: { count: 'Deel projecten (%)', cents: 'Deel geld (%)' },
    district: 'Stadsdeel',
    year: 'Jaar',
    number: 'Nummer',
    sheet: 'Thema en jaar',
    fileName: (name: string, from: number, to: number, extension: string) =>
      `themas-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${from}-${to}.${extension}`,
  },
  newnessYears: {
    title: 'Nieuwe aanvragers door de jaren',
    year: 'Jaar',
    share: 'Deel nieuw',
    note: 'Op naam vergeleken met eerdere jaren in Buurtkas. Het deel gaat over de aanvragers van wie dat bekend is.',
  },
  quarters: {
    title: 'Waar het geld naartoe ging',
    lead: 'Donkerder is meer geld per bewoner.',
    leadPlain: 'Donkerder is meer geld. Hoeveel mensen er wonen, is hier niet bekend.',
    none: 'Geen buurt genoemd',
    perResident: (cents: number) => `${euro(cents)} per bewoner`,
    quarter: 'Buurt',
    residents: 'Bewoners',
    each: 'Per bewoner',
    unknown: 'onbekend',
    note: 'Een project in meer buurten telt in elke buurt mee. Het geld is gelijk verdeeld.',
  },
  figures: {
    title: 'Hoe het ging',
    brought: 'Wat het opbracht',
    people: (count: number) => counted(count, 'bezoeker of deelnemer', 'bezoekers of deelnemers'),
    intake: 'Hoe aanvragen binnenkwamen',
    applications: (count: number) => counted(count, 'aanvraag', 'aanvragen'),
    exceptions: 'Afwijkingen van de regels',
    exceptionsNote: 'Bij elke afwijking staat in het besluit waarom.',
    exception: {
      awarded: 'Toegekend, maar niet alle regels zijn gehaald',
      refused: 'Afgewezen, terwijl alle regels zijn gehaald',
    },
    decisions: (count: number) => counted(count, 'besluit', 'besluiten'),
    kinds: 'Soort project',
    kind: kinds,
    newness: 'Aanvragers',
    isNew: newness,
    newNote: 'Op naam vergeleken met eerdere jaren.',
    toDecision: 'Van aanvraag tot besluit',
    toPayment: 'Van bon tot geld',
    usual: 'Meestal',
    median: (median: number | null, count: number) =>
      median === null ? 'Nog niet te zeggen' : `${days(median)}, ${whole(count)} keer gemeten`,
    longest: 'Het langst',
    days,
    support: 'Draagvlak',
    withSheets: 'Met handtekeningenlijst',
    withOther: 'Met iets anders, zoals een brief',
    without: 'Zonder draagvlak op papier',
    asked: 'Gevraagd',
    answered: 'Gaven antwoord',
    households,
    objections: 'Bezwaren',
    objectionCount: (count: number, answered: number) =>
      count === 0 ? 'Geen' : `${whole(count)}, waarvan ${whole(answered)} beantwoord`,
    inReturn: 'Tegenprestaties',
    delivered: (done: number, all: number) => `${whole(done)} van ${whole(all)} gedaan`,
    late: (count: number) => `${whole(count)} te laat`,
    noneInReturn: 'Geen afgesproken',
    coFinancing: 'Geld van anderen',
    coReceived: (received: number, promised: number) => `${euro(received)} van ${euro(promised)} ontvangen`,
  },
  missing: {
    title: (complete: number, all: number) => `${whole(complete)} van ${projects(all)} compleet`,
    bar: (complete: number, all: number) => `${whole(complete)} van ${whole(all)} compleet`,
    all: (count: number) => `Bekijk alle ${projects(count)}`,
    done: 'Er mist niets. De verantwoording is klaar om in te leveren.',
    lack: (lack: Lack, count: number, by: Supplier) => `${lacks[lack](count)}, ${suppliers[by]}`,
  },
  moreYears: {
    title: 'Projecten van meer jaren',
    place: (at: number, of: number) => `${placeOf(at, of)}. Dit jaar uitbetaald:`,
    none: (year: number) => `Nog niet verteld hoe ${String(year)} ging.`,
  },
  proud: {
    kicker: 'In plaats van een rapport',
    title: 'Laat zien waar u trots op bent',
    text: (slides: number) =>
      `${counted(slides, 'dia staat', 'dia’s staan')} klaar, met foto’s en bedragen uit uw dossiers.`,
    action: 'Bekijk de presentatie',
  },
  exports: {
    title: 'Meenemen',
    xlsx: 'Spreadsheet (XLSX)',
    csv: 'Tabel (CSV)',
    json: 'Open data (JSON)',
    note: 'Zonder namen en rekeningnummers.',
    failed: 'Het bestand kon niet worden gemaakt. Ga één keer met dit toestel online en probeer het opnieuw.',
    fileName: (name: string, year: number, extension: string) =>
      `verantwoording-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${year}.${extension}`,
  },
  sheets: {
    projects: 'Projecten',
    byTheme: 'Thema’s',
    byQuarter: 'Buurten',
    money: 'Kasboek',
    number: 'Nummer',
    title: 'Titel',
    kind: 'Soort',
    state: 'Stand',
    themes: 'Thema’s',
    theme: 'Thema',
    quarters: 'Buurten',
    quarter: 'Buurt',
    residents: 'Bewoners',
    requested: 'Gevraagd',
    awarded: 'Toegekend',
    paid: 'Uitbetaald',
    submittedOn: 'Ingediend op',
    count: 'Projecten',
    what: 'Wat',
    amount: 'Bedrag',
  },
  paper: {
    back: 'Verantwoording',
    made: (on: string) => `Gemaakt op ${day(on)} uit de dossiers en het kasboek.`,
    money: 'Het geld van dit jaar',
    projects: 'De projecten',
    missing: 'Wat nog mist',
    columns: { title: 'Project', awarded: 'Toegekend', paid: 'Uitbetaald', state: 'Stand' },
    total: 'Samen',
  },
  slides: {
    label: (at: number, of: number) => `Dia ${whole(at)} van ${whole(of)}`,
    next: 'Volgende dia',
    previous: 'Vorige dia',
    full: 'Volledig scherm',
    close: 'Sluit',
    keys: 'Gebruik de pijltjes op uw toetsenbord, of tik op de knoppen.',
    cover: (year: number) => `Wat de wijk deed in ${year}`,
    sum: (count: number) => `${projects(count)} kregen geld`,
    sumOne: 'Eén project kreeg geld',
    awarded: 'toegekend',
    paid: (cents: number) => `Daarvan is ${euro(cents)} uitbetaald`,
    newcomers: (count: number) => `${counted(count, 'aanvrager', 'aanvragers')} voor het eerst`,
    asked: (low: number, high: number) => `${households(low, high)} gevraagd wat zij ervan vinden`,
    visitors: (count: number) => counted(count, 'bezoeker', 'bezoekers'),
    thanks: 'Dank aan alle bewoners die meededen',
    by: (applicant: string) => `Van ${applicant}`,
    place: placeOf,
    photo: (title: string) => `Foto bij ${title}`,
  },
  sources: {
    back: 'Verantwoording',
    lead: (count: number, cents: number) => `${projects(count)}, ${euro(cents)} toegekend`,
    empty: 'Hier hoort geen project bij.',
    of: {
      thema: (name: string) => `Thema: ${name}`,
      buurt: (name: string) => `Buurt: ${name}`,
      soort: (name: string) => name,
      aanvrager: (name: string) => name,
      afgewezen: () => 'Afgewezen aanvragen',
      alles: () => 'Alle projecten',
      besluit: () => 'Van aanvraag tot besluit',
      betaling: () => 'Van bon tot geld',
      draagvlak: (name: string) => name,
    },
    waited: (count: number) => days(count),
  },
  decidedOn: (iso: string) => `Besloten op ${day(iso)}`,
  share: (part: number, of: number) => percent(of === 0 ? 0 : part / of),
} as const;

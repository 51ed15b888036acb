// Support beside the sheets: the streets that were asked, objections, letters, visitors, and what members make of it.
import type { IndicationKind, SupportVerdict } from '../../domain/rows.ts';
import { counted, day, dayWithYear, whole } from '../format.ts';

/** One of a kind, and what it asks. */
interface KindWords {
  readonly one: string;
  readonly note: string;
  readonly text: string;
  readonly from: string;
  readonly textError: string;
}

export const nlIndications: Readonly<Record<IndicationKind, KindWords>> = {
  objection: {
    one: 'Bezwaar',
    note: 'Iemand is tegen, of heeft een zorg',
    text: 'Wat is het bezwaar?',
    from: 'Van wie',
    textError: 'Schrijf op wat het bezwaar is',
  },
  letter: {
    one: 'Brief of bericht',
    note: 'Een school, een winkel of een buurman schrijft erover',
    text: 'Wat staat erin, in het kort?',
    from: 'Van wie',
    textError: 'Schrijf op wat er in de brief staat',
  },
  visitors: {
    one: 'Verwachte bezoekers',
    note: 'Met hoeveel er eerdere keren kwamen',
    text: 'Waar rust dit op?',
    from: 'Van wie',
    textError: '',
  },
  online: {
    one: 'Steun op internet',
    note: 'Een teller op een site of in een groep. Telt apart, nooit bij de lijsten op',
    text: 'Waar staat het?',
    from: 'Van wie',
    textError: '',
  },
  experience: {
    one: 'Wat wij zelf weten',
    note: 'Gevoel en ervaring van de commissie',
    text: 'Wat weet u?',
    from: 'Van wie',
    textError: 'Schrijf op wat u weet',
  },
};

export const verdicts: Readonly<Record<SupportVerdict, string>> = {
  enough: 'Genoeg draagvlak',
  doubtful: 'Twijfel',
  not_enough: 'Te weinig draagvlak',
};

export const nlEvidence = {
  title: 'Verder bekend',
  none: 'Nog niets genoteerd. Denk aan een bezwaar, een brief of hoeveel mensen er vorig jaar kwamen.',
  add: 'Noteer iets',
  by: (who: string, date: string) => `Genoteerd door ${who}, ${day(date)}`,
  someone: 'iemand van de commissie',
  from: (who: string) => `Van ${who}`,
  expected: (count: number) => `${counted(count, 'bezoeker', 'bezoekers')} verwacht.`,
  edition: (year: number) => `In ${year}`,
  /** Against the latest earlier edition. */
  compared: (count: number, year: number, visitors: number) =>
    count === visitors
      ? `Evenveel als in ${year}.`
      : `${whole(Math.abs(count - visitors))} ${count > visitors ? 'meer' : 'minder'} dan in ${year}.`,
  firstTime: 'Er is geen eerdere keer om mee te vergelijken.',
  online: (count: number) => `${counted(count, 'steunbetuiging', 'steunbetuigingen')}. Niet opgeteld bij de lijsten.`,
  photo: (at: number) => `Foto ${whole(at)} van de brief`,
  withdrawn: (reason: string) => `Weggestreept: ${reason}`,
  withdraw: {
    open: 'Streep weg',
    title: 'Wegstrepen',
    text: 'Het blijft zichtbaar met uw reden, maar telt niet meer mee.',
    label: 'Waarom',
    hint: 'Bijvoorbeeld: hoort bij een andere aanvraag',
    button: 'Streep weg',
    cancel: 'Toch niet',
    saved: 'Weggestreept',
    error: 'Schrijf op waarom u dit wegstreept',
  },
  answer: {
    open: 'Beantwoord het bezwaar',
    change: 'Wijzig het antwoord',
    title: 'Wat doen we met dit bezwaar?',
    label: 'Antwoord',
    hint: 'Bijvoorbeeld: de muziek stopt om tien uur',
    button: 'Leg het antwoord vast',
    cancel: 'Later',
    saved: 'Antwoord vastgelegd',
    error: 'Schrijf op wat u met het bezwaar doet',
    given: (who: string, text: string) => `Antwoord van ${who}: ${text}`,
    due: 'Nog geen antwoord',
  },
  form: {
    title: 'Noteer iets over draagvlak',
    kind: 'Wat voor iets',
    from: 'Van wie',
    fromHint: 'Alleen wat de commissie moet weten, bijvoorbeeld: een bewoner van de Weefstraat',
    count: 'Hoeveel bezoekers verwacht u?',
    onlineCount: 'Hoeveel steunbetuigingen?',
    edition: (year: number) => `Bezoekers in ${year}`,
    editionKnown: (visitors: number) => `Bij de verantwoording van dat jaar staat ${whole(visitors)}`,
    photos: 'Foto van de brief',
    photosHint: 'Alleen de commissie ziet hem. De plaats van de foto gaat eraf.',
    save: 'Bewaar',
    saved: 'Genoteerd op dit toestel',
    errors: {
      kind: 'Kies wat u noteert',
      count: 'Vul een heel aantal in, bijvoorbeeld 80',
      edition: (year: number) => `Vul voor ${year} een heel aantal in, of laat het leeg`,
    },
  },
  area: {
    title: 'Waar is gevraagd?',
    none: 'Nog niet ingevuld. Met het aantal huishoudens ziet u welk deel van de buurt is gevraagd.',
    open: 'Vul de straten in',
    change: 'Wijzig de straten',
    streets: 'Straten',
    streetsHint: 'Bijvoorbeeld Klosplein en Weefstraat 1 tot 60',
    households: 'Huishoudens in die straten',
    householdsHint: 'Tel de brievenbussen, of vraag het de gemeente',
    source: 'Hoe weet u dat aantal?',
    save: 'Bewaar de straten',
    cancel: 'Toch niet',
    saved: 'Straten bewaard op dit toestel',
    line: (households: number, source: string) =>
      `${counted(households, 'huishouden', 'huishoudens')}${source === '' ? '' : ` (${source})`}`,
    moreThanThere: 'Er zijn meer huishoudens gevraagd dan er in deze straten zijn. Kijk de aantallen na.',
    errors: { streets: 'Vul de straten in', households: 'Vul een heel aantal in, of laat het leeg' },
  },
  judge: {
    title: 'Wat vindt de commissie ervan?',
    lead: 'Ieder oordeelt onder eigen naam. Wat de lijst niet zegt, weegt u zelf.',
    none: 'Nog niemand gaf een oordeel.',
    yours: 'Uw oordeel',
    change: 'Wijzig uw oordeel',
    give: 'Geef uw oordeel',
    why: 'Waarom',
    save: 'Leg uw oordeel vast',
    cancel: 'Toch niet',
    saved: 'Uw oordeel is bewaard op dit toestel',
    by: (who: string, date: string) => `${who}, ${dayWithYear(date)}`,
    error: 'Kies wat u vindt',
  },
} as const;

// Support: who was asked, what they said and what we do not know. Sheets are paper; every sheet is counted by two people.
import type { Range, SheetState, SupportSummary } from '../../domain/support.ts';
import { and, counted, day, dayWithYear, percent, whole } from '../format.ts';

/** `41`, or `40 tot 43` while two counts differ. */
export function rangeText({ low, high }: Range): string {
  return low === high ? whole(low) : `${whole(low)} tot ${whole(high)}`;
}

const list = (numbers: readonly number[]): string => and(numbers.map(whole));

const share = (part: number, of: number): string => percent(of === 0 ? 0 : Math.min(1, part / of));

const sheetsWord = (count: number): string => counted(count, 'lijst', 'lijsten');

const states: Readonly<Record<SheetState, string>> = {
  one_count: 'Eén keer geteld',
  agreed: 'Twee keer geteld',
  differs: 'Tellingen verschillen',
  settled: 'Verschil beslist',
};

export const nlSupport = {
  title: 'Draagvlak',
  lead: 'Wie is gevraagd, wat zeiden zij, en wat weten we niet?',
  back: (title: string) => title,
  /** One line in the list of proposals and in the dossier. */
  short: (summary: SupportSummary) => `${rangeText(summary.forCount)} voor, ${rangeText(summary.againstCount)} tegen`,
  notCounted: 'Nog niet geteld',
  yours: 'U telt nog na',
  who: 'De namen op de lijsten ziet alleen de commissie. De indiener, het stadsdeel en de buurt zien ze niet.',
  keep: (until: string) =>
    `Bewaar het papier tot ${dayWithYear(until)} en vernietig het dan. De foto’s gaan dan ook weg. De aantallen blijven bewaard.`,
  sheets: {
    title: 'Lijsten met handtekeningen',
    none: 'Nog geen lijsten',
    noneText: 'Print een lijst, ga langs de deuren en tel daarna wat er staat. Tellen kan zonder internet.',
    sheet: (number: number) => `Lijst ${whole(number)}`,
    noArea: 'Straten niet ingevuld',
    photos: (count: number) => (count === 0 ? 'Geen foto' : counted(count, 'foto', 'foto’s')),
    photo: (number: number, at: number) => `Foto ${whole(at)} van lijst ${whole(number)}`,
    destroyed: (iso: string, who: string) =>
      `De lijst en de foto’s zijn vernietigd op ${dayWithYear(iso)}${who === '' ? '' : `, zegt ${who}`}. De aantallen blijven.`,
    photoNotHere: 'De foto staat op de server. Met internet ziet u hem hier.',
    states,
    hidden: 'Iemand anders telde deze lijst. U ziet de aantallen als u zelf geteld heeft.',
    oneOwn: 'U telde deze lijst. Iemand anders telt nog na.',
    numbers: (sheet: { readonly forCount: Range; readonly againstCount: Range; readonly noOpinionCount: Range }) =>
      `${rangeText(sheet.forCount)} voor, ${rangeText(sheet.againstCount)} tegen, ${rangeText(sheet.noOpinionCount)} geen mening`,
    countIt: (number: number) => `Tel lijst ${whole(number)} na`,
    recount: (number: number) => `Wijzig uw telling van lijst ${whole(number)}`,
    add: 'Tel een nieuwe lijst',
    print: 'Print een lege lijst',
    settled: (who: string, reason: string) =>
      reason === '' ? `Beslist door ${who}.` : `Beslist door ${who}: ${reason}`,
    settledUnknown: (reason: string) => (reason === '' ? 'Het verschil is beslist.' : `Beslist: ${reason}`),
  },
  turn: {
    yours: 'U bent aan de beurt',
    title: (numbers: readonly number[]) =>
      numbers.length === 1 ? `Tel lijst ${list(numbers)} na` : `Tel ${sheetsWord(numbers.length)} na`,
    text: 'Neem het papier of de foto erbij. U ziet pas daarna wat de eerste persoon telde.',
    start: 'Begin met tellen',
  },
  sum: {
    title: 'Wat zegt dit?',
    /** Of the streets where their households are known, else of those that were asked. */
    headline: (of: Range, ofStreets: boolean, lowPerMille: number) =>
      `Van alle ${rangeText(of)} ${ofStreets ? 'huishoudens in deze straten' : 'gevraagde huishoudens'} is zeker ${percent(Math.floor(lowPerMille / 10) / 100)} voor.`,
    upTo: (highPerMille: number) =>
      `Het kan oplopen tot ${percent(Math.ceil(highPerMille / 10) / 100)}, als iedereen die u niet sprak ook voor is.`,
    exact: 'Alle huishoudens gaven antwoord.',
    for: 'Voor',
    unknown: (notAtHome: Range, notAsked: Range, unknown: Range) => {
      const parts = [
        `niet thuis (${rangeText(notAtHome)})`,
        ...(unknown.high > notAtHome.high + notAsked.high ? ['geen antwoord op papier'] : []),
        ...(notAsked.high > 0 ? [`niet gevraagd (${rangeText(notAsked)})`] : []),
      ];
      return `Onbekend: ${and(parts)}`;
    },
    rest: (noOpinion: Range, against: Range) =>
      `Geen mening (${rangeText(noOpinion)}) of tegen (${rangeText(against)})`,
    reached: {
      asked: 'Gevraagd',
      answered: 'Daarvan gaf antwoord',
      /** A part with its share; both are bounds while counts differ. */
      part: (count: Range, of: Range) => {
        const [least, most] = [share(count.low, of.high), share(count.high, of.low)];
        return `${rangeText(count)} van ${rangeText(of)} (${least === most ? least : `${least} tot ${most}`})`;
      },
    },
    noVote:
      'Dit is geen stemming. Een lijst laat zien wie is gesproken, niet wat de hele buurt vindt. De commissie weegt het zelf.',
    notCertain: (due: number, differing: number) =>
      [
        due > 0 ? `${sheetsWord(due)} ${due === 1 ? 'is' : 'zijn'} pas één keer geteld.` : '',
        differing > 0 ? `Bij ${sheetsWord(differing)} verschillen de tellingen.` : '',
      ]
        .filter((text) => text !== '')
        .join(' '),
    without: (numbers: readonly number[]) =>
      `${numbers.length === 1 ? 'Lijst' : 'Lijsten'} ${list(numbers)} ${numbers.length === 1 ? 'telt' : 'tellen'} hier pas mee als u ${numbers.length === 1 ? 'die' : 'ze'} geteld heeft.`,
    pending: 'Een deel is nog niet bevestigd: het staat alleen op dit toestel.',
    nothing: 'Er is nog niets geteld dat u mag zien.',
    caption: 'Aantallen per lijst',
    columns: {
      sheet: 'Lijst',
      asked: 'Gevraagd',
      for: 'Voor',
      against: 'Tegen',
      noOpinion: 'Geen mening',
      notAtHome: 'Niet thuis',
      state: 'Stand',
    },
    total: 'Samen',
  },
  count: {
    titleNew: 'Tel een lijst',
    titleSecond: (number: number) => `Tel lijst ${whole(number)} na`,
    titleOwn: (number: number) => `Wijzig uw telling van lijst ${whole(number)}`,
    restored: 'We hebben bewaard wat u eerder invulde.',
    photoFull:
      'Er is op dit toestel geen ruimte voor deze foto. Maak ruimte bij Dit toestel, of verwijder de foto en bewaar uw telling zonder.',
    failed: 'Wat u nu typt, kan dit toestel niet bewaren. Maak ruimte vrij, of rond uw telling meteen af.',
    sheet: 'De lijst',
    number: 'Nummer van de lijst',
    numberHint: 'Dat staat rechtsboven op het papier. Geen nummer? Schrijf er zelf een op.',
    area: 'Welke straten',
    areaHint: 'Bijvoorbeeld Klosplein en Weefstraat 1 tot 60',
    asked: 'Huishoudens gevraagd',
    askedHint: 'Bij hoeveel huishoudens is met deze lijst aangebeld? Niet thuis telt ook mee.',
    take: (count: number) => `Vul ${whole(count)} in`,
    photos: 'Foto van de lijst',
    photosHint: 'Wie natelt, kan dat met de foto doen. Alleen de commissie ziet hem; de plaats van de foto gaat eraf.',
    photo: (at: number) => `Foto ${whole(at)}`,
    photoRemove: 'Verwijder deze foto',
    photoDark: 'Deze foto is donker. Kijk of u de kruisjes kunt lezen.',
    photoSmall: 'Deze foto is klein. Kijk of u de kruisjes kunt lezen.',
    photoProblems: {
      empty: 'Deze foto is leeg. Maak een nieuwe',
      too_large: 'Deze foto is te groot. Maak een nieuwe met de camera',
      heic: 'Dit toestel kan deze foto niet lezen. Maak een nieuwe met de camera',
      unreadable: 'Deze foto is niet te lezen. Maak een nieuwe',
      no_room:
        'Dit toestel is bijna vol: tekst en getallen bewaren kan nog, een foto niet. Maak ruimte en maak hem opnieuw',
      cancelled: 'De foto is niet toegevoegd. Probeer het opnieuw',
    },
    tally: 'Uw telling',
    sheetTally: 'Tel de kruisjes',
    first: 'Eerste telling',
    second: 'Tweede telling',
    again: 'Opnieuw',
    for: 'Voor',
    against: 'Tegen',
    noOpinion: 'Geen mening',
    notAtHome: 'Niet thuis',
    notAtHomeNote: 'wel aangebeld',
    blind: (number: number) =>
      `Lijst ${whole(number)} is al één keer geteld. U ziet die telling als u klaar bent, dan zijn het twee echte tellingen.`,
    replaces: (number: number) => `U telde lijst ${whole(number)} al. Wat u nu invult, komt daarvoor in de plaats.`,
    sum: (answers: number) => `Samen ${counted(answers, 'huishouden', 'huishoudens')}.`,
    rest: (count: number) =>
      `Van ${counted(count, 'huishouden', 'huishoudens')} staat niets op papier: die zijn onbekend.`,
    save: (answers: number) => `Leg vast: ${counted(answers, 'huishouden', 'huishoudens')} geteld`,
    saveOpen: 'Leg uw telling vast',
    saved: (number: number) => `Lijst ${whole(number)} geteld op dit toestel`,
    savedEqual: (number: number) => `Lijst ${whole(number)}: uw telling is gelijk aan de eerste`,
    savedDiffers: (number: number) => `Lijst ${whole(number)}: uw telling verschilt van de eerste`,
    errors: {
      number: 'Vul het nummer van de lijst in, van 1 tot 9999',
      asked: 'Vul in bij hoeveel huishoudens is aangebeld',
      askedTooLow: (answers: number) => `Er zijn ${whole(answers)} antwoorden. Vul minstens dat aantal huishoudens in`,
      nothing: 'Tel minstens één kruisje, of vul in bij wie niemand thuis was',
    },
  },
  settle: {
    title: (number: number) => `Lijst ${whole(number)}: welke telling geldt?`,
    lead: 'Twee mensen telden iets anders. Leg het papier erbij en kies, of vul in wat u zelf telt.',
    /** Short: it heads a column on a phone. */
    by: (role: string) => `${role.charAt(0).toUpperCase()}${role.slice(1)}`,
    byYou: 'U',
    byUnknown: (at: number) => `Telling ${whole(at)}`,
    note: (forCount: number, againstCount: number, date: string) =>
      `${whole(forCount)} voor, ${whole(againstCount)} tegen, geteld op ${day(date)}`,
    what: 'Aantal',
    caption: (number: number) => `De tellingen van lijst ${whole(number)} naast elkaar`,
    choose: 'Deze aantallen gelden',
    own: 'Geen van beide: ik telde zelf',
    reason: 'Waarom',
    reasonHint: 'Eén zin is genoeg, bijvoorbeeld: regel 7 is twee keer gezet',
    save: (forCount: number, againstCount: number) => `Leg vast: ${whole(forCount)} voor, ${whole(againstCount)} tegen`,
    saveOpen: 'Kies eerst een telling',
    saved: (number: number) => `Het verschil van lijst ${whole(number)} is beslist`,
    notYou: 'U telde deze lijst zelf. Iemand die niet telde, kiest welke telling geldt. U kunt wel opnieuw tellen.',
    errors: {
      choice: 'Kies welke telling geldt',
      reason: 'Schrijf op waarom deze aantallen gelden',
      asked: 'Vul in bij hoeveel huishoudens is aangebeld',
      askedTooLow: (answers: number) => `Er zijn ${whole(answers)} antwoorden. Vul minstens dat aantal huishoudens in`,
    },
  },
  missing: {
    title: 'Deze aanvraag staat niet op dit toestel',
    text: 'Misschien is de link oud, of is de aanvraag nog niet opgehaald. Met internet komt zij vanzelf.',
    action: 'Naar de aanvragen',
  },
  notForYou: {
    title: 'Draagvlak is voor de commissie',
    text: 'Op de lijsten staan namen van buren. Daarom ziet alleen de commissie ze.',
    action: 'Naar de aanvraag',
  },
} as const;

// The meeting itself: presence, agenda, deciding, what was decided. Read in a dim hall while people talk: short, and the
// amount always on the button.

import type { Stay } from '../../domain/attendance.ts';
import type { DecisionOutcome, Role } from '../../domain/rows.ts';
import { and, counted, day, dayWithYear, euro, time, weekday } from '../format.ts';
import { nlDecision } from './decision.ts';

const roles: Readonly<Record<Role, string>> = {
  chair: 'voorzitter',
  secretary: 'secretaris',
  treasurer: 'penningmeester',
  member: 'lid',
  auditor: 'kascommissie',
  district_manager: 'stadsdeelmanager',
  initiator: 'initiatiefnemer',
};

export const nlMeeting = {
  fallbackTitle: 'Vergadering',
  missing: {
    title: 'Deze vergadering staat niet op dit toestel',
    text: 'Misschien is zij op een ander toestel gepland en nog niet verstuurd. Zodra er internet is, komt zij vanzelf.',
    action: 'Naar alle vergaderingen',
    item: 'Dit punt staat niet op de agenda van dit toestel',
    itemText: 'Een ander toestel kan het net hebben toegevoegd. U kunt het punt ook zelf op de agenda zetten.',
    itemAction: 'Naar de agenda',
  },
  roles,
  /** As a sentence begins: of members there are many. */
  roleWithArticle: {
    chair: 'de voorzitter',
    secretary: 'de secretaris',
    treasurer: 'de penningmeester',
    member: 'een lid',
    auditor: 'de kascommissie',
    district_manager: 'de stadsdeelmanager',
    initiator: 'een initiatiefnemer',
  } satisfies Readonly<Record<Role, string>>,
  presenceDiffers: (missed: readonly string[], extra: readonly string[]) =>
    [
      missed.length > 0 ? `Volgens de aanwezigheid ${was(missed)} er ook: ${and(missed)}.` : '',
      extra.length > 0 ? `Volgens de aanwezigheid ${was(extra)} er niet: ${and(extra)}.` : '',
      'Het besluit staat er zoals het genomen is. Kijk na of dat klopt.',
    ]
      .filter((part) => part !== '')
      .join(' '),
  recusalDiffers: (missed: readonly string[], extra: readonly string[]) =>
    [
      missed.length > 0 ? `Op een ander toestel is genoteerd dat ${and(missed)} niet meedeed.` : '',
      extra.length > 0 ? `Op een ander toestel is genoteerd dat ${and(extra)} wel meedeed.` : '',
      'Het besluit staat er zoals het genomen is. Kijk na of dat klopt.',
    ]
      .filter((part) => part !== '')
      .join(' '),
  when: (plannedOn: string, startTime: string) => `${weekday(plannedOn)}, ${clock(startTime)}`,
  kicker: {
    planned: (place: string, plannedOn: string, startTime: string) =>
      `${place}, ${weekday(plannedOn)}, ${clock(startTime)}`,
    open: (place: string, openedAt: string | null) =>
      openedAt === null ? place : `${place}, open sinds ${time(openedAt)}`,
    closed: (place: string, plannedOn: string) => `${place}, ${dayWithYear(plannedOn)}`,
  },
  state: { planned: 'Gepland', open: 'Open', closed: 'Gesloten' },

  /* The meeting page. */
  open: 'Open de vergadering',
  onlyHere: 'alleen op dit toestel',
  opened: 'De vergadering is open. Alles wat u vastlegt, staat meteen op dit toestel',
  ready: 'Alles staat al op dit toestel. U heeft straks geen internet nodig.',
  edit: 'Wijzig tijd en plaats',
  otherDay: (onDay: string) =>
    `Deze vergadering is gepland voor ${onDay}. Die dag komt op de besluitenlijst. Klopt dat niet? Wijzig eerst de dag.`,
  agenda: {
    title: 'Agenda',
    button: 'Agenda',
    empty: 'Er staat nog niets op de agenda. Zet er een aanvraag op.',
    now: 'Nu',
    decided: 'Besloten',
    later: 'Nog niet aan de beurt',
    passed: 'Geweest',
    asked: (cents: number) => `Gevraagd ${euro(cents)}`,
    result: (outcome: DecisionOutcome, cents: number) =>
      outcome === 'awarded' || outcome === 'partly_awarded'
        ? `${nlDecision.outcomes[outcome]}: ${euro(cents)}`
        : nlDecision.outcomes[outcome],
    progress: (done: number, all: number) => `${done} van ${counted(all, 'aanvraag', 'aanvragen')} besloten`,
    goOn: (title: string) => `Ga naar: ${title}`,
    allDone: 'Alle aanvragen zijn besloten',
    change: 'Wijzig de agenda',
    addTitle: 'Zet op de agenda',
    addShort: 'Erbij',
    orderTitle: 'Volgorde',
    addAll: (count: number) =>
      count === 1 ? 'Zet de aanvraag die klaar is erbij' : `Zet alle ${count} aanvragen die klaar zijn erbij`,
    allAdded: (count: number) => `Op de agenda gezet: ${counted(count, 'aanvraag', 'aanvragen')}`,
    added: (title: string) => `Op de agenda gezet: ${title}`,
    noProposals: 'Er zijn geen ingediende aanvragen meer die nog niet op de agenda staan.',
    ownTitle: 'Of een punt zonder aanvraag',
    ownLabel: 'Waar gaat het over?',
    ownError: 'Vul in waar het punt over gaat, bijvoorbeeld: buurtbarbecue',
    ownAdd: 'Zet dit punt op de agenda',
    remove: (title: string) => `Haal van de agenda: ${title}`,
    removed: (title: string) => `Van de agenda gehaald: ${title}`,
    noDecisionNeeded: 'Bij dit punt hoort geen aanvraag. Er hoeft hier niets te worden vastgelegd.',
    number: (at: number, of: number) => `Punt ${at} van ${of}`,
  },
  presence: {
    title: 'Wie is er',
    who: 'Wie komt er',
    decides: 'Wie beslist mee',
    change: 'Aanwezigheid wijzigen',
    all: (excused: number) => (excused === 0 ? 'Iedereen is er' : 'Iedereen is er, behalve wie is afgemeld'),
    comes: 'Komt',
    changeExcused: 'Iemand afmelden',
    quorumIs: (needed: number) => `Voor het quorum ${needed === 1 ? 'is 1 lid' : `zijn ${needed} leden`} nodig.`,
    nobodyExcused: 'Nog niemand is afgemeld.',
    allSet: (count: number) => `Als aanwezig genoteerd: ${counted(count, 'lid', 'leden')}`,
    set: (name: string, state: 'present' | 'absent' | 'excused') =>
      state === 'present' ? `${name} is er` : state === 'absent' ? `${name} is weg` : `${name} is afgemeld`,
    here: 'Er',
    away: 'Weg',
    excused: 'Afgemeld',
    off: 'Doet niet mee',
    you: 'u',
    since: (at: string) => `er sinds ${time(at)}`,
    left: (at: string) => `weg sinds ${time(at)}`,
    stays: (stays: readonly Stay[]) =>
      and(
        stays.map(({ from, until }) => (until === null ? `vanaf ${time(from)}` : `${hours(from)} tot ${time(until)}`)),
      ),
    lost: (left: { readonly name: string; readonly at: string }, present: number, needed: number) =>
      `${left.name} is weg sinds ${time(left.at)}. Nu is er geen quorum meer: ${counted(present, 'lid beslist', 'leden beslissen')} mee, ${needed === 1 ? 'nodig is er' : 'nodig zijn er'} ${needed}.`,
    notSet: (count: number) =>
      count === 1
        ? 'Van 1 lid is nog niet genoteerd of het er is.'
        : `Van ${count} leden is nog niet genoteerd of ze er zijn.`,
    reached: 'Quorum gehaald',
    notReached: 'Geen quorum',
    notReachedNote: (missing: number) =>
      `Er ${missing === 1 ? 'is nog 1 lid' : `zijn nog ${missing} leden`} nodig voor het quorum. U kunt het besluit wel vastleggen: bij het besluit staat dan dat het quorum er niet was.`,
    deciding: (count: number) => counted(count, 'lid', 'leden'),
    decidingRest: (count: number, needed: number) =>
      `${count === 1 ? 'beslist' : 'beslissen'} mee, ${needed === 1 ? 'nodig is er' : 'nodig zijn er'} ${needed}.`,
    present: (count: number, needed: number) =>
      `${count === 1 ? 'is' : 'zijn'} er, ${needed === 1 ? 'nodig is er' : 'nodig zijn er'} ${needed}.`,
    isOff: (name: string, reason: string) =>
      reason === '' ? `${name} doet bij dit punt niet mee.` : `${name} doet bij dit punt niet mee: ${reason}.`,
    isExcused: (names: readonly string[]) => `${and(names)} ${names.length === 1 ? 'is' : 'zijn'} afgemeld.`,
    isAway: (names: readonly string[]) => `${and(names)} ${names.length === 1 ? 'is' : 'zijn'} er niet.`,
    housesLabel: (deciding: number, of: number, off: number, away: number) =>
      [
        `${deciding} van ${counted(of, 'lid', 'leden')} ${deciding === 1 ? 'beslist' : 'beslissen'} mee.`,
        away > 0 ? `${counted(away, 'lid is', 'leden zijn')} er niet.` : '',
        off > 0 ? `${counted(off, 'lid doet', 'leden doen')} bij dit punt niet mee.` : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    reasonLabel: (name: string) => `Waarom doet ${name} niet mee?`,
    reasonHint: 'Bijvoorbeeld: organiseert mee. Dit komt zonder naam op de besluitenlijst.',
    reasonDone: 'Bewaar de reden',
  },
  comings: {
    button: 'Tijden van komen en gaan',
    title: 'Komen en gaan',
    lead: 'Kwam of ging iemand op een andere tijd dan hier staat? Verbeter dan de tijd.',
    line: (name: string, state: 'present' | 'absent' | 'excused') =>
      state === 'present' ? `${name} kwam` : state === 'absent' ? `${name} ging weg` : `${name} meldde zich af`,
    change: (line: string) => `Verbeter de tijd: ${line}`,
    drop: (line: string) => `Haal weg: ${line}`,
    time: (line: string) => `Hoe laat was dit? ${line}`,
    timeError: 'Vul de tijd in met uren en minuten, bijvoorbeeld 20.15',
    save: 'Bewaar de tijd',
    cancel: 'Laat de tijd zo',
    changed: (name: string, at: string) => `Tijd bewaard: ${name}, ${time(at)}`,
    dropped: (line: string) => `Weggehaald: ${line}`,
  },
  pen: {
    mine: 'U schrijft de besluiten op.',
    other: (name: string) => `${name} schrijft de besluiten op.`,
    nobody: 'Nog niemand schrijft de besluiten op.',
    take: 'Ik schrijf de besluiten op',
    taken: 'U schrijft vanaf nu de besluiten op',
    watch: (name: string) => `${name} schrijft de besluiten op. Leg alleen iets vast als u dat samen afspreekt.`,
  },
  hall: {
    hint: 'Is het donker in de zaal? Zet de zaal-stand aan, dat leest rustiger.',
    turnOn: 'Zet de zaal-stand aan',
  },
  close: {
    button: 'Sluit de vergadering',
    question: 'Vergadering sluiten en besluitenlijst vaststellen?',
    text: (decided: number) =>
      `${decided === 0 ? 'Er is geen besluit vastgelegd.' : decided === 1 ? 'Het besluit wordt openbaar.' : `De ${decided} besluiten worden openbaar.`} Daarna kunt u een besluit niet meer intrekken, alleen herstellen met een datum en een reden.`,
    open: (count: number) =>
      count === 1 ? 'Over 1 aanvraag is nog niets besloten.' : `Over ${count} aanvragen is nog niets besloten.`,
    confirm: 'Stel de besluitenlijst vast',
    cancel: 'Ga door met vergaderen',
    done: 'De vergadering is gesloten en de besluitenlijst staat vast',
  },

  /* One item. */
  proposal: {
    dossier: 'Dossier',
    asked: 'Gevraagd',
    free: 'Nog vrij dit jaar',
    pendingFree: (cents: number, leftCents: number) =>
      `${cents < 0 ? `Er gaat ${euro(-cents)} af` : `Er komt ${euro(cents)} bij`}, nog niet bevestigd. Dan is ${euro(leftCents)} vrij.`,
    overFree: (cents: number) => `Dit is ${euro(cents)} meer dan er vrij is.`,
    noSupport: 'Draagvlak niet geteld',
    support: (low: number, high: number) =>
      low === high ? `Draagvlak: ${low} % voor` : `Draagvlak: ${low} tot ${high} % voor`,
    supportOpen: 'Draagvlak: telling niet af',
    earlier: (outcome: DecisionOutcome, onDay: string) => `${nlDecision.outcomes[outcome]} op ${day(onDay)}`,
    applicant: (name: string) => `Aanvrager: ${name}`,
    /** Of one that is on the agenda and is not waiting for a decision (any more). */
    odd: {
      withdrawn: {
        short: 'ingetrokken',
        note: 'Deze aanvraag is ingetrokken. Een besluit houdt er geen geld meer voor vast. Haal het punt van de agenda.',
      },
      merged: {
        short: 'samengevoegd',
        note: 'Deze aanvraag ging verder in een andere. Beslis bij die aanvraag. Legt u hier een besluit vast, dan staat zij weer op zichzelf.',
      },
      returned: { short: 'terug bij de indiener', note: 'Deze aanvraag is terug bij de indiener voor aanvulling.' },
      draft: { short: 'nog niet ingediend', note: 'Deze aanvraag is nog niet ingediend.' },
      finished: {
        short: 'al afgerond',
        note: 'Deze aanvraag is al afgerond. Een besluit verandert daar niets meer aan.',
      },
    },
    notHere:
      'De aanvraag bij dit punt staat nog niet op dit toestel. Met internet komt zij vanzelf. Noteer het besluit zolang op papier.',
  },
  closed: {
    title: 'Besluiten',
    none: 'Er is niets besloten.',
    print: 'Druk de besluitenlijst af',
    undecided: 'Geen besluit',
    recordLate:
      'De vergadering is gesloten. U kunt dit besluit nog vastleggen: op de besluitenlijst staat dan dat het later is opgeschreven.',
  },
  chair: {
    title: 'Voor de voorzitter',
    lead: (count: number) =>
      count === 1
        ? 'Bij 1 besluit valt iets op. Er is niets veranderd.'
        : `Bij ${count} besluiten valt iets op. Er is niets veranderd.`,
  },
};

/** Without the word: `19.35`. */
const hours = (at: string): string => time(at).replace(' uur', '');

const was = (names: readonly string[]): string => (names.length === 1 ? 'was' : 'waren');

/** `19.30 uur` from '19:30', the committee's own time as it was planned. */
export function clock(startTime: string): string {
  return `${startTime.replace(':', '.')} uur`;
}

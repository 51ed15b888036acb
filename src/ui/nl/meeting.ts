// The meeting itself: presence, agenda, deciding, what was decided. Read in a dim hall while people talk: short, and the
// amount always on the button.

import type { Stay } from '../../domain/attendance.ts';
import type { DecisionFlag, DecisionOutcome, Role, TieSettled, Voting } from '../../domain/rows.ts';
import { counted, day, dayWithYear, euro, time, weekday } from '../format.ts';

const roles: Readonly<Record<Role, string>> = {
  chair: 'voorzitter',
  secretary: 'secretaris',
  treasurer: 'penningmeester',
  member: 'lid',
  auditor: 'kascommissie',
  district_manager: 'stadsdeelmanager',
  initiator: 'initiatiefnemer',
};

const outcomes: Readonly<Record<DecisionOutcome, string>> = {
  awarded: 'Toegekend',
  partly_awarded: 'Deels toegekend',
  refused: 'Afgewezen',
  deferred: 'Aangehouden',
};

/** The same flags for the chair, the secretary and the print: what differs, never who did wrong. */
const flags: Readonly<Record<DecisionFlag, string>> = {
  no_quorum:
    'Het quorum was niet gehaald. Het besluit staat er zoals het genomen is. Leg het de volgende keer nog eens voor.',
  votes_do_not_fit: 'Er zijn meer stemmen geteld dan er leden meebeslisten. Kijk de telling na.',
  over_budget: 'Er is meer toegekend dan er vrij was. Zoek geld, of herstel het besluit.',
  second_award: 'Deze aanvraag had al een toekenning. Dit besluit houdt geen geld vast. Kies samen welk besluit geldt.',
  amount_differs:
    'Het bedrag past niet bij wat er nu gevraagd wordt. Misschien is de aanvraag intussen veranderd. Kijk het na.',
  after_close: 'Dit besluit is vastgelegd nadat de vergadering gesloten was.',
  votes_say_otherwise: 'De stemmen zeggen iets anders dan het besluit. Kijk de telling en het besluit na.',
  tie_open:
    'De stemmen staakten. Er staat niet bij hoe dat is opgelost. Spreek dat af en herstel het besluit zo nodig.',
};

const votings: Readonly<Record<Voting, string>> = {
  hands: 'Met handopsteken',
  by_name: 'Op naam',
  paper: 'Op briefjes, geheim',
};

function tieWords({ rule, side, how }: TieSettled): string {
  const said = { for: 'voor', against: 'tegen', postponed: 'wachten tot de volgende vergadering' }[side];
  const by = {
    chair: `de voorzitter koos: ${said}`,
    lot: `het lot viel op: ${said}`,
    rejected: 'dan is de aanvraag afgewezen',
    postponed: 'dan komt de aanvraag terug in de volgende vergadering',
  }[rule];
  return `De stemmen staakten, ${by}${how === '' ? '' : ` (${how.replace(/\.$/, '')})`}.`;
}

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
  outcomes,
  flags,
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
        ? `${outcomes[outcome]}: ${euro(cents)}`
        : outcomes[outcome],
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
    aboveLimit: (limitCents: number) => `Boven ${euro(limitCents)}: naar de wijkraadpleging`,
    earlier: (outcome: DecisionOutcome, onDay: string) => `${outcomes[outcome]} op ${day(onDay)}`,
    applicant: (name: string) => `Aanvrager: ${name}`,
  },
  votes: {
    title: 'Stemmen',
    words: { for: 'voor', against: 'tegen', abstained: 'onthoudt zich' },
    how: 'Hoe wordt er gestemd?',
    howNow: (voting: Voting) => `Stemmen gaat ${votings[voting].toLowerCase()}. Anders stemmen`,
    votings,
    paperNote: 'De stemming is geheim: alleen de aantallen worden bewaard. Tel de briefjes met twee mensen.',
    choices: { for: 'Voor', against: 'Tegen', abstained: 'Onthouding' },
    notYet: (names: readonly string[]) => `Nog niet gestemd: ${and(names)}.`,
    allIn: 'Iedereen heeft gestemd.',
    tie: {
      title: 'De stemmen staken',
      lead: 'Er zijn evenveel stemmen voor als tegen.',
      asks: {
        chair: 'Volgens uw regels beslist dan de voorzitter. Wat kiest de voorzitter?',
        lot: 'Volgens uw regels beslist dan het lot. Waar viel het op?',
        against: 'Volgens uw regels is de aanvraag dan afgewezen.',
        postponed: 'Volgens uw regels komt de aanvraag dan terug in de volgende vergadering. Kies Aanhouden.',
      },
      chairAway:
        'Volgens uw regels beslist dan de voorzitter, maar die beslist hier niet mee. De aanvraag komt terug in de volgende vergadering. Kies Aanhouden.',
      draw: 'Laat dit toestel loten',
      drawnHere: (forIt: boolean) => `Dit toestel trok het lot: ${forIt ? 'voor' : 'tegen'}`,
      who: 'Wie trok het lot, en wie keek mee?',
      whoHint: 'Bijvoorbeeld: de secretaris trok, twee bewoners keken mee',
      open: 'Zonder deze keuze staat bij het besluit dat niet bekend is hoe het staken is opgelost.',
      said: (tie: TieSettled) => tieWords(tie),
    },
    counted: (count: number, of: number) => `${count} van ${of} geteld`,
    allFor: (count: number) => (count === 1 ? 'Het lid is voor' : `Allen voor: ${count}`),
    tooMany: (count: number, of: number) =>
      `U telt ${counted(count, 'stem', 'stemmen')}, maar er ${of === 1 ? 'beslist 1 lid' : `beslissen ${of} leden`} mee. Kijk de telling of de aanwezigheid na.`,
    missing: (count: number) =>
      count === 1 ? 'Van 1 lid is de stem nog niet geteld.' : `Van ${count} leden is de stem nog niet geteld.`,
    summary: (forCount: number, againstCount: number, abstainedCount: number) =>
      [
        `${forCount} voor`,
        `${againstCount} tegen`,
        ...(abstainedCount > 0 ? [counted(abstainedCount, 'onthouding', 'onthoudingen')] : []),
      ].join(', '),
    none: 'Er zijn geen stemmen geteld.',
  },
  decide: {
    title: 'Besluit',
    legend: 'Kies het besluit',
    award: 'Toekennen',
    part: 'Deels',
    refuse: 'Afwijzen',
    defer: 'Aanhouden',
    amount: 'Toegekend bedrag',
    amountOf: (cents: number) => `Gevraagd is ${euro(cents)}`,
    becamePart: 'Het bedrag is lager dan gevraagd. Daarom staat het besluit nu op Deels.',
    conditions: 'Voorwaarden',
    conditionLabel: 'Nieuwe voorwaarde',
    conditionAdd: 'Voorwaarde erbij',
    conditionDrop: (text: string) => `Haal weg: ${text}`,
    reason: 'Reden',
    reasonHint: 'De reden komt op de besluitenlijst.',
    reasonDefer: 'Wat moet er eerst gebeuren?',
    record: {
      none: 'Kies eerst een besluit',
      awarded: (cents: number) => `Leg vast: ${euro(cents)} toekennen`,
      partly: (cents: number | undefined) =>
        cents === undefined ? 'Leg vast: deels toekennen' : `Leg vast: ${euro(cents)} deels toekennen`,
      refused: 'Leg vast: afwijzen',
      deferred: 'Leg vast: aanhouden',
    },
    recorded: (number: number) => `Besluit ${number} vastgelegd op dit toestel`,
    withdrawn: 'Het besluit is ingetrokken. Wat u had ingevuld, staat er weer',
    withdrawnPlain: 'Het besluit is ingetrokken. Leg een nieuw besluit vast',
    notWithdrawn:
      'Intrekken kan niet meer: de vergadering is gesloten of er is al betaald. Herstel het besluit dan met een reden',
    dayOf: (weekdayText: string) => `Komt op de besluitenlijst van ${weekdayText}.`,
    restored: 'We hebben bewaard wat u bij dit punt al had ingevuld.',
    draftFailed: 'Dit toestel is vol: wat u nu invult, overleeft een herstart niet. Leg het besluit snel vast.',
    notBoard: 'De voorzitter of de secretaris legt het besluit vast. U ziet het hier zodra het op dit toestel staat.',
    notOpen: 'De vergadering is nog niet open. Open haar eerst, dan kunt u besluiten vastleggen.',
    openFirst: 'Naar de vergadering',
    errors: {
      outcome: 'Kies een besluit: toekennen, deels, afwijzen of aanhouden',
      reasonPartly: 'Schrijf op waarom u minder toekent dan gevraagd',
      reasonRefused: 'Schrijf op waarom u de aanvraag afwijst',
      amountAbove: (asked: number) => `Vul niet meer in dan gevraagd: ${euro(asked)}`,
      amountPart: (asked: number) => `Vul een lager bedrag in dan de gevraagde ${euro(asked)}, of kies Toekennen`,
      amountZero: 'Vul een bedrag in dat hoger is dan nul, of kies Afwijzen',
      conditionLong: 'Maak de voorwaarde korter: hoogstens 300 tekens',
    },
  },
  decided: {
    title: 'Wat er besloten is',
    by: (name: string, at: string) => `Opgeschreven door ${name}, ${time(at)}`,
    of: (cents: number) => `van ${euro(cents)}`,
    conditions: 'Voorwaarden',
    reason: 'Reden',
    withdraw: 'Trek dit besluit in',
    earlier: 'Eerder ingetrokken',
    earlierRow: (outcome: DecisionOutcome, cents: number, at: string) =>
      `${outcomes[outcome]}${cents > 0 ? `: ${euro(cents)}` : ''}, ${time(at)}`,
    next: (title: string) => `Volgende punt: ${title}`,
    toMeeting: 'Terug naar de vergadering',
    who: 'Wie er toen was',
    nobodyKnown: 'Van dit besluit is niet bekend wie er was.',
    wasThere: (name: string, left: string | undefined) =>
      left === undefined ? name : `${name}, later weg (${time(left)})`,
    wasRecused: (name: string) => `${name}, deed niet mee`,
    under: (present: number, recused: number) =>
      `${present === 1 ? 'Er was 1 lid' : `Er waren ${present} leden`}${recused === 0 ? '.' : `, ${counted(recused, 'lid deed', 'leden deden')} niet mee.`}`,
    correct: 'Herstel dit besluit',
    corrections: 'Hersteld',
    originalStays: 'Hieronder staat het besluit zoals het genomen is.',
    standsNow: 'Dit geldt nu',
  },
  versions: {
    title: 'Er zijn twee versies van dit besluit',
    text: 'Twee toestellen legden iets anders vast. Overleg, en kies welke versie geldt. Beide blijven bewaard.',
    theirs: 'Staat in de besluitenlijst',
    mine: 'Uw versie',
    recordedBy: (name: string) => `Vastgelegd door ${name}`,
    keep: 'Laat het besluit van de lijst gelden',
    useMine: 'Trek het andere in en neem mijn versie',
    kept: 'Uw versie is opzij gelegd. Het besluit van de lijst geldt',
    unsent:
      'Een ander toestel legde iets anders vast dan u. Uw versie is nog niet verstuurd. Overleg, en kies daarna welke versie geldt.',
    replaced: 'Uw versie geldt nu. Het andere besluit staat bij de ingetrokken besluiten',
    typing: (name: string) => `${name} legde dit besluit vast terwijl u nog invulde. Uw invulling is bewaard.`,
    dropDraft: 'Wis mijn invulling',
  },
  correction: {
    title: 'Herstel een besluit',
    lead: 'Het oude besluit blijft leesbaar. Op de besluitenlijst komt erbij wat er hersteld is, wanneer en waarom.',
    outcome: 'Wat wordt het besluit?',
    choices: { awarded: 'Toekennen', partly_awarded: 'Deels toekennen', refused: 'Afwijzen', deferred: 'Aanhouden' },
    by: (name: string) => `Opgeschreven door ${name}`,
    amount: 'Welk bedrag geldt nu?',
    amountPaid: (cents: number) => `Er is al ${euro(cents)} betaald. Lager dan dat kan niet.`,
    reason: 'Waarom herstelt u het besluit?',
    date: 'Op welke dag is dit hersteld?',
    errors: {
      date: 'Vul de dag in waarop het hersteld is, bijvoorbeeld vandaag',
      dateFuture: 'Deze dag moet nog komen. Vul vandaag of een eerdere dag in',
      dateEarly: 'Deze dag ligt voor het besluit. Vul een latere dag in',
      reason: 'Schrijf op waarom u het besluit herstelt',
      same: 'Kies een ander besluit of een ander bedrag: dit is wat er nu al staat',
    },
    send: {
      none: 'Kies eerst wat het besluit wordt',
      money: (cents: number) => `Leg het herstel vast: ${euro(cents)}`,
      plain: (outcome: DecisionOutcome) => `Leg het herstel vast: ${outcomes[outcome].toLowerCase()}`,
    },
    done: 'Het herstel is vastgelegd op dit toestel',
    line: (outcome: DecisionOutcome, cents: number, onDay: string) =>
      `Hersteld op ${dayWithYear(onDay)}: ${outcomes[outcome].toLowerCase()}${cents > 0 ? `, ${euro(cents)}` : ''}`,
    impossible: 'Dit besluit kan hier niet worden hersteld',
    impossibleText:
      'Herstellen kan nadat de vergadering gesloten is. Zolang zij open is, kunt u het besluit intrekken.',
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

/** `Jan`, `Jan en Fatma`, `Jan, Fatma en Sjoerd`. */
export function and(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`;
}

// A neighbourhood consultation (wijkraadpleging): announced, counted from paper, and told so that everybody can follow it.
import type { StackState } from '../../domain/consultation/stacks.ts';
import type { BallotTieRule, ConsultationMethod, OptionVotes } from '../../domain/rows.ts';
import { counted, day, dayWithYear, euro, weekday, whole } from '../format.ts';
import { clock } from './meeting.ts';

const people = (count: number): string => counted(count, 'mens', 'mensen');
const slips = (count: number): string => counted(count, 'briefje', 'briefjes');
const votesText = (count: number): string => counted(count, 'stem', 'stemmen');
const list = (items: readonly (string | number)[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} en ${items.at(-1)}`;

const methods: Readonly<Record<ConsultationMethod, string>> = {
  for_against: 'Voor of tegen elk plan',
  approval: 'Meeste stemmen eerst',
  equal_shares: 'Eerlijk delen',
};
const methodNotes: Readonly<Record<ConsultationMethod, string>> = {
  for_against: 'Een plan met meer stemmen voor dan tegen is aangenomen.',
  approval: 'Het plan met de meeste stemmen gaat eerst, daarna het volgende, zolang er geld is.',
  equal_shares: 'Elk briefje krijgt een gelijk deel van het geld. Zo telt ook een kleinere groep mee.',
};
const tieRules: Readonly<Record<BallotTieRule, string>> = {
  cheapest: 'Het goedkoopste plan gaat voor',
  lot: 'Het lot beslist',
};
const states: Readonly<Record<StackState, string>> = {
  one_count: 'Eén keer geteld',
  agreed: 'Twee keer geteld',
  differs: 'Tellingen verschillen',
  settled: 'Verschil beslist',
};

export const nlConsultation = {
  title: 'Wijkraadpleging',
  many: 'Wijkraadplegingen',
  none: 'Er is nog geen wijkraadpleging aangekondigd.',
  new: 'Kondig een wijkraadpleging aan',
  fileLink: 'Reken een stembestand na',
  back: 'Vergaderingen',
  when: (heldOn: string, startTime: string) => `${weekday(heldOn)}, ${clock(startTime)}`,
  state: { announced: 'Aangekondigd', cancelled: 'Afgelast', closed: 'Uitslag bekend' },
  methods,
  methodNotes,
  plan: (number: number, title: string) => `${number}. ${title}`,
  unknownPlan: (number: number) => `Nummer ${number} (staat niet op het briefje)`,
  missing: {
    title: 'Deze wijkraadpleging staat niet op dit toestel',
    text: 'Misschien is de link oud, of is zij nog niet opgehaald. Met internet komt zij vanzelf.',
    action: 'Naar de vergaderingen',
  },
  notForYou: {
    title: 'Tellen is voor de commissie',
    text: 'Alleen leden van de commissie tellen de briefjes. De uitslag ziet u hier zodra die vaststaat.',
    action: 'Naar de wijkraadpleging',
  },
  announce: {
    title: 'Kondig een wijkraadpleging aan',
    editTitle: 'Wijzig de aankondiging',
    restored: 'We hebben bewaard wat u eerder invulde.',
    failed: 'Wat u nu typt, kan dit toestel niet bewaren. Maak ruimte vrij, of rond uw aankondiging meteen af.',
    what: 'Waarover en wanneer',
    name: 'Naam',
    nameDefault: 'Wijkraadpleging',
    text: 'Tekst van de aankondiging',
    textHint: 'Wat wilt u de wijk vragen? Iedereen die meedoet kan deze tekst lezen.',
    date: 'Dag',
    time: 'Begintijd',
    timeHint: 'Bijvoorbeeld 19.30',
    place: 'Plaats',
    who: 'Wie mag stemmen',
    whoHint: 'Bijvoorbeeld: iedereen van 16 jaar en ouder die in de wijk woont',
    quorum: 'Hoeveel mensen moeten er minstens zijn',
    quorumHint: 'Geen minimum? Laat dit leeg.',
    plans: 'Plannen op het stembriefje',
    plansHint: 'De plannen krijgen een nummer. Dat nummer staat op het briefje en verandert niet meer.',
    plansPick: 'Welke plannen',
    noPlans: 'Er zijn geen ingediende aanvragen met een bedrag.',
    asked: (number: number | null, cents: number) =>
      `${number === null ? '' : `Aanvraag ${number}, `}${euro(cents)} gevraagd`,
    how: 'Hoe er gestemd wordt',
    method: 'Manier van stemmen',
    budget: 'Te verdelen bedrag',
    budgetHint: 'Bijvoorbeeld 5.000',
    choices: 'Hoeveel plannen mag iemand kiezen',
    choicesHint: 'Mag het er een onbeperkt aantal zijn? Laat dit leeg.',
    tie: 'Als plannen gelijk eindigen',
    tieRules,
    tieNotes: (method: ConsultationMethod | '', rule: BallotTieRule): string => {
      if (rule === 'lot') return 'Wie het lot trekt, schrijft u bij de uitslag op.';
      if (method === 'for_against') return 'Evenveel voor als tegen: dan is het plan niet aangenomen.';
      return 'Kosten ze evenveel? Dan het plan met de meeste stemmen, en anders het lot.';
    },
    forAgainstTie: 'Evenveel voor als tegen is niet aangenomen',
    send: (plans: number) => (plans === 0 ? 'Kondig aan' : `Kondig aan met ${counted(plans, 'plan', 'plannen')}`),
    save: 'Bewaar de aankondiging',
    saved: 'De wijkraadpleging is aangekondigd',
    changed: 'De aankondiging is gewijzigd',
    errors: {
      name: 'Geef de wijkraadpleging een naam',
      date: 'Kies de dag',
      time: 'Vul een tijd in, bijvoorbeeld 19.30',
      place: 'Vul in waar het is',
      who: 'Schrijf op wie mag stemmen',
      plans: 'Kies minstens één plan',
      method: 'Kies hoe er gestemd wordt',
      budget: 'Vul in hoeveel geld er te verdelen is',
      choices: 'Vul een heel getal in, of laat het leeg',
      quorum: 'Vul een heel getal in, of laat het leeg',
    },
  },
  page: {
    about: 'De aankondiging',
    when: 'Wanneer',
    where: 'Waar',
    who: 'Wie mag stemmen',
    method: 'Manier van stemmen',
    budget: 'Te verdelen',
    choices: 'Plannen per briefje',
    choicesMax: (count: number) => (count === 0 ? 'Zo veel als u wilt' : `Hoogstens ${whole(count)}`),
    quorum: 'Minimum aan mensen',
    quorumCount: (count: number) => (count === 0 ? 'Geen' : people(count)),
    tie: 'Bij gelijke stand',
    plans: 'Plannen op het stembriefje',
    edit: 'Wijzig de aankondiging',
    cancel: 'Gelast af',
    cancelReason: 'Waarom gaat het niet door',
    cancelSend: 'Gelast de wijkraadpleging af',
    cancelNoReason: 'Schrijf op waarom het niet doorgaat',
    cancelled: (reason: string | null) =>
      reason === null || reason === ''
        ? 'Deze wijkraadpleging gaat niet door.'
        : `Deze wijkraadpleging gaat niet door: ${reason}`,
    wasCancelled: 'De wijkraadpleging is afgelast',
    dossier: 'Bekijk de aanvraag',
  },
  attend: {
    title: 'Mensen in de zaal',
    label: 'Hoeveel mensen telt u',
    hint: 'Tel bij het begin van het stemmen.',
    save: 'Leg het aantal vast',
    saved: (count: number) => `${people(count)} vastgelegd op dit toestel`,
    error: 'Vul in hoeveel mensen er zijn',
    by: (who: string, count: number) => `${who}: ${people(count)}`,
    you: 'U',
    other: 'Iemand anders',
    differ: 'De tellingen verschillen. Bij de uitslag kiest u welk aantal geldt.',
    reached: (needed: number) => `Genoeg mensen: minstens ${whole(needed)} nodig`,
    short: (needed: number, missing: number) => `Nog ${whole(missing)} te weinig: minstens ${whole(needed)} nodig`,
  },
  stacks: {
    title: 'Stembriefjes tellen',
    lead: 'Maak stapels van hoogstens vijftig briefjes en geef elke stapel een nummer. Twee mensen tellen elke stapel.',
    none: 'Nog geen stapel geteld.',
    stack: (number: number) => `Stapel ${whole(number)}`,
    add: 'Tel een stapel',
    states,
    hidden: 'Iemand anders telde deze stapel. U ziet de aantallen als u zelf geteld heeft.',
    own: 'U telde deze stapel. Iemand anders telt nog na.',
    papers: (valid: number, blank: number, invalid: number) =>
      `${slips(valid)} geldig, ${whole(blank)} leeg, ${whole(invalid)} ongeldig`,
    second: (number: number) => `Tel stapel ${whole(number)} na`,
    recount: (number: number) => `Wijzig uw telling van stapel ${whole(number)}`,
    settled: (reason: string | null) => (reason ? `Beslist: ${reason}` : 'Het verschil is beslist.'),
    toResult: 'Bereken de uitslag',
    seeResult: 'Bekijk de uitslag',
  },
  count: {
    titleNew: 'Tel een stapel',
    titleSecond: (number: number) => `Tel stapel ${whole(number)} na`,
    titleOwn: (number: number) => `Wijzig uw telling van stapel ${whole(number)}`,
    stack: 'De stapel',
    number: 'Nummer van de stapel',
    numberHint: 'Geen nummer? Schrijf er zelf een op de stapel.',
    blind: (number: number) =>
      `Stapel ${whole(number)} is al één keer geteld. U ziet die telling als u klaar bent, dan zijn het twee echte tellingen.`,
    replaces: (number: number) => `U telde stapel ${whole(number)} al. Wat u nu invult, komt daarvoor in de plaats.`,
    restored: 'We hebben bewaard wat u eerder invulde.',
    failed: 'Wat u nu typt, kan dit toestel niet bewaren. Maak ruimte vrij, of rond uw telling meteen af.',
    how: 'Hoe telt u',
    byPlan: 'Per plan: het aantal stemmen',
    onePaper: 'Briefje voor briefje',
    valid: 'Geldige briefjes',
    validHint: 'Alle briefjes die meetellen, zonder lege en ongeldige.',
    blank: 'Lege briefjes',
    invalid: 'Ongeldige briefjes',
    invalidHint: 'Onleesbaar, of te veel keuzes.',
    others: 'Lege en ongeldige briefjes',
    votes: 'Stemmen per plan',
    for: 'Voor',
    against: 'Tegen',
    abstained: 'Onthouding',
    votesFor: 'Stemmen',
    onPlan: (label: string, plan: string) => `${label}: ${plan}`,
    papers: 'Briefjes',
    paper: 'Nummers op dit briefje',
    paperHint: 'Typ de nummers met een spatie ertussen, of tik de plannen aan. Enter is het volgende briefje.',
    add: 'Volgend briefje',
    nth: (at: number) => `Briefje ${whole(at)}`,
    typed: (count: number) => (count === 0 ? 'Nog geen briefje ingevoerd.' : `${slips(count)} ingevoerd.`),
    last: 'Laatste briefjes',
    all: (count: number) => `Bekijk alle ${slips(count)}`,
    remove: (at: number) => `Verwijder briefje ${whole(at)}`,
    paperSays: (numbers: readonly number[]) => list(numbers),
    paperErrors: {
      empty: 'Typ minstens één nummer. Een leeg briefje telt u bij de lege briefjes',
      letters: 'Typ alleen nummers, met een spatie ertussen',
      unknown: (number: number) => `Nummer ${number} staat niet op het briefje`,
      twice: (number: number) => `Nummer ${number} staat er twee keer`,
      tooMany: (max: number) => `Hoogstens ${counted(max, 'plan', 'plannen')}. Tel dit briefje bij de ongeldige`,
      full: 'Deze stapel is vol. Begin een nieuwe stapel',
    },
    save: (count: number) => `Leg vast: ${slips(count)}`,
    saved: (number: number) => `Stapel ${whole(number)} geteld op dit toestel`,
    savedEqual: (number: number) => `Stapel ${whole(number)}: uw telling is gelijk aan de eerste`,
    savedDiffers: (number: number) => `Stapel ${whole(number)}: uw telling verschilt van de eerste`,
    errors: {
      number: 'Vul het nummer van de stapel in, van 1 tot 9999',
      how: 'Kies hoe u telt',
      whole: 'Vul een heel getal in',
      tooMany: (valid: number) => `Er zijn ${slips(valid)} geldig. Meer antwoorden kan niet`,
      nothing: 'Tel minstens één briefje',
      unfinished: 'Voeg het briefje dat u typte nog toe, of haal de nummers weg',
    },
  },
  settle: {
    title: (number: number) => `Stapel ${whole(number)}: welke telling geldt?`,
    lead: 'Twee mensen telden iets anders. Leg de stapel erbij en kies. Kloppen ze allebei niet? Tel de stapel dan opnieuw.',
    yours: 'Uw telling',
    other: (at: number) => `Telling ${whole(at)}`,
    onlyHere: (papers: readonly (readonly number[])[]) =>
      `Alleen hier: ${papers.map((numbers) => `briefje met ${list(numbers)}`).join('; ')}`,
    votes: ({ number, forCount, againstCount, abstainedCount }: OptionVotes) =>
      `nummer ${number}: ${whole(forCount)} voor, ${whole(againstCount)} tegen, ${whole(abstainedCount)} onthouding`,
    choose: 'Deze telling geldt',
    reason: 'Waarom',
    reasonHint: 'Eén zin is genoeg, bijvoorbeeld: briefje 7 is twee keer getypt',
    save: 'Leg vast welke telling geldt',
    saved: (number: number) => `Het verschil van stapel ${whole(number)} is beslist`,
    notYou: 'U telde deze stapel zelf. Iemand die niet telde, kiest welke telling geldt. U kunt wel opnieuw tellen.',
    errors: { choice: 'Kies welke telling geldt', reason: 'Schrijf op waarom deze telling geldt' },
  },
  result: {
    title: 'Uitslag',
    preview: 'Voorlopige uitslag',
    previewNote: 'Dit is nog niet vastgelegd. Klopt alles? Leg de uitslag dan onderaan vast.',
    countFirst: (numbers: readonly number[]) =>
      `Tel eerst ${numbers.length === 1 ? 'stapel' : 'de stapels'} ${list(numbers)} na. Daarna ziet u de uitslag.`,
    notCertain: (due: number, differing: number) =>
      [
        due > 0 ? `${counted(due, 'stapel is', 'stapels zijn')} pas één keer geteld.` : '',
        differing > 0
          ? `Bij ${counted(differing, 'stapel', 'stapels')} verschillen de tellingen; die tellen nog niet mee.`
          : '',
      ]
        .filter((text) => text !== '')
        .join(' '),
    nothing: 'Er zijn nog geen briefjes geteld.',
    papersNeeded:
      'Bij eerlijk delen is elk briefje apart nodig. Een stapel is nu per plan geteld: voer die briefje voor briefje in.',
    turnout: (present: number, valid: number, blank: number, invalid: number) =>
      `${people(present)} in de zaal. ${slips(valid)} geldig, ${whole(blank)} leeg, ${whole(invalid)} ongeldig.`,
    quorum: (needed: number, reached: boolean) =>
      reached
        ? `Er waren genoeg mensen (minstens ${whole(needed)}).`
        : `Er waren minder dan ${whole(needed)} mensen. De uitslag is een advies; de commissie weegt dat mee.`,
    chosen: 'Gekozen',
    noneChosen: 'Geen enkel plan is gekozen.',
    notChosen: 'Niet gekozen',
    votes: ({ forCount, againstCount, abstainedCount }: OptionVotes, method: ConsultationMethod) =>
      method === 'for_against'
        ? `${whole(forCount)} voor, ${whole(againstCount)} tegen, ${whole(abstainedCount)} onthouding`
        : votesText(forCount),
    how: 'Zo is het geteld',
    check: {
      same: 'De uitslag klopt met alle tellingen op dit toestel.',
      differs:
        'De tellingen op dit toestel geven een andere uitslag dan is vastgelegd. Kijk na, en leg zo nodig een verbeterde uitslag vast.',
      open: 'Na de uitslag kwam nog een telling binnen die niet is nageteld.',
    },
    present: 'Mensen in de zaal',
    presentError: 'Vul in hoeveel mensen er waren',
    lot: {
      title: 'Het lot moet beslissen',
      text: (numbers: readonly number[]) =>
        `De nummers ${list(numbers)} eindigen gelijk. Doe ze in een hoed en laat iemand uit de zaal trekken.`,
      order: 'Tik de plannen aan in de volgorde waarin ze getrokken zijn.',
      yesNo: 'Welke plannen gaan door volgens het lot?',
      drawnBy: 'Wie trok het lot',
      drawnByHint: 'Bijvoorbeeld: een bewoner uit de zaal',
      drawnByError: 'Schrijf op wie het lot trok',
      drawn: (numbers: readonly number[]) => `Getrokken: ${list(numbers)}`,
      again: 'Trek opnieuw',
      done: 'Het lot is getrokken',
      told: (numbers: readonly number[], by: string) =>
        numbers.length === 0
          ? `Het lot, getrokken door ${by}, koos geen plan.`
          : `Het lot gaf ${list(numbers)}, getrokken door ${by}.`,
    },
    save: (count: number) =>
      count === 0
        ? 'Leg de uitslag vast: geen plan gekozen'
        : `Leg de uitslag vast: ${counted(count, 'plan', 'plannen')} gekozen`,
    saved: 'De uitslag staat vast',
    correct: 'Leg een verbeterde uitslag vast',
    reason: 'Waarom is de uitslag anders',
    reasonError: 'Schrijf op waarom de uitslag anders is',
    corrected: (reason: string, closedOn: string) => `Verbeterd op ${day(closedOn)}: ${reason}`,
    earlierTitle: 'Eerdere uitslagen',
    earlier: (round: number, closedOn: string, chosen: readonly number[]) =>
      `Uitslag ${round}, ${closedOn}: ${chosen.length === 0 ? 'geen plan gekozen' : `gekozen ${list(chosen)}`}`,
    noDecision: 'Dit is de uitslag van de wijk. De commissie beslist daarna per plan in een vergadering.',
    print: 'Druk de uitslag af',
    export: 'Bewaar als stembestand (.pb)',
    exportNone: 'Een stembestand kan alleen als alle briefjes apart zijn ingevoerd.',
    agenda: {
      title: 'Naar een vergadering',
      text: 'Zet de gekozen plannen op de agenda. Daar legt de commissie het besluit vast.',
      meeting: 'Vergadering',
      none: 'Er is geen vergadering gepland. Plan er eerst een.',
      plan: 'Plan een vergadering',
      add: (count: number) => `Zet ${counted(count, 'plan', 'plannen')} op de agenda`,
      added: 'De plannen staan op de agenda',
    },
    noteOpen: (heldOn: string, state: 'announced' | 'cancelled' | 'closed') =>
      state === 'cancelled'
        ? `Wijkraadpleging ${day(heldOn)} is afgelast`
        : `Staat op de wijkraadpleging van ${day(heldOn)}`,
    note: (heldOn: string, votes: string, chosen: boolean) =>
      `Wijkraadpleging ${day(heldOn)}: ${votes}, ${chosen ? 'gekozen' : 'niet gekozen'}`,
  },
  explain: {
    majority: 'Meer stemmen voor dan tegen.',
    rejected: 'Niet meer stemmen voor dan tegen.',
    tied: 'Evenveel stemmen voor als tegen: niet aangenomen.',
    byLot: (yes: boolean) =>
      yes ? 'Evenveel voor als tegen: het lot was voor.' : 'Evenveel voor als tegen: het lot was tegen.',
    forAgainstIntro: 'Elk plan staat op zichzelf. Meer stemmen voor dan tegen is aangenomen. Onthouding telt niet mee.',
    approvalIntro: (budget: number) =>
      `Er was ${euro(budget)} te verdelen. Het plan met de meeste stemmen kwam eerst, daarna het volgende.`,
    fits: (votes: number, left: number) => `${votesText(votes)}. Er was nog ${euro(left)}: het past.`,
    tooDear: (votes: number, left: number) => `${votesText(votes)}. Er was nog ${euro(left)}: dat is te weinig.`,
    chosenByVotes: (votes: number) => `${votesText(votes)}, en er was genoeg geld.`,
    noVotes: 'Niemand koos dit plan.',
    sharesIntro: (budget: number, papers: number, share: number) =>
      `Er was ${euro(budget)} te verdelen over ${slips(papers)}. Dat is ${euro(share)} voor elk briefje.`,
    sharesRule:
      'Een plan is gekozen als de mensen die het kozen het samen kunnen betalen uit hun deel. Het plan waar de meeste mensen aan meebetalen, gaat voor. Wie meebetaalt, heeft daarna minder over voor andere plannen.',
    raised: (euros: number) =>
      `Zo bleef er geld liggen. Daarom rekenen we met ${euro(euros * 100)} meer voor elk briefje, zolang alle gekozen plannen samen binnen het budget blijven.`,
    round: (at: number) => `Ronde ${whole(at)}`,
    allPay: (payers: number, each: number) => `${people(payers)} kozen dit. Ieder betaalt ${euro(each)}.`,
    onePays: (each: number) => `1 mens koos dit en betaalt ${euro(each)}.`,
    somePayLess: (payers: number, most: number, less: number) =>
      `${people(payers)} kozen dit. Ieder betaalt hoogstens ${euro(most)}; ${people(less)} had${less === 1 ? '' : 'den'} minder over en ${less === 1 ? 'betaalt' : 'betalen'} wat er nog is.`,
    shared: (votes: number, each: number) =>
      `${votesText(votes)}. Ieder betaalt hoogstens ${euro(each)} uit het eigen deel.`,
    leftOver: (votes: number) => `${votesText(votes)}. Betaald uit het geld dat overbleef.`,
    notAffordable: (votes: number) => `${votesText(votes)}. De mensen die dit kozen, hadden samen niet genoeg over.`,
    left: (cents: number) => (cents === 0 ? 'Al het geld is verdeeld.' : `Over: ${euro(cents)}.`),
    spent: (cents: number, budget: number) => `Samen ${euro(cents)} van ${euro(budget)}.`,
  },
  print: {
    title: 'Uitslag wijkraadpleging',
    back: 'Uitslag',
    print: 'Druk af',
    draft: 'Concept: de uitslag is nog niet vastgelegd.',
    held: (heldOn: string, place: string) => `Gehouden op ${dayWithYear(heldOn)}${place === '' ? '' : `, ${place}`}`,
    recorded: (closedOn: string) => `Vastgelegd op ${dayWithYear(closedOn)}.`,
    chosen: 'Gekozen',
    notChosen: 'Niet gekozen',
    public: 'Deze uitslag is openbaar. Er staan geen namen van stemmers in.',
  },
  file: {
    title: 'Reken een stembestand na',
    lead: 'Open een stembestand (.pb) van een andere stemming, bijvoorbeeld van Pabulib. U ziet wat er gekozen is en waarom. Het bestand blijft op dit toestel.',
    open: 'Open een stembestand',
    saveAgain: 'Bewaar het bestand',
    wrong: (name: string) => `${name} is niet te lezen`,
    line: (line: number, text: string) => `Regel ${whole(line)}: ${text}`,
    more: (count: number) => `En nog ${counted(count, 'fout', 'fouten')}.`,
    facts: (projects: number, voters: number, budget: number) =>
      `${counted(projects, 'plan', 'plannen')}, ${slips(voters)}, ${euro(budget)} te verdelen (in de munt van het bestand).`,
    ordinal: 'Bij dit bestand zetten mensen plannen op volgorde. Buurtkas telt elk genoemd plan als een stem.',
    points:
      'Bij dit bestand gaven mensen punten. Bij meeste stemmen telt elk mens één keer; bij eerlijk delen tellen de punten mee.',
    method: 'Manier van tellen',
    lot: 'Plannen eindigen gelijk en kosten evenveel. Daar zou het lot beslissen; hier gaat het plan voor dat eerder in het bestand staat.',
    problems: {
      empty: 'het bestand is leeg',
      not_text: 'dit is geen tekstbestand',
      no_section: (what: string) => `het deel ${what} ontbreekt`,
      section_twice: (what: string) => `het deel ${what} staat er twee keer`,
      before_section: 'hier hoort het deel META te beginnen',
      open_quote: 'een aanhalingsteken is niet gesloten',
      column_missing: (what: string) => `de kolom ${what} ontbreekt`,
      cell_missing: (what: string) => `er horen ${what} vakken op deze regel, er zijn er minder`,
      cell_extra: (what: string) => `er horen ${what} vakken op deze regel, er zijn er meer`,
      key_missing: (what: string) => `in het deel META ontbreekt ${what}`,
      not_a_number: (what: string) => `${what} is geen getal dat Buurtkas kan lezen`,
      vote_type: (what: string) => `de stemwijze “${what}” bestaat niet`,
      project_twice: (what: string) => `plan ${what} staat er twee keer`,
      voter_twice: (what: string) => `stemmer ${what} staat er twee keer`,
      unknown_project: (what: string) => `plan ${what} staat niet in de lijst met plannen`,
      points_differ: (what: string) => `stemmer ${what} heeft niet evenveel punten als plannen`,
      count_differs: (what: string) => `het aantal klopt niet met het bestand (${what})`,
    },
  },
} as const;

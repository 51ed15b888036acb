// Toets: the rules one by one, the road of a proposal, the advice of the district, and deciding against the rules.
import type { AdviceView, Barrier, DecisionException, Publication, RuleVerdict } from '../../domain/rows.ts';
import type { Because } from '../../domain/ruleCheck/findings.ts';
import type { Road, RoadBecause, RoadStep } from '../../domain/ruleCheck/road.ts';
import { counted, day, euro, whole } from '../format.ts';

export const verdictWords: Readonly<Record<RuleVerdict, string>> = {
  yes: 'Gehaald',
  no: 'Niet gehaald',
  not_applicable: 'Niet van toepassing',
  can_be_mended: 'Te herstellen',
};

export const barrierWords: Readonly<Record<Barrier, string>> = {
  other_subsidy: 'Hier is een andere subsidie voor',
  statutory_rule: 'Een wet of vergunning staat het niet toe',
  professional_needed: 'Dit moet een vakmens doen',
  private_gain: 'Iemand verdient er zelf aan',
};

export const adviceViews: Readonly<Record<AdviceView, string>> = {
  no_objection: 'Geen bezwaar',
  with_conditions: 'Goed, met voorwaarden',
  objection: 'Bezwaar',
  no_view: 'Geen mening',
};

/** On paper, in the dossier and in the meeting. The reason of a refusal is the one of the decision, and stands there. */
export function exceptionText({ kind, rules, reason }: DecisionException): string {
  if (kind === 'all_rules_met')
    return 'Afwijking van de regels. Alle regels zijn gehaald. De commissie wijst het toch af.';
  const missed = rules.filter((rule) => rule.ruleId !== roadRuleId).map(({ text }) => `“${text}”`);
  const road = rules.filter((rule) => rule.ruleId === roadRuleId).map(({ text }) => `${text}.`);
  return [
    'Afwijking van de regels.',
    ...(missed.length === 0 ? [] : [`Niet gehaald: ${missed.join(', ')}.`]),
    ...road,
    `Toch toegekend: ${reason}`,
  ].join(' ');
}

/** Among the rules that a decision goes against: the road that was not gone, in words of the app. */
export const roadRuleId = 'road';

type Say = (found: number, limit: number) => string;
const signatures = (count: number): string => counted(count, 'handtekening voor', 'handtekeningen voor');

/** From the day of handing in to the first day of the plan; below 0 it had begun already. */
function daysBefore(days: number): string {
  if (days === 0) return 'Ingediend op de dag zelf.';
  return days > 0
    ? `Ingediend ${counted(days, 'dag', 'dagen')} van tevoren.`
    : `Ingediend ${counted(-days, 'dag', 'dagen')} na het begin.`;
}

/** Why the app proposes what it proposes. */
const because: Readonly<Record<Because, Say>> = {
  person_judges: () => 'Dit kan de app niet zien. Dat beoordeelt u zelf.',
  amount_within: (found, limit) => `Gevraagd is ${euro(found)}. Dat is niet meer dan ${euro(limit)}.`,
  amount_above: (found, limit) => `Gevraagd is ${euro(found)}. Dat is ${euro(found - limit)} te veel.`,
  amount_above_supported: (found, limit) =>
    `Het bedrag is hoger, maar er staan meer dan ${whole(limit)} mensen achter: ${signatures(found)}.`,
  supporters_enough: (found, limit) => `Op de lijsten: ${signatures(found)}. Nodig: ${whole(limit)}.`,
  supporters_few: (found, limit) =>
    found === 0
      ? `Er is nog geen handtekening voor geteld. Nodig: ${whole(limit)}.`
      : `Op de lijsten: ${signatures(found)}. Nodig: ${whole(limit)}.`,
  supporters_uncertain: (_, limit) =>
    `Het is nog niet zeker of er genoeg mensen achter staan. Nodig: ${signatures(limit)}.`,
  co_financing_enough: (found, limit) => `Anderen zegden ${whole(found)} % toe. Nodig: ${whole(limit)} %.`,
  co_financing_little: (found, limit) => `Anderen zegden ${whole(found)} % toe. Nodig: ${whole(limit)} %.`,
  not_submitted: () => 'De aanvraag is nog niet ingediend.',
  no_period: () => 'In de aanvraag staat niet wanneer het is.',
  days_enough: (found, limit) => `${daysBefore(found)} Nodig: ${whole(limit)}.`,
  days_few: (found, limit) => `${daysBefore(found)} Nodig: ${whole(limit)}.`,
  submitted_in_time: (_, limit) => `Ingediend voor ${dayInYear(limit)}.`,
  submitted_late: (_, limit) => `Niet ingediend voor ${dayInYear(limit)}.`,
  period_inside: (year) => `Het is in ${year}.`,
  period_outside: (year) => `Het is niet helemaal in ${year}.`,
  support_asked: () => 'De buurt is gevraagd: er is een lijst, een brief of een telling.',
  support_not_asked: () => 'Er staat nog niets over draagvlak.',
  counter_named: (found) => `${counted(found, 'tegenprestatie', 'tegenprestaties')} afgesproken.`,
  counter_missing: () => 'Er is nog geen tegenprestatie afgesproken.',
};

/** What can be told to the initiator when this is how it is; empty where the app has nothing to say. */
const mend: Partial<Readonly<Record<Because, Say>>> = {
  amount_above: (_, limit) => `Vraag hoogstens ${euro(limit)}, of zoek geld bij anderen voor de rest.`,
  supporters_few: (_, limit) => `Laat minstens ${whole(limit)} bewoners van verschillende adressen tekenen.`,
  co_financing_little: (_, limit) => `Zoek voor minstens ${whole(limit)} % van de kosten geld bij anderen.`,
  no_period: () => 'Schrijf in de aanvraag op welke dag of dagen het is.',
  days_few: (_, limit) => `Dien de aanvraag ${counted(limit, 'dag', 'dagen')} van tevoren in, of kies een latere dag.`,
  submitted_late: (_, limit) => `De aanvraag kwam niet voor ${dayInYear(limit)} binnen.`,
  period_outside: (year) => `Kies een dag in ${year}, of dien de aanvraag in voor het andere jaar.`,
  support_not_asked: () => 'Vraag de mensen in de straten eromheen, bijvoorbeeld met een handtekeningenlijst.',
  counter_missing: () => 'Spreek af wat u terugdoet, bijvoorbeeld een verslag voor de wijkkrant.',
};

const barrierNotes: Readonly<Record<Barrier, string>> = {
  other_subsidy: 'Vraag dit aan bij de subsidie die er al voor is. Het stadsdeel weet welke dat is.',
  statutory_rule: 'Dit mag niet zonder vergunning, of de gemeente moet het volgens de wet zelf doen.',
  professional_needed: 'Laat dit doen door iemand die er voor geleerd heeft, en doe een offerte bij de aanvraag.',
  private_gain: 'Het wijkbudget is voor de buurt. Niemand mag er zelf aan verdienen.',
};

const months = [
  ...['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober'],
  ...['november', 'december'],
];
/** '1 oktober' of 1001. */
export const dayInYear = (monthAndDay: number): string =>
  `${monthAndDay % 100} ${months[Math.floor(monthAndDay / 100) - 1] ?? ''}`;

const roads: Readonly<Record<Road, string>> = {
  at_once: 'De commissie beslist meteen',
  publish_first: 'Eerst bekendmaken, dan beslissen',
  consultation: 'Naar de wijkraadpleging',
};
const roadBecause: Readonly<Record<RoadBecause, (requestedCents: number, limitCents: number) => string>> = {
  no_limits: () => 'Er is voor dit jaar geen grens vastgelegd.',
  below: (asked, limit) => `Gevraagd is ${euro(asked)}. Dat blijft onder de grens van ${euro(limit)}.`,
  publish_from: (asked, limit) => `Gevraagd is ${euro(asked)}. Vanaf ${euro(limit)} hoort de wijk het eerst.`,
  consult_from: (asked, limit) => `Gevraagd is ${euro(asked)}. Vanaf ${euro(limit)} beslist de wijk mee.`,
  above_small_limit: (asked, limit) =>
    `Gevraagd is ${euro(asked)}. Boven ${euro(limit)} beslist de commissie niet alleen.`,
};

const roadMissed = (road: Road): string =>
  road === 'consultation' ? 'De wijk is niet geraadpleegd' : 'De tijd om te reageren is niet voorbij';

export const nlRuling = {
  title: 'Toets',
  kicker: 'Toets van',
  back: 'Naar de aanvraag',
  link: 'Naar de toets',
  road: {
    title: 'De weg',
    names: roads,
    because: (code: RoadBecause, asked: number, limit: number) => roadBecause[code](asked, limit),
    step: (step: RoadStep, publication: Publication | undefined): string => {
      switch (step) {
        case 'free':
          return 'Er hoeft niets aan vooraf te gaan.';
        case 'to_publish':
          return 'De aanvraag is nog niet bekendgemaakt.';
        case 'term_running':
          return `Bekendgemaakt. De wijk kan reageren tot en met ${day(publication?.until ?? '')}. Daarna kunt u beslissen.`;
        case 'to_consult':
          return 'Er is nog geen uitslag van een wijkraadpleging.';
        case 'gone':
          return publication === undefined
            ? 'De wijk is geraadpleegd. U kunt beslissen.'
            : `De tijd om te reageren was tot en met ${day(publication.until)}. U kunt beslissen.`;
      }
    },
    published: ({ on, where }: Publication) => `Bekendgemaakt op ${day(on)}: ${where}`,
    publish: 'Leg vast dat het bekend is',
    change: 'Verbeter de bekendmaking',
    on: 'Op welke dag?',
    until: 'Tot en met welke dag kan de wijk reageren?',
    where: 'Waar stond het?',
    whereHint: 'Bijvoorbeeld: wijkkrant en prikbord in het buurthuis',
    save: 'Bewaar de bekendmaking',
    onMissing: 'Kies de dag waarop het bekend werd',
    untilMissing: 'Kies een laatste dag die niet eerder is',
    whereMissing: 'Schrijf op waar het stond',
    consult: 'Kondig een wijkraadpleging aan',
    missed: roadMissed,
  },
  rules: {
    title: 'De regels',
    progress: (open: number, all: number) =>
      open === 0 ? 'Alle regels getoetst' : `Nog ${counted(open, 'regel', 'regels')} van ${whole(all)}`,
    none: 'Voor dit jaar staan er nog geen regels in.',
    toRules: 'Schrijf de regels op',
    owner: { city: 'Van de gemeente', body: 'Van de wijk' },
    because: (code: Because, found: number, limit: number) => because[code](found, limit),
    proposed: (verdict: RuleVerdict) => `Voorstel van de app: ${verdictWords[verdict].toLowerCase()}.`,
    agree: 'Neem het voorstel over',
    agreeAll: (count: number) => `Neem ${counted(count, 'voorstel', 'voorstellen')} over`,
    check: 'Toets deze regel',
    change: 'Wijzig',
    open: 'Nog niet getoetst',
    other: 'een regel',
    by: (who: string | undefined, on: string) => `${who === undefined ? 'Getoetst' : `Door ${who}`} op ${day(on)}`,
    retired: 'Deze regel is intussen vervallen.',
    saved: 'Bewaard op dit toestel',
    notSaved: 'Niet alles is bewaard. Kijk welke regels nog open staan',
    noneText: 'Met regels ziet u hier per regel of de aanvraag hem haalt.',
    differs: (verdict: RuleVerdict) => `De app ziet nu iets anders: ${verdictWords[verdict].toLowerCase()}.`,
    ask: 'Vraag om te herstellen',
  },
  form: {
    title: 'Toets deze regel',
    question: 'Wat vindt u?',
    verdicts: verdictWords,
    notes: {
      yes: undefined,
      no: 'Hier is niets meer aan te doen',
      not_applicable: 'Deze regel gaat niet over zo’n plan',
      can_be_mended: 'De aanvrager kan er nog iets aan doen',
    },
    barrier: 'Is dit de reden?',
    noBarrier: 'Iets anders',
    barriers: barrierWords,
    note: 'Uw zin erbij',
    noteHint: 'De aanvrager en het besluit kunnen deze zin gebruiken',
    sentence: (text: string) => `Gebruik: “${text}”`,
    save: 'Bewaar het oordeel',
    verdictMissing: 'Kies wat u van deze regel vindt',
  },
  /** A ready sentence for a verdict; undefined when there is none. */
  ready: (
    verdict: RuleVerdict | null,
    barrier: Barrier | null,
    seen: { readonly because: Because; readonly found: number; readonly limit: number },
  ): string | undefined => {
    if (verdict === 'yes')
      return seen.because === 'person_judges' ? undefined : because[seen.because](seen.found, seen.limit);
    if (verdict === 'not_applicable') return 'Deze regel gaat niet over dit plan.';
    if (verdict === null) return undefined;
    return barrier === null ? mend[seen.because]?.(seen.found, seen.limit) : barrierNotes[barrier];
  },
  exception: {
    missed: (count: number, road: Road | undefined) =>
      [
        ...(count === 0 ? [] : [`${counted(count, 'regel is', 'regels zijn')} niet gehaald.`]),
        ...(road === undefined ? [] : [`${roadMissed(road)}.`]),
      ].join(' '),
    whyAward: 'Waarom kent u het toch toe?',
    whyAwardHint: 'Dit komt in het besluit en op de besluitenlijst',
    whyAwardMissing: 'Schrijf op waarom u het toch toekent',
    allMet: 'Alle regels zijn gehaald. Schrijf hieronder goed op waarom u het toch afwijst.',
    open: (count: number) => `${counted(count, 'regel is', 'regels zijn')} nog niet getoetst`,
  },
  advice: {
    title: 'Advies van het stadsdeel',
    none: 'Er is geen advies gevraagd.',
    ask: 'Vraag advies',
    askAgain: 'Vraag nog iets',
    askTitle: 'Vraag advies aan het stadsdeel',
    askNote: 'Het stadsdeel leest uw vraag, de titel, het bedrag, de plaats en de tekst van de aanvraag. Verder niets.',
    question: 'Uw vraag',
    questionHint: 'Bijvoorbeeld: mag het plein die avond dicht?',
    needed: 'Voor welke dag heeft u het nodig?',
    send: 'Stel de vraag',
    questionMissing: 'Schrijf op wat u wilt weten',
    sent: 'De vraag staat klaar voor het stadsdeel',
    asked: (on: string) => `Gevraagd op ${day(on)}`,
    waiting: 'Nog geen antwoord',
    before: (on: string) => `Graag voor ${day(on)}`,
    late: (on: string) => `Was nodig voor ${day(on)}`,
    withdrawn: 'De vraag is teruggenomen',
    withdraw: 'Niet meer nodig',
    answered: (on: string) => `Antwoord van ${day(on)}`,
    views: adviceViews,
    onList: (view: AdviceView) => `Advies van het stadsdeel: ${adviceViews[view].toLowerCase()}.`,
  },
  district: {
    title: 'Adviezen',
    backToday: 'Vandaag',
    back: 'Alle adviezen',
    none: 'Er is geen advies gevraagd',
    noneText: 'Vraagt de commissie iets aan het stadsdeel, dan staat het hier.',
    open: 'Wacht op uw antwoord',
    done: 'Beantwoord of niet meer nodig',
    asks: (cents: number) => `Vraagt ${euro(cents)}`,
    place: 'Waar',
    when: 'Wanneer',
    amount: 'Gevraagd bedrag',
    plan: 'Het plan',
    question: 'De vraag van de commissie',
    answer: 'Uw advies',
    answerAgain: 'Geef nog een antwoord',
    view: 'Wat vindt u?',
    text: 'Uw toelichting',
    textHint: 'De commissie leest dit. Op de besluitenlijst staat alleen wat u vindt',
    save: 'Geef het advies',
    viewMissing: 'Kies wat u vindt',
    textMissing: 'Schrijf op welke voorwaarden of welk bezwaar u heeft',
    saved: 'Uw advies is bewaard op dit toestel',
    missing: 'Deze vraag staat niet op dit toestel',
    missingText: 'Misschien is zij nog niet opgehaald.',
  },
  history: {
    checked: (rule: string, verdict: RuleVerdict) => `Getoetst: ${rule} (${verdictWords[verdict].toLowerCase()})`,
    asked: 'Advies gevraagd aan het stadsdeel',
    answered: (view: AdviceView) => `Advies van het stadsdeel: ${adviceViews[view].toLowerCase()}`,
    published: (on: string, until: string) => `Bekendgemaakt op ${day(on)}, reageren kan tot en met ${day(until)}`,
    exception: 'Besloten anders dan de regels zeggen',
  },
  dossier: {
    title: 'Toets',
    toCheck: (open: number) => `Nog ${counted(open, 'regel', 'regels')} te toetsen`,
    missed: (count: number) => `${counted(count, 'regel', 'regels')} niet gehaald`,
    met: 'Alle regels gehaald',
    none: 'Geen regels voor dit jaar',
  },
} as const;

// Vandaag: the greeting, your turn, what asks something of you, the money and what just happened.
import type { DecisionFlag, ProposalState } from '../../domain/rows.ts';
import type { AttentionKind } from '../../domain/today.ts';
import { counted, day, euro, whole } from '../format.ts';

export type DayPart = 'morning' | 'afternoon' | 'evening';
const greetings: Readonly<Record<DayPart, string>> = {
  morning: 'Goedemorgen',
  afternoon: 'Goedemiddag',
  evening: 'Goedenavond',
};

/** What a task is about, as far as this phone knows it. */
export interface TaskFacts {
  readonly project: string;
  readonly cents: number;
  readonly sheetNumber: number | undefined;
  readonly payee: string;
  readonly reason: string;
  readonly meetingDay: string | undefined;
  /** The day for which advice is needed, or the last one to respond. */
  readonly before: string | undefined;
  readonly flags: readonly DecisionFlag[];
  /** What people wrote themselves: a task, a next step, a counter-contribution. */
  readonly text: string;
  /** Bank lines, sheets, or the number of a stack. */
  readonly count: number;
  /** Of a year that is to be closed or planned. */
  readonly year: string;
}

export interface TaskWords {
  readonly title: string;
  readonly note: string;
  readonly button: string;
}

const flagWords: Readonly<Record<DecisionFlag, string>> = {
  no_quorum: 'er waren te weinig leden',
  votes_do_not_fit: 'de stemmen passen niet bij wie er was',
  over_budget: 'er is meer toegekend dan er vrij was',
  second_award: 'deze aanvraag had al een toekenning',
  amount_differs: 'het bedrag past niet bij wat er gevraagd wordt',
  votes_say_otherwise: 'de stemmen zeggen iets anders dan het besluit',
  tie_open: 'de stemmen staakten',
  after_close: 'het kwam binnen na het sluiten van de vergadering',
};

const tasks: Readonly<Record<AttentionKind, (facts: TaskFacts) => TaskWords>> = {
  meeting_open: ({ project }) => ({
    title: project,
    note: 'De vergadering is bezig',
    button: 'Ga verder met de vergadering',
  }),
  meeting_today: ({ project }) => ({ title: project, note: 'Vandaag', button: 'Open de vergadering' }),
  proposal_returned: ({ project, reason }) => ({
    title: 'Vul uw aanvraag aan',
    note: reason === '' ? project : `${project}: ${reason}`,
    button: 'Vul de aanvraag aan',
  }),
  claim_returned: ({ project, cents, reason }) => ({
    title: `Vul uw declaratie van ${euro(cents)} aan`,
    note: reason === '' ? project : `${project}: ${reason}`,
    button: 'Vul de declaratie aan',
  }),
  second_count: ({ project, sheetNumber }) => ({
    title: 'Tel de handtekeningen na',
    note: sheetNumber === undefined ? project : `${project}, lijst ${whole(sheetNumber)}. Iemand anders telde al.`,
    button: 'Tel de lijst',
  }),
  count_differs: ({ project, sheetNumber }) => ({
    title: 'Twee tellingen verschillen',
    note: sheetNumber === undefined ? project : `${project}, lijst ${whole(sheetNumber)}. Kies welke telling geldt.`,
    button: 'Bekijk de tellingen',
  }),
  claim_to_judge: ({ project, cents, payee }) => ({
    title: `Beoordeel de declaratie van ${euro(cents)}`,
    note: `${project}, ${payee}`,
    button: 'Beoordeel de declaratie',
  }),
  finding_to_answer: ({ reason }) => ({
    title: 'Geef antwoord aan de kascommissie',
    note: reason,
    button: 'Lees de vraag',
  }),
  claim_second: ({ project, cents, payee }) => ({
    title: `Geef een tweede goedkeuring voor ${euro(cents)}`,
    note: `${project}, ${payee}`,
    button: 'Bekijk de declaratie',
  }),
  countersign_asked: ({ project, cents, payee }) => ({
    title: `Teken voor ${euro(cents)}`,
    note: `${project}, aan ${payee}. Er is maar één bestuurslid dat kon goedkeuren.`,
    button: 'Lees waarvoor',
  }),
  advance_to_account: ({ project, cents, reason }) => ({
    title: `Reken uw voorschot van ${euro(cents)} af`,
    note: reason === '' ? project : `${project}: ${reason}`,
    button: 'Reken het voorschot af',
  }),
  advance_to_settle: ({ project, payee }) => ({
    title: 'Kijk de afrekening van een voorschot na',
    note: `${project}, ${payee}`,
    button: 'Bekijk de afrekening',
  }),
  advance_refund: ({ project, cents }) => ({
    title: `Maak ${euro(cents)} terug over`,
    note: `Over van uw voorschot voor ${project}`,
    button: 'Bekijk het voorschot',
  }),
  payment_to_record: ({ project, cents, payee }) => ({
    title: `Betaal ${euro(cents)}`,
    note: `Aan ${payee}, voor ${project}`,
    button: `Leg vast: ${euro(cents)} betaald`,
  }),
  decision_flagged: ({ project, flags }) => ({
    title: 'Kijk een besluit na',
    note: `${project}: ${flags.map((flag) => flagWords[flag]).join(', ')}`,
    button: 'Bekijk het besluit',
  }),
  meeting_not_closed: ({ project, meetingDay }) => ({
    title: meetingDay === undefined ? 'Sluit een vergadering' : `Sluit de vergadering van ${day(meetingDay)}`,
    note: `${project}. Daarna staat de besluitenlijst vast.`,
    button: 'Ga naar de vergadering',
  }),
  advice_asked: ({ project, before }) => ({
    title: 'Geef advies',
    note: before === undefined ? project : `${project}, graag voor ${day(before)}`,
    button: 'Lees de vraag',
  }),
  term_over: ({ project, before }) => ({
    title: 'De tijd om te reageren is voorbij',
    note: `${project}${before === undefined ? '' : `, tot en met ${day(before)}`}. De commissie kan beslissen.`,
    button: 'Bekijk de toets',
  }),
  proposal_to_schedule: ({ project, cents }) => ({
    title: 'Zet een aanvraag op de agenda',
    note: `${project}, vraagt ${euro(cents)}`,
    button: 'Bekijk de aanvraag',
  }),
  draft_to_submit: ({ project }) => ({
    title: 'Dien uw aanvraag in',
    note: project === '' ? 'Uw aanvraag is nog een concept.' : `${project} is nog een concept.`,
    button: 'Ga verder met uw aanvraag',
  }),
  written: ({ text, project }) => ({ title: text, note: project, button: 'Bekijk de taak' }),
  next_step: ({ text, project }) => ({
    title: text,
    note: `Volgende stap bij ${project}`,
    button: 'Bekijk de aanvraag',
  }),
  stack_second_count: ({ project, count }) => ({
    title: 'Tel een stapel stembriefjes na',
    note: `${project}, stapel ${whole(count)}. Iemand anders telde al.`,
    button: 'Tel de stapel',
  }),
  stack_differs: ({ project, count }) => ({
    title: 'Twee tellingen van stembriefjes verschillen',
    note: `${project}, stapel ${whole(count)}. Kies welke telling geldt.`,
    button: 'Bekijk de tellingen',
  }),
  consultation_to_close: ({ project }) => ({
    title: 'Stel de uitslag van de wijkraadpleging vast',
    note: project,
    button: 'Naar de wijkraadpleging',
  }),
  list_to_adopt: ({ meetingDay, project }) => ({
    title:
      meetingDay === undefined ? 'Stel een besluitenlijst vast' : `Stel de besluitenlijst van ${day(meetingDay)} vast`,
    note: `${project}. Dat kan in de volgende vergadering.`,
    button: 'Lees de besluitenlijst',
  }),
  objection_to_answer: ({ project }) => ({
    title: 'Geef antwoord op een bezwaar',
    note: project,
    button: 'Lees het bezwaar',
  }),
  advice_late: ({ project, before }) => ({
    title: 'Vraag waar het advies blijft',
    note: before === undefined ? project : `${project}. Het stadsdeel zou antwoorden voor ${day(before)}.`,
    button: 'Bekijk de toets',
  }),
  advice_to_handle: ({ project }) => ({
    title: 'Bespreek het advies van het stadsdeel',
    note: `${project}. Het stadsdeel heeft bezwaar, of stelt voorwaarden.`,
    button: 'Lees het advies',
  }),
  correction_to_get: ({ project, reason }) => ({
    title: 'Vraag de indiener om de aanvulling',
    note: reason === '' ? project : `${project}: ${reason}`,
    button: 'Vul de aanvraag aan',
  }),
  counter_contribution: ({ text, project }) => ({
    title: `Tegenprestatie: ${text}`,
    note: `${project}. Leg het bewijs vast als het gedaan is.`,
    button: 'Bekijk de aanvraag',
  }),
  outcome_due: ({ project }) => ({
    title: 'Vertel wat het project opleverde',
    note: `${project} is voorbij`,
    button: 'Naar de verantwoording',
  }),
  outcome_year_due: ({ project, year }) => ({
    title: `Vertel hoe ${year} ging`,
    note: `${project} loopt meer jaren. Van elk jaar hoort de gemeente iets.`,
    button: 'Naar de verantwoording',
  }),
  bank_lines: ({ count }) => ({
    title: count === 1 ? 'Koppel 1 bankregel' : `Koppel ${whole(count)} bankregels`,
    note: 'Zeg bij elke regel waar hij bij hoort',
    button: 'Naar de bank',
  }),
  year_to_close: ({ year }) => ({
    title: `Sluit het jaar ${year}`,
    note: 'Drie maanden na het jaar wil de gemeente de verantwoording zien',
    button: 'Naar het jaar in geld',
  }),
  plan_due: ({ year }) => ({
    title: `Maak het bestedingsplan voor ${year}`,
    note: 'Het moet vóór 1 oktober bij de gemeente zijn. Het concept staat er al.',
    button: 'Naar het plan',
  }),
  sheets_to_destroy: ({ year, count }) => ({
    title: `Vernietig de handtekeningenlijsten van ${year}`,
    note:
      count === 1
        ? 'Het is 1 lijst op papier, met de foto’s ervan. Het aantal blijft bewaard.'
        : `Het zijn ${whole(count)} lijsten op papier, met de foto’s ervan. De aantallen blijven bewaard.`,
    button: 'Naar de taken',
  }),
};

const states: Readonly<Record<ProposalState, string>> = {
  draft: 'Concept',
  submitted: 'Ingediend',
  returned: 'Terug bij u',
  awarded: 'Toegekend',
  partly_awarded: 'Deels toegekend',
  refused: 'Afgewezen',
  deferred: 'Aangehouden',
  finished: 'Afgerond',
  withdrawn: 'Ingetrokken',
};

export const nlToday = {
  refusedOfOthers: (count: number) =>
    count === 1
      ? 'Werk van een ander is niet verwerkt. U kunt het overnemen.'
      : `Werk van anderen is niet verwerkt (${whole(count)}). U kunt het overnemen.`,
  tab: 'Vandaag',
  /** Who gets no names on the phone, not even the own one, is greeted without. */
  greeting: (part: DayPart, name: string) => {
    const [first = ''] = name.trim().split(/\s+/);
    return first === '' ? greetings[part] : `${greetings[part]}, ${first}`;
  },
  turn: {
    yours: 'U bent aan de beurt',
    now: 'De vergadering is bezig',
    at: (time: string, evening: boolean) => `${evening ? 'Vanavond' : 'Vandaag'} om ${time} uur`,
    meeting: (count: number) =>
      count === 0 ? 'Vergadering' : `Vergadering met ${counted(count, 'aanvraag', 'aanvragen')}`,
    excused: (count: number) => (count === 1 ? 'Eén lid is afgemeld. ' : `${whole(count)} leden zijn afgemeld. `),
    onDevice: 'Alles staat al op dit toestel: u heeft straks geen internet nodig.',
    open: 'Open de vergadering',
    goOn: 'Ga verder met de vergadering',
    agenda: 'Lees de agenda',
  },
  tasks: {
    title: 'Vraagt iets van u',
    also: 'Vraagt ook iets van u',
    all: (count: number) => `Toon alle ${whole(count)} taken`,
    none: 'Er ligt nu niets voor u klaar.',
    toList: 'Alle taken',
    yours: 'Van u',
    handed: (name: string) => (name === '' ? 'Aan u doorgegeven' : `Aan u doorgegeven door ${name}`),
    nobodys: 'Van niemand',
    words: (kind: AttentionKind, facts: TaskFacts): TaskWords => tasks[kind](facts),
    schedule: (titles: readonly string[]): TaskWords => ({
      title: `Zet ${whole(titles.length)} aanvragen op een agenda`,
      note: titles.join(', '),
      button: 'Naar de vergaderingen',
    }),
  },
  first: {
    title: 'Zo begint u',
    members: 'Voeg leden toe',
    membersNote: 'Ieder lid krijgt een link of een code voor zijn eigen telefoon',
    proposal: 'Voer de eerste aanvraag in',
    proposalNote: 'Van papier, of van een bewoner die het u vertelt',
    meeting: 'Plan de eerste vergadering',
    meetingNote: 'Met datum, plaats en de aanvragen die u bespreekt',
  },
  quick: {
    title: 'Snel vastleggen',
    receipt: 'Bon op de foto',
    idea: 'Aanvraag invoeren',
    catchIdea: 'Idee opschrijven',
    speakIdea: 'Idee inspreken',
    count: 'Draagvlak tellen',
    advice: 'Adviezen',
  },
  money: {
    title: (year: number) => `Geld van ${year}`,
    toKas: 'Naar de kas',
    free: (grantCents: number) => `Nog vrij van ${euro(grantCents)}`,
    over: (grantCents: number) => `Meer toegekend dan het budget van ${euro(grantCents)}`,
    notConfirmed: (freeCents: number) =>
      `Nog niet bevestigd: als alles van dit toestel verwerkt is, is ${euro(freeCents)} vrij.`,
    back: 'Vrij geld gaat na 31 december terug naar de gemeente, behalve wat u spaart voor een groot doel.',
    none: 'Het budget van dit jaar staat er nog niet in.',
  },
  own: {
    title: 'Uw aanvragen',
    state: (state: ProposalState) => states[state],
    none: 'U heeft nog geen aanvraag',
    noneText: 'Vertel wat u in uw buurt wilt doen. Uw antwoorden blijven op dit toestel tot u ze indient.',
    start: 'Schrijf een aanvraag',
  },
  refused: {
    title: (count: number) =>
      count === 1
        ? 'Iets wat u vastlegde, is niet verwerkt'
        : `${whole(count)} dingen die u vastlegde, zijn niet verwerkt`,
    look: 'Kijk waarom, en kies wat u doet',
  },
  happened: {
    title: 'Net gebeurd',
    none: 'Nog niets. Zodra iemand iets vastlegt, staat het hier.',
  },
} as const;

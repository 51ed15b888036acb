// The list of proposals, and the words for the state of one that other screens show too.
import type { ProposalState } from '../../domain/rows.ts';
import type { AttentionKind } from '../../domain/today.ts';
import { counted, day, euro, whole } from '../format.ts';

/** What the list can be narrowed to; each proposal is in exactly one of them, besides `all` and `turn`. */
export type ProposalGroup = 'draft' | 'submitted' | 'agenda' | 'running' | 'done';
export type ProposalFilter = 'all' | 'turn' | ProposalGroup;

const states: Readonly<Record<ProposalState, string>> = {
  draft: 'Concept',
  submitted: 'Ingediend',
  returned: 'Aanvulling gevraagd',
  awarded: 'Toegekend',
  partly_awarded: 'Deels toegekend',
  refused: 'Afgewezen',
  deferred: 'Aangehouden',
  finished: 'Afgerond',
  withdrawn: 'Ingetrokken',
};

const filters: Readonly<Record<ProposalFilter, string>> = {
  all: 'Alles',
  turn: 'Wacht op u',
  draft: 'Concept',
  submitted: 'Ingediend',
  agenda: 'Op de agenda',
  running: 'Loopt',
  done: 'Klaar',
};

/** `2026-021`: as people write it on paper and say it in a meeting. */
export function proposalNumber(year: number, number: number): string {
  return `${year}-${String(number).padStart(3, '0')}`;
}

/** A draft may have no title yet. */
export const titleOr = (title: string): string => (title.trim() === '' ? 'Aanvraag zonder naam' : title);

/** What a proposal in the list asks; the list names the proposal already. Kinds about a whole meeting never stand there. */
const turnNotes: Readonly<Record<AttentionKind, string>> = {
  meeting_open: 'De vergadering is bezig',
  meeting_today: 'Vandaag in de vergadering',
  proposal_returned: 'Vul de aanvraag aan',
  claim_returned: 'Vul uw declaratie aan',
  second_count: 'Tel de handtekeningen na',
  count_differs: 'Twee tellingen verschillen',
  claim_to_judge: 'Beoordeel een declaratie',
  claim_second: 'Geef een tweede goedkeuring',
  countersign_asked: 'Teken voor een declaratie',
  advance_to_account: 'Reken uw voorschot af',
  advance_to_settle: 'Kijk een afrekening na',
  advance_refund: 'Maak de rest van uw voorschot over',
  payment_to_record: 'Betaal een declaratie',
  finding_to_answer: 'Vraag van de kascommissie',
  decision_flagged: 'Kijk het besluit na',
  meeting_not_closed: 'Sluit de vergadering',
  advice_asked: 'Geef advies',
  term_over: 'De tijd om te reageren is voorbij',
  proposal_to_schedule: 'Zet op de agenda',
  draft_to_submit: 'Dien de aanvraag in',
  written: 'Er staat een taak voor u',
  next_step: 'De volgende stap is voor u',
  stack_second_count: 'Tel stembriefjes na',
  stack_differs: 'Twee tellingen verschillen',
  consultation_to_close: 'Stel de uitslag vast',
  list_to_adopt: 'Stel de besluitenlijst vast',
  objection_to_answer: 'Geef antwoord op een bezwaar',
  advice_late: 'Het advies is er nog niet',
  advice_to_handle: 'Bespreek het advies',
  correction_to_get: 'Vraag om de aanvulling',
  counter_contribution: 'Tegenprestatie nog open',
  outcome_due: 'Vertel wat het project opleverde',
  outcome_year_due: 'Vertel hoe het afgelopen jaar ging',
  bank_lines: 'Koppel bankregels',
  year_to_close: 'Sluit het jaar',
  plan_due: 'Maak het bestedingsplan',
  sheets_to_destroy: 'Vernietig de lijsten',
};

export const nlProposals = {
  title: 'Aanvragen',
  ownTitle: 'Uw aanvragen',
  create: 'Nieuwe aanvraag',
  search: 'Zoek een aanvraag',
  searchExample: 'Naam, straat of nummer',
  filterLabel: 'Laat zien',
  filters,
  states,
  caption: (year: number) => `Aanvragen van ${year}`,
  columns: {
    proposal: 'Aanvraag',
    quarter: 'Buurt',
    requested: 'Gevraagd',
    support: 'Draagvlak',
    state: 'Stand',
  },
  noNumber: 'nog geen nummer',
  noQuarter: 'Hele wijk',
  onAgenda: (plannedOn: string) => `Vergadering van ${day(plannedOn)}`,
  submittedOn: (date: string) => `Ingediend op ${day(date)}`,
  awarded: (cents: number) => `${euro(cents)} toegekend`,
  turn: 'Wacht op u',
  turnNote: (kind: AttentionKind) => turnNotes[kind],
  noAmount: 'nog niet bekend',
  agenda: 'Op de agenda',
  sum: (count: number, year: number, cents: number) =>
    `${counted(count, 'aanvraag', 'aanvragen')} in ${year}, samen ${euro(cents)} gevraagd.`,
  sumPending: (cents: number) => `Daarvan is ${euro(cents)} nog niet bevestigd door de server.`,
  turnFirst: 'Wat op u wacht staat bovenaan.',
  more: (count: number) => (count === 1 ? 'Laat de andere aanvraag zien' : `Laat de andere ${whole(count)} zien`),
  empty: {
    title: (year: number) => `Nog geen aanvragen in ${year}`,
    text: 'Voer een aanvraag in die u op papier kreeg, of schrijf zelf een idee op.',
    ownTitle: 'U heeft nog geen aanvraag',
    ownText: 'Schrijf op wat u in uw buurt wilt doen. U kunt altijd stoppen en later verdergaan.',
    readOnlyText: 'U ziet hier alleen aanvragen die de commissie met u deelt.',
    action: 'Schrijf een aanvraag',
  },
  published: {
    title: 'Besluiten over aanvragen',
    lead: 'Wat de commissie besloot en openbaar maakte. Een aanvraag zonder besluit ziet alleen de commissie.',
    on: (date: string) => `Besloten op ${date}`,
    untitled: 'Aanvraag waarvan de naam hier niet staat',
    none: ['Nog geen besluiten', 'Zodra een vergadering gesloten is, staan haar besluiten hier.'],
  },
  nothing: {
    title: 'Geen aanvraag gevonden',
    text: 'Controleer of het woord goed gespeld is, of zoek in alle aanvragen.',
    action: 'Laat alle aanvragen zien',
  },
} as const;

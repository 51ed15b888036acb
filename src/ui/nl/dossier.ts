// The dossier of one proposal: from the idea to the last receipt, in one place.
import type { TaskId, TaskStatus } from '../../domain/dossier.ts';
import type { ClaimState } from '../../domain/rows.ts';
import type { RoadFound, RoadStep } from '../../domain/ruleCheck/road.ts';
import { counted, day, euro, whole } from '../format.ts';
import { proposalNumber } from './proposals.ts';

/** What a line of the task list is about, as far as this phone knows it. */
export interface TaskFacts {
  readonly count: number;
  readonly cents: number;
  readonly submittedOn: string | null;
  readonly returnReason: string;
  /** "41 voor, 6 tegen"; empty when this person may not see numbers yet. */
  readonly support: string;
  readonly meetingDay: string | undefined;
  readonly reportDueOn: string;
  /** Undefined while it is not known. */
  readonly road: (RoadFound & { readonly step: RoadStep }) | undefined;
  readonly publishedUntil: string | undefined;
  /** Nobody has to do it any more. */
  readonly over: boolean;
}

export interface TaskLine {
  readonly note: string;
  readonly status: string;
}

type Words<Id extends TaskId> = Readonly<Record<TaskStatus[Id], (facts: TaskFacts) => TaskLine>>;
const sheets = (count: number): string => counted(count, 'lijst', 'lijsten');
const claimsWord = (count: number): string => counted(count, 'declaratie', 'declaraties');
const line = (note: string, status: string): TaskLine => ({ note, status });

const proposal: Words<'proposal'> = {
  incomplete: ({ count }) =>
    line(`${count === 1 ? 'Er mist nog 1 ding' : `Er missen nog ${whole(count)} dingen`} om in te dienen`, 'Concept'),
  ready_to_submit: () => line('Compleet, nog niet ingediend', 'Concept'),
  submitted: ({ submittedOn, cents }) =>
    line(submittedOn === null ? `${euro(cents)} gevraagd` : `Ingediend op ${day(submittedOn)}`, 'Klaar'),
  returned: ({ returnReason }) => line(returnReason, 'Aanvulling gevraagd'),
  withdrawn: () => line('De aanvraag is ingetrokken', 'Ingetrokken'),
};

const support: Words<'support'> = {
  none: ({ over }) =>
    over
      ? line('Er zijn geen handtekeningen geteld', 'Overgeslagen')
      : line('Nog geen handtekeningen geteld', 'Nog niet'),
  second_count_due: ({ count, support: numbers }) =>
    line(
      `${sheets(count)} ${count === 1 ? 'wacht' : 'wachten'} op een tweede telling.${numbers === '' ? '' : ` Tot nu toe ${numbers}.`}`,
      'Natellen',
    ),
  differs: ({ count }) => line(`Bij ${sheets(count)} verschillen de twee tellingen`, 'Verschil'),
  counted: ({ count, support: numbers }) => line(`${numbers}, op ${sheets(count)}`, 'Klaar'),
};

/** What has to come before the decision, where something does. */
function onRoad({ road, publishedUntil = '' }: TaskFacts, otherwise: string): string {
  const limit = road === undefined ? '' : euro(road.limitCents);
  switch (road?.step) {
    case 'to_consult':
      return `${road.because === 'consult_from' ? 'Vanaf' : 'Boven'} ${limit}: vraag eerst de wijk om haar mening`;
    case 'to_publish':
      return `Vanaf ${limit}: maak het plan eerst bekend`;
    case 'term_running':
      return `De wijk kan reageren tot en met ${day(publishedUntil)}`;
    default:
      return otherwise;
  }
}

const decision: Words<'decision'> = {
  not_submitted: () => line('Kan na het indienen', 'Nog niet'),
  waiting: (facts) => line(onRoad(facts, 'Nog niet op een agenda'), 'Te plannen'),
  on_agenda: (facts) =>
    line(
      onRoad(facts, 'De commissie beslist in de vergadering'),
      facts.meetingDay === undefined ? 'Op de agenda' : day(facts.meetingDay),
    ),
  awarded: ({ cents }) => line(`${euro(cents)} toegekend`, 'Toegekend'),
  partly_awarded: ({ cents }) => line(`${euro(cents)} toegekend, minder dan gevraagd`, 'Deels toegekend'),
  refused: () => line('De commissie heeft de aanvraag afgewezen', 'Afgewezen'),
  deferred: () => line('De commissie heeft het besluit uitgesteld', 'Aangehouden'),
};

const payout: Words<'payout'> = {
  no_award: () => line('Kan na een toekenning', 'Nog niet'),
  nothing_approved: () => line('Kan als er een declaratie is goedgekeurd', 'Nog niet'),
  to_pay: ({ count, cents }) => line(`${claimsWord(count)} goedgekeurd, samen ${euro(cents)}`, 'Te betalen'),
  paid: ({ cents }) => line(`${euro(cents)} uitbetaald`, 'Betaald'),
  finished: ({ cents }) => line(`${euro(cents)} uitbetaald. De aanvraag is afgerond`, 'Klaar'),
};

const receipts: Words<'receipts'> = {
  none: () => line('Nog geen bonnen', 'Nog niet'),
  waits_for_decision: ({ count, cents }) =>
    line(`${claimsWord(count)} van samen ${euro(cents)}. Dat wacht op het besluit`, 'Wacht op besluit'),
  to_judge: ({ count, cents }) => line(`${claimsWord(count)} van samen ${euro(cents)}`, 'Te beoordelen'),
  returned: ({ count }) => line(`${claimsWord(count)} terug naar de indiener`, 'Aanvulling gevraagd'),
  judged: ({ count }) => line(`${claimsWord(count)} beoordeeld`, 'Klaar'),
};

const left = (count: number): string => `Nog ${counted(count, 'vraag', 'vragen')} te beantwoorden`;

const report: Words<'report'> = {
  report_none: () => line('Kan na een toekenning', 'Nog niet'),
  report_running: ({ reportDueOn }) =>
    line(`Foto’s, bezoekers en een kort verhaal, voor ${day(reportDueOn)}`, 'Nog niet'),
  report_due: ({ count, reportDueOn }) => line(`${left(count)}, voor ${day(reportDueOn)}`, 'Te vertellen'),
  report_year_due: ({ count }) =>
    line(
      count === 1 ? 'Vertel hoe het afgelopen jaar ging' : `Vertel hoe ${whole(count)} jaren gingen`,
      'Te vertellen',
    ),
  report_reported: () => line('Verteld hoe het ging', 'Klaar'),
  report_closed: () => line('Verteld hoe het ging. De aanvraag is afgerond', 'Klaar'),
};

const taskWords: { readonly [Id in TaskId]: Words<Id> } = { proposal, support, decision, payout, receipts, report };

const taskTitles: Readonly<Record<TaskId, string>> = {
  proposal: 'Aanvraag',
  support: 'Draagvlak',
  decision: 'Besluit',
  payout: 'Uitbetaling',
  receipts: 'Bonnen',
  report: 'Verantwoording',
};

const claimStates: Readonly<Record<ClaimState, string>> = {
  submitted: 'Ingediend',
  returned: 'Aanvulling gevraagd',
  approved: 'Goedgekeurd',
  rejected: 'Afgewezen',
};

export const nlDossier = {
  back: 'Alle aanvragen',
  backOwn: 'Uw aanvragen',
  kicker: (year: number, number: number | null, submittedOn: string | null) =>
    number === null
      ? `Concept voor ${year}`
      : `${proposalNumber(year, number)}${submittedOn === null ? '' : `, ingediend op ${day(submittedOn)}`}`,
  numberForecast: 'Het nummer is voorlopig, tot de server het bevestigt.',
  tasks: {
    title: 'Van aanvraag tot verantwoording',
    done: (done: number, all: number) => `${whole(done)} van ${whole(all)} klaar`,
    titles: taskTitles,
    yourTurn: 'Wacht op u',
    words: <Id extends TaskId>(id: Id, status: TaskStatus[Id], facts: TaskFacts): TaskLine =>
      taskWords[id][status](facts),
  },
  turn: {
    yours: 'U bent aan de beurt',
    report: {
      title: 'Vertel hoe het ging',
      text: 'Het is voorbij. Wie kwam er, en werd het prettiger in de wijk?',
      button: 'Vertel hoe het ging',
    },
    incomplete: {
      title: 'Vul de aanvraag aan',
      text: (count: number) =>
        count === 1
          ? 'Er mist nog 1 ding. Daarna kunt u indienen.'
          : `Er missen nog ${whole(count)} dingen. Daarna kunt u indienen.`,
      button: 'Vul de aanvraag aan',
    },
    ready: {
      title: 'Dien de aanvraag in',
      text: 'Alles is ingevuld. Na het indienen krijgt de aanvraag een nummer en kan zij op de agenda.',
      button: (cents: number) => `Dien in: ${euro(cents)} gevraagd`,
    },
    returned: {
      title: 'Vul de aanvraag aan',
      text: (reason: string) => `De commissie vraagt: ${reason}`,
      button: 'Vul de aanvraag aan',
    },
    secondCount: {
      title: (numbers: readonly number[]) =>
        numbers.length === 1 ? `Tel lijst ${whole(numbers[0] ?? 0)} na` : `Tel ${sheets(numbers.length)} na`,
      text: 'Dat kan met het papier of met de foto. U ziet pas daarna wat de eerste persoon telde.',
      button: 'Begin met tellen',
    },
    differs: {
      title: 'Twee tellingen verschillen',
      text: 'Leg het papier erbij en kies welke telling geldt.',
      button: 'Bekijk de tellingen',
    },
    schedule: {
      title: 'Zet de aanvraag op de agenda',
      text: 'De commissie beslist in een vergadering.',
      noMeeting: 'Er is nog geen vergadering gepland.',
      plan: 'Plan een vergadering',
    },
    pay: {
      title: (cents: number) => `Betaal ${euro(cents)}`,
      text: (count: number) =>
        `Er ${count === 1 ? 'is 1 declaratie' : `zijn ${whole(count)} declaraties`} goedgekeurd.`,
      button: 'Naar de betaling',
    },
    judge: {
      title: (cents: number) => `Beoordeel ${euro(cents)} aan bonnen`,
      text: (count: number) => `Er ${count === 1 ? 'wacht 1 declaratie' : `wachten ${whole(count)} declaraties`}.`,
      button: 'Naar de declaratie',
    },
    claimBack: {
      title: 'Vul uw declaratie aan',
      text: 'De penningmeester gaf uw declaratie terug.',
      button: 'Vul de declaratie aan',
    },
  },
  money: {
    title: 'Het geld',
    requested: 'Gevraagd',
    awarded: 'Toegekend',
    paid: 'Uitbetaald',
    pendingPaid: (cents: number) => `Ook ${euro(cents)} betaald, nog niet bevestigd door de server.`,
    pendingRow: 'Deze bedragen zijn nog niet bevestigd door de server.',
    left: (cents: number) => `Nog ${euro(cents)} te besteden.`,
  },
  plan: {
    title: 'Het plan in het kort',
    edit: 'Wijzig',
    applicant: 'Wie vraagt aan',
    kind: 'Soort',
    themes: 'Thema’s',
    quarters: 'Buurten',
    whole: 'De hele wijk',
    noSummary: 'Nog niet beschreven.',
    noThemes: 'Nog niet gekozen',
    lines: (count: number) => `Begroting: ${counted(count, 'post', 'posten')}`,
    linesCaption: 'Begroting',
    what: 'Waarvoor',
    amount: 'Bedrag',
    total: 'Samen',
  },
  decisions: {
    title: 'Besluit',
    titleMany: 'Besluiten',
    on: (date: string) => `Besloten op ${day(date)}`,
    toMeeting: 'Bekijk de vergadering',
  },
  claims: {
    title: 'Declaraties',
    none: 'Nog geen declaraties.',
    add: 'Leg een bon vast',
    states: claimStates,
    paid: 'Betaald',
    partlyPaid: (cents: number) => `${euro(cents)} betaald`,
    approved: (cents: number) => `${euro(cents)} goedgekeurd`,
    waits: 'Wacht op besluit',
    for: (payee: string) => (payee === '' ? 'Declaratie' : payee),
    on: (iso: string) => `Ingediend op ${day(iso)}`,
  },
  notes: {
    title: 'Alleen voor de commissie',
    label: 'Notitie',
    hint: 'De indiener ziet dit niet. Schrijf zo, dat u het ook zou zeggen als zij erbij waren.',
    add: 'Voeg de notitie toe',
    open: 'Schrijf een notitie',
    none: 'Nog geen notities.',
    by: (role: string, when: string) => `${role}, ${when}`,
    someone: 'Iemand uit de commissie',
    saved: 'Notitie toegevoegd op dit toestel',
    empty: 'Schrijf eerst iets op',
  },
  history: {
    title: 'Geschiedenis',
    none: 'Er is nog niets gebeurd.',
    created: 'Opgeschreven',
    submitted: 'Ingediend',
    changed: (fields: string) => `Gewijzigd: ${fields}`,
    by: (what: string, who: string) => `${what}, door ${who}`,
    when: (moment: string, name: string | undefined) => (name === undefined ? moment : `${moment}, ${name}`),
    before: (field: string) => `${field} was`,
    after: 'werd',
    see: 'Bekijk wat er stond',
    returned: 'Aanvulling gevraagd',
    submittedAgain: 'Aangevuld en opnieuw ingediend',
    withdrawn: 'Ingetrokken',
    decided: (outcome: string, cents: number) =>
      cents > 0 ? `Besluit: ${outcome}, ${euro(cents)}` : `Besluit: ${outcome}`,
    corrected: (outcome: string, cents: number) =>
      cents > 0 ? `Besluit hersteld: ${outcome}, ${euro(cents)}` : `Besluit hersteld: ${outcome}`,
    counted: (sheet: number, who: string | undefined) =>
      who === undefined ? `Lijst ${whole(sheet)} geteld` : `Lijst ${whole(sheet)} geteld door ${who}`,
    claimed: (cents: number) => `Declaratie van ${euro(cents)}`,
    paid: (cents: number) => `${euro(cents)} betaald`,
    reversed: (cents: number) => `Betaling van ${euro(cents)} teruggedraaid`,
    onlyHere: (when: string) => `${when}, alleen op dit toestel`,
    more: (count: number) => `Laat ${counted(count, 'oudere gebeurtenis', 'oudere gebeurtenissen')} zien`,
  },
  actions: {
    title: 'Wat u kunt doen',
    submit: (cents: number) => `Dien in: ${euro(cents)} gevraagd`,
    submitted: 'Aanvraag ingediend op dit toestel',
    schedule: (date: string) => `Zet op de agenda van ${day(date)}`,
    scheduled: (date: string) => `Op de agenda van ${day(date)} gezet`,
    giveBack: 'Geef terug voor aanvulling',
    withdraw: 'Trek de aanvraag in',
    finish: 'Rond de aanvraag af',
  },
  giveBack: {
    title: 'Geef de aanvraag terug',
    label: 'Wat moet er nog bij?',
    hint: 'De indiener leest dit. Wees precies, bijvoorbeeld: stuur de offerte van de tent mee',
    button: 'Geef de aanvraag terug',
    cancel: 'Laat staan',
    saved: 'De aanvraag is terug voor aanvulling',
    error: 'Schrijf op wat er nog bij moet',
  },
  withdraw: {
    title: 'Aanvraag intrekken?',
    text: 'Dit kunt u niet ongedaan maken. De aanvraag blijft leesbaar, met de reden erbij.',
    textAwarded: (cents: number) =>
      `Dit kunt u niet ongedaan maken. De toegekende ${euro(cents)} komt weer vrij voor andere plannen.`,
    label: 'Waarom',
    button: 'Trek de aanvraag in',
    cancel: 'Laat staan',
    saved: 'De aanvraag is ingetrokken',
    error: 'Schrijf op waarom de aanvraag wordt ingetrokken',
  },
  finish: {
    title: 'Aanvraag afronden?',
    text: (leftCents: number) =>
      leftCents > 0
        ? `Dit kunt u niet ongedaan maken. Wat niet is uitbetaald, ${euro(leftCents)}, komt weer vrij voor andere plannen.`
        : 'Dit kunt u niet ongedaan maken. Daarna kunnen er geen bonnen meer bij.',
    button: (leftCents: number) => (leftCents > 0 ? `Rond af: ${euro(leftCents)} komt vrij` : 'Rond de aanvraag af'),
    cancel: 'Nog niet',
    saved: 'De aanvraag is afgerond',
  },
  initiator: {
    title: 'De indiener',
    none: 'Wie het plan bedacht, kan zelf meekijken en bonnen sturen. Alleen deze aanvraag is dan te zien.',
    add: 'Nodig de indiener uit',
    name: 'Naam van de indiener',
    nameHint: 'Alleen de commissie ziet deze naam',
    button: 'Voeg toe en nodig uit',
    existing: 'Of kies iemand die al meedoet',
    choose: 'Kies een naam',
    bind: 'Laat meekijken',
    bound: 'Kijkt nu ook mee met deze aanvraag',
    invite: (name: string) => `Nodig ${name} uit`,
    noName: 'Naam onbekend',
    error: 'Vul de naam van de indiener in',
    errorChoice: 'Kies iemand',
  },
} as const;

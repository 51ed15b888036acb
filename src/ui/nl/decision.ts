// Deciding: votes, the decision and its amount, what was decided, and correcting it later.
import type { DecisionFlag, DecisionOutcome, TieSettled, Voting } from '../../domain/rows.ts';
import type { VoteResult } from '../../domain/votes.ts';
import { and, counted, dayWithYear, euro, time } from '../format.ts';

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

const sides = { for: 'voor', against: 'tegen' } as const;

const resultWords: Readonly<Record<Exclude<VoteResult, 'tied'>, string>> = {
  for: 'De stemmen zijn voor.',
  against: 'De stemmen zijn tegen.',
  postponed: 'Volgens uw regels komt de aanvraag terug in de volgende vergadering.',
  none: 'Niemand stemde voor of tegen.',
};

const votings: Readonly<Record<Voting, string>> = {
  hands: 'Met handopsteken',
  by_name: 'Op naam',
  paper: 'Op briefjes, geheim',
};

export const nlDecision = {
  outcomes,
  flags,
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
      drawnHere: (side: 'for' | 'against') => `Dit toestel trok het lot: ${sides[side]}`,
      drawnBefore: (side: 'for' | 'against') => `Eerder trok dit toestel: ${sides[side]}`,
      byHand: 'Het lot is in de zaal getrokken',
      who: 'Wie trok het lot, en wie keek mee?',
      whoHint: 'Bijvoorbeeld: de secretaris trok, twee bewoners keken mee',
      open: 'Zonder deze keuze staat bij het besluit dat niet bekend is hoe het staken is opgelost.',
      said: (tie: TieSettled) => tieWords(tie),
    },
    otherwise: (result: Exclude<VoteResult, 'tied'>) =>
      `${resultWords[result]} Uw besluit zegt iets anders. Legt u het zo vast, dan staat dat bij het besluit.`,
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
} as const;

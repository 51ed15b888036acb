// Bestedingsplan: what the committee expects to spend next year, and how sure that is.
import type { YearAmount } from '../../domain/plan/past.ts';
import type { PlanKind } from '../../domain/rows.ts';
import { and, counted, dayWithYear, euro } from '../format.ts';

/** "€ 450,00 in 2024 en € 500,00 in 2025", oldest first. */
const inYears = (amounts: readonly YearAmount[]): string =>
  and([...amounts].sort((a, b) => a.year - b.year).map(({ year, cents }) => `${euro(cents)} in ${year}`));

export const nlPlan = {
  title: (year: number) => `Bestedingsplan ${year}`,
  lead: 'De app maakt het concept uit wat er al is. U hoeft alleen te wijzigen wat anders wordt.',
  back: 'Kas',
  link: (year: number) => `Maak het bestedingsplan voor ${year}`,
  linkNote: 'Klaar vóór 1 oktober. Het concept staat er al',
  dueNote: (year: number) => `Het plan voor ${year} moet vóór 1 oktober ${year - 1} bij de gemeente zijn.`,
  empty: 'Er is nog niets om een plan uit te maken. Voeg zelf regels toe.',
  low: 'Minstens',
  expected: 'Verwacht',
  high: 'Hoogstens',
  sums: {
    title: 'In totaal',
    spend: 'Verwachte uitgaven',
    range: (low: number, high: number) => `Tussen ${euro(low)} en ${euro(high)}`,
    exact: 'Dit bedrag staat vast',
    grant: 'Budget van de gemeente',
    grantGuess: (year: number) => `Budget van ${year} is nog niet bekend. Hier staat dat van ${year - 1}.`,
    carried: 'Komt mee: toegekend, nog niet uitbetaald',
    left: (cents: number) => `Naar verwachting blijft er ${euro(cents)} over.`,
    short: (cents: number) => `Naar verwachting komt u ${euro(cents)} tekort.`,
    even: 'Het plan komt precies uit.',
    mayRunOut: (cents: number) => `Valt alles hoog uit, dan komt u ${euro(cents)} tekort.`,
  },
  themes: {
    title: 'Per thema',
    theme: 'Thema',
    none: 'Nog geen thema',
    total: 'Samen',
    says: (low: number, high: number, most: number) =>
      `Van ${euro(low)} zeker tot ${euro(high)}. De hele balk is ${euro(most)}`,
    how: 'Het volle deel komt er vrijwel zeker. Het gestreepte deel kan nog komen.',
  },
  kinds: {
    recurring: 'Komt ieder jaar terug',
    promise: 'Toegekend en loopt door',
    ideas: 'Ideeën uit de wijk',
    new: 'Andere projecten',
    own_costs: 'Eigen kosten',
    added: 'Zelf toegevoegd',
  } satisfies Readonly<Record<PlanKind, string>>,
  lineTitles: {
    ideas: 'Wat er komt van ideeën uit de wijk',
    new: (theme: string) => `Andere projecten: ${theme}`,
    own_costs: 'Eigen kosten van de commissie',
  },
  reasons: {
    held_in: (amounts: readonly YearAmount[]) =>
      amounts.length === 0 ? 'Is dit jaar aangevraagd, nog niet besloten' : `Kreeg ${inYears(amounts)}`,
    until: (until: string) => `Loopt tot ${dayWithYear(until)} en is nog niet uitbetaald`,
    noEnd: 'Nog niet uitbetaald, en zonder einddatum. Misschien nog dit jaar',
    ideas: (open: number, settled: number, awarded: number, typicalCents: number) =>
      settled === 0
        ? `${counted(open, 'idee ligt', 'ideeën liggen')} klaar. Van eerdere ideeën is nog niet bekend wat ervan kwam`
        : `${counted(open, 'idee ligt', 'ideeën liggen')} klaar. Van ${counted(settled, 'eerder idee', 'eerdere ideeën')} ${
            awarded === 0
              ? 'werd nog niets een project'
              : `${awarded === 1 ? 'werd er 1' : `werden er ${awarded}`} een project, meestal van ${euro(typicalCents)}`
          }`,
    other_years: (amounts: readonly YearAmount[]) =>
      amounts.length === 1
        ? `Was ${inYears(amounts)}. Meer jaren kent de app nog niet, dus dit is onzeker`
        : `Was ${inYears(amounts)}`,
    heldSame: (year: number) => `Kreeg dit bedrag in ${year}`,
    wasSame: (year: number) => `Was dit bedrag in ${year}. Meer jaren kent de app nog niet, dus dit is onzeker`,
    most: (reason: string) => `${reason}. Is het anders, dan staat het erbij.`,
    by_hand: 'Zelf toegevoegd',
    changed: (reason: string) => `Gewijzigd. ${reason}`,
  },
  lines: {
    between: (low: number, high: number) => `${euro(low)} tot ${euro(high)}`,
    leftOut: 'Weggelaten',
    leftOutTitle: 'Weggelaten uit het plan',
    add: 'Voeg een regel toe',
  },
  form: {
    new: 'Nieuwe regel',
    title: 'Waar is het voor?',
    theme: 'Thema',
    asProposal: (count: number) => `Zoals in de aanvraag (${count} thema’s)`,
    noTheme: 'Geen, of nog niet bekend',
    rangeHint: 'Weet u het precies? Vul dan drie keer hetzelfde in.',
    titleMissing: 'Vul in waar het voor is',
    order: 'Dit moet tussen Minstens en Hoogstens in liggen, of er gelijk aan zijn',
    save: 'Bewaar de regel',
    leaveOut: 'Laat deze regel weg',
    takeBack: 'Neem deze regel weer op',
    asDraft: 'Zet terug zoals het concept',
    saved: 'De regel is bewaard op dit toestel',
    leftOut: (title: string) => `Weggelaten: ${title}`,
    tookBack: (title: string) => `Weer opgenomen: ${title}`,
    gone: 'Deze regel staat niet meer in het concept.',
  },
  finish: {
    title: 'Vaststellen en versturen',
    text: 'Stel het plan vast als de commissie het eens is. Wat er dan staat, blijft zo bewaard. Stuur daarna de PDF of het Excel-bestand naar de gemeente.',
    button: 'Stel dit plan vast',
    done: 'Het plan is vastgesteld en bewaard op dit toestel',
    versions: 'Vastgestelde plannen',
    noVersions: 'Er is nog geen plan vastgesteld.',
    version: (year: number, on: string) => `${year}, vastgesteld op ${dayWithYear(on)}`,
    readOnly: 'Het concept maakt de commissie. Hier staan de plannen die zijn vastgesteld.',
  },
  print: {
    button: 'Druk af of bewaar als PDF',
    go: 'Bekijk om af te drukken',
    concept: 'Concept: dit plan is nog niet vastgesteld.',
    finished: (on: string) => `Vastgesteld op ${dayWithYear(on)}.`,
    how: 'Van elk bedrag staat er wat het minstens, naar verwachting en hoogstens wordt. Het is een schatting uit eerdere jaren.',
    missing: 'Dit plan staat niet op dit toestel.',
  },
  xlsx: {
    button: 'Bewaar als Excel-bestand',
    name: (name: string, year: number) => `bestedingsplan-${year}-${name.toLowerCase().replaceAll(/\W+/g, '-')}.xlsx`,
    lines: 'Regels',
    kind: 'Soort',
    what: 'Waarvoor',
    why: 'Waarom dit bedrag',
    themes: 'Thema’s',
    failed: 'Het bestand kon niet worden gemaakt. Probeer het nog eens met internet.',
  },
} as const;

// De bank: files, what each line is, and what Buurtkas remembers.
import type { ChainProblem } from '../../domain/bank/chain.ts';
import type { Certainty, Reason } from '../../domain/matching/proposals.ts';
import type { BankAccountKind, ExplainedWhy } from '../../domain/rows.ts';
import { and, counted, day, euro, whole } from '../format.ts';

const lines = (count: number): string => counted(count, 'regel', 'regels');

export const nlBank = {
  title: 'Bank',
  back: 'Kas',
  hidden: 'De bank zien alleen de penningmeester, de voorzitter en de kascommissie.',
  tabs: {
    label: 'Onderdelen van de bank',
    open: 'Nog te koppelen',
    matched: 'Gekoppeld',
    files: 'Bestanden',
    rules: 'Onthouden',
  },
  pick: {
    button: 'Lees een bankbestand in',
    drop: 'Of sleep het bestand hierheen. Het blijft op dit toestel tot u het inleest.',
    which: 'MT940, CAMT.053 of CSV, zoals uw bank het geeft. Meer bestanden tegelijk of een zip mag ook.',
    several: (first: string, others: number) => `${first} en ${counted(others, 'ander bestand', 'andere bestanden')}`,
    reading: 'Bezig met lezen',
  },
  open: {
    title: (count: number) => (count === 0 ? 'Alle bankregels zijn gekoppeld' : `Nog ${lines(count)} te koppelen`),
    lead: (sure: number) =>
      sure === 0 ? 'Buurtkas boekt niets zonder u.' : `Van ${lines(sure)} is Buurtkas zeker. U zegt of het klopt.`,
    none: ['Alles is gekoppeld', 'Lees het volgende bankbestand in als het er is.'],
    noFile: ['Nog geen bankbestand', 'Download een bestand bij uw bank en lees het hier in. Dat kan zonder internet.'],
    allSure: (count: number) => `Klopt: koppel ${whole(count)} zekere regels`,
    allDone: (count: number) => `${lines(count)} gekoppeld`,
    someFailed: (count: number) => `${lines(count)} niet gelukt. Kijk ze één voor één na.`,
    ok: 'Klopt',
    okName: (what: string, cents: number) => `Klopt: ${what}, ${euro(cents)}`,
    choose: 'Kies zelf',
    chooseName: (name: string, cents: number) => `Kies zelf wat ${euro(cents)} ${name} is`,
    nothing: 'Nog niets gevonden.',
    on: (iso: string) => `op ${day(iso)}`,
    from: (name: string, text: string) =>
      [name || 'Onbekend', text === '' ? '' : `“${text}”`].filter((part) => part !== '').join(', '),
    more: (count: number) => `Toon nog ${lines(count)}`,
    done: (cents: number) => `${euro(cents)} gekoppeld`,
    undoReason: 'Per ongeluk gekoppeld',
  },
  certainty: { sure: 'Zeker', likely: 'Waarschijnlijk', maybe: 'Misschien' } satisfies Readonly<
    Record<Certainty, string>
  >,
  /** What can be checked comes first; with two of those the rest only makes the line long. */
  because: (reasons: readonly Reason[]) => {
    const checked = (['reference', 'amount', 'iban', 'name'] as const).filter((reason) => reasons.includes(reason));
    const others = reasons.filter((reason) => otherWords[reason] !== undefined);
    const fits =
      checked.length === 0
        ? []
        : [`${and(checked.map((reason) => checkedWords[reason]))} ${checked.length === 1 ? 'klopt' : 'kloppen'}`];
    const said = and([...fits, ...(checked.length > 1 ? [] : others.map((reason) => otherWords[reason] ?? ''))]);
    return said.charAt(0).toUpperCase() + said.slice(1);
  },
  target: {
    payment: (payee: string, project: string) => `Declaratie van ${payee}${project === '' ? '' : `, ${project}`}`,
    part: (cents: number) => `deel: ${euro(cents)}`,
    takenBack: (what: string) => `${what} (later teruggeboekt)`,
    refund: (payee: string) => `Teruggave van ${payee}`,
    cost: (what: string) => `Eigen kosten: ${what}`,
    costRefund: (what: string) => `Eigen kosten terug: ${what}`,
    back: (left: number, of: number) => `Hiervan kan nog ${euro(left)} van ${euro(of)} terugkomen`,
    backByHand: (left: number) =>
      `Staat al in de kas: met de hand teruggeboekt. Nog niet bij de bank gezien: ${euro(left)}`,
    grant: (year: number, book: boolean) =>
      book ? `Extra budget van de gemeente voor ${year}` : `Budget van de gemeente ${year}, stond al in de kas`,
    coFinancing: (source: string) => `Cofinanciering van ${source}`,
    transferOut: (name: string) => `Overgemaakt naar ${name}`,
    transferIn: (name: string) => `Ontvangen van ${name}`,
    ownAccount: (name: string) => `Naar of van eigen rekening: ${name}`,
    award: (title: string) => `Toekenning ${title}: er is nog geen bon`,
    reversed: (on: string) => `Draait de regel van ${day(on)} terug`,
    unknown: 'Iets dat niet op dit toestel staat',
  },
  explained: {
    not_ours: 'Niet van de commissie',
    interest: 'Rente',
    deposit: 'Borg of statiegeld',
    other: 'Iets anders',
  } satisfies Readonly<Record<ExplainedWhy, string>>,
  refundReason: 'Teruggekomen volgens de bank',
  choose: {
    title: (cents: number) => `Wat is deze regel van ${euro(Math.abs(cents))}?`,
    question: 'Wat is het?',
    kinds: {
      claims: 'Eén of meer declaraties',
      cost: 'Eigen kosten van de commissie',
      recorded: 'Iets dat al in de kas staat',
      award: 'Betaald op een toekenning, de bon komt nog',
      refund: 'Een betaling kwam terug',
      cost_refund: 'Eigen kosten kwamen terug, helemaal of voor een deel',
      grant_known: 'Budget van de gemeente dat al in de kas staat',
      grant_new: 'Extra budget van de gemeente',
      co_financing: 'Cofinanciering',
      transfer: 'Naar of van een andere commissie',
      own_account: 'Naar of van een eigen rekening',
      explained: 'Iets anders, niet in de kas',
    },
    kindNotes: { explained: 'Er wordt niets geboekt. De regel gaat wel van de lijst.' },
    claims: 'Welke declaraties?',
    claimsHint: 'Kies er één voor een deelbetaling. Kies er meer als ze samen het bedrag zijn.',
    restTitle: (cents: number) => `Wat is de rest van ${euro(cents)}?`,
    said: 'Dit is al verdeeld',
    drop: 'Haal weg',
    dropName: (what: string) => `Haal weg: ${what}`,
    amount: 'Welk bedrag daarvan?',
    amountHint: (cents: number) =>
      `Laat leeg voor alles: ${euro(cents)}. Is de rest iets anders? Vul dan in hoeveel dit is.`,
    open: (cents: number) => `nog ${euro(cents)} te betalen`,
    takenBack: 'later teruggeboekt',
    back: (left: number, of: number) => (left === of ? euro(of) : `nog ${euro(left)} van ${euro(of)}`),
    what: 'Waarvoor?',
    whatHint: 'Iedereen die de kas mag zien leest dit. Schrijf geen rekeningnummer op.',
    which: 'Welke?',
    year: 'Van welk jaar?',
    why: 'Wat is het?',
    note: 'Toelichting',
    none: 'Kies',
    save: (cents: number) => `Koppel ${euro(Math.abs(cents))}`,
    next: (cents: number) => `Verder met de rest: ${euro(cents)}`,
    errors: {
      question: 'Kies wat deze regel is',
      claims: 'Kies minstens één declaratie',
      sum: (chosen: number, cents: number) =>
        `Samen is dit ${euro(chosen)}. Het gaat om ${euro(cents)}. ${
          chosen < cents
            ? `Kies er meer, of vul bij het bedrag ${euro(chosen)} in als de rest iets anders is.`
            : 'Kies declaraties die samen het bedrag zijn.'
        }`,
      tooMuch: (left: number) => `Van deze regel is nog ${euro(left)} over. Vul hoogstens dat in`,
      refund: (left: number) => `Hiervan kan hoogstens ${euro(left)} terugkomen. Vul in hoeveel dit is`,
      unseen: (left: number) => `Hiervan kan de bank nog ${euro(left)} laten zien. Vul hoogstens dat in`,
      twice: 'Dit koos u al voor een ander deel. Haal dat deel eerst weg',
      which: 'Kies er één',
      what: 'Schrijf op waarvoor dit was',
    },
    gone: 'Deze bankregel is er niet meer, of is al gekoppeld.',
  },
  matched: {
    caption: 'Gekoppelde bankregels, de nieuwste eerst',
    none: ['Nog niets gekoppeld', 'Zodra u een regel koppelt, staat die hier.'],
    loosen: 'Maak los',
    loosenName: (cents: number, name: string) => `Maak ${euro(cents)} ${name} los`,
    title: (cents: number) => `Koppeling van ${euro(Math.abs(cents))} losmaken`,
    lead: 'Wat deze koppeling boekte, wordt teruggeboekt. De regel staat daarna weer bij Nog te koppelen.',
    why: 'Waarom maakt u deze koppeling los?',
    whyMissing: 'Schrijf in één zin op waarom',
    save: 'Maak de koppeling los',
    done: 'De koppeling is los',
  },
  files: {
    title: 'Ingelezen bestanden',
    none: 'Nog geen bestand ingelezen.',
    line: (from: string, until: string, count: number) => `${day(from)} tot en met ${day(until)}, ${lines(count)}`,
    undone: (on: string, reason: string) => `Teruggedraaid op ${day(on)}: ${reason}`,
    undo: 'Draai terug',
    undoName: (name: string) => `Draai ${name} terug`,
    undoTitle: (name: string) => `${name} terugdraaien`,
    undoLead:
      'Alle regels uit dit bestand gaan weg, behalve wat ook in een ander bestand staat. Daarna kunt u het verbeterde bestand inlezen.',
    undoWhy: 'Waarom draait u dit bestand terug?',
    undoSave: (matched: number) =>
      matched === 0 ? 'Draai het bestand terug' : `Maak ${lines(matched)} los en draai het bestand terug`,
    undoDone: 'Het bestand is teruggedraaid',
    undoMatched: (count: number) =>
      `${lines(count)} uit dit bestand ${count === 1 ? 'is' : 'zijn'} gekoppeld. ${count === 1 ? 'Die koppeling gaat' : 'Die koppelingen gaan'} los, en wat erbij is geboekt, wordt teruggeboekt.`,
  },
  accounts: {
    title: 'Rekeningen',
    none: 'Een rekening komt er vanzelf bij als u een bestand inleest.',
    kinds: { payment: 'Betaalrekening', savings: 'Spaarrekening' } satisfies Readonly<Record<BankAccountKind, string>>,
    balance: (on: string) => `Volgens de bank op ${day(on)}`,
    noBalance: 'Het bestand noemt geen saldo',
    change: 'Wijzig',
    changeName: (name: string) => `Wijzig ${name}`,
    changeTitle: 'Wijzig de rekening',
    name: 'Naam in Buurtkas',
    nameMissing: 'Geef de rekening een naam',
    kind: 'Soort rekening',
    holder: 'Tenaamstelling bij de bank',
    save: 'Bewaar de rekening',
    saved: 'Bewaard op dit toestel',
    fits: 'De bestanden sluiten op elkaar aan.',
  },
  problem: (problem: ChainProblem, fileName: string): string => {
    const cents = 'cents' in problem ? euro(Math.abs(problem.cents)) : '';
    if (problem.kind === 'gap')
      return `Tussen ${day(problem.after)} en ${day(problem.before)} ontbreken regels: samen ${cents} verschil. Lees het bestand van die dagen in.`;
    if (problem.kind === 'part_missing')
      return `${fileName} is niet helemaal ingelezen: ${counted(problem.count, 'deel ontbreekt', 'delen ontbreken')}. Draai het terug en lees het opnieuw in.`;
    return `In ${fileName} is beginsaldo en regels samen niet het eindsaldo: ${cents} verschil.`;
  },
  rules: {
    lead: 'Wat u eerder koos voor dezelfde tegenrekening. Buurtkas stelt het voor en boekt niets zelf.',
    none: [
      'Nog niets onthouden',
      'Koppel een regel: bij de volgende van dezelfde rekening stelt Buurtkas hetzelfde voor.',
    ],
    line: (direction: 'in' | 'out') => (direction === 'in' ? 'Geld dat binnenkomt' : 'Geld dat weggaat'),
    payee: (name: string) => `Dit is de rekening van ${name}`,
    forget: 'Vergeet',
    forgetName: (name: string) => `Vergeet ${name}`,
    forgotten: 'Vergeten',
  },
  preview: {
    title: (fileName: string) => `${fileName} inlezen`,
    lead: 'Er is nog niets bewaard. Wat hier staat, wordt precies zo ingelezen.',
    account: (name: string) => `Rekening ${name}`,
    unknown: 'Deze rekening kent Buurtkas nog niet. Lees hem alleen in als hij van de commissie is.',
    include: 'Deze rekening is van de commissie: lees hem in',
    currency: (currency: string) => `Deze rekening is in ${currency}. Buurtkas leest alleen euro’s in.`,
    rows: {
      days: 'Dagen',
      daysOf: (from: string, until: string) => `${day(from)} tot en met ${day(until)}`,
      fresh: 'Nieuw',
      freshOf: (count: number, cents: number) => `${lines(count)}, samen ${euro(cents)}`,
      known: 'Staat al in Buurtkas',
      likely: 'Lijkt er al in te staan',
      check: 'Begin en eind',
      fits: (opening: number, closing: number) => `${euro(opening)} en alle regels is ${euro(closing)}: klopt`,
      differs: (cents: number) => `Er is ${euro(Math.abs(cents))} verschil tussen de regels en het eindsaldo`,
      noBalance: 'Het bestand noemt geen saldo',
    },
    likely: 'Lijkt al ingelezen',
    likelyHint: 'Zelfde dag, zelfde bedrag, andere woorden. Ze blijven weg, behalve die u aanvinkt.',
    caption: 'Nieuwe regels uit dit bestand',
    columns: { on: 'Datum', who: 'Van of naar', cents: 'Bedrag' },
    showAll: (count: number) => `Toon alle ${lines(count)}`,
    nothingNew: 'Alles uit dit bestand staat al in Buurtkas. Er is niets om in te lezen.',
    save: (count: number) => `Lees ${lines(count)} in`,
    part: (done: number, total: number) => `Deel ${whole(done)} van ${whole(total)} bewaard`,
    cancel: 'Lees niets in',
    done: (count: number) => `${lines(count)} ingelezen op dit toestel`,
    stopped: 'Niet alles is bewaard. Druk nog een keer op de knop: wat er al staat, komt er niet dubbel in.',
    errors: { none: 'Kies minstens één rekening om in te lezen' },
  },
  paid: (cents: number) => `Op het bankafschrift: ${euro(cents)}`,
  unreadable: 'Dit bestand kon Buurtkas niet lezen. Download het opnieuw bij uw bank, liefst als CAMT.053 of MT940.',
} as const;

const checkedWords = {
  reference: 'ons kenmerk',
  amount: 'bedrag',
  iban: 'rekening',
  name: 'naam',
} as const satisfies Partial<Record<Reason, string>>;
const otherWords: Readonly<Partial<Record<Reason, string>>> = {
  sum: 'samen is het dit bedrag',
  file: 'het is een heel betaalbestand',
  part: 'het is een deel van het bedrag',
  rule: 'zo koos u eerder',
  near: 'de datum ligt dichtbij',
  reversal: 'de bank draait iets terug',
  own: 'het is een eigen rekening',
  city: 'het komt van de gemeente',
  only: 'er is niets anders met dit bedrag',
};

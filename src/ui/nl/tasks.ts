// Taken: what is to be done, whose it is, the calendar and the weekly message.
import type { Decision } from '../../domain/rows.ts';
import type { TaskKind } from '../../domain/tasks/kinds.ts';
import type { DueBecause } from '../../domain/tasks/openTasks.ts';
import type { TaskWhen } from '../../domain/tasks/taskList.ts';
import { and, counted, day, weekday, whole } from '../format.ts';
import { nlProposals } from './proposals.ts';

const because: Readonly<Record<DueBecause, string>> = {
  none: '',
  meeting: 'de vergadering',
  agreed: '',
  asked: 'dan is het nodig',
  report: 'vier weken na het project',
  report_year: 'vier weken na het jaar',
  year: 'drie maanden na het jaar',
  plan: 'vóór 1 oktober bij de gemeente',
  paper: 'zo staat het op de lijsten',
};
const whens: Readonly<Record<TaskWhen, string>> = {
  late: 'Te laat',
  week: 'Komende week',
  later: 'Later',
  undated: 'Zonder datum',
};
const outcomes: Readonly<Record<Decision['outcome'], string>> = {
  awarded: 'toegekend',
  partly_awarded: 'deels toegekend',
  refused: 'afgewezen',
  deferred: 'aangehouden',
};
const tasksIn = (count: number): string => counted(count, 'taak', 'taken');

export const nlTasks = {
  title: 'Taken',
  menu: { title: 'Taken', note: 'Wat er te doen is, wie het doet, en uw agenda' },
  lead: 'Dit is er te doen. De lijst komt uit wat u samen vastlegt: is iets gedaan, dan gaat de taak vanzelf weg.',
  back: 'Taken',
  notYours: {
    title: 'Taken zijn van de commissie',
    text: 'Wat er van u gevraagd wordt, staat op Vandaag.',
    action: 'Naar Vandaag',
  },
  filter: 'Laat zien',
  filters: { mine: 'Van u', nobody: 'Van niemand', all: 'Alle' },
  when: (when: TaskWhen) => whens[when],
  none: {
    mine: { title: 'U heeft nu geen taken', text: 'Kijk bij “Van niemand” of er iets is wat u wilt doen.' },
    nobody: { title: 'Alles heeft een eigenaar', text: 'Er ligt niets dat nog van niemand is.' },
    all: { title: 'Er is nu niets te doen', text: 'Zodra er iets te doen is, staat het hier.' },
  },
  showAll: (count: number, when: TaskWhen) => `Toon alle ${whole(count)} taken: ${whens[when].toLowerCase()}`,
  due: (iso: string, why: DueBecause) => (because[why] === '' ? day(iso) : `${day(iso)}: ${because[why]}`),
  why: (why: DueBecause) => (because[why] === '' ? '' : ` (${because[why]})`),
  before: (iso: string) => `Voor ${weekday(iso)}`,
  was: (iso: string) => `Het had klaar moeten zijn op ${day(iso)}`,
  owner: (name: string, mine: boolean) => (mine ? 'Van u' : `Van ${name}`),
  unowned: (usual: string) => (usual === '' ? 'Van niemand' : `Van niemand. Meestal doet ${usual} dit`),
  /** Without a project or an amount. */
  kind: (kind: TaskKind) => nlProposals.turnNote(kind),
  someone: 'iemand',
  add: 'Nieuwe taak',
  one: {
    whose: 'Van wie is deze taak?',
    handed: (name: string) => `Doorgegeven door ${name}`,
    note: 'Wat u moet weten',
    who: (names: readonly string[] | undefined) =>
      names === undefined ? 'Iedereen in de commissie mag dit doen.' : `Dit mogen doen: ${and(names)}.`,
    take: 'Neem deze taak',
    takeOver: (name: string) => `Neem over van ${name}`,
    taken: 'De taak is van u',
    release: 'Leg de taak terug',
    released: 'De taak is weer van niemand',
    done: 'Vink af: dit is gedaan',
    isDone: 'Afgevinkt',
    byItself: 'Deze taak gaat vanzelf weg als het gedaan is.',
    follow: 'Deze stap hoort bij wie de aanvraag volgt. U wijzigt hem bij de aanvraag.',
    gone: {
      title: 'Deze taak is klaar',
      text: 'Iemand heeft het gedaan, of het hoeft niet meer.',
      action: 'Naar de taken',
    },
  },
  destroy: {
    from: (iso: string) =>
      `Op de lijsten staat dat u ze bewaart tot ${day(iso)}. Vanaf die dag kunt u hier zeggen dat ze vernietigd zijn.`,
    day: 'Op welke dag is het papier vernietigd?',
    dayWrong: (from: string) => `Kies een dag van ${day(from)} tot en met vandaag`,
    button: 'Het papier is vernietigd',
    question: (sheets: number) =>
      sheets === 1 ? 'Is deze lijst vernietigd?' : `Zijn deze ${whole(sheets)} lijsten vernietigd?`,
    text: (photos: number) =>
      photos === 0
        ? 'Er zijn geen foto’s van. De aantallen en de dag blijven bewaard.'
        : `Dan ${photos === 1 ? 'gaat ook de foto' : `gaan ook de ${whole(photos)} foto’s`} van handtekeningen weg: van de server en van alle toestellen. Dat kunt u niet terugdraaien. De aantallen en de dag blijven bewaard.`,
    confirm: (photos: number) => (photos === 0 ? 'Ja, leg dat vast' : 'Ja, vernietig ook de foto’s'),
    cancel: 'Nee, nog niet',
    saved: 'Vastgelegd: de lijsten zijn vernietigd',
  },
  hand: {
    title: 'Geef de taak door',
    to: 'Aan wie?',
    choose: 'Kies iemand',
    toHint: 'Alleen wie dit mag doen, staat in de lijst',
    toMissing: 'Kies aan wie u de taak geeft',
    note: 'Wat moet die ander weten?',
    noteHint: 'Wat is er al gedaan, wie moet u bellen, waar ligt het? De hele commissie kan dit lezen',
    send: 'Geef door',
    sent: (name: string) => `Doorgegeven aan ${name}`,
    alone: 'Niemand anders in de commissie mag dit doen.',
  },
  form: {
    newTitle: 'Zet er een taak bij',
    changeTitle: 'Wijzig de taak',
    text: 'Wat moet er gebeuren?',
    textHint: 'Bijvoorbeeld “Vraag een vergunning voor de tent”. Zet er geen gegevens van bewoners in',
    textMissing: 'Schrijf op wat er moet gebeuren',
    due: 'Voor welke dag?',
    proposal: 'Hoort het bij een aanvraag?',
    noProposal: 'Nee',
    who: 'Wie doet het?',
    nobody: 'Nog niemand',
    add: 'Bewaar de taak',
    change: 'Wijzig tekst of dag',
    saved: 'De taak is bewaard',
  },
  /** What the committee asks of the district's maintenance. */
  district: {
    name: 'Stadsdeelbeheer',
    owner: 'Van stadsdeelbeheer',
    ticks: 'De stadsdeelmanager ziet deze taak en vinkt hem af. U kunt dat ook doen.',
    reads: 'De stadsdeelmanager leest deze tekst, de dag en de naam van de aanvraag. Verder niets.',
    title: 'Gevraagd aan stadsdeelbeheer',
    lead: 'Wat deze commissie u vraagt te doen. Vink af wat klaar is, dan weet de commissie het.',
    none: {
      title: 'Er is u niets gevraagd',
      text: 'Vraagt de commissie u iets te doen, dan staat het hier en op Vandaag.',
    },
    menu: { title: 'Gevraagd aan stadsdeelbeheer', note: 'Wat de commissie u vraagt te doen' },
  },
  load: {
    title: 'Wie heeft wat',
    lead: 'Alleen de commissie ziet dit. Heeft iemand veel? Vraag of u iets kunt overnemen.',
    count: (count: number, late: number) =>
      count === 0 ? 'geen taken' : late === 0 ? tasksIn(count) : `${tasksIn(count)}, ${whole(late)} te laat`,
    nobody: 'Nog van niemand',
  },
  calendar: {
    title: 'In uw agenda',
    lead: 'Vergaderingen, en uw taken met een datum. Haalt u het bestand later nog eens op, dan werkt uw agenda het bij. Wat intussen gedaan is, haalt u zelf weg.',
    save: 'Bewaar voor uw agenda',
    share: 'Deel met uw agenda',
    fileName: (today: string) => `buurtkas-agenda-${today}.ics`,
    name: (committee: string) => `Buurtkas ${committee}`,
    task: (title: string) => `Taak: ${title}`,
    none: 'Er is nu niets met een datum.',
    count: (meetings: number, tasks: number) =>
      `Nu: ${counted(meetings, 'bijeenkomst', 'bijeenkomsten')} en ${tasksIn(tasks)}.`,
  },
  week: {
    title: 'Weekbericht',
    link: 'Maak het weekbericht',
    linkNote: 'Een tekst voor de groepsapp of de mail: wat er was, wat er komt, en van wie het is.',
    lead: 'Voor de groep van de commissie. Er staan geen bedragen in en geen namen van bewoners. Een aanvraag staat er alleen met naam in als die al openbaar is.',
    check: 'Lees de tekst na: wat iemand zelf bij een taak schreef, staat er zo in.',
    text: 'De tekst',
    again: 'Maak de tekst opnieuw',
    copy: 'Kopieer de tekst',
    share: 'Deel',
    mail: 'Mail',
    copied: 'De tekst is gekopieerd',
    copyFailed: 'Kopiëren lukt hier niet. Selecteer de tekst en kopieer hem zelf.',
    subject: (committee: string, today: string) => `Weekbericht ${committee}, ${day(today)}`,
    heading: (committee: string, today: string) => `Wijkbudget ${committee}, ${weekday(today)}`,
    was: 'Afgelopen week',
    nothing: 'Niets nieuws.',
    held: (title: string, iso: string, decisions: number) =>
      `${title}, ${weekday(iso)}: ${counted(decisions, 'besluit', 'besluiten')}`,
    proposals: (count: number, link: string) => `${counted(count, 'nieuwe aanvraag', 'nieuwe aanvragen')}: ${link}`,
    decided: (title: string, outcome: Decision['outcome']) => `${title}: ${outcomes[outcome]}`,
    done: (text: string, name: string) => (name === '' ? `Gedaan: ${text}` : `Gedaan door ${name}: ${text}`),
    due: 'Te doen',
    nothingDue: 'Geen taken voor deze week.',
    nobody: 'Nog van niemand. Wie wil?',
    task: (text: string, iso: string, late: boolean) =>
      late ? `${text} (had klaar moeten zijn op ${day(iso)})` : `${text} (voor ${weekday(iso)})`,
    times: (line: string, count: number) => (count === 1 ? line : `${whole(count)} keer: ${line}`),
    which: (link: string) => `Bij welke aanvraag een taak hoort, ziet u in Buurtkas: ${link}`,
    undated: (count: number) => `En ${tasksIn(count)} zonder datum. Kijk in Buurtkas bij Taken.`,
    coming: 'Komende bijeenkomsten',
    nothingComing: 'Geen in de komende twee weken.',
    gathering: (title: string, iso: string, time: string, place: string) =>
      `${title}: ${weekday(iso)} om ${time.replace(':', '.')} uur${place === '' ? '' : `, ${place}`}`,
  },
} as const;

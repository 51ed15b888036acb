import type { Publication } from '../../domain/rows.ts';
import type { RoadStep } from '../../domain/ruleCheck/road.ts';
import { counted, day, euro } from '../format.ts';

export const nlPlan = {
  title: 'Plan een vergadering',
  editTitle: 'Wijzig tijd en plaats',
  back: 'Vergaderingen',
  backToMeeting: 'Vergadering',
  restored: 'We hebben bewaard wat u eerder invulde.',
  failed: 'Dit toestel is vol: wat u nu invult, overleeft een herstart niet.',
  when: 'Wanneer en waar',
  name: 'Naam van de vergadering',
  nameDefault: 'Commissievergadering',
  place: 'Plaats',
  placeHint: 'Bijvoorbeeld: Buurthuis De Schering',
  date: 'Dag',
  time: 'Tijd',
  timeHint: 'Bijvoorbeeld: 19.30',
  agenda: 'Agenda',
  proposals: 'Welke aanvragen komen op de agenda?',
  proposalsHint: 'Hier staan de ingediende en de aangehouden aanvragen waarover nog niet besloten is.',
  all: (count: number) => `Neem alle ${count} aanvragen die klaar zijn`,
  noProposals:
    'Er zijn nog geen ingediende aanvragen. U kunt de vergadering wel plannen: aanvragen komen er later bij.',
  /** `year` only where it is another one than the screen is about. */
  asked: (number: number | null, cents: number, year?: number) =>
    [
      ...(year === undefined ? [] : [`Uit ${year}`]),
      ...(number === null ? [] : [`${year === undefined ? 'Nummer' : 'nummer'} ${number}`]),
      `${year === undefined && number === null ? 'Gevraagd' : 'gevraagd'} ${euro(cents)}`,
    ].join(', '),
  /** What has to come before the decision; nothing when nothing has. */
  first: (step: RoadStep, publication: Publication | undefined): string | undefined => {
    if (step === 'to_consult') return 'moet eerst naar de wijkraadpleging';
    if (step === 'to_publish') return 'moet eerst bekend worden in de wijk';
    if (step === 'term_running') return `de wijk kan reageren tot en met ${day(publication?.until ?? '')}`;
    return undefined;
  },
  deferred: 'aangehouden',
  elsewhere: (onDay: string) => `staat al op de agenda van ${day(onDay)}`,
  order: 'Volgorde',
  up: (title: string) => `Zet eerder: ${title}`,
  down: (title: string) => `Zet later: ${title}`,
  drop: (title: string) => `Haal van de agenda: ${title}`,
  moved: (title: string, at: number) => `${title} is nu punt ${at}`,
  own: 'Ander punt',
  ownHint: 'Een punt zonder aanvraag, zoals de besluitenlijst van de vorige keer',
  ownAdd: 'Zet dit punt op de agenda',
  opening: 'Opening',
  closing: 'Rondvraag en sluiting',
  send: (count: number) =>
    count === 0 ? 'Plan de vergadering' : `Plan de vergadering met ${counted(count, 'aanvraag', 'aanvragen')}`,
  saved: 'De vergadering is gepland. Zij staat op dit toestel',
  change: 'Bewaar tijd en plaats',
  changed: 'Tijd en plaats zijn gewijzigd',
  errors: {
    name: 'Vul een naam in, bijvoorbeeld: Commissievergadering',
    place: 'Vul in waar u vergadert',
    date: 'Kies de dag van de vergadering',
    time: 'Vul de tijd in met uren en minuten, bijvoorbeeld 19.30',
  },
};

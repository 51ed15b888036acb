import { counted, weekday } from '../format.ts';
import { clock } from './meeting.ts';

export const nlMeetings = {
  title: 'Vergaderingen',
  plan: 'Plan een vergadering',
  next: 'Eerstvolgende vergadering',
  openNow: 'De vergadering is open',
  today: 'Vandaag',
  goOn: 'Ga verder met de vergadering',
  look: 'Bekijk de agenda',
  proposals: (count: number) => (count === 1 ? 'Vergadering met 1 aanvraag' : `Vergadering met ${count} aanvragen`),
  noProposals: 'Er staat nog geen aanvraag op de agenda',
  coming: 'Later gepland',
  past: 'Geweest',
  pastEmpty: 'Nog geen vergadering gehouden.',
  when: (plannedOn: string, startTime: string) => `${weekday(plannedOn)}, ${clock(startTime)}`,
  decisions: (count: number) => (count === 0 ? 'Geen besluiten' : counted(count, 'besluit', 'besluiten')),
  notOpened: 'Niet geopend',
  printList: 'Besluitenlijst',
  empty: {
    title: 'Nog geen vergadering gepland',
    text: 'Plan de eerste. U kiest een dag en zet de ingediende aanvragen op de agenda. Op de avond zelf heeft u geen internet nodig.',
    textReader: 'De voorzitter of de secretaris plant een vergadering. U ziet haar hier vanzelf.',
  },
};

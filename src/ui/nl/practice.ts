// Oefenen: an invented wijk to learn meeting mode in. Nothing of it is sent or kept.
import type { PracticeWords } from '../../store/app.ts';
import type { StepName } from '../screens/practice/practice-steps.ts';

export const nlPractice = {
  title: 'Oefenen met een vergadering',
  lead: 'U leidt een vergadering in een verzonnen wijk. Alles werkt als echt, ook zonder internet.',
  safe: 'Er wordt niets verstuurd en niets bewaard. Stopt u met oefenen of sluit u de app, dan is alles van de oefening weg.',
  own: 'Uw eigen werk staat zolang stil. Het staat er daarna weer precies zo.',
  begin: 'Begin met oefenen',
  stop: 'Stop met oefenen',
  bar: 'Oefening',
  barText: 'Dit is niet echt',
  progress: (done: number, of: number) => `${done} van ${of} stappen gedaan`,
  steps: 'Wat u kunt doen',
  go: 'Naar de vergadering',
  done: 'U hebt alles gedaan. Zo gaat het in het echt ook.',
  isDone: 'Gedaan',
  toDo: 'Nog te doen',
  link: { title: 'Oefenen', note: 'Een vergadering in een verzonnen wijk. Er blijft niets van over' },
  step: {
    open: { title: 'Open de vergadering', note: 'Bij Vergadering staat ze al klaar.' },
    present: { title: 'Zet wie er zijn', note: 'Tik bij de aanwezigen op hun naam.' },
    quorum: { title: 'Zorg voor het quorum', note: 'Dat is meer dan de helft van de leden: vier van de zes.' },
    recuse: {
      title: 'Laat iemand niet meedoen',
      note: 'Open een punt en zet een lid op verschoning, bijvoorbeeld omdat het familie is.',
    },
    decide: { title: 'Stem en leg een besluit vast', note: 'Vul de stemmen in, kies wat het wordt en bewaar het.' },
    undo: { title: 'Maak een besluit ongedaan', note: 'Zolang de vergadering loopt, kan dat altijd.' },
    all: { title: 'Besluit over alle punten', note: 'Ook over het punt dat u ongedaan maakte.' },
    list: { title: 'Sluit de vergadering', note: 'Daarna staat de besluitenlijst klaar.' },
  } satisfies Readonly<Record<StepName, { readonly title: string; readonly note: string }>>,
} as const;

export const practiceWords: PracticeWords = {
  name: 'Oefenwijk',
  bodyWord: 'commissie wijkbudget',
  city: 'Oefenstad',
  you: 'U, de voorzitter',
  members: [
    ['Bea Bakker', 'secretary'],
    ['Kees Kok', 'treasurer'],
    ['Fatma Fleur', 'member'],
    ['Henk Haas', 'member'],
    ['Mies Molen', 'member'],
  ],
  proposals: [
    ['Bankje bij de vijver', 'Bewoners van de Vijverstraat', 60_000],
    ['Kinderfeest op het plein', 'Speeltuin De Oefening', 45_000],
    ['Bloembakken in de straat', 'Mies Molen', 25_000],
  ],
  meeting: 'Oefenvergadering',
  place: 'Het oefenlokaal',
};

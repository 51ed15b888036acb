// The signature sheet on paper. Purpose, keeper and end date stand on it, because names of neighbours do too.
import { dayWithYear, euro, whole } from '../format.ts';

export const nlSignatures = {
  tab: 'Handtekeningenlijst',
  back: 'Draagvlak',
  print: 'Druk af',
  count: 'Hoeveel lijsten',
  from: 'Nummer van de eerste lijst',
  fromHint: 'Gaf u al lijsten mee? Ga dan verder met het volgende nummer.',
  title: 'Wat vindt u van dit plan?',
  sheet: (number: number) => `Lijst ${whole(number)}`,
  by: (applicant: string, cents: number) =>
    [applicant === '' ? '' : `Van ${applicant}.`, cents > 0 ? `Gevraagd van het wijkbudget: ${euro(cents)}` : '']
      .filter((part) => part !== '')
      .join(' '),
  ask: 'Zet één kruisje per huishouden.',
  askStrong: 'Tegen of geen mening telt ook mee',
  askWhy: 'zo ziet de commissie wat de buurt echt vindt.',
  columns: {
    number: 'Nr.',
    name: 'Naam of voorletters',
    address: 'Straat en huisnummer',
    for: 'Voor',
    against: 'Tegen',
    noOpinion: 'Geen mening',
  },
  notAtHome: 'Niet thuis:',
  notAtHomeRest: 'keer aangebeld zonder antwoord',
  qr: 'QR-code naar deze aanvraag in Buurtkas, voor de commissie',
  foot: (bodyWord: string, name: string, until: string) =>
    `Waarom vragen we dit? Om te laten zien wie er achter dit plan staat. Alleen de ${bodyWord} ${name} ziet uw naam. Wij bewaren deze lijst tot ${dayWithYear(until)} en vernietigen hem dan. Het aantal kruisjes blijft bewaard. Wilt u van de lijst af? Zeg het tegen degene die aanbelde.`,
} as const;

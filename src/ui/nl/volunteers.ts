// Vrijwilligers en bekendheid: hours of a year, money to thank with, and small counts in the street.
import type { SavedBy } from '../../domain/insight/hoursSaved.ts';
import { counted, day, euro, whole } from '../format.ts';

const hoursOf = (hours: number): string => counted(hours, 'uur', 'uur');

export const nlVolunteers = {
  title: (year: number) => `Vrijwilligers en bekendheid in ${year}`,
  menu: { title: 'Vrijwilligers en bekendheid', note: 'Uren, bedankjes, en wie het wijkbudget kent' },
  back: 'Meer',
  crossOut: 'Streep door',
  crossedOut: 'Doorgestreept',
  hours: {
    title: 'Uren van vrijwilligers',
    sum: (own: number, projects: number) =>
      `${hoursOf(own)} voor het wijkbudget zelf, en ${hoursOf(projects)} in de projecten van dit jaar`,
    ownSum: (own: number) => `${hoursOf(own)} voor het wijkbudget zelf`,
    none: 'Nog geen uren. Denk aan een kraam op de markt, de vergaderingen, of flyers rondbrengen. Zet er geen namen bij.',
    one: (hours: number) => hoursOf(hours),
    add: 'Leg uren vast',
    hours: 'Hoeveel uur, van iedereen samen?',
    hoursHint: 'Schatten mag. Alleen hele uren',
    what: 'Waarvoor?',
    whatHint: 'Bijvoorbeeld “Kraam op de braderie”. Geen namen: ook de gemeente leest dit',
    on: 'Op welke dag?',
    hoursMissing: 'Vul een heel getal in, 1 of meer',
    whatMissing: 'Vul in waarvoor het was',
    dateMissing: 'Vul een datum in',
  },
  saved: {
    title: 'Werk dat u niet twee keer deed',
    sum: (hours: number) => `Naar schatting ${hoursOf(hours)} minder werk in dit jaar`,
    some: 'Nog geen uur',
    note: 'Een schatting. De minuten zijn een aanname van Buurtkas voor hetzelfde werk op papier, niet gemeten.',
    of: {
      decision_list: 'Besluitenlijsten',
      bank_line: 'Gekoppelde bankregels',
      claim: 'Goedgekeurde declaraties',
      repeat: 'Herhaalde plannen',
      plan: 'Bestedingsplan voor volgend jaar',
    } satisfies Readonly<Record<SavedBy, string>>,
    times: (count: number, minutes: number) => `${whole(count)} × ${whole(minutes)} minuten`,
  },
  thanks: {
    title: 'Bedankjes',
    of: (spent: number, cents: number) =>
      cents === 0 ? `${euro(spent)} uitgegeven aan bedankjes` : `${euro(spent)} uitgegeven van ${euro(cents)}`,
    over: (cents: number) => `Dat is ${euro(cents)} meer dan afgesproken.`,
    lead: 'Een bos bloemen of een etentje telt mee als u het bij de eigen kosten een bedankje noemt.',
    change: 'Spreek een bedrag af',
    amount: 'Hoeveel is er dit jaar voor bedankjes?',
    amountHint: 'Het komt uit de eigen kosten. Er verandert niets aan het budget. Met 0 is er niets afgesproken',
    save: (cents: number | undefined) => (cents === undefined ? 'Bewaar het bedrag' : `Bewaar ${euro(cents)}`),
    cost: 'Leg eigen kosten vast',
    label: 'Soort kosten',
    mark: 'Een bedankje voor vrijwilligers',
  },
  known: {
    title: 'Wie kent het wijkbudget?',
    sum: (asked: number, knew: number) =>
      `${whole(knew)} van de ${whole(asked)} mensen die u vroeg, kenden het wijkbudget (${whole(Math.round((knew / asked) * 100))} %)`,
    note: 'Dit zegt iets over deze mensen, niet over de hele wijk.',
    none: 'Nog niet geteld. Vraag op straat aan twintig mensen: kent u het wijkbudget? Tel alleen, schrijf geen namen op.',
    one: (asked: number, knew: number) => `${whole(knew)} van de ${whole(asked)}`,
    by: (on: string, place: string, name: string) => [day(on), place, name].filter((part) => part !== '').join(', '),
    add: 'Leg een telling vast',
    asked: 'Aan hoeveel mensen vroeg u het?',
    knew: 'Hoeveel van hen kenden het?',
    place: 'Waar was het?',
    placeHint: 'Bijvoorbeeld “Bij de bakker”',
    on: 'Op welke dag?',
    askedMissing: 'Vul een heel getal in, 1 of meer',
    knewMissing: 'Vul een heel getal in. Niemand? Vul dan 0 in',
    tooMany: 'Er kunnen niet meer mensen zijn die het kenden dan u er vroeg',
  },
} as const;

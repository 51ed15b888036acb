// Regels en thema's of a year, and the quarters that a committee serves.
import type { CheckKind, RuleOwner } from '../../domain/rows.ts';
import { counted, euro, whole } from '../format.ts';
import { dayInYear } from './ruling.ts';

const checks: Readonly<Record<CheckKind, string>> = {
  judged: 'Mensen beoordelen dit zelf',
  amount_max: 'Hoogstens dit bedrag',
  supporters_min: 'Minstens zoveel mensen staan erachter',
  co_financing_min_percent: 'Minstens dit deel komt van anderen, in procenten',
  days_before_min: 'Minstens zoveel dagen van tevoren ingediend',
  submitted_before: 'Voor deze dag van het jaar ingediend',
  period_in_year: 'Het is in het jaar van het budget',
  support_asked: 'De buurt is gevraagd',
  counter_contribution: 'Er is een tegenprestatie afgesproken',
  publish_from: 'Vanaf dit bedrag eerst bekendmaken',
  publication_days: 'Zo veel dagen kan de wijk reageren',
  consult_from: 'Vanaf dit bedrag naar de wijkraadpleging',
};
export const isAmount = (check: CheckKind): boolean =>
  check === 'amount_max' || check === 'publish_from' || check === 'consult_from';

const figure = (check: CheckKind, limit: number): string =>
  isAmount(check) ? euro(limit) : check === 'submitted_before' ? dayInYear(limit) : whole(limit);

const owners: Readonly<Record<RuleOwner, string>> = { city: 'Van de gemeente', body: 'Van de wijk' };

export const nlRules = {
  label: 'Regels en buurten',
  title: 'Regels en thema’s',
  linkNote: 'Waar een aanvraag aan moet voldoen, en waar het geld voor is',
  of: (year: number) => `Regels en thema’s van ${year}`,
  owners,
  checks,
  none: 'Nog geen regels. Schrijf op wat u van een aanvraag verwacht, bijvoorbeeld “Er is plek voor iedereen”.',
  limit: (check: CheckKind, limit: number | null) =>
    limit === null ? checks[check] : `${checks[check]}: ${figure(check, limit)}`,
  unless: (people: number) => `Meer mag als er meer dan ${whole(people)} mensen achter staan`,
  retired: 'Vervallen',
  add: 'Voeg een regel toe',
  edit: 'Wijzig de regel',
  text: 'De regel',
  textHint: 'In één zin, zoals u hem aan een buurtbewoner zou vertellen',
  help: 'Uitleg',
  owner: 'Van wie is de regel?',
  check: 'Hoe kijkt u hem na?',
  number: 'Het bedrag of getal',
  dayOfYear: 'De dag',
  dayOfYearHint: 'Wie op deze dag of later indient, is te laat. Het jaar telt niet mee',
  unlessField: 'Meer mag als er meer dan zoveel mensen achter staan',
  unlessWrong: 'Vul een heel getal in, of laat het leeg',
  save: 'Bewaar de regel',
  retire: 'Laat de regel vervallen',
  revive: 'Laat de regel weer gelden',
  copy: (from: number, to: number) => `Neem de regels van ${from} over naar ${to}`,
  copied: (count: number) => `${counted(count, 'regel', 'regels')} overgenomen`,
  textMissing: 'Vul de regel in',
  numberMissing: 'Vul een bedrag of getal in',
  saved: 'Bewaard op dit toestel',
  back: 'Instellingen',
  themes: {
    title: 'Thema’s',
    edit: 'Wijzig de thema’s',
    name: (number: number) => `Thema ${number}, zoals de gemeente het noemt`,
    plain: (number: number) => `Thema ${number}, in gewone woorden`,
    save: 'Bewaar de thema’s',
    nameMissing: (number: number) => `Vul in hoe thema ${number} heet`,
    one: (number: number) => `Thema ${number}`,
    inUse: 'Dit thema hoort bij een aanvraag of heeft drempels. Daarom blijft het staan.',
    remove: 'Haal dit thema weg',
    removeName: (number: number, name: string) => `Haal thema ${number} weg${name === '' ? '' : `: ${name}`}`,
    add: 'Voeg een thema toe',
  },
} as const;

export const nlQuarters = {
  title: 'Buurten inlezen',
  linkNote: 'Uit een kaart (GeoJSON) of een lijst (CSV) van de gemeente',
  lead: 'Kies een bestand met de buurten van de gemeente. Vink daarna aan welke bij uw wijk horen.',
  pick: 'Kies een bestand',
  none: 'Nog geen buurten ingelezen.',
  present: 'Van deze buurten is meer bekend',
  residents: (count: number | null) => (count === null ? 'Aantal inwoners niet bekend' : `${whole(count)} inwoners`),
  shape: 'Met kaart',
  choose: 'Welke buurten horen bij uw wijk?',
  save: (count: number) => (count === 0 ? 'Bewaar de buurten' : `Bewaar ${counted(count, 'buurt', 'buurten')}`),
  nothing: 'Vink minstens één buurt aan',
  many: 'Vink hoogstens honderd buurten aan',
  problems: {
    not_readable: 'Dit bestand kan Buurtkas niet lezen. Kies een GeoJSON-kaart of een CSV-lijst.',
    no_names: 'In dit bestand staan geen namen van buurten. Een lijst heeft een kolom “buurt” of “naam” nodig.',
    too_many: 'In dit bestand staan meer dan duizend buurten. Kies een bestand van alleen uw gemeente.',
  },
} as const;

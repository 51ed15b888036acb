// The decision list on paper and as plain text for a website: roles, never names.
import type { DecisionOutcome, Role } from '../../domain/rows.ts';
import { and, counted, dayWithYear, euro, time } from '../format.ts';
import { isNextDay } from '../local-time.ts';
import { nlDecision } from './decision.ts';
import { clock, nlMeeting } from './meeting.ts';

export const nlPrint = {
  title: 'Besluitenlijst',
  back: 'Vergadering',
  copy: 'Kopieer als tekst',
  copied: 'De besluitenlijst is gekopieerd. Plak haar op de website of in een mail',
  copyMail: 'Kopieer voor een mail',
  copiedMail: 'De besluitenlijst is gekopieerd met opmaak. Plak haar in een mail',
  saveMail: 'Bewaar als mail',
  mailName: (plannedOn: string) => `besluitenlijst-${plannedOn}.eml`,
  guests: (count: number) => `Er ${count === 1 ? 'was 1 gast' : `waren ${counted(count, 'gast', 'gasten')}`}.`,
  left: (at: string, role: string) => `${role} ging om ${time(at)} weg.`,
  afterwards: 'Deze vergadering is achteraf ingevoerd.',
  howVoted: { hands: '', by_name: 'Gestemd is op naam.', paper: 'Gestemd is geheim, op briefjes.' },
  copyFailed: 'Kopiëren lukte niet. Selecteer de tekst hieronder en kopieer hem zelf',
  textLabel: 'Besluitenlijst als tekst',
  print: 'Druk af',
  draft: 'Concept: de vergadering is nog niet gesloten, en de lijst dus nog niet vastgesteld.',
  committee: (bodyWord: string, name: string) => `${bodyWord.slice(0, 1).toUpperCase()}${bodyWord.slice(1)} ${name}`,
  when: (
    weekdayText: string,
    plannedOn: string,
    openedAt: string | null,
    closedAt: string | null,
    startTime: string,
    place: string,
    endTime: string | undefined,
  ) => {
    const begin = openedAt === null ? clock(startTime) : time(openedAt);
    const nextDay = ' (de volgende dag)';
    const typedEnd = endTime === undefined ? undefined : `${clock(endTime)}${endTime < startTime ? nextDay : ''}`;
    const closed = closedAt === null ? undefined : `${time(closedAt)}${isNextDay(plannedOn, closedAt) ? nextDay : ''}`;
    const end = typedEnd ?? closed;
    const hours = end === undefined ? begin : `${begin.replace(' uur', '')} tot ${end}`;
    return `${weekdayText} ${dayWithYear(plannedOn)}, ${hours}${place === '' ? '' : `, ${place}`}`;
  },
  present: 'Aanwezig:',
  excused: 'Afgemeld:',
  nobody: 'niemand',
  /** `voorzitter, secretaris en 3 leden`: who may be many is counted. */
  people: (roles: readonly Role[]) => {
    const members = roles.filter((role) => role === 'member').length;
    const board = roles.filter((role) => role !== 'member').map((role) => nlMeeting.roles[role]);
    return and([...board, ...(members === 0 ? [] : [members === 1 ? '1 lid' : `${members} leden`])]);
  },
  quorumAll: (fewest: number) =>
    `Het quorum is gehaald: over elk besluit ${fewest === 1 ? 'besliste minstens 1 lid' : `beslisten minstens ${fewest} leden`}.`,
  quorumSome: 'Niet bij elk besluit was het quorum er. Bij het besluit staat waar het ontbrak.',
  withoutQuorum: 'Bij dit besluit was het quorum er niet.',
  secondAward: 'Deze aanvraag had al een toekenning. Dit besluit houdt geen geld vast.',
  afterClose: 'Vastgelegd nadat de vergadering gesloten was.',
  verdict: (outcome: DecisionOutcome, cents: number, requestedCents: number) => {
    if (outcome === 'awarded') return euro(cents);
    if (outcome === 'partly_awarded') return `${euro(cents)} van ${euro(requestedCents)}`;
    return '';
  },
  asked: (cents: number) => `Gevraagd is ${euro(cents)}.`,
  conditions: (conditions: readonly string[]) =>
    `${conditions.length === 1 ? 'Voorwaarde' : 'Voorwaarden'}: ${conditions.map((text) => text.replace(/\.$/, '')).join('; ')}.`,
  recused: (count: number, reasons: readonly string[]) =>
    `${counted(count, 'lid deed', 'leden deden')} niet mee aan dit punt${reasons.length === 0 ? '' : ` (${and(reasons)})`}.`,
  correction: (onDay: string, outcome: DecisionOutcome, cents: number) =>
    `Hersteld op ${dayWithYear(onDay)}: ${nlDecision.outcomes[outcome].toLowerCase()}${cents > 0 ? `, ${euro(cents)}` : ''}.`,
  standsNow: (outcome: DecisionOutcome, cents: number) =>
    `Nu geldt: ${nlDecision.outcomes[outcome].toLowerCase()}${cents > 0 ? `, ${euro(cents)}` : ''}.`,
  noDecision: 'Hierover is geen besluit genomen.',
  none: 'Er zijn geen besluiten genomen.',
  budget: {
    title: 'Stand van het budget na deze vergadering',
    total: (year: number) => `Budget ${year}`,
    awarded: 'Toegekend tot en met deze vergadering',
    free: 'Nog vrij',
    pending: 'Een deel van deze bedragen is nog niet bevestigd.',
  },
  public: 'Deze lijst is openbaar.',
  head: (short: string, syncedAt: string | null) =>
    `Kenmerk van het logboek: ${short}${syncedAt === null ? '' : `, stand van ${dayWithYear(syncedAt)}, ${time(syncedAt)}`}. Hiermee kan de kascommissie nagaan dat er niets is veranderd.`,
  noHead: 'Deze lijst is nog niet verstuurd en heeft nog geen kenmerk.',
};

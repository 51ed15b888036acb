// What something can wait for: a row that is still on another device.
import type { RowType } from '../../domain/rows.ts';
import type { Names } from './commands.ts';

const second = (id: string): string => id.split(':')[1] ?? '';

export const waitsWords: Readonly<Partial<Record<RowType, (id: string, names: Names) => string>>> = {
  committee: () => 'de commissie zelf',
  budgetYear: (id) => `het jaar ${id}`,
  member: (id, names) => `de rol van ${names.person(id)}`,
  person: (id, names) => `de naam van ${names.person(id)}`,
  proposal: (id, names) => `de aanvraag ${names.project(id)}`,
  supportSheet: (id) => `lijst ${second(id)}`,
  meeting: (id, names) => `${names.meeting(id)}: nog niet gepland of geopend op de server`,
  agendaItem: (id, names) => `het agendapunt ${names.project(second(id))}`,
  decision: (id, names) => `een eerder besluit over ${names.project(second(id))}`,
  claim: () => 'de declaratie',
  receipt: () => 'de bon',
  payment: () => 'de betaling',
};

/** The table of the evaluation over every committee on this server. */

import { currentBody } from '../../src/domain/rowShapes.ts';
import type { BudgetYear, Committee, Proposal } from '../../src/domain/rows.ts';
import { enschedeThemes } from '../../src/domain/themes.ts';
import { type DecidedProject, decidedProjects, type ThemeTable, themeTable } from '../../src/domain/themeTable.ts';
import { listCommittees } from '../db/committees.ts';
import type { Services } from '../services.ts';

export async function cityTable(
  { database, store }: Pick<Services, 'database' | 'store'>,
  from: number,
  to: number,
): Promise<ThemeTable> {
  const projects: DecidedProject[] = [];
  const themes = new Set(enschedeThemes.map(({ number }) => number));
  for (const { id } of await listCommittees(database)) {
    const rows = await store.read((snapshot) => snapshot.allRows(id));
    const all = <T>(type: string): readonly T[] =>
      rows.filter((row) => row.type === type).map((row) => currentBody(row) as T);
    const inRange = ({ year }: { readonly year: number }): boolean => year >= from && year <= to;
    projects.push(...decidedProjects(all<Proposal>('proposal').filter(inRange), all<Committee>('committee')[0]));
    for (const year of all<BudgetYear>('budgetYear').filter(inRange)) {
      for (const { number } of year.themes) themes.add(number);
    }
  }
  return themeTable(projects, [...themes]);
}

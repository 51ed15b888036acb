/** `admin import-projects` and `admin theme-table`: a city's past projects, and the evaluation's table of all projects. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { themeTable } from '../src/domain/themeTable.ts';
import { textOf } from '../src/files/csv.ts';
import { options, withServices } from './commandLine.ts';
import { cityTable } from './operator/cityTable.ts';
import { importProjects } from './operator/importProjects.ts';
import { databaseFile } from './services.ts';
import { placesOf } from './settings.ts';

export async function runImportProjects(given: readonly string[]): Promise<void> {
  const allOrNothing = given.includes('--all-or-nothing');
  const names = given.filter((arg) => arg !== '--all-or-nothing');
  const { values, rest } = options(names, ['city'], 1);
  const text = textOf(readList(rest[0] ?? ''));
  const { dataDir } = placesOf(process.env);
  mkdirSync(dataDir, { recursive: true });
  const report = await withServices(
    (services) => importProjects(services, text, { allOrNothing, city: values.city ?? 'Enschede' }),
    'make',
  );
  const { imported, known, bad, founded } = report;
  for (const { line, reason } of bad) console.log(`line ${line}: ${reason}`);
  for (const { id, name, district, chairId } of founded) {
    console.log(
      `committee ${name} (${district}) is new; its chair: admin -- invite --committee ${id} --person ${chairId}`,
    );
  }
  if (bad.length > 0 && allOrNothing) console.log('Nothing was taken in.');
  console.log(`${imported} projects taken in, ${known} were there already, ${bad.length} lines could not be read.`);
  console.log(JSON.stringify({ imported, known, bad, committees: founded.map(({ id }) => id) }));
  if (bad.length > 0) process.exitCode = 1;
}

function readList(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(`${path} cannot be read: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

export async function printThemeTable(given: readonly string[]): Promise<void> {
  const { from, to } = options(given, ['from', 'to']).values;
  const [first, last] = [yearOf('--from', from), yearOf('--to', to)];
  if (last < first) throw new Error(`--from ${first} comes after --to ${last}.`);
  const { databaseUrl, dataDir } = placesOf(process.env);
  const empty = databaseUrl == null && !existsSync(databaseFile(dataDir));
  const table = empty ? themeTable([], []) : await withServices((services) => cityTable(services, first, last));
  console.log(JSON.stringify(table));
}

function yearOf(option: string, text: string | undefined): number {
  if (text === undefined || !/^\d{4}$/.test(text)) throw new Error(`${option} needs a year, such as 2014.`);
  return Number(text);
}

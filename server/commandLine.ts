/** What the operator's commands have in common: their options, and the services on the data of the environment. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { databaseFile, openServices, type Services } from './services.ts';
import { placesOf } from './settings.ts';

/** `make` also where there are no data yet. */
export async function withServices<T>(
  body: (services: Services) => Promise<T>,
  absent: 'refuse' | 'make' = 'refuse',
): Promise<T> {
  const places = placesOf(process.env);
  const { dataDir } = places;
  if (absent === 'refuse' && places.databaseUrl == null && !existsSync(databaseFile(dataDir))) {
    throw new Error(`${dataDir} holds no data of Buurtkas. Is DATA_DIR right?`);
  }
  const alarm = (code: string, details: object): void => console.error(code, JSON.stringify(details));
  const services = await openServices({ ...places, alarm });
  return body(services).finally(() => services.database.close());
}

export function options<const Names extends readonly string[]>(
  given: readonly string[],
  names: Names,
  positionals = 0,
): { readonly values: { readonly [N in Names[number]]?: string }; readonly rest: readonly string[] } {
  const {
    values,
    positionals: rest,
    tokens,
  } = parseArgs({
    args: [...given],
    options: Object.fromEntries(names.map((option) => [option, { type: 'string' as const }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!names.includes(token.name)) throw new Error(`There is no option ${token.rawName} here; see --help.`);
    if (token.value === undefined) throw new Error(`${token.rawName} needs a value; see --help.`);
  }
  if (rest.length !== positionals) throw new Error(`Expected ${positionals} argument(s); see --help.`);
  return { values: values as { readonly [N in Names[number]]?: string }, rest };
}

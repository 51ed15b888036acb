/** SQL through Kysely's typed builder, compiled once per query and not once per call: the hot paths run thousands a
 *  second. The builder never executes anything, so that a transaction is only what our own connection began. */
import { type Compilable, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Schema } from './schema.ts';

export const sqlite = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

export type SqlValue = string | number | null;

/** Stands in a query where a value will be. */
class Parameter {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export interface Statement<Params, Result> {
  readonly sql: string;
  readonly values: (params: Params) => readonly unknown[];
  /** Never set: it carries the type of a result row. */
  readonly result?: Result;
}

type Param<Params> = <Name extends keyof Params & string>(name: Name) => Params[Name];

export function statement<Params, Result>(
  build: (param: Param<Params>) => Compilable<Result>,
): Statement<Params, Result> {
  // A parameter passes through the builder as if it were its value; `compile` gives it back in its place.
  const param = ((name: string) => new Parameter(name)) as unknown as Param<Params>;
  const { sql, parameters } = build(param).compile();
  const getters = parameters.map((value) => (value instanceof Parameter ? value.name : undefined));
  return {
    sql,
    values: (params) =>
      getters.map((name, n) => (name === undefined ? parameters[n] : (params as Record<string, unknown>)[name])),
  };
}

/** Every column of a table as a parameter of the same name. */
export function everyColumn<Table>(param: Param<Table>, names: readonly (keyof Table & string)[]): Table {
  return Object.fromEntries(names.map((name) => [name, param(name)])) as Table;
}

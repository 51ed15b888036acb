/** SQL through Kysely's typed builder, written once for both databases and compiled once per query and not once per call:
 *  the hot paths run thousands a second. The builder never executes anything, so that a transaction is only what our own
 *  connection began. */
import {
  type Compilable,
  createQueryId,
  DummyDriver,
  Kysely,
  type OperationNodeSource,
  PostgresQueryCompiler,
  type RootOperationNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Schema } from './schema.ts';

/** Builds queries; the text of either database is made of what it built. */
export const db = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

export type Dialect = 'sqlite' | 'postgres';
const compilers = { sqlite: new SqliteQueryCompiler(), postgres: new PostgresQueryCompiler() };

/** Stands in a query where a value will be. */
class Parameter {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export interface CompiledStatement<Params> {
  readonly sql: string;
  readonly values: (params: Params) => readonly unknown[];
}

export interface Statement<Params, Result> {
  readonly in: (dialect: Dialect) => CompiledStatement<Params>;
  /** Never set: it carries the type of a result row. */
  readonly result?: Result;
}

type Param<Params> = <Name extends keyof Params & string>(name: Name) => Params[Name];

export function statement<Params, Result>(
  build: (param: Param<Params>, dialect: Dialect) => Compilable<Result> & OperationNodeSource,
): Statement<Params, Result> {
  const compiled = new Map<Dialect, CompiledStatement<Params>>();
  return {
    in: (dialect) => {
      const known = compiled.get(dialect) ?? compile(build, dialect);
      compiled.set(dialect, known);
      return known;
    },
  };
}

function compile<Params, Result>(
  build: (param: Param<Params>, dialect: Dialect) => Compilable<Result> & OperationNodeSource,
  dialect: Dialect,
): CompiledStatement<Params> {
  // A parameter passes through the builder as if it were its value; the compiler gives it back in its place.
  const param = ((name: string) => new Parameter(name)) as unknown as Param<Params>;
  const node = build(param, dialect).toOperationNode() as RootOperationNode;
  const { sql, parameters } = compilers[dialect].compileQuery(node, createQueryId());
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

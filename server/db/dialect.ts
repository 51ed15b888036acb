/** Where the SQL of the two databases differs; everything else is written once. */
import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Schema } from './schema.ts';
import type { Dialect } from './statement.ts';

/** Holds the rows until the end of the transaction. In SQLite a writer holds the whole file already. */
export function forUpdate<T extends keyof Schema, Result>(
  query: SelectQueryBuilder<Schema, T, Result>,
  dialect: Dialect,
): SelectQueryBuilder<Schema, T, Result> {
  return dialect === 'postgres' ? query.forUpdate() : query;
}

/** The members of a JSON array of texts, as a subquery. */
export function membersOfJson(list: string, dialect: Dialect): RawBuilder<string> {
  return dialect === 'postgres'
    ? sql`(select json_array_elements_text(${list}::json))`
    : sql`(select value from json_each(${list}))`;
}

/** A step of the migrations as PostgreSQL says it: numbers are of 64 bits, texts sort by their bytes as in SQLite. */
export function ddlIn(dialect: Dialect, step: string): string {
  if (dialect === 'sqlite') return step;
  return step
    .replaceAll(/\binteger\b/g, 'bigint')
    .replaceAll(/\btext\b/g, 'text collate "C"')
    .replaceAll(/\bblob not null\b/g, 'bytea not null')
    .replaceAll(/\) without rowid;/g, ');');
}

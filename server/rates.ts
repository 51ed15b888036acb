/** Counts requests per address and minute in the database, so that several nodes together let through no more than one. */
import { sha256 } from './codes.ts';
import type { Database } from './db/database.ts';
import { countRequest, forgetRates } from './db/rateQueries.ts';

type Answer = (error: Error | null, counted?: { current: number; ttl: number }) => void;
type Route = { readonly routeInfo?: { readonly method?: unknown; readonly url?: string } };

/** In the form that @fastify/rate-limit asks for: it makes one, and a child a route. */
export function ratesIn(database: Database, now: () => number) {
  return class Rates {
    readonly #route: string;

    constructor(options: object = {}) {
      const { routeInfo } = options as Route;
      this.#route = `${String(routeInfo?.method)} ${routeInfo?.url}`;
    }

    child(route: object): Rates {
      return new Rates(route);
    }

    incr(address: string, done: Answer, windowMs: number): void {
      const period = Math.floor(now() / windowMs);
      const ttl = (period + 1) * windowMs - now();
      // Nobody's address is kept, not even for a minute.
      count(database, sha256(`${this.#route} ${address}`), period).then(
        (current) => done(null, { current, ttl }),
        (error: Error) => done(error),
      );
    }
  };
}

function count(database: Database, name: string, period: number): Promise<number> {
  return database.write(async (connection) => {
    const counted = await connection.get(countRequest, { name, period });
    if (counted?.count === 1) await connection.run(forgetRates, { before: period - 1 });
    return counted?.count ?? 0;
  });
}

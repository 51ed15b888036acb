// What every screen stands on: who is signed in, the rows on this phone and the engine that takes commands. It reaches the
// screens by context, so that a test can put a phone of its own under them.
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { Access } from '../domain/access.ts';
import type { BudgetYear, IsoDate, RowIndex, Rows, RowType } from '../domain/rows.ts';
import type { HeardStore } from '../store/heard.ts';
import type { Reader } from '../store/queries.ts';
import type { Engine } from '../sync/engine.ts';
import { useToday } from './clock.ts';
import { useLive } from './hooks.ts';
import { useStore } from './use-store.ts';
import { yearStore } from './year-store.ts';

/** A row as a screen sees it: confirmed value with this phone's own commands on top. */
export type Seen<T extends RowType> = Rows[T] & {
  readonly v: number; // version that the server confirmed; 0: the row exists only here
  readonly pending: boolean; // an own command that the server has not decided yet wrote it
};

/** Reads of the rows of one committee. Made for `useLive`: a Dexie query that is run again when what it read changes. */
export interface RowReader {
  byId<T extends RowType>(type: T, id: string): Promise<Seen<T> | undefined>;
  by<T extends RowType>(type: T, index: RowIndex<T>, key: string): Promise<readonly Seen<T>[]>;
  all<T extends RowType>(type: T): Promise<readonly Seen<T>[]>;
}

/** What is only on this phone, and what came back. Also made for `useLive`. */
export type QueueReader = Pick<
  Reader,
  'unsentItems' | 'inboxItems' | 'waitingPhotos' | 'brokenPhotos' | 'carried' | 'logHead' | 'loss'
>;

export interface App {
  readonly engine: Engine;
  readonly rows: RowReader;
  readonly queue: QueueReader;
  readonly heard: HeardStore;
  readonly personId: string;
  readonly committeeId: string;
  readonly access: Access;
}

export interface Me {
  readonly personId: string;
  readonly committeeId: string;
  /** Rights as the server last gave them, with own commands on top: who just founded the committee is chair here. */
  readonly access: Access;
  readonly committee: Seen<'committee'> | undefined;
  /** The budget year that screens show: the one that was chosen, else `yearNow`. */
  readonly year: number;
  /** This calendar year when it is open, else the latest one that is. */
  readonly yearNow: number;
  readonly years: readonly number[]; // that were opened, the newest first
  readonly budgetYear: Seen<'budgetYear'> | undefined;
}

interface Base {
  readonly loaded: boolean;
  readonly committee: Seen<'committee'> | undefined;
  readonly years: readonly Seen<'budgetYear'>[];
  readonly self: Seen<'member'> | undefined;
}

/** The addresses of this build, for screens that list others: a screen cannot import the table that loads it. */
export const PathsContext = createContext<readonly string[]>([]);

const AppContext = createContext<{ readonly app: App; readonly me: Me } | undefined>(undefined);
const nothingYet: Base = { loaded: false, committee: undefined, years: [], self: undefined };

/** Puts one signed-in committee under the screens. Shows nothing until the committee's own rows were read: that takes
 *  milliseconds, and no screen has to think of a phone that does not know yet who it is. */
export function AppProvider({ app, children }: { readonly app: App; readonly children: ComponentChildren }) {
  const base = useLive(() => readBase(app), [app.committeeId, app.personId], nothingYet);
  const today = useToday();
  const chosen = useStore(yearStore, (state) => state.chosen);
  const me = useMemo(() => meFrom(app, base, today, chosen), [app, base, today, chosen]);
  mine = me;
  const value = useMemo(() => ({ app, me }), [app, me]);
  if (!base.loaded) return null;
  return <AppContext.Provider value={value}>{children}</AppContext.Provider>;
}

export function useApp(): App {
  return useProvided().app;
}

export function useMe(): Me {
  return useProvided().me;
}

/** The rights of whoever is signed in now, for code outside components; `undefined` when nobody is. */
export function currentMe(): Me | undefined {
  return mine;
}
let mine: Me | undefined;

function useProvided(): { readonly app: App; readonly me: Me } {
  const provided = useContext(AppContext);
  if (provided === undefined) throw new Error('a screen stands outside AppProvider');
  return provided;
}

async function readBase({ rows, committeeId, personId }: App): Promise<Base> {
  const [committee, years, self] = await Promise.all([
    rows.byId('committee', committeeId),
    rows.all('budgetYear'),
    rows.byId('member', personId),
  ]);
  return { loaded: true, committee, years, self };
}

function meFrom(app: App, base: Base, today: IsoDate, chosen: number | null): Me {
  const { personId, committeeId } = app;
  const ofToday = yearOfToday(base.years, today);
  const yearNow = ofToday?.year ?? Number(today.slice(0, 4));
  const budgetYear = base.years.find(({ year }) => year === chosen) ?? ofToday;
  return {
    personId,
    committeeId,
    access: accessNow(app.access, base.self),
    committee: base.committee,
    year: budgetYear?.year ?? yearNow,
    ...{ yearNow, years: base.years.map(({ year }) => year).sort((a, b) => b - a) },
    budgetYear,
  };
}

/** Rights that the own member row gives, own pending commands included, as the engine reckons too: a founder without a
 *  connection goes on as the chair that `committee.found` made. Who sees no member rows has those of the last pull. */
function accessNow(access: Access, self: Seen<'member'> | undefined): Access {
  return self?.active ? { ...access, role: self.role, proposalIds: self.proposalIds } : access;
}

function yearOfToday<T extends BudgetYear>(years: readonly T[], today: IsoDate): T | undefined {
  const newestFirst = [...years].sort((a, b) => b.year - a.year);
  return newestFirst.find(({ year }) => String(year) === today.slice(0, 4)) ?? newestFirst[0];
}

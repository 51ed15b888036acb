// What a screen reads and does: rows and commands. A screen never touches the database or the network itself.
import { useCallback, useRef, useState } from 'preact/hooks';
import type { CommandArgs } from '../domain/commands/index.ts';
import { uuidV7 } from '../domain/ids.ts';
import { type CommandName, mayRun } from '../domain/permissions.ts';
import type { RowIndex, RowType } from '../domain/rows.ts';
import type { Attention } from '../store/queries.ts';
import type { Dispatched, Engine, NewPhoto } from '../sync/engine.ts';
import { type OutboxItem, StorageFull, StorageLost } from '../sync/ports.ts';
import { type App, currentMe, type Seen, useApp } from './app-context.tsx';
import { now } from './clock.ts';
import { useLive } from './hooks.ts';
import { nl } from './nl/index.ts';
import { dismissToast, showToast } from './parts/toast-store.ts';
import { type Found, useSharedRows } from './shared-rows.ts';

export { type App, type Seen, useApp, useMe } from './app-context.tsx';
export { now, useToday } from './clock.ts';
export { Refusal } from './refusal.tsx';
export type { Found } from './shared-rows.ts';

/** The row, or undefined while it is being read (a millisecond or two) and when there is none on this phone. */
export function useRow<T extends RowType>(type: T, id: string | undefined): Seen<T> | undefined {
  return useRowFound(type, id).value;
}

/** As `useRow`, for a page that must say "bestaat niet": `loaded` tells absence from not read yet. */
export function useRowFound<T extends RowType>(type: T, id: string | undefined): Found<Seen<T> | undefined> {
  const app = useApp();
  return useSharedRows(
    app.rows,
    `${type} ${id}`,
    () => (id === undefined ? undefined : app.rows.byId(type, id)),
    undefined,
  );
}

/** All rows of a type, or those whose index has this key. In the order of their ids: a screen sorts as it wants. */
export function useRows<T extends RowType>(type: T, index?: RowIndex<T>, key?: string | number): readonly Seen<T>[] {
  return useRowsFound(type, index, key).value;
}

export function useRowsFound<T extends RowType>(
  type: T,
  index?: RowIndex<T>,
  key?: string | number,
): Found<readonly Seen<T>[]> {
  const app = useApp();
  return useSharedRows<readonly Seen<T>[]>(
    app.rows,
    `${type} by ${String(index)} ${key}`,
    () => (index === undefined ? app.rows.all(type) : app.rows.by(type, index, String(key))),
    none,
  );
}
const none: readonly never[] = [];

/** Whether the role of whoever is signed in may send this command: to hide what would be refused. */
export function mayI(name: CommandName): boolean {
  const me = currentMe();
  return me !== undefined && mayRun(me.access.role, name);
}

export function useEngine(): Engine {
  return useApp().engine;
}

/** A new UUIDv7: grows with time, so that rows lie in the order in which they were made. */
export function newId(): string {
  return uuidV7(now().getTime(), crypto.getRandomValues(new Uint8Array(10)));
}

export interface SendOptions {
  readonly photos?: readonly NewPhoto[] | undefined;
  /** Save although this phone expects a refusal (D3). */
  readonly accept?: boolean | undefined;
  /** Ends this form's draft in the same transaction, so that a crash between the two leaves nothing to send twice. Call
   *  the draft's `clear` as well, for the form on the screen. */
  readonly draftKey?: string | undefined;
}

export type Sent =
  | { readonly saved: true; readonly commandId: string; readonly forecast: 'expected' | 'doubtful' }
  | ({ readonly saved: false } & RefusalOf);

export interface RefusalOf {
  readonly code: string; // refusalText(code, params) has the words
  readonly params: Readonly<Record<string, string | number>>;
  /** True: there is no *Toch bewaren*. */
  readonly final: boolean;
}

export interface CommandUse<Name extends CommandName> {
  /** Resolves once it is saved on this phone, or not saved with the reason. Waits for no network and never throws for
   *  what a person can mend. */
  send(args: CommandArgs<Name>, options?: SendOptions): Promise<Sent>;
  /** Why the last send was not saved, until the next one or `forget`. */
  readonly refusal: RefusalOf | undefined;
  readonly busy: boolean;
  /** Sends the refused one again with `accept`; the server decides. */
  saveAnyway(): Promise<Sent | undefined>;
  forget(): void;
}

export function useCommand<Name extends CommandName>(name: Name): CommandUse<Name> {
  const app = useApp();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalOf | undefined>(undefined);
  const last = useRef<{ readonly args: CommandArgs<Name>; readonly options: SendOptions } | undefined>(undefined);
  const send = useCallback(
    async (args: CommandArgs<Name>, options: SendOptions = {}): Promise<Sent> => {
      last.current = { args, options };
      setBusy(true);
      try {
        const sent = await dispatchOnce(app, name, args, options);
        setRefusal(sent.saved ? undefined : { code: sent.code, params: sent.params, final: sent.final });
        return sent;
      } finally {
        setBusy(false);
      }
    },
    [app, name],
  );
  const saveAnyway = useCallback(async (): Promise<Sent | undefined> => {
    if (last.current === undefined) return undefined;
    return send(last.current.args, { ...last.current.options, accept: true });
  }, [send]);
  const forget = useCallback(() => setRefusal(undefined), []);
  return { send, refusal, busy, saveAnyway, forget };
}

/** One command outside a form, for what a toast undoes. A full device is an answer here too, not an exception. */
export async function dispatchOnce<Name extends CommandName>(
  app: App,
  name: Name,
  args: CommandArgs<Name>,
  { photos, accept, draftKey }: SendOptions = {},
): Promise<Sent> {
  try {
    const options = {
      ...(photos === undefined ? {} : { photos }),
      ...(accept === undefined ? {} : { accept }),
      ...(draftKey === undefined ? {} : { draftKey }),
    };
    return sentFrom(await whileSaying(app.engine.dispatch(app.committeeId, name, args, options)));
  } catch (error) {
    if (error instanceof StorageFull) return { saved: false, code: 'storage_full', params: {}, final: true };
    if (error instanceof StorageLost) return { saved: false, code: 'storage_lost', params: {}, final: true };
    throw error;
  }
}

const longMs = 5_000;

/** A save waits as long as another window holds the storage, frozen maybe; nobody can take it back, so it goes on (SYNC 3.1). */
async function whileSaying<T>(saving: Promise<T>): Promise<T> {
  let said: number | undefined;
  const timer = setTimeout(() => {
    said = showToast({ text: nl.savingTakesLong, stays: true });
  }, longMs);
  try {
    return await saving;
  } finally {
    clearTimeout(timer);
    if (said !== undefined) dismissToast(said);
  }
}

function sentFrom(dispatched: Dispatched): Sent {
  if (!dispatched.saved) return dispatched;
  return { saved: true, commandId: dispatched.commandId, forecast: dispatched.forecast };
}

/** What this phone still has to send; live. */
export function useUnsent(): readonly OutboxItem[] {
  const { queue, committeeId } = useApp();
  return useLive(() => queue.unsentItems(), [queue, committeeId], none);
}

/** Own commands that the server refused or holds, with what was asked; live. */
export function useAttentionItems(): readonly Attention[] {
  const { queue, committeeId } = useApp();
  return useLive(() => queue.inboxItems(), [queue, committeeId], none);
}

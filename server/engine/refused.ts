/** Taking over what somebody was refused for want of rights: mostly the unsent work of a member who was removed meanwhile
 *  (docs/sync.md, V3). The content is in the log, so it is carried out from there. */
import { type Command, Rejection } from '../../src/domain/command.ts';
import { authorize, type CommandArgs, upcast } from '../../src/domain/commands/index.ts';
import type { Sent } from './judge.ts';
import type { ServerSnapshot, StoredLogEntry } from './ports.ts';
import type { Turn } from './turn.ts';

/** A command to run, and the id that its rows are made from. */
export interface Runnable {
  readonly command: Command;
  readonly args: unknown;
  readonly commandId: string;
}

const settling = 'refused.settle';
/** Both act on the log; neither makes sense as somebody else's. */
const neverTaken: ReadonlySet<string> = new Set([settling, 'held.drop']);

/** What `sent` really runs: the refused command when it takes one over, else itself. Undefined: a version that this
 *  program does not know. Throws `wrong_state` when there is nothing to settle. */
export async function meantBy(turn: Turn, sent: Sent, own: Omit<Runnable, 'commandId'>): Promise<Runnable | undefined> {
  const { commandId } = sent;
  if (own.command.name !== settling) return { ...own, commandId };
  const { commandId: refusedId, as } = own.args as CommandArgs<typeof settling>;
  const refused = await refusedEntry(turn, refusedId);
  if (as === 'set_aside') return { ...own, commandId };
  const known = upcast(refused.name, refused.v, refused.args);
  if (known === undefined) return undefined;
  const standing = await turn.standing(sent.actorId);
  if (standing.kind === 'member') authorize(standing.access, known.command, known.args);
  // Under the refused command's id: taken over twice, its rows are the same rows.
  return { ...known, commandId: refusedId };
}

async function refusedEntry({ tx, committee }: Turn, commandId: string): Promise<StoredLogEntry> {
  const first = await tx.logByCommand(committee.id, commandId);
  const entry = first?.outcome === 'held' ? await tx.logSettling(committee.id, first.seq) : first;
  if (entry?.code !== 'not_permitted' || entry.salt === null || neverTaken.has(entry.name)) {
    throw new Rejection('wrong_state');
  }
  return entry;
}

const listMax = 200; // the newest; somebody may send refused commands for ever

/** Refused commands that nobody has taken over or set aside, newest first. */
export async function openRefusals(snapshot: ServerSnapshot, committeeId: string): Promise<readonly StoredLogEntry[]> {
  const entries = await snapshot.logOfRefusals(committeeId);
  const settled = new Set(
    entries
      .filter(({ name, outcome }) => name === settling && outcome !== 'rejected')
      .map(({ args }) => (args as CommandArgs<typeof settling> | null)?.commandId),
  );
  const open = entries.filter(
    ({ code, salt, name, commandId }) =>
      code === 'not_permitted' && salt !== null && !neverTaken.has(name) && !settled.has(commandId),
  );
  return open.reverse().slice(0, listMax);
}

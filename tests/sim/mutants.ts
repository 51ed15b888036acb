/** Engines that are broken on purpose. Each must be caught within a bounded number of seeds: otherwise the simulator
 *  proves nothing (docs/sync.md). Either a hand between engine and ports (hooks.ts) or the shipped source with a few words
 *  replaced (bundle.ts, which insists that the words are there exactly once). */
import { bundleWorker, type Edit, removeBundle } from './bundle.ts';
import { runJob } from './pool.ts';
import type { SeedResult } from './seedRun.ts';
import { type Shrunk, shrink } from './shrink.ts';

export interface Mutant {
  readonly name: string;
  readonly says: string;
  readonly hook?: string;
  readonly edits?: readonly Edit[];
}

const edit = (file: string, find: string, replace: string): Edit => ({ file, find, replace });
const rebase = (find: string, replace: string): Edit => edit('src/sync/rebase.ts', find, replace);

export const mutants: readonly Mutant[] = [
  { name: 'ack-before-commit', says: 'the server answers before its transaction commits', hook: 'ackBeforeCommit' },
  { name: 'bare-sequence', says: 'numbers without a lock: commits overtake each other', hook: 'bareSequence' },
  { name: 'drop-on-500', says: 'the phone drops what the server answered with an error', hook: 'dropOnError' },
  { name: 'saved-before-commit', says: 'the screen says saved before the disk does', hook: 'savedBeforeCommit' },
  {
    name: 'apply-without-cas',
    says: 'an answer is applied although another tab was first',
    edits: [
      rebase('if (before === undefined || !sameBase(before, base)) return', 'if (before === undefined) return'),
      rebase('if (answer.epoch === before.epoch && answer.cursor < before.cursor)', 'if (false)'),
    ],
  },
  {
    name: 'sweep-before-replay',
    says: 'a snapshot sweeps the pending changes away with the rest',
    edits: [
      rebase(
        'await replay(tx, confirmed, settled.outbox,',
        "await replay(tx, confirmed, answer.mode === 'snapshot' ? [] : settled.outbox,",
      ),
    ],
  },
  {
    name: 'no-sweep',
    says: 'rows out of sight stay on the phone',
    edits: [rebase("if (mode === 'delta') return [];", 'return [];')],
  },
  {
    name: 'sweep-takes-outbox',
    says: 'whoever is removed loses what was not sent yet',
    edits: [
      edit(
        'src/sync/meta.ts',
        'await tx.outbox.putMany(outbox.map((item) => ({ ...item, writes: [], decided: false })));',
        'await tx.outbox.removeMany(outbox.map(({ deviceSeq }) => [committeeId, deviceSeq]));',
      ),
    ],
  },
  {
    name: 'ack-on-first-page',
    says: 'the first page of a pull already carries outcomes and head',
    edits: [
      edit(
        'server/engine/pull.ts',
        'return { ...common, patch, next };',
        'return { ...common, patch, next, last: await lastPart(snapshot, asked, page.digestOk) };',
      ),
    ],
  },
  {
    name: 'access-ignored-on-later-page',
    says: 'rights that change between two pages are not noticed',
    edits: [
      edit('server/engine/pull.ts', ' || page.accessV !== access.v', ''),
      edit('src/sync/pull.ts', ' || answer.access.v !== known.accessV', ''),
    ],
  },
  {
    name: 'sight-ignored',
    says: 'everybody is sent everything',
    edits: [
      edit(
        'server/engine/pull.ts',
        '...visibleScopes(access),',
        "scopes: ['pub', 'com', 'fin', 'dist'], everyProposal: true,",
      ),
    ],
  },
  {
    name: 'settled-by-push',
    says: 'a command leaves the outbox before a pull brought its effects',
    edits: [
      edit(
        'src/sync/marks.ts',
        'await tx.outbox.putMany(marked.map((item) => ({ ...item, decided: true })));',
        "await settle(tx, committeeId, meta?.epoch ?? '', marked, outcomes);",
      ),
    ],
  },
  {
    name: 'silent-refusal',
    says: 'a refused command is archived and its author is not told',
    edits: [edit('src/sync/settle.ts', 'tellAuthor(tx, [...changed.values()]),', '')],
  },
  {
    name: 'replay-backwards',
    says: 'pending commands are run again in the wrong order',
    edits: [rebase('of outbox.entries()) {', 'of [...outbox].reverse().entries()) {')],
  },
  {
    name: 'shadow-of-pending',
    says: 'the shadow keeps a pending value as the confirmed one',
    edits: [edit('src/sync/outbox.ts', 'if (before?.pending !== 1) shadow.push', 'shadow.push')],
  },
  {
    name: 'stale-digest',
    says: 'the sum over the rows does not follow a delta',
    edits: [rebase('confirmed.digestAfter(before.digest)', 'before.digest')],
  },
  {
    name: 'photo-freed-unsent',
    says: 'the bytes of a photo go before the server has them',
    edits: [
      edit('src/sync/blobs.ts', "while (at !== 'stored') {", 'while (at === null) {'),
      edit('src/sync/blobs.ts', 'if (told || (await tx.meta.get(committeeId))?.removed === true)', 'if (true)'),
    ],
  },
  {
    name: 'destroyed-photo-kept',
    says: 'a phone keeps a photo of signatures that are destroyed',
    edits: [rebase('await forgetDestroyed(tx, committeeId, hashes(true));', '')],
  },
  {
    name: 'name-stays-in-log',
    says: 'a name that is erased stays where it was written before',
    edits: [edit('server/engine/erase.ts', 'entry.salt !== null && ', 'false && ')],
  },
  {
    name: 'late-name-kept',
    says: 'a name that comes after it was erased is refused and kept in the log',
    edits: [
      edit('server/engine/turn.ts', "if (entry.outcome === 'rejected' && (", "if (entry.outcome === 'held' && ("),
    ],
  },
  { name: 'relaxed-writes', says: 'what is called saved may not be on disk', hook: 'relaxedCommits' },
  { name: 'quota-drops-outbox', says: 'a phone that is full throws unsent work away', hook: 'quotaDropsOutbox' },
  {
    name: 'server-not-healed',
    says: 'a restored server is not given back what it forgot',
    edits: [
      rebase('if (last.lastDeviceSeq < before.settledSeq) {', 'if (false) {'),
      edit('src/sync/push.ts', "answer.stop === 'gap' || ", ''),
    ],
  },
  {
    name: 'lost-past-unnoticed',
    says: 'a server that went back in time does not believe its phones',
    edits: [
      edit(
        'server/engine/pull.ts',
        'if (known && (await hasForgotten(snapshot, committee, device, request)))',
        'if (false)',
      ),
    ],
  },
  {
    name: 'pages-of-two-pasts',
    says: 'the next page goes on although the server went back in time',
    edits: [
      edit(
        'server/engine/pull.ts',
        'return (await snapshot.logBySeq(committee.id, page.seq))?.hash === page.head;',
        'return true;',
      ),
    ],
  },
  {
    name: 'clone-not-renumbered',
    says: 'two phones under one name never get new numbers',
    edits: [
      edit(
        'src/sync/push.ts',
        'next = (await renumber(tx, meta, open,',
        'next = meta ?? (await renumber(tx, meta, open,',
      ),
    ],
  },
  {
    name: 'retry-judged-anew',
    says: 'a command that comes again is carried out again',
    edits: [
      edit(
        'server/engine/push.ts',
        'if (earlier !== undefined) return renumbered(turn, device.deviceId, command, earlier);',
        '',
      ),
    ],
  },
  {
    name: 'session-of-another',
    says: 'an app that was left open is given the rows of whoever signed in since',
    edits: [edit('server/engine/index.ts', 'request.deviceId === device.deviceId ? pull(', 'true ? pull(')],
  },
  {
    name: 'chain-not-linked',
    says: 'an entry does not hash the one before it',
    edits: [edit('server/engine/chain.ts', 'chainText(prevHash, entry)', "chainText('', entry)")],
  },
  {
    name: 'wrong-bytes-sent',
    says: 'other bytes than those of the photo are sent under its name',
    edits: [edit('src/sync/blobs.ts', 'bytes.slice(at, at +', 'bytes.slice(0,')],
  },
  {
    name: 'whole-past-trimmed',
    says: 'the archive goes although no backup holds it',
    edits: [rebase('item.seq <= last.backedUpSeq && ', '')],
  },
  {
    name: 'removed-refused-silently',
    says: 'whoever was removed is turned away instead of refused on record',
    edits: [edit('server/engine/push.ts', "kind === 'stranger')", "kind !== 'member')")],
  },
  {
    name: 'held-for-ever',
    says: 'what waits is not run again when its row arrives',
    edits: [edit('server/engine/held.ts', 'while (turn.held.length > 0) {', 'while (false) {')],
  },
];

export interface Caught {
  readonly mutant: Mutant;
  readonly by: SeedResult | null;
  readonly seeds: number;
  /** The shortest run that still shows it, when that was asked for. */
  readonly shrunk: Shrunk | null;
}

/** Runs one mutant until an invariant stops it, over at most these seeds. */
export async function hunt(
  mutant: Mutant,
  realWorker: string,
  seeds: readonly number[],
  shrinks = false,
): Promise<Caught> {
  const worker = mutant.edits === undefined ? realWorker : await bundleWorker(mutant.edits);
  let by: Caught['by'] = null;
  let count = 0;
  let shrunk: Caught['shrunk'] = null;
  try {
    await runJob({
      worker,
      seeds,
      ...(mutant.hook === undefined ? {} : { hook: mutant.hook }),
      onResult: (result) => {
        count += 1;
        if (result.violation !== null) by = result;
        return result.violation !== null;
      },
    });
    if (shrinks && by !== null) shrunk = await shrink(worker, by, mutant.hook ?? null);
  } finally {
    if (worker !== realWorker) await removeBundle(worker);
  }
  return { mutant, by, seeds: count, shrunk };
}

/** Engines that are broken on purpose. Each must be caught within a bounded number of seeds: otherwise the simulator
 *  proves nothing (docs/sync.md). Either a hand between engine and ports (hooks.ts) or the shipped source with a few words
 *  replaced (bundle.ts, which insists that the words are there exactly once). */
import { bundleWorker, type Edit, removeBundle } from './bundle.ts';
import type { FaultRates } from './faults.ts';
import { runJob } from './pool.ts';
import type { SeedResult } from './seedRun.ts';
import { type Shrunk, shrink } from './shrink.ts';

export interface Mutant {
  readonly name: string;
  readonly says: string;
  readonly hook?: string;
  readonly edits?: readonly Edit[];
  /** The faults in which it shows, when those that a seed draws seldom mix so. */
  readonly weather?: Partial<FaultRates>;
}

const edit = (file: string, find: string, replace: string): Edit => ({ file, find, replace });
const rebase = (find: string, replace: string): Edit => edit('src/sync/rebase.ts', find, replace);

/** What forgets on a server or a phone undoes what others rely on (faults.ts): here one of them, or none. */
const remembered = { F18: 0, F21: 0, F25: 0, F32: 0 } as const;
const restored = { ...remembered, F25: 3 } as const;

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
        'await tx.outbox.putMany(marked.map((item) => markedBy(item, decided.get(item.commandId), epoch)));',
        "await settle(tx, committeeId, meta?.epoch ?? '', marked, outcomes, now);",
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
      edit('src/sync/blobs.ts', 'else if ((await tx.meta.get(committeeId))?.removed === true)', 'else'),
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
    weather: { ...remembered, F32: 4 },
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
    weather: { ...remembered, F32: 8, F33: 3 },
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
    edits: [rebase('isBackedUp(item) && !mayBeAsked(item) && ', '')],
  },
  {
    name: 'newest-backup-is-all',
    says: 'the archive goes with the newest backup, and an older one comes back',
    edits: [rebase(' && !mayBeAsked(item)', '')],
    weather: { ...restored, F23: 0 },
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
  {
    name: 'epoch-ignored',
    says: 'a push that waited since before a restore is judged as if it were new',
    edits: [edit('server/engine/push.ts', 'if ((batch.epoch ?? epoch) !== epoch) {', 'if (false) {')],
    weather: { ...restored, F5: 0.15 },
  },
  {
    name: 'applied-then-refused',
    says: 'a restored server refuses what it had carried out',
    edits: [
      edit(
        'server/engine/judge.ts',
        "if (verdict.outcome !== 'rejected' || sent.wasSeq === null) return verdict;",
        'return verdict;',
      ),
    ],
    weather: restored,
  },
  {
    name: 'old-bundle-refused',
    says: 'a file from before a restore is judged as if it were new',
    edits: [
      edit(
        'server/engine/push.ts',
        'if (was === undefined && (bundle?.epoch ?? committee.epoch) !== committee.epoch) return unknownPlace;',
        '',
      ),
    ],
    weather: { ...restored, F37: 8 },
  },
  {
    name: 'waiting-then-refused',
    says: 'what waits when the server went back in time is refused after it',
    edits: [edit('server/engine/epoch.ts', 'if (held.wasSeq === null) await', 'if (false) await')],
    weather: { ...remembered, F32: 8 },
  },
  {
    name: 'not-told-anew',
    says: 'after a restore an author is not told how things ended this time',
    edits: [
      edit('server/engine/pull.ts', 'epoch !== null && epoch !== committee.epoch ? 1 : pendingFrom', 'pendingFrom'),
    ],
    weather: { ...restored, F37: 8 },
  },
  {
    name: 'pages-of-two-tabs',
    says: 'two tabs stage their pages through each other',
    edits: [
      edit(
        'src/sync/pull.ts',
        'if (after === undefined ? begun !== null : begun?.id !== id || begun.next !== after) return false;',
        '',
      ),
    ],
    weather: { F12: 0.04, F15: 1, F31: 0.3, F33: 3 },
  },
  {
    name: 'queue-waits',
    says: 'one command that breaks our code keeps the whole queue waiting',
    edits: [edit('server/engine/push.ts', 'if (!mayHold())', 'if (true)')],
  },
  {
    name: 'goes-before-held',
    says: 'a later command on the same row does not wait for one that is held for our fault',
    edits: [edit('server/engine/judge.ts', 'if (blocker !== undefined) return held(', 'if (false) return held(')],
    weather: { F29: 0.05 },
  },
  {
    name: 'refused-for-our-fault',
    says: 'who lacks a right because what gives it is held for our fault is refused',
    edits: [edit('server/engine/judge.ts', 'if (giving === undefined) return verdict;', 'return verdict;')],
    weather: { F29: 0.05 },
  },
  {
    name: 'rights-of-before',
    says: 'rights that change inside a push count for the next one',
    edits: [
      edit(
        'server/engine/turn.ts',
        "if (record.type === 'member' || record.type === 'committee') this.#standings.clear();",
        '',
      ),
    ],
  },
  {
    name: 'waiting-bundle-lost',
    says: 'a file that starts too late is called kept and is not',
    edits: [edit('server/engine/push.ts', 'await keepWaiting(turn, batch.bundle);', '{}')],
    weather: { ...restored, F37: 8 },
  },
  {
    name: 'carried-work-dropped',
    says: 'a phone drops the work of another one because the server has no time now',
    edits: [edit('src/sync/bundle.ts', "if (result === 'taken' || result === 'waiting')", "if (result !== 'refused')")],
    weather: { F37: 8 },
  },
  {
    name: 'revoked-carried-out',
    says: 'what a device made that was revoked is carried out when another one brings it',
    edits: [edit('server/engine/push.ts', 'device.revoked ? notPermitted : await', 'await')],
    weather: { ...remembered, F33: 4, F37: 8 },
  },
  {
    name: 'photo-for-whoever-asks',
    says: 'whoever knows the name of a photo is given it',
    edits: [edit('server/engine/photos.ts', ' || !visible(access, row.scope)) return false;', ') return false;')],
    weather: { ...remembered, F1: 0, F7: 0, F8: 0, F9: 0, F33: 5 },
  },
  {
    name: 'copies-stay',
    says: 'copies of photos stay on a phone whose rights changed',
    edits: [rebase('(before !== null && before.v !== now.v)', 'false')],
    weather: { ...remembered, F1: 0, F7: 0, F8: 0, F9: 0, F33: 5 },
  },
  {
    name: 'clock-orders',
    says: 'a phone sends in the order of its clock',
    edits: [
      edit('src/sync/unsent.ts', 'while (!this.#whole && this.#ready.length < commandsAtOnce)', 'while (!this.#whole)'),
      edit(
        'src/sync/unsent.ts',
        'this.#ready = [...this.#ready, ...items.filter((item) => !isDecided(item, this.#marks))];',
        'this.#ready = [...this.#ready, ...items].filter((item) => !isDecided(item, this.#marks)).sort((a, b) => a.clientTime - b.clientTime);',
      ),
    ],
    weather: { F23: 3 },
  },
  {
    name: 'no-patience',
    says: 'a phone asks again at once whatever went wrong',
    edits: [edit('src/sync/loop.ts', 'return Math.min(Math.max(backoff, asked), limits.backoffMaxMs);', 'return 0;')],
  },
  {
    name: 'lock-never-passed',
    says: 'a tab that sleeps with the lock stops all others',
    edits: [edit('src/sync/loop.ts', 'busy >= busyMax', 'false')],
    weather: { F14: 8, F15: 0 },
  },
  {
    name: 'removed-waits-for-pull',
    says: 'whoever was removed waits for a pull that never comes',
    edits: [edit('src/sync/meta.ts', '({ ...item, writes: [], decided: false })', '({ ...item, writes: [] })')],
    weather: { F33: 3 },
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
      ...(mutant.weather === undefined ? {} : { weather: mutant.weather }),
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

/** Reads everything again and recomputes what can be recomputed (L1-L4): chains, rows out of effects, the ledger, device
 *  numbers, photos. Knows nothing of commands, so it also checks what older versions wrote. */
import { scopeOf } from '../../src/domain/access.ts';
import { canonical } from '../../src/domain/canonical.ts';
import { type RowKey, rowKey } from '../../src/domain/command.ts';
import { currentBody } from '../../src/domain/rowShapes.ts';
import type { LedgerLine, Person, Row, StoredPhoto, Transfer } from '../../src/domain/rows.ts';
import { type BlobName, type BlobStore, hashOf } from '../blobs/blobStore.ts';
import { sha256 } from '../codes.ts';
import { listCommittees } from '../db/committees.ts';
import type { Connection, Database } from '../db/database.ts';
import { aliasesOf, lastSeqs, openHeld } from '../db/queries.ts';
import { createStore } from '../db/store.ts';
import { ChainCheck } from '../engine/chain.ts';
import type { CommitteeRow, ServerRowRecord, StoredLogEntry } from '../engine/ports.ts';
import type { Services } from '../services.ts';

export interface Report {
  readonly committees: number;
  readonly entries: number;
  readonly photos: number;
  readonly problems: readonly string[];
}

export async function verifyAll({
  database,
  store,
  blobs,
}: Pick<Services, 'database' | 'store' | 'blobs'>): Promise<Report> {
  const problems: string[] = [];
  let entries = 0;
  const committees = await listCommittees(database);
  const promised = new Set<string>(); // photos of committees, `committee/hash`
  const destroyed = new Set<string>();
  const transfers = new Map<string, Transfer>(); // by committee and id
  for (const committee of committees) {
    const check = new CommitteeCheck((problem) => problems.push(`${committee.id}: ${problem}`));
    await readLog(store, committee, 1, (entry) => check.take(entry));
    const rows = await readRest(database, committee, check);
    entries += check.entries;
    for (const { type, body } of rows) {
      if (type === 'transfer') transfers.set(`${committee.id}/${body.id}`, body as Transfer);
      if (type === 'storedPhoto') (isDestroyed(body) ? destroyed : promised).add(`${committee.id}/${body.id}`);
    }
  }
  problems.push(...(await transferProblems(store, transfers)));
  const photos = await blobs.list();
  for (const photo of photos) {
    const { committeeId, sha256: name } = photo;
    promised.delete(`${committeeId}/${name}`);
    if (destroyed.has(`${committeeId}/${name}`))
      problems.push(`${committeeId}: B7: photo ${name} is destroyed, yet here`);
    if ((await hashOfPhoto(blobs, photo)) !== name) problems.push(`${committeeId}: B2: photo ${name} has other bytes`);
  }
  for (const name of promised) {
    if (!(await isDestroyedNow(store, name))) problems.push(`${name.replace('/', ': B3: photo ')} is not stored`);
  }
  return { committees: committees.length, entries, photos: photos.length, problems };
}

const isDestroyed = (body: Row): boolean => (body as StoredPhoto).destroyedOn !== undefined;

/** The rows were read a while ago, and a server that is running may have removed it since. */
async function isDestroyedNow(store: Services['store'], name: string): Promise<boolean> {
  const [committeeId = '', sha256 = ''] = name.split('/');
  const row = await store.read((snapshot) => snapshot.row(committeeId, rowKey('storedPhoto', sha256)));
  return row !== undefined && isDestroyed(row.body);
}

/** What one committee sent, the other has, once and with the same amount (D15). */
async function transferProblems(
  store: Services['store'],
  transfers: ReadonlyMap<string, Transfer>,
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const [key, transfer] of transfers) {
    const { id, otherId } = transfer;
    const [committeeId = ''] = key.split('/');
    if (fits(transfer, transfers.get(`${otherId}/${id}`))) continue;
    // The committees were read one after the other, and a server that is running may have delivered it in between.
    const [own, other] = await store.read(async (snapshot) => {
      const rowIn = async (committee: string) =>
        (await snapshot.row(committee, rowKey('transfer', id)))?.body as Transfer | undefined;
      return [await rowIn(committeeId), await rowIn(otherId)];
    });
    if (own !== undefined && fits(own, other)) continue;
    problems.push(`${committeeId}: D15: transfer ${id} does not fit what the other committee has`);
  }
  return problems;
}

function fits({ direction, amountCents, state }: Transfer, other: Transfer | undefined): boolean {
  const both = other !== undefined && other.direction !== direction && other.amountCents === amountCents;
  // One that was refused has no other side; one that is under way may have it already.
  return state === 'arrived' ? both : state === 'refused' ? other === undefined : other === undefined || both;
}

async function hashOfPhoto(blobs: BlobStore, { committeeId, sha256: name }: BlobName): Promise<string | undefined> {
  const blob = await blobs.read(committeeId, name);
  return blob && hashOf(blob.stream());
}

const pageEntries = 2_000;

/** What came since, and all that the log is compared with, of one moment: a server that is running goes on writing, and rows
 *  of a later one are not what the log of an earlier one says. */
function readRest(
  database: Database,
  committee: CommitteeRow,
  check: CommitteeCheck,
): Promise<readonly ServerRowRecord[]> {
  return database.read(async (connection) => {
    const never = () => Promise.reject(new Error('nothing is written here'));
    const store = createStore({ read: (body) => body(connection), write: never });
    const now = (await store.read((snapshot) => snapshot.committee(committee.id))) ?? committee;
    await readLog(store, now, check.entries + 1, (entry) => check.take(entry));
    const rows = await store.read((snapshot) => snapshot.allRows(committee.id));
    check.compare(now, rows, await numbersOf(connection, committee.id));
    return rows;
  });
}

async function readLog(
  store: Services['store'],
  committee: CommitteeRow,
  first: number,
  take: (entry: StoredLogEntry) => void,
): Promise<void> {
  for (let from = first; from <= committee.seq; from += pageEntries) {
    const max = Math.min(pageEntries, committee.seq - from + 1);
    for (const entry of await store.read((snapshot) => snapshot.logRange(committee.id, from, max))) take(entry);
  }
}

interface Numbers {
  readonly last: ReadonlyMap<string, number>; // by device
  readonly aliases: readonly { readonly deviceId: string; readonly deviceSeq: number; readonly commandId: string }[];
  readonly held: ReadonlySet<number>;
}

async function numbersOf(connection: Connection, committee: string): Promise<Numbers> {
  return {
    last: new Map((await connection.all(lastSeqs, { committee })).map((one) => [one.device_id, one.last_seq])),
    aliases: (await connection.all(aliasesOf, { committee })).map((one) => ({
      deviceId: one.device_id,
      deviceSeq: one.device_seq,
      commandId: one.command_id,
    })),
    held: new Set((await connection.all(openHeld, { committee })).map(({ seq }) => seq)),
  };
}

class CommitteeCheck {
  readonly #report: (problem: string) => void;
  readonly #chain = new ChainCheck(sha256);
  readonly #rows = new Map<RowKey, { readonly v: number; readonly body: string }>();
  readonly #commands = new Set<string>();
  readonly #numbers = new Map<string, Set<number>>();
  readonly #held = new Map<number, StoredLogEntry>(); // not settled
  readonly #named = new Map<string, number[]>(); // by person: entries that hold the name
  #erased = false;

  constructor(report: (problem: string) => void) {
    this.#report = report;
  }

  get entries(): number {
    return this.#chain.seq;
  }

  take(entry: StoredLogEntry): void {
    for (const problem of this.#chain.next(entry)) this.#report(problem);
    if (entry.salt === null) this.#erased = true;
    if (entry.settles === null) this.#takeFirst(entry);
    else this.#takeSettlement(entry, entry.settles);
    if (entry.outcome === 'held') this.#held.set(entry.seq, entry);
    if (entry.outcome !== 'applied' && entry.effects.length > 0) this.#report(`L4: entry ${entry.seq} is not applied`);
    for (const { type, id, body } of entry.effects) {
      this.#rows.set(rowKey(type, id), { v: entry.seq, body: canonical(body) });
      if (type === 'person' && (body as Person).erasedOn === undefined) {
        this.#named.set(id, [...(this.#named.get(id) ?? []), entry.seq]);
      }
    }
  }

  #takeFirst({ seq, commandId, deviceId, deviceSeq }: StoredLogEntry): void {
    if (this.#commands.has(commandId)) this.#report(`L3: command ${commandId} is twice in the log (${seq})`);
    this.#commands.add(commandId);
    const numbers = this.#numbers.get(deviceId) ?? new Set();
    this.#numbers.set(deviceId, numbers);
    if (numbers.has(deviceSeq)) this.#report(`L3: number ${deviceSeq} of device ${deviceId} is twice in the log`);
    numbers.add(deviceSeq);
  }

  #takeSettlement({ seq, commandId }: StoredLogEntry, settles: number): void {
    const held = this.#held.get(settles);
    if (held?.commandId !== commandId) this.#report(`P9: entry ${seq} settles ${settles}, which does not wait`);
    this.#held.delete(settles);
  }

  compare({ seq, head }: CommitteeRow, rows: readonly ServerRowRecord[], numbers: Numbers): void {
    if (this.#chain.seq !== seq) this.#report(`L1: the log ends at ${this.#chain.seq}, the committee stands at ${seq}`);
    if (this.#chain.head !== head) this.#report('L2: the head is not the hash of the last entry');
    this.#compareNumbers(numbers);
    this.#compareRows(rows);
    this.#checkLedger(rows);
  }

  #compareNumbers({ last, aliases, held }: Numbers): void {
    for (const { deviceId, deviceSeq, commandId } of aliases) {
      const numbers = this.#numbers.get(deviceId) ?? new Set();
      this.#numbers.set(deviceId, numbers.add(deviceSeq));
      if (!this.#commands.has(commandId)) this.#report(`P4: number ${deviceSeq} of ${deviceId} leads to no entry`);
    }
    for (const deviceId of new Set([...last.keys(), ...this.#numbers.keys()])) {
      const seen = this.#numbers.get(deviceId) ?? new Set();
      const end = Math.max(last.get(deviceId) ?? 0, ...seen);
      if (end !== (last.get(deviceId) ?? 0))
        this.#report(`L3: device ${deviceId} has numbers above the last one known`);
      for (let n = 1; n <= end; n += 1)
        if (!seen.has(n)) this.#report(`L3: number ${n} of device ${deviceId} is missing`);
    }
    for (const open of this.#held.keys()) if (!held.has(open)) this.#report(`P9: held entry ${open} waits for nothing`);
    for (const open of held) if (!this.#held.has(open)) this.#report(`P9: entry ${open} is listed as held and is not`);
  }

  /** An erased entry takes its effects along: then a row may be there without them. */
  #compareRows(rows: readonly ServerRowRecord[]): void {
    const left = new Map(this.#rows);
    for (const row of rows) {
      const { type, id, scope, v, body } = row;
      const key = rowKey(type, id);
      const folded = left.get(key);
      left.delete(key);
      if (scope !== scopeOf(type, currentBody(row) as never)) this.#report(`L4: row ${key} has scope ${scope}`);
      if (type === 'person' && (body as Person).erasedOn !== undefined) {
        for (const seq of this.#named.get(id) ?? []) this.#report(`L6: entry ${seq} holds a name that was erased`);
      }
      if (folded === undefined && this.#erased) continue;
      const same = folded !== undefined && folded.v === v && folded.body === canonical(body);
      if (!same && !(this.#erased && folded?.v !== v)) this.#report(`L4: row ${key} is not what the log says`);
    }
    for (const key of left.keys()) this.#report(`L4: row ${key} is missing`);
  }

  #checkLedger(rows: readonly ServerRowRecord[]): void {
    const sums = new Map<string, number>();
    for (const { type, body } of rows) {
      if (type !== 'ledgerLine') continue;
      const { entryId, amountCents } = body as LedgerLine;
      sums.set(entryId, (sums.get(entryId) ?? 0) + amountCents);
    }
    for (const [entryId, cents] of sums) {
      if (cents !== 0) this.#report(`D8: ledger entry ${entryId} is off by ${cents} cents`);
    }
  }
}

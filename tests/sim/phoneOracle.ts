/** Watches every commit of a phone's database: nothing that was saved may leave it before it is safe elsewhere. */
import type { StoredPhoto } from '../../src/domain/rows.ts';
import type {
  ArchiveItem,
  ArchiveRecord,
  BlobItem,
  CommitteeMeta,
  OutboxItem,
  RelayItem,
  StoredRow,
} from '../../src/sync/ports.ts';
import { commandsIn, type Device, isArchived } from './device.ts';
import { type LogOracle, type Place, type Report, sameJson } from './logOracle.ts';
import type { Change } from './memoryDatabase.ts';
import { checkScreen } from './screenOracle.ts';
import type { ServerHost } from './serverHost.ts';

export interface Watch {
  /** The log of one epoch, by whoever saw this of it; without an epoch, of now. */
  readonly oracleOf: (committeeId: string, epoch?: string | null, seen?: Place) => LogOracle;
  readonly host: ServerHost;
  readonly report: Report;
  /** The server went back in time: what it had may be gone again. */
  readonly serverForgot: () => boolean;
}

/** Every commit is looked at where it changed something; the whole screen is compared after some of them, and always when
 *  the phone came to other rights or another history. */
export function watchPhone(device: Device, watch: Watch): void {
  let commits = 0;
  let countedAs = device.deviceId;
  device.db.onCommit = (changes) => {
    commits += 1;
    const whole = new Set<string>();
    for (const change of changes) {
      if (change.table === 'outbox') {
        checkOutbox(device, change, watch);
        if (change.before === undefined && commits % savesBetween === 0) {
          whole.add((change.after as OutboxItem).committeeId); // what was just saved is on the screen at once (I11)
        }
      } else if (change.table === 'archive') checkArchive(device, change, watch);
      else if (change.table === 'blobs') checkBlob(device, change, watch);
      else if (change.table === 'relay') checkCarried(device, change, watch);
      else if (change.table === 'staging') checkStaged(device, change, watch);
      else if (change.table === 'meta') {
        const moved = checkMeta(device, change, watch, countedAs !== device.deviceId);
        if (moved === 'turned' || (moved === 'on' && commits % movesBetween === 0)) {
          whole.add((change.after as CommitteeMeta).committeeId);
        }
      } else if (isRow(change)) checkRow(device, change, watch);
    }
    countedAs = device.deviceId; // under a new name numbers begin anew
    for (const id of whole) checkScreen(device.db, id, watch.oracleOf, device.personId, watch.report);
  };
}

const savesBetween = 6;
const movesBetween = 4;

const isRow = ({ after, before }: Change): boolean => Object.hasOwn((after ?? before) as object, 'pending');

/** I9, I10, I14 for one row: what is confirmed on the phone is what the log says at its cursor, and no other person's. */
function checkRow(device: Device, { before, after }: Change, { oracleOf, report }: Watch): void {
  const row = (after ?? before) as StoredRow;
  if (row.pending === 1) return; // what lies under it is compared with the whole screen
  const { committeeId, type, id } = row;
  const meta = device.db.plain('meta').get(committeeId);
  if (meta === undefined || meta.epoch === null) return;
  const log = oracleOf(committeeId, meta.epoch, { seq: meta.cursor, hash: meta.head });
  const person = meta.removed ? undefined : log.rightsAt(device.personId, meta.cursor)?.person;
  const must = person ? log.seesRow(person, `${type}/${id}`, meta.cursor) : undefined;
  if (after === undefined) {
    if (must !== undefined) report('I9', `${type}/${id} was taken from ${device.name} at ${meta.cursor}`);
  } else if (must === undefined) report('I14', `${device.name} has ${type}/${id}, which is not for it to see`);
  else if (must.v !== row.v || !sameJson(must.body, row.body)) {
    report('I9', `${device.name} has version ${row.v} of ${type}/${id}, at ${meta.cursor} it is ${must.v}`);
  }
}

/** I2: leaves the outbox only into the archive, to another number, or because a verified backup holds it already. */
function checkOutbox(device: Device, { before, after }: Change, { host, report }: Watch): void {
  if (before === undefined) return;
  const { commandId, committeeId, name, deviceSeq } = before as OutboxItem;
  if ((after as OutboxItem | undefined)?.commandId === commandId) return;
  const kept =
    isArchived(device, committeeId, commandId) || device.db.plain('outbox').count('commandId', commandId) > 0;
  const backedUp = host.store.isBackedUp(committeeId, commandId);
  if (!kept && !backedUp) report('I2', `${device.name} lost ${name} ${deviceSeq} from its outbox`);
}

/** I2, I12: comes in as the log has it, leaves only when a verified backup holds it. */
function checkArchive(device: Device, { before, after }: Change, watch: Watch): void {
  const had = commandsIn(before as ArchiveRecord | undefined);
  const has = commandsIn(after as ArchiveRecord | undefined);
  for (const item of has) if (!had.includes(item)) checkArchived(device, item, watch);
  for (const { commandId, committeeId } of had) {
    if (isArchived(device, committeeId, commandId)) continue; // maybe in another record now
    const again = device.db.plain('outbox').count('commandId', commandId) > 0; // asked for again by a restored server
    if (!again && !watch.host.store.isBackedUp(committeeId, commandId)) {
      watch.report('I2', `archive dropped ${commandId}, in no backup`);
    }
  }
}

function checkArchived(device: Device, item: ArchiveItem, { oracleOf, report }: Watch): void {
  const log = oracleOf(item.committeeId, item.epoch, item);
  if (item.outcome === 'applied') device.toldApplied.add(item.commandId);
  // Whoever was removed hears only by push, which does not name the epoch: there a restore may have come in between.
  const removed = device.db.plain('meta').get(item.committeeId)?.removed === true;
  const logs = removed ? [log, oracleOf(item.committeeId)] : [log];
  const entries = logs.map(({ entries }) => entries[item.seq - 1]);
  if (!entries.some((entry) => entry?.commandId === item.commandId && entry.hash === item.hash)) {
    report('I12', `${item.commandId} is archived as ${item.outcome} ${item.seq}, which the log does not say`);
  }
}

/** I2: work of somebody else leaves the phone that carries it only when the server has it: in its log, or waiting (H5). */
function checkCarried(device: Device, { before, after }: Change, { host, report, serverForgot }: Watch): void {
  if (before === undefined || after !== undefined || serverForgot()) return;
  const { committeeId, bundle } = before as RelayItem;
  for (const { commandId, name } of bundle.commands) {
    if (!host.store.holds(committeeId, commandId)) report('I2', `${device.name} dropped ${name} of somebody else`);
  }
}

/** V1: with other rights all copies of photos of others go, small pictures too. */
function checkNoCopies({ db, name }: Device, committeeId: string, report: Report): void {
  for (const { own, state, bytes, thumbnail } of db.plain('blobs').where('committeeId', committeeId)) {
    const isCopy = own === 0 && state === 'stored' && (bytes !== null || thumbnail !== null);
    if (isCopy) report('V1', `${name} keeps the copy of a photo although its rights changed`);
  }
}

/** U5: a page is staged once, after the page that it follows: two tabs would mix what each saw at its own moment. */
function checkStaged(device: Device, { before, after, key }: Change, { report }: Watch): void {
  if (before !== undefined && after !== undefined) report('U5', `${device.name} staged page ${String(key)} twice`);
}

/** I13: own bytes go only when the server holds them, or when the log that the phone knows calls them destroyed (B7). */
function checkBlob(device: Device, { before, after }: Change, { oracleOf, host, report }: Watch): void {
  const had = before as BlobItem | undefined;
  if (had === undefined || had.own === 0 || had.bytes === null) return;
  if ((after as BlobItem | undefined)?.bytes != null) return;
  const { committeeId, sha256 } = had;
  if (host.photos.isStored(committeeId, sha256)) return;
  const { epoch = null, cursor = 0, head = null, removed = false } = device.db.plain('meta').get(committeeId) ?? {};
  // Whoever was removed hears by the answer alone that it arrived, also of what is destroyed.
  const log = removed ? oracleOf(committeeId) : oracleOf(committeeId, epoch, { seq: cursor, hash: head });
  const versions = log.histories.get(`storedPhoto/${sha256}`)?.versions ?? [];
  if (!versions.some(({ body }) => (body as StoredPhoto).destroyedOn !== undefined)) {
    report('I13', `photo ${sha256.slice(0, 8)} left the phone, the server has not stored it`);
  }
}

/** I9: the cursor never goes back within an epoch, except when the person lost all rights. Answers whether it moved, and
 *  whether to another history or other rights. */
function checkMeta(
  device: Device,
  { before, after }: Change,
  { report }: Watch,
  renamed: boolean,
): 'stays' | 'on' | 'turned' {
  const had = before as CommitteeMeta | undefined;
  const has = after as CommitteeMeta | undefined;
  if (has === undefined) {
    report('I2', `${device.name} forgot a committee`);
    return 'stays';
  }
  if (had === undefined) return 'stays';
  if (had.nextSeq > has.nextSeq && !device.sharesNumbers && !renamed) {
    report('I1', `${device.name} counts back from ${had.nextSeq} to ${has.nextSeq}`);
  }
  if (had.epoch === has.epoch && has.cursor < had.cursor && !has.removed) {
    report('I9', `${device.name} went back from ${had.cursor} to ${has.cursor}`);
  }
  if (had.access !== null && had.access.v !== has.access?.v) checkNoCopies(device, has.committeeId, report);
  if (had.epoch !== has.epoch || had.access?.v !== has.access?.v || had.removed !== has.removed) return 'turned';
  return had.cursor === has.cursor ? 'stays' : 'on';
}

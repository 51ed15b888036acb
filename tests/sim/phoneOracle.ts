/** Watches every commit of a phone's database: nothing that was saved may leave it before it is safe elsewhere. */
import type { ArchiveItem, BlobItem, CommitteeMeta, OutboxItem } from '../../src/sync/ports.ts';
import type { Device } from './device.ts';
import type { LogOracle, Report } from './logOracle.ts';
import type { Change } from './memoryClientStore.ts';
import { checkScreen } from './screenOracle.ts';
import type { ServerHost } from './serverHost.ts';

export interface Watch {
  /** The log of one epoch; without one, of now. */
  readonly oracleOf: (committeeId: string, epoch?: string | null) => LogOracle;
  readonly host: ServerHost;
  readonly report: Report;
}

export function watchPhone(device: Device, watch: Watch): void {
  let commits = 0;
  device.db.onCommit = (changes) => {
    commits += 1;
    const moved = new Set<string>();
    const saved = new Set<string>();
    for (const change of changes) {
      if (change.table === 'outbox') {
        checkOutbox(device, change, watch);
        if (change.before === undefined) saved.add((change.after as OutboxItem).committeeId);
      } else if (change.table === 'archive') checkArchive(device, change, watch);
      else if (change.table === 'blobs') checkBlob(change, watch);
      else if (change.table === 'meta' && checkMeta(device, change, watch)) {
        moved.add((change.after as CommitteeMeta).committeeId);
      }
    }
    for (const id of moved) checkScreen(device.db, id, watch.oracleOf, device.personId, watch.report);
    for (const id of saved) {
      // Dear, so only now and then: what was just saved is on the screen at once (I11).
      if (!moved.has(id) && commits % 3 === 0)
        checkScreen(device.db, id, watch.oracleOf, device.personId, watch.report);
    }
  };
}

/** I2: leaves the outbox only into the archive, to another number, or because a verified backup holds it already. */
function checkOutbox(device: Device, { before, after }: Change, { host, report }: Watch): void {
  if (before === undefined) return;
  const { commandId, committeeId, name, deviceSeq } = before as OutboxItem;
  if ((after as OutboxItem | undefined)?.commandId === commandId) return;
  const kept = device.db.plain('archive').get(commandId) ?? device.db.plain('outbox').where('commandId', commandId)[0];
  const backedUp = host.store.isBackedUp(committeeId, commandId);
  if (kept === undefined && !backedUp) report('I2', `${device.name} lost ${name} ${deviceSeq} from its outbox`);
}

/** I2, I12: comes in as the log has it, leaves only when a verified backup holds it. */
function checkArchive(device: Device, { before, after }: Change, { oracleOf, host, report }: Watch): void {
  const outboxHas = (commandId: string): boolean => device.db.plain('outbox').count('commandId', commandId) > 0;
  const item = (after ?? before) as ArchiveItem;
  const log = oracleOf(item.committeeId, item.epoch);
  if (after === undefined) {
    const again = outboxHas(item.commandId); // asked for again by a restored server
    if (!again && !host.store.isBackedUp(item.committeeId, item.commandId)) {
      report('I2', `archive dropped ${item.commandId}, in no backup`);
    }
    return;
  }
  if (item.outcome === 'applied') device.toldApplied.add(item.commandId);
  // Whoever was removed hears only by push, which does not name the epoch: there a restore may have come in between.
  const removed = device.db.plain('meta').get(item.committeeId)?.removed === true;
  const logs = removed ? [log, oracleOf(item.committeeId)] : [log];
  const entries = logs.map(({ entries }) => entries[item.seq - 1]);
  if (!entries.some((entry) => entry?.commandId === item.commandId && entry.hash === item.hash)) {
    report('I12', `${item.commandId} is archived as ${item.outcome} ${item.seq}, which the log does not say`);
  }
}

/** I13: own bytes go only when the server holds them. */
function checkBlob({ before, after }: Change, { host, report }: Watch): void {
  const had = before as BlobItem | undefined;
  if (had === undefined || had.own === 0 || had.bytes === null) return;
  if ((after as BlobItem | undefined)?.bytes != null) return;
  if (!host.photos.get(host.photoKey(had.committeeId, had.sha256))?.stored) {
    report('I13', `photo ${had.sha256.slice(0, 8)} left the phone, the server has not stored it`);
  }
}

/** I9: the cursor never goes back within an epoch, except when the person lost all rights. Answers whether it moved. */
function checkMeta(device: Device, { before, after }: Change, { report }: Watch): boolean {
  const had = before as CommitteeMeta | undefined;
  const has = after as CommitteeMeta | undefined;
  if (has === undefined) {
    report('I2', `${device.name} forgot a committee`);
    return false;
  }
  if (had === undefined) return false;
  if (had.nextSeq > has.nextSeq) report('I1', `${device.name} counts back from ${had.nextSeq} to ${has.nextSeq}`);
  if (had.epoch === has.epoch && has.cursor < had.cursor && !has.removed) {
    report('I9', `${device.name} went back from ${had.cursor} to ${has.cursor}`);
  }
  return (
    had.cursor !== has.cursor ||
    had.epoch !== has.epoch ||
    had.access?.v !== has.access?.v ||
    had.removed !== has.removed
  );
}

/** Outcomes on the phone (docs/sync.md, R3): a decided command moves to the archive and, when it was refused or is held,
 *  to the inbox of its author, exactly once. */
import { addToArchive, findArchived, takeFromArchive } from './archive.ts';
import type { ArchiveItem, ClientTx, InboxItem, OutboxItem } from './ports.ts';
import type { Outcome, SentCommand } from './protocol.ts';
import { removeRuns } from './removeRuns.ts';

export async function settle(
  tx: ClientTx,
  committeeId: string,
  epoch: string,
  outbox: readonly OutboxItem[], // the whole of this committee
  outcomes: readonly Outcome[],
  now: number,
): Promise<readonly OutboxItem[]> {
  if (outcomes.length === 0) return outbox;
  const sent = new Map(outbox.map((item) => [item.commandId, item]));
  const ids = [...new Set(outcomes.map(({ commandId }) => commandId))].filter((id) => !sent.has(id));
  const before = await findArchived(tx, committeeId, ids);
  const changed = new Map<string, ArchiveItem>();
  for (const outcome of [...outcomes].sort((a, b) => a.seq - b.seq)) {
    const item = sent.get(outcome.commandId);
    const known = changed.get(outcome.commandId) ?? before.get(outcome.commandId);
    const command = item ?? known;
    if (command === undefined) continue; // of a clone of this device, or given back to the backup long ago
    if (item === undefined && known?.epoch === epoch && outcome.seq <= known.seq) continue; // told before
    const ends = { ...archiveFields(committeeId, epoch, outcome), settledAt: now };
    changed.set(outcome.commandId, { ...sentOf(command), ...wasApplied(known, epoch), ...ends });
    sent.delete(outcome.commandId);
  }
  const isAgain = ({ commandId }: ArchiveItem): boolean => before.has(commandId) && changed.has(commandId);
  if ([...before.values()].some(isAgain)) await takeFromArchive(tx, committeeId, isAgain);
  const isOpen = ({ commandId }: OutboxItem): boolean => sent.has(commandId);
  await Promise.all([
    addToArchive(tx, [...changed.values()]),
    removeRuns(
      tx.outbox,
      outbox,
      (item) => !isOpen(item),
      ({ deviceSeq }) => [committeeId, deviceSeq],
    ),
    tellAuthor(tx, [...changed.values()]),
  ]);
  return outbox.filter(isOpen);
}

/** The travelling part of a stored command. */
export function sentOf(item: SentCommand): SentCommand {
  const { deviceSeq, commandId, name, v, args, touches, clientTime } = item;
  const was = item.was === undefined ? {} : { was: item.was };
  return { deviceSeq, commandId, name, v, args, touches, clientTime, ...was };
}

/** How it ended, for a server that may forget it. What was carried out once stays known through a second restore, also when it
 *  only waited in between. */
export function ended(
  before: SentCommand['was'],
  end: NonNullable<SentCommand['was']>,
): NonNullable<SentCommand['was']> {
  return end.outcome === 'held' && before?.outcome === 'applied' ? before : end;
}

/** What a log before the present one carried out stays known, also when it waits in this one. */
function wasApplied(known: ArchiveItem | undefined, epochNow: string): Pick<SentCommand, 'was'> {
  if (known?.outcome !== 'applied' || known.epoch === epochNow) return {};
  const { epoch, seq, outcome } = known;
  return { was: { epoch, seq, outcome } };
}

function archiveFields(committeeId: string, epoch: string, { seq, hash, outcome, code, params }: Outcome) {
  return { committeeId, epoch, seq, hash, outcome, code: code ?? null, params: params ?? null };
}

async function tellAuthor(tx: ClientTx, settled: readonly ArchiveItem[]): Promise<void> {
  const committeeId = settled[0]?.committeeId;
  if (committeeId === undefined) return;
  // The few that ask for attention are read whole: asking for each of a thousand settled ones takes longer.
  const inbox = await tx.inbox.where('committeeId', committeeId);
  const before = new Map(inbox.map((item) => [item.commandId, item]));
  const shown: InboxItem[] = [];
  const done: string[] = [];
  for (const item of settled) {
    const { commandId, seq, params, outcome } = item;
    const known = before.get(commandId);
    if (outcome === 'applied') {
      if (known !== undefined) done.push(commandId); // was held or refused, holds now
      continue;
    }
    const code = item.code ?? outcome;
    const handled = known?.outcome === outcome && known.code === code ? known.handled : 0;
    shown.push({ commandId, committeeId, outcome, code, params, seq, handled });
  }
  await tx.inbox.removeMany(done);
  await tx.inbox.putMany(shown);
}

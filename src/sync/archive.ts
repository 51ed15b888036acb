/** What is settled and not yet in a verified backup (docs/sync.md, H2). Commands that were carried out together share a
 *  record: a browser takes longer over a thousand small ones than over all else that settles a push. What was refused or
 *  is held lies alone under its own id, because its author looks at it and it may still change. */
import type { ArchiveItem, ArchiveRecord, ClientTx } from './ports.ts';

const packMax = 200; // commands, about as many as one request brings

export const itemsIn = (record: ArchiveRecord): readonly ArchiveItem[] => ('items' in record ? record.items : [record]);

export async function archived(tx: ClientTx, committeeId: string): Promise<readonly ArchiveItem[]> {
  return (await tx.archive.where('committeeId', committeeId)).flatMap(itemsIn);
}

export async function findArchived(
  tx: ClientTx,
  committeeId: string,
  commandIds: readonly string[],
): Promise<ReadonlyMap<string, ArchiveItem>> {
  const wanted = new Set(commandIds);
  const found = new Map<string, ArchiveItem>();
  const look = (record: ArchiveRecord | undefined): void => {
    for (const item of record === undefined ? [] : itemsIn(record)) {
      if (wanted.has(item.commandId)) found.set(item.commandId, item);
    }
  };
  (await tx.archive.getMany(commandIds)).forEach(look);
  // Asked for so seldom (in a new epoch, or by a clone's outcomes) that no index keeps who lies with whom.
  if (found.size < wanted.size) (await tx.archive.where('committeeId', committeeId)).forEach(look);
  return found;
}

/** Only what is not there: a record goes by the id of its first command. */
export async function addToArchive(tx: ClientTx, items: readonly ArchiveItem[]): Promise<void> {
  await tx.archive.putMany([
    ...items.filter(({ outcome }) => outcome !== 'applied'),
    ...packs(items.filter(({ outcome }) => outcome === 'applied')),
  ]);
}

export async function takeFromArchive(
  tx: ClientTx,
  committeeId: string,
  isWanted: (item: ArchiveItem) => boolean,
): Promise<readonly ArchiveItem[]> {
  const opened = (await tx.archive.where('committeeId', committeeId)).filter((record) =>
    itemsIn(record).some(isWanted),
  );
  await tx.archive.removeMany(opened.map(({ commandId }) => commandId));
  const left = opened.map((record) => itemsIn(record).filter((item) => !isWanted(item)));
  await tx.archive.putMany(left.flatMap(packs));
  return opened.flatMap(itemsIn).filter(isWanted);
}

function packs(items: readonly ArchiveItem[]): readonly ArchiveRecord[] {
  const records: ArchiveRecord[] = [];
  for (let at = 0; at < items.length; at += packMax) {
    const [first, ...others] = items.slice(at, at + packMax) as [ArchiveItem, ...ArchiveItem[]];
    const { commandId, committeeId } = first;
    records.push(others.length === 0 ? first : { commandId, committeeId, items: [first, ...others] });
  }
  return records;
}

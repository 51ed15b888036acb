/** A name leaves the log (docs/sync.md, L6): the payloads of all entries that hold it go for good. The entries stay, with
 *  who did what and when, and the chain still verifies, because it holds only digests of payloads (L2). */
import { rowKey } from '../../src/domain/command.ts';
import type { StoredLogEntry } from './ports.ts';
import { touchesOf } from './touches.ts';
import type { Turn } from './turn.ts';

export async function eraseName(turn: Turn, personId: string): Promise<void> {
  const { tx, committee, held } = turn;
  const waiting = new Set(held.map(({ seq }) => seq)); // it still has to run, is refused then, and goes with that
  const entries = (await tx.logNaming(committee.id, personId)).filter(
    (entry) => entry.salt !== null && !waiting.has(entry.seq) && holdsName(entry, personId),
  );
  await tx.erasePayloads(
    committee.id,
    entries.map(({ seq }) => seq),
  );
  turn.erasedPeople.push(personId);
}

/** Whatever wrote the person's row or meant to. A founder names himself. */
function holdsName(entry: StoredLogEntry, personId: string): boolean {
  const { name, actorId, effects } = entry;
  if (name === 'person.erase') return false;
  if (touchesOf(entry).includes(rowKey('person', personId))) return true;
  if (name === 'committee.found' && actorId === personId) return true;
  return effects.some(({ type, id }) => type === 'person' && id === personId);
}

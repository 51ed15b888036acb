/** What the log says of photos: that the server holds one (B3), and that one is destroyed (B7). No commands: nobody but the
 *  server can know. */
import { type Access, destroyedPhotosOf, isCommitteeRole, photosOf, visible } from '../../src/domain/access.ts';
import { type RowKey, rowKey, splitKey } from '../../src/domain/command.ts';
import { currentBody } from '../../src/domain/rowShapes.ts';
import type { IsoDate, StoredPhoto, SupportSheet } from '../../src/domain/rows.ts';
import type { RowWrite } from '../../src/domain/run.ts';
import { accessOf } from './access.ts';
import { appendOwn, serverDeviceId } from './ownEntry.ts';
import type { ServerSnapshot, ServerTx, StoredLogEntry } from './ports.ts';
import type { Turn } from './turn.ts';

/** Tells every phone that the server holds these bytes. Answers false for a photo that was destroyed and that no row shows
 *  again: its bytes have to go. */
export async function recordStoredPhoto(turn: Turn, sha256: string, size: number): Promise<boolean> {
  if (await isDestroyed(turn.tx, turn.committee.id, sha256)) return false;
  const known = await storedPhoto(turn, sha256);
  const photo = { id: sha256, size };
  if (known === undefined || known.destroyedOn !== undefined) {
    await append(turn, 'photo.stored', { sha256, size }, [photo]);
  }
  return true;
}

/** A hash is no right (B4): everybody hears which photos are stored. Whoever does not see all of the committee would get the
 *  bytes of any of them by naming it in a row of his own. So he names only what a row shows that he sees, what nobody else
 *  named, and what he named before it was stored: then he cannot have it from us. */
export async function showsOnlyToOthers({ tx, committee }: Turn, access: Access, args: unknown): Promise<boolean> {
  if (isCommitteeRole(access.role)) return false;
  const stored: string[] = [];
  for (const sha256 of new Set(hashesIn(args))) {
    if ((await tx.row(committee.id, rowKey('storedPhoto', sha256))) !== undefined) stored.push(sha256);
  }
  if (stored.length === 0) return false; // as with every photo that was just taken
  const rows = await tx.allRows(committee.id);
  for (const sha256 of stored) {
    const showing = rows.filter((row) => photosOf(row.type, currentBody(row)).includes(sha256));
    if (showing.some(({ scope }) => visible(access, scope))) continue;
    const entries = await tx.logNaming(committee.id, sha256);
    const storedAt = entries.find(({ name }) => name === 'photo.stored')?.seq ?? 0;
    const isMine = ({ actorId }: StoredLogEntry): boolean => actorId === access.personId;
    if (entries.some((entry) => isMine(entry) && entry.seq < storedAt)) continue;
    const byOthers = entries.some((entry) => !isMine(entry) && entry.actorId !== serverDeviceId);
    if (showing.length > 0 || byOthers) return true;
  }
  return false;
}

/** Of every attachment, wherever it stands in the arguments. */
function hashesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { sha256 } = value as { readonly sha256?: unknown };
  return [...(typeof sha256 === 'string' ? [sha256] : []), ...Object.values(value).flatMap(hashesIn)];
}

type Reader = Pick<ServerTx | ServerSnapshot, 'row' | 'allRows'>;

/** Destroyed, and no row shows it again: nobody has to send it, and nothing of it is kept. */
export async function isDestroyed(reader: Reader, committeeId: string, sha256: string): Promise<boolean> {
  const row = await reader.row(committeeId, rowKey('storedPhoto', sha256));
  if (row === undefined || (currentBody(row) as StoredPhoto).destroyedOn === undefined) return false;
  return !(await shownPhotos(reader, committeeId)).has(sha256);
}

/** Whoever knows a hash knows nothing: a photo is shown through a row that this person sees and that names it (B4). */
export async function showsPhoto(
  snapshot: ServerSnapshot,
  committeeId: string,
  personId: string,
  sha256: string,
  shownBy: RowKey,
): Promise<boolean> {
  const access = await accessOf(snapshot, committeeId, personId);
  const row = await snapshot.row(committeeId, shownBy);
  if (access === undefined || row === undefined || !visible(access, row.scope)) return false;
  return photosOf(splitKey(shownBy).type, currentBody(row)).includes(sha256);
}

/** After a command that destroyed sheets, or that took a photo of destroyed sheets from the last row that showed it: the
 *  photos that no row shows any more are destroyed. Tells every phone, in the same transaction. */
export async function recordDestroyedPhotos(turn: Turn, effects: readonly RowWrite[]): Promise<void> {
  const days = daysDestroyed(effects);
  for (const [sha256, day] of await daysOfDropped(turn)) days.set(sha256, day);
  if (days.size === 0) return;
  const shown = await shownPhotos(turn.tx, turn.committee.id);
  const gone: StoredPhoto[] = [];
  for (const [sha256, destroyedOn] of days) {
    const known = await storedPhoto(turn, sha256);
    if (shown.has(sha256) || known?.destroyedOn !== undefined) continue;
    gone.push({ id: sha256, size: known?.size ?? 0, destroyedOn });
  }
  if (gone.length === 0) return;
  await append(turn, 'photo.destroyed', { photos: gone }, gone);
  turn.destroyedPhotos.push(...gone.map(({ id }) => id));
}

/** The day on which the sheets of a photo were destroyed, by its hash. */
function daysDestroyed(rows: readonly Pick<RowWrite, 'type' | 'body'>[]): Map<string, IsoDate> {
  const days = new Map<string, IsoDate>();
  for (const { type, body } of rows) {
    const { destroyed } = body as Partial<SupportSheet>;
    for (const sha256 of destroyedPhotosOf(type, body)) days.set(sha256, destroyed?.destroyedOn ?? '');
  }
  return days;
}

async function daysOfDropped({ dropped, tx, committee }: Turn): Promise<ReadonlyMap<string, IsoDate>> {
  if (dropped.length === 0) return new Map();
  const rows = await tx.allRows(committee.id);
  const days = daysDestroyed(rows.map((row) => ({ type: row.type, body: currentBody(row) })));
  return new Map([...days].filter(([sha256]) => dropped.includes(sha256)));
}

const storedPhoto = async (turn: Turn, sha256: string): Promise<StoredPhoto | undefined> =>
  (await turn.body(rowKey('storedPhoto', sha256))) as StoredPhoto | undefined;

/** By all rows, for a photo can be shown by more than one. Read only when something is destroyed. */
async function shownPhotos(reader: Reader, committeeId: string): Promise<ReadonlySet<string>> {
  const rows = await reader.allRows(committeeId);
  return new Set(rows.flatMap((row) => photosOf(row.type, currentBody(row))));
}

function append(turn: Turn, name: string, args: unknown, photos: readonly StoredPhoto[]): Promise<void> {
  const who = { actorId: serverDeviceId, role: serverDeviceId };
  const writes = photos.map((photo) => turn.writeRow('storedPhoto', photo));
  return appendOwn(turn, { ...who, commandId: turn.ports.newId(), name, v: 1, args, writes });
}

/** Names that were erased (docs/sync.md, L6), in a file beside the database: a restored backup of before must not bring
 *  them back. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowKey } from '../src/domain/command.ts';
import { isUuid } from '../src/domain/ids.ts';
import type { Person } from '../src/domain/rows.ts';
import type { Services } from './services.ts';
import { addLine } from './sideFile.ts';
import { newId } from './uuid.ts';

export interface ErasedName {
  readonly committeeId: string;
  readonly personId: string;
}

const fileIn = (dataDir: string): string => join(dataDir, 'erased-names.txt');

export function noteErased(dataDir: string, { committeeId, personId }: ErasedName): void {
  addLine(fileIn(dataDir), `${committeeId} ${personId}`);
}

/** Each once. A line that was cut off by a crash says nothing. */
export function erasedIn(dataDir: string): readonly ErasedName[] {
  const file = fileIn(dataDir);
  if (!existsSync(file)) return [];
  return [...new Set(readFileSync(file, 'utf8').split('\n'))].flatMap((line) => {
    const [committeeId = '', personId = ''] = line.split(' ');
    return isUuid(committeeId) && isUuid(personId) ? [{ committeeId, personId }] : [];
  });
}

/** Erases what came back. Answers who has a name again: a backup that also takes back that somebody left, until the chair's
 *  phone brings that again. */
export async function eraseAgain({ store, engine }: Services, dataDir: string): Promise<readonly ErasedName[]> {
  const back: ErasedName[] = [];
  for (const name of erasedIn(dataDir)) {
    const { committeeId, personId } = name;
    const row = await store.read((snapshot) => snapshot.row(committeeId, rowKey('person', personId)));
    if (row === undefined || (row.body as Person).erasedOn !== undefined) continue;
    const args = { personId, erasedOn: new Date().toISOString().slice(0, 10) };
    const [outcome] = await engine.runOwn(committeeId, [{ commandId: newId(), name: 'person.erase', args }]);
    if (outcome?.kind !== 'applied') back.push(name);
  }
  return back;
}

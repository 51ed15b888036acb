import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { erasedIn, noteErased } from './erased.ts';
import { revokedIn } from './revoked.ts';
import { addLine } from './sideFile.ts';
import { newId } from './uuid.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'buurtkas-side-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('each line stands alone, also in a folder that is not there yet', () => {
  const file = join(folder, 'new', 'list.txt');
  addLine(file, 'een');
  addLine(file, 'twee');
  expect(readFileSync(file, 'utf8')).toBe('een\ntwee\n');
});

test('[L6] [H12] a line that a crash cut off takes the next one not along', () => {
  const [committeeId, personId, deviceId] = [newId(), newId(), newId()];
  appendFileSync(join(folder, 'erased-names.txt'), `${newId()} ${newId().slice(0, 9)}`);
  noteErased(folder, { committeeId, personId });
  expect(erasedIn(folder)).toEqual([{ committeeId, personId }]);
  appendFileSync(join(folder, 'revoked-devices.txt'), newId().slice(0, 9));
  addLine(join(folder, 'revoked-devices.txt'), deviceId);
  expect(revokedIn(folder)).toEqual([deviceId]);
});

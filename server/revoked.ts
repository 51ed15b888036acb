/** Devices that were signed off, in a file beside the database: a restored backup of before must not let them in again. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUuid } from '../src/domain/ids.ts';
import type { Accounts } from './accounts.ts';
import { addLine } from './sideFile.ts';

const fileIn = (dataDir: string): string => join(dataDir, 'revoked-devices.txt');

/** On record first: signed off in the file and not yet in the database is the safe half. False: there is no such device. */
export async function revokeDevice(accounts: Accounts, dataDir: string, id: string): Promise<boolean> {
  if ((await accounts.device(id)) === undefined) return false;
  addLine(fileIn(dataDir), id);
  return accounts.changeDevice(id, { state: 'revoked' });
}

export function revokedIn(dataDir: string): readonly string[] {
  const file = fileIn(dataDir);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(isUuid) : [];
}

/** Signs off again what was signed off, when the database went back to before that; answers how many devices that were. */
export async function revokeAgain(
  accounts: Accounts,
  dataDir: string,
  ids: readonly string[] = revokedIn(dataDir),
): Promise<number> {
  let count = 0;
  for (const id of ids) {
    const device = await accounts.device(id);
    if (device?.state === 'active' && (await revokeDevice(accounts, dataDir, id))) count += 1;
  }
  return count;
}

/** Which tab practises: one at a time, and while it does it holds a lock that the browser lets go when the tab closes or
 *  crashes. So the next start knows that what lies there is nobody's, and throws it away. */
import { Dexie } from 'dexie';
import { databaseName } from './database.ts';
import { createLocks } from './locks.ts';
import { practicePersonId } from './practicePerson.ts';

const lockName = 'buurtkas-practice';

export async function wipePractice(): Promise<void> {
  await Dexie.delete(databaseName(practicePersonId));
}

/** What an evening left behind that was not ended: the tab was closed, or the device stopped. Not while another tab
 *  practises; where there are no locks nobody can know, and leaving nothing behind goes first. */
export async function wipeLeftPractice(): Promise<void> {
  await createLocks().ifFree(lockName, wipePractice);
}

/** From now on this tab practises, also when another one did: `onTaken` says so there. Returns how to let go. */
export function holdPractice(onTaken: () => void): () => void {
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  globalThis.navigator?.locks?.request(lockName, { steal: true }, () => held).catch(onTaken);
  return letGo;
}

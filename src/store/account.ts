/** Who works on this device, kept apart from anybody's own database: without a connection it alone says who may go on. */
import { get, update } from 'idb-keyval';
import type { Role } from '../domain/rows.ts';
import { smallStore } from './smallStore.ts';

export interface CommitteeInfo {
  readonly committeeId: string;
  readonly name: string;
  readonly role: Role | 'founder';
}

export interface Account {
  readonly personId: string;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly committees: readonly CommitteeInfo[];
  readonly committeeId: string | null; // the one that is open
}

interface Accounts {
  readonly current: Account | null;
  /** Devices that other people had on this browser: they come back under the same one, and their unsent work with it. */
  readonly deviceIdByPerson: Readonly<Record<string, string>>;
  /** Signed out without a connection: the server still has to hear it. */
  readonly signOutOwed: boolean;
  /** The device under which a sign-in was sent that got no answer: an invitation works once, but again for this one. */
  readonly unansweredDeviceId: string | null;
}

const nobody: Accounts = { current: null, deviceIdByPerson: {}, signOutOwed: false, unansweredDeviceId: null };

const store = smallStore('buurtkas-account', 'account');

export async function readAccounts(): Promise<Accounts> {
  return (await get<Accounts>('accounts', store)) ?? nobody;
}

export async function saveCurrent(current: Account): Promise<void> {
  await update<Accounts>(
    'accounts',
    (accounts = nobody) => ({
      current,
      deviceIdByPerson: { ...accounts.deviceIdByPerson, [current.personId]: current.deviceId },
      signOutOwed: false,
      unansweredDeviceId: null,
    }),
    store,
  );
}

export async function clearCurrent(signOutOwed: boolean): Promise<void> {
  await update<Accounts>('accounts', (accounts = nobody) => ({ ...accounts, current: null, signOutOwed }), store);
}

export async function noteUnanswered(unansweredDeviceId: string): Promise<void> {
  await update<Accounts>('accounts', (accounts = nobody) => ({ ...accounts, unansweredDeviceId }), store);
}

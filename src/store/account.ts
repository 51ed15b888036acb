/** Who works on this device, kept apart from anybody's own database: without a connection it alone says who may go on. */
import { createStore, get, update } from 'idb-keyval';
import type { Role } from '../domain/rows.ts';

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
}

const nobody: Accounts = { current: null, deviceIdByPerson: {}, signOutOwed: false };

let opened: ReturnType<typeof createStore> | undefined;
function store(): ReturnType<typeof createStore> {
  opened ??= createStore('buurtkas-account', 'account');
  return opened;
}

export async function readAccounts(): Promise<Accounts> {
  return (await get<Accounts>('accounts', store())) ?? nobody;
}

export async function saveCurrent(current: Account): Promise<void> {
  await update<Accounts>(
    'accounts',
    (accounts = nobody) => ({
      current,
      deviceIdByPerson: { ...accounts.deviceIdByPerson, [current.personId]: current.deviceId },
      signOutOwed: false,
    }),
    store(),
  );
}

export async function clearCurrent(signOutOwed: boolean): Promise<void> {
  await update<Accounts>('accounts', (accounts = nobody) => ({ ...accounts, current: null, signOutOwed }), store());
}

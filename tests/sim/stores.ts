/** Which stores a run plays on. Workers read it from their environment, as server tests do. */
import type { MakeDisk } from './disk.ts';
import type { MakeServerStore } from './memoryServerStore.ts';

export const phoneStores = ['memory', 'dexie'] as const;
export const serverStores = ['memory', 'sqlite', 'postgres'] as const;
export interface StoreNames {
  readonly store: (typeof phoneStores)[number];
  readonly server: (typeof serverStores)[number];
}

export const onMemory = ({ store, server }: StoreNames): boolean => store === 'memory' && server === 'memory';

export function storeNames(store: string, server: string): StoreNames {
  return { store: oneOf('store', phoneStores, store), server: oneOf('server', serverStores, server) };
}

function oneOf<T extends string>(option: string, names: readonly T[], name: string): T {
  const found = names.find((each) => each === name);
  if (found === undefined) throw new Error(`--${option} is one of ${names.join(', ')}, not ${name}`);
  return found;
}

export const namesFromEnvironment = (): StoreNames =>
  storeNames(process.env['SIM_STORE'] ?? 'memory', process.env['SIM_SERVER'] ?? 'memory');

/** What World runs on instead of memory. */
export interface Stores {
  readonly makeDisk?: MakeDisk;
  readonly makeServerStore?: MakeServerStore;
}

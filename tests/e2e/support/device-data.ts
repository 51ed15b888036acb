/** What a phone holds, read out of its IndexedDB by a page of the app. */
import type { Page } from '@playwright/test';
import { type Access, visible } from '../../../src/domain/access.ts';
import { canonical } from '../../../src/domain/canonical.ts';
import type { Member } from '../../../src/domain/rows.ts';
import type { BlobItem, DraftItem, InboxItem, OutboxItem, StoredRow } from '../../../src/sync/ports.ts';
import { rowsOf, type ServerData } from './server-data.ts';

export interface DeviceData {
  readonly rows: readonly StoredRow[];
  readonly outbox: readonly OutboxItem[];
  readonly inbox: readonly InboxItem[];
  readonly photos: readonly Pick<BlobItem, 'sha256' | 'state'>[];
  readonly drafts: readonly DraftItem[];
}

export async function readDevice(page: Page): Promise<DeviceData> {
  const stores = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const name = databases.find((one) => /^buurtkas-[0-9a-f-]{36}$/.test(one.name ?? ''))?.name;
    if (name === undefined) throw new Error('nobody is signed in on this device');
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await answer(indexedDB.open(name));
    const names = [...db.objectStoreNames];
    const tx = db.transaction(names, 'readonly');
    const values = await Promise.all(names.map((store) => answer(tx.objectStore(store).getAll())));
    db.close();
    // Bytes of photos stay where they are: only their names and states travel to the test.
    return names.map((store, at) => {
      const all: readonly Record<string, unknown>[] = values[at] ?? [];
      return [store, store === 'blobs' ? all.map(({ sha256, state }) => ({ sha256, state })) : all] as const;
    });
  });
  const of = (name: string): readonly unknown[] => stores.find(([store]) => store === name)?.[1] ?? [];
  return {
    rows: stores.filter(([store]) => store.startsWith('rows_')).flatMap(([, all]) => all) as unknown as StoredRow[],
    outbox: of('outbox') as readonly OutboxItem[],
    inbox: of('inbox') as readonly InboxItem[],
    photos: of('blobs') as DeviceData['photos'],
    drafts: of('drafts') as readonly DraftItem[],
  };
}

/** Where a phone and the server do not agree: rows that one of them has in another version, or does not have at all. */
export function differences(device: DeviceData, server: ServerData, personId: string): readonly string[] {
  const member = rowsOf(server, 'member').find(({ id }) => id === personId);
  if (member === undefined) throw new Error(`${personId} is no member`);
  const access = accessOf(member);
  const line = (type: string, id: string, v: number, body: unknown): string => `${type}/${id} ${v} ${canonical(body)}`;
  const here = new Set(
    device.rows.map(({ type, id, v, pending, body }) => line(type, id, v, body) + (pending === 1 ? ' pending' : '')),
  );
  const there = new Set(
    server.rows.filter(({ scope }) => visible(access, scope)).map(({ type, id, v, body }) => line(type, id, v, body)),
  );
  return [
    ...[...here].filter((one) => !there.has(one)).map((one) => `only here: ${one}`),
    ...[...there].filter((one) => !here.has(one)).map((one) => `only on the server: ${one}`),
  ];
}

/** `v` plays no part in what is visible. */
const accessOf = ({ id, role, proposalIds }: Member): Access => ({ personId: id, role, proposalIds, v: 0 });

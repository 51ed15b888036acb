import { IDBFactory } from 'fake-indexeddb';
import { get, set } from 'idb-keyval';
import { afterEach, expect, test, vi } from 'vitest';
import { smallStore } from './smallStore.ts';
import { StorageStuck } from './stuck.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what is put into it is there again', async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  await set('key', 'value', smallStore('small', 'table'));
  expect(await get('key', smallStore('small', 'table'))).toBe('value');
});

test('a small database that never answers is told after some seconds, instead of a button that stays busy', async () => {
  vi.stubGlobal('indexedDB', { open: () => ({}) });
  vi.useFakeTimers();
  const asked = get('key', smallStore('small', 'table'));
  asked.catch(() => undefined); // heard below
  await vi.advanceTimersByTimeAsync(5_000);
  await expect(asked).rejects.toThrow(StorageStuck);
});

test('one that opens, and is kept busy by another window, is told too', async () => {
  const factory = new IDBFactory();
  vi.stubGlobal('indexedDB', factory);
  await set('key', 'value', smallStore('small', 'table'));
  const opening = factory.open('small');
  await new Promise((resolve) => Object.assign(opening, { onsuccess: resolve }));
  let busy = true;
  const rows = opening.result.transaction('table', 'readwrite').objectStore('table');
  const hold = () => {
    if (busy) rows.count().onsuccess = hold;
  };
  hold();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const asked = get('key', smallStore('small', 'table'));
  asked.catch(() => undefined); // heard below
  await vi.advanceTimersByTimeAsync(5_000);
  await expect(asked).rejects.toThrow(StorageStuck);
  busy = false;
});

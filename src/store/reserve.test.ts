import { createStore, keys } from 'idb-keyval';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { holdReserve, mustHaveRoom, releaseReserve } from './reserve.ts';

let full = false;
let putsLeft = Number.POSITIVE_INFINITY;
const put = IDBObjectStore.prototype.put;
vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
  putsLeft -= 1;
  if (full || putsLeft < 0) throw new DOMException('no room', 'QuotaExceededError');
  return put.apply(this, args);
});

afterEach(async () => {
  full = false;
  putsLeft = Number.POSITIVE_INFINITY;
  await releaseReserve();
});

describe('[B6] the reserve', () => {
  test('is given up once, and held again when there is room', async () => {
    expect(await releaseReserve()).toBe(false);
    expect(await holdReserve()).toBe(true);
    expect(await releaseReserve()).toBe(true);
    expect(await releaseReserve()).toBe(false);
    full = true;
    expect(await holdReserve()).toBe(false);
    full = false;
    expect(await holdReserve()).toBe(true);
  });

  test('a device that gets full halfway keeps no part of it: that room is for what people type', async () => {
    putsLeft = 3;
    expect(await holdReserve()).toBe(false);
    expect(await keys(createStore('buurtkas-reserve', 'reserve'))).toEqual([]);
    putsLeft = Number.POSITIVE_INFINITY;
    expect(await holdReserve()).toBe(true);
    expect((await keys(createStore('buurtkas-reserve', 'reserve'))).length).toBeGreaterThan(3);
  });

  test('there is room for a photo while it is held, also when nothing else would fit', async () => {
    const freeSpace = vi.fn(async () => 0);
    await mustHaveRoom(freeSpace);
    full = true;
    await mustHaveRoom(freeSpace);
    expect(freeSpace).not.toHaveBeenCalled();
  });

  test('given up and not to be had again: a photo is refused', async () => {
    full = true;
    await expect(mustHaveRoom(async () => 0)).rejects.toMatchObject({ code: 'no_room' });
    await expect(mustHaveRoom(async () => Promise.reject(new Error('closing')))).rejects.toMatchObject({
      code: 'no_room',
    });
  });

  test('what can be fetched again makes way for it', async () => {
    full = true;
    await mustHaveRoom(async () => {
      full = false;
    });
    expect(await releaseReserve()).toBe(true);
  });
});

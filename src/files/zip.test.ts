import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipOf } from './zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const unpack = async (zip: Blob): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(await zip.arrayBuffer()))).map(([name, file]) => [name, strFromU8(file)]),
  );

test('files come out as they went in, in their folders, with names of any letters', async () => {
  const zip = await zipOf([
    { name: '2026-3 Lichtjestocht/bon 1.jpg', bytes: bytes('één') },
    { name: 'lijst.csv', bytes: bytes('') },
    { name: 'Şahin/ŝ.jpg', bytes: bytes('x') },
  ]);
  expect(zip.type).toBe('application/zip');
  expect(await unpack(zip)).toEqual({ '2026-3 Lichtjestocht/bon 1.jpg': 'één', 'lijst.csv': '', 'Şahin/ŝ.jpg': 'x' });
});

test('no name hides another, leaves its folder or cannot be unpacked on Windows', async () => {
  const zip = await zipOf([
    { name: 'bon.jpg', bytes: bytes('1') },
    { name: 'Bon.jpg', bytes: bytes('2') },
    { name: '../../etc/x: "y".', bytes: bytes('3') },
    { name: '???', bytes: bytes('4') },
  ]);
  expect(await unpack(zip)).toEqual({ 'bon.jpg': '1', 'Bon (2).jpg': '2', 'etc/x y': '3', bestand: '4' });
});

test('a file that cannot be read ends it: half a zip is none', async () => {
  async function* broken() {
    yield { name: 'a', bytes: bytes('a') };
    throw new Error('photo is gone');
  }
  await expect(zipOf(broken())).rejects.toThrow('photo is gone');
});

import { beforeEach, expect, test } from 'vitest';
import {
  addSharedPhotos,
  forgetSharedPhotos,
  readReloadedForBuild,
  readSharedPhotos,
  type SharedPhoto,
  writeReloadedForBuild,
} from './flags.ts';

const photo = (id: string): SharedPhoto => ({
  id,
  name: `${id}.jpg`,
  type: 'image/jpeg',
  bytes: new Uint8Array([255, 216, 255]).buffer,
  receivedAt: '2025-11-25T19:30:00.000Z',
});
const ids = async (): Promise<readonly string[]> => (await readSharedPhotos()).map(({ id }) => id);

beforeEach(async () => forgetSharedPhotos(await ids()));

test('shared photos wait in the order of arrival, with their bytes, until they are forgotten', async () => {
  await addSharedPhotos([photo('a'), photo('b')]);
  await addSharedPhotos([photo('c')]);
  expect(await readSharedPhotos()).toEqual([photo('a'), photo('b'), photo('c')]);
  await forgetSharedPhotos(['a', 'c', 'unknown']);
  expect(await ids()).toEqual(['b']);
});

test('two shares at the same moment both arrive', async () => {
  await Promise.all([addSharedPhotos([photo('a')]), addSharedPhotos([photo('b')])]);
  expect(await ids()).toEqual(['a', 'b']);
});

test('the build for which the page reloaded is remembered', async () => {
  expect(await readReloadedForBuild()).toBeUndefined();
  await writeReloadedForBuild('1.0.0');
  expect(await readReloadedForBuild()).toBe('1.0.0');
});

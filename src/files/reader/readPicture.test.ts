import { expect, test } from 'vitest';
import type { Page, Word } from '../receipt/words.ts';
import type { Engine } from './engine.ts';
import { type Rgba, turned } from './picture.ts';
import { readPicture } from './readPicture.ts';

const lines = ['BOUWMARKT DE KLOS', 'Verf 12,50', 'Kwast 4,45', 'TOTAAL EUR 16,95', 'PIN 16,95', '05-11-2026'];
const words = lines.flatMap((line, n): readonly Word[] => [
  { text: line, confidence: 0.95, place: { x: 20, y: 40 * n + 10, width: line.length * 10, height: 20 } },
]);

/** A picture of 300 by 400, of which the pixel at the top left is red. */
const upright: Rgba = { width: 300, height: 400, data: new Uint8ClampedArray(300 * 400 * 4) };
upright.data[0] = 255;
const isUpright = ({ width, height, data }: Rgba): boolean => width === 300 && height === 400 && data[0] === 255;

/** Reads only what stands upright; the ways that it was asked for are counted. */
function engineThat(sees: (picture: Rgba) => boolean): Engine & { readonly looks: () => number } {
  let looks = 0;
  return {
    name: 'tesseract',
    ways: 2,
    read: async ({ width, height, ...rest }): Promise<Page> => {
      looks += 1;
      return { width, height, words: sees({ width, height, ...rest }) ? words : [] };
    },
    end: async () => {},
    looks: () => looks,
  };
}

test.each([1, 2, 3])(
  'a picture that was turned %i times to the right is read, with its places where they are',
  async (quarters) => {
    const picture = turned(upright, quarters);
    const { reading, page } = await readPicture(engineThat(isUpright), picture, '2026-11-27', () => {});
    expect([reading.total?.value, reading.date?.value]).toEqual([16_95, '2026-11-05']);
    expect([page.width, page.height]).toEqual([picture.width, picture.height]);
    // The total stands at x 20, y 130 on the upright picture, 160 wide and 20 high.
    const places = [
      { x: 400 - 130 - 20, y: 20, width: 20, height: 160 },
      { x: 300 - 20 - 160, y: 400 - 130 - 20, width: 160, height: 20 },
      { x: 130, y: 300 - 20 - 160, width: 20, height: 160 },
    ];
    expect(page.words[3]?.place).toEqual(places[quarters - 1]);
  },
);

test('a picture that can be read is not turned, and one that never can says nothing', async () => {
  const first = engineThat(isUpright);
  await readPicture(first, upright, '2026-11-27', () => {});
  expect(first.looks()).toBe(1);
  const blind = engineThat(() => false);
  const { reading } = await readPicture(blind, upright, '2026-11-27', () => {});
  expect(reading.total).toBeUndefined();
  expect(blind.looks()).toBe(2 + 3);
});

test('an engine that sees how the picture lies is asked no more than that', async () => {
  const picture = turned(upright, 1);
  const blind = engineThat(isUpright);
  const telling: Engine = {
    ...blind,
    read: async (seen, way, progress) => {
      const page = await blind.read(seen, way, progress);
      return isUpright(seen) ? page : { ...page, quarters: 3 };
    },
  };
  const shares: number[] = [];
  const { reading, page } = await readPicture(telling, picture, '2026-11-27', (share) => shares.push(share));
  expect([reading.total?.value, page.width, page.height]).toEqual([16_95, picture.width, picture.height]);
  expect(page.words[3]?.place).toEqual({ x: 400 - 130 - 20, y: 20, width: 20, height: 160 });
  expect(blind.looks()).toBe(2);
});

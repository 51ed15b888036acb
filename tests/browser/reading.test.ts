import { afterAll, describe, expect, test } from 'vitest';
import { downloads, readingCache } from '../../src/files/reader/downloads.ts';
import type { EngineName } from '../../src/files/reader/engine.ts';
import { forget, isKept, keep, keptEngine } from '../../src/files/reader/kept.ts';
import { Reader, ReadingStopped } from '../../src/files/reader/reader.ts';
import { bakery, butcher, cardSlip, type Drawing, drawReceipt, hardware } from '../receipts/drawn.ts';

const reader = new Reader();
const today = '2026-11-26';
afterAll(() => reader.end());

const read = async (engine: EngineName, drawing: Drawing) => {
  const shares: number[] = [];
  const file = await drawReceipt(drawing);
  const { reading } = await reader.read({ engine, file, today, progress: (share) => shares.push(share) });
  return { said: [reading.total?.value, reading.date?.value, reading.vat?.value], reading, shares };
};

describe('a drawn receipt is read on this device', () => {
  test.each([
    ['straight', { lines: hardware }, [86_40, '2026-11-05', 15_00]],
    ['held askew', { lines: hardware, turnDegrees: 6 }, [86_40, '2026-11-05', 15_00]],
    ['with cash, change and a discount, faint', { lines: bakery, ink: 170 }, [18_00, '2026-10-24', 1_49]],
    [
      'with a card slip, in a shadow',
      { lines: cardSlip, shadow: true, turnDegrees: -4 },
      [22_50, '2026-09-03', undefined],
    ],
  ] as const)('Tesseract: %s', async (_name, drawing, expected) => {
    expect((await read('tesseract', drawing)).said).toEqual(expected);
  });

  test('PP-OCR: askew, faint and in a shadow', async () => {
    const { said, reading, shares } = await read('ppocr', { lines: bakery, ink: 150, shadow: true, turnDegrees: 8 });
    expect(said).toEqual([18_00, '2026-10-24', 1_49]);
    expect(reading.shop?.value.toUpperCase()).toContain('HOEKJE');
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.length).toBeGreaterThan(5);
  });

  test.each([90, 180, 270])('PP-OCR: turned by %i degrees, seen without reading it twice', async (turnDegrees) => {
    const { said, reading } = await read('ppocr', { lines: cardSlip, turnDegrees });
    expect(said.slice(0, 2)).toEqual([22_50, '2026-09-03']);
    const { width = 0, height = 0 } = reading.total?.place ?? {};
    expect(height > width).toBe(turnDegrees !== 180);
  });

  test.each(['tesseract', 'ppocr'] as const)(
    '%s: cash that was rounded, and a shop that only its site names',
    async (engine) => {
      const { said, reading } = await read(engine, { lines: butcher, turnDegrees: 2 });
      expect(said).toEqual([15_95, '2026-11-21', 1_32]);
      expect(reading.shop?.value).toBe('slagerijvos');
    },
  );

  test('the place of the total lies on its line of the picture', async () => {
    const { reading } = await read('tesseract', { lines: hardware });
    // The tenth line of the paper, which lies 150 pixels inside the picture.
    const y = (reading.total?.place.y ?? 0) + (reading.total?.place.height ?? 0) / 2;
    expect(Math.abs(y - (150 + 24 + 9 * 34 + 13))).toBeLessThan(20);
  });

  test('stopping ends what is being read, and the next is read all the same', async () => {
    const stop = new AbortController();
    const file = await drawReceipt({ lines: hardware });
    const stopped = reader.read({ engine: 'ppocr', file, today, signal: stop.signal, progress: () => stop.abort() });
    const next = reader.read({ engine: 'tesseract', file, today });
    await expect(stopped).rejects.toBeInstanceOf(ReadingStopped);
    expect((await next).reading.total?.value).toBe(86_40);
  });

  test('what is no picture fails with a reason, and the next is read all the same', async () => {
    await expect(reader.read({ engine: 'tesseract', file: new Blob(['no picture']), today })).rejects.toThrow();
    expect((await read('tesseract', { lines: bakery })).said[0]).toBe(18_00);
  });
});

describe('the files of a way of reading are kept on this device', () => {
  test('fetched once, with progress, and thrown away again', async () => {
    await caches.delete(readingCache);
    expect(await keptEngine()).toBeUndefined();
    const shares: number[] = [];
    await keep('tesseract', (share) => shares.push(share));
    expect(shares.at(-1)).toBe(1);
    expect(await keptEngine()).toBe('tesseract');
    expect(await isKept('ppocr')).toBe(false);
    const cache = await caches.open(readingCache);
    expect(await cache.keys()).toHaveLength(downloads.tesseract.length);
    await forget('tesseract');
    expect(await keptEngine()).toBeUndefined();
  });

  test('stopped half-way, it is not taken for whole', async () => {
    const stop = new AbortController();
    await expect(keep('ppocr', () => stop.abort(), stop.signal)).rejects.toThrow();
    expect(await isKept('ppocr')).toBe(false);
    await caches.delete(readingCache);
  });
});

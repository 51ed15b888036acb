/** How long a receipt takes to be read on this machine, with both ways of reading; the engine was started before. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineName } from '../../src/files/reader/engine.ts';
import { hardware } from '../receipts/drawn.ts';
import { openReadingRoom } from '../receipts/room.ts';
import { type BenchRow, rowOf, spreadOf } from './stats.ts';

const secondsMax = 15; // a person who waits longer has typed it already

export async function reading(rounds: number): Promise<BenchRow> {
  const folder = mkdtempSync(join(tmpdir(), 'buurtkas-reading-'));
  const room = await openReadingRoom();
  try {
    const file = join(folder, 'receipt.jpg');
    writeFileSync(file, await room.draw({ lines: hardware, turnDegrees: 3, shadow: true, ink: 90 }));
    const ms: Record<EngineName, number[]> = { tesseract: [], ppocr: [] };
    for (const engine of ['tesseract', 'ppocr'] as const) {
      for (let n = 0; n <= rounds; n += 1) {
        const result = await room.read(file, engine, '2026-11-26');
        if (result.reading.total?.value !== 86_40)
          throw new Error(`${engine} did not read the total of the drawn receipt`);
        if (n > 0) ms[engine].push(result.ms);
      }
    }
    return rowOf({
      ours: ms.tesseract,
      bar: 'each way of reading within 15 s',
      holds: ({ ours }) => Math.max(ours.median, spreadOf(ms.ppocr).median) <= secondsMax * 1_000,
      notes: { tesseractMs: spreadOf(ms.tesseract).median, ppocrMs: spreadOf(ms.ppocr).median },
    });
  } finally {
    await room.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

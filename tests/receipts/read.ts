/** `npm run -s read-receipt -- FILE`: reads one receipt as a phone would, and prints what it says as JSON. */
import { existsSync } from 'node:fs';
import type { EngineName } from '../../src/files/reader/engine.ts';
import type { ReadResult } from '../../src/files/reader/protocol.ts';
import { openReadingRoom } from './room.ts';
import { amount, engineOf } from './said.ts';

const help = `Reads a receipt (JPEG, PNG, WebP or PDF) in headless Chromium, with the worker that the app uses.

  npm run -s read-receipt -- FILE [--engine tesseract|ppocr]

The last line is JSON: total and vat as text with a decimal point, date as ISO, null where nothing was found.
confidence is that of the total, 0 to 1. ms is the reading alone, without starting the engine.
Standard engine: ppocr. Exit code 2: the file is not there or can't be read.`;

async function main(args: readonly string[]): Promise<number> {
  const file = args.find((arg, n) => !arg.startsWith('--') && args[n - 1] !== '--engine');
  if (args.includes('--help') || file === undefined) {
    console.log(help);
    return args.includes('--help') ? 0 : 2;
  }
  const engine = engineOf(args) ?? 'ppocr';
  if (!existsSync(file)) return fail(`There is no file ${file}`);
  const room = await openReadingRoom();
  try {
    console.log(JSON.stringify(answer(await room.read(file, engine, new Date().toISOString().slice(0, 10)), engine)));
    return 0;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return fail(/decoded/.test(reason) ? `${file} is no picture and no PDF that a browser can read` : reason);
  } finally {
    await room.close();
  }
}

function answer({ reading, ms, engine }: ReadResult, asked: EngineName) {
  const { total, date, shop, vat, currency } = reading;
  return {
    total: amount(total?.value),
    currency,
    date: date?.value ?? null,
    vendor: shop?.value ?? null,
    vat: amount(vat?.value),
    confidence: total?.confidence ?? 0,
    engine: engine ?? asked,
    ms,
  };
}

function fail(sentence: string): number {
  console.log(JSON.stringify({ error: sentence }));
  return 2;
}

process.exitCode = await main(process.argv.slice(2));

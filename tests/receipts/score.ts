/** `npm run receipts-score -- DIR`: reads every receipt of a folder and counts what came out right, per engine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineName } from '../../src/files/reader/engine.ts';
import type { ReadResult } from '../../src/files/reader/protocol.ts';
import { openReadingRoom, type ReadingRoom } from './room.ts';
import { amount, engineNames, engineOf, median, sameShop } from './said.ts';

const help = `Reads all receipts of a folder and compares them with its truth.json: a list of
{"file", "kind", "vendor", "date", "total", "vatTotal"}; amounts as text with a point, kind "scan" or another word.

  npm run receipts-score -- DIR [--engine tesseract|ppocr] [--every 2 --from 0|1] [--quiet]

--every and --from take a part of the files (sorted by name), so that rules can be made on one half and tried on the other.
The last line is JSON.`;

interface Truth {
  readonly file: string;
  readonly kind?: string;
  readonly vendor: string;
  readonly date: string | null;
  readonly total: string;
  readonly vatTotal: string | null;
}

interface Score {
  count: number;
  totals: number;
  dates: number;
  vendors: number;
  vats: number;
  vatsPrinted: number;
  failed: number;
  readonly kinds: Record<string, { count: number; totals: number }>;
  readonly ms: number[];
}

async function main(args: readonly string[]): Promise<void> {
  const folder = args.find((arg, n) => !arg.startsWith('--') && !/^--(engine|every|from)$/.test(args[n - 1] ?? ''));
  if (args.includes('--help') || folder === undefined) {
    console.log(help);
    process.exitCode = args.includes('--help') ? 0 : 2;
    return;
  }
  const number = (name: string, usual: number): number =>
    args.includes(name) ? Number(args[args.indexOf(name) + 1]) : usual;
  const [every, from] = [number('--every', 1), number('--from', 0)];
  const truths = (JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as readonly Truth[])
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
    .filter((_, n) => n % every === from);
  const asked = engineOf(args);
  const room = await openReadingRoom();
  try {
    const scores: Record<string, unknown> = {};
    for (const engine of asked === undefined ? engineNames : [asked]) {
      scores[engine] = summary(await scoreOf({ room, engine, folder, truths, quiet: args.includes('--quiet') }));
    }
    console.log(JSON.stringify(scores));
  } finally {
    await room.close();
  }
}

interface Round {
  readonly room: ReadingRoom;
  readonly engine: EngineName;
  readonly folder: string;
  readonly truths: readonly Truth[];
  readonly quiet: boolean;
}

async function scoreOf({ room, engine, folder, truths, quiet }: Round): Promise<Score> {
  const score: Score = {
    count: 0,
    totals: 0,
    dates: 0,
    vendors: 0,
    vats: 0,
    vatsPrinted: 0,
    failed: 0,
    kinds: {},
    ms: [],
  };
  const today = new Date().toISOString().slice(0, 10);
  for (const truth of truths) {
    const result = await room.read(join(folder, truth.file), engine, today).catch(() => undefined);
    const wrong = add(score, truth, result);
    if (!quiet) console.log(`${engine} ${truth.file}: ${wrong.length === 0 ? 'all right' : wrong.join('; ')}`);
  }
  return score;
}

function add(score: Score, truth: Truth, result: ReadResult | undefined): readonly string[] {
  score.count += 1;
  const kind = truth.kind ?? 'unknown';
  score.kinds[kind] ??= { count: 0, totals: 0 };
  const ofKind = score.kinds[kind];
  ofKind.count += 1;
  if (result === undefined) {
    score.failed += 1;
    return ['could not be read'];
  }
  const { total, date, shop, vat } = result.reading;
  score.ms.push(result.ms);
  const right = {
    totals: amount(total?.value) === truth.total,
    dates: (date?.value ?? null) === truth.date,
    vendors: sameShop(shop?.value, truth.vendor),
    vats: truth.vatTotal !== null && amount(vat?.value) === truth.vatTotal,
  };
  score.totals += Number(right.totals);
  ofKind.totals += Number(right.totals);
  score.dates += Number(right.dates);
  score.vendors += Number(right.vendors);
  score.vats += Number(right.vats);
  score.vatsPrinted += Number(truth.vatTotal !== null);
  return [
    ...(right.totals ? [] : [`total ${amount(total?.value)} for ${truth.total}`]),
    ...(right.dates ? [] : [`date ${date?.value ?? null} for ${truth.date}`]),
    ...(right.vendors ? [] : [`shop ${shop?.value ?? null} for ${truth.vendor}`]),
    ...(right.vats || truth.vatTotal === null ? [] : [`VAT ${amount(vat?.value)} for ${truth.vatTotal}`]),
  ];
}

const summary = ({ ms, ...score }: Score) => ({ ...score, msMedian: median(ms), msMax: Math.max(0, ...ms) });

await main(process.argv.slice(2));

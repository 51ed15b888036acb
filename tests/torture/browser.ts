/** A real Chromium, killed again and again while the engine saves: what it was told is saved must be there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { newId } from '../../server/uuid.ts';
import { startBenchServer } from '../bench/server.ts';
import { launchOptions } from '../chromium.ts';
import { projectRoot } from '../e2e/built-server.ts';
import { Phone } from '../e2e/support/phone.ts';
import { Random } from '../sim/random.ts';
import type { Saved, TorturePage } from './page.ts';
import { PowerLoss } from './powerLoss.ts';

export interface BrowserTorture {
  readonly kills: number;
  readonly confirmed: number;
  readonly lost: number;
  readonly lostSectors?: number;
  readonly problems: readonly string[];
}

export interface BrowserOptions {
  readonly rounds: number;
  readonly seed: number;
  /** Every kill is a power cut: what the browser had not synced is gone. */
  readonly power?: boolean;
  /** Every kill comes in the middle of a write of the browser's own database. */
  readonly torn?: boolean;
  /** An app that is broken on purpose: it says saved before its work is synced, and goes on in an old log. */
  readonly broken?: boolean;
  readonly tell: (line: string) => void;
}

declare global {
  /** Only inside the page. */
  var torture: TorturePage;
  var told: (saved: Saved) => void;
}

const rowsAtStart = 60;
const tellEvery = 20;
const maxTornBytes = 30_000;

export async function tortureBrowser(options: BrowserOptions): Promise<BrowserTorture> {
  const { rounds, seed, power: cutsPower = false, torn = false, broken = false, tell } = options;
  const random = new Random(seed);
  const folder = mkdtempSync(join(tmpdir(), 'buurtkas-torture-'));
  const outDir = join(folder, 'page');
  await build({
    root: join(projectRoot, 'tests/torture'),
    configFile: false,
    logLevel: 'error',
    plugins: broken ? [relaxedDurability, oldLog] : [],
    build: { outDir, target: 'es2022' },
  });
  const server = await startBenchServer(outDir, rowsAtStart, false);
  const profile = join(folder, 'profile');
  const power = cutsPower ? new PowerLoss(profile, { journals: true }) : undefined;
  const phone = new Phone({
    name: 'torture',
    profile,
    url: server.url,
    launchOptions: { ...launchOptions, env: { ...process.env, ...power?.env } as Record<string, string> },
  });
  const deviceId = newId();
  const saved: Saved[] = [];
  let lost: readonly string[] = [];
  let lostSectors = 0;
  let kills = 0;
  try {
    while (kills < rounds && lost.length === 0) {
      const page = await phone.open();
      lost = await page.evaluate((all) => torture.missing(all), saved);
      if (lost.length > 0) break;
      let begun: () => void = () => undefined;
      const first = new Promise<void>((resolve) => {
        begun = resolve;
      });
      await page.exposeFunction('told', (one: Saved) => {
        saved.push(one);
        begun();
      });
      const running = page.evaluate((id) => torture.run(id, told), deviceId);
      await Promise.race([first, running]); // running ends only with an error
      running.catch(() => undefined); // the one of its browser that is gone
      await pause(random.between(0, 400));
      await phone.kill();
      kills += 1;
      lostSectors += power?.cut(random) ?? 0;
      if (torn) phone.tearLogs(random.between(1, maxTornBytes));
      if (kills % tellEvery === 0) tell(`  ${kills} kills, ${saved.length} saved`);
    }
    if (lost.length === 0) {
      const page = await phone.open();
      lost = await page.evaluate((all) => torture.missing(all), saved);
    }
    const result = {
      kills,
      confirmed: saved.length,
      lost: lost.length,
      problems: [...lost.slice(0, 5), ...phone.problems],
    };
    return cutsPower ? { ...result, lostSectors } : result;
  } finally {
    await phone.close().catch(() => undefined);
    await server.close();
    power?.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

const relaxedDurability = breaking(
  'src/store/database.ts',
  /(chromeTransactionDurability:\s*)["']strict["']/,
  '$1"relaxed"',
);
const oldLog = breaking('src/store/dexieStore.ts', /beginFreshLog\(Dexie/, '((_) => undefined)(Dexie');

function breaking(file: string, search: RegExp, replacement: string): Plugin {
  return {
    name: `breaking ${file}`,
    transform(code, id) {
      if (!id.endsWith(`/${file}`)) return undefined;
      if (!search.test(code)) throw new Error(`${file} holds no ${search}`);
      return code.replace(search, replacement);
    },
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

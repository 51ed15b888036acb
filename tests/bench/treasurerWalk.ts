/** The walk of tests/e2e/treasurer.spec.ts on two phones with a processor that is slowed down four times: the longest time
 *  that the page could not answer a tap, step by step. The workers run at full speed: Chromium slows the page's thread only. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { PersonKey } from '../../scripts/demo/wijk.ts';
import { launchOptions } from '../chromium.ts';
import { type DemoWorld, startDemoWorld } from '../e2e/demo-world.ts';
import * as walk from '../e2e/support/treasurer.ts';
import { projectRoot } from './stage.ts';
import { type BenchRow, rowOf, spreadOf } from './stats.ts';

const slowdown = 4;
const barMs = 200;
const payee = { iban: 'NL91 ABNA 0417 1643 00', name: 'Bewonersgroep Klosplein' };
const lights = 'Lichtjestocht met soep op het Klosplein';
const accountId = 'NL18RABO0123459876';

/** Of each step the median over the rounds: another program that takes the processor makes a task longer too. */
export async function treasurerWalk(rounds: number): Promise<BenchRow> {
  if (!existsSync(join(projectRoot, 'dist/web'))) throw new Error('build first: npm run build');
  const byStep = new Map<string, Longest[]>();
  for (let n = 0; n < rounds; n += 1) {
    for (const [step, longest] of await walkOnce()) byStep.set(step, [...(byStep.get(step) ?? []), longest]);
  }
  const medians = [...byStep].map(([step, all]) => [step, spreadOf(all.map(({ ms }) => ms))] as const);
  for (const [step, { median }] of medians) {
    const seen = byStep.get(step)?.find(({ ms }) => ms >= median);
    if (median > barMs) console.error(`${step}: ${seen?.scripts.join('; ')}`);
  }
  return rowOf({
    ours: medians.map(([, { median }]) => median),
    bar: `no step keeps the page busy for more than ${barMs} ms at ${slowdown} × CPU slow-down`,
    holds: ({ ours }) => ours.max <= barMs,
    notes: Object.fromEntries(medians.map(([step, { median, max }]) => [step, `${median} (at most ${max})`])),
  });
}

interface Longest {
  readonly ms: number;
  /** What ran in the longest frame, as far as the browser tells. */
  readonly scripts: readonly string[];
}

async function walkOnce(): Promise<ReadonlyMap<string, Longest>> {
  const world = await startDemoWorld();
  const browser = await chromium.launch(launchOptions);
  const folder = mkdtempSync(join(tmpdir(), 'buurtkas-bench-walk-'));
  try {
    return await walkIn(world, browser, folder);
  } finally {
    await browser.close();
    await world.server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function walkIn(world: DemoWorld, browser: Browser, folder: string): Promise<ReadonlyMap<string, Longest>> {
  const phoneOf = async (key: PersonKey): Promise<Page> => {
    const page = await world.signIn(await browser.newContext({ viewport: { width: 390, height: 844 } }), key);
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    return page;
  };
  const [buyer, treasurer] = [await phoneOf('lantern'), await phoneOf('treasurer')];
  const photo = await walk.drawReceiptPhoto(buyer, join(folder, 'bon.jpg'));
  await walk.fetchReader(buyer);
  for (const page of [buyer, treasurer]) {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.evaluate(watchTasks);
  }

  const steps = new Map<string, Longest>();
  const step = async <T>(name: string, page: Page, body: () => Promise<T>): Promise<T> => {
    await page.evaluate(longestSince); // what was there before does not count
    const value = await body();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500))); // what the step left to do
    steps.set(name, await page.evaluate(longestSince));
    return value;
  };
  await step('read', buyer, () => walk.photographReceipt(buyer, photo));
  const claimId = await step('claim', buyer, () => walk.handIn(buyer, payee));
  await step('send', buyer, () => walk.sendAll(buyer));
  await step('fetch', treasurer, () => walk.sendAll(treasurer));
  await step('look', treasurer, () => walk.lookAtClaim(treasurer, claimId));
  await step('approve', treasurer, () => walk.approve(treasurer, claimId));
  const payment = await step('pay', treasurer, () => walk.makePaymentFile(treasurer, payee.name));
  const bookedOn = new Date().toISOString().slice(0, 10);
  const statementOf = { account: accountId, openingCents: await walk.lastClosingCents(world), bookedOn };
  const statement = walk.writeStatement(join(folder, 'afschrift.xml'), payment, statementOf);
  await step('bringIn', treasurer, () => walk.bringInStatement(treasurer, statement));
  await step('match', treasurer, () => walk.acceptMatch(treasurer, payee.name));
  await step('budget', treasurer, () => walk.budgetRow(treasurer, lights).then((row) => row.waitFor()));
  await step('report', treasurer, () => walk.reportPaid(treasurer));
  await step('sendMatch', treasurer, () => walk.sendAll(treasurer));
  return steps;
}

interface Kept {
  tasks: PerformanceEntry[];
  frames: PerformanceFrame[];
}

interface PerformanceFrame extends PerformanceEntry {
  readonly renderStart: number; // 0 where nothing was drawn
  readonly scripts: readonly (PerformanceEntry & {
    readonly invoker: string;
    readonly sourceURL: string;
    readonly sourceFunctionName: string;
    readonly sourceCharPosition: number;
  })[];
}

/** In the page: keeps the long tasks, and what the browser says about the frames that they were in. */
function watchTasks(): void {
  const kept: Kept = { tasks: [], frames: [] };
  Object.assign(globalThis, { kept });
  new PerformanceObserver((list) => kept.tasks.push(...list.getEntries())).observe({ type: 'longtask' });
  new PerformanceObserver((list) => kept.frames.push(...(list.getEntries() as PerformanceFrame[]))).observe({
    type: 'long-animation-frame',
  });
}

/** In the page: the longest task since the last time that this was asked. What Playwright does there, looking for buttons by
 *  what a screen reader would say, is no work of ours: of a task counts what is a script of the page, or drawing it. */
function longestSince(): Longest {
  const { kept } = globalThis as unknown as { kept: Kept };
  const parts = kept.frames.flatMap((frame) => [
    ...frame.scripts.map((one) => ({
      from: one.startTime,
      until: one.startTime + one.duration,
      text: `${Math.round(one.duration)} ms ${one.invoker} ${one.sourceFunctionName} ${one.sourceURL.split('/').at(-1)}:${one.sourceCharPosition}`,
    })),
    ...(frame.renderStart === 0
      ? []
      : [{ from: frame.renderStart, until: frame.startTime + frame.duration, text: 'drawing' }]),
  ]);
  let longest: Longest = { ms: 0, scripts: [] };
  for (const { startTime, duration } of kept.tasks) {
    const end = startTime + duration;
    const own = parts
      .filter(({ from, until }) => from < end && until > startTime)
      .sort((one, two) => one.from - two.from);
    let ms = 0;
    let counted = startTime; // parts overlap: a script may run while a frame is drawn
    for (const { from, until } of own) {
      const stop = Math.min(until, end);
      ms += Math.max(0, stop - Math.max(from, counted));
      counted = Math.max(counted, stop);
    }
    if (ms > longest.ms) longest = { ms: Math.round(ms), scripts: own.map(({ text }) => text) };
  }
  kept.tasks = [];
  kept.frames = [];
  return longest;
}

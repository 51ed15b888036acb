/** The page, built as the app is, a server with ten thousand rows, and one Chromium with two phones. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { launchOptions } from '../chromium.ts';
import type { Benches } from './page.ts';
import { startBenchServer } from './server.ts';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

export class Phone {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  call<N extends keyof Benches>(name: N, ...values: Parameters<Benches[N]>): Promise<Awaited<ReturnType<Benches[N]>>> {
    return this.#page.evaluate(
      ([key, list]) =>
        (window as unknown as { benches: Record<string, (...all: readonly unknown[]) => unknown> }).benches[key]?.(
          ...list,
        ),
      [name, values] as const,
    ) as Promise<Awaited<ReturnType<Benches[N]>>>;
  }
}

export class Stage {
  readonly #browser: Browser;
  readonly #pageDir: string;

  private constructor(browser: Browser, pageDir: string) {
    this.#browser = browser;
    this.#pageDir = pageDir;
  }

  static async open(): Promise<Stage> {
    const outDir = mkdtempSync(join(tmpdir(), 'buurtkas-bench-page-'));
    await build({
      root: join(projectRoot, 'tests/bench'),
      configFile: false,
      logLevel: 'error',
      build: { outDir, emptyOutDir: true, target: 'es2022' },
    });
    return new Stage(await chromium.launch(launchOptions), outDir);
  }

  /** Fresh servers with `rows` rows each, so that no measurement works on what another one left behind. */
  async with<T>(
    { rows, withPeers = true }: { readonly rows: number; readonly withPeers?: boolean },
    body: (a: Phone, b: Phone) => Promise<T>,
  ): Promise<T> {
    const server = await startBenchServer(this.#pageDir, rows, withPeers);
    const contexts = [await this.#browser.newContext(), await this.#browser.newContext()] as const;
    const open = async (context: (typeof contexts)[number]): Promise<Phone> => {
      const page = await context.newPage();
      page.on('pageerror', (error) => console.error(`page: ${error.message}`));
      await page.goto(server.url);
      await page.waitForFunction(() => 'benches' in window);
      return new Phone(page);
    };
    try {
      return await body(await open(contexts[0]), await open(contexts[1]));
    } finally {
      for (const context of contexts) await context.close();
      await server.close();
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#pageDir, { recursive: true, force: true });
  }
}

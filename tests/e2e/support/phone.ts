/** One person's phone: a Chromium of its own on its own profile folder, which can die at any moment and come back. */
import { appendFileSync, cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type LaunchOptions, type Page } from '@playwright/test';
import { expect } from './expect.ts';

export interface PhoneOptions {
  readonly name: string;
  /** Holds everything that survives a kill: IndexedDB, the service worker with its cache, cookies. */
  readonly profile: string;
  readonly url: string;
  readonly launchOptions: LaunchOptions;
}

export class Phone {
  readonly name: string;
  readonly profile: string;
  readonly url: string;
  /** Errors that no screen caught; a test ends with none. */
  readonly problems: string[] = [];
  readonly #launchOptions: LaunchOptions;
  #context: BrowserContext | undefined;

  constructor({ name, profile, url, launchOptions }: PhoneOptions) {
    this.name = name;
    this.profile = profile;
    this.url = url;
    this.#launchOptions = launchOptions;
  }

  get page(): Page {
    const page = this.#context?.pages()[0];
    if (page === undefined) throw new Error(`The browser of ${this.name} is not open`);
    return page;
  }

  get isOpen(): boolean {
    return this.#context !== undefined;
  }

  /** Starts the browser and opens the app. Without a server the page has to come out of the service worker. */
  async open(path = '/'): Promise<Page> {
    const context = await chromium.launchPersistentContext(this.profile, {
      ...this.#launchOptions,
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      viewport: { width: 412, height: 915 },
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    this.#context = context;
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => this.problems.push(`${this.name}: ${error.message}`));
    await this.go(path);
    return page;
  }

  async go(path: string): Promise<Page> {
    await this.page.goto(`${this.url}${path}`);
    await expect(this.page.locator('#app')).not.toBeEmpty();
    return this.page;
  }

  /** From now on the app opens without a connection: our code is on the device and the worker answers for it. */
  async readyForOffline(): Promise<void> {
    await this.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  }

  async close(): Promise<void> {
    const context = this.#context;
    this.#context = undefined;
    await context?.close();
  }

  /** Kills every process of the browser at once with SIGKILL: an empty battery, a system that needs the memory. */
  async kill(): Promise<void> {
    const context = this.#context;
    const browser = context?.browser();
    if (context === undefined || !browser) throw new Error(`The browser of ${this.name} is not open`);
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
    // The browser process first: it would start a renderer again that died before it.
    const pids = [...processInfo].sort((a, b) => Number(b.type === 'browser') - Number(a.type === 'browser'));
    for (const { id } of pids) killHard(id);
    await gone;
    await expect.poll(() => pids.filter(({ id }) => isAlive(id)), { intervals: [20] }).toEqual([]);
    this.#context = undefined;
  }

  /** What a kill in the middle of a write leaves: the logs of the browser's databases end with the head of a record of so many
   *  bytes that did not come. Only while the browser is not running. */
  tearLogs(recordBytes: number): void {
    if (this.isOpen) throw new Error(`The browser of ${this.name} is still open`);
    const head = Buffer.alloc(7, 1); // LevelDB: checksum, length, type (1 is a record that fits in one block)
    head.writeUInt16LE(recordBytes, 4);
    const folder = join(this.profile, 'Default/IndexedDB');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const logs = files.filter((file) => /\.leveldb\/\d+\.log$/.test(file));
    if (logs.length === 0) throw new Error(`The browser of ${this.name} keeps no log`);
    for (const log of logs) appendFileSync(join(folder, log), head);
  }

  /** The same phone with a camera that sees this film, over and over. Only while the browser is not running. */
  withCamera(film: string): Phone {
    if (this.isOpen) throw new Error(`The browser of ${this.name} is still open`);
    const camera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
    const args = [...(this.#launchOptions.args ?? []), ...camera, `--use-file-for-fake-video-capture=${film}`];
    const { name, profile, url } = this;
    return new Phone({ name, profile, url, launchOptions: { ...this.#launchOptions, args } });
  }

  /** The same person with another folder. */
  at(profile: string): Phone {
    return new Phone({ name: this.name, profile, url: this.url, launchOptions: this.#launchOptions });
  }

  /** The same phone in another world: what this one holds now, at another place. Only while the browser is not running. */
  copyTo(profile: string): Phone {
    if (this.isOpen) throw new Error(`The browser of ${this.name} is still open`);
    rmSync(profile, { recursive: true, force: true });
    // What a killed browser leaves to say that it is running must not come along.
    cpSync(this.profile, profile, { recursive: true, filter: (file) => !/\/Singleton[A-Z][a-z]+$/.test(file) });
    return this.at(profile);
  }
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went along with another one.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

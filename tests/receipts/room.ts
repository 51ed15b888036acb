/** A page in headless Chromium with the app's own reading worker, for the command line: the same code reads as on a phone. */
import { createReadStream, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { readingAddresses, typeOf } from '../../scripts/readingFiles.ts';
import type { EngineName } from '../../src/files/reader/engine.ts';
import type { ReadAnswer, ReadRequest, ReadResult } from '../../src/files/reader/protocol.ts';
import { launchOptions } from '../chromium.ts';
import { type Drawing, drawReceipt } from './drawn.ts';

export interface ReadingRoom {
  readonly read: (file: string, engine: EngineName, today: string) => Promise<ReadResult>;
  readonly close: () => Promise<void>;
  /** Bytes of a JPEG. */
  readonly draw: (drawing: Drawing) => Promise<Buffer>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

export async function openReadingRoom(): Promise<ReadingRoom> {
  const script = await workerScript();
  let picture = '';
  const server = createServer((request, response) => {
    const address = request.url ?? '/';
    if (address === '/picture') send(response, readFileSync(picture), pictureType(picture));
    else if (address === '/worker.js') send(response, script, 'text/javascript');
    else if (address === '/') send(response, '<!doctype html><title>Reading</title>', 'text/html');
    else sendFile(response, readingAddresses.get(address), address);
  });
  const port = await listen(server);
  const browser = await chromium.launch(launchOptions);
  const open = (): Promise<Page> => openPage(browser, `http://127.0.0.1:${port}/`);
  let page = await open();
  return {
    read: async (file, engine, today) => {
      picture = file;
      try {
        return await page.evaluate(readHere, { engine, today });
      } catch (error) {
        await page.close().catch(() => undefined); // it may have run out of memory: the next picture gets a fresh one
        page = await open();
        throw error;
      }
    },
    draw: async (drawing) => {
      await page.evaluate(`globalThis.draw = ${drawReceipt.toString()}`);
      return Buffer.from(await page.evaluate(drawHere, drawing), 'base64');
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Bundled as the app bundles it; nothing else of the app is needed. */
async function workerScript(): Promise<string> {
  const made = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, target: 'es2022', lib: { entry: 'src/files/reader/worker.ts', formats: ['es'] } },
  });
  const [first] = [made].flat();
  if (first === undefined || !('output' in first)) throw new Error('the reading worker was not built');
  const [chunk] = first.output;
  return chunk.code;
}

const pictureType = (file: string): string => (/\.pdf$/i.test(file) ? 'application/pdf' : 'application/octet-stream');

function send(response: ServerResponse, body: string | Buffer, type: string): void {
  response.writeHead(200, { ...headers, 'content-type': type }).end(body);
}

function sendFile(response: ServerResponse, file: string | undefined, address: string): void {
  if (file === undefined) {
    response.writeHead(404, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'content-type': typeOf(address) });
  createReadStream(file).pipe(response);
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  return page;
}

/** Runs in the page: one worker for all pictures, as in the app. */
async function readHere({ engine, today }: { engine: EngineName; today: string }): Promise<ReadResult> {
  const holder = globalThis as unknown as { reader?: Worker };
  holder.reader ??= new Worker('/worker.js', { type: 'module' });
  const worker = holder.reader;
  const file = await (await fetch('/picture')).blob();
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
      if (data.kind === 'done') resolve(data.result);
      if (data.kind === 'failed') reject(new Error(data.reason));
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage({ id: 1, engine, file, today } satisfies ReadRequest);
  });
}

async function drawHere(drawing: Drawing): Promise<string> {
  const { draw } = globalThis as unknown as { draw: typeof drawReceipt };
  const bytes = new Uint8Array(await (await draw(drawing)).arrayBuffer());
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
}

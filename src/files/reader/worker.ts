// Reads pictures beside the page, one at a time. The engine stays in memory until the page ends the worker.

import { eachPage, type PdfPage } from '../photo/pdfPages.ts';
import { joined } from '../receipt/join.ts';
import { receiptOf } from '../receipt/read.ts';
import type { Page } from '../receipt/words.ts';
import { pictureOf, resized } from './canvas.ts';
import { readingFolder } from './downloads.ts';
import type { Engine, EngineName } from './engine.ts';
import { startPpocr } from './ppocr.ts';
import type { ReadAnswer, ReadRequest } from './protocol.ts';
import { readPicture } from './readPicture.ts';
import { startTesseract } from './tesseract.ts';

const engines = new Map<EngineName, Promise<Engine>>();
let queue: Promise<void> = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  queue = queue.then(() => answer(data));
});

async function answer({ id, engine: name, file, today }: ReadRequest): Promise<void> {
  const say = (message: ReadAnswer): void => self.postMessage(message);
  const progress = (share: number): void => say({ id, kind: 'progress', share });
  try {
    const begin = performance.now();
    const written = file.type === 'application/pdf' ? await textOf(file) : undefined;
    if (written !== undefined && written.page.words.length > 0) {
      const { page } = written;
      const ms = Math.round(performance.now() - begin);
      return say({ id, kind: 'done', result: { engine: 'pdf', ms, reading: receiptOf(page, today), page } });
    }
    const engine = await engineOf(name);
    const started = performance.now();
    const picture = await pictureOf(written?.first ?? file);
    const { reading, page } = await readPicture(engine, picture, today, progress);
    say({ id, kind: 'done', result: { engine: name, ms: Math.round(performance.now() - started), reading, page } });
  } catch (error) {
    engines.delete(name); // a broken engine is started anew for the next picture
    say({ id, kind: 'failed', reason: String(error) });
  }
}

/** The text layer of all pages, and the first as a picture for a PDF that is a scan. */
async function textOf(file: Blob): Promise<{ readonly page: Page; readonly first: Blob | undefined }> {
  const pages: PdfPage[] = [];
  await eachPage(file, (page) => pages.push(page));
  return { page: joined(pages.map(({ page }) => page)), first: pages[0]?.picture };
}

function engineOf(name: EngineName): Promise<Engine> {
  const known = engines.get(name);
  if (known !== undefined) return known;
  const started = name === 'tesseract' ? tesseract() : ppocr();
  engines.set(name, started);
  return started;
}

const folderOf = (name: EngineName): string => new URL(`${readingFolder}${name}/`, self.location.origin).href;

async function tesseract(): Promise<Engine> {
  const folder = folderOf('tesseract');
  const module: unknown = await import(/* @vite-ignore */ `${folder}tesseract.js`);
  return startTesseract({ module: (module as { default: unknown }).default, folder });
}

async function ppocr(): Promise<Engine> {
  const folder = folderOf('ppocr');
  const bytes = async (file: string): Promise<ArrayBuffer> => {
    const response = await fetch(folder + file);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response.arrayBuffer();
  };
  const [runtime, wasm, detector, recogniser, letters] = await Promise.all([
    import(/* @vite-ignore */ `${folder}ort.mjs`) as Promise<unknown>,
    bytes('ort.wasm'),
    bytes('detector.onnx'),
    bytes('recogniser.onnx'),
    bytes('letters.txt').then((buffer) => new TextDecoder().decode(buffer)),
  ]);
  return startPpocr({ runtime, wasm, detector, recogniser, letters }, resized);
}

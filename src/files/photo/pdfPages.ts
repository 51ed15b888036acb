// A PDF as pictures of its pages, to be kept as photos are, with the words of its text layer. For a worker; pdf.js comes as
// files of its own (files/reader/downloads.ts).
import { readingFolder } from '../reader/downloads.ts';
import type { Page, Word } from '../receipt/words.ts';

export interface PdfPage {
  readonly picture: Blob; // JPEG
  readonly page: Page; // no words where the page is a scan
}

const pagesMax = 6; // an invoice; more is a brochure
const areaMax = 4_000_000; // A4 at 200 dots an inch
const quality = 0.85;

/** What is used of pdf.js. */
interface PdfJs {
  readonly GlobalWorkerOptions: { workerPort: Worker };
  readonly getDocument: (options: Readonly<Record<string, unknown>>) => { readonly promise: Promise<PdfDocument> };
}
interface PdfDocument {
  readonly numPages: number;
  readonly getPage: (number: number) => Promise<PdfSheet>;
}
interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly convertToViewportPoint: (x: number, y: number) => readonly [number, number];
}
interface TextItem {
  readonly str?: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}
interface PdfSheet {
  readonly getViewport: (options: { readonly scale: number }) => Viewport;
  readonly getTextContent: () => Promise<{ readonly items: readonly TextItem[] }>;
  readonly render: (options: Readonly<Record<string, unknown>>) => { readonly promise: Promise<void> };
}

/** One page after the other, to `take`. Throws what pdf.js throws: no PDF, a password. */
export async function eachPage(file: Blob, take: (page: PdfPage) => void): Promise<void> {
  const folder = new URL(`${readingFolder}pdf/`, self.location.origin).href;
  const pdfjs = (await import(/* @vite-ignore */ `${folder}pdf.mjs`)) as PdfJs;
  // pdf.js would look for a window to start its own.
  pdfjs.GlobalWorkerOptions.workerPort = new Worker(`${folder}pdf.worker.mjs`, { type: 'module' });
  const document = await pdfjs.getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    disableFontFace: true, // letters are drawn as shapes: a worker has no fonts of its own
    useSystemFonts: false,
    isEvalSupported: false,
    CanvasFactory: Canvases,
    FilterFactory: NoFilters,
  }).promise;
  const count = Math.min(pagesMax, document.numPages);
  for (let at = 1; at <= count; at += 1) {
    take(await pageOf(await document.getPage(at)));
  }
}

async function pageOf(sheet: PdfSheet): Promise<PdfPage> {
  const plain = sheet.getViewport({ scale: 1 });
  const scale = Math.sqrt(areaMax / (plain.width * plain.height));
  const viewport = sheet.getViewport({ scale });
  const canvas = new OffscreenCanvas(Math.round(viewport.width), Math.round(viewport.height));
  const pen = canvas.getContext('2d', { alpha: false });
  await sheet.render({ canvasContext: pen, canvas: null, viewport, background: '#fff' }).promise;
  const { items } = await sheet.getTextContent();
  const words = items.flatMap((item) => wordOf(item, viewport, scale));
  const page: Page = { width: canvas.width, height: canvas.height, words, slope: 0 };
  return { page, picture: await canvas.convertToBlob({ type: 'image/jpeg', quality }) };
}

/** The text layer gives pieces of a line; what it says is certain. */
function wordOf({ str = '', transform, width, height }: TextItem, viewport: Viewport, scale: number): readonly Word[] {
  if (str.trim() === '') return [];
  const [x, baseline] = viewport.convertToViewportPoint(transform[4] ?? 0, transform[5] ?? 0);
  const tall = Math.max(1, height * scale);
  return [
    {
      text: str.trim(),
      confidence: 1,
      place: { x, y: baseline - tall, width: Math.max(1, width * scale), height: tall },
    },
  ];
}

interface CanvasAndContext {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

class Canvases {
  create(width: number, height: number): CanvasAndContext {
    const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
    return { canvas, context: canvas.getContext('2d') };
  }
  reset({ canvas }: CanvasAndContext, width: number, height: number): void {
    if (canvas !== null) [canvas.width, canvas.height] = [width, height];
  }
  destroy(made: CanvasAndContext): void {
    [made.canvas, made.context] = [null, null];
  }
}

/** Filters of colours need a page; an invoice has none. */
class NoFilters {
  addFilter(): string {
    return 'none';
  }
  addHCMFilter(): string {
    return 'none';
  }
  addAlphaFilter(): string {
    return 'none';
  }
  addLuminosityFilter(): string {
    return 'none';
  }
  addHighlightHCMFilter(): string {
    return 'none';
  }
  destroy(): void {}
}

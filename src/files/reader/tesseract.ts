// Tesseract in WebAssembly: small and quick, and good at scans. What it reads is first made even in light and straight.
import type { createWorker, PSM, Page as TesseractPage } from 'tesseract.js';
import type { Page, Place, Word } from '../receipt/words.ts';
import { around } from '../receipt/words.ts';
import type { Engine, Progress } from './engine.ts';
import { distance, type Point, type Quad, slopeOf } from './geometry.ts';
import { findPaper } from './paper.ts';
import { blackAndWhite, flatten, type Grey, greyOf, type Rgba, shrinkGrey, skewOf, straighten } from './picture.ts';

/** The module comes as a file of its own, with the download. */
interface TesseractModule {
  readonly createWorker: typeof createWorker;
}

export interface TesseractPaths {
  readonly module: unknown;
  readonly folder: string; // absolute address that ends in a slash
}

interface Way {
  readonly mode: '4' | '6';
  readonly prepare: (flat: Grey) => Grey;
  /** The whole photo: what was taken for the paper may have been its lit half. */
  readonly whole?: boolean;
}

/** One block of text fits nearly every receipt; the others help where print is faint or in columns. */
const ways: readonly Way[] = [
  { mode: '6', prepare: (flat) => flat },
  { mode: '4', prepare: (flat) => blackAndWhite(flat) },
  { mode: '6', prepare: (flat) => flat, whole: true },
];
const sideMax = 2600; // pixels: more makes it slower, not better
const letterless = 25; // of 100: below, it saw a stain

export async function startTesseract({ module, folder }: TesseractPaths): Promise<Engine> {
  let report: Progress = () => {};
  const worker = await (module as TesseractModule).createWorker('nld', 1, {
    workerPath: `${folder}worker.min.js`,
    corePath: `${folder}tesseract-core.js`,
    langPath: folder.replace(/\/$/, ''),
    gzip: true,
    workerBlobURL: false,
    cacheMethod: 'none',
    logger: ({ status, progress }) => {
      if (status === 'recognizing text') report(0.2 + 0.8 * progress);
    },
  });
  const read = async (picture: Rgba, way: number, progress: Progress): Promise<Page> => {
    report = progress;
    const { mode, prepare, whole = false } = ways[way] ?? { mode: '6', prepare: (flat: Grey) => flat };
    const straight = straightGrey(picture, whole);
    progress(0.2);
    await worker.setParameters({ tessedit_pageseg_mode: mode as PSM, user_defined_dpi: '200' });
    const { data } = await worker.recognize(portable(prepare(straight.picture)), {}, { blocks: true, text: false });
    return pageOf(data, picture, straight.source);
  };
  return { name: 'tesseract', ways: ways.length, read, end: async () => void (await worker.terminate()) };
}

interface Straight {
  readonly picture: Grey;
  readonly source: (x: number, y: number) => Point; // in the picture that came in
}

/** Only the paper, as from above, evenly lit and with level lines. */
function straightGrey(picture: Rgba, whole: boolean): Straight {
  const full = greyOf(picture);
  const grey = shrinkGrey(full, sideMax);
  const scale = full.width / grey.width;
  const quad = whole ? undefined : findPaper(grey);
  const cut =
    quad === undefined ? { picture: grey, source: (x: number, y: number) => ({ x, y }) } : straighten(grey, quad);
  const flat = flatten(cut.picture);
  const level = levelled(flat);
  return {
    picture: level.picture,
    source: (x, y) => {
      const inFlat = level.source(x, y);
      const inGrey = cut.source(inFlat.x, inFlat.y);
      return { x: inGrey.x * scale, y: inGrey.y * scale };
    },
  };
}

const tiltMin = 0.004; // radians: a quarter of a degree

function levelled(picture: Grey): Straight {
  const angle = skewOf(picture);
  if (Math.abs(angle) < tiltMin) return { picture, source: (x, y) => ({ x, y }) };
  const { width, height } = picture;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turn = (x: number, y: number): Point => ({
    x: width / 2 + (x - width / 2) * cos - (y - height / 2) * sin,
    y: height / 2 + (x - width / 2) * sin + (y - height / 2) * cos,
  });
  const quad: Quad = [turn(0, 0), turn(width, 0), turn(width, height), turn(0, height)];
  return straighten(picture, quad, { width, height });
}

/** A portable grey map, which Tesseract reads without unpacking. */
function portable({ width, height, data }: Grey): File {
  return new File([`P5\n${width} ${height}\n255\n`, data as BlobPart], 'receipt.pgm');
}

function pageOf(data: TesseractPage, { width, height }: Rgba, source: Straight['source']): Page {
  const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines: found }) => found));
  const seen = lines
    .flatMap(({ words }) => words)
    .filter(({ confidence, text }) => confidence >= letterless && text.trim() !== '')
    .map(({ text, confidence, bbox }) => ({ text, confidence: confidence / 100, quad: quadOf(bbox, source) }));
  const words = seen.map(({ text, confidence, quad }): Word => {
    const place: Place = around(quad.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
    return { text, confidence, place, height: distance(quad[0], quad[3]) };
  });
  return { width, height, words, slope: slopeOf(seen.map(({ quad }) => quad)) };
}

interface Bbox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

const quadOf = ({ x0, y0, x1, y1 }: Bbox, source: Straight['source']): Quad => [
  source(x0, y0),
  source(x1, y0),
  source(x1, y1),
  source(x0, y1),
];

// PP-OCRv4 mobile in onnxruntime-web: a detector finds boxes of text, a recogniser reads each.
import type { InferenceSession, Tensor, TypedTensor } from 'onnxruntime-web';
import type { Page, Word } from '../receipt/words.ts';
import { around } from '../receipt/words.ts';
import { type ChanceMap, detectorInput, textBoxes } from './detect.ts';
import type { Engine, Progress } from './engine.ts';
import { bendOf, cornersOf, type Quad, slopeOf } from './geometry.ts';
import type { Rgba } from './picture.ts';
import { type Spelled, spell, stripHeight, stripOf } from './recognise.ts';

/** The part of onnxruntime-web that is used; it comes as a file of its own, with the download. */
interface Runtime {
  readonly env: { readonly wasm: { numThreads?: number; wasmBinary?: ArrayBufferLike; wasmPaths?: string } };
  readonly InferenceSession: {
    create(model: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => Tensor;
}

export interface PpocrFiles {
  readonly runtime: unknown; // the module
  readonly wasm: ArrayBuffer;
  readonly detector: ArrayBuffer;
  readonly recogniser: ArrayBuffer;
  readonly letters: string;
}

/** Makes a picture of this size out of the one to read; drawing it is the browser's work. */
export type Resize = (picture: Rgba, width: number, height: number) => Rgba;

/** Pixels that the detector looks at: less misses small print, more takes longer than a person waits. */
const areas = [900_000, 1_800_000];
const confidenceMin = 0.45;
const sampleCount = 8; // lines, the longest
const clearFrom = 0.88; // mean confidence: text that is read the right way up
const overBy = 0.1;
const slantMax = 1.5; // a box this much taller than wide stands on its side

export async function startPpocr(files: PpocrFiles, resize: Resize): Promise<Engine> {
  const ort = files.runtime as Runtime;
  ort.env.wasm.numThreads = 1; // more needs headers that keep other sites' pictures out, and crashed
  ort.env.wasm.wasmBinary = files.wasm;
  const options = { executionProviders: ['wasm'], graphOptimizationLevel: 'all' } as const;
  const detector = await ort.InferenceSession.create(new Uint8Array(files.detector), options);
  const recogniser = await ort.InferenceSession.create(new Uint8Array(files.recogniser), options);
  const letters = files.letters.replace(/\r/g, '').replace(/\n$/, '').split('\n');
  const run = async (session: InferenceSession, data: Float32Array, dims: readonly number[]) => {
    const input = new ort.Tensor('float32', data, dims);
    const output = (await session.run({ [session.inputNames[0] ?? 'x']: input }))[session.outputNames[0] ?? ''];
    return output as TypedTensor<'float32'>;
  };
  const find = async (picture: Rgba, area: number): Promise<readonly Quad[]> => {
    const size = detectorSize(picture, area);
    const small = resize(picture, size.width, size.height);
    const output = await run(detector, detectorInput(small), [1, 3, size.height, size.width]);
    const map: ChanceMap = { ...size, data: output.data };
    const [across, down] = [picture.width / size.width, picture.height / size.height];
    return textBoxes(map).map((box) => scaled(cornersOf(box), across, down));
  };
  const spellQuad = async (picture: Rgba, quad: Quad, isOver = false) => {
    const [a, b, c, d] = standing(quad);
    const strip = stripOf(picture, isOver ? [c, d, a, b] : [a, b, c, d]);
    const output = await run(recogniser, strip.data, [1, 3, stripHeight, strip.width]);
    return spell(output.data, output.dims[1] ?? 1, letters);
  };
  /** A few lines tell how the picture lies: on its side most boxes are tall, and upside down they make no sense. */
  const uprightOf = async (picture: Rgba, quads: readonly Quad[]) => {
    const spelled = new Map<Quad, Spelled>();
    const sample = [...quads].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, sampleCount);
    for (const quad of sample) spelled.set(quad, await spellQuad(picture, quad));
    const [asIs, isOnSide] = [meanOf([...spelled.values()]), 2 * quads.filter(isTall).length > quads.length];
    if (sample.length < sampleCount || (asIs > clearFrom && !isOnSide)) return { quarters: 0, spelled };
    const over: Spelled[] = [];
    if (asIs <= clearFrom) for (const quad of sample) over.push(await spellQuad(picture, quad, true));
    const isOver = meanOf(over) > asIs + overBy;
    return { quarters: (isOnSide ? 1 : 0) + (isOver ? 2 : 0), spelled };
  };
  const read = async (picture: Rgba, way: number, progress: Progress): Promise<Page> => {
    const quads = await find(picture, areas[way] ?? areas[0] ?? 0);
    const { quarters, spelled } = await uprightOf(picture, quads);
    if (quarters !== 0) return { width: picture.width, height: picture.height, words: [], quarters };
    progress(0.25);
    const words: Word[] = [];
    for (const [n, quad] of quads.entries()) {
      const { text, confidence } = spelled.get(quad) ?? (await spellQuad(picture, quad));
      if (confidence >= confidenceMin && text.trim() !== '')
        words.push({ text, confidence, place: placeOf(quad), height: heightOf(quad) });
      progress(0.25 + (0.75 * (n + 1)) / quads.length);
    }
    return { width: picture.width, height: picture.height, words, slope: slopeOf(quads), ...bendOf(quads) };
  };
  return {
    name: 'ppocr',
    ways: areas.length,
    read,
    end: async () => void (await Promise.all([detector.release(), recogniser.release()])),
  };
}

function detectorSize({ width, height }: Rgba, area: number) {
  const scale = Math.min(1.5, Math.sqrt(area / (width * height)));
  const round = (side: number): number => Math.max(32, Math.round((side * scale) / 32) * 32);
  return { width: round(width), height: round(height) };
}

const scaled = ([a, b, c, d]: Quad, across: number, down: number): Quad => {
  const up = ({ x, y }: { x: number; y: number }) => ({ x: x * across, y: y * down });
  return [up(a), up(b), up(c), up(d)];
};

const isTall = ([a, b, , d]: Quad): boolean =>
  Math.hypot(d.x - a.x, d.y - a.y) > slantMax * Math.hypot(b.x - a.x, b.y - a.y);

/** Text that runs from bottom to top is read as if turned. */
function standing(quad: Quad): Quad {
  const [a, b, c, d] = quad;
  return isTall(quad) ? [d, a, b, c] : quad;
}

const lengthOf = ([a, b, , d]: Quad): number =>
  Math.max(Math.hypot(d.x - a.x, d.y - a.y), Math.hypot(b.x - a.x, b.y - a.y));

const meanOf = (spelled: readonly Spelled[]): number =>
  spelled.length === 0 ? 0 : spelled.reduce((sum, { confidence }) => sum + confidence, 0) / spelled.length;

const heightOf = ([a, b, , d]: Quad): number =>
  Math.min(Math.hypot(d.x - a.x, d.y - a.y), Math.hypot(b.x - a.x, b.y - a.y));

const placeOf = (quad: Quad) => around(quad.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));

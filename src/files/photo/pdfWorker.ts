// Takes a PDF apart beside the page.
import { eachPage, type PdfPage } from './pdfPages.ts';

export type PdfAnswer =
  | { readonly kind: 'page'; readonly page: PdfPage }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly reason: string };

self.addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  const say = (answer: PdfAnswer): void => self.postMessage(answer);
  eachPage(data, (page) => say({ kind: 'page', page })).then(
    () => say({ kind: 'end' }),
    (error: unknown) => say({ kind: 'failed', reason: String(error) }),
  );
});

import { expect, test } from 'vitest';
import { isPdf, PdfProblem, pdfPages } from '../../src/files/photo/pdf.ts';
import { receiptOf } from '../../src/files/receipt/read.ts';

/** A PDF of one A4 page with these lines of text, 40 points apart; pdf.js mends the table of places that it lacks. */
function invoice(lines: readonly string[]): Blob {
  const shown = lines
    .map((line, n) => `BT /F1 12 Tf 60 ${780 - 40 * n} Td (${line.replace(/[()\\]/g, '\\$&')}) Tj ET`)
    .join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const body = objects.map((object, n) => `${n + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new Blob([`%PDF-1.4\n${body}trailer\n<< /Root 1 0 R /Size 6 >>\n%%EOF`], { type: 'application/pdf' });
}

test('an invoice is read from its text layer, account number too, and becomes a picture to keep', async () => {
  const file = invoice([
    'Zaal De Toekomst B.V.',
    'Factuurdatum 12-11-2026',
    'Huur grote zaal    100,00',
    'BTW 21%    21,00',
    'Te voldoen    121,00',
    'IBAN NL91 ABNA 0417 1643 00',
  ]);
  expect(isPdf(file)).toBe(true);
  const [first, ...more] = await pdfPages(file);
  expect(more).toEqual([]);
  if (first === undefined) throw new Error('no page');
  const { total, date, shop, iban } = receiptOf(first.page, '2026-11-26');
  expect([total?.value, date?.value, shop?.value, iban?.value]).toEqual([
    121_00,
    '2026-11-12',
    'Zaal De Toekomst B.V.',
    'NL91ABNA0417164300',
  ]);
  const picture = await createImageBitmap(first.picture);
  expect([picture.width, picture.height]).toEqual([first.page.width, first.page.height]);
  const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  pen?.drawImage(picture, 0, 0);
  const { x = 0, y = 0, width = 1, height = 1 } = shop?.place ?? {};
  const pixels = pen?.getImageData(x, y, width, height).data ?? new Uint8ClampedArray();
  expect(Math.min(...pixels.filter((_, n) => n % 4 === 0))).toBeLessThan(120); // the letters stand where they were read
});

test('what is no PDF is refused', async () => {
  await expect(pdfPages(new Blob(['no pdf'], { type: 'application/pdf' }))).rejects.toBeInstanceOf(PdfProblem);
});

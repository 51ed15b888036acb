// All receipts of a year in one zip: a folder a claim, photos numbered, and a list that says which are not there.
import { rowKey } from '../../../domain/command.ts';
import type { Photo, Receipt } from '../../../domain/rows.ts';
import { csvOf } from '../../../files/csvOut.ts';
import type { Sheet, SheetCell } from '../../../files/sheets.ts';
import { type ZipEntry, zipOf } from '../../../files/zip.ts';
import type { App } from '../../app-context.tsx';
import { nlBooks } from '../../nl/books.ts';
import { titleOr } from '../../nl/proposals.ts';
import type { BooksOfYear } from './books-of-year.ts';

const { sheets: words } = nlBooks;
const endings: Readonly<Record<Photo['mime'], string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

export interface ReceiptsZip {
  readonly zip: Blob;
  readonly missing: number; // photos that could not be had
}

export interface ReceiptsZipOptions {
  readonly books: BooksOfYear;
  readonly receipts: readonly Receipt[];
  readonly onProgress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/** Photos come from this phone, else from the server. What is not to be had is named in the list: never silently left out. */
export async function receiptsZip(app: App, options: ReceiptsZipOptions): Promise<ReceiptsZip> {
  const { books, receipts, onProgress, signal } = options;
  const rows: (readonly SheetCell[])[] = [];
  const all = receipts.reduce((sum, { photos }) => sum + photos.length, 0);
  let [done, missing] = [0, 0];
  async function* entries(): AsyncGenerator<ZipEntry> {
    for (const { receipt, folder, name } of named(books, receipts)) {
      if (receipt.photos.length === 0) rows.push(lineOf(receipt, folder, words.noPhoto));
      for (const [n, photo] of receipt.photos.entries()) {
        signal.throwIfAborted();
        const path = `${folder}/${name}${n === 0 ? '' : ` (${n + 1})`}.${endings[photo.mime]}`;
        const bytes = await app.engine
          .photo(app.committeeId, photo.sha256, rowKey('receipt', receipt.id))
          .catch(() => undefined);
        if (bytes === undefined) missing += 1;
        else yield { name: path, bytes: new Uint8Array(bytes) };
        rows.push(lineOf(receipt, folder, bytes === undefined ? words.missing : path));
        done += 1;
        onProgress(done, all);
      }
    }
    yield { name: `${words.list}.csv`, bytes: new TextEncoder().encode(csvOf(listSheet(rows))) };
  }
  return { zip: await zipOf(entries()), missing };
}

interface NamedReceipt {
  readonly receipt: Receipt;
  readonly folder: string; // of its claim
  readonly name: string;
}

/** "2026-3 Lichtjestocht/declaratie 01 Jan de Vries" and "bon 01 Bakkerij 86,40". */
function named({ claims, proposals }: BooksOfYear, receipts: readonly Receipt[]): readonly NamedReceipt[] {
  return claims.flatMap((claim, n) => {
    const proposal = proposals.get(claim.proposalId);
    const number = proposal?.number == null ? '' : `-${proposal.number}`;
    const project = proposal === undefined ? '' : `${proposal.year}${number} ${titleOr(proposal.title)}`;
    const folder = `${plain(project)}/declaratie ${two(n + 1)} ${plain(claim.payeeName)}`;
    return receipts
      .filter(({ claimId }) => claimId === claim.id)
      .map((receipt, at) => ({ receipt, folder, name: `bon ${two(at + 1)} ${plain(receipt.shop)}`.trim() }));
  });
}

const two = (n: number): string => String(n).padStart(2, '0');
const plain = (text: string): string => text.replaceAll('/', ' ');

const lineOf = (
  { boughtOn, shop, amountCents, vatCents }: Receipt,
  folder: string,
  file: string,
): readonly SheetCell[] => [
  folder,
  { date: boughtOn },
  shop,
  { cents: amountCents },
  vatCents === undefined ? null : { cents: vatCents },
  file,
];

const listSheet = (rows: Sheet['rows']): Sheet => ({
  name: words.list,
  columns: [words.payee, words.boughtOn, words.shop, words.amount, words.vat, words.file].map((title) => ({
    title,
    width: 20,
  })),
  rows,
});

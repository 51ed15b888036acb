// Meenemen: the books of the year as files, made on this phone.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp, useMe, useRowsFound, useToday } from '../../data.ts';
import { CircleAlert, Download } from '../../icons.ts';
import { nlBooks } from '../../nl/books.ts';
import { BackLink, Button } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Bar, Note } from '../../parts/status.tsx';
import { YearChips } from '../../year-choice.tsx';
import { saveFile } from '../hand-over/save-file.ts';
import type { BooksOfYear } from './books-of-year.ts';

const { take: words } = nlBooks;
const formats = ['xlsx', 'csv', 'xaf', 'zip'] as const;
type Format = (typeof formats)[number];
const mimes: Readonly<Record<Format, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  xaf: 'application/xml',
  zip: 'application/zip',
};
declare const __BUURTKAS_BUILD__: string;

export function TakeAlongScreen() {
  const { year } = useMe();
  const books = useBooks(year);
  const receipts = useRowsFound('receipt');
  if (books === undefined || !receipts.loaded) return null;
  return (
    <Stack gap={5}>
      <BackLink href="/kas">{nlBooks.back}</BackLink>
      <PageHead title={words.title(year)} lead={words.lead} />
      <YearChips />
      <Files books={books} receipts={receipts.value} />
    </Stack>
  );
}

interface FilesProps {
  readonly books: BooksOfYear;
  readonly receipts: ReturnType<typeof useRowsFound<'receipt'>>['value'];
}

function Files({ books, receipts }: FilesProps) {
  const app = useApp();
  const { committee } = useMe();
  const today = useToday();
  const [busy, setBusy] = useState<Format | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  const [missing, setMissing] = useState(0);
  const [progress, setProgress] = useState<readonly [number, number]>([0, 0]);
  const leaving = useRef(new AbortController());
  useEffect(() => () => leaving.current.abort(), []);
  const contentOf = async (format: Format): Promise<BlobPart> => {
    const { auditFileOf, bookSheets, journalSheet } = await import('./books-of-year.ts');
    if (format === 'xlsx') return (await import('../../../files/xlsx.ts')).xlsxOf(bookSheets(books, receipts));
    if (format === 'csv') return (await import('../../../files/csvOut.ts')).csvOf(journalSheet(books));
    if (format === 'xaf') {
      const about = { id: app.committeeId, name: committee?.name ?? '' };
      const head = { createdOn: today, committee: about, version: __BUURTKAS_BUILD__ };
      return (await import('../../../files/xaf.ts')).auditFile(auditFileOf(books, head));
    }
    const { receiptsZip } = await import('./receipts-zip.ts');
    const onProgress = (done: number, of: number) => setProgress([done, of]);
    const made = await receiptsZip(app, { books, receipts, onProgress, signal: leaving.current.signal });
    setMissing(made.missing);
    return made.zip;
  };
  const save = async (format: Format) => {
    setBusy(format);
    setFailed(false);
    setMissing(0);
    try {
      const content = await contentOf(format);
      const name = words.fileName(committee?.name ?? '', books.year, format);
      saveFile(new File([content], name, { type: mimes[format] }));
    } catch {
      setFailed(!leaving.current.signal.aborted);
    } finally {
      setBusy(undefined);
    }
  };
  const [done, of] = progress;
  return (
    <>
      {formats.map((format) => (
        <Card key={format} labelledBy={`bestand-${format}`} gap={2}>
          <h2 id={`bestand-${format}`}>{words[format]}</h2>
          <p class="bk-soft">{words[`${format}Hint`]}</p>
          {format === 'zip' && busy === 'zip' && of > 0 && (
            <div role="status">
              <p class="bk-small">{words.working(done, of)}</p>
              <Bar share={done / of} />
            </div>
          )}
          {format === 'zip' && missing > 0 && (
            <Note tone="look" icon={CircleAlert} live="status">
              {words.zipMissing(missing)}
            </Note>
          )}
          <Button
            icon={Download}
            busy={busy === format}
            name={`${words.save}: ${words[format]}`}
            onClick={() => void save(format)}
          >
            {words.save}
          </Button>
        </Card>
      ))}
      {failed && (
        <Note tone="bad" icon={CircleAlert} live="alert">
          {words.failed}
        </Note>
      )}
    </>
  );
}

/** What was booked in the year, and the claims of the proposals that it is about. Undefined while it is being read. */
function useBooks(year: number): BooksOfYear | undefined {
  const lines = useRowsFound('ledgerLine', 'year', year);
  const proposals = useRowsFound('proposal');
  const claims = useRowsFound('claim');
  const payments = useRowsFound('payment');
  if (![lines, proposals, claims, payments].every(({ loaded }) => loaded)) return undefined;
  const about = new Set(lines.value.map(({ proposalId }) => proposalId));
  const own = proposals.value.filter((proposal) => proposal.year === year || about.has(proposal.id));
  const ids = new Set(own.map(({ id }) => id));
  return {
    year,
    lines: lines.value,
    proposals: new Map(own.map((proposal) => [proposal.id, proposal])),
    claims: claims.value.filter(({ proposalId }) => ids.has(proposalId)),
    payments: payments.value.filter(({ proposalId }) => ids.has(proposalId)),
  };
}

// The account to take along: for the bookkeeper, for a spreadsheet, for everybody.
import { useState } from 'preact/hooks';
import { useApp, useMe, useToday } from '../../data.ts';
import { CircleAlert, Download } from '../../icons.ts';
import { nlAccountability } from '../../nl/accountability.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Note } from '../../parts/status.tsx';
import { saveFile } from '../hand-over/save-file.ts';
import { sheetsOf } from './sheets.ts';
import type { YearInsight } from './use-insight.ts';

const words = nlAccountability.exports;
type Format = 'xlsx' | 'csv' | 'json';
const mimes: Readonly<Record<Format, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
};

export function ExportsCard({ data }: { readonly data: YearInsight }) {
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState<Format | undefined>(undefined);
  const { committee } = useMe();
  const { rows } = useApp();
  const today = useToday();
  if (committee === undefined) return null;
  const content = async (format: Format): Promise<BlobPart> => {
    if (format === 'xlsx') return (await import('../../../files/xlsx.ts')).xlsxOf(sheetsOf(data));
    const [projects] = sheetsOf(data);
    if (format === 'csv' && projects !== undefined) return (await import('../../../files/csvOut.ts')).csvOf(projects);
    const { openDataOf } = await import('../../../files/openData.ts');
    const { year, proposals, budgetYear } = data;
    const [decisions, published] = [await rows.all('decision'), await rows.all('publishedOutcome')];
    const themes = budgetYear?.themes ?? [];
    return JSON.stringify(openDataOf({ year, today, committee, themes, proposals, decisions, published }), null, 2);
  };
  const save = async (format: Format) => {
    setBusy(format);
    try {
      const name = words.fileName(committee.name, data.year, format);
      saveFile(new File([await content(format)], name, { type: mimes[format] }));
      setFailed(false);
    } catch {
      setFailed(true);
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <Card labelledBy="meenemen" gap={3}>
      <h2 id="meenemen">{words.title}</h2>
      {(['xlsx', 'csv', 'json'] as const).map((format) => (
        <Button key={format} icon={Download} busy={busy === format} onClick={() => void save(format)}>
          {words[format]}
        </Button>
      ))}
      {failed && (
        <Note tone="bad" icon={CircleAlert}>
          {words.failed}
        </Note>
      )}
      <p class="bk-small bk-soft">{words.note}</p>
    </Card>
  );
}

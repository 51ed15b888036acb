// The plan as a spreadsheet. The writer is loaded when it is asked for.
import { useState } from 'preact/hooks';
import { planByTheme } from '../../../domain/plan/plan.ts';
import type { Sheet } from '../../../files/sheets.ts';
import { useMe } from '../../data.ts';
import { CircleAlert, Download } from '../../icons.ts';
import { nlPlan } from '../../nl/plan.ts';
import { Button } from '../../parts/button.tsx';
import { Note } from '../../parts/status.tsx';
import { saveFile } from '../hand-over/save-file.ts';
import type { Plan } from './use-plan.ts';
import { planTheme, reasonOf } from './words.ts';

const words = nlPlan.xlsx;

export function XlsxButton({ plan }: { readonly plan: Plan }) {
  const { committee } = useMe();
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const save = async () => {
    setState('busy');
    try {
      const { xlsxOf } = await import('../../../files/xlsx.ts');
      saveFile(new File([await xlsxOf(planSheets(plan))], words.name(committee?.name ?? '', plan.year)));
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <Button icon={Download} busy={state === 'busy'} onClick={() => void save()}>
        {words.button}
      </Button>
      {state === 'failed' && (
        <Note tone="bad" icon={CircleAlert} live="alert">
          {words.failed}
        </Note>
      )}
    </>
  );
}

/** By theme, and line by line with the reason; what was left out is left out. */
export function planSheets({ lines, themes }: Pick<Plan, 'lines' | 'themes'>): readonly Sheet[] {
  const kept = lines.filter(({ leftOut }) => !leftOut);
  const amounts = [nlPlan.low, nlPlan.expected, nlPlan.high].map((title) => ({ title, width: 14 }));
  return [
    {
      name: nlPlan.themes.title,
      columns: [{ title: nlPlan.themes.theme, width: 45 }, ...amounts],
      rows: planByTheme(kept).map((row) => [planTheme(themes, row.theme), ...centsOf(row)]),
    },
    {
      name: words.lines,
      columns: [
        ...[{ title: words.kind, width: 24 }, { title: words.what, width: 45 }, ...amounts],
        ...[
          { title: words.themes, width: 45 },
          { title: words.why, width: 70 },
        ],
      ],
      rows: kept.map((line) => [
        ...[nlPlan.kinds[line.kind], line.title, ...centsOf(line)],
        line.themeShares.map(({ theme, percent }) => `${planTheme(themes, theme)} ${percent} %`).join(', '),
        reasonOf(line),
      ]),
    },
  ];
}

const centsOf = (row: { readonly lowCents: number; readonly expectedCents: number; readonly highCents: number }) => [
  { cents: row.lowCents },
  { cents: row.expectedCents },
  { cents: row.highCents },
];

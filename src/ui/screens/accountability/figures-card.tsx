// How it went: kinds, newcomers, waiting times, support and what was done in return. Every figure opens to its projects.
import type { ComponentChildren } from 'preact';
import type { LeadTime } from '../../../domain/insight/leadTimes.ts';
import { nlAccountability, projects } from '../../nl/accountability.ts';
import { Card } from '../../parts/card.tsx';
import { SummaryList, type SummaryRow } from '../../parts/summary-list.tsx';
import { sourceHref, type YearInsight } from './use-insight.ts';

const words = nlAccountability.figures;

export function FiguresCard({ data }: { readonly data: YearInsight }) {
  return (
    <Card labelledBy="cijfers">
      <h2 id="cijfers">{words.title}</h2>
      {figuresOf(data).map(({ title, note, rows }) => (
        <div key={title} class="bk-stack bk-gap-1">
          <h3>{title}</h3>
          <SummaryList rows={rows} wide />
          {note !== undefined && <p class="bk-small bk-soft">{note}</p>}
        </div>
      ))}
    </Card>
  );
}

export interface FigureGroup {
  readonly title: string;
  readonly note?: string;
  readonly rows: readonly SummaryRow[];
}

export function figuresOf({ insight, year }: YearInsight): readonly FigureGroup[] {
  const { support, inReturn } = insight;
  const open = (of: string, key: string, ids: readonly string[]): ComponentChildren =>
    ids.length === 0 ? projects(0) : <a href={sourceHref(year, of, key)}>{projects(ids.length)}</a>;
  return [
    {
      title: words.kinds,
      rows: insight.kinds.map(({ key, ids }) => ({ label: words.kind[key], value: open('soort', key, ids) })),
    },
    {
      title: words.newness,
      note: words.newNote,
      rows: insight.newness.map(({ key, ids }) => ({ label: words.isNew[key], value: open('aanvrager', key, ids) })),
    },
    {
      title: nlAccountability.figures.support,
      rows: [
        { label: words.withSheets, value: open('draagvlak', 'lijst', support.withSheets) },
        { label: words.withOther, value: open('draagvlak', 'anders', support.withOther) },
        { label: words.without, value: open('draagvlak', 'geen', support.without) },
        { label: words.asked, value: words.households(support.households.low, support.households.high) },
        { label: words.answered, value: words.households(support.answered.low, support.answered.high) },
        {
          label: words.objections,
          value: words.objectionCount(support.objections, support.objectionsAnswered),
        },
      ],
    },
    {
      title: words.inReturn,
      rows: [
        {
          label: words.inReturn,
          value:
            inReturn.promised.length === 0
              ? words.noneInReturn
              : [
                  words.delivered(inReturn.delivered.length, inReturn.promised.length),
                  ...(inReturn.late.length === 0 ? [] : [words.late(inReturn.late.length)]),
                ].join(', '),
        },
        {
          label: words.coFinancing,
          value:
            inReturn.coPromisedCents === 0
              ? words.noneInReturn
              : words.coReceived(inReturn.coReceivedCents, inReturn.coPromisedCents),
        },
      ],
    },
    { title: words.toDecision, rows: waiting(insight.toDecision, sourceHref(year, 'besluit')) },
    { title: words.toPayment, rows: waiting(insight.toPayment, sourceHref(year, 'betaling')) },
  ];
}

function waiting({ median, waits }: LeadTime, href: string): readonly SummaryRow[] {
  const [longest] = waits;
  const text = words.median(median, waits.length);
  const rows: SummaryRow[] = [{ label: words.usual, value: waits.length === 0 ? text : <a href={href}>{text}</a> }];
  return longest === undefined ? rows : [...rows, { label: words.longest, value: words.days(longest.days) }];
}

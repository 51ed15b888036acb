// /wijken?jaar=2026&op=projects&deel=Oost: how the wijken of one city work, side by side (S18).
import type { BodyFigures, BodyYear } from '../../../domain/insight/bodyFigures.ts';
import { useMe } from '../../data.ts';
import { CircleAlert, MapPin } from '../../icons.ts';
import { nlBodies } from '../../nl/bodies.ts';
import { Card } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Badge, Note } from '../../parts/status.tsx';
import { Table } from '../../parts/table.tsx';
import { SelectField } from '../../parts/text-fields.tsx';
import { useLocation } from '../../router.tsx';
import { YearPick } from '../../year-choice.tsx';
import { type Bodies, HeardBodies, yearOf, yearsOf } from './heard-bodies.tsx';
import { isMeasure, type MeasureKey, measured, measureKeys, measures } from './measures.ts';

const words = nlBodies;

export function BodiesScreen() {
  const { committeeId } = useMe();
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <HeardBodies>
        {(bodies, told) => (
          <>
            {told}
            {!bodies.some(({ id }) => id === committeeId) && <Note icon={CircleAlert}>{words.hidden}</Note>}
            {bodies.length < 2 ? <Empty title={words.none.title}>{words.none.text}</Empty> : <Compared of={bodies} />}
          </>
        )}
      </HeardBodies>
    </>
  );
}

interface Entry {
  readonly body: BodyFigures;
  readonly year: BodyYear;
}

function Compared({ of: bodies }: { readonly of: Bodies }) {
  const { query, route } = useLocation();
  const { year: thisYear } = useMe();
  const years = yearsOf(bodies);
  const asked = Number(query['jaar'] ?? thisYear);
  const year = years.includes(asked) ? asked : (years[0] ?? thisYear);
  const by = query['op'] ?? '';
  const key = isMeasure(by) ? by : 'awarded';
  const districts = [...new Set(bodies.map(({ district }) => district))].sort();
  const district = districts.find((one) => one === query['deel']);
  const go = (change: Readonly<Record<string, string>>) => {
    const now = { jaar: String(year), op: key, ...(district === undefined ? {} : { deel: district }), ...change };
    route(`/wijken?${new URLSearchParams(now)}`, true);
  };
  const entries = bodies
    .filter((body) => district === undefined || body.district === district)
    .flatMap((body): readonly Entry[] => {
      const found = yearOf(body, year);
      return found === undefined ? [] : [{ body, year: found }];
    });
  return (
    <>
      <YearPick years={years} value={year} onValue={(jaar) => go({ jaar: String(jaar) })} />
      <div class="bk-beside bk-beside--first">
        <SelectField
          {...{ id: 'op', label: words.compare, value: key, onValue: (op) => go({ op }) }}
          options={measureKeys.map((value) => ({ value, label: words.measures[value].label }))}
        />
        {districts.length > 1 && (
          <SelectField
            {...{ id: 'deel', label: words.district, value: district ?? all, onValue: (deel) => go({ deel }) }}
            options={[
              { value: all, label: words.allDistricts },
              ...districts.map((one) => ({ value: one, label: one || words.noDistrict })),
            ]}
          />
        )}
      </div>
      {entries.length === 0 ? (
        <p>{words.noYear(year)}</p>
      ) : (
        <>
          <Chart entries={entries} by={key} year={year} />
          <All entries={entries} year={year} />
        </>
      )}
      <p>
        <a href="/wijken/themas">{words.themes.open}</a>
      </p>
    </>
  );
}
const all = '*'; // a district may have no name

interface EntriesProps {
  readonly entries: readonly Entry[];
  readonly year: number;
}

const widest = 60; // percent of the width; the rest is for the words behind a bar

/** The largest first; where nobody knows, last and without a bar. */
function Chart({ entries, by, year }: EntriesProps & { readonly by: MeasureKey }) {
  const { committeeId } = useMe();
  const { label, note } = words.measures[by];
  const value = (entry: Entry): number | null => measures[by].of(entry.year);
  const most = Math.max(...entries.map((entry) => value(entry) ?? 0));
  const sorted = [...entries].sort((a, b) => (value(b) ?? -1) - (value(a) ?? -1));
  return (
    <Card labelledBy="vergelijking">
      <div class="bk-stack bk-gap-1">
        <h2 id="vergelijking">{label}</h2>
        <p class="bk-soft">{note}</p>
      </div>
      <ul class="bk-bars" aria-label={words.chart(label, year)}>
        {sorted.map((entry) => (
          <li key={entry.body.id}>
            <span class="bk-row bk-gap-2">
              <a class="bk-strong" href={bodyHref(entry.body)}>
                {entry.body.name}
              </a>
              {entry.body.id === committeeId && <Badge icon={MapPin}>{words.own}</Badge>}
            </span>
            <span class="bk-bars-row">
              {(value(entry) ?? 0) > 0 && (
                <i
                  class={entry.body.id === committeeId ? 'bk-fill-paid' : 'bk-fill-money'}
                  style={{ '--w': `${(((value(entry) ?? 0) / most) * widest).toFixed(1)}%` }}
                />
              )}
              <span>{measured(by, entry.year)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export const bodyHref = ({ id }: Pick<BodyFigures, 'id'>): string => `/wijken/${id}`;

function All({ entries, year }: EntriesProps) {
  return (
    <details>
      <summary class="bk-strong">{words.all}</summary>
      <Table
        caption={words.chart(words.title, year)}
        rows={entries}
        rowKey={({ body }) => body.id}
        columns={[
          {
            ...{ id: 'wijk', label: words.body, rowHead: true },
            cell: ({ body }) => <a href={bodyHref(body)}>{body.name}</a>,
          },
          ...measureKeys.map((key) => ({
            ...{ id: key, label: words.measures[key].label, end: true },
            cell: (entry: Entry) => measured(key, entry.year),
          })),
        ]}
      />
    </details>
  );
}

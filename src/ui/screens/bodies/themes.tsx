// /wijken/themas?van=2014&tot=2016&wijken=…: the table of the evaluation over the wijken and years that somebody chooses.
import { type ThemeRow, tableOf } from '../../../domain/themeTable.ts';
import { nlAccountability } from '../../nl/accountability.ts';
import { nlBodies } from '../../nl/bodies.ts';
import { BackLink } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { CheckboxGroup } from '../../parts/choice-fields.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Table } from '../../parts/table.tsx';
import { useLocation } from '../../router.tsx';
import {
  askedRange,
  type ThemeYears,
  ThemeYearsCards,
  themeYears,
  YearChoice,
} from '../accountability/theme-years.tsx';
import { type Bodies, HeardBodies, yearsOf } from './heard-bodies.tsx';

const words = nlBodies.themes;

export function BodyThemesScreen() {
  return (
    <>
      <Stack gap={2}>
        <BackLink href="/wijken">{nlBodies.back}</BackLink>
        <PageHead title={words.title} lead={words.lead} />
      </Stack>
      <HeardBodies>
        {(bodies, told) => (
          <>
            {told}
            <Themes bodies={bodies} />
          </>
        )}
      </HeardBodies>
    </>
  );
}

function Themes({ bodies }: { readonly bodies: Bodies }) {
  const { query, route } = useLocation();
  const ids = bodies.map(({ id }) => id);
  const asked = query['wijken']?.split(',') ?? ids;
  const chosen = bodies.filter(({ id }) => asked.includes(id));
  const cells = cellsOf(chosen);
  const known = yearsOf(bodies);
  const range = askedRange(query, [known.at(-1) ?? 0, known[0] ?? 0]);
  const [from, to] = range;
  const go = (change: Readonly<Record<string, string>>) => {
    const now = {
      van: String(from),
      tot: String(to),
      ...(query['wijken'] ? { wijken: query['wijken'] } : {}),
      ...change,
    };
    route(`/wijken/themas?${new URLSearchParams(now)}`, true);
  };
  const data = themeYears(cells, [], nameIn(bodies), range);
  return (
    <>
      <YearChoice {...{ range, known }} onRange={([van, tot]) => go({ van: String(van), tot: String(tot) })} />
      <details>
        <summary class="bk-strong">
          {words.choose}: {words.chosen(chosen.length, bodies.length)}
        </summary>
        <CheckboxGroup
          label={words.bodies}
          options={bodies.map(({ id, name, district }) => ({ value: id, label: name, note: district || undefined }))}
          values={chosen.map(({ id }) => id)}
          onValues={(values) => go({ wijken: values.join(',') })}
        />
      </details>
      <ThemeYearsCards data={data} name={words.fileName}>
        <Districts cells={cells} data={data} />
      </ThemeYearsCards>
    </>
  );
}

const cellsOf = (bodies: Bodies): readonly ThemeRow[] =>
  bodies.flatMap(({ district, years }) =>
    years.flatMap(({ year, themes }) =>
      themes.map(({ theme, count, cents }) => ({ district, year, theme, count, cents })),
    ),
  );

/** As the newest year of any of them calls it. */
const nameIn =
  (bodies: Bodies) =>
  (number: number): string => {
    const named = bodies
      .flatMap(({ years }) => years.flatMap(({ year, themes }) => themes.map((theme) => ({ year, ...theme }))))
      .filter(({ theme, name }) => theme === number && name !== '')
      .sort((a, b) => b.year - a.year);
    return named[0]?.name ?? words.other(number);
  };

/** Counts by theme and stadsdeel, of the chosen years together, as the evaluation has them. */
function Districts({ cells, data }: { readonly cells: readonly ThemeRow[]; readonly data: ThemeYears }) {
  const { from, to, themes } = data;
  const districts = [...new Set(cells.map(({ district }) => district))].sort();
  if (districts.length < 2 || data.years.length === 0) return null;
  const inRange = cells.filter(({ year }) => year >= from && year <= to);
  const numbers = themes.map(({ number }) => number);
  const counts = new Map(
    districts.map((one) => [
      one,
      tableOf(
        inRange.filter(({ district }) => district === one),
        numbers,
      ).totals['all'] ?? {},
    ]),
  );
  const count = (district: string, theme: number): number => counts.get(district)?.[theme] ?? 0;
  return (
    <Card labelledBy="stadsdelen">
      <h2 id="stadsdelen">{words.byDistrict}</h2>
      <Table
        caption={words.byDistrict}
        rows={themes}
        rowKey={({ number }) => String(number)}
        framed={false}
        counts
        columns={[
          {
            ...{ id: 'thema', label: nlAccountability.themes.theme, rowHead: true },
            cell: ({ number, name }) => `${number}. ${name}`,
          },
          ...districts.map((one) => ({
            ...{ id: one, label: one || nlBodies.noDistrict, end: true },
            cell: ({ number }: { readonly number: number }) => count(one, number),
          })),
        ]}
        foot={[
          nlAccountability.yearsTable.total,
          ...districts.map((one) => numbers.reduce((sum, theme) => sum + count(one, theme), 0)),
        ]}
      />
    </Card>
  );
}

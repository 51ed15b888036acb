// /wijken/:id: one wijk as it shows itself: how it decides, its rules, and its years.
import type { ComponentChildren } from 'preact';
import type { BodyFigures, BodyYear } from '../../../domain/insight/bodyFigures.ts';
import { capital } from '../../format.ts';
import { nlBodies } from '../../nl/bodies.ts';
import { BackLink } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { Table } from '../../parts/table.tsx';
import { useParam } from '../../router.tsx';
import { HeardBodies } from './heard-bodies.tsx';
import { type MeasureKey, measured } from './measures.ts';

const words = nlBodies.one;

export function BodyScreen() {
  const id = useParam('id');
  return (
    <>
      <BackLink href="/wijken">{nlBodies.back}</BackLink>
      <HeardBodies title={words.title}>
        {(bodies, told) => {
          const body = bodies.find((one) => one.id === id);
          if (body === undefined)
            return (
              <Empty page title={words.missing.title}>
                {words.missing.text}
              </Empty>
            );
          return <Body body={body} told={told} />;
        }}
      </HeardBodies>
    </>
  );
}

function Body({ body, told }: { readonly body: BodyFigures; readonly told: ComponentChildren }) {
  const { name, bodyWord, district, quorum, years } = body;
  const [latest] = years;
  const withProjects = years.find(({ themes }) => themes.length > 0);
  return (
    <>
      <PageHead title={name} lead={capital([bodyWord, district].filter((part) => part !== '').join(', '))} />
      {told}
      <Card labelledBy="werkt">
        <h2 id="werkt">{words.works}</h2>
        <SummaryList
          rows={[
            {
              label: words.quorum,
              value: quorum.kind === 'count' ? words.quorumCount(quorum.count) : words.half,
            },
            ...(latest === undefined ? [] : [limitRow(latest)]),
          ]}
        />
      </Card>
      {latest !== undefined && <Rules year={latest} />}
      <Years years={years} />
      {withProjects !== undefined && <Themes year={withProjects} />}
    </>
  );
}

const limitRow = (year: BodyYear) => ({ label: nlBodies.measures.limit.label, value: measured('limit', year) });

function Rules({ year: { year, rules } }: { readonly year: BodyYear }) {
  return (
    <Card labelledBy="regels">
      <h2 id="regels">{words.rules(year)}</h2>
      {rules.length === 0 && <p class="bk-soft">{words.noRules}</p>}
      {(['body', 'city'] as const).map((owner) => {
        const own = rules.filter((rule) => rule.owner === owner);
        return own.length === 0 ? null : (
          <Stack gap={1} key={owner}>
            <h3>{words.owner[owner]}</h3>
            <ul class="bk-prose">
              {own.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Stack>
        );
      })}
    </Card>
  );
}

const columns: readonly MeasureKey[] = ['grant', 'awarded', 'projects', 'refused', 'toDecision', 'toPayment'];

function Years({ years }: { readonly years: readonly BodyYear[] }) {
  return (
    <Card labelledBy="jaren">
      <h2 id="jaren">{words.years}</h2>
      <Table
        caption={words.years}
        rows={years}
        rowKey={({ year }) => String(year)}
        framed={false}
        columns={[
          { id: 'jaar', label: nlBodies.year, rowHead: true, cell: ({ year }) => year },
          ...columns.map((key) => ({
            ...{ id: key, label: nlBodies.measures[key].label, end: true },
            cell: (year: BodyYear) => measured(key, year),
          })),
        ]}
      />
    </Card>
  );
}

function Themes({ year: { year, themes } }: { readonly year: BodyYear }) {
  return (
    <Card labelledBy="themas">
      <h2 id="themas">{words.themes(year)}</h2>
      <Table
        caption={words.themes(year)}
        rows={themes}
        rowKey={({ theme }) => String(theme)}
        framed={false}
        columns={[
          {
            ...{ id: 'thema', label: words.theme, rowHead: true },
            cell: ({ theme, name }) => name || nlBodies.themes.other(theme),
          },
          { id: 'aantal', label: nlBodies.measures.projects.label, end: true, cell: ({ count }) => count },
          {
            id: 'geld',
            label: nlBodies.measures.awarded.label,
            end: true,
            cell: ({ cents }) => <MoneyText cents={cents} />,
          },
        ]}
      />
    </Card>
  );
}

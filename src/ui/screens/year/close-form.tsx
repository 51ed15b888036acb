// Jaar afsluiten: first what will happen with the money, then one button.

import { addCents } from '../../../domain/money.ts';
import type { SavingsGoal } from '../../../domain/rows.ts';
import { type YearEnd, yearEnd } from '../../../domain/yearEnd.ts';
import { useCommand, useMe, useRows, useRowsFound, useToday } from '../../data.ts';
import { titleOr } from '../../nl/proposals.ts';
import { nlYear } from '../../nl/year.ts';
import { Card, CardHead } from '../../parts/card.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { SummaryList, type SummaryRow } from '../../parts/summary-list.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame } from '../settings/form-frame.tsx';
import type { YearFormProps } from './year-form-frame.tsx';

const { close: words } = nlYear;

/** Not before the goals are read: a goal that is not known would count as one that ends. */
export function CloseForm(props: YearFormProps) {
  const { loaded, value: goals } = useRowsFound('savingsGoal');
  return loaded ? <Closing {...props} goals={goals} /> : null;
}

function Closing({ lines, onDone, goals }: YearFormProps & { readonly goals: readonly SavingsGoal[] }) {
  const { year } = useMe();
  const today = useToday();
  const command = useCommand('budgetYear.close');
  const form = useFormErrors();
  const end = yearEnd(year, lines, (goalId) => goals.find(({ id }) => id === goalId)?.untilYear);
  const goalOf = (goalId: string): string => goals.find(({ id }) => id === goalId)?.goal ?? '';
  const done = () => {
    showToast({ text: nlYear.saved });
    onDone();
  };
  const submit = async () => {
    const sent = await command.send({ year, closedOn: today, seenLeftCents: end.leftCents });
    if (sent.saved) done();
  };
  return (
    <FormFrame
      {...{ title: words.title(year), lead: words.lead, form, command, restored: false, button: words.button(year) }}
      {...{ onSaved: done, onSubmit: () => void submit(), onCancel: onDone }}
    >
      <Returns end={end} goalOf={goalOf} />
      <Along end={end} goalOf={goalOf} />
      <p>{words.late}</p>
    </FormFrame>
  );
}

interface PartProps {
  readonly end: YearEnd;
  readonly goalOf: (goalId: string) => string;
}

/** Only what is something. */
const figures = (rows: readonly (readonly [label: string, cents: number])[]): readonly SummaryRow[] =>
  rows.filter(([, cents]) => cents !== 0).map(([label, cents]) => ({ label, value: <MoneyText cents={cents} /> }));

function Returns({ end, goalOf }: PartProps) {
  const { year } = useMe();
  const { leftCents, organisationCents, returnedCents } = end;
  const ended = end.savings.filter(({ ends }) => ends);
  const left: readonly (readonly [string, number])[] =
    leftCents < 0
      ? []
      : [
          [words.free, leftCents - organisationCents],
          [organisationCents < 0 ? words.organisationOver : words.organisation, organisationCents],
        ];
  return (
    <Card labelledBy="terug">
      <CardHead id="terug" title={words.returns} />
      {leftCents < 0 && <p>{words.short(-leftCents, year + 1)}</p>}
      {returnedCents === 0 ? (
        <p>{words.even}</p>
      ) : (
        <>
          <SummaryList
            figures
            rows={figures([
              ...left,
              ...ended.map(({ goalId, cents }) => [words.savingsEnd(goalOf(goalId)), cents] as const),
            ])}
          />
          <p>
            {words.returnsTotal}: <MoneyText cents={returnedCents} strong />
          </p>
        </>
      )}
    </Card>
  );
}

function Along({ end, goalOf }: PartProps) {
  const { year } = useMe();
  const saved = end.savings.filter(({ ends }) => !ends);
  const rows = figures([
    [nlYear.report.figures.awarded, addCents([...end.promises.values()])],
    [nlYear.report.figures.advance, addCents([...end.advances.values()])],
    ...saved.map(({ goalId, cents }) => [words.savedFor(goalOf(goalId)), cents] as const),
    [nlYear.report.figures.under_way, end.underWayCents],
  ]);
  return (
    <Card labelledBy="mee">
      <CardHead id="mee" title={words.along(year + 1)} />
      {rows.length === 0 ? (
        <p>{words.nothingAlong}</p>
      ) : (
        <>
          <SummaryList figures rows={rows} />
          <p>
            {words.alongTotal}: <MoneyText cents={end.alongCents} strong />
          </p>
          <Running end={end} />
        </>
      )}
    </Card>
  );
}

/** Project by project: whoever sees one that is over can finish it first, and its rest is free money. */
function Running({ end: { promises, advances } }: Pick<PartProps, 'end'>) {
  const proposals = useRows('proposal');
  const ids = [...new Set([...promises.keys(), ...advances.keys()])];
  if (ids.length === 0) return null;
  const rows = ids
    .map((id) => ({
      id,
      title: titleOr(proposals.find((proposal) => proposal.id === id)?.title ?? ''),
      cents: (promises.get(id) ?? 0) + (advances.get(id) ?? 0),
    }))
    .sort((a, b) => a.title.localeCompare(b.title, 'nl'));
  return (
    <>
      <details>
        <summary class="bk-strong">{words.which(rows.length)}</summary>
        <SummaryList
          figures
          rows={rows.map(({ id, title, cents }) => ({
            label: title,
            value: (
              <a href={`/aanvragen/${id}`}>
                <MoneyText cents={cents} />
              </a>
            ),
          }))}
        />
      </details>
      <p class="bk-soft">{words.finishFirst}</p>
    </>
  );
}

// Het jaar in geld: a report in which every euro stands once, and what a treasurer does with money beside projects.
import type { ComponentType } from 'preact';
import { costCents } from '../../../domain/budget.ts';
import { compareDates } from '../../../domain/dates.ts';
import { addCents } from '../../../domain/money.ts';
import type { OrganisationCost } from '../../../domain/rows.ts';
import { accountOf, type YearFigure, yearReport } from '../../../domain/yearReport.ts';
import { mayI, type Seen, useMe, useRow, useRows, useRowsFound } from '../../data.ts';
import { day } from '../../format.ts';
import { CircleAlert, CircleCheckBig } from '../../icons.ts';
import { nlBooks } from '../../nl/books.ts';
import { nlYear } from '../../nl/year.ts';
import { BackLink, LinkButton } from '../../parts/button.tsx';
import { Card, CardHead, Columns, Stack } from '../../parts/card.tsx';
import { Item, List } from '../../parts/list.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { LocalMark, Note } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { useLocation } from '../../router.tsx';
import { YearChips } from '../../year-choice.tsx';
import { linesHref } from '../money/hrefs.ts';
import { CorrectForm, OpeningForm } from './by-hand-forms.tsx';
import { CloseForm } from './close-form.tsx';
import { CostForm, ReserveForm, ReverseCostForm } from './own-cost-forms.tsx';
import { GoalForm, PutForm, TakeForm } from './savings-forms.tsx';
import { TransferForm } from './transfer-form.tsx';
import type { YearFormProps } from './year-form-frame.tsx';

const home = '/kas/jaar';
const forms: Readonly<Record<string, ComponentType<YearFormProps>>> = {
  spaardoel: GoalForm,
  opzij: PutForm,
  terughalen: TakeForm,
  reserveren: ReserveForm,
  kosten: CostForm,
  terugdraaien: ReverseCostForm,
  overmaken: TransferForm,
  afsluiten: CloseForm,
  beginstand: OpeningForm,
  rechtzetten: CorrectForm,
};
const hrefOf = (form: string, id?: string): string => `${home}?doe=${form}${id === undefined ? '' : `&id=${id}`}`;

export function YearScreen() {
  const { query, route } = useLocation();
  const { year } = useMe();
  const lines = useRowsFound('ledgerLine', 'year', year);
  if (!lines.loaded) return null;
  const asked = query['doe'] ?? '';
  const Form = Object.hasOwn(forms, asked) ? forms[asked] : undefined;
  if (Form === undefined) return <Overview lines={lines.value} />;
  return (
    <Stack gap={4}>
      <BackLink href={home}>{nlYear.title(year)}</BackLink>
      <div class="bk-narrow">
        <Form id={query['id'] ?? ''} lines={lines.value} onDone={() => route(home)} />
      </div>
    </Stack>
  );
}

type Lines = readonly Seen<'ledgerLine'>[];

function Overview({ lines }: { readonly lines: Lines }) {
  const { year } = useMe();
  return (
    <>
      <BackLink href="/kas">{nlYear.back}</BackLink>
      <PageHead title={nlYear.title(year)} />
      <YearChips />
      <Columns kind="even">
        <Stack gap={5}>
          <ReportCard lines={lines} />
          <CloseCard />
        </Stack>
        <Stack gap={5}>
          <SavingsCard lines={lines} />
          <OwnCostCard lines={lines} />
          <TransferCard />
          <ByHandCard />
        </Stack>
      </Columns>
    </>
  );
}

function ReportCard({ lines }: { readonly lines: Lines }) {
  const { report: words } = nlYear;
  const { came, went, stands, cameCents, balanced } = yearReport(lines);
  const parts = [
    ['came', words.came, came],
    ['went', words.went, went],
    ['stands', words.stands, stands],
  ] as const;
  return (
    <Card labelledBy="verslag">
      <CardHead id="verslag" title={words.title} />
      {lines.some(({ pending }) => pending) && <LocalMark />}
      {parts.map(([id, title, figures]) => (
        <div key={id}>
          <h3>{title}</h3>
          <SummaryList figures rows={rowsOf(figures)} />
        </div>
      ))}
      <p>
        {words.total}: <MoneyText cents={cameCents} strong />
      </p>
      {!balanced && (
        <Note tone="bad" icon={CircleAlert}>
          {words.unbalanced}
        </Note>
      )}
    </Card>
  );
}

/** Figures that are nothing say nothing; the first of each part stays, so that no part is empty. */
const rowsOf = (figures: readonly (readonly [YearFigure, number])[]) =>
  figures
    .filter(([, cents], n) => n === 0 || cents !== 0)
    .map(([figure, cents]) => ({
      label: nlYear.report.figures[figure],
      value:
        cents === 0 ? (
          <MoneyText cents={cents} />
        ) : (
          <a href={linesHref({ account: accountOf[figure] })}>
            <MoneyText cents={cents} />
          </a>
        ),
    }));

function SavingsCard({ lines }: { readonly lines: Lines }) {
  const { year } = useMe();
  const { savings: words } = nlYear;
  const saved = (goalId: string): number =>
    addCents(lines.filter((line) => line.account === 'savings' && line.goalId === goalId).map((l) => l.amountCents));
  // Of this year: not one that begins later, nor one that is over and empty.
  const goals = useRows('savingsGoal').filter(
    ({ id, fromYear, untilYear }) => fromYear <= year && (untilYear >= year || saved(id) !== 0),
  );
  return (
    <Card labelledBy="sparen">
      <CardHead id="sparen" title={words.title} />
      {goals.length === 0 && <p class="bk-soft">{words.none}</p>}
      {goals.map(({ id, goal, targetCents, untilYear, pending }) => (
        <div key={id} class="bk-stack bk-gap-2">
          <h3>{goal}</h3>
          <p>{words.of(saved(id), targetCents)}</p>
          <p class="bk-small bk-soft">{words.until(untilYear)}</p>
          {pending && <LocalMark />}
          {mayI('savings.put') && (
            <p class="bk-row bk-gap-3">
              {untilYear >= year && (
                <LinkButton href={hrefOf('opzij', id)} name={`${words.put}: ${goal}`}>
                  {words.put}
                </LinkButton>
              )}
              {saved(id) > 0 && (
                <LinkButton href={hrefOf('terughalen', id)} name={`${words.take}: ${goal}`}>
                  {words.take}
                </LinkButton>
              )}
            </p>
          )}
        </div>
      ))}
      {mayI('savings.start') && <LinkButton href={hrefOf('spaardoel')}>{words.start}</LinkButton>}
    </Card>
  );
}

function OwnCostCard({ lines }: { readonly lines: Lines }) {
  const { year } = useMe();
  const { own: words } = nlYear;
  const costs = [...useRows('organisationCost', 'year', year)].sort((a, b) => compareDates(b.paidOn, a.paidOn));
  const left = addCents(lines.filter(({ account }) => account === 'organisation').map((line) => line.amountCents));
  return (
    <Card labelledBy="eigen-kosten">
      <CardHead id="eigen-kosten" title={words.title} />
      <p>{left < 0 ? words.over(-left) : words.left(left)}</p>
      {costs.length === 0 ? (
        <p class="bk-soft">{words.none}</p>
      ) : (
        <List kind="bleed" label={words.title}>
          {costs.map((cost) => (
            <Item
              key={cost.id}
              title={cost.what}
              lines={[costLine(cost)]}
              end={<MoneyText cents={costCents(cost)} />}
              href={!cost.reversed && mayI('organisationCost.reverse') ? hrefOf('terugdraaien', cost.id) : undefined}
            />
          ))}
        </List>
      )}
      {mayI('organisation.reserve') && (
        <p class="bk-row bk-gap-3">
          <LinkButton href={hrefOf('kosten')}>{words.add}</LinkButton>
          <LinkButton href={hrefOf('reserveren')}>{words.reserve}</LinkButton>
        </p>
      )}
    </Card>
  );
}

function costLine({ paidOn, refundedCents, reversed, reversedOn, reversedReason }: OrganisationCost): string {
  const { own: words } = nlYear;
  if (reversed) return words.reversed(reversedOn ?? '', reversedReason ?? '');
  return refundedCents === undefined ? day(paidOn) : `${day(paidOn)}. ${words.refunded(refundedCents)}`;
}

function TransferCard() {
  const { transfer: words } = nlYear;
  const transfers = [...useRows('transfer')].sort((a, b) => compareDates(b.sentOn, a.sentOn));
  return (
    <Card labelledBy="overmaken">
      <CardHead id="overmaken" title={words.title} />
      {transfers.length === 0 ? (
        <p class="bk-soft">{words.none}</p>
      ) : (
        <List kind="bleed" label={words.title}>
          {transfers.map(({ id, direction, otherName, amountCents, sentOn, reason, state }) => (
            <Item
              key={id}
              title={direction === 'out' ? words.out(otherName) : words.in(otherName)}
              lines={[`${day(sentOn)}. ${words.states[state]}`, ...(reason === '' ? [] : [reason])]}
              end={<MoneyText cents={amountCents} />}
            />
          ))}
        </List>
      )}
      {mayI('transfer.send') && <LinkButton href={hrefOf('overmaken')}>{words.add}</LinkButton>}
    </Card>
  );
}

function ByHandCard() {
  const { byHand: words } = nlBooks;
  if (!mayI('ledger.correct')) return null;
  return (
    <Card labelledBy="met-de-hand">
      <CardHead id="met-de-hand" title={words.title} />
      <p class="bk-soft">{words.lead}</p>
      <p class="bk-row bk-gap-3">
        <LinkButton href={hrefOf('beginstand')}>{words.opening}</LinkButton>
        <LinkButton href={hrefOf('rechtzetten')}>{words.correct}</LinkButton>
      </p>
    </Card>
  );
}

function CloseCard() {
  const { year, budgetYear } = useMe();
  const next = useRow('budgetYear', String(year + 1));
  const { close: words } = nlYear;
  if (budgetYear?.closedInto !== undefined)
    return <Note icon={CircleCheckBig}>{words.closed(year, budgetYear.closedInto)}</Note>;
  if (!mayI('budgetYear.close')) return null;
  return (
    <Card labelledBy="afsluiten">
      <CardHead id="afsluiten" title={words.title(year)} />
      <p>{next === undefined ? words.needsNext(year + 1) : words.cardLead}</p>
      {next === undefined ? (
        <LinkButton href="/instellingen?wijzig=jaar">{words.openNext}</LinkButton>
      ) : (
        <LinkButton href={hrefOf('afsluiten')}>{words.title(year)}</LinkButton>
      )}
    </Card>
  );
}

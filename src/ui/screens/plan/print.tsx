// /print/plan/:id: the plan on paper. `concept` is the draft of now; any other id is a plan as it was finished.
import { planByTheme, sumOf } from '../../../domain/plan/plan.ts';
import type { FinishedLine, PlanKind, Theme } from '../../../domain/rows.ts';
import { useMe, useRow } from '../../data.ts';
import { Info, Printer } from '../../icons.ts';
import { nlPlan } from '../../nl/plan.ts';
import { nlPrint } from '../../nl/print-decisions.ts';
import { BackLink, Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Mark } from '../../parts/mark.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { usePageTitle } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { useParam } from '../../router.tsx';
import { RangeTable } from './range-table.tsx';
import { planHome, useMayDraft, usePlan, useVersions } from './use-plan.ts';
import { planTheme } from './words.ts';

interface Printed {
  readonly year: number;
  readonly finishedOn: string | null;
  readonly grantCents: number;
  readonly carriedCents: number;
  readonly lines: readonly FinishedLine[];
}

export function PrintPlanScreen() {
  const id = useParam('id');
  const mayDraft = useMayDraft();
  return id === 'concept' && mayDraft ? <Concept /> : <Finished id={id} />;
}

function Concept() {
  const plan = usePlan();
  if (plan === undefined) return null;
  const { year, means, lines } = plan;
  const { grantCents, carriedCents } = means;
  const kept = lines.filter(({ leftOut }) => !leftOut);
  return <Paper plan={{ year, finishedOn: null, grantCents, carriedCents, lines: kept }} />;
}

function Finished({ id }: { readonly id: string }) {
  const { loaded, value } = useVersions();
  if (!loaded) return null;
  const plan = value.find((version) => version.id === id);
  if (plan !== undefined) return <Paper plan={plan} />;
  return (
    <main id="inhoud" class="bk-main" tabIndex={-1}>
      <Empty page title={nlPlan.print.missing}>
        <BackLink href={planHome}>{nlPlan.finish.versions}</BackLink>
      </Empty>
    </main>
  );
}

function Paper({ plan }: { readonly plan: Printed }) {
  const { year, finishedOn, grantCents, carriedCents, lines } = plan;
  const { committee, budgetYear } = useMe();
  const themes = useRow('budgetYear', String(year))?.themes ?? budgetYear?.themes ?? [];
  const heading = usePageTitle(nlPlan.title(year));
  const sums = sumOf(lines);
  return (
    <>
      <header class="bk-noprint bk-paper-tools bk-row bk-between">
        <BackLink href={planHome}>{nlPlan.title(year)}</BackLink>
        <Button kind="primary" icon={Printer} onClick={() => print()}>
          {nlPlan.print.button}
        </Button>
      </header>
      <main class="bk-paper" id="inhoud" tabIndex={-1}>
        <header class="bk-paper-head">
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {nlPlan.title(year)}
            </h1>
            {committee !== undefined && <p>{nlPrint.committee(committee.bodyWord, committee.name)}</p>}
          </div>
          <Mark />
        </header>
        {finishedOn === null ? (
          <Note icon={Info}>{nlPlan.print.concept}</Note>
        ) : (
          <p>{nlPlan.print.finished(finishedOn)}</p>
        )}
        <p>{nlPlan.print.how}</p>
        <SummaryList
          rows={[
            { label: nlPlan.sums.spend, value: <MoneyText cents={sums.expectedCents} strong /> },
            { label: nlPlan.sums.grant, value: <MoneyText cents={grantCents} /> },
            { label: nlPlan.sums.carried, value: <MoneyText cents={carriedCents} /> },
          ]}
        />
        <ByTheme lines={lines} themes={themes} />
        {(Object.keys(nlPlan.kinds) as readonly PlanKind[]).map((kind) => (
          <Kind key={kind} kind={kind} lines={lines.filter((line) => line.kind === kind)} />
        ))}
      </main>
    </>
  );
}

interface PartProps {
  readonly lines: readonly FinishedLine[];
}

function ByTheme({ lines, themes }: PartProps & { readonly themes: readonly Theme[] }) {
  const rows = planByTheme(lines).map((row) => ({ ...row, name: planTheme(themes, row.theme) }));
  return (
    <section class="bk-stack bk-gap-2">
      <h2>{nlPlan.themes.title}</h2>
      <RangeTable rows={rows} total={sumOf(rows)} />
    </section>
  );
}

function Kind({ kind, lines }: PartProps & { readonly kind: PlanKind }) {
  if (lines.length === 0) return null;
  const rows = lines.map((line) => ({ ...line, name: line.title }));
  return (
    <section class="bk-stack bk-gap-2">
      <h2>{nlPlan.kinds[kind]}</h2>
      <RangeTable rows={rows} total={sumOf(lines)} of={nlPlan.xlsx.what} />
    </section>
  );
}

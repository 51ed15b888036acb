// /kas/plan: next year's spending plan. A draft that is there already; a line is changed in a form of its own.
import { useMe } from '../../data.ts';
import { nlPlan } from '../../nl/plan.ts';
import { BackLink, LinkButton } from '../../parts/button.tsx';
import { Columns, Stack } from '../../parts/card.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { LocalMark } from '../../parts/status.tsx';
import { useLocation } from '../../router.tsx';
import { FinishCard, VersionsCard } from './finish-card.tsx';
import { LineForm } from './line-form.tsx';
import { LineLists } from './line-lists.tsx';
import { SumsCard } from './sums-card.tsx';
import { ThemesCard } from './themes-card.tsx';
import { planHome, useMayDraft, usePlan } from './use-plan.ts';

export function PlanScreen() {
  const { query, route } = useLocation();
  const mayDraft = useMayDraft();
  const plan = usePlan();
  const { year } = useMe();
  if (plan === undefined) return null;
  const asked = query['regel'];
  if (!mayDraft) {
    return (
      <Stack gap={5}>
        <PageHead title={nlPlan.title(year + 1)} lead={nlPlan.finish.readOnly} />
        <VersionsCard versions={plan.versions} />
      </Stack>
    );
  }
  if (asked !== undefined) {
    return (
      <Stack gap={4}>
        <BackLink href={planHome}>{nlPlan.title(plan.year)}</BackLink>
        <div class="bk-narrow">
          <LineForm key={asked} plan={plan} lineKey={asked} onDone={() => route(planHome)} />
        </div>
      </Stack>
    );
  }
  return (
    <>
      <BackLink href="/kas">{nlPlan.back}</BackLink>
      <PageHead title={nlPlan.title(plan.year)} lead={nlPlan.lead}>
        {plan.pending && <LocalMark />}
      </PageHead>
      <Columns kind="side">
        <Stack gap={5}>
          <LineLists plan={plan} />
          <LinkButton href={`${planHome}?regel=nieuw`}>{nlPlan.lines.add}</LinkButton>
        </Stack>
        <Stack gap={5}>
          <SumsCard plan={plan} />
          <ThemesCard plan={plan} />
          <FinishCard plan={plan} />
          <VersionsCard versions={plan.versions} />
        </Stack>
      </Columns>
    </>
  );
}

// Regels en thema's of the year: the list, one rule, and the themes with their two wordings.
import type { Rule, RuleOwner } from '../../../domain/rows.ts';
import { mayI, type Seen, useCommand, useMe, useRows } from '../../data.ts';
import { nlBarriers } from '../../nl/barriers.ts';
import { nlRules } from '../../nl/rules.ts';
import { BackLink, Button, LinkButton } from '../../parts/button.tsx';
import { Card, CardHead, Stack } from '../../parts/card.tsx';
import { Item, List } from '../../parts/list.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { LocalMark } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useLocation } from '../../router.tsx';
import { YearChips } from '../../year-choice.tsx';
import { BarrierList } from './barrier-list.tsx';
import { BarriersForm } from './barriers-form.tsx';
import { RuleForm } from './rule-form.tsx';
import { SecondCard, SecondForm } from './second-form.tsx';
import { ThemesForm } from './themes-form.tsx';

const home = '/instellingen/regels';

export function RulesScreen() {
  const { query, route } = useLocation();
  const { year } = useMe();
  const rules = useRows('rule', 'year', year);
  const done = () => route(home);
  const asked = query['regel'];
  const barriers = query['drempels'] !== undefined;
  const second = query['tweede'] !== undefined;
  if (query['themas'] === undefined && !barriers && !second && asked === undefined) return <Overview rules={rules} />;
  const rule = rules.find(({ id }) => id === asked);
  return (
    <Stack gap={4}>
      <BackLink href={home}>{nlRules.of(year)}</BackLink>
      {asked !== undefined && <RuleForm key={asked} rule={rule} onDone={done} />}
      {second && <SecondForm onDone={done} />}
      {asked === undefined && !second && (barriers ? <BarriersForm onDone={done} /> : <ThemesForm onDone={done} />)}
    </Stack>
  );
}

function Overview({ rules }: { readonly rules: readonly Seen<'rule'>[] }) {
  const { year } = useMe();
  const standing = [...rules].sort(
    (a, b) => Number(a.retired) - Number(b.retired) || a.text.localeCompare(b.text, 'nl'),
  );
  return (
    <Stack gap={5}>
      <BackLink href="/instellingen">{nlRules.back}</BackLink>
      <PageHead title={nlRules.of(year)} />
      <YearChips />
      {rules.length === 0 && <p class="bk-soft">{nlRules.none}</p>}
      {(['body', 'city'] as const).map((owner) => (
        <RuleList key={owner} owner={owner} rules={standing.filter((rule) => rule.owner === owner)} />
      ))}
      {mayI('rule.add') && <LinkButton href={`${home}?regel=nieuw`}>{nlRules.add}</LinkButton>}
      <CopyRules count={rules.length} />
      <SecondCard href={`${home}?tweede=1`} />
      <ThemesCard />
      <BarriersCard />
    </Stack>
  );
}

function RuleList({ owner, rules }: { readonly owner: RuleOwner; readonly rules: readonly Seen<'rule'>[] }) {
  if (rules.length === 0) return null;
  return (
    <Card labelledBy={owner}>
      <CardHead id={owner} title={nlRules.owners[owner]} />
      <List kind="bleed" label={nlRules.owners[owner]}>
        {rules.map((rule) => (
          <Item
            key={rule.id}
            title={rule.text}
            lines={linesOf(rule)}
            end={rule.pending ? <LocalMark /> : undefined}
            href={mayI('rule.change') ? `${home}?regel=${encodeURIComponent(rule.id)}` : undefined}
          />
        ))}
      </List>
    </Card>
  );
}

const linesOf = ({ retired, check, limit, unlessAbove, help }: Rule): readonly string[] => [
  retired ? nlRules.retired : nlRules.limit(check, limit),
  ...(unlessAbove == null ? [] : [nlRules.unless(unlessAbove)]),
  ...(help === '' ? [] : [help]),
];

/** To the year after, once that is open; from the year before, while this one has none. */
function CopyRules({ count }: { readonly count: number }) {
  const { year } = useMe();
  const years = useRows('budgetYear').map((one) => one.year);
  const before = useRows('rule', 'year', year - 1).filter(({ retired }) => !retired);
  const command = useCommand('rule.copy');
  const next = years.includes(year + 1) && count > 0;
  const [from, to] = next ? [year, year + 1] : [year - 1, year];
  if (!mayI('rule.copy') || !(next || (count === 0 && before.length > 0))) return null;
  const copy = async () => {
    const sent = await command.send({ fromYear: from, toYear: to });
    if (sent.saved) showToast({ text: nlRules.copied(next ? count : before.length) });
  };
  return (
    <Button busy={command.busy} onClick={() => void copy()}>
      {nlRules.copy(from, to)}
    </Button>
  );
}

function ThemesCard() {
  const { budgetYear } = useMe();
  const { themes: words } = nlRules;
  return (
    <Card labelledBy="themas">
      <CardHead id="themas" title={words.title} />
      <SummaryList
        rows={(budgetYear?.themes ?? []).map(({ number, name, plain }) => ({
          label: `${number}. ${name}`,
          value: plain,
        }))}
      />
      {mayI('budgetYear.change') && <LinkButton href={`${home}?themas=1`}>{words.edit}</LinkButton>}
    </Card>
  );
}

function BarriersCard() {
  const { budgetYear } = useMe();
  const barriers = budgetYear?.barriers ?? [];
  return (
    <Card labelledBy="drempels">
      <CardHead id="drempels" title={nlBarriers.title} />
      {barriers.length === 0 && <p class="bk-soft">{nlBarriers.none}</p>}
      <BarrierList budgetYear={budgetYear} />
      {mayI('budgetYear.change') && <LinkButton href={`${home}?drempels=1`}>{nlBarriers.edit}</LinkButton>}
    </Card>
  );
}

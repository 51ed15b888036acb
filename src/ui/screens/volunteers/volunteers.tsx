// /vrijwilligers: what volunteers gave to the budget in a year, what thanked them, and how well known the budget is.
import type { ComponentType } from 'preact';
import { isCommitteeRole } from '../../../domain/access.ts';
import { compareDates } from '../../../domain/dates.ts';
import { hoursSaved, minutesByHand, wholeHours } from '../../../domain/insight/hoursSaved.ts';
import { familiarityOf, hoursOfYear, thanksSpent } from '../../../domain/wijk.ts';
import { mayI, Refusal, useCommand, useMe, useRows } from '../../data.ts';
import { day } from '../../format.ts';
import { nlVolunteers } from '../../nl/volunteers.ts';
import { BackLink, Button, LinkButton } from '../../parts/button.tsx';
import { Card, CardHead, Columns, Stack } from '../../parts/card.tsx';
import { Item, List } from '../../parts/list.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { LocalMark } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { useLocation } from '../../router.tsx';
import { YearChips } from '../../year-choice.tsx';
import type { PartProps } from '../settings/form-frame.tsx';
import { FamiliarityForm } from './familiarity-form.tsx';
import { HoursForm } from './hours-form.tsx';
import { ThanksForm } from './thanks-form.tsx';

const home = '/vrijwilligers';
const forms: Readonly<Record<string, ComponentType<PartProps>>> = {
  uren: HoursForm,
  telling: FamiliarityForm,
  bedankjes: ThanksForm,
};

export function VolunteersScreen() {
  const { query, route } = useLocation();
  const { year } = useMe();
  const asked = query['doe'] ?? '';
  const Asked = Object.hasOwn(forms, asked) ? forms[asked] : undefined;
  if (Asked === undefined) return <Overview />;
  return (
    <Stack gap={4}>
      <BackLink href={home}>{nlVolunteers.title(year)}</BackLink>
      <div class="bk-narrow">
        <Asked onDone={() => route(home)} />
      </div>
    </Stack>
  );
}

function Overview() {
  const { year, access } = useMe();
  return (
    <>
      <BackLink href="/meer">{nlVolunteers.back}</BackLink>
      <PageHead title={nlVolunteers.title(year)} />
      <YearChips />
      <Columns kind="even">
        <Stack gap={5}>
          <HoursCard />
          <ThanksCard />
        </Stack>
        <Stack gap={5}>
          <FamiliarityCard />
          {isCommitteeRole(access.role) && <SavedCard />}
        </Stack>
      </Columns>
    </>
  );
}

function HoursCard() {
  const { year } = useMe();
  const { hours: words } = nlVolunteers;
  const rows = [...useRows('volunteerHours', 'year', year)].sort((a, b) => compareDates(b.workedOn, a.workedOn));
  const mine = new Set(useRows('proposal', 'year', year).map(({ id }) => id));
  const { own, projects } = hoursOfYear(
    rows,
    useRows('outcome').filter(({ id }) => mine.has(id)),
  );
  const hasDossiers = isCommitteeRole(useMe().access.role); // the district does not know the hours in projects
  const command = useCommand('volunteerHours.withdraw');
  const crossOut = mayI('volunteerHours.withdraw') ? (hoursId: string) => void command.send({ hoursId }) : undefined;
  return (
    <Card labelledBy="uren">
      <CardHead id="uren" title={words.title} />
      {rows.length === 0 && projects === 0 ? (
        <p class="bk-soft">{words.none}</p>
      ) : (
        <p>{hasDossiers ? words.sum(own, projects) : words.ownSum(own)}</p>
      )}
      {rows.length > 0 && (
        <List kind="bleed" label={words.title}>
          {rows.map(({ id, hours, what, workedOn, withdrawn, pending }) => (
            <Item
              key={id}
              person
              title={what}
              lines={[`${words.one(hours)}, ${day(workedOn)}`, ...(pending ? [<LocalMark key="here" />] : [])]}
              end={<CrossOut about={what} {...{ withdrawn }} onClick={crossOut && (() => crossOut(id))} />}
            />
          ))}
        </List>
      )}
      <Refusal command={command} />
      {mayI('volunteerHours.add') && <LinkButton href={`${home}?doe=uren`}>{words.add}</LinkButton>}
    </Card>
  );
}

function ThanksCard() {
  const { year, budgetYear } = useMe();
  const { thanks: words } = nlVolunteers;
  const spent = thanksSpent(useRows('organisationCost', 'year', year));
  const agreed = budgetYear?.thanksCents ?? 0;
  return (
    <Card labelledBy="bedankjes">
      <CardHead id="bedankjes" title={words.title} />
      <p>{words.of(spent, agreed)}</p>
      {agreed > 0 && spent > agreed && <p>{words.over(spent - agreed)}</p>}
      <p class="bk-small bk-soft">{words.lead}</p>
      <p class="bk-row bk-gap-3">
        {mayI('organisationCost.record') && <LinkButton href="/kas/jaar?doe=kosten">{words.cost}</LinkButton>}
        {mayI('budgetYear.change') && <LinkButton href={`${home}?doe=bedankjes`}>{words.change}</LinkButton>}
      </p>
    </Card>
  );
}

/** Counts of what is on this phone: who does not see the bank counts fewer, and the card says what was counted. */
function SavedCard() {
  const { year } = useMe();
  const { saved: words } = nlVolunteers;
  const saved = hoursSaved({
    year,
    meetings: useRows('meeting'),
    matches: useRows('bankMatch'),
    claims: useRows('claim'),
    proposals: useRows('proposal'),
    plans: useRows('spendingPlan'),
  });
  if (saved.length === 0) return null;
  const hours = wholeHours(saved);
  return (
    <Card labelledBy="bespaard">
      <CardHead id="bespaard" title={words.title} />
      <p>{hours === 0 ? words.some : words.sum(hours)}</p>
      <SummaryList
        rows={saved.map(({ by, count }) => ({ label: words.of[by], value: words.times(count, minutesByHand[by]) }))}
      />
      <p class="bk-small bk-soft">{words.note}</p>
    </Card>
  );
}

function FamiliarityCard() {
  const { year } = useMe();
  const { known: words } = nlVolunteers;
  const rows = [...useRows('familiarityCount', 'year', year)].sort((a, b) => compareDates(b.countedOn, a.countedOn));
  const names = new Map(useRows('person').map(({ id, name }) => [id, name]));
  const sum = familiarityOf(rows);
  const command = useCommand('familiarityCount.withdraw');
  const crossOut = mayI('familiarityCount.withdraw') ? (countId: string) => void command.send({ countId }) : undefined;
  return (
    <Card labelledBy="bekendheid">
      <CardHead id="bekendheid" title={words.title} />
      {sum === undefined ? <p class="bk-soft">{words.none}</p> : <p>{words.sum(sum.asked, sum.knew)}</p>}
      {sum !== undefined && <p class="bk-small bk-soft">{words.note}</p>}
      {rows.length > 0 && (
        <List kind="bleed" label={words.title}>
          {rows.map(({ id, askedCount, knewCount, place, countedOn, countedBy, withdrawn, pending }) => (
            <Item
              key={id}
              person
              title={words.one(askedCount, knewCount)}
              lines={[
                words.by(countedOn, place, names.get(countedBy) ?? ''),
                ...(pending ? [<LocalMark key="here" />] : []),
              ]}
              end={
                <CrossOut
                  about={`${words.one(askedCount, knewCount)}, ${day(countedOn)}`}
                  {...{ withdrawn }}
                  onClick={crossOut && (() => crossOut(id))}
                />
              }
            />
          ))}
        </List>
      )}
      <Refusal command={command} />
      {mayI('familiarityCount.add') && <LinkButton href={`${home}?doe=telling`}>{words.add}</LinkButton>}
    </Card>
  );
}

interface CrossOutProps {
  readonly about: string;
  readonly withdrawn: boolean;
  readonly onClick: (() => void) | undefined;
}

function CrossOut({ about, withdrawn, onClick }: CrossOutProps) {
  if (withdrawn) return <span class="bk-small bk-soft">{nlVolunteers.crossedOut}</span>;
  if (onClick === undefined) return null;
  return (
    <Button kind="quiet" name={`${nlVolunteers.crossOut}: ${about}`} onClick={onClick}>
      {nlVolunteers.crossOut}
    </Button>
  );
}

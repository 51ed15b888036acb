// Instellingen. The address holds which part is being changed, so that a reload in the middle comes back to it.
import { isCommitteeRole, visible } from '../../../domain/access.ts';
import { yearMoney } from '../../../domain/budget.ts';
import { showsFigures } from '../../../domain/insight/bodyFigures.ts';
import { defaultMeetingRules } from '../../../domain/votes.ts';
import { sessionStore } from '../../../store/app.ts';
import { mayI, useMe, useRow, useRows } from '../../data.ts';
import { OtherCommittees } from '../../gates.tsx';
import { useStore } from '../../hooks.ts';
import { CircleQuestionMark, ListChecks, MapPin, TabletSmartphone, UsersRound } from '../../icons.ts';
import { nlBodies } from '../../nl/bodies.ts';
import { nlQuarters, nlRules } from '../../nl/rules.ts';
import { nlSettings } from '../../nl/settings.ts';
import { nlVotingRules } from '../../nl/voting-rules.ts';
import { BackLink, LinkButton } from '../../parts/button.tsx';
import { Card, CardHead, Stack } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Disc } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { useLocation } from '../../router.tsx';
import { CommitteeForm } from './committee-form.tsx';
import { GrantForm } from './grant-form.tsx';
import { LimitForm } from './limit-form.tsx';
import { VotingForm } from './voting-form.tsx';
import { YearForm } from './year-form.tsx';

const home = '/instellingen';
const parts = {
  commissie: CommitteeForm,
  grens: LimitForm,
  geld: GrantForm,
  jaar: YearForm,
  stemmen: VotingForm,
} as const;
const hrefOf = (part: keyof typeof parts): string => `${home}?wijzig=${part}`;

export function SettingsScreen() {
  const { query, route } = useLocation();
  const asked = query['wijzig'] ?? '';
  if (!Object.hasOwn(parts, asked)) return <Overview />;
  const Part = parts[asked as keyof typeof parts];
  return (
    <Stack gap={4}>
      <BackLink href={home}>{nlSettings.title}</BackLink>
      <Part onDone={() => route(home)} />
    </Stack>
  );
}

function Overview() {
  const { committee, access } = useMe();
  const { here, members } = nlSettings;
  const session = useStore(sessionStore, (state) => state);
  const people = useRows('member').filter(({ active }) => active);
  return (
    <Stack gap={5}>
      <PageHead title={nlSettings.title} />
      {isCommitteeRole(access.role) && (
        <List>
          <Item
            title={members.link}
            lines={[
              `${members.count(people.length)}. ${mayI('member.add') ? members.linkNote : members.linkNoteReader}`,
            ]}
            href="/instellingen/leden"
            disc={
              <Disc>
                <Icon of={UsersRound} />
              </Disc>
            }
          />
        </List>
      )}
      {committee !== undefined && <CommitteeCard />}
      <YearCard />
      <List label={nlRules.label}>
        <Item
          title={nlRules.title}
          lines={[nlRules.linkNote]}
          href="/instellingen/regels"
          disc={
            <Disc>
              <Icon of={ListChecks} />
            </Disc>
          }
        />
        {mayI('quarter.add') && (
          <Item
            title={nlQuarters.title}
            lines={[nlQuarters.linkNote]}
            href="/instellingen/buurten"
            disc={
              <Disc>
                <Icon of={MapPin} />
              </Disc>
            }
          />
        )}
      </List>
      <List label={here.title}>
        <Item
          title={here.device}
          lines={[here.deviceNote]}
          href="/toestel"
          disc={
            <Disc>
              <Icon of={TabletSmartphone} />
            </Disc>
          }
        />
        <Item
          title={here.help}
          lines={[here.helpNote]}
          href="/hulp"
          disc={
            <Disc>
              <Icon of={CircleQuestionMark} />
            </Disc>
          }
        />
      </List>
      <OtherCommittees session={session} />
    </Stack>
  );
}

function CommitteeCard() {
  const { committee } = useMe();
  const { committee: words } = nlSettings;
  const rules = useRow('meetingRules', defaultMeetingRules.id) ?? defaultMeetingRules;
  if (committee === undefined) return null;
  const votingHref = mayI('meetingRules.change') ? { href: hrefOf('stemmen') } : {};
  const href = mayI('committee.change') ? { href: hrefOf('commissie') } : {};
  const { quorum } = committee;
  return (
    <Card labelledBy="commissie">
      <CardHead id="commissie" title={words.title} />
      <SummaryList
        rows={[
          { label: words.name, value: committee.name, ...href },
          { label: words.city, value: committee.city, ...href },
          { label: words.district, value: committee.district || words.noDistrict, ...href },
          { label: words.bodyWord, value: committee.bodyWord, ...href },
          {
            label: words.quarters,
            value: committee.quarters.length === 0 ? words.noQuarters : committee.quarters.join(', '),
            ...href,
          },
          {
            label: words.quorum,
            value: quorum.kind === 'count' ? words.count(quorum.count) : words.half,
            ...href,
          },
          { label: nlVotingRules.tie, value: nlVotingRules.ties[rules.tieRule].label, ...votingHref },
          {
            label: nlVotingRules.byName,
            value: nlVotingRules.byNameShort[rules.votesByName ? 'yes' : 'no'],
            ...votingHref,
          },
          {
            label: nlBodies.setting.label,
            value: showsFigures(committee) ? nlBodies.setting.yes : nlBodies.setting.no,
            ...href,
          },
        ]}
      />
    </Card>
  );
}

function YearCard() {
  const { year, budgetYear, access } = useMe();
  const years = useRows('budgetYear');
  const lines = useRows('ledgerLine', 'year', year);
  const { year: words } = nlSettings;
  const { confirmed, expected } = yearMoney(lines);
  const next = Math.max(year, ...years.map((one) => one.year)) + 1;
  return (
    <Card labelledBy="jaar">
      <CardHead id="jaar" title={words.title(year)} />
      <SummaryList
        rows={[
          // Whoever gets no lines of the ledger does not know the sum: that is not zero.
          ...(visible(access, 'dist')
            ? [
                {
                  label: words.grant,
                  value: (
                    <>
                      <MoneyText cents={confirmed.grantCents} />
                      {expected.grantCents !== confirmed.grantCents && (
                        <>
                          , <MoneyText cents={expected.grantCents - confirmed.grantCents} /> {words.pending}
                        </>
                      )}
                    </>
                  ),
                  ...(mayI('grant.add') ? { href: hrefOf('geld'), verb: words.addMoney } : {}),
                },
              ]
            : []),
          ...(budgetYear === undefined
            ? []
            : [
                {
                  label: isCommitteeRole(access.role) ? words.limit : words.limitOfOthers,
                  value: <MoneyText cents={budgetYear.smallLimitCents} />,
                  ...(mayI('budgetYear.change') ? { href: hrefOf('grens') } : {}),
                },
              ]),
        ]}
      />
      {mayI('budgetYear.open') && <LinkButton href={hrefOf('jaar')}>{words.openTitle(next)}</LinkButton>}
    </Card>
  );
}

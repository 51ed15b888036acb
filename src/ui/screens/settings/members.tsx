// Leden: who takes part, with which role. One member, or a new one, has an address of its own.
import { isCommitteeRole } from '../../../domain/access.ts';
import type { Role } from '../../../domain/rows.ts';
import { mayI, type Seen, useMe, useRows } from '../../data.ts';
import { UserPlus, UserRoundX, UsersRound } from '../../icons.ts';
import { nlSettings } from '../../nl/settings.ts';
import { BackLink, LinkButton } from '../../parts/button.tsx';
import { Section, Stack } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Disc, LocalMark } from '../../parts/status.tsx';
import { useLocation } from '../../router.tsx';
import { AddMember } from './add-member.tsx';
import { MemberPage } from './member-page.tsx';

export const membersHref = '/instellingen/leden';
const newMember = 'nieuw';
const hrefOf = (id: string): string => `${membersHref}?lid=${id}`;

export function MembersScreen() {
  const { query, route } = useLocation();
  const { access } = useMe();
  const asked = query['lid'];
  if (!isCommitteeRole(access.role)) {
    const { title, hidden } = nlSettings.members;
    return (
      <Stack gap={5}>
        <BackLink href="/instellingen">{nlSettings.title}</BackLink>
        <PageHead title={title} lead={hidden} />
      </Stack>
    );
  }
  if (asked === undefined) return <MemberList />;
  return (
    <Stack gap={4}>
      <BackLink href={membersHref}>{nlSettings.members.back}</BackLink>
      {asked === newMember ? (
        <AddMember onAdded={(id) => route(hrefOf(id))} onCancel={() => route(membersHref)} />
      ) : (
        <MemberPage personId={asked} />
      )}
    </Stack>
  );
}

const order: readonly Role[] = [
  'chair',
  'secretary',
  'treasurer',
  'member',
  'auditor',
  'district_manager',
  'initiator',
];

function MemberList() {
  const members = useRows('member');
  const people = useRows('person');
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = ({ id }: Seen<'member'>): string => names.get(id) ?? nlSettings.members.noName;
  const sorted = [...members].sort(
    (a, b) => order.indexOf(a.role) - order.indexOf(b.role) || nameOf(a).localeCompare(nameOf(b), 'nl'),
  );
  const former = sorted.filter(({ active }) => !active);
  const { members: words } = nlSettings;
  return (
    <Stack gap={5}>
      <BackLink href="/instellingen">{nlSettings.title}</BackLink>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          mayI('member.add') ? (
            <LinkButton kind="primary" icon={UserPlus} href={hrefOf(newMember)}>
              {words.add}
            </LinkButton>
          ) : undefined
        }
      />
      <List label={words.title}>
        {sorted
          .filter(({ active }) => active)
          .map((member) => (
            <MemberItem key={member.id} member={member} name={nameOf(member)} />
          ))}
      </List>
      {former.length > 0 && (
        <Section id="eerder" title={words.former}>
          <List>
            {former.map((member) => (
              <MemberItem key={member.id} member={member} name={nameOf(member)} />
            ))}
          </List>
        </Section>
      )}
    </Stack>
  );
}

function MemberItem({ member, name }: { readonly member: Seen<'member'>; readonly name: string }) {
  const { personId } = useMe();
  const { id, role, active, pending } = member;
  const word = nlSettings.role(role).label;
  return (
    <Item
      title={name}
      lines={[
        id === personId ? `${word}. ${nlSettings.members.you}` : word,
        ...(pending ? [<LocalMark key="l" />] : []),
      ]}
      href={hrefOf(id)}
      disc={
        <Disc tone={active ? 'plain' : 'later'}>
          <Icon of={active ? UsersRound : UserRoundX} />
        </Disc>
      }
    />
  );
}

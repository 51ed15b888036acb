// Meer: on a phone, the screens that the bottom bar has no room for. Only those that exist in this build.
import { useContext } from 'preact/hooks';
import { isCommitteeRole } from '../../../domain/access.ts';
import { sessionStore } from '../../../store/app.ts';
import { PathsContext } from '../../app-context.tsx';
import { mayI, useMe } from '../../data.ts';
import { OtherCommittees } from '../../gates.tsx';
import { useStore } from '../../hooks.ts';
import {
  ChartNoAxesColumn,
  CircleQuestionMark,
  Gavel,
  Handshake,
  Lightbulb,
  ListChecks,
  MapIcon,
  MessagesSquare,
  Settings,
  TabletSmartphone,
  UsersRound,
} from '../../icons.ts';
import { nlMore } from '../../nl/more.ts';
import { nlPractice } from '../../nl/practice.ts';
import { nlTasks } from '../../nl/tasks.ts';
import { nlVolunteers } from '../../nl/volunteers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { type Place, Places } from '../../parts/places.tsx';

interface MorePlace extends Place {
  /** Initiators have no business here. */
  readonly committeeOnly?: boolean;
  readonly districtOnly?: boolean;
}

const places: readonly MorePlace[] = [
  { href: '/taken', icon: ListChecks, ...nlTasks.menu, committeeOnly: true },
  { href: '/taken', icon: ListChecks, ...nlTasks.district.menu, districtOnly: true },
  { href: '/verantwoording', icon: ChartNoAxesColumn, ...nlMore.accountability },
  { href: '/wijken', icon: MapIcon, ...nlMore.neighbourhoods },
  { href: '/ideeen', icon: Lightbulb, ...nlMore.ideas, committeeOnly: true },
  { href: '/advies', icon: MessagesSquare, ...nlMore.advice, districtOnly: true },
  { href: '/vrijwilligers', icon: Handshake, ...nlVolunteers.menu, committeeOnly: true },
  { href: '/toestel', icon: TabletSmartphone, ...nlMore.device },
  { href: '/instellingen/leden', icon: UsersRound, ...nlMore.members, committeeOnly: true },
  { href: '/instellingen', icon: Settings, ...nlMore.settings },
  { href: '/oefenen', icon: Gavel, ...nlPractice.link },
  { href: '/hulp', icon: CircleQuestionMark, ...nlMore.help },
];

export function MoreScreen() {
  const { access } = useMe();
  const paths = useContext(PathsContext);
  const session = useStore(sessionStore, (state) => state);
  const shown = places.filter(
    ({ href, committeeOnly = false, districtOnly = false }) =>
      paths.includes(href) &&
      (!committeeOnly || isCommitteeRole(access.role)) &&
      (!districtOnly || mayI('advice.answer')),
  );
  return (
    <>
      <PageHead title={nlMore.title} />
      <Places places={shown} />
      <OtherCommittees session={session} />
    </>
  );
}

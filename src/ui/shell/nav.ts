import {
  ChartNoAxesColumn,
  Files,
  House,
  MapIcon,
  Menu,
  Settings,
  TabletSmartphone,
  UsersRound,
  Wallet,
} from '../icons.ts';
import { nl } from '../nl/index.ts';
import type { IconData } from '../parts/icon.tsx';

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: IconData;
  /** The bottom bar of a phone has room for five; the rest stands under "Meer". */
  readonly on: 'both' | 'wide' | 'narrow';
  /** Other addresses that belong to this item. */
  readonly also?: readonly string[] | undefined;
}

const items: readonly NavItem[] = [
  { href: '/', label: nl.nav.today, icon: House, on: 'both', also: ['/taken'] },
  { href: '/aanvragen', label: nl.nav.proposals, icon: Files, on: 'both' },
  { href: '/vergadering', label: nl.nav.meeting, icon: UsersRound, on: 'both' },
  { href: '/kas', label: nl.nav.kas, icon: Wallet, on: 'both', also: ['/bon'] },
  {
    href: '/meer',
    label: nl.nav.more,
    icon: Menu,
    on: 'narrow',
    also: ['/verantwoording', '/wijken', '/toestel', '/instellingen', '/hulp'],
  },
  { href: '/verantwoording', label: nl.nav.accountability, icon: ChartNoAxesColumn, on: 'wide' },
  { href: '/wijken', label: nl.nav.neighbourhoods, icon: MapIcon, on: 'wide' },
  { href: '/toestel', label: nl.nav.device, icon: TabletSmartphone, on: 'wide' },
  { href: '/instellingen', label: nl.nav.settings, icon: Settings, on: 'wide' },
];

/** The items whose screen exists in this build. */
export function navItems(paths: readonly string[]): readonly NavItem[] {
  return items.filter(({ href }) => paths.includes(href));
}

export function isCurrent(item: NavItem, path: string): boolean {
  return [item.href, ...(item.also ?? [])].some((start) =>
    start === '/' ? path === '/' : path === start || path.startsWith(`${start}/`),
  );
}

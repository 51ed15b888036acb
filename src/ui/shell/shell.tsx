import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { Lamp, Moon, RefreshCw } from '../icons.ts';
import { nl } from '../nl/index.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Brand } from '../parts/mark.tsx';
import { Roofline } from '../parts/roofline.tsx';
import { ToastRegion } from '../parts/toast.tsx';
import { themeStore, toggleTheme } from '../theme.ts';
import { useStore } from '../use-store.ts';
import { isCurrent, type NavItem } from './nav.ts';
import { SyncBar, type SyncStatus } from './sync-bar.tsx';

export interface ShellProps {
  readonly neighbourhood: string;
  /** "Commissie wijkbudget Spoelkwartier", on a laptop beside the year. */
  readonly committeeName: string;
  readonly year: number;
  readonly items: readonly NavItem[];
  /** Tasks that wait for this person, on the item with that href. */
  readonly counts?: Readonly<Record<string, number>> | undefined;
  /** None in an invented wijk: it has no server. */
  readonly sync: SyncStatus | undefined;
  /** One narrow column: forms, Toestel. */
  readonly narrow?: boolean | undefined;
  /** A newer version of the app is ready; applying it loads the page again. */
  readonly onUpdate?: (() => void) | undefined;
  /** More tools in the top bar, before the theme button. */
  readonly tools?: ComponentChildren | undefined;
  readonly children: ComponentChildren;
}

/** The frame around every screen of a committee: bottom bar on a phone, rail on a laptop. */
export function Shell(props: ShellProps) {
  const { neighbourhood, committeeName, year, items, counts = {}, sync, onUpdate } = props;
  return (
    <>
      <SkipLink />
      <div class="bk-app">
        <Nav neighbourhood={neighbourhood} items={items} counts={counts} />
        <header class="bk-top">
          <Brand href="/" sub={`${neighbourhood} · ${year}`} narrowOnly />
          <span class="bk-where bk-only-wide bk-soft">
            {committeeName} · <b>{year}</b>
          </span>
          {sync !== undefined && <SyncBar status={sync} />}
          <div class="bk-tools">
            {props.tools}
            <ThemeButton />
          </div>
          {onUpdate !== undefined && <UpdateBar onUpdate={onUpdate} />}
        </header>
        <Main narrow={props.narrow}>{props.children}</Main>
      </div>
      <ToastRegion />
    </>
  );
}

export interface BareShellProps {
  /** Second line of the brand: the subject of the form, "Wijkbudget Spoelkwartier". None where nothing is known yet. */
  readonly sub?: string | undefined;
  readonly brandHref?: string | undefined;
  /** A SyncBar or a SavedBar. */
  readonly bar?: ComponentChildren | undefined;
  /** The way out, the language. */
  readonly tools?: ComponentChildren | undefined;
  readonly wide?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** A frame without a menu: one task from begin to end (bon, form of a resident, sign in, first use). */
export function BareShell({ sub, brandHref = '/', bar, tools, wide = false, children }: BareShellProps) {
  return (
    <>
      <SkipLink />
      <div class="bk-app bk-app--bare">
        <header class="bk-top">
          <Brand href={brandHref} sub={sub} />
          {bar}
          <div class="bk-tools">{tools}</div>
        </header>
        <Main narrow={!wide}>{children}</Main>
      </div>
      <ToastRegion />
    </>
  );
}

const mainId = 'inhoud';

function SkipLink() {
  return (
    <a
      class="bk-skip"
      href={`#${mainId}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(mainId)?.focus();
      }}
    >
      {nl.skip}
    </a>
  );
}

function Main({ narrow, children }: { readonly narrow: boolean | undefined; readonly children: ComponentChildren }) {
  return (
    <main class={narrow ? 'bk-main bk-main--narrow' : 'bk-main'} id={mainId} tabIndex={-1}>
      {children}
    </main>
  );
}

interface NavProps {
  readonly neighbourhood: string;
  readonly items: readonly NavItem[];
  readonly counts: Readonly<Record<string, number>>;
}

function Nav({ neighbourhood, items, counts }: NavProps) {
  const { path } = useLocation();
  return (
    <nav class="bk-nav" aria-label={nl.nav.label}>
      <Brand href="/" sub={neighbourhood} />
      <ul>
        {items.map((item) => (
          <li key={item.href} class={item.on === 'both' ? undefined : `bk-only-${item.on}`}>
            <NavLink item={item} count={counts[item.href] ?? 0} current={isCurrent(item, path)} />
          </li>
        ))}
      </ul>
      <div class="bk-nav-foot">
        <Roofline kind="rail" />
      </div>
    </nav>
  );
}

interface NavLinkProps {
  readonly item: NavItem;
  readonly count: number;
  readonly current: boolean;
}

function NavLink({ item, count, current }: NavLinkProps) {
  return (
    <a href={item.href} aria-current={current ? 'page' : undefined}>
      <span>
        <Icon of={item.icon} />
        {count > 0 && (
          <b class="bk-count bk-only-narrow" aria-hidden="true">
            {count}
          </b>
        )}
      </span>
      <span>{item.label}</span>
      {count > 0 && (
        <b class="bk-count bk-only-wide">
          {count}
          <span class="bk-hidden">{nl.nav.tasks(count)}</span>
        </b>
      )}
    </a>
  );
}

/** Moon or lamp: zaal on, zaal off. */
export function ThemeButton() {
  const zaal = useStore(themeStore, (state) => state.theme === 'zaal');
  return (
    <IconButton
      icon={zaal ? Lamp : Moon}
      label={zaal ? nl.theme.turnOff : nl.theme.turnOn}
      pressed={zaal}
      onClick={toggleTheme}
    />
  );
}

function UpdateBar({ onUpdate }: { readonly onUpdate: () => void }) {
  return (
    <div class="bk-update" role="status">
      <Icon of={RefreshCw} />
      <span>{nl.update.waiting}</span>
      <Button kind="quiet" onClick={onUpdate}>
        {nl.update.apply}
      </Button>
    </div>
  );
}

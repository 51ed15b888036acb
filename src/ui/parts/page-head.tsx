import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { setPageTitle } from '../title.ts';
import { classes } from './classes.ts';

export interface PageHeadProps {
  readonly title: string;
  /** Title of the tab when it says more than the h1 ("Hoeveel geld vraagt u? Vraag 5 van 8"). */
  readonly tabTitle?: string | undefined;
  /** One short line above the h1. */
  readonly kicker?: ComponentChildren | undefined;
  readonly lead?: ComponentChildren | undefined;
  /** Buttons at the end of the line. */
  readonly actions?: ComponentChildren | undefined;
  /** Badges below the h1. */
  readonly children?: ComponentChildren | undefined;
  /** Changes when the page becomes another one without a new address (the next question): moves focus again. */
  readonly focusKey?: string | number | undefined;
}

/** The one h1 of a screen. After navigation it gets the focus, so that a screen reader starts there. */
export function PageHead(props: PageHeadProps) {
  const { title, kicker, lead, actions, children } = props;
  const heading = usePageTitle(props.tabTitle ?? title, props.focusKey);
  const h1 = (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  );
  if (actions !== undefined && kicker === undefined && lead === undefined && children === undefined) {
    return (
      <div class="bk-head bk-page-head">
        {h1}
        {actions}
      </div>
    );
  }
  return (
    <div class={classes('bk-page-head')}>
      {kicker !== undefined && <p class="bk-kicker">{kicker}</p>}
      {actions === undefined ? (
        h1
      ) : (
        <div class="bk-head">
          {h1}
          {actions}
        </div>
      )}
      {lead !== undefined && <p class="bk-lead">{lead}</p>}
      {children !== undefined && <div class="bk-row bk-gap-2">{children}</div>}
    </div>
  );
}

let firstPageSeen = false;

/** For a page that draws its own h1 (tabIndex -1): gives the ref, sets the title, moves focus after navigation. */
export function usePageTitle(title: string, focusKey?: string | number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { path } = useLocation();
  useEffect(() => setPageTitle(title), [title]);
  // A new address or question moves the focus, a new title does not.
  useEffect(() => {
    // The very first page keeps the focus of the browser: nobody navigated yet.
    if (firstPageSeen) heading.current?.focus({ preventScroll: true });
    firstPageSeen = true;
  }, [path, focusKey]);
  return heading;
}

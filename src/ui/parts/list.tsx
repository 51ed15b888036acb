import type { ComponentChildren } from 'preact';
import { ChevronRight } from '../icons.ts';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';

export interface ListProps {
  /** `card` stands alone, `bleed` reaches the edges of the card it lies in, `agenda` has a mark for the item at hand. */
  readonly kind?: 'card' | 'bleed' | 'agenda' | undefined;
  readonly ordered?: boolean | undefined;
  readonly label?: string | undefined;
  /** Items. */
  readonly children: ComponentChildren;
}

export function List({ kind = 'card', ordered = false, label, children }: ListProps) {
  const Tag = ordered ? 'ol' : 'ul';
  const look = { card: 'bk-card bk-card--flush bk-list', bleed: 'bk-list bk-bleed', agenda: 'bk-agenda' }[kind];
  return (
    <Tag class={look} aria-label={label}>
      {children}
    </Tag>
  );
}

export interface ItemProps {
  readonly title: ComponentChildren;
  /** Small lines under the title. `strong` marks the one with the date that counts. */
  readonly lines?: readonly (ComponentChildren | { readonly strong: ComponentChildren })[] | undefined;
  /** A Disc. */
  readonly disc?: ComponentChildren | undefined;
  /** Badge or amount at the end. */
  readonly end?: ComponentChildren | undefined;
  /** The whole card is one target. Without href or onClick it is only read. */
  readonly href?: string | undefined;
  readonly onClick?: (() => void) | undefined;
  /** The item at hand: agenda point, step. */
  readonly current?: 'step' | 'true' | undefined;
  /** A row with its own control at the end (attendance); no link then. */
  readonly person?: boolean | undefined;
  /** The title in normal weight: one line of text, no name. */
  readonly light?: boolean | undefined;
}

export function Item(props: ItemProps) {
  const { title, lines = [], disc, end, href, onClick, current, person = false, light = false } = props;
  const goes = href !== undefined || onClick !== undefined;
  const inside = (
    <>
      {disc}
      <span class={person ? 'bk-person-words' : 'bk-grow'}>
        {light ? title : <b>{title}</b>}
        {lines.map((line, index) =>
          isStrong(line) ? (
            <small key={index} class="bk-strong">
              {line.strong}
            </small>
          ) : (
            <small key={index}>{line}</small>
          ),
        )}
      </span>
      {end}
      {goes && end === undefined && <Icon of={ChevronRight} />}
    </>
  );
  if (href !== undefined) {
    return (
      <li>
        <a class="bk-item" href={href} aria-current={current}>
          {inside}
        </a>
      </li>
    );
  }
  if (onClick !== undefined) {
    return (
      <li>
        <button type="button" class="bk-item" aria-current={current} onClick={onClick}>
          {inside}
        </button>
      </li>
    );
  }
  return (
    <li class={classes('bk-item', person && 'bk-person')} aria-current={current}>
      {inside}
    </li>
  );
}

function isStrong(line: unknown): line is { readonly strong: ComponentChildren } {
  return typeof line === 'object' && line !== null && 'strong' in line && !('type' in line);
}

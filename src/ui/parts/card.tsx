import type { ComponentChildren } from 'preact';
import { classes } from './classes.ts';
import { Roofline } from './roofline.tsx';

export interface CardProps {
  /** `sun` means "your turn", once a screen at most; `brand` is for the public; `well` is sunken. */
  readonly kind?: 'plain' | 'sun' | 'brand' | 'tint' | 'well' | undefined;
  /** The street at the foot; for `sun` and `brand`. */
  readonly roof?: boolean | undefined;
  /** No padding: for lists, tables and tabs that reach the edge. */
  readonly flush?: boolean | undefined;
  /** Space between the children; `false` leaves the layout to them. */
  readonly gap?: 1 | 2 | 3 | 4 | 5 | false | undefined;
  /** On a phone this card comes first in a page of two columns. */
  readonly first?: boolean | undefined;
  /** The id of the heading inside: makes it a named region. */
  readonly labelledBy?: string | undefined;
  readonly id?: string | undefined;
  /** `article` for one of several equal things, `div` when nothing names it. */
  readonly as?: 'section' | 'article' | 'div' | undefined;
  readonly children: ComponentChildren;
}

export function Card(props: CardProps) {
  const { kind = 'plain', roof = false, flush = false, gap = 4, first = false, as: Tag = 'section' } = props;
  const stacked = !flush && gap !== false;
  const stack = classes('bk-stack', gap !== 4 && `bk-gap-${gap}`);
  const roofed = roof && (kind === 'sun' || kind === 'brand');
  return (
    <Tag
      class={classes(
        'bk-card',
        kind !== 'plain' && `bk-card--${kind}`,
        roofed && 'bk-card--roof',
        flush && 'bk-card--flush',
        first && 'bk-first',
        stacked && !roofed && stack,
      )}
      id={props.id}
      aria-labelledby={props.labelledBy}
    >
      {roofed && stacked ? <div class={stack}>{props.children}</div> : props.children}
      {roofed && <Roofline kind={kind === 'sun' ? 'sun' : 'brand'} />}
    </Tag>
  );
}

export interface StackProps {
  readonly gap?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  readonly children: ComponentChildren;
}

/** Children below each other with equal space. */
export function Stack({ gap = 4, children }: StackProps) {
  return <div class={classes('bk-stack', gap !== 4 && `bk-gap-${gap}`)}>{children}</div>;
}

export interface ColumnsProps {
  /** `side` is a wide column and a narrow one; `even` two equal ones. Each child is a Stack. One column on a phone. */
  readonly kind: 'side' | 'even';
  readonly children: ComponentChildren;
}

export function Columns({ kind, children }: ColumnsProps) {
  return <div class={`bk-cols bk-cols--${kind}`}>{children}</div>;
}

export interface SectionProps {
  readonly title: ComponentChildren;
  /** At the end of the heading's line: a link or a short text. */
  readonly aside?: ComponentChildren | undefined;
  readonly id: string;
  readonly gap?: 2 | 3 | 4 | 5 | undefined;
  readonly children: ComponentChildren;
}

/** A named part of the page with its h2, outside a card. */
export function Section({ title, aside, id, gap = 3, children }: SectionProps) {
  return (
    <section class={classes('bk-stack', gap !== 4 && `bk-gap-${gap}`)} aria-labelledby={id}>
      <CardHead title={title} aside={aside} id={id} />
      {children}
    </section>
  );
}

/** The h2 of a card or section, with what stands at the end of its line. */
export function CardHead({ title, aside, id }: Pick<SectionProps, 'title' | 'aside' | 'id'>) {
  if (aside === undefined) return <h2 id={id}>{title}</h2>;
  return (
    <div class="bk-head">
      <h2 id={id}>{title}</h2>
      {aside}
    </div>
  );
}

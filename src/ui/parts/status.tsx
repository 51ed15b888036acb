import type { ComponentChildren } from 'preact';
import { TabletSmartphone } from '../icons.ts';
import { nl } from '../nl/index.ts';
import { classes } from './classes.ts';
import { Icon, type IconData } from './icon.tsx';

/** The meaning of a state. Never colour alone: each has its own mark and word. */
export type BadgeTone = 'turn' | 'look' | 'info' | 'ok' | 'bad' | 'quiet' | 'bare';

export interface BadgeProps {
  readonly tone?: BadgeTone | undefined;
  readonly icon: IconData;
  readonly children: ComponentChildren;
}

export function Badge({ tone = 'quiet', icon, children }: BadgeProps) {
  return (
    <span class={classes('bk-badge', tone !== 'quiet' && `bk-badge--${tone}`)}>
      <Icon of={icon} />
      {children}
    </span>
  );
}

export interface NoteProps {
  readonly tone?: 'quiet' | 'look' | 'bad' | 'ok' | undefined;
  readonly icon: IconData;
  /** Read out at once when it appears: for what the person just caused. */
  readonly live?: 'status' | 'alert' | undefined;
  readonly children: ComponentChildren;
}

export function Note({ tone = 'quiet', icon, live, children }: NoteProps) {
  return (
    <div class={classes('bk-note', tone !== 'quiet' && `bk-note--${tone}`)} role={live}>
      <Icon of={icon} />
      <div>{children}</div>
    </div>
  );
}

export interface DiscProps {
  readonly tone?: 'plain' | 'turn' | 'ok' | 'bad' | 'later' | undefined;
  /** An icon, or the number of an agenda item. */
  readonly children: ComponentChildren;
}

export function Disc({ tone = 'plain', children }: DiscProps) {
  return <span class={classes('bk-disc', tone !== 'plain' && `bk-disc--${tone}`)}>{children}</span>;
}

/** A number that asks for attention; `what` says to a screen reader what is counted. Shows nothing at zero. */
export function Count({ value, what }: { readonly value: number; readonly what?: string | undefined }) {
  if (value <= 0) return null;
  return (
    <b class="bk-count">
      {value}
      {what !== undefined && <span class="bk-hidden"> {what}</span>}
    </b>
  );
}

/** "Staat alleen op dit toestel": under the title of a record that the server does not have yet. */
export function LocalMark() {
  return (
    <small>
      <Icon of={TabletSmartphone} size="in" /> {nl.localOnly}
    </small>
  );
}

export interface BarProps {
  /** Between 0 and 1. */
  readonly share: number;
  /** What the bar says; without it the sentence beside it says so already. */
  readonly label?: string | undefined;
}

export function Bar({ share, label }: BarProps) {
  const fill = <span style={{ '--w': `${share * 100}%` }} />;
  if (label === undefined) {
    return (
      <div class="bk-bar" aria-hidden="true">
        {fill}
      </div>
    );
  }
  return (
    <div class="bk-bar" role="img" aria-label={label}>
      {fill}
    </div>
  );
}

/** "Vraag 5 van 8" with its bar: one question a page. */
export function Steps({
  at,
  of,
  text,
}: {
  readonly at: number;
  readonly of: number;
  readonly text: (at: number, of: number) => string;
}) {
  return (
    <div class="bk-steps">
      <span>{text(at, of)}</span>
      <Bar share={at / of} />
    </div>
  );
}

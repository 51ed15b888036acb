import { h } from 'preact';

/** Icon data as Lucide ships it: tags and attributes, no components. */
export type IconData = readonly (readonly [
  tag: string,
  attrs: Readonly<Record<string, string | number | undefined>>,
])[];

export interface IconProps {
  readonly of: IconData;
  /** `in` sits in a line of running text, `l` is for a tile; without it the icon follows the text. */
  readonly size?: 'in' | 'l' | undefined;
}

/** Always beside a word, so it is decoration for a screen reader. An icon-only button carries the word as aria-label. */
export function Icon({ of, size }: IconProps) {
  return (
    <svg class={size === undefined ? 'bk-icon' : `bk-icon bk-icon--${size}`} viewBox="0 0 24 24" aria-hidden="true">
      {of.map(([tag, attrs], index) => h(tag, { key: index, ...attrs }))}
    </svg>
  );
}

import type { ComponentChildren } from 'preact';
import { Count } from './status.tsx';

export interface Tab {
  readonly href: string;
  readonly label: string;
  readonly count?: number | undefined;
}

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The href of the tab that is shown. */
  readonly current: string;
}

/** Parts of one page as links, so that each has an address and the back button works. */
export function Tabs({ label, tabs, current }: TabsProps) {
  return (
    <nav class="bk-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.href === current ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && tab.count > 0 && (
            <>
              {' '}
              <Count value={tab.count} />
            </>
          )}
        </a>
      ))}
    </nav>
  );
}

export interface Chip<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly count?: number | undefined;
}

export interface ChipsProps<V extends string> {
  readonly label: string;
  readonly chips: readonly Chip<V>[];
  readonly value: V;
  readonly onValue: (value: V) => void;
}

/** Filters above a list: toggle buttons, one pressed. */
export function Chips<V extends string>({ label, chips, value, onValue }: ChipsProps<V>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would make this a form.
    <div class="bk-chips" role="group" aria-label={label}>
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          class="bk-chip"
          aria-pressed={chip.value === value}
          onClick={() => onValue(chip.value)}
        >
          {chip.label}
          {chip.count !== undefined && <span> {chip.count}</span>}
        </button>
      ))}
    </div>
  );
}

export interface QuickProps {
  readonly children: ComponentChildren;
}

/** Up to three tiles for what is done most: links with a large icon and a word. */
export function Quick({ children }: QuickProps) {
  return <div class="bk-quick">{children}</div>;
}

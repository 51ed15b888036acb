import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
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
  const bar = useRef<HTMLElement>(null);
  useInView(bar, '[aria-current]', current);
  return (
    <nav class="bk-tabs" aria-label={label} ref={bar}>
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
  const bar = useRef<HTMLDivElement>(null);
  useInView(bar, '[aria-pressed=true]', value);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would make this a form.
    <div class="bk-chips" role="group" aria-label={label} ref={bar}>
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

/** On a phone the bar scrolls sideways: the chosen one is never out of sight. The page itself does not move. */
function useInView(bar: RefObject<HTMLElement | null>, selector: string, chosen: string): void {
  useEffect(() => {
    const element = bar.current;
    const item = element?.querySelector<HTMLElement>(selector);
    if (!element || !item) return;
    const [outer, inner] = [element.getBoundingClientRect(), item.getBoundingClientRect()];
    if (inner.right > outer.right) element.scrollLeft += inner.right - outer.right + inViewMarginPx;
    if (inner.left < outer.left) element.scrollLeft -= outer.left - inner.left + inViewMarginPx;
  }, [bar, selector, chosen]);
}
const inViewMarginPx = 24;

export interface QuickProps {
  readonly children: ComponentChildren;
}

/** Up to three tiles for what is done most: links with a large icon and a word. */
export function Quick({ children }: QuickProps) {
  return <div class="bk-quick">{children}</div>;
}

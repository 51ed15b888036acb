// Light, or zaal: dark, for a dim hall. The choice belongs to this device and is never sent anywhere.
// public/start-theme.js does the same before the first paint, so that nothing flashes; keep the two alike.
import { createStore } from 'zustand/vanilla';

export type Theme = 'light' | 'zaal';

const storageKey = 'bk-theme';
/** Colour of the phone's own bar above the page: --bk-paper of each theme. */
const barColors: Readonly<Record<Theme, string>> = { light: '#f4f3ec', zaal: '#0d1719' };

export const themeStore = createStore<{ readonly theme: Theme }>(() => ({ theme: themeNow() }));

/** Applies the stored choice, else what the device prefers. Called once, at the start. */
export function startTheme(): void {
  apply(storedTheme() ?? preferredTheme());
}

export function toggleTheme(): void {
  const next = themeStore.getState().theme === 'zaal' ? 'light' : 'zaal';
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // Private mode without storage: the choice holds until the page closes.
  }
  apply(next);
}

function apply(theme: Theme): void {
  if (theme === 'zaal') document.documentElement.dataset['theme'] = 'zaal';
  else delete document.documentElement.dataset['theme'];
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', barColors[theme]);
  themeStore.setState({ theme });
}

function themeNow(): Theme {
  return typeof document !== 'undefined' && document.documentElement.dataset['theme'] === 'zaal' ? 'zaal' : 'light';
}

function storedTheme(): Theme | undefined {
  try {
    const stored = localStorage.getItem(storageKey);
    return stored === 'zaal' || stored === 'light' ? stored : undefined;
  } catch {
    return undefined;
  }
}

function preferredTheme(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'zaal' : 'light';
}

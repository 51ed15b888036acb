// The year that somebody chose to look at: in January the books of last year are still to be closed, checked and accounted
// for. Of this tab, also after a reload; a new tab begins with the year of today.
import { createStore } from 'zustand/vanilla';

const storageKey = 'bk-year';

/** `chosen` is null for the year of today. */
export const yearStore = createStore<{ readonly chosen: number | null }>(() => ({ chosen: storedYear() }));

export function showYear(chosen: number | null): void {
  try {
    if (chosen === null) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, String(chosen));
  } catch {
    // Without storage the choice holds until the page closes.
  }
  yearStore.setState({ chosen });
}

function storedYear(): number | null {
  try {
    const stored = sessionStorage.getItem(storageKey) ?? '';
    return /^\d{4}$/.test(stored) ? Number(stored) : null;
  } catch {
    return null;
  }
}

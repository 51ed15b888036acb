// Which year the screens show, where there are more than one to choose from.
import { useLayoutEffect } from 'preact/hooks';
import { yearOf } from '../domain/dates.ts';
import { useMe, useRows } from './data.ts';
import { Calendar } from './icons.ts';
import { nl } from './nl/index.ts';
import { Button } from './parts/button.tsx';
import { Note } from './parts/status.tsx';
import { Chips } from './parts/tabs.tsx';
import { useLocation } from './router.tsx';
import { showYear } from './year-store.ts';

export interface YearPickProps {
  readonly years: readonly number[]; // the newest first
  readonly value: number;
  readonly onValue: (year: number) => void;
}

/** The one way to choose a year to look at; nothing where there is no choice. */
export function YearPick({ years, value, onValue }: YearPickProps) {
  if (years.length < 2) return null;
  return (
    <Chips
      label={nl.year.choose}
      chips={years.map((one) => ({ value: String(one), label: String(one) }))}
      value={String(value)}
      onValue={(chosen) => onValue(Number(chosen))}
    />
  );
}

/** Under the heading of a page about the money or the rules of one year: the choice holds on all of them. Years that are
 *  only known from the city's lists have neither. */
export function YearChips() {
  const { year, committee } = useMe();
  const founded = yearOf(committee?.foundedOn ?? '0000-01-01');
  const years = useRows('budgetYear')
    .filter((one) => one.smallLimitCents > 0 || one.year >= founded || one.year === year)
    .map((one) => one.year)
    .sort((a, b) => b - a);
  return <YearPick years={years} value={year} onValue={showYear} />;
}

/** On every page while it is another year than today's: nobody books in the wrong year without having read it. */
export function YearNote() {
  const { year, yearNow } = useMe();
  if (year === yearNow) return null;
  return (
    <Note icon={Calendar}>
      {nl.year.other(year)}{' '}
      <Button kind="quiet" onClick={() => showYear(null)}>
        {nl.year.back(yearNow)}
      </Button>
    </Note>
  );
}

/** `/kas/jaar?jaar=2026`, where a task or a figure of the account leads to. */
export function useYearOfAddress(): void {
  const { path, query } = useLocation();
  const asked = /^\/(kas|vrijwilligers)/.test(path) ? query['jaar'] : undefined;
  useLayoutEffect(() => {
    if (asked !== undefined && /^\d{4}$/.test(asked)) showYear(Number(asked));
  }, [asked]);
}

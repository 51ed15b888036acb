// What is free this year: what the server confirmed, and what it becomes with everything on this phone (D8).
import { useMemo } from 'preact/hooks';
import { bookedIn, yearMoney } from '../../../domain/budget.ts';
import type { Cents } from '../../../domain/rows.ts';
import { useRows } from '../../data.ts';

export interface FreeMoney {
  readonly confirmedCents: Cents;
  /** Negative: recorded here and not confirmed yet, takes money away. */
  readonly pendingCents: Cents;
  /** Both together: what can still be awarded tonight. */
  readonly leftCents: Cents;
}

/** For a proposal of this year: when its books are closed an award comes out of the next ones. */
export function useFree(year: number): FreeMoney {
  const lines = useRows('ledgerLine', 'year', bookedIn(year, useRows('budgetYear')));
  return useMemo(() => {
    const { confirmed, expected } = yearMoney(lines);
    return {
      confirmedCents: confirmed.freeCents,
      leftCents: expected.freeCents,
      pendingCents: expected.freeCents - confirmed.freeCents,
    };
  }, [lines]);
}

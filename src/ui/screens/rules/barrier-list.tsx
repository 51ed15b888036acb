// What makes a plan hard in a theme, for each theme of a year that has such barriers.
import type { BudgetYear } from '../../../domain/rows.ts';
import { nlBarriers } from '../../nl/barriers.ts';

export function BarrierList({ budgetYear }: { readonly budgetYear: BudgetYear | undefined }) {
  const barriers = budgetYear?.barriers ?? [];
  const themes = (budgetYear?.themes ?? []).filter(({ number }) => barriers.some(({ theme }) => theme === number));
  return (
    <>
      {themes.map(({ number, name }) => (
        <section key={number} aria-label={name}>
          <h3>
            {number}. {name}
          </h3>
          <ul class="bk-prose">
            {barriers
              .filter(({ theme }) => theme === number)
              .map(({ kind, text }) => (
                <li key={`${kind} ${text}`}>{[nlBarriers.kinds[kind], ...(text === '' ? [] : [text])].join(': ')}</li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

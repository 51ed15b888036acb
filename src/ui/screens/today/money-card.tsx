// The money of the year: what the server confirmed, and beside it what this phone still expects (D8).
import { yearMoney } from '../../../domain/budget.ts';
import { useMe, useRowsFound } from '../../data.ts';
import { TabletSmartphone } from '../../icons.ts';
import { nlToday } from '../../nl/today.ts';
import { Card, CardHead } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { BudgetBar, Figure } from '../../parts/money.tsx';

export function MoneyCard() {
  const { year } = useMe();
  const lines = useRowsFound('ledgerLine', 'year', year);
  if (!lines.loaded) return null;
  const { confirmed, expected, hasPending } = yearMoney(lines.value);
  // Before the first contact with the server everything is still unconfirmed: then the expected year is all there is.
  const shown = lines.value.every(({ pending }) => pending) ? expected : confirmed;
  const { cameCents, freeCents, overCents, paidCents, awardedCents } = shown;
  const { money } = nlToday;
  return (
    <Card labelledBy="geld">
      <CardHead id="geld" title={money.title(year)} aside={<a href="/kas">{money.toKas}</a>} />
      {cameCents === 0 && paidCents === 0 && awardedCents === 0 ? (
        <p class="bk-soft">{money.none}</p>
      ) : (
        <>
          <Figure
            label={overCents > 0 ? money.over(cameCents) : money.free(cameCents)}
            cents={overCents > 0 ? overCents : freeCents}
          />
          <BudgetBar totalCents={cameCents} dueCents={awardedCents} {...{ paidCents, freeCents }} />
          {hasPending && (
            <p class="bk-small">
              <Icon of={TabletSmartphone} size="in" /> {money.notConfirmed(expected.freeCents)}
            </p>
          )}
          <p class="bk-small bk-soft">{money.back}</p>
        </>
      )}
    </Card>
  );
}

// Where the money of the year stands: confirmed, and beside it what is not yet (D8). Each figure leads to its lines.
import { yearMoney } from '../../../domain/budget.ts';
import type { LedgerAccount } from '../../../domain/rows.ts';
import type { Seen } from '../../data.ts';
import { CircleAlert, TabletSmartphone } from '../../icons.ts';
import { nlMoney } from '../../nl/money.ts';
import { Card } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { BudgetBar, Figure } from '../../parts/money.tsx';
import { Note } from '../../parts/status.tsx';
import { linesHref } from './hrefs.ts';

const words = nlMoney.year;
const accounts: readonly LedgerAccount[] = ['grant', 'free', 'awarded', 'paid'];

export function YearCard({ lines }: { readonly lines: readonly Seen<'ledgerLine'>[] }) {
  const { confirmed, expected, hasPending } = yearMoney(lines);
  // Before the first contact with the server everything is unconfirmed: then the expected year is all there is.
  const nothingConfirmed = lines.every(({ pending }) => pending);
  const shown = nothingConfirmed ? expected : confirmed;
  const { cameCents, freeCents, overCents, paidCents, awardedCents } = shown;
  return (
    <Card labelledBy="jaar">
      <h2 id="jaar">{words.title}</h2>
      {lines.length === 0 ? (
        <p class="bk-soft">{words.none}</p>
      ) : (
        <>
          <Figure
            label={overCents > 0 ? words.over(cameCents) : words.free(cameCents)}
            cents={overCents > 0 ? overCents : freeCents}
          />
          <BudgetBar totalCents={cameCents} dueCents={awardedCents} {...{ paidCents, freeCents }} />
          {hasPending && (
            <p class="bk-small">
              <Icon of={TabletSmartphone} size="in" />{' '}
              {nothingConfirmed ? words.allUnconfirmed : words.notConfirmed(expected.freeCents)}
            </p>
          )}
          {!shown.balanced && (
            <Note tone="bad" icon={CircleAlert}>
              {words.unbalanced}
            </Note>
          )}
          <div>
            <p class="bk-small bk-soft">{words.lines}</p>
            <p class="bk-row bk-gap-3">
              {accounts.map((account) => (
                <a key={account} href={linesHref({ account })}>
                  {nlMoney.ledger.accounts[account]}
                </a>
              ))}
            </p>
          </div>
        </>
      )}
    </Card>
  );
}

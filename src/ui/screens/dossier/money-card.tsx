// What was asked, what stands awarded and what was paid. Confirmed money, with what is not confirmed beside it (D8).
import { handedInAbove, leftToSpend } from '../../../domain/claims.ts';
import { addCents } from '../../../domain/money.ts';
import { CircleAlert } from '../../icons.ts';
import { nlDossier } from '../../nl/dossier.ts';
import { nlMoney } from '../../nl/money.ts';
import { Card, CardHead } from '../../parts/card.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { Note } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import type { Dossier } from './use-dossier.ts';

const words = nlDossier.money;

export function MoneyCard({ dossier: { proposal, payments, claims } }: { readonly dossier: Dossier }) {
  const standing = payments.filter(({ reversed }) => !reversed);
  const paidCents = addCents(standing.filter(({ pending }) => !pending).map(({ amountCents }) => amountCents));
  const pendingCents = addCents(standing.filter(({ pending }) => pending).map(({ amountCents }) => amountCents));
  const { awardedCents, requestedCents, pending, state } = proposal;
  // As the kas says it: what was handed in is spent, also before it is paid.
  const leftCents = leftToSpend(proposal, claims);
  const aboveCents = handedInAbove(proposal, claims);
  return (
    <Card gap={3} labelledBy="geld">
      <CardHead id="geld" title={words.title} />
      <SummaryList
        figures
        rows={[
          { label: words.requested, value: <MoneyText cents={requestedCents} strong /> },
          ...(awardedCents === 0
            ? []
            : [
                { label: words.awarded, value: <MoneyText cents={awardedCents} strong /> },
                // What was paid before this app is in the books of that time.
                ...(proposal.past ? [] : [{ label: words.paid, value: <MoneyText cents={paidCents} strong /> }]),
              ]),
        ]}
      />
      {pendingCents > 0 && <p class="bk-small bk-soft">{words.pendingPaid(pendingCents)}</p>}
      {pending && <p class="bk-small bk-soft">{words.pendingRow}</p>}
      {leftCents > 0 && state !== 'finished' && <p class="bk-small">{words.left(leftCents)}</p>}
      {aboveCents > 0 && (
        <Note tone="look" icon={CircleAlert}>
          {nlMoney.above(aboveCents)}
        </Note>
      )}
    </Card>
  );
}

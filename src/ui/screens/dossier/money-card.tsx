// What was asked, what stands awarded and what was paid. Confirmed money, with what is not confirmed beside it (D8).
import { addCents } from '../../../domain/money.ts';
import { nlDossier } from '../../nl/dossier.ts';
import { Card, CardHead } from '../../parts/card.tsx';
import { Figure } from '../../parts/money.tsx';
import type { Dossier } from './use-dossier.ts';

const words = nlDossier.money;

export function MoneyCard({ dossier: { proposal, payments } }: { readonly dossier: Dossier }) {
  const standing = payments.filter(({ reversed }) => !reversed);
  const paidCents = addCents(standing.filter(({ pending }) => !pending).map(({ amountCents }) => amountCents));
  const pendingCents = addCents(standing.filter(({ pending }) => pending).map(({ amountCents }) => amountCents));
  const { awardedCents, requestedCents, pending, state } = proposal;
  const leftCents = awardedCents - paidCents - pendingCents;
  return (
    <Card gap={3} labelledBy="geld">
      <CardHead id="geld" title={words.title} />
      <div class="bk-row bk-gap-5">
        <Figure size="m" label={words.requested} cents={requestedCents} />
        {awardedCents > 0 && <Figure size="m" label={words.awarded} cents={awardedCents} />}
        {awardedCents > 0 && <Figure size="m" label={words.paid} cents={paidCents} />}
      </div>
      {pendingCents > 0 && <p class="bk-small bk-soft">{words.pendingPaid(pendingCents)}</p>}
      {pending && <p class="bk-small bk-soft">{words.pendingRow}</p>}
      {leftCents > 0 && state !== 'finished' && <p class="bk-small">{words.left(leftCents)}</p>}
    </Card>
  );
}

/** Everything that one line could be. */
import type { BankTransaction } from '../rows.ts';
import { incomingCandidates } from './incoming.ts';
import type { MatchingIndex } from './matchingIndex.ts';
import { outgoingCandidates } from './outgoing.ts';
import type { MatchProposal, Reason } from './proposals.ts';
import { daysBetween, whole } from './whole.ts';

export function candidatesFor(line: BankTransaction, index: MatchingIndex): readonly MatchProposal[] {
  const sides = line.cents > 0 ? incomingCandidates(line, index) : outgoingCandidates(line, index);
  return [...ownAccounts(line, index), ...reversals(line, index), ...transfers(line, index), ...sides];
}

function ownAccounts(line: BankTransaction, { ownNumbers }: MatchingIndex): readonly MatchProposal[] {
  const { counterIban: accountId } = line;
  if (accountId === line.accountId || !ownNumbers.has(accountId)) return [];
  return [whole(line, { kind: 'own_account', accountId }, ['own', 'iban'], 'sure')];
}

const reversalDaysMax = 60;

/** A line that takes another back: the bank says so, or it is the same amount with the same other side the other way. */
function reversals(line: BankTransaction, { linesByCents }: MatchingIndex): readonly MatchProposal[] {
  const others = (linesByCents.get(-line.cents) ?? []).filter(
    (other) =>
      other.accountId === line.accountId &&
      (line.reversal || other.reversal) &&
      daysBetween(other.bookedOn, line.bookedOn) <= reversalDaysMax &&
      (other.counterIban === line.counterIban || other.counterIban === '' || line.counterIban === ''),
  );
  return others.map((other) =>
    whole(
      line,
      { kind: 'reversed_line', transactionId: other.id },
      ['reversal', 'amount'],
      others.length === 1 ? 'likely' : 'maybe',
    ),
  );
}

const transferDaysMax = 45;

function transfers(line: BankTransaction, index: MatchingIndex): readonly MatchProposal[] {
  const direction = line.cents > 0 ? 'in' : 'out';
  return index.transfers
    .filter(
      (one) =>
        one.direction === direction &&
        one.state !== 'refused' &&
        one.amountCents === Math.abs(line.cents) &&
        !index.matchedTransferIds.has(one.id) &&
        daysBetween(one.sentOn, line.bookedOn) <= transferDaysMax,
    )
    .map((one) => {
      const named = `${line.counterName} ${line.description}`.toLowerCase().includes(one.otherName.toLowerCase());
      const reasons: readonly Reason[] = named ? ['amount', 'name', 'near'] : ['amount', 'near'];
      return whole(line, { kind: 'transfer', transferId: one.id }, reasons, named ? 'sure' : 'likely');
    });
}

// Saying what a line is: one command, and what there is to remember for the next time.
import { ruleKey } from '../../../domain/bank/match.ts';
import type { CommandArgs } from '../../../domain/commands/index.ts';
import type { MatchingRows } from '../../../domain/matching/proposals.ts';
import type { BankTransaction, MatchPart, MatchTarget, RuleTarget } from '../../../domain/rows.ts';
import type { BankRows } from './use-bank.ts';

export function matchArgs(
  line: BankTransaction,
  parts: readonly MatchPart[],
  { bank, today }: { readonly bank: BankRows; readonly today: string },
): CommandArgs<'bankMatch.make'> {
  const round = 1 + (bank.allMatches.find(({ id }) => id === line.id)?.round ?? 0);
  return { transactionId: line.id, round, parts, matchedOn: today };
}

/** Undefined when this says nothing about the next line, or when that is known already. A line that was divided over
 *  other things than claims says nothing: the next one is divided in its own way. */
export function lessonOf(
  line: BankTransaction,
  parts: readonly MatchPart[],
  { rows, today }: { readonly rows: MatchingRows; readonly today: string },
): CommandArgs<'matchRule.learn'> | undefined {
  const [part] = parts;
  const key = ruleKey(line);
  if (part === undefined || key === undefined) return undefined;
  if (parts.length > 1 && parts.some(({ target }) => target.kind !== 'payment')) return undefined;
  const target = ruleTargetOf(part.target, line, rows);
  const direction = line.cents > 0 ? 'in' : 'out';
  const known = rows.rules.find((rule) => rule.key === key && rule.direction === direction && !rule.forgotten);
  if (target === undefined || (known !== undefined && JSON.stringify(known.target) === JSON.stringify(target)))
    return undefined;
  return { direction, key, name: line.counterName || key, target, learnedOn: today };
}

function ruleTargetOf(target: MatchTarget, line: BankTransaction, rows: MatchingRows): RuleTarget | undefined {
  switch (target.kind) {
    case 'payment': {
      // The account of a claim says it itself; only where there is none, the bank's does.
      const payable = rows.payables.find(({ claim }) => claim.id === target.claimId);
      if (payable === undefined || payable.iban !== '' || line.counterIban === '') return undefined;
      return { kind: 'payee', payeeName: payable.name };
    }
    case 'cost':
      return { kind: 'cost', what: target.what };
    case 'grant':
      return { kind: 'grant' };
    case 'co_financing': {
      const source = rows.coFinancings.find(({ id }) => id === target.coFinancingId)?.source;
      return source === undefined ? undefined : { kind: 'co_financing', source };
    }
    case 'own_account':
      return { kind: 'own_account', accountId: target.accountId };
    case 'explained':
      return { kind: 'explained', why: target.why, note: target.note };
    default:
      return undefined;
  }
}

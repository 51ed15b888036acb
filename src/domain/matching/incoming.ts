/** What money that came in can be: something that came back, money of the city, what others promised. */
import { costBackCents, paymentBackCents } from '../bank/match.ts';
import type { BankTransaction, Cents } from '../rows.ts';
import type { MatchingIndex } from './matchingIndex.ts';
import { namedIn, sameName } from './names.ts';
import type { MatchProposal, PaidTo, Reason } from './proposals.ts';
import { daysBetween, whole } from './whole.ts';

export function incomingCandidates(line: BankTransaction, index: MatchingIndex): readonly MatchProposal[] {
  return [
    ...refunds(line, index),
    ...costRefunds(line, index),
    ...promises(line, index),
    ...grants(line, index),
    ...byRule(line, index),
  ];
}

const refundDaysMax = 370; // a deposit comes back after the season

/** From the account that was paid: all of it came back, or a part. */
function refunds(line: BankTransaction, index: MatchingIndex): readonly MatchProposal[] {
  const { cents, counterIban } = line;
  const byAccount = counterIban === '' ? [] : (index.backByIban.get(counterIban) ?? []);
  const named = (index.backByCents.get(cents) ?? []).filter(
    ({ iban, name }) => iban !== counterIban && (sameName(name, line.counterName) || namedIn(name, line.description)),
  );
  const fitting = [...byAccount, ...named].filter(
    ({ payment }) =>
      paymentBackCents(payment) >= cents &&
      payment.paidOn <= line.bookedOn &&
      daysBetween(payment.paidOn, line.bookedOn) <= refundDaysMax,
  );
  const exact = fitting.filter(({ payment }) => paymentBackCents(payment) === cents);
  return fitting.map((paid) => refund(line, paid, { exactCount: exact.length, count: fitting.length }, index));
}

function refund(
  line: BankTransaction,
  { payment, iban }: PaidTo,
  { exactCount, count }: { readonly exactCount: number; readonly count: number },
  { refundReason: reason }: MatchingIndex,
): MatchProposal {
  const exact = paymentBackCents(payment) === line.cents;
  const sameIban = iban === line.counterIban;
  const reasons: readonly Reason[] = [
    ...(sameIban ? (['iban'] as const) : (['name'] as const)),
    ...(exact ? (['amount'] as const) : (['part'] as const)),
    ...(line.reversal ? (['reversal'] as const) : []),
  ];
  const alone = exact ? exactCount === 1 : exactCount === 0 && count === 1;
  const certainty = exact && alone && sameIban ? 'sure' : alone ? 'likely' : 'maybe';
  return whole(line, { kind: 'refund', paymentId: payment.id, reason }, reasons, certainty);
}

/** All of an own cost that the line names, or a part: of that there may be several. */
function costRefunds(line: BankTransaction, index: MatchingIndex): readonly MatchProposal[] {
  const named = index.costs.filter(
    (cost) =>
      costBackCents(cost) >= line.cents &&
      cost.paidOn <= line.bookedOn &&
      namedIn(cost.what, `${line.description} ${line.counterName}`),
  );
  return named.map((cost) => {
    const exact = costBackCents(cost) === line.cents;
    const target = { kind: 'cost_refund', costId: cost.id, reason: index.refundReason } as const;
    return whole(line, target, [exact ? 'amount' : 'part', 'name'], exact ? 'likely' : 'maybe');
  });
}

/** Co-financing that is promised, or that somebody wrote down as received already. */
function promises(line: BankTransaction, index: MatchingIndex): readonly MatchProposal[] {
  return index.coFinancings.flatMap((one): MatchProposal[] => {
    const openCents = one.promisedCents - one.receivedCents;
    const named =
      namedIn(one.source, `${line.counterName} ${line.description}`) || ruledSource(line, index) === one.source;
    const open = openCents >= line.cents;
    const noted = one.receivedCents === line.cents;
    if (!(open || noted) || !(named || openCents === line.cents)) return [];
    const reasons: readonly Reason[] = [
      ...amountReason(openCents, line.cents, noted),
      ...(named ? (['name'] as const) : []),
    ];
    const exact = openCents === line.cents || (noted && !open);
    const target = { kind: 'co_financing', coFinancingId: one.id, book: open } as const;
    return [whole(line, target, reasons, named && exact ? 'sure' : named ? 'likely' : 'maybe')];
  });
}

const amountReason = (openCents: Cents, cents: Cents, noted: boolean): readonly Reason[] =>
  openCents === cents || noted ? ['amount'] : ['part'];

function ruledSource(line: BankTransaction, index: MatchingIndex): string | undefined {
  const rule = index.ruleOf(line)?.target;
  return rule?.kind === 'co_financing' ? rule.source : undefined;
}

/** Money of the city: mostly it is in the books since the year was opened, and only the bank was missing. */
function grants(line: BankTransaction, index: MatchingIndex): readonly MatchProposal[] {
  const text = `${line.counterName} ${line.description}`;
  const city = index.city !== '' && /gemeente/i.test(text) && namedIn(index.city, text);
  const ruled = index.ruleOf(line)?.target.kind === 'grant';
  const years = index.grants.flatMap(({ year, bookedCents, shownCents }): MatchProposal[] => {
    const exact = bookedCents - shownCents === line.cents;
    if (bookedCents - shownCents < line.cents || !(city || ruled || exact)) return [];
    const reasons: readonly Reason[] = [
      ...(city ? (['city'] as const) : []),
      ...(exact ? (['amount'] as const) : []),
      ...(ruled ? (['rule'] as const) : []),
    ];
    const certainty = exact && (city || ruled) ? 'sure' : city || ruled ? 'likely' : 'maybe';
    return [whole(line, { kind: 'grant', year, note: '', book: false }, reasons, certainty)];
  });
  const year = Number(line.bookedOn.slice(0, 4));
  const opened = index.grants.some((one) => one.year === year);
  if (!(city || ruled) || years.length > 0 || !opened) return years;
  return [whole(line, { kind: 'grant', year, note: '', book: true }, city ? ['city'] : ['rule'], 'likely')];
}

function byRule(line: BankTransaction, index: MatchingIndex): readonly MatchProposal[] {
  const rule = index.ruleOf(line)?.target;
  return rule?.kind === 'explained' || rule?.kind === 'own_account' ? [whole(line, rule, ['rule'], 'sure')] : [];
}

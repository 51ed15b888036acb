/** Money and decisions, added up from the folded rows alone (I6, I7). */
import type { Cents, Claim, LedgerLine, Proposal, Rows, RowType } from '../../src/domain/rows.ts';
import type { LogOracle, Report } from './logOracle.ts';

const sum = (amounts: readonly Cents[]): Cents => amounts.reduce((total, cents) => total + cents, 0);

export function checkMoney(log: LogOracle, report: Report): void {
  const lines = log.now('ledgerLine');
  checkEntries(lines, report);
  const paidByProposal = checkClaims(log, report);
  for (const proposal of log.now('proposal')) {
    const claims = log.now('claim').filter(({ proposalId }) => proposalId === proposal.id);
    checkProposal(proposal, lines, { paid: paidByProposal.get(proposal.id) ?? 0, unspent: unspentOf(claims) }, report);
  }
  checkDecisions(log, report);
  checkFunds(log, lines, report);
  checkBank(log, report);
}

function checkEntries(lines: readonly LedgerLine[], report: Report): void {
  const totals = new Map<string, Cents>();
  const add = (name: string, cents: Cents): unknown => totals.set(name, (totals.get(name) ?? 0) + cents);
  for (const line of lines) {
    if (!Number.isSafeInteger(line.amountCents)) report('I6', `line ${line.id} is no whole number of cents`);
    add(`entry ${line.entryId}`, line.amountCents);
    add(`year ${line.year}`, line.amountCents);
    if (line.account === 'carried') add('what was carried from year to year', line.amountCents);
  }
  for (const [name, cents] of totals) if (cents !== 0) report('I6', `${name} does not add up to zero but to ${cents}`);
}

/** The entry since which a row has been so without a break; undefined when it is not so now. */
function sinceWhen<T extends RowType>(
  { histories }: LogOracle,
  type: T,
  id: string,
  isSo: (row: Rows[T]) => boolean,
): number | undefined {
  const versions = histories.get(`${type}/${id}`)?.versions ?? [];
  const lastOther = versions.findLastIndex(({ body }) => !isSo(body as Rows[T]));
  return versions[lastOther + 1]?.v;
}

/** A claim is paid what its standing payments say, never above what was approved. Answers cents paid by proposal. */
function checkClaims(log: LogOracle, report: Report): ReadonlyMap<string, Cents> {
  const payments = log.now('payment').filter(({ reversed }) => !reversed);
  const paid = new Map<string, Cents>();
  for (const claim of log.now('claim')) {
    const mine = payments.filter(({ claimId }) => claimId === claim.id);
    const out = sum(mine.map(({ amountCents }) => amountCents));
    const cents = out - sum((claim.refunds ?? []).map(({ amountCents }) => amountCents));
    if (cents !== claim.paidCents)
      report('I6', `claim ${claim.id} says ${claim.paidCents} paid, payments say ${cents}`);
    if (cents > claim.approvedCents) report('I6', `claim ${claim.id} was paid ${cents} of ${claim.approvedCents}`);
    // Only the account of an advance can wait while money is out: what was paid before it waited.
    const since = claim.awaits == null ? undefined : sinceWhen(log, 'claim', claim.id, (row) => row.awaits != null);
    const before = claim.settlement?.state === 'settled' ? since : 0;
    const early = mine.filter(({ id }) => (sinceWhen(log, 'payment', id, (row) => !row.reversed) ?? 0) > (before ?? 0));
    if (since !== undefined && early.length > 0)
      report('I6', `claim ${claim.id} was paid and still waits for somebody`);
    if (claim.approvedCents > claim.claimedCents) report('I6', `claim ${claim.id} approved above what was claimed`);
    paid.set(claim.proposalId, (paid.get(claim.proposalId) ?? 0) + cents);
  }
  return paid;
}

interface PaidOf {
  readonly paid: Cents;
  readonly unspent: Cents; // of advances
}

/** Of an advance only what was accepted is spent; written down here a second time on purpose. */
function unspentOf(claims: readonly Claim[]): Cents {
  return sum(
    claims
      .filter(({ kind }) => kind === 'advance')
      .map(({ paidCents, settlement }) => Math.max(0, paidCents - (settlement?.acceptedCents ?? 0))),
  );
}

/** What is promised and not yet paid lies under `awarded`; when a proposal is finished, nothing does. */
function checkProposal(
  proposal: Proposal,
  lines: readonly LedgerLine[],
  { paid, unspent }: PaidOf,
  report: Report,
): void {
  const own = lines.filter(({ proposalId }) => proposalId === proposal.id);
  const under = (account: LedgerLine['account']): Cents =>
    sum(own.filter((line) => line.account === account).map(({ amountCents }) => amountCents));
  const out = under('paid') + under('advance');
  if (out !== paid) report('I6', `proposal ${proposal.id}: ledger paid ${out}, claims ${paid}`);
  if (under('advance') !== unspent) {
    report('I6', `proposal ${proposal.id}: ledger advances ${under('advance')}, claims ${unspent}`);
  }
  if (paid > proposal.awardedCents)
    report('I6', `proposal ${proposal.id} was paid ${paid} of ${proposal.awardedCents}`);
  const promised = proposal.state === 'finished' ? 0 : proposal.awardedCents - paid;
  if (under('awarded') !== promised) {
    report('I6', `proposal ${proposal.id}: ledger promises ${under('awarded')}, rows ${promised}`);
  }
}

function checkDecisions(log: LogOracle, report: Report): void {
  const standing = new Set<string>();
  for (const { itemId, withdrawn } of log.now('decision')) {
    if (withdrawn) continue;
    if (standing.has(itemId)) report('I7', `two decisions stand on item ${itemId}`);
    standing.add(itemId);
  }
}

/** Own costs, and money under way: what the rows say is what the ledger holds (D15). */
function checkFunds(log: LogOracle, lines: readonly LedgerLine[], report: Report): void {
  const under = (account: LedgerLine['account']): Cents =>
    sum(lines.filter((line) => line.account === account).map(({ amountCents }) => amountCents));
  for (const { id, amountCents, handBackCents = 0 } of [...log.now('organisationCost'), ...log.now('payment')]) {
    if (handBackCents < 0 || handBackCents > amountCents) report('I6', `of ${id} a hand took back ${handBackCents}`);
  }
  const costs = log.now('organisationCost').filter(({ reversed }) => !reversed);
  for (const { id, amountCents, refundedCents = 0 } of costs) {
    if (refundedCents < 0 || refundedCents >= amountCents) report('I6', `of cost ${id} came back ${refundedCents}`);
  }
  const transfers = (state: string, direction: string): Cents =>
    sum(
      log
        .now('transfer')
        .filter((row) => row.state === state && row.direction === direction)
        .map(({ amountCents }) => amountCents),
    );
  const expected: Partial<Record<LedgerLine['account'], Cents>> = {
    organisation_paid: sum(costs.map(({ amountCents, refundedCents = 0 }) => amountCents - refundedCents)),
    under_way: transfers('under_way', 'out'),
    transferred: transfers('arrived', 'out') - transfers('arrived', 'in'),
  };
  for (const [account, cents] of Object.entries(expected)) {
    const held = under(account as LedgerLine['account']);
    if (held !== cents) report('I6', `${account} holds ${held}, rows say ${cents}`);
  }
}

/** A line that is matched is matched as a whole and counts, and no payment stands for more than the bank shows of it. */
function checkBank(log: LogOracle, report: Report): void {
  const undone = new Set(
    log
      .now('bankImport')
      .filter((file) => file.undone)
      .map(({ id }) => id),
  );
  const lines = new Map(log.now('bankTransaction').map((line) => [line.id, line]));
  for (const { id, parts, undone: apart, importId } of log.now('bankMatch')) {
    if (apart) continue;
    const line = lines.get(id);
    const cents = sum(parts.map(({ amountCents }) => amountCents));
    if (line === undefined || cents !== Math.abs(line.cents))
      report('I6', `match ${id} says ${cents}, the bank ${line?.cents}`);
    if (line !== undefined && (undone.has(line.importId) || line.importId !== importId))
      report('I6', `match ${id} rests on an import that was undone`);
  }
  for (const { id, amountCents, bankCents = 0 } of log.now('payment')) {
    if (bankCents < 0 || bankCents > amountCents) report('I6', `the bank shows ${bankCents} of payment ${id}`);
  }
}

/** Between committees, once nothing is under way any more: what one sent, the other has, once. */
export function checkTransfers(logs: readonly LogOracle[], report: Report): void {
  for (const log of logs) {
    for (const { id, direction, otherId, amountCents, state } of log.now('transfer')) {
      const other = logs.find(({ committeeId }) => committeeId === otherId);
      const there = other?.now('transfer').find((row) => row.id === id && row.direction !== direction);
      if (state === 'under_way') report('I6', `transfer ${id} is still under way`);
      else if (state === 'refused' && there !== undefined) report('I6', `transfer ${id} came back and arrived`);
      else if (state === 'arrived' && there?.amountCents !== amountCents) report('I6', `transfer ${id} is not there`);
    }
  }
}

/** Counting signature sheets: two people count the same paper, each on their own phone, and differences are settled. */
import { defineCommand, Rejection, rowKey } from '../command.ts';
import { type Photo, type SupportNumbers, type SupportSheet, supportSheetId } from '../rows.ts';
import { keepUntil, maySettle } from '../support.ts';
import { mergePhotos, same, votingMembers } from './rules.ts';
import { schemas } from './schemas.ts';

/** One person's count of one sheet; makes the sheet when nobody did before. Counting again replaces the own count only. */
export const countSupport = defineCommand({
  name: 'support.count',
  v: 1,
  schema: schemas['support.count'],
  touches: (args) => [rowKey('supportSheet', supportSheetId(args.proposalId, args.sheetNumber))],
  run(tx, args, ctx) {
    mustFit(args);
    const { id: proposalId } = tx.mustOrWait('proposal', args.proposalId);
    const sheetId = supportSheetId(proposalId, args.sheetNumber);
    const known = tx.get('supportSheet', sheetId);
    const sheet: SupportSheet = {
      id: sheetId,
      proposalId,
      number: args.sheetNumber,
      area: fullerText(known?.area ?? '', args.area),
      ...shownPhotos(known, args.photos),
      settled: known?.settled ?? null,
      settledBy: known?.settledBy ?? null,
      settledReason: known?.settledReason ?? null,
    };
    if (!same(known, sheet)) tx.put('supportSheet', sheet);
    const countedBy = ctx.actor.personId;
    const id = `${sheetId}:${countedBy}`;
    const count = { id, sheetId, proposalId, countedBy, countedOn: args.countedOn, ...supportNumbers(args) };
    if (!same(tx.get('supportCount', id), count)) tx.put('supportCount', count);
  },
});

/** Says which numbers of a sheet hold. */
export const settleSupport = defineCommand({
  name: 'support.settle',
  v: 1,
  schema: schemas['support.settle'],
  touches: (args) => [rowKey('supportSheet', args.sheetId)],
  run(tx, args, ctx) {
    mustFit(args.numbers);
    const sheet = tx.mustOrWait('supportSheet', args.sheetId);
    const counts = tx.list('supportCount', 'sheetId', sheet.id);
    const differ = counts.some((count) => !same(supportNumbers(count), args.numbers));
    if (differ && args.reason.trim() === '') throw new Rejection('reason_missing');
    const settledBy = ctx.actor.personId;
    const countedBy = counts.map((count) => count.countedBy);
    if (!maySettle(countedBy, settledBy, votingMembers(tx).length)) throw new Rejection('own_count');
    const next: SupportSheet = { ...sheet, settled: args.numbers, settledBy, settledReason: args.reason };
    if (!same(next, sheet)) tx.put('supportSheet', next);
  },
});

/** The committee destroyed the paper of these sheets: their photos go too, the counts stay. The sheets that its author saw
 *  and no others: one that came in meanwhile may still lie in somebody's drawer. */
export const destroySheets = defineCommand({
  name: 'support.destroySheets',
  v: 1,
  schema: schemas['support.destroySheets'],
  // A proposal for each, or it would be loaded one by one.
  touches: (args) => args.sheetIds.flatMap((id) => [rowKey('supportSheet', id), rowKey('proposal', proposalIdOf(id))]),
  run(tx, { sheetIds, destroyedOn }, ctx) {
    for (const sheet of sheetIds.map((id) => tx.mustOrWait('supportSheet', id))) {
      const { year } = tx.mustOrWait('proposal', sheet.proposalId);
      if (destroyedOn < keepUntil(year)) throw new Rejection('sheets_still_kept', { year });
      if (sheet.destroyed !== undefined) continue;
      const photos = sheet.photos.map(({ sha256 }) => sha256);
      const destroyed = { destroyedOn, destroyedBy: ctx.actor.personId, photos };
      tx.put('supportSheet', { ...sheet, photos: [], destroyed });
    }
  },
});

const proposalIdOf = (sheetId: string): string => sheetId.slice(0, sheetId.lastIndexOf(':'));

/** A photo of a destroyed sheet that comes in late is not shown any more; its hash says that its bytes have to go too. */
function shownPhotos(
  known: SupportSheet | undefined,
  added: readonly Photo[],
): Pick<SupportSheet, 'photos' | 'destroyed'> {
  if (known?.destroyed === undefined) return { photos: mergePhotos(known?.photos ?? [], added) };
  const photos = [...new Set([...known.destroyed.photos, ...added.map(({ sha256 }) => sha256)])];
  return { photos: [], destroyed: { ...known.destroyed, photos } };
}

export function supportNumbers(from: SupportNumbers): SupportNumbers {
  const { householdsAsked, forCount, againstCount, noOpinionCount, notAtHomeCount } = from;
  return { householdsAsked, forCount, againstCount, noOpinionCount, notAtHomeCount };
}

function mustFit(numbers: SupportNumbers): void {
  const answers = numbers.forCount + numbers.againstCount + numbers.noOpinionCount + numbers.notAtHomeCount;
  if (answers > numbers.householdsAsked) throw new Rejection('counts_do_not_fit');
}

/** Two people describe the same streets in their own words: the longer text stays (of equally long ones the later in the
 *  alphabet), whoever comes first. */
function fullerText(a: string, b: string): string {
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return a > b ? a : b;
}

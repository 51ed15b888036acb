/** Examples of the commands about the bank, and for what reasons they are refused. */
import { bankTransactionId, type NumberedLine } from '../../src/domain/bank/lines.ts';
import { standing } from '../../src/domain/bank/match.ts';
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import type { MatchTarget } from '../../src/domain/rows.ts';
import { paymentId } from '../../src/domain/rows.ts';
import * as given from './committee.ts';
import { after, example } from './example.ts';
import { type Scene, scene } from './scene.ts';
import { uid, type World } from './world.ts';

const { claimId } = given;
export const accountId = 'NL18RABO0123459876';
export const importId = uid('bank file');
export const account: CommandArgs<'bankAccount.add'> = {
  ...{ accountId, name: 'Betaalrekening', kind: 'payment', holder: 'Wijkcommissie Spoelkwartier' },
};
const base: NumberedLine = {
  ...{ bookedOn: '2026-03-21', valueOn: '2026-03-21', cents: -12_050, counterIban: 'NL91ABNA0417164300' },
  ...{ counterName: 'G. de Vries', description: 'Buurtfeest', reference: '', bankReference: '', code: 'ba' },
  ...{ reversal: false, line: 2, nth: 1 },
};
/** A line on the account, other than the payment of 120.50 where `change` says so. */
export const line = (change: Partial<NumberedLine> = {}): NumberedLine => ({ ...base, ...change });
export const paid = line();
export const coffee = line({ cents: -4_500, counterIban: '', counterName: 'Bakkerij', description: 'Koffie', line: 3 });
export const back = line({ cents: 4_000, description: 'statiegeld terug', line: 4 });
export const fromCity = line({ cents: 50_000, counterName: 'Gemeente Enschede', description: 'Extra', line: 5 });
export const idOf = (of: NumberedLine): string => bankTransactionId(accountId, of);

export const begin: CommandArgs<'bankImport.begin'> = {
  ...{ importId, accountId, fileName: 'maart.940', format: 'mt940', from: '2026-03-21', until: '2026-03-21' },
  ...{ opening: { cents: 1_000_000, on: '2026-03-20' }, closing: { cents: 1_037_450, on: '2026-03-21' } },
  ...{ lineCount: 4, partCount: 1, warnings: [], importedOn: '2026-04-01' },
};
export const lines: CommandArgs<'bankImport.addLines'> = {
  ...{ importId, accountId, part: 1, lines: [paid, coffee, back, fromCity], known: [] },
};
export const undo: CommandArgs<'bankImport.undo'> = {
  ...{ importId, reason: 'Het bestand van de verkeerde maand', undoneOn: '2026-04-02' },
};
export const match = (of: NumberedLine, target: MatchTarget, round = 1): CommandArgs<'bankMatch.make'> => ({
  ...{ transactionId: idOf(of), round, matchedOn: '2026-04-01' },
  parts: [{ amountCents: Math.abs(of.cents), target }],
});
export const asPayment = match(paid, { kind: 'payment', claimId, number: 1 });
export const asRefund = match(back, {
  kind: 'refund',
  paymentId: paymentId(claimId, 1),
  reason: 'Terug volgens de bank',
});
export const loosen = (of: NumberedLine, round = 1): CommandArgs<'bankMatch.undo'> => ({
  ...{ transactionId: idOf(of), round, reason: 'Verkeerde regel', undoneOn: '2026-04-03' },
});
export const rule: CommandArgs<'matchRule.learn'> = {
  ...{ direction: 'out', key: 'NL91ABNA0417164300', name: 'Bakkerij', learnedOn: '2026-04-01' },
  target: { kind: 'cost', what: 'Koffie' },
};

export const banked = (start: () => World) => (): World => {
  const world = start();
  world.ok('treasurer', 'bankAccount.add', account);
  world.ok('treasurer', 'bankImport.begin', begin);
  world.ok('treasurer', 'bankImport.addLines', lines);
  return world;
};
const accountWorld = after(given.foundedWorld, (world) => world.ok('treasurer', 'bankAccount.add', account));
const begunWorld = after(accountWorld, (world) => world.ok('treasurer', 'bankImport.begin', begin));
export const filedWorld = banked(given.foundedWorld);
export const approvedWorld = banked(given.approvedWorld);
export const matchedWorld = after(approvedWorld, (world) => world.ok('treasurer', 'bankMatch.make', asPayment));
const learnedWorld = after(given.foundedWorld, (world) => world.ok('treasurer', 'matchRule.learn', rule));

/** Transactions that count: of files that were not undone, once each. */
export const counting = (world: World): readonly string[] =>
  standing(world.all('bankTransaction'), world.all('bankImport')).map(({ id }) => id);

export const secondFile = uid('file 2');
/** Brings a second file in, with what stands in it. */
export function bring(world: World, stood: readonly NumberedLine[], known: readonly string[] = []): void {
  world.ok('treasurer', 'bankImport.begin', { ...begin, importId: secondFile, fileName: 'second.940' });
  world.ok('treasurer', 'bankImport.addLines', { ...lines, importId: secondFile, lines: stood, known });
}

export const bankExamples = {
  'bankAccount.add': example('bankAccount.add', given.foundedWorld, 'treasurer', account),
  'bankAccount.change': example('bankAccount.change', accountWorld, 'treasurer', {
    ...{ accountId, fields: { name: 'Rekening van de wijk' }, seen: { name: 'Betaalrekening' } },
  }),
  'bankImport.begin': example('bankImport.begin', accountWorld, 'treasurer', begin),
  'bankImport.addLines': example('bankImport.addLines', begunWorld, 'treasurer', lines),
  'bankImport.undo': example('bankImport.undo', filedWorld, 'treasurer', undo),
  'bankMatch.make': example('bankMatch.make', approvedWorld, 'treasurer', asPayment),
  'bankMatch.undo': example('bankMatch.undo', matchedWorld, 'treasurer', loosen(paid)),
  'matchRule.learn': example('matchRule.learn', given.foundedWorld, 'treasurer', rule),
  'matchRule.forget': example('matchRule.forget', learnedWorld, 'chair', { direction: 'out', key: rule.key }),
} as const;

const undone = after(filedWorld, (world) => world.ok('treasurer', 'bankImport.undo', undo));
const twice = line({ nth: 2, line: 6 });
const twiceWorld = after(matchedWorld, (world) => {
  world.ok('treasurer', 'bankImport.begin', { ...begin, importId: uid('file 2'), fileName: 'april.940' });
  world.ok('treasurer', 'bankImport.addLines', { ...lines, importId: uid('file 2'), lines: [twice] });
});
const refundedWorld = after(matchedWorld, (world) => world.ok('treasurer', 'bankMatch.make', asRefund));
const allBack = line({ cents: 12_050, description: 'terug', line: 7 });
const allBackWorld = after(matchedWorld, (world) => {
  world.ok('treasurer', 'bankImport.begin', { ...begin, importId: uid('file 3') });
  world.ok('treasurer', 'bankImport.addLines', { ...lines, importId: uid('file 3'), lines: [allBack] });
  world.ok(
    'treasurer',
    'bankMatch.make',
    match(allBack, { kind: 'refund', paymentId: paymentId(claimId, 1), reason: 'Terug volgens de bank' }),
  );
});
const returnedWorld = after(allBackWorld, (world) => {
  world.ok('treasurer', 'claim.return', { claimId, reason: 'De bon klopt niet' });
});
const paidAgainWorld = after(allBackWorld, (world) => {
  world.ok('treasurer', 'payment.record', { ...given.payment, number: 2 });
});
const lowered = (world: World): unknown =>
  world.ok('chair', 'decision.correct', {
    ...{ correctionId: uid('correction'), decisionId: given.round1, outcome: 'partly_awarded', awardedCents: 100 },
    ...{ reason: 'Verkeerd opgeschreven', correctedOn: '2026-04-01' },
  });
const reversed = { paymentId: paymentId(claimId, 1), reason: 'Fout', reversedOn: '2026-04-02' };

const makeScenes: readonly Scene[] = [
  scene(
    'bankMatch.make',
    'parts_do_not_fit',
    'together the parts are not the line, or the money went the other way',
    approvedWorld,
    'treasurer',
    {
      ...{ ...asPayment, parts: [{ amountCents: 12_000, target: { kind: 'payment', claimId, number: 1 } }] },
    },
  ),
  scene(
    'bankMatch.make',
    'already_matched',
    'the line was matched with something else',
    matchedWorld,
    'treasurer',
    match(paid, { kind: 'explained', why: 'other', note: '' }),
  ),
  scene(
    'bankMatch.make',
    'changed_meanwhile',
    'the author had another round of this line before him',
    approvedWorld,
    'treasurer',
    {
      ...{ ...asPayment, round: 2 },
    },
  ),
  scene(
    'bankMatch.make',
    'wrong_state',
    'the import was undone, or the claim is not approved',
    undone,
    'treasurer',
    match(paid, { kind: 'explained', why: 'other', note: '' }),
  ),
  scene(
    'bankMatch.make',
    'already_paid',
    'another line stands for that payment or cost',
    twiceWorld,
    'treasurer',
    match(twice, { kind: 'payment', claimId, number: 1 }),
  ),
  scene(
    'bankMatch.make',
    'already_reversed',
    'the payment or cost was taken back before that day, or less is left of the cost',
    after(approvedWorld, (world) => {
      world.ok('treasurer', 'payment.record', given.payment);
      world.ok('treasurer', 'payment.reverse', { ...reversed, reversedOn: '2026-03-20' });
    }),
    'treasurer',
    asPayment,
  ),
  scene(
    'bankMatch.make',
    'above_approved',
    'more than is left of what was approved',
    twiceWorld,
    'treasurer',
    match(twice, { kind: 'payment', claimId, number: 2 }),
  ),
  scene(
    'bankMatch.make',
    'above_award',
    'more than is left of the award',
    after(approvedWorld, lowered),
    'treasurer',
    asPayment,
  ),
  scene(
    'bankMatch.make',
    'unknown_year',
    'the year of the cost or the grant was never opened',
    filedWorld,
    'treasurer',
    match(coffee, { kind: 'cost', costId: uid('coffee'), year: 2031, what: 'Koffie' }),
  ),
];

const undoScenes: readonly Scene[] = [
  scene('bankMatch.undo', 'changed_meanwhile', 'a later match stands', matchedWorld, 'treasurer', loosen(paid, 2)),
  scene(
    'bankMatch.undo',
    'wrong_state',
    'it was undone for another reason',
    after(matchedWorld, (world) => world.ok('treasurer', 'bankMatch.undo', loosen(paid))),
    'treasurer',
    { ...loosen(paid), reason: 'Anders' },
  ),
  scene(
    'bankMatch.undo',
    'wrong_state',
    'the claim of a refund is not approved any more',
    returnedWorld,
    'treasurer',
    loosen(allBack),
  ),
  scene(
    'bankMatch.undo',
    'above_approved',
    'the claim was paid again since the refund',
    paidAgainWorld,
    'treasurer',
    loosen(allBack),
  ),
  scene(
    'bankMatch.undo',
    'above_award',
    'the award was lowered since the refund',
    after(allBackWorld, lowered),
    'treasurer',
    loosen(allBack),
  ),
  scene(
    'bankMatch.undo',
    'already_reversed',
    'what stayed after a refund in part was taken back since',
    after(refundedWorld, (world) => {
      world.ok('treasurer', 'payment.reverse', { ...reversed, paymentId: paymentId(claimId, 2) });
    }),
    'treasurer',
    loosen(back),
  ),
];

export const bankScenes: readonly Scene[] = [
  scene('bankAccount.add', 'id_taken', 'the same number with other content', accountWorld, 'chair', {
    ...{ ...account, name: 'Spaarrekening' },
  }),
  scene('bankAccount.change', 'changed_meanwhile', 'a field is not what the author saw', accountWorld, 'chair', {
    ...{ accountId, fields: { name: 'Anders' }, seen: { name: 'Nog anders' } },
  }),
  scene('bankImport.begin', 'id_taken', 'the same id with other content', filedWorld, 'chair', {
    ...{ ...begin, fileName: 'april.940' },
  }),
  scene('bankImport.addLines', 'wrong_state', 'the import was undone, or is of another account', begunWorld, 'chair', {
    ...{ ...lines, part: 2 },
  }),
  scene(
    'bankImport.undo',
    'lines_matched',
    'a line that no other import holds is matched',
    matchedWorld,
    'chair',
    undo,
  ),
  scene('bankImport.undo', 'wrong_state', 'it was undone for another reason', undone, 'chair', {
    ...{ ...undo, reason: 'Anders' },
  }),
  ...makeScenes,
  ...undoScenes,
];

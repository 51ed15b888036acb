/** What people want with the bank: files that overlap, two treasurers at one line, and much that is taken back. */
import { bankTransactionId, type NumberedLine } from '../../src/domain/bank/lines.ts';
import type { BankTransaction, MatchPart, MatchTarget } from '../../src/domain/rows.ts';
import { type Desk, day, type Maker, newUuid, pickRow, type Wish, wish } from './desk.ts';

const accounts = ['NL18RABO0123459876', 'NL44INGB0001234567'] as const;
const counterIban = 'NL91ABNA0417164300';
/** Few amounts, so that lines of two files are often the same, and often what a claim asks for. */
const amounts = [-1_250, -2_500, -4_999, -2_250, 1_250, 2_500, 10_000] as const;

const accountOf = ({ random }: Desk): string => (random.chance(0.8) ? accounts[0] : accounts[1]);

const account: Maker = (desk) => {
  const { random } = desk;
  const known = pickRow(desk, 'bankAccount');
  if (known === undefined || random.chance(0.2)) {
    const name = random.chance(0.9) ? 'Betaalrekening' : 'Kas';
    return wish('bankAccount.add', { accountId: accountOf(desk), name, kind: 'payment', holder: '' });
  }
  const seen = random.chance(0.8) ? known.name : 'Iets anders';
  return wish('bankAccount.change', {
    accountId: known.id,
    fields: { name: `Bank ${random.between(1, 3)}` },
    seen: { name: seen },
  });
};

const begin: Maker = (desk) => {
  const { random } = desk;
  const known = pickRow(desk, 'bankImport');
  const again = known !== undefined && random.chance(0.1);
  return wish('bankImport.begin', {
    ...{
      importId: again ? known.id : newUuid(random),
      accountId: pickRow(desk, 'bankAccount')?.id ?? accountOf(desk),
      fileName: 'bank.940',
    },
    ...{ format: 'mt940', from: '2026-03-02', until: '2026-04-13', opening: null, closing: null },
    ...{ lineCount: 3, partCount: 2, warnings: [], importedOn: day(desk) },
  });
};

const lineOf = (desk: Desk): NumberedLine => ({
  ...{ bookedOn: day(desk), valueOn: null, cents: desk.random.pick(amounts), counterIban, counterName: 'Anna' },
  ...{ description: '', reference: '', bankReference: '', code: '', reversal: false },
  ...{ line: desk.random.between(1, 9), nth: desk.random.chance(0.8) ? 1 : 2 },
});

const addLines: Maker = (desk) => {
  const { random } = desk;
  const file = pickRow(desk, 'bankImport');
  if (file === undefined) return undefined;
  const { id: importId, accountId } = file;
  const own = desk.rows('bankTransaction').filter((row) => row.accountId === accountId);
  const known = random.chance(0.4) ? own.slice(0, 2).map(({ id }) => id) : [];
  const byId = new Map([lineOf(desk), lineOf(desk)].map((line) => [bankTransactionId(accountId, line), line]));
  return wish('bankImport.addLines', {
    importId,
    accountId,
    part: random.between(1, 3),
    lines: [...byId.values()],
    known,
  });
};

/** What this line may be: mostly something that stands on the screen. */
function targetFor(desk: Desk, line: BankTransaction): MatchTarget {
  const { random } = desk;
  const explained: MatchTarget = { kind: 'explained', why: 'other', note: '' };
  const own: MatchTarget = { kind: 'own_account', accountId: random.pick(accounts) };
  const year = random.chance(0.95) ? 2026 : 2031;
  if (line.cents < 0) {
    const claim = pickRow(desk, 'claim', ({ state }) => state === 'approved' || random.chance(0.1));
    const cost = pickRow(desk, 'organisationCost');
    const costId = cost !== undefined && random.chance(0.5) ? cost.id : newUuid(random);
    return random.weighted<MatchTarget>([
      [6, claim === undefined ? explained : { kind: 'payment', claimId: claim.id, number: random.chance(0.8) ? 1 : 2 }],
      [1, { kind: 'cost', costId, year, what: 'Koffie' }],
      [1, explained],
      [0.5, own],
    ]);
  }
  const [payment, promise] = [pickRow(desk, 'payment'), pickRow(desk, 'coFinancing')];
  const cost = pickRow(desk, 'organisationCost');
  return random.weighted<MatchTarget>([
    [3, payment === undefined ? explained : { kind: 'refund', paymentId: payment.id, reason: 'Terug' }],
    [1, { kind: 'grant', year, note: '', book: random.chance(0.7) }],
    [
      1,
      promise === undefined ? explained : { kind: 'co_financing', coFinancingId: promise.id, book: random.chance(0.7) },
    ],
    [0.5, cost === undefined ? own : { kind: 'cost_refund', costId: cost.id, reason: 'Terug' }],
  ]);
}

const match: Maker = (desk) => {
  const { random } = desk;
  const matched = random.chance(0.4) ? pickRow(desk, 'bankMatch', ({ undone }) => !undone)?.id : undefined;
  const line = pickRow(desk, 'bankTransaction', ({ id }) => matched === undefined || id === matched);
  if (line === undefined) return undefined;
  const known = desk.rows('bankMatch').find(({ id }) => id === line.id);
  if (known !== undefined && !known.undone && random.chance(0.5)) {
    const reason = random.pick(['Verkeerd', 'Toch niet']);
    return wish('bankMatch.undo', { transactionId: line.id, round: known.round, reason, undoneOn: day(desk) });
  }
  const round = (known?.round ?? 0) + (known?.undone === false && random.chance(0.85) ? 0 : 1);
  return wish('bankMatch.make', {
    ...{ transactionId: line.id, round: Math.max(1, round), matchedOn: day(desk) },
    parts: partsFor(desk, line),
  });
};

/** All of the line, mostly one thing; sometimes two, and sometimes they are not the line together. */
function partsFor(desk: Desk, line: BankTransaction): readonly MatchPart[] {
  const { random } = desk;
  const cents = Math.abs(line.cents) - (random.chance(0.1) ? 1 : 0);
  const firstCents = random.chance(0.25) ? random.between(1, cents - 1) : cents;
  const first = { amountCents: firstCents, target: targetFor(desk, line) };
  return firstCents === cents ? [first] : [first, { amountCents: cents - firstCents, target: targetFor(desk, line) }];
}

const undoImport: Maker = (desk) => {
  const file = pickRow(desk, 'bankImport');
  if (file === undefined) return undefined;
  const reason = desk.random.pick(['Verkeerd bestand', 'Dubbel']);
  return wish('bankImport.undo', { importId: file.id, reason, undoneOn: day(desk) });
};

const rule: Maker = (desk) =>
  desk.random.weighted<Wish>([
    [
      2,
      wish('matchRule.learn', {
        ...{ direction: 'out', key: counterIban, name: 'Anna', learnedOn: day(desk) },
        target: { kind: 'cost', what: desk.random.pick(['Koffie', 'Zaalhuur']) },
      }),
    ],
    [1, wish('matchRule.forget', { direction: 'out', key: counterIban })],
  ]);

export const bankWish: Maker = (desk) => {
  const rows = (type: 'bankAccount' | 'bankImport' | 'bankTransaction') => desk.rows(type).length;
  return desk.random.weighted<Maker>([
    [rows('bankAccount') === 0 ? 8 : 0.4, account],
    [rows('bankImport') < 1 ? 8 : 0.7, begin],
    [rows('bankTransaction') < 4 ? 9 : 1.5, addLines],
    [9, match],
    [1.2, undoImport],
    [1, rule],
  ])(desk);
};

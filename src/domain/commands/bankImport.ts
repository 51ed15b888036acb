/** Accounts of the committee and the files of their bank. A file only adds: what was known stays one row, and an import
 *  that was a mistake is undone as a whole. */
import { bankTransactionId, type NumberedLine } from '../bank/lines.ts';
import { defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import type { BankAccount, BankImport, BankTransaction } from '../rows.ts';
import { changesOf, same } from './rules.ts';
import { schemas } from './schemas.ts';

export const addBankAccount = defineCommand({
  name: 'bankAccount.add',
  v: 1,
  schema: schemas['bankAccount.add'],
  touches: (args) => [rowKey('bankAccount', args.accountId)],
  run(tx, { accountId: id, ...fields }) {
    const known = tx.get('bankAccount', id);
    if (known === undefined) tx.put('bankAccount', { id, ...fields, retired: false });
    else if (!same({ ...known, ...fields }, known)) throw new Rejection('id_taken');
  },
});

export const changeBankAccount = defineCommand({
  name: 'bankAccount.change',
  v: 1,
  schema: schemas['bankAccount.change'],
  touches: (args) => [rowKey('bankAccount', args.accountId)],
  run(tx, args) {
    const known = tx.mustOrWait('bankAccount', args.accountId);
    const changes = changesOf<BankAccount>(known, args, ['name', 'kind', 'holder', 'retired']);
    if (changes !== undefined) tx.put('bankAccount', { ...known, ...changes.after });
  },
});

/** The head of a file: its balances, and how many parts follow. */
export const beginImport = defineCommand({
  name: 'bankImport.begin',
  v: 1,
  schema: schemas['bankImport.begin'],
  touches: (args) => [rowKey('bankImport', args.importId), rowKey('bankAccount', args.accountId)],
  run(tx, { importId: id, ...fields }, ctx) {
    const known = tx.get('bankImport', id);
    if (known !== undefined) {
      if (same({ ...known, ...fields }, known)) return;
      throw new Rejection('id_taken');
    }
    tx.mustOrWait('bankAccount', fields.accountId);
    const open = { undone: false, undoneOn: null, undoneReason: null };
    tx.put('bankImport', { id, ...fields, partsIn: [], importedBy: ctx.actor.personId, ...open });
  },
});

/** A part of the file. What two phones bring in both is one row, which knows both imports. */
export const addImportLines = defineCommand({
  name: 'bankImport.addLines',
  v: 1,
  schema: schemas['bankImport.addLines'],
  touches: ({ importId, accountId, lines, known }) => [
    rowKey('bankImport', importId),
    ...lines.map((line) => rowKey('bankTransaction', bankTransactionId(accountId, line))),
    ...known.map((id) => rowKey('bankTransaction', id)),
  ],
  run(tx, { importId, accountId, part, lines, known }) {
    const file = tx.mustOrWait('bankImport', importId);
    if (file.accountId !== accountId || part > file.partCount) throw new Rejection('wrong_state');
    if (file.partsIn.includes(part)) return;
    if (file.undone) throw new Rejection('wrong_state');
    for (const line of lines) addLine(tx, file, line);
    for (const id of known) addTo(tx, file, tx.mustOrWait('bankTransaction', id));
    tx.put('bankImport', { ...file, partsIn: [...file.partsIn, part].sort((a, b) => a - b) });
  },
});

function addLine(tx: Tx, file: BankImport, line: NumberedLine): void {
  const id = bankTransactionId(file.accountId, line);
  const known = tx.get('bankTransaction', id);
  if (known === undefined) {
    tx.put('bankTransaction', { id, accountId: file.accountId, importId: file.id, alsoIn: [], ...line });
  } else addTo(tx, file, known);
}

/** A row whose own import was undone belongs to this one from now on. */
function addTo(tx: Tx, file: BankImport, row: BankTransaction): void {
  if (row.importId === file.id || row.alsoIn.includes(file.id)) return;
  if (stands(tx, row.importId)) tx.put('bankTransaction', { ...row, alsoIn: [...row.alsoIn, file.id] });
  else tx.put('bankTransaction', { ...row, importId: file.id });
}

const stands = (tx: Tx, importId: string): boolean => tx.get('bankImport', importId)?.undone === false;

/** Takes a whole file back. What a later file holds too stays; what was matched must be taken apart first, because a
 *  booking would otherwise rest on nothing. */
export const undoImport = defineCommand({
  name: 'bankImport.undo',
  v: 1,
  schema: schemas['bankImport.undo'],
  touches: (args) => [rowKey('bankImport', args.importId)],
  run(tx, { importId, reason: undoneReason, undoneOn }) {
    const known = tx.mustOrWait('bankImport', importId);
    const undone: BankImport = { ...known, undone: true, undoneOn, undoneReason };
    if (same(undone, known)) return;
    if (known.undone) throw new Rejection('wrong_state');
    const heirs = heirsOf(tx, importId);
    const matches = tx.list('bankMatch', 'importId', importId).filter((match) => !match.undone);
    const left = matches.filter((match) => !heirs.has(match.id));
    if (left.length > 0) throw new Rejection('lines_matched', { count: left.length });
    for (const [row, heir] of heirs.values()) {
      const alsoIn = row.alsoIn.filter((id) => id !== heir);
      tx.put('bankTransaction', { ...row, importId: heir, alsoIn });
    }
    for (const match of matches) {
      const [, heir] = heirs.get(match.id) ?? [];
      if (heir !== undefined) tx.put('bankMatch', { ...match, importId: heir });
    }
    tx.put('bankImport', undone);
  },
});

/** Transactions of this import that another import, which stands, holds too, by id. */
function heirsOf(tx: Tx, importId: string): ReadonlyMap<string, readonly [BankTransaction, string]> {
  const heirs = new Map<string, readonly [BankTransaction, string]>();
  for (const row of tx.list('bankTransaction', 'importId', importId)) {
    const heir = row.alsoIn.find((id) => id !== importId && stands(tx, id));
    if (heir !== undefined) heirs.set(row.id, [row, heir]);
  }
  return heirs;
}

import { describe, expect, test } from 'vitest';
import * as bank from '../../../tests/domain/bankExamples.ts';
import * as given from '../../../tests/domain/committee.ts';
import { matchesById } from '../bank/match.ts';

describe('files', () => {
  test('two phones that bring the same file in have its transactions once', () => {
    const world = bank.filedWorld();
    const before = bank.counting(world);
    bank.bring(world, bank.lines.lines);
    expect(bank.counting(world)).toEqual(before);
  });

  test('two real equal payments on one day stay two', () => {
    const world = bank.filedWorld();
    bank.bring(world, [bank.line({ nth: 2, line: 9 })], [bank.idOf(bank.paid)]);
    expect(world.all('bankTransaction').filter(({ cents }) => cents === -12_050)).toHaveLength(2);
  });

  test('a part that comes in twice, and one after the file was undone, add nothing', () => {
    const world = bank.filedWorld();
    expect(world.send('treasurer', 'bankImport.addLines', bank.lines)).toEqual({ kind: 'applied', writes: [] });
    world.ok('treasurer', 'bankImport.undo', bank.undo);
    expect(bank.counting(world)).toEqual([]);
    expect(world.send('treasurer', 'bankImport.addLines', { ...bank.lines, part: 1 })).toMatchObject({ writes: [] });
  });

  test('an import that is undone leaves no memory: the corrected file is taken as if it were the first', () => {
    const world = bank.filedWorld();
    world.ok('treasurer', 'bankImport.undo', bank.undo);
    bank.bring(world, [bank.paid, bank.coffee]);
    expect(bank.counting(world)).toEqual([bank.paid, bank.coffee].map(bank.idOf));
    expect(world.get('bankTransaction', bank.idOf(bank.paid)).importId).toBe(bank.secondFile);
  });

  test('what a later file holds too stays when the first is undone, with its match', () => {
    const world = bank.approvedWorld();
    bank.bring(world, [], [bank.idOf(bank.paid)]);
    world.ok('treasurer', 'bankMatch.make', bank.asPayment);
    world.ok('treasurer', 'bankImport.undo', bank.undo);
    expect(bank.counting(world)).toEqual([bank.idOf(bank.paid)]);
    expect([...matchesById(world.all('bankMatch')).keys()]).toEqual([bank.idOf(bank.paid)]);
    const second = { ...bank.undo, importId: bank.secondFile };
    expect(world.send('treasurer', 'bankImport.undo', second)).toMatchObject({ code: 'lines_matched' });
  });

  test('lines wait for their file, and a file for its account, in whatever order they come', () => {
    const world = given.foundedWorld();
    expect(world.send('treasurer', 'bankImport.addLines', bank.lines)).toMatchObject({ kind: 'waits' });
    expect(world.send('treasurer', 'bankImport.begin', bank.begin)).toMatchObject({ kind: 'waits' });
    world.ok('treasurer', 'bankAccount.add', bank.account);
    expect(bank.counting(world)).toHaveLength(4);
  });
});

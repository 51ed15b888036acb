import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Context, defineCommand, Rejection, type RowKey, rowKey, type Tx } from './command.ts';
import { indexValues, type Proposal, type Row, type Rows, type RowType, rowIndexes, rowTypes } from './rows.ts';
import { type RowSource, WorkingSet } from './run.ts';

const ctx: Context = {
  commandId: 'c1',
  committeeId: 'k1',
  actor: { personId: 'p1', role: 'chair', proposalIds: [], v: 1 },
  at: '2026-03-10T19:00:00.000Z',
};

/** Rows as a store has them, and every question that was asked of it. */
class Source implements RowSource {
  readonly asked: string[] = [];
  readonly rows: Map<RowKey, Row>;
  constructor(rows: readonly (readonly [RowType, Row])[] = []) {
    this.rows = new Map(rows.map(([type, row]) => [rowKey(type, row.id), row]));
  }
  async get(keys: readonly RowKey[]): Promise<readonly (Row | null)[]> {
    this.asked.push(`get ${keys.join(' ')}`);
    return keys.map((key) => this.rows.get(key) ?? null);
  }
  async list(type: RowType, index: string, key: string): Promise<readonly Row[]> {
    this.asked.push(`list ${type} ${index}=${key}`);
    const position = (rowIndexes[type] as readonly string[]).indexOf(index);
    return [...this.rows]
      .filter(([name, row]) => name.startsWith(`${type}/`) && indexValues(type, row as never)[position] === key)
      .map(([, row]) => row);
  }
}

const command = (run: (tx: Tx) => void, touches: readonly RowKey[] = []) =>
  defineCommand({ name: 'test', v: 1, schema: v.null(), touches: () => touches, run });

const person = (id: string, name = 'Annie'): Rows['person'] => ({ id, name });
const count = (id: string, sheetId: string, proposalId = 'p'): Rows['supportCount'] => ({
  ...{ id, sheetId, proposalId, countedBy: 'x', countedOn: '2026-01-01' },
  ...{ householdsAsked: 1, forCount: 1, againstCount: 0, noOpinionCount: 0, notAtHomeCount: 0 },
});
const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map((row) => row.id);

describe('[D4] WorkingSet', () => {
  test('loads what is missing and runs the command again', async () => {
    const source = new Source([
      ['person', person('a', 'Annie')],
      ['supportCount', count('c', 's')],
    ]);
    let runs = 0;
    const result = await new WorkingSet(source).run(
      command((tx) => {
        runs += 1;
        const found = tx.list('supportCount', 'sheetId', 's');
        tx.put('person', person('b', `${tx.get('person', 'a')?.name} ${ids(found).join()}`));
      }),
      null,
      ctx,
    );
    expect(result).toEqual({ kind: 'applied', writes: [{ type: 'person', id: 'b', body: person('b', 'Annie c') }] });
    expect(runs).toBe(4); // the list, the row, what stood at the written key, and the run that counts
    expect(source.asked).toEqual(['list supportCount sheetId=s', 'get person/a', 'get person/b']);
  });

  test('loads all rows that are only written at once, and none twice', async () => {
    const source = new Source([['person', person('b')]]);
    const set = new WorkingSet(source);
    const write = command((tx) => {
      for (const id of ['a', 'b', 'c']) tx.put('person', person(id, 'new'));
    });
    await set.run(write, null, ctx);
    await set.run(write, null, ctx);
    expect(source.asked).toEqual(['get person/a person/b person/c']);
  });

  test('preloads what the command says it touches in one question', async () => {
    const source = new Source();
    const touches: readonly RowKey[] = ['person/a', 'person/b', 'person/a'];
    await new WorkingSet(source).run(
      command((tx) => void [tx.get('person', 'a'), tx.get('person', 'b')], touches),
      null,
      ctx,
    );
    expect(source.asked).toEqual(['get person/a person/b']);
  });

  test('a row that is not there is undefined, and the command waits for it when it must have it', async () => {
    const set = new WorkingSet(new Source());
    const result = await set.run(
      command((tx) => void tx.mustOrWait('person', 'a')),
      null,
      ctx,
    );
    expect(result).toEqual({ kind: 'waits', key: 'person/a' });
  });

  test('a refusal carries its code and parameters, and takes back what was written', async () => {
    const source = new Source([['supportCount', count('c', 's')]]);
    const set = new WorkingSet(source);
    const see = command((tx) => {
      seen = [
        ids(tx.list('supportCount', 'sheetId', 's')),
        ids(tx.list('supportCount', 'sheetId', 't')),
        tx.get('person', 'a'),
      ];
    });
    let seen: unknown = null;
    await set.run(see, null, ctx); // so that lists and rows are in memory
    const before = seen;
    const result = await set.run(
      command((tx) => {
        tx.put('supportCount', count('c', 't')); // moves to another list
        tx.put('supportCount', count('d', 's')); // was never loaded
        tx.put('person', person('a'));
        tx.put('person', person('a', 'again'));
        throw new Rejection('wrong_state', { cents: 5 });
      }),
      null,
      ctx,
    );
    expect(result).toEqual({ kind: 'rejected', code: 'wrong_state', params: { cents: 5 } });
    await set.run(see, null, ctx);
    expect(seen).toEqual(before);
    await set.run(
      command((tx) => {
        seen = tx.get('supportCount', 'd');
      }),
      null,
      ctx,
    );
    expect(seen).toBeUndefined();
  });

  test('any other error is thrown, and nothing of the command stays', async () => {
    const set = new WorkingSet(new Source());
    const broken = command((tx) => {
      tx.put('person', person('a'));
      throw new TypeError('bug');
    });
    await expect(set.run(broken, null, ctx)).rejects.toThrow('bug');
    let seen: unknown = 'nothing';
    await set.run(
      command((tx) => {
        seen = tx.get('person', 'a');
      }),
      null,
      ctx,
    );
    expect(seen).toBeUndefined();
  });

  test('a command that never has enough is a bug that is named', async () => {
    let n = 0;
    const endless = command((tx) => {
      n += 1;
      tx.get('person', `p${n}`);
    });
    await expect(new WorkingSet(new Source()).run(endless, null, ctx)).rejects.toThrow(
      'asked for more than 1000 loads',
    );
  });

  test('commands share rows: the second reads what the first wrote, also in lists that it loads later', async () => {
    const source = new Source([
      ['supportCount', count('a', 's')],
      ['supportCount', count('b', 's')],
    ]);
    const set = new WorkingSet(source);
    await set.run(
      command((tx) => {
        tx.put('supportCount', count('a', 't'));
        tx.put('supportCount', count('z', 's'));
      }),
      null,
      ctx,
    );
    const seen: (readonly string[])[] = [];
    await set.run(
      command((tx) => {
        seen.push(ids(tx.list('supportCount', 'sheetId', 's')), ids(tx.list('supportCount', 'sheetId', 't')));
        seen.push(ids(tx.list('supportCount', 'proposalId', 'p')));
      }),
      null,
      ctx,
    );
    expect(seen.slice(-3)).toEqual([['b', 'z'], ['a'], ['a', 'b', 'z']]);
  });

  test('rows that the engine writes itself are seen by the next command', async () => {
    const set = new WorkingSet(new Source([['supportCount', count('a', 's')]]));
    let seen: readonly string[] = [];
    const see = command((tx) => {
      seen = ids(tx.list('supportCount', 'sheetId', 's'));
    });
    await set.run(see, null, ctx);
    set.write('supportCount', count('b', 's'));
    await set.run(see, null, ctx);
    expect(seen).toEqual(['a', 'b']);
  });

  test('a reader cannot change a list of the set', async () => {
    const set = new WorkingSet(new Source([['supportCount', count('a', 's')]]));
    let seen: readonly string[] = [];
    const see = command((tx) => {
      const list = tx.list('supportCount', 'sheetId', 's') as Rows['supportCount'][];
      seen = ids(list);
      list.pop();
    });
    await set.run(see, null, ctx);
    await set.run(see, null, ctx);
    expect(seen).toEqual(['a']);
  });
});

/** Whatever is read, written and taken back, the set answers like a plain map that forgets what was refused. */
test('[D4] gives the same answers as rows in a plain map', async () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd');
  const sheet = fc.constantFrom('s', 't');
  const step = fc.oneof(
    fc.record({ op: fc.constant('put' as const), id, sheet }),
    fc.record({ op: fc.constant('get' as const), id, sheet }),
    fc.record({ op: fc.constant('list' as const), id, sheet }),
  );
  const commands = fc.array(fc.record({ steps: fc.array(step, { maxLength: 6 }), refuse: fc.boolean() }), {
    maxLength: 6,
  });
  const start = fc.uniqueArray(fc.tuple(id, sheet), { selector: ([name]) => name });
  await fc.assert(
    fc.asyncProperty(start, commands, async (rows, list) => {
      const set = new WorkingSet(new Source(rows.map(([name, of]) => ['supportCount', count(name, of)])));
      let model = new Map(rows);
      for (const { steps, refuse } of list) {
        const next = new Map(model);
        const wanted = steps.map((one) => modelAnswer(next, one));
        let answers: unknown[] = [];
        const result = await set.run(
          command((tx) => {
            answers = steps.map((one) => setAnswer(tx, one));
            if (refuse) throw new Rejection('wrong_state');
          }),
          null,
          ctx,
        );
        expect(answers).toEqual(wanted);
        expect(result.kind).toBe(refuse ? 'rejected' : 'applied');
        if (!refuse) model = next;
      }
    }),
  );
});

interface Step {
  readonly op: 'put' | 'get' | 'list';
  readonly id: string;
  readonly sheet: string;
}
function modelAnswer(rows: Map<string, string>, { op, id, sheet }: Step): unknown {
  if (op === 'put') rows.set(id, sheet);
  if (op === 'get') return rows.get(id);
  if (op === 'list')
    return [...rows]
      .filter(([, of]) => of === sheet)
      .map(([name]) => name)
      .sort();
  return null;
}
function setAnswer(tx: Tx, { op, id, sheet }: Step): unknown {
  if (op === 'put') tx.put('supportCount', count(id, sheet));
  if (op === 'get') return tx.get('supportCount', id)?.sheetId;
  if (op === 'list') return ids(tx.list('supportCount', 'sheetId', sheet));
  return null;
}

describe('row indexes', () => {
  test('are at most three a type, because the server has three columns', () => {
    for (const type of rowTypes) expect(rowIndexes[type].length).toBeLessThanOrEqual(3);
  });

  test('give text, and null where a row has no value', () => {
    expect(indexValues('proposal', { year: 2026 } as Proposal)).toEqual(['2026']);
    expect(indexValues('agendaItem', { meetingId: 'm', proposalId: null } as Rows['agendaItem'])).toEqual(['m', null]);
  });
});

/** What holds for every command: it works where it should, and the same thing sent twice is harmless. */
import { describe, expect, test } from 'vitest';
import { examples } from '../../../tests/domain/examples.ts';
import { people, type Who } from '../../../tests/domain/world.ts';
import { unbalancedEntries } from '../budget.ts';
import { type CommandName, mayRun, permissions } from '../permissions.ts';

const names = Object.keys(permissions) as readonly CommandName[];

describe.each(names)('%s', (name) => {
  const example = examples[name];

  test('works, and writes something', () => {
    const world = example.world();
    const result = example.send(world);
    expect(result.kind).toBe('applied');
    if (result.kind !== 'applied') return;
    // These have their effect in the server's engine.
    expect(result.writes.length > 0).toBe(name !== 'held.drop' && name !== 'refused.settle');
    expect(unbalancedEntries(world.all('ledgerLine'))).toEqual([]);
  });

  test(`sent twice by two phones: the second one ${example.repeat === 'again' ? 'counts again' : 'changes nothing'}`, () => {
    const world = example.world();
    example.send(world);
    const once = world.text();
    const second = example.send(world);
    if (example.repeat === 'nothing') expect(second).toEqual({ kind: 'applied', writes: [] });
    if (example.repeat !== 'nothing' && example.repeat !== 'again')
      expect(second).toMatchObject({ kind: 'rejected', code: example.repeat });
    expect(world.text() === once).toBe(example.repeat !== 'again');
  });

  test('is refused to every role that the table does not name, and then writes nothing', () => {
    for (const who of Object.keys(people) as readonly Who[]) {
      const world = example.world();
      if (mayRun(world.accessOf(who).role, name)) continue;
      const before = world.text();
      const result = world.deliver({ who, name, args: example.args, commandId: people.stranger });
      expect(result).toMatchObject({ kind: 'rejected', code: 'not_permitted' });
      expect(world.text()).toBe(before);
    }
  });
});

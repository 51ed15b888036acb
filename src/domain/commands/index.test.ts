import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { examples } from '../../../tests/domain/examples.ts';
import { people, uid } from '../../../tests/domain/world.ts';
import type { Access } from '../access.ts';
import { rowKey, splitKey } from '../command.ts';
import { type CommandName, mayRun, permissions } from '../permissions.ts';
import { rowTypes } from '../rows.ts';
import { authorize, commands, schemas, upcast } from './index.ts';

const names = Object.keys(permissions) as readonly CommandName[];
const folder = fileURLToPath(new URL('./samples/', import.meta.url));
interface Sample {
  readonly name: CommandName;
  readonly v: number;
  readonly args: unknown;
}
const samples: readonly Sample[] = readdirSync(folder).map((file) => JSON.parse(readFileSync(folder + file, 'utf8')));

test('every name in the table of rights is a command with a schema and an example, and nothing else is', () => {
  expect(Object.keys(commands).sort()).toEqual([...names].sort());
  expect(Object.keys(schemas).sort()).toEqual([...names].sort());
  expect(Object.keys(examples).sort()).toEqual([...names].sort());
  for (const name of names) expect(commands[name].name).toBe(name);
});

/** Since a later version: who knows nothing of them says nothing of them. */
const mayBeLeftOut = new Set([
  'thanks',
  'streets',
  'period',
  'intake',
  'language',
  'repeatOfId',
  'seenPayee',
  'seenPayeeName',
]);

describe('golden samples', () => {
  test('there is one of every version that was ever shipped, named after it', () => {
    const shipped = names.flatMap((name) =>
      Array.from({ length: commands[name].v }, (_, n) => `${name}@${n + 1}.json`),
    );
    expect(readdirSync(folder).sort()).toEqual(shipped.sort());
  });

  test.each(samples.map((sample) => [`${sample.name}@${sample.v}`, sample] as const))(
    '%s is still read',
    (_, sample) => {
      const read = upcast(sample.name, sample.v, sample.args);
      expect(read?.command.name).toBe(sample.name);
      if (sample.v === commands[sample.name].v) expect(read?.args).toEqual(sample.args); // nothing changed while reading
    },
  );

  test('none ever changes: each has the hash that it was released with', () => {
    const released = readFileSync(`${folder}../samples.sha256`, 'utf8').trimEnd().split('\n');
    const present = readdirSync(folder)
      .sort()
      .map((file) => {
        const hash = createHash('sha256').update(readFileSync(folder + file));
        return `${hash.digest('hex')}  samples/${file}`;
      });
    expect(released).toEqual(present);
  });

  test('the effect of each is on record', () => {
    expect(readdirSync(`${folder}../effects/`).sort()).toEqual(readdirSync(folder).sort());
  });

  test.each(samples.map((sample) => [`${sample.name}@${sample.v}`, sample] as const))(
    '%s still does what is on record',
    async (key, { name, v: version, args }) => {
      const { who, world } = examples[name];
      const at = world();
      const result = at.deliver({ who, name, v: version, args, commandId: uid('golden') });
      if (result.kind !== 'applied') throw new Error(`${key}: ${JSON.stringify(result)}`);
      const effect = Object.fromEntries(result.writes.map((row) => [row, at.rows.get(row)]));
      await expect(`${JSON.stringify(effect, null, 2)}\n`).toMatchFileSnapshot(`./effects/${key}.json`);
    },
  );

  test.each(samples.map((sample) => [`${sample.name}@${sample.v}`, sample] as const))(
    '%s with an unknown, a missing or a wrong field is malformed',
    (_, sample) => {
      const args = sample.args as Readonly<Record<string, unknown>>;
      expect(() => upcast(sample.name, sample.v, { ...args, extra: 1 })).toThrow('malformed');
      for (const key of Object.keys(args)) {
        const { [key]: _, ...rest } = args;
        const optional = key === 'itemNonce' ? args['proposalId'] !== null : mayBeLeftOut.has(key);
        if (!optional) {
          expect(() => upcast(sample.name, sample.v, rest)).toThrow('malformed');
        }
        expect(() => upcast(sample.name, sample.v, { ...args, [key]: () => 1 })).toThrow('malformed');
      }
      for (const wrong of [null, undefined, 'text', 1, [], [args]]) {
        expect(() => upcast(sample.name, sample.v, wrong)).toThrow('malformed');
      }
    },
  );

  test.each(samples.map((sample) => [sample.name, sample] as const))(
    '%s touches rows that can exist',
    (name, sample) => {
      const read = upcast(name, 1, sample.args);
      for (const key of read?.command.touches(read.args) ?? []) {
        const { type, id } = splitKey(key);
        expect(rowTypes).toContain(type);
        expect(rowKey(type, id)).toBe(key);
        expect(id).not.toContain('undefined');
      }
    },
  );
});

test('an unknown name or version is not malformed: the server holds it until it knows it', () => {
  for (const name of ['proposal.praise', '', 'constructor', '__proto__', 'toString'])
    expect(upcast(name, 1, {})).toBeUndefined();
  for (const version of [0, 2, -1, 1.5, Number.NaN]) expect(upcast('meeting.open', version, {})).toBeUndefined();
});

test('[D12] a role may send exactly what the table says', () => {
  const roles = [
    'chair',
    'secretary',
    'treasurer',
    'member',
    'auditor',
    'district_manager',
    'initiator',
    'founder',
    'system',
  ] as const;
  for (const role of roles) {
    const actor: Access = { personId: people.chair, role, proposalIds: [], v: 1 };
    for (const name of names) {
      const allowed = (permissions[name] as readonly string[]).includes(role);
      const ask = (): void => authorize(actor, commands[name], {});
      if (allowed) expect(ask).not.toThrow();
      else expect(ask).toThrow('not_permitted');
      expect(mayRun(role, name)).toBe(allowed);
    }
    for (const name of ['constructor', '__proto__', 'nothing']) expect(mayRun(role, name)).toBe(false);
  }
});

describe('limits of arguments', () => {
  const money = (amountCents: unknown): unknown => ({ year: 2026, amountCents, note: '', bookedOn: '2026-01-01' });
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 10_000_000_001, -10_000_000_001, '5', null])(
    '%s are no cents',
    (cents) => {
      expect(v.is(schemas['grant.add'], money(cents))).toBe(false);
    },
  );

  const meeting = { ...(examples['meeting.plan'].args as object) };
  test.each([
    { startTime: '24:00' },
    { startTime: '9:30' },
    { plannedOn: '2026-02-30' },
    { title: '' },
    { title: '  ' },
    { title: 'x'.repeat(151) },
    { title: 'two\nlines' },
    { meetingId: uid('x').toUpperCase() },
  ])('%j is refused', (wrong) => {
    expect(v.is(schemas['meeting.plan'], { ...meeting, ...wrong })).toBe(false);
  });

  const withItem = (args: object): boolean =>
    v.is(schemas['agenda.add'], { meetingId: uid('m'), title: 'Punt', position: 1, ...args });
  test('an agenda item has a proposal or a nonce of its own, never both or none', () => {
    expect(withItem({ proposalId: uid('p') })).toBe(true);
    expect(withItem({ proposalId: null, itemNonce: uid('n') })).toBe(true);
    expect(withItem({ proposalId: uid('p'), itemNonce: uid('n') })).toBe(false);
    expect(withItem({ proposalId: null })).toBe(false);
  });

  const ids: readonly (readonly [string, boolean])[] = [
    [`${uid('a')}:${uid('b')}:1`, true],
    [`${uid('a')}:${uid('b')}:0`, false],
    [`${uid('a')}:${uid('b')}:01`, false],
    [`${uid('a')}:${uid('b')}`, false],
    [`${uid('a')}:n:${uid('b')}:1`, false],
    [`${uid('a')}:1`, false],
  ];
  test.each(ids)('decision id %s: %s', (decisionId, valid) => {
    expect(v.is(schemas['decision.withdraw'], { decisionId })).toBe(valid);
  });

  test('a theme or a budget line is named once', () => {
    const draft = examples['proposal.create'].args as object;
    const twice = [
      { theme: 1, percent: 50 },
      { theme: 1, percent: 50 },
    ];
    expect(v.is(schemas['proposal.create'], { ...draft, themeShares: twice })).toBe(false);
    const line = { id: uid('l'), label: 'Muziek', amountCents: 1 };
    expect(v.is(schemas['proposal.create'], { ...draft, budgetLines: [line, line] })).toBe(false);
  });
});

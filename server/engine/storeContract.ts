/** What the engine expects of any store. Runs over SQLite (both libraries) and over the simulator's memory, so that what
 *  the simulator proves holds for what is shipped. */
import { afterEach, describe, expect, test } from 'vitest';
import { type RowKey, rowKey } from '../../src/domain/command.ts';
import type { Proposal } from '../../src/domain/rows.ts';
import type {
  CommitteeRow,
  DeviceRow,
  HeldRow,
  LogOutcome,
  ServerRowRecord,
  ServerSnapshot,
  ServerStore,
  ServerTx,
  StoredLogEntry,
} from './ports.ts';

export interface StoreUnderTest {
  readonly store: ServerStore;
  /** Devices are made by sign-in, outside the engine. */
  readonly addDevice: (device: DeviceRow) => Promise<void>;
  readonly close: () => Promise<void>;
}

const committee: CommitteeRow = { id: 'c1', epoch: 'e1', seq: 0, head: '', backedUpSeq: 0, founderId: 'p1' };
const everything = { scopes: ['pub', 'com', 'fin', 'dist'], everyProposal: true } as const;

function note(id: string, proposalId: string, v: number, scope: ServerRowRecord['scope'] = 'com'): ServerRowRecord {
  const body = { id, proposalId, by: 'p1', at: '2026-01-01T00:00:00.000Z', text: `version ${v}` };
  return { type: 'proposalNote', id, scope, v, sv: 1, body };
}

function entry(seq: number, over: Partial<StoredLogEntry> = {}): StoredLogEntry {
  return {
    seq,
    commandId: `command-${seq}`,
    deviceId: 'd1',
    deviceSeq: seq,
    actorId: 'p1',
    role: 'chair',
    name: 'proposalNote.add',
    v: 1,
    payloadDigest: `digest-${seq}`,
    outcome: 'applied',
    code: null,
    serverTime: '2026-01-01T00:00:00.000Z',
    clientTime: 1_767_225_600_000,
    prevHash: `hash-${seq - 1}`,
    hash: `hash-${seq}`,
    params: null,
    salt: `salt-${seq}`,
    args: { text: 'é' },
    effects: [],
    touches: [],
    settles: null,
    ...over,
  };
}

function outcomeIn(entry: StoredLogEntry): LogOutcome {
  const { seq, commandId, deviceSeq, outcome, code, params, hash, serverTime } = entry;
  return { seq, commandId, deviceSeq, outcome, code, params, hash, serverTime };
}

function held(seq: number, over: Partial<HeldRow> = {}): HeldRow {
  const who = { commandId: `command-${seq}`, deviceId: 'd1', deviceSeq: seq, actorId: 'p1' };
  const why = { code: 'waits_for', waitsFor: 'meeting/m1', touches: ['decision/x'], wasSeq: null } as const;
  return { seq, ...who, ...why, ...over };
}

export function storeContract(name: string, makeStore: () => Promise<StoreUnderTest>): void {
  describe(`store contract: ${name}`, () => {
    let open: StoreUnderTest | undefined;
    afterEach(async () => {
      await open?.close();
      open = undefined;
    });
    async function start(): Promise<StoreUnderTest> {
      open = await makeStore();
      await open.store.write((tx) => tx.saveCommittee(committee));
      return open;
    }
    const write = async (body: (tx: ServerTx) => Promise<void>): Promise<void> => (await current()).store.write(body);
    const read = async <T>(body: (snapshot: ServerSnapshot) => Promise<T>): Promise<T> =>
      (await current()).store.read(body);
    const current = async (): Promise<StoreUnderTest> => open ?? start();

    test('a committee is what was saved last; an unknown one is undefined', async () => {
      await write(async (tx) => {
        expect(await tx.lockCommittee('c1')).toEqual(committee);
        await tx.saveCommittee({ ...committee, seq: 1, head: 'h' });
        expect(await tx.lockCommittee('c1')).toMatchObject({ seq: 1, head: 'h' });
        expect(await tx.lockCommittee('c2')).toBeUndefined();
      });
      expect(await read((snapshot) => snapshot.committee('c1'))).toEqual({ ...committee, seq: 1, head: 'h' });
      expect(await read((snapshot) => snapshot.committee('c2'))).toBeUndefined();
    });

    test('a device is found by its id', async () => {
      const { addDevice } = await start();
      const device: DeviceRow = { id: 'd1', personId: 'p1', name: 'telefoon', publicKey: null, state: 'active' };
      await addDevice(device);
      expect(await read((snapshot) => snapshot.device('d1'))).toEqual(device);
      expect(await read((snapshot) => snapshot.device('d2'))).toBeUndefined();
      await write(async (tx) => expect(await tx.device('d1')).toEqual(device));
    });

    test('[L1] a body that throws leaves nothing behind, and the error comes out', async () => {
      const failure = write(async (tx) => {
        await tx.saveCommittee({ ...committee, seq: 9 });
        await tx.putRows('c1', [note('n1', 'a', 9)]);
        await tx.addLog('c1', [entry(9)]);
        await tx.addHeld('c1', held(9));
        await tx.saveLastDeviceSeq('c1', 'd1', 9);
        throw new Error('no');
      });
      await expect(failure).rejects.toThrow('no');
      await read(async (snapshot) => {
        expect(await snapshot.committee('c1')).toEqual(committee);
        expect(await snapshot.allRows('c1')).toEqual([]);
        expect(await snapshot.logBySeq('c1', 9)).toBeUndefined();
        expect(await snapshot.lastDeviceSeq('c1', 'd1')).toBe(0);
      });
      await write(async (tx) => expect(await tx.openHeld('c1')).toEqual([]));
    });

    test('[P7] a savepoint takes back what came after it and nothing else, also one within another', async () => {
      await write(async (tx) => {
        await tx.putRows('c1', [note('kept', 'a', 1)]);
        const outer = await tx.savepoint();
        await tx.putRows('c1', [note('kept', 'b', 2), note('outer', 'a', 2)]);
        const inner = await tx.savepoint();
        await tx.putRows('c1', [note('inner', 'a', 3)]);
        await inner.rollback();
        expect(await tx.row('c1', 'proposalNote/inner')).toBeUndefined();
        expect(await tx.row('c1', 'proposalNote/outer')).toBeDefined();
        await outer.rollback();
        const again = await tx.savepoint();
        await tx.putRows('c1', [note('last', 'a', 2)]);
        await again.release();
      });
      const rows = await read((snapshot) => snapshot.allRows('c1'));
      expect(rows.map(({ id }) => id).sort()).toEqual(['kept', 'last']);
      expect(rows.find(({ id }) => id === 'kept')).toEqual(note('kept', 'a', 1));
    });

    test('rows come back as they were put, in the order of the keys asked, and per committee', async () => {
      await write(async (tx) => {
        await tx.saveCommittee({ ...committee, id: 'c2' });
        await tx.putRows('c1', [note('n1', 'a', 1), note('n2', 'a', 1)]);
        await tx.putRows('c1', [note('n1', 'b', 2, 'prop:b')]);
        await tx.putRows('c2', [note('n1', 'z', 1)]);
        const keys: RowKey[] = [rowKey('proposalNote', 'n2'), 'proposalNote/none', rowKey('proposalNote', 'n1')];
        expect(await tx.rows('c1', keys)).toEqual([note('n2', 'a', 1), undefined, note('n1', 'b', 2, 'prop:b')]);
      });
      expect(await read((snapshot) => snapshot.row('c1', 'proposalNote/n1'))).toEqual(note('n1', 'b', 2, 'prop:b'));
      expect(await read((snapshot) => snapshot.row('c2', 'proposalNote/n1'))).toEqual(note('n1', 'z', 1));
    });

    test('a transaction reads all rows of a committee, own writes included', async () => {
      await write((tx) => tx.putRows('c1', [note('n1', 'a', 1), note('n2', 'a', 1)]));
      await write(async (tx) => {
        await tx.putRows('c1', [note('n2', 'b', 2), note('n3', 'a', 2)]);
        await tx.putRows('c2', [note('n4', 'a', 2)]);
        const rows = await tx.allRows('c1');
        expect([...rows].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
          ...[note('n1', 'a', 1), note('n2', 'b', 2), note('n3', 'a', 2)],
        ]);
      });
    });

    test('an index lists rows by what they say now, in the order of their ids, own writes included', async () => {
      await write((tx) => tx.putRows('c1', [note('n3', 'a', 1), note('n1', 'a', 1), note('n2', 'b', 1)]));
      await write(async (tx) => {
        await tx.putRows('c1', [note('n2', 'a', 2), note('n3', 'b', 2)]);
        const rows = await tx.list('c1', 'proposalNote', 'proposalId', 'a');
        expect(rows.map(({ id }) => id)).toEqual(['n1', 'n2']);
      });
      const rows = await read((snapshot) => snapshot.list('c1', 'proposalNote', 'proposalId', 'b'));
      expect(rows).toEqual([note('n3', 'b', 2)]);
      expect(await read((snapshot) => snapshot.list('c1', 'proposalNote', 'proposalId', 'none'))).toEqual([]);
    });

    test('an index finds a number by its text, and a row without a value under no key', async () => {
      const proposal = (id: string, year: number): ServerRowRecord => {
        const body = { id, year } as unknown as Proposal;
        return { type: 'proposal', id, scope: `prop:${id}`, v: 1, sv: 1, body };
      };
      const loose = { ...note('x', 'a', 1), type: 'agendaItem' } as ServerRowRecord;
      const item = { ...loose, body: { ...loose.body, meetingId: 'm', proposalId: null } as never };
      await write((tx) => tx.putRows('c1', [proposal('a', 2025), proposal('b', 2026), item]));
      await read(async (snapshot) => {
        const found = await snapshot.list('c1', 'proposal', 'year', '2026');
        expect(found.map(({ id }) => id)).toEqual(['b']);
        expect(await snapshot.list('c1', 'agendaItem', 'proposalId', 'null')).toEqual([]);
        expect(await snapshot.list('c1', 'agendaItem', 'meetingId', 'm')).toHaveLength(1);
      });
    });

    test('[U1] changed rows: above a place, up to a seq, visible scopes only, in order, at most so many', async () => {
      await write((tx) =>
        tx.putRows('c1', [
          note('b', 'x', 2),
          note('a', 'x', 2),
          note('fin', 'x', 2, 'fin'),
          note('p', 'x', 3, 'prop:p'),
          note('q', 'x', 4, 'prop:q'),
          note('late', 'x', 9),
          note('early', 'x', 1),
        ]),
      );
      const ids = (over: Partial<Parameters<ServerSnapshot['changedRows']>[1]>): Promise<string[]> =>
        read(async (snapshot) => {
          const after = { v: 0, type: '', id: '' };
          const rows = await snapshot.changedRows('c1', { ...everything, after, upTo: 100, max: 100, ...over });
          return rows.map(({ id }) => id);
        });
      expect(await ids({})).toEqual(['early', 'a', 'b', 'fin', 'p', 'q', 'late']);
      expect(await ids({ upTo: 4, max: 3 })).toEqual(['early', 'a', 'b']);
      expect(await ids({ after: { v: 2, type: 'proposalNote', id: 'a' } })).toEqual(['b', 'fin', 'p', 'q', 'late']);
      expect(await ids({ after: { v: 3, type: '', id: '' }, upTo: 4 })).toEqual(['p', 'q']);
      expect(await ids({ scopes: ['pub', 'prop:q'], everyProposal: false })).toEqual(['q']);
      expect(await ids({ scopes: [], everyProposal: true })).toEqual(['p', 'q']);
      expect(await ids({ scopes: [], everyProposal: false })).toEqual([]);
    });

    test('[U3] scope moves are found between two versions', async () => {
      const move = (id: string, v: number) => ({ type: 'proposalNote', id, scope: 'com', v }) as const;
      await write((tx) => tx.addScopeMoves('c1', [move('a', 2), move('b', 2), move('c', 5)]));
      const between = (after: number, upTo: number) => read((snapshot) => snapshot.scopeMoves('c1', after, upTo));
      expect(await between(1, 2)).toEqual([move('a', 2), move('b', 2)]);
      expect(await between(2, 4)).toEqual([]);
      expect(await between(0, 9)).toHaveLength(3);
    });

    test('[D1] device numbers count per committee and device', async () => {
      await write(async (tx) => {
        expect(await tx.lastDeviceSeq('c1', 'd1')).toBe(0);
        await tx.saveLastDeviceSeq('c1', 'd1', 3);
        await tx.saveLastDeviceSeq('c1', 'd1', 4);
        await tx.saveLastDeviceSeq('c2', 'd1', 8);
        expect(await tx.lastDeviceSeq('c1', 'd1')).toBe(4);
      });
      expect(await read((snapshot) => snapshot.lastDeviceSeq('c1', 'd1'))).toBe(4);
      expect(await read((snapshot) => snapshot.lastDeviceSeq('c1', 'd2'))).toBe(0);
    });

    test('[L3] log entries come back whole and are found by every name they have', async () => {
      const effects = [{ type: 'proposalNote', id: 'n1', body: note('n1', 'a', 1).body }] as const;
      const full = entry(1, { effects, params: { cents: 5 }, code: null, touches: ['proposalNote/n1'] });
      const waits = entry(2, { outcome: 'held', code: 'waits_for', params: { waitsFor: 'meeting/m' } });
      const settles = entry(3, { commandId: waits.commandId, deviceSeq: 2, settles: 2 });
      await write(async (tx) => {
        await tx.addLog('c1', [full, waits]);
        await tx.addLog('c1', [settles]);
        expect(await tx.logBySeq('c1', 1)).toEqual(full);
        expect(await tx.logByCommand('c1', 'command-2')).toEqual(waits);
        expect(await tx.logByDeviceSeq('c1', 'd1', 2)).toEqual(waits);
        expect(await tx.logSettling('c1', 2)).toEqual(settles);
        expect(await tx.logSettling('c1', 1)).toBeUndefined();
        expect(await tx.logByCommand('c2', 'command-1')).toBeUndefined();
      });
      await read(async (snapshot) => {
        expect(await snapshot.logRange('c1', 2, 10)).toEqual([waits, settles]);
        expect(await snapshot.logRange('c1', 1, 1)).toEqual([full]);
        expect(await snapshot.logBySeq('c1', 3)).toEqual(settles);
        expect(await snapshot.logOfRefusals('c1')).toEqual([]);
      });
    });

    test('[V3] what was refused for want of rights, and what was made of it, in order', async () => {
      const refused = entry(2, { outcome: 'rejected', code: 'not_permitted' });
      const settled = entry(3, { name: 'refused.settle', args: { commandId: refused.commandId, as: 'set_aside' } });
      await write((tx) => tx.addLog('c1', [entry(1), refused, settled]));
      await write((tx) => tx.addLog('c1', [entry(4, { outcome: 'rejected', code: 'wrong_state' })]));
      expect(await read((snapshot) => snapshot.logOfRefusals('c1'))).toEqual([refused, settled]);
      expect(await read((snapshot) => snapshot.logOfRefusals('c2'))).toEqual([]);
    });

    test('[L6] entries that name an id are found wherever it stands, and a payload that is erased is gone for good', async () => {
      const body = { id: 'p7', name: 'Dina' };
      const wrote = entry(2, { effects: [{ type: 'person', id: 'p7', body }] });
      const touched = entry(3, { touches: ['person/p7'], outcome: 'rejected', params: { n: 1 } });
      const asked = entry(4, { args: { personId: 'p7' } });
      const did = entry(5, { actorId: 'p7' });
      await write(async (tx) => {
        await tx.addLog('c1', [entry(1), wrote, touched, asked]);
        await tx.addLog('c1', [did]);
        expect(await tx.logNaming('c1', 'p7')).toEqual([wrote, touched, asked, did]);
        expect(await tx.logNaming('c2', 'p7')).toEqual([]);
        await tx.erasePayloads('c1', [2, 3]);
        const left = { salt: null, args: null, effects: [], params: null };
        expect(await tx.logNaming('c1', 'p7')).toEqual([{ ...touched, ...left }, asked, did]);
        expect(await tx.logByCommand('c1', 'command-2')).toEqual({ ...wrote, ...left });
      });
      await read(async (snapshot) => {
        const found = await snapshot.logRange('c1', 1, 10);
        expect(found.map(({ salt }) => salt)).toEqual(['salt-1', null, null, 'salt-4', 'salt-5']);
      });
    });

    test.each([
      ['seq', entry(1, { commandId: 'other', deviceSeq: 7 })],
      ['command', entry(2, { commandId: 'command-1', deviceSeq: 7 })],
      ['device number', entry(2, { commandId: 'other', deviceSeq: 1 })],
    ])('[L3] a second entry under the same %s is refused', async (_name, second) => {
      await write((tx) => tx.addLog('c1', [entry(1)]));
      await expect(write((tx) => tx.addLog('c1', [second]))).rejects.toThrow();
      expect(await read((snapshot) => snapshot.logRange('c1', 1, 10))).toEqual([entry(1)]);
    });

    test('[U5] the log of a device: from a number on, with what settled it, and late settlements of earlier ones', async () => {
      const waiting = (seq: number) => entry(seq, { outcome: 'held', code: 'waits_for' });
      const settled = (seq: number, settles: number) =>
        entry(seq, { commandId: `command-${settles}`, deviceSeq: settles, settles });
      const other = entry(3, { deviceId: 'd2', deviceSeq: 1 });
      const entries = [waiting(1), waiting(2), other, settled(4, 1), entry(5), settled(6, 2)];
      await write((tx) => tx.addLog('c1', entries));
      const seqs = (from: number, after: number) =>
        read(async (snapshot) => (await snapshot.logOfDevice('c1', 'd1', from, after)).map(({ seq }) => seq));
      expect(await seqs(1, 0)).toEqual([1, 2, 4, 5, 6]);
      expect(await seqs(5, 4)).toEqual([5, 6]);
      expect(await seqs(2, 6)).toEqual([2, 5, 6]);
      expect(await seqs(9, 6)).toEqual([]);
    });

    test('[P4] an alias finds its command, and the log of the device gives it the number that the device knows', async () => {
      const why = { outcome: 'held', code: 'waits_for', params: { waitsFor: 'meeting/m1' } } as const;
      const first = entry(1, { ...why, deviceId: 'd2', deviceSeq: 8 });
      const settled = entry(2, { commandId: first.commandId, deviceId: 'd2', deviceSeq: 8, settles: 1 });
      await write(async (tx) => {
        await tx.addLog('c1', [first, settled]);
        await tx.addAlias('c1', 'd1', 4, first.commandId);
        expect(await tx.alias('c1', 'd1', 4)).toBe(first.commandId);
        expect(await tx.alias('c1', 'd1', 5)).toBeUndefined();
      });
      const mine = { deviceSeq: 4 };
      const found = (from: number, after: number) => read((snapshot) => snapshot.logOfDevice('c1', 'd1', from, after));
      expect(await found(4, 9)).toEqual([
        { ...outcomeIn(first), ...mine },
        { ...outcomeIn(settled), ...mine },
      ]);
      expect(await found(5, 1)).toEqual([{ ...outcomeIn(settled), ...mine }]);
      expect(await found(5, 2)).toEqual([]);
    });

    test('[P4] an alias of the device itself: what it sent again under a later number', async () => {
      const first = entry(1, { deviceId: 'd1', deviceSeq: 3 });
      await write(async (tx) => {
        await tx.addLog('c1', [first]);
        await tx.addAlias('c1', 'd1', 4, first.commandId);
      });
      const found = (from: number) => read((snapshot) => snapshot.logOfDevice('c1', 'd1', from, 9));
      expect(await found(4)).toEqual([{ ...outcomeIn(first), deviceSeq: 4 }]);
      expect(await found(3)).toHaveLength(2);
    });

    test('held commands are listed in seq order until they are removed; holding again replaces', async () => {
      await write(async (tx) => {
        await tx.addHeld('c1', held(7, { wasSeq: 3 }));
        await tx.addHeld('c1', held(5));
        await tx.addHeld('c1', held(5, { waitsFor: null, code: 'server_error' }));
        await tx.addHeld('c2', held(1));
      });
      await write(async (tx) => {
        const mended = held(5, { waitsFor: null, code: 'server_error' });
        expect(await tx.openHeld('c1')).toEqual([mended, held(7, { wasSeq: 3 })]);
        await tx.removeHeld('c1', 5);
        expect(await tx.openHeld('c1')).toEqual([held(7, { wasSeq: 3 })]);
      });
    });

    test('[H5] of the waiting bundles of a device the one that starts first is found, once it may start', async () => {
      const rest = { personId: 'p1', epoch: null, commands: [], photos: [], madeAt: '', signature: 'AAAA' } as const;
      const bundle = {
        ...rest,
        kind: 'buurtkas_bundle',
        v: 1,
        committeeId: 'c1',
        deviceId: 'd1',
        firstSeq: 3,
      } as const;
      const waiting = (id: string, nextSeq: number) => ({ id, nextSeq, bundle });
      await write(async (tx) => {
        for (const found of [waiting('b', 5), waiting('c', 3), waiting('a', 3)]) await tx.addWaiting('c1', found);
        await tx.addWaiting('c1', { ...waiting('z', 1), bundle: { ...bundle, deviceId: 'd2' } });
        expect(await tx.nextWaiting('c1', 'd1', 2)).toBeUndefined();
        expect(await tx.nextWaiting('c1', 'd1', 3)).toEqual(waiting('a', 3));
        await tx.removeWaiting('c1', 'a');
        await tx.addWaiting('c1', waiting('c', 7));
      });
      await write(async (tx) => {
        expect(await tx.nextWaiting('c1', 'd1', 9)).toEqual(waiting('b', 5));
        expect(await tx.nextWaiting('c2', 'd1', 9)).toBeUndefined();
        await tx.removeWaiting('c1', 'b');
        expect(await tx.nextWaiting('c1', 'd1', 9)).toEqual(waiting('c', 7));
      });
    });

    test('[U1] a snapshot does not see what is written while it is read', async () => {
      const { store } = await start();
      await store.write((tx) => tx.putRows('c1', [note('n1', 'a', 1)]));
      const writing: Promise<void>[] = [];
      await store.read(async (snapshot) => {
        const before = await snapshot.allRows('c1');
        writing.push(store.write((tx) => tx.putRows('c1', [note('n1', 'a', 2), note('n2', 'a', 2)])));
        expect(await snapshot.allRows('c1')).toEqual(before);
      });
      await Promise.all(writing);
      expect(await read((snapshot) => snapshot.allRows('c1'))).toHaveLength(2);
    });

    test('[P1] two transactions on one committee never mix', async () => {
      const { store } = await start();
      const bump = () =>
        store.write(async (tx) => {
          const row = await tx.lockCommittee('c1');
          if (row === undefined) throw new Error('no committee');
          await tx.row('c1', 'proposalNote/n1');
          await tx.saveCommittee({ ...row, seq: row.seq + 1 });
        });
      await Promise.all(Array.from({ length: 20 }, bump));
      expect(await read((snapshot) => snapshot.committee('c1'))).toMatchObject({ seq: 20 });
    });
  });
}

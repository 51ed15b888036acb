import { describe, expect, test } from 'vitest';
import { foundArgs, hashOf, newId, Phone, proposalArgs, Server, smallBytes, today } from '../../tests/sync/phones.ts';
import { digestOf } from '../domain/digest.ts';
import type { Proposal, Role } from '../domain/rows.ts';
import { wipe } from '../sync/meta.ts';
import { type ClientTx, StorageFull, type StoredRow } from '../sync/ports.ts';
import type { PullRequest, PullResponse } from '../sync/protocol.ts';
import { pullWhole } from '../sync/pull.ts';
import { pushAll } from '../sync/push.ts';
import { applyPull, type WholeAnswer } from '../sync/rebase.ts';
import { createReader } from './queries.ts';

async function begin() {
  const server = new Server();
  const committeeId = newId();
  const chair = new Phone(server, newId());
  await server.found(committeeId, chair.personId);
  await chair.join(committeeId, 'founder');
  await chair.engine.dispatch(committeeId, 'committee.found', foundArgs);
  await chair.engine.sync(committeeId);
  const addPhone = async (role: Role): Promise<Phone> => {
    const phone = new Phone(server, newId());
    const { personId } = phone;
    const args = { personId, name: role, role, proposalIds: [] };
    await chair.engine.dispatch(committeeId, 'member.add', args);
    await chair.engine.sync(committeeId);
    await phone.join(committeeId);
    await phone.engine.sync(committeeId);
    return phone;
  };
  return { server, committeeId, chair, addPhone };
}

const proposalOf = async (phone: Phone, committeeId: string, id: string) =>
  phone.read((tx) => tx.rows('proposal').get([committeeId, id]));
const outboxOf = (phone: Phone, committeeId: string) => phone.read((tx) => tx.outbox.where('committeeId', committeeId));
const inboxOf = (phone: Phone, committeeId: string) => phone.read((tx) => tx.inbox.where('committeeId', committeeId));
const metaOf = async (phone: Phone, committeeId: string) => {
  const meta = await phone.read((tx) => tx.meta.get(committeeId));
  if (meta === undefined) throw new Error('no meta');
  return meta;
};

describe('saving', () => {
  test('[S1] outbox, row, shadow and number are written together and shown as pending', async () => {
    const { committeeId, chair } = await begin();
    const id = newId();
    const before = await metaOf(chair, committeeId);
    const saved = await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
    expect(saved).toMatchObject({ saved: true, forecast: 'expected' });
    const row = await proposalOf(chair, committeeId, id);
    expect(row).toMatchObject({ pending: 1, v: 0, body: { title: 'Buurtfeest', state: 'draft' } });
    const [item] = await outboxOf(chair, committeeId);
    expect(item).toMatchObject({ deviceSeq: before.nextSeq, name: 'proposal.create', decided: false });
    expect(item?.writes).toContain(`proposal/${id}`);
    const shadow = await chair.read((tx) => tx.shadow.where('committeeId', committeeId));
    expect(shadow).toEqual([{ committeeId, key: `proposal/${id}`, confirmed: null }]);
    expect((await metaOf(chair, committeeId)).nextSeq).toBe(before.nextSeq + 1);
  });

  test('[S4] a wrong shape, a missing right and a final code stop the form, also with accept', async () => {
    const { committeeId, chair, addPhone } = await begin();
    const auditor = await addPhone('auditor');
    const id = newId();
    const wrong = await chair.engine.dispatch(committeeId, 'proposal.create', { proposalId: id }, { accept: true });
    expect(wrong).toMatchObject({ saved: false, code: 'malformed', final: true });
    const args = proposalArgs(id);
    const denied = await auditor.engine.dispatch(committeeId, 'proposal.create', args, { accept: true });
    expect(denied).toMatchObject({ saved: false, code: 'not_permitted', final: true });
    const bad = { ...args, themeShares: [{ theme: 7, percent: 60 }] };
    await chair.engine.dispatch(committeeId, 'proposal.create', bad);
    const submit = { proposalId: id, submittedOn: today };
    const refused = await chair.engine.dispatch(committeeId, 'proposal.submit', submit, { accept: true });
    expect(refused).toMatchObject({ saved: false, final: true });
    expect((await outboxOf(chair, committeeId)).map(({ name }) => name)).toEqual(['proposal.create']);
  });

  test('[S4] any other refusal is a forecast: unsaved at first, doubtful with accept, decided by the server', async () => {
    const { committeeId, chair } = await begin();
    const id = newId();
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
    const other = proposalArgs(id, 'Iets anders');
    const asked = await chair.engine.dispatch(committeeId, 'proposal.create', other);
    expect(asked).toEqual({ saved: false, code: 'id_taken', params: {}, final: false });
    expect(await outboxOf(chair, committeeId)).toHaveLength(1);
    const saved = await chair.engine.dispatch(committeeId, 'proposal.create', other, { accept: true });
    expect(saved).toMatchObject({ saved: true, forecast: 'doubtful', code: 'id_taken' });
    expect((await proposalOf(chair, committeeId, id))?.body).toMatchObject({ title: 'Buurtfeest' });
    await chair.engine.sync(committeeId);
    expect(await inboxOf(chair, committeeId)).toMatchObject([{ outcome: 'rejected', code: 'id_taken', handled: 0 }]);
    expect(chair.engine.status()).toMatchObject({ online: 'yes', attention: 1, unsent: { commands: 0, photos: 0 } });
  });

  test('[S4] what waits for a row of another phone is saved without asking', async () => {
    const { committeeId, chair } = await begin();
    const note = { noteId: newId(), proposalId: newId(), text: 'Mooi plan' };
    const saved = await chair.engine.dispatch(committeeId, 'proposalNote.add', note);
    expect(saved).toMatchObject({ saved: true, forecast: 'doubtful', code: 'waits_for' });
  });

  test('[S5] two tabs never take the same number', async () => {
    const { committeeId, chair } = await begin();
    const second = chair.tab();
    const tabs = [chair.engine, second];
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        tabs[n % 2]?.dispatch(committeeId, 'proposal.create', proposalArgs(newId())),
      ),
    );
    const numbers = (await outboxOf(chair, committeeId)).map(({ deviceSeq }) => deviceSeq);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, n) => n + 2));
  });

  test('a founder without a connection goes on as chair', async () => {
    const server = new Server();
    const committeeId = newId();
    const phone = new Phone(server, newId());
    await server.found(committeeId, phone.personId);
    await phone.join(committeeId, 'founder');
    phone.traffic.offline = true;
    await phone.engine.dispatch(committeeId, 'committee.found', foundArgs);
    const created = await phone.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
    expect(created).toMatchObject({ saved: true, forecast: 'expected' });
    phone.traffic.offline = false;
    await phone.engine.sync(committeeId);
    expect(server.log(committeeId).map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    expect((await metaOf(phone, committeeId)).access).toMatchObject({ role: 'chair' });
  });

  test('[S1] the draft of the form goes with the save, and stays when it is refused', async () => {
    const { committeeId, chair } = await begin();
    const id = newId();
    const draft = { key: 'proposal.new', value: { title: 'Buurtfeest' } };
    await chair.store.write((tx) => tx.drafts.put(draft));
    await chair.engine.dispatch(committeeId, 'proposal.create', {}, { draftKey: draft.key });
    expect(await chair.read((tx) => tx.drafts.all())).toEqual([draft]);
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id), { draftKey: draft.key });
    expect(await chair.read((tx) => tx.drafts.all())).toEqual([]);
  });
});

describe('push and pull', () => {
  test('[R3] a confirmed command moves to the archive and its row is no longer pending', async () => {
    const { committeeId, chair } = await begin();
    const id = newId();
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
    await chair.engine.sync(committeeId);
    expect(await outboxOf(chair, committeeId)).toEqual([]);
    expect(await chair.read((tx) => tx.shadow.all())).toEqual([]);
    const row = await proposalOf(chair, committeeId, id);
    expect(row).toMatchObject({ pending: 0, v: 2 });
    const archived = await chair.read((tx) => tx.archive.where('committeeId', committeeId));
    expect(archived.map(({ name, outcome, seq }) => [name, outcome, seq])).toContainEqual([
      'proposal.create',
      'applied',
      2,
    ]);
  });

  test('[P2] a lost answer leads to a repeat and not to a second entry', async () => {
    const { server, committeeId, chair } = await begin();
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
    chair.traffic.onAnswer = (kind, answer) => {
      if (kind === 'push') throw new Error('the connection broke here');
      return answer;
    };
    await expect(chair.engine.sync(committeeId)).rejects.toThrow();
    expect(await outboxOf(chair, committeeId)).toMatchObject([{ decided: false }]);
    chair.traffic.onAnswer = (_, answer) => answer;
    await chair.engine.sync(committeeId);
    expect(server.log(committeeId)).toHaveLength(2);
    expect(await outboxOf(chair, committeeId)).toEqual([]);
  });

  test('[R3] an answer to push alone changes nothing on the screen', async () => {
    const { committeeId, chair } = await begin();
    const id = newId();
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
    chair.traffic.onAnswer = (kind, answer) => {
      if (kind === 'pull') throw new Error('cut off');
      return answer;
    };
    await expect(chair.engine.sync(committeeId)).rejects.toThrow();
    expect(await outboxOf(chair, committeeId)).toMatchObject([{ decided: true }]);
    expect(await proposalOf(chair, committeeId, id)).toMatchObject({ pending: 1 });
    await chair.engine.refreshStatus();
    expect(chair.engine.status().unsent.commands).toBe(0);
  });

  test('[R6] the digest follows deltas and equals the sum over all rows', async () => {
    const { committeeId, chair, addPhone } = await begin();
    const secretary = await addPhone('secretary');
    const id = newId();
    await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
    await secretary.engine.sync(committeeId);
    await chair.engine.sync(committeeId);
    await secretary.engine.dispatch(committeeId, 'proposal.submit', { proposalId: id, submittedOn: today });
    await secretary.engine.sync(committeeId);
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId(), 'Nog een'));
    await chair.engine.sync(committeeId);
    const rows = [...chair.server.store.committee(committeeId).rows.values()];
    const { digest } = await metaOf(chair, committeeId);
    expect(digest).toBe(digestOf(rows.map(({ type, id: rowId, v }) => ({ t: type, id: rowId, v }))));
    const again = chair.tab();
    await again.sync(committeeId);
    expect(chair.alarms).toEqual([]);
  });

  test('[U2] rows that diverged silently heal by a snapshot and raise an alarm', async () => {
    const { committeeId, chair } = await begin();
    const id = newId();
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
    await chair.engine.sync(committeeId);
    await chair.store.write(async (tx) => {
      await tx.rows('proposal').removeMany([[committeeId, id]]);
      await tx.meta.put({ ...(await metaOf2(tx, committeeId)), digest: '0123456789abcdef' });
    });
    await chair.tab().sync(committeeId);
    expect(chair.alarms).toEqual(['digest_mismatch']);
    expect(await proposalOf(chair, committeeId, id)).toMatchObject({ pending: 0, v: 2 });
  });

  test.each([
    ['went', (tx: ClientTx, row: StoredRow) => tx.rows('proposal').removeMany([[row.committeeId, row.id]])],
    ['is an old one', (tx: ClientTx, row: StoredRow) => tx.rows('proposal').put({ ...row, v: row.v - 1 })],
    ['came back', (tx: ClientTx, row: StoredRow) => tx.rows('proposal').put({ ...row, id: newId() })],
  ])(
    '[R6] a row in the storage that %s is found, reported and healed, with pending work on top',
    async (_, corrupt) => {
      const { committeeId, chair } = await begin();
      const [id, untouched, pending] = [newId(), newId(), newId()];
      await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
      await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(untouched));
      await chair.engine.sync(committeeId);
      const before = await chair.read((tx) => tx.rows('proposal').where('committeeId', committeeId));
      const row = before.find((one) => one.id === id);
      if (row === undefined) throw new Error('no row');
      await chair.store.write((tx) => corrupt(tx, row));
      const tab = chair.tab();
      await tab.sync(committeeId);
      expect(chair.alarms).toEqual([]); // what is carried along still fits
      chair.traffic.offline = true;
      const change = { proposalId: untouched, fields: { title: 'Anders' }, seen: { title: 'Buurtfeest' } };
      await tab.dispatch(committeeId, 'proposal.change', change);
      await tab.dispatch(committeeId, 'proposal.create', proposalArgs(pending));
      chair.traffic.offline = false;
      chair.traffic.instead = (kind) => (kind === 'push' ? { deviceSeq: 0, outcomes: [], stop: 'retry' } : undefined);
      await tab.sync(committeeId).catch(() => undefined);
      expect(chair.alarms).toEqual(['digest_mismatch']);
      const after = await chair.read((tx) => tx.rows('proposal').where('committeeId', committeeId));
      expect(after.map(({ id: rowId, pending: own }) => [rowId, own]).sort()).toEqual(
        [
          [id, 0],
          [untouched, 1],
          [pending, 1],
        ].sort(),
      );
      expect(after.find((one) => one.id === id)).toEqual(row);
    },
  );

  test('[R6] rows that fit are not called different, pending work or not', async () => {
    const { committeeId, chair } = await begin();
    await chair.engine.sync(committeeId);
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
    await chair.engine.sync(committeeId);
    const digests = chair.traffic.requests.filter(({ kind, body }) => kind === 'pull' && 'digest' in (body as object));
    expect(digests.length).toBeGreaterThan(1);
    expect(chair.alarms).toEqual([]);
  });

  test('[R4] pending commands are replayed over what others did; what will be refused is marked and sent', async () => {
    const { committeeId, chair, addPhone } = await begin();
    const secretary = await addPhone('secretary');
    const id = newId();
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
    await chair.engine.sync(committeeId);
    await secretary.engine.sync(committeeId);
    const change = (title: string, requestedCents?: number) => ({
      proposalId: id,
      fields: { title, ...(requestedCents === undefined ? {} : { requestedCents }) },
      seen: { title: 'Buurtfeest', ...(requestedCents === undefined ? {} : { requestedCents: 45_000 }) },
    });
    await secretary.engine.dispatch(committeeId, 'proposal.change', change('Straatfeest'));
    await secretary.engine.dispatch(committeeId, 'proposal.change', { ...change('Straatfeest', 60_000) });
    await chair.engine.dispatch(committeeId, 'proposal.change', change('Pleinfeest', 50_000));
    await chair.engine.sync(committeeId);
    // The pull comes before the push here, as when another tab pulls: only the replay is looked at.
    secretary.traffic.instead = (kind) => (kind === 'push' ? { deviceSeq: 0, outcomes: [], stop: 'retry' } : undefined);
    await expect(secretary.engine.sync(committeeId)).rejects.toThrow('retry');
    const items = await outboxOf(secretary, committeeId);
    expect(items.map(({ forecast, forecastCode }) => [forecast, forecastCode])).toEqual([
      ['expected', null],
      ['doubtful', 'changed_meanwhile'],
    ]);
    expect((await proposalOf(secretary, committeeId, id))?.body).toMatchObject({
      title: 'Straatfeest',
      requestedCents: 50_000,
    });
    secretary.traffic.instead = () => undefined;
    await secretary.engine.sync(committeeId);
    expect(await inboxOf(secretary, committeeId)).toMatchObject([{ code: 'changed_meanwhile', outcome: 'rejected' }]);
  });

  test('[P9] held becomes applied: the inbox asks for attention no longer', async () => {
    const { committeeId, chair, addPhone } = await begin();
    const secretary = await addPhone('secretary');
    const proposalId = newId();
    const note = { noteId: newId(), proposalId, text: 'Mooi plan' };
    await secretary.engine.dispatch(committeeId, 'proposalNote.add', note);
    await secretary.engine.sync(committeeId);
    expect(await inboxOf(secretary, committeeId)).toMatchObject([{ outcome: 'held', code: 'waits_for' }]);
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(proposalId));
    await chair.engine.sync(committeeId);
    await secretary.engine.sync(committeeId);
    expect(await inboxOf(secretary, committeeId)).toEqual([]);
    const archived = await secretary.read((tx) => tx.archive.where('committeeId', committeeId));
    expect(archived.map(({ outcome }) => outcome)).toEqual(['applied']);
    expect(await secretary.read((tx) => tx.rows('proposalNote').all())).toHaveLength(1);
  });

  test('[I18] a handled refusal stays handled when it is told again', async () => {
    const { committeeId, chair } = await begin();
    const id = newId();
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id, 'Anders'), { accept: true });
    await chair.engine.sync(committeeId);
    const [refused] = await inboxOf(chair, committeeId);
    await chair.engine.markHandled(refused?.commandId ?? '');
    expect(chair.engine.status().attention).toBe(0);
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
    await chair.engine.sync(committeeId);
    expect(await inboxOf(chair, committeeId)).toMatchObject([{ handled: 1 }]);
  });
});

const metaOf2 = async (tx: Parameters<Parameters<Phone['read']>[0]>[0], committeeId: string) => {
  const meta = await tx.meta.get(committeeId);
  if (meta === undefined) throw new Error('no meta');
  return meta;
};

describe('applying', () => {
  /** An answer of the server to what the phone asked last, as `applyPull` takes it. */
  async function answered(phone: Phone, committeeId: string) {
    const meta = await metaOf(phone, committeeId);
    let answer: PullResponse | undefined;
    phone.traffic.onAnswer = (kind, found) => {
      if (kind !== 'pull') return found;
      answer = found as PullResponse;
      throw new Error('kept');
    };
    await phone.engine.sync(committeeId).catch(() => undefined);
    phone.traffic.onAnswer = (_, found) => found;
    if (answer?.last === undefined) throw new Error('no whole answer');
    const { epoch, cursor, head } = meta;
    return { base: { epoch, cursor, head }, answer: { ...answer, last: answer.last } as WholeAnswer };
  }
  const environment = { now: 1, alarm: () => undefined };

  test('[R1] an answer to an older question is dropped and changes nothing', async () => {
    const { committeeId, chair } = await begin();
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
    const old = await answered(chair, committeeId);
    await chair.engine.sync(committeeId);
    const before = await metaOf(chair, committeeId);
    const applied = await chair.store.write((tx) => applyPull(tx, committeeId, old.base, old.answer, environment));
    expect(applied).toBe('stale');
    expect(await metaOf(chair, committeeId)).toEqual(before);
  });

  test('[R3] an acknowledged command without an outcome stops everything and keeps everything', async () => {
    const { committeeId, chair } = await begin();
    const id = newId();
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
    const { base, answer } = await answered(chair, committeeId);
    const broken = { ...answer, last: { ...answer.last, outcomes: [] } };
    const outbox = await outboxOf(chair, committeeId);
    const before = await metaOf(chair, committeeId);
    await expect(
      chair.store.write((tx) => applyPull(tx, committeeId, base, broken, environment)),
    ).rejects.toMatchObject({ code: 'missing_outcome' });
    expect(await outboxOf(chair, committeeId)).toEqual(outbox);
    expect(await metaOf(chair, committeeId)).toEqual(before);
    expect(await proposalOf(chair, committeeId, id)).toMatchObject({ pending: 1 });
  });

  test('[R2] a snapshot sweeps what it does not hold and keeps own pending rows', async () => {
    const { committeeId, chair } = await begin();
    const [gone, mine] = [newId(), newId()];
    const { base, answer } = await answered(chair, committeeId);
    await chair.store.write(async (tx) => {
      const body = { id: gone } as Proposal;
      const row = { committeeId, type: 'proposal', id: gone, v: 1, sv: 1, scope: 'com', pending: 0, body } as const;
      await tx.rows('proposal').put(row);
    });
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(mine));
    const rows = [...chair.server.store.committee(committeeId).rows.values()];
    const patch = rows.map(
      ({ type, id, v, sv, scope, body }) => ({ op: 'put', t: type, id, v, sv, scope, row: body }) as const,
    );
    const snapshot = { ...answer, mode: 'snapshot', patch } as WholeAnswer;
    expect(await chair.store.write((tx) => applyPull(tx, committeeId, base, snapshot, environment))).toBe('applied');
    expect(await proposalOf(chair, committeeId, gone)).toBeUndefined();
    expect(await proposalOf(chair, committeeId, mine)).toMatchObject({ pending: 1, v: 0 });
    expect(await chair.read((tx) => tx.rows('member').all())).toHaveLength(1);
  });

  test('[R2] a deletion below a pending change brings the row back only as pending', async () => {
    const { committeeId, chair } = await begin();
    const id = newId();
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
    await chair.engine.sync(committeeId);
    await chair.engine.dispatch(committeeId, 'proposal.submit', { proposalId: id, submittedOn: today });
    const base = await metaOf(chair, committeeId);
    const shape = await answered(chair, committeeId);
    const last = { ...shape.answer.last, outcomes: [], ackDeviceSeq: 2, lastDeviceSeq: 2 };
    const patch = [{ op: 'del', t: 'proposal', id, v: base.cursor + 1 }] as const;
    const deleted: WholeAnswer = { ...shape.answer, mode: 'delta', cursor: base.cursor + 1, patch, last };
    await chair.store.write((tx) => applyPull(tx, committeeId, shape.base, deleted, environment));
    expect(await proposalOf(chair, committeeId, id)).toBeUndefined();
    expect(await outboxOf(chair, committeeId)).toMatchObject([{ forecast: 'doubtful', forecastCode: 'waits_for' }]);
  });

  test('[U4] an answer in pages is staged, goes on after the tab was closed, and is applied whole', async () => {
    const { server, committeeId, chair } = await begin();
    for (let n = 0; n < 5; n += 1) await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
    await chair.engine.sync(committeeId);
    const other = new Phone(server, chair.personId);
    await other.join(committeeId);
    pagesOf(other, 3);
    const stop = failAfter(other, 2);
    await expect(other.engine.sync(committeeId)).rejects.toThrow('closed');
    expect(await other.read((tx) => tx.rows('proposal').all())).toEqual([]);
    expect(await other.read((tx) => tx.staging.all())).toHaveLength(2);
    stop();
    const asked = other.traffic.requests.length;
    pagesOf(other, 3);
    await other.tab().sync(committeeId);
    expect(other.traffic.requests[asked]?.body).toMatchObject({ page: expect.any(String) });
    expect(await other.read((tx) => tx.rows('proposal').all())).toHaveLength(5);
    expect(await other.read((tx) => tx.staging.all())).toEqual([]);
    expect((await metaOf(other, committeeId)).digest).toBe((await metaOf(chair, committeeId)).digest);
  });

  test.each([0, 1])(
    '[U5] two tabs with the same pages before them, overtaken at page %i: one goes on alone',
    async (at) => {
      const { committeeId, chair } = await begin();
      await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
      await chair.engine.sync(committeeId);
      const { base, answer } = await answered(chair, committeeId);
      const { last, ...common } = answer;
      const page = (n: number): PullResponse => ({
        ...common,
        patch: [],
        ...(n < 2 ? { next: `${n + 1}` } : { last }),
      });
      const pull = async (meanwhile: (n: number) => Promise<void>) => {
        const { staging } = await metaOf(chair, committeeId);
        const request = { committeeId } as PullRequest;
        const ask = async ({ page: token }: PullRequest) => {
          const n = Number(token ?? 0);
          await meanwhile(n);
          return page(n);
        };
        return pullWhole({ store: chair.store, newId, net: { pull: ask } }, { base, request, staging });
      };
      const closedAt = async (page: number) => {
        const closing = pull(async (n) => {
          if (n === page) throw new Error('closed');
        });
        await expect(closing).rejects.toThrow('closed');
      };
      await closedAt(at);
      let overtaken = false;
      const pulled = await pull(async (n) => {
        if (n !== at || overtaken) return;
        overtaken = true;
        await closedAt(at + 1);
      });
      expect(pulled.kind).toBe('stale');
      const keys = await chair.read((tx) => tx.staging.keysWhere('committeeId', committeeId));
      expect(keys).toHaveLength(at + 1);
      expect(new Set(keys.map((key) => (key as readonly unknown[])[1])).size).toBe(1);
    },
  );

  /** The server's one page of a snapshot, cut into pages of `size`. */
  function pagesOf(phone: Phone, size: number): void {
    let asked: string | undefined;
    phone.traffic.onRequest = (kind, body) => {
      if (kind !== 'pull') return body;
      const { page, ...rest } = body as PullRequest;
      asked = page;
      return rest as typeof body;
    };
    phone.traffic.onAnswer = (kind, found) => {
      const answer = found as PullResponse;
      if (kind !== 'pull' || answer.mode !== 'snapshot') return found;
      const from = Number(asked ?? 0);
      const patch = answer.patch.slice(from, from + size);
      if (from + size >= answer.patch.length) return { ...answer, patch };
      const { last: _, ...rest } = answer;
      return { ...rest, patch, next: String(from + size) };
    };
  }
  function failAfter(phone: Phone, pages: number): () => void {
    const inner = phone.traffic.onAnswer;
    let left = pages;
    phone.traffic.onAnswer = (kind, found) => {
      const answer = inner(kind, found);
      if (kind === 'pull') {
        left -= 1;
        if (left < 0) throw new Error('closed');
      }
      return answer;
    };
    return () => {
      phone.traffic.onAnswer = inner;
    };
  }
});

describe('rights, restores and clones', () => {
  test('[P3] who is removed while a push is under way sends again, and that is no lack of progress', async () => {
    const { committeeId, chair, addPhone } = await begin();
    const secretary = await addPhone('secretary');
    const { store } = secretary;
    await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
    await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
    await chair.engine.dispatch(committeeId, 'member.remove', { personId: secretary.personId });
    await chair.engine.sync(committeeId);
    let reads = 0;
    // Between the first answer and the next look at the outbox another tab hears of it.
    const read: typeof store.read = async (body) => {
      reads += 1;
      if (reads === 2) await store.write((tx) => wipe(tx, committeeId));
      return store.read(body);
    };
    const ports = { ...secretary.ports(store), store: { ...store, read } };
    expect(await pushAll(ports, secretary.deviceId, committeeId)).toEqual({ kind: 'sent' });
    expect(secretary.alarms).toEqual([]);
    expect(await outboxOf(secretary, committeeId)).toEqual([]);
  });

  test('[V2] a removed member loses the rows at once; the unsent is delivered and answered', async () => {
    const { server, committeeId, chair, addPhone } = await begin();
    const secretary = await addPhone('secretary');
    const id = newId();
    await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
    await chair.engine.dispatch(committeeId, 'member.remove', { personId: secretary.personId });
    await chair.engine.sync(committeeId);
    await secretary.engine.sync(committeeId);
    expect(await secretary.read((tx) => tx.rows('proposal').all())).toEqual([]);
    expect(await secretary.read((tx) => tx.rows('member').all())).toEqual([]);
    await secretary.engine.sync(committeeId);
    expect(await outboxOf(secretary, committeeId)).toEqual([]);
    expect(await inboxOf(secretary, committeeId)).toMatchObject([{ outcome: 'rejected', code: 'not_permitted' }]);
    expect(server.log(committeeId).at(-1)).toMatchObject({ name: 'proposal.create', outcome: 'rejected' });
    const denied = await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
    expect(denied).toMatchObject({ saved: false, code: 'not_permitted', final: true });
  });

  test('[H3] a server that came back from a backup gets everything again', async () => {
    const { server, committeeId, chair } = await begin();
    const restore = server.backup();
    const ids = [newId(), newId(), newId()];
    for (const id of ids) await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
    await chair.engine.sync(committeeId);
    restore();
    expect(server.log(committeeId)).toHaveLength(1);
    await chair.engine.sync(committeeId);
    await chair.engine.sync(committeeId);
    expect(server.log(committeeId).map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect(await outboxOf(chair, committeeId)).toEqual([]);
    for (const id of ids) expect(await proposalOf(chair, committeeId, id)).toMatchObject({ pending: 0 });
    expect(chair.alarms).toEqual([]);
  });

  test('[H3] a gap named by the server heals by sending again from there', async () => {
    const { server, committeeId, chair } = await begin();
    const restore = server.backup();
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
    await chair.engine.sync(committeeId);
    restore();
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
    await chair.engine.sync(committeeId);
    expect(server.log(committeeId).map(({ deviceSeq }) => deviceSeq)).toEqual([1, 2, 3]);
    const pushes = chair.traffic.requests.filter(({ kind }) => kind === 'push');
    expect(pushes.at(-1)?.body).toMatchObject({
      commands: [{ deviceSeq: 2, was: { outcome: 'applied' } }, { deviceSeq: 3 }],
    });
    expect(await outboxOf(chair, committeeId)).toEqual([]);
  });

  test('[H3] a phone whose storage was cleared says how much of its work had arrived, and goes on behind it', async () => {
    const { server, committeeId, chair } = await begin();
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
    await chair.engine.sync(committeeId);
    const cleared = new Phone(server, chair.personId, chair.deviceId); // the same device with an empty database
    await cleared.join(committeeId);
    await cleared.engine.sync(committeeId);
    const reader = createReader(cleared.store.db, committeeId);
    const lastAt = new Date(1_700_000_000_000).toISOString();
    expect(await reader.loss()).toEqual({ kind: 'storage', arrived: 2, lastAt });
    await cleared.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
    await cleared.engine.sync(committeeId);
    expect(server.log(committeeId).map(({ deviceSeq }) => deviceSeq)).toEqual([1, 2, 3]);
    expect(await reader.loss()).not.toBeNull(); // until somebody has read it
    expect(await createReader(chair.store.db, committeeId).loss()).toBeNull();
  });

  test('[H3] what neither side has any more is an alarm that names it; the rest still arrives', async () => {
    const { server, committeeId, chair } = await begin();
    const restore = server.backup();
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
    await chair.engine.sync(committeeId);
    restore();
    await chair.store.write(async (tx) => {
      const archived = await tx.archive.where('committeeId', committeeId);
      await tx.archive.removeMany(archived.map(({ commandId }) => commandId));
    });
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId(), 'Na de storing'));
    await chair.engine.sync(committeeId);
    expect(chair.alarms).toContain('lost_commands');
    // Said to the person too, exactly, until it was read.
    const reader = createReader(chair.store.db, committeeId);
    expect(await reader.loss()).toEqual({ kind: 'numbers', from: 2, to: 2 });
    await chair.engine.sync(committeeId);
    expect(await reader.loss()).not.toBeNull();
    await chair.engine.lossSeen(committeeId);
    expect(await reader.loss()).toBeNull();
    expect(server.log(committeeId)).toHaveLength(2);
    expect(await outboxOf(chair, committeeId)).toEqual([]);
  });

  test('[H2] the archive shrinks only behind a verified backup, and never what its author must still see', async () => {
    const { server, committeeId, chair } = await begin();
    const id = newId();
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id, 'Anders'), { accept: true });
    await chair.engine.sync(committeeId);
    expect(await chair.read((tx) => tx.archive.all())).toHaveLength(3);
    const data = server.store.committee(committeeId);
    data.row = { ...data.row, backedUpSeq: 3 };
    await chair.engine.sync(committeeId);
    const kept = await chair.read((tx) => tx.archive.all());
    expect(kept.map(({ outcome }) => outcome)).toEqual(['rejected']);
  });

  test('[P2] a cloned phone gets numbers of its own and everything of both arrives', async () => {
    const { server, committeeId, chair } = await begin();
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId(), 'Van de eerste'));
    const clone = new Phone(server, chair.personId, chair.deviceId);
    await copyStore(chair, clone);
    await clone.store.write(async (tx) => {
      const [item] = await tx.outbox.where('committeeId', committeeId);
      if (item !== undefined) await tx.outbox.removeMany([[committeeId, item.deviceSeq]]);
      await tx.meta.put({ ...(await metaOf2(tx, committeeId)), nextSeq: 2 });
    });
    await clone.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId(), 'Van de kloon'));
    await chair.engine.sync(committeeId);
    await clone.engine.sync(committeeId);
    expect(clone.alarms).toContain('forked');
    expect(server.log(committeeId).map(({ deviceSeq, outcome }) => [deviceSeq, outcome])).toEqual([
      [1, 'applied'],
      [2, 'applied'],
      [3, 'applied'],
    ]);
    expect(await outboxOf(clone, committeeId)).toEqual([]);
  });
});

/** Everything of one phone's database into another's: a migrated or restored profile. */
async function copyStore(from: Phone, to: Phone): Promise<void> {
  for (const table of from.store.db.tables) await to.store.db.table(table.name).bulkPut(await table.toArray());
}

describe('photos', () => {
  const bytesOf = (size: number) => Uint8Array.from({ length: size }, (_, n) => n % 256).buffer;
  async function withPhoto(size = 600_000) {
    const world = await begin();
    const proposalId = newId();
    await world.chair.engine.dispatch(world.committeeId, 'proposal.create', proposalArgs(proposalId));
    await world.chair.engine.sync(world.committeeId);
    const bytes = bytesOf(size);
    const sha256 = hashOf(bytes);
    const photo = { sha256, originalSha256: sha256, size, mime: 'image/jpeg', width: 900, height: 1200 } as const;
    const numbers = { householdsAsked: 10, forCount: 6, againstCount: 1, noOpinionCount: 1, notAtHomeCount: 2 };
    const count = { proposalId, sheetNumber: 1, area: 'Klosplein', ...numbers, photos: [photo], countedOn: today };
    const thumbnail = bytesOf(100);
    await world.chair.engine.dispatch(world.committeeId, 'support.count', count, {
      photos: [{ photo, bytes, thumbnail }],
    });
    const blob = () => world.chair.read((tx) => tx.blobs.get([world.committeeId, sha256]));
    return { ...world, proposalId, sha256, bytes, blob };
  }
  const sent = (phone: Phone) =>
    phone.traffic.requests.filter(({ kind }) => kind === 'blobSend').map(({ body }) => body);

  test('[B1] [B3] goes after its command, in chunks; bytes are freed by the pull, the thumbnail stays', async () => {
    const { committeeId, chair, blob } = await withPhoto();
    expect(await blob()).toMatchObject({ state: 'waiting', own: 1 });
    await chair.engine.sync(committeeId);
    const kinds = chair.traffic.requests.map(({ kind }) => kind);
    expect(kinds.lastIndexOf('push')).toBeLessThan(kinds.indexOf('blobOffset'));
    expect(sent(chair)).toMatchObject([{ offset: 0 }, { offset: 262_144 }, { offset: 524_288, size: 75_712 }]);
    const stored = await blob();
    expect(stored).toMatchObject({ state: 'stored', bytes: null });
    expect(stored?.thumbnail?.byteLength).toBe(100);
  });

  test('[B1] waits while its command has no outcome', async () => {
    const { committeeId, chair, blob } = await withPhoto();
    chair.traffic.instead = (kind) => (kind === 'push' ? { deviceSeq: 0, outcomes: [], stop: 'retry' } : undefined);
    await expect(chair.engine.sync(committeeId)).rejects.toThrow();
    expect(sent(chair)).toEqual([]);
    expect(await blob()).toMatchObject({ state: 'waiting' });
  });

  test('[B2] goes on where it was cut off', async () => {
    const { committeeId, chair, blob } = await withPhoto();
    let chunks = 0;
    chair.traffic.onAnswer = (kind, answer) => {
      chunks += kind === 'blobSend' ? 1 : 0;
      if (chunks === 2) {
        chair.traffic.offline = true;
        throw new Error('cut');
      }
      return answer;
    };
    await expect(chair.engine.sync(committeeId)).rejects.toThrow();
    chair.traffic.offline = false;
    chair.traffic.onAnswer = (_, answer) => answer;
    await chair.engine.sync(committeeId);
    expect(sent(chair)).toMatchObject([{ offset: 0 }, { offset: 262_144 }, { offset: 524_288 }]);
    expect(await blob()).toMatchObject({ state: 'stored' });
  });

  test('[B2] begins again after a difference in the hash, a few times, and then lets others pass', async () => {
    const { committeeId, chair, blob } = await withPhoto(1_000);
    chair.traffic.onAnswer = (kind, answer) => (kind === 'blobSend' ? 'mismatch' : answer);
    await chair.engine.sync(committeeId);
    expect(await blob()).toMatchObject({ state: 'waiting', problem: 'mismatch', tries: 1 });
    expect((await blob())?.bytes?.byteLength).toBe(1_000);
    expect(sent(chair).length).toBeLessThan(10);
  });

  test('[B5] a photo that the server refuses blocks neither commands nor other photos, and keeps its bytes', async () => {
    const { committeeId, chair, blob } = await withPhoto(1_000);
    chair.traffic.onAnswer = (kind, answer) => (kind === 'blobSend' ? 'refused' : answer);
    await chair.engine.sync(committeeId);
    expect(await blob()).toMatchObject({ state: 'broken', problem: 'refused' });
    expect((await blob())?.bytes?.byteLength).toBe(1_000);
  });

  test('[B3] bytes stay when the server says stored but its entry did not come', async () => {
    const { committeeId, chair, blob } = await withPhoto(1_000);
    chair.traffic.onAnswer = (kind, answer) => (kind === 'blobOffset' ? 'stored' : answer);
    await chair.engine.sync(committeeId);
    expect(await blob()).toMatchObject({ state: 'waiting' });
    expect((await blob())?.bytes?.byteLength).toBe(1_000);
  });

  test('[B4] another phone gets the bytes, checks them, and never shows a wrong one', async () => {
    const { server, committeeId, chair, addPhone, sha256, bytes, proposalId } = await withPhoto(1_000);
    await chair.engine.sync(committeeId);
    const treasurer = await addPhone('treasurer');
    const shownBy = `supportSheet/${proposalId}:1` as const;
    const name = `${committeeId}/${sha256}`;
    server.blobs.set(name, bytesOf(999));
    await expect(treasurer.engine.photo(committeeId, sha256, shownBy)).rejects.toThrow('damaged');
    expect(treasurer.alarms).toEqual(['photo_damaged_there']);
    server.blobs.set(name, bytes);
    expect(hashOf(await treasurer.engine.photo(committeeId, sha256, shownBy))).toBe(sha256);
    treasurer.traffic.offline = true;
    expect(hashOf(await treasurer.engine.photo(committeeId, sha256, shownBy))).toBe(sha256);
    expect(await treasurer.engine.freeSpace()).toBe(1_000);
    await expect(treasurer.engine.photo(committeeId, sha256, shownBy)).rejects.toThrow();
  });

  async function seenBy(role: Role) {
    const world = await withPhoto(1_000);
    await world.chair.engine.sync(world.committeeId);
    const phone = await world.addPhone(role);
    await phone.engine.photo(world.committeeId, world.sha256, `supportSheet/${world.proposalId}:1`);
    const copy = () => phone.read((tx) => tx.blobs.get([world.committeeId, world.sha256]));
    return { ...world, phone, copy };
  }

  test('[B6] what makes way are bytes that the server holds; the small picture stays to be seen', async () => {
    const { committeeId, sha256, phone, copy } = await seenBy('treasurer');
    const small = await phone.engine.thumbnail(committeeId, sha256);
    expect(small?.byteLength).toBe(smallBytes);
    expect(await phone.engine.freeSpace()).toBe(1_000);
    expect(await copy()).toMatchObject({ bytes: null, state: 'stored', own: 0 });
    expect(hashOf((await phone.engine.thumbnail(committeeId, sha256)) ?? '')).toBe(hashOf(small ?? ''));
    expect(await phone.engine.thumbnail(committeeId, hashOf('another'))).toBeUndefined();
  });

  test('[B4] a copy without a small picture, because it cannot be drawn, is shown all the same', async () => {
    const { committeeId, chair, addPhone, sha256, proposalId } = await withPhoto(1_000);
    await chair.engine.sync(committeeId);
    const phone = await addPhone('treasurer');
    phone.draws = false;
    const shownBy = `supportSheet/${proposalId}:1` as const;
    expect((await phone.engine.photo(committeeId, sha256, shownBy)).byteLength).toBe(1_000);
    expect(await phone.engine.thumbnail(committeeId, sha256)).toBeUndefined();
  });

  test('[V1] with other rights no copy of the photos of others stays, small or large', async () => {
    const { committeeId, chair, phone, copy } = await seenBy('treasurer');
    const change = { personId: phone.personId, role: 'auditor', seenRole: 'treasurer', proposalIds: [] };
    await chair.engine.dispatch(committeeId, 'member.changeRole', change);
    await chair.engine.sync(committeeId);
    expect(await copy()).toBeDefined();
    await phone.engine.sync(committeeId);
    expect(await copy()).toBeUndefined();
  });

  test('[V1] a sheet that leaves the sight of a phone takes its photos along', async () => {
    const { committeeId, chair, proposalId, phone, copy } = await seenBy('treasurer');
    await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
    await chair.engine.sync(committeeId);
    const id = `${proposalId}:1`;
    phone.traffic.onAnswer = (kind, found) => {
      if (kind !== 'pull') return found;
      const answer = found as PullResponse;
      return { ...answer, patch: [...answer.patch, { op: 'del', t: 'supportSheet', id, v: answer.cursor }] };
    };
    await phone.engine.sync(committeeId);
    expect(await copy()).toBeUndefined();
  });

  test('[B6] on a full device a photo is refused, and text is still saved in the room that is kept for it', async () => {
    const { committeeId, chair, proposalId, bytes, sha256 } = await withPhoto(1_000);
    await chair.engine.sync(committeeId);
    chair.fillUp(1);
    const photo = { sha256, originalSha256: sha256, size: 1_000, mime: 'image/jpeg', width: 9, height: 9 } as const;
    const numbers = { householdsAsked: 3, forCount: 3, againstCount: 0, noOpinionCount: 0, notAtHomeCount: 0 };
    const count = { proposalId, sheetNumber: 2, area: '', ...numbers, photos: [photo], countedOn: today };
    const photos = [{ photo, bytes, thumbnail: null }];
    await expect(chair.engine.dispatch(committeeId, 'support.count', count, { photos })).rejects.toThrow(StorageFull);
    const text = () => chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
    expect(await text()).toMatchObject({ saved: true });
    await expect(text()).rejects.toThrow(StorageFull);
    expect((await outboxOf(chair, committeeId)).map(({ name }) => name)).toEqual(['proposal.create']);
  });

  test('[B6] copies of photos make way for a save before the reserve does', async () => {
    const { committeeId, phone, copy } = await seenBy('treasurer');
    phone.fillUp(5);
    phone.store.db.table('blobs').hook('updating', (changes) => {
      if ('bytes' in changes) phone.room += 1;
    });
    expect(await phone.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()))).toMatchObject({
      saved: true,
    });
    expect(await copy()).toMatchObject({ bytes: null });
    expect(phone.roomInReserve).toBe(5);
  });

  test('free space never touches bytes that are not at the server yet', async () => {
    const { chair, blob } = await withPhoto(1_000);
    expect(await chair.engine.freeSpace()).toBe(0);
    expect((await blob())?.bytes?.byteLength).toBe(1_000);
  });
});

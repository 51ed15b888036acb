import { expect, test } from 'vitest';
import { begin, metaOf, outboxOf, proposalOf } from '../../tests/sync/committee.ts';
import { newId, Phone, proposalArgs, today } from '../../tests/sync/phones.ts';
import type { Proposal } from '../domain/rows.ts';
import type { PullRequest, PullResponse } from '../sync/protocol.ts';
import { pullWhole } from '../sync/pull.ts';
import { applyPull, type WholeAnswer } from '../sync/rebase.ts';

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
  await expect(chair.store.write((tx) => applyPull(tx, committeeId, base, broken, environment))).rejects.toMatchObject({
    code: 'missing_outcome',
  });
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

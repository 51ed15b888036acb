import { afterEach, expect, test } from 'vitest';
import { visible } from '../../src/domain/access.ts';
import { addToDigest, digestOf } from '../../src/domain/digest.ts';
import { type Role, type RowType, rowTypes } from '../../src/domain/rows.ts';
import { limits } from '../../src/sync/protocol.ts';
import { OtherDevice } from './index.ts';
import type { ServerRowRecord } from './ports.ts';
import { after, makeWorld, type Phone, pullAll, uuid, type World } from './testWorld.ts';

let world: World;
afterEach(() => world.close());
const start = async (): Promise<World> => {
  world = await makeWorld();
  return world;
};

const proposalId = uuid(900);
const proposal = {
  ...{ proposalId, year: 2026, title: 'Zomerfeest', summary: '', applicant: '', kind: 'recurring_event' as const },
  ...{ themeShares: [], quarters: [], budgetLines: [], requestedCents: 50_000 },
};
const note = (n: number) => ({ noteId: uuid(n), proposalId, text: 'mooi plan' });

/** Rows straight into the tables: one of each type, or very many, without the commands that would make them. */
async function plant(rows: readonly ServerRowRecord[]): Promise<void> {
  await world.store.write((tx) => tx.putRows(world.committeeId, rows));
}
function planted(type: RowType, id: string, scope: ServerRowRecord['scope'], v = 1): ServerRowRecord {
  return { type, id, scope, v, sv: 1, body: { id } as ServerRowRecord['body'] };
}
const notes = (count: number, v = 1): ServerRowRecord[] =>
  Array.from({ length: count }, (_, n) => planted('proposalNote', `n${String(n).padStart(5, '0')}`, 'com', v));

test('[U2] without a cursor everything visible comes, with head, access and what the server knows of the device', async () => {
  const { anna } = await start();
  const page = await anna.pull();
  expect(page).toMatchObject({ mode: 'snapshot', cursor: 1, access: { role: 'chair', v: 1 } });
  expect(page.last).toMatchObject({ ackDeviceSeq: 1, lastDeviceSeq: 1, backedUpSeq: 0 });
  expect(page.last?.head).toMatch(/^[0-9a-f]{64}$/);
  const types = page.patch.map((op) => op.t).sort();
  expect(types).toEqual(['budgetYear', 'committee', 'ledgerLine', 'ledgerLine', 'member', 'person']);
});

test('[U2] with a known past only what is newer comes', async () => {
  const { anna } = await start();
  const first = await anna.pull();
  expect(await anna.pull(after(first))).toMatchObject({ mode: 'delta', cursor: 1, patch: [] });
  await anna.does('proposal.create', proposal);
  const next = await anna.pull(after(first));
  expect(next).toMatchObject({ mode: 'delta', cursor: 2, patch: [{ v: 2 }, { v: 2 }] });
  expect(next.patch.map(({ op, t }) => [op, t])).toEqual([
    ['put', 'proposal'],
    ['put', 'proposalChange'],
  ]);
});

test.each([
  ['another epoch', { epoch: 'other' }],
  ['another access version', { accessV: 99 }],
  ['another hash at the cursor', { head: 'f'.repeat(64) }],
  ['a cursor that the log does not reach', { cursor: 7 }],
  ['a cursor before the first entry', { cursor: 0 }],
])('[U2] %s makes it a snapshot', async (_name, over) => {
  const { anna } = await start();
  const first = await anna.pull();
  const page = await anna.pull({ ...after(first), ...over });
  expect(page.mode).toBe('snapshot');
  expect(page.patch).toHaveLength(first.patch.length);
});

test('[R6] an equal digest is confirmed; a different one gives a snapshot and an alarm', async () => {
  const { anna, member, alarms } = await start();
  const auditor = await member('initiator');
  const page = await auditor.pull();
  const digest = digestOf(page.patch.map(({ t, id, v }) => ({ t, id, v })));
  const equal = await auditor.pull({ ...after(page), digest });
  expect(equal).toMatchObject({ mode: 'delta', last: { digestOk: true } });
  const wrong = addToDigest(digest, { t: 'claim', id: 'x', v: 1 });
  const healed = await auditor.pull({ ...after(page), digest: wrong });
  expect(healed).toMatchObject({ mode: 'snapshot', last: { digestOk: false } });
  expect(healed.patch).toEqual(page.patch);
  expect(alarms).toMatchObject([{ code: 'digest_mismatch' }]);
  await anna.does('proposal.create', proposal);
  const newer = await auditor.pull({ ...after(page), digest: wrong });
  expect(newer.last).not.toHaveProperty('digestOk'); // cannot be compared: the past is not kept
});

// What each role sees, written down once more and by hand: docs/sync.md U6, PRODUCT 4, D12.
const committee = ['pub', 'com', 'dist', 'prop:own', 'prop:other'];
const sight: Record<Role, readonly string[]> = {
  chair: [...committee, 'fin'],
  treasurer: [...committee, 'fin'],
  auditor: [...committee, 'fin'],
  secretary: committee,
  member: committee,
  district_manager: ['pub', 'dist'],
  initiator: ['pub', 'prop:own'],
};
const scopeByType: Record<RowType, readonly ServerRowRecord['scope'][]> = {
  committee: ['pub'],
  budgetYear: ['pub'],
  person: ['com'],
  member: ['com'],
  proposal: ['prop:own', 'prop:other'],
  proposalChange: ['prop:own', 'prop:other'],
  proposalNote: ['com'],
  supportSheet: ['com'],
  supportCount: ['com'],
  supportArea: ['com'],
  supportIndication: ['com'],
  supportJudgement: ['com'],
  meeting: ['com'],
  agendaItem: ['com'],
  presence: ['com'],
  meetingRules: ['com'],
  presenceMark: ['com'],
  guest: ['com'],
  minutesNote: ['com'],
  listAdoption: ['com'],
  recusal: ['com'],
  decision: ['pub', 'prop:own', 'prop:other'],
  decisionCorrection: ['pub', 'prop:own', 'prop:other'],
  claim: ['prop:own', 'prop:other'],
  claimAccount: ['fin'],
  receipt: ['prop:own', 'prop:other'],
  payment: ['prop:own', 'prop:other'],
  ledgerLine: ['dist'],
  consultation: ['pub'],
  consultationAttendance: ['com'],
  ballotStack: ['com'],
  ballotCount: ['com'],
  consultationResult: ['pub'],
  storedPhoto: ['pub'],
  quarter: ['pub'],
  rule: ['pub'],
  savingsGoal: ['dist'],
  organisationCost: ['dist'],
  transfer: ['dist'],
  idea: ['com'],
  ideaChannels: ['com'],
  planLine: ['com'],
  spendingPlan: ['dist'],
  proposalComment: ['prop:own', 'prop:other'],
  proposalDocument: ['com', 'prop:own', 'prop:other'],
  proposalOwner: ['com'],
  lesson: ['prop:own', 'prop:other'],
  coFinancing: ['prop:own', 'prop:other'],
  counterContribution: ['prop:own', 'prop:other'],
  ruleCheck: ['com'],
  advice: ['dist'],
  adviceAnswer: ['dist'],
  outcome: ['prop:own', 'prop:other'],
  publishedOutcome: ['pub', 'prop:own', 'prop:other'],
  proposalGuide: ['prop:own', 'prop:other'],
  volunteerHours: ['dist'],
  bankAccount: ['fin'],
  bankImport: ['fin'],
  bankTransaction: ['fin'],
  bankMatch: ['fin'],
  matchRule: ['fin'],
  familiarityCount: ['dist'],
  paymentFile: ['fin'],
  auditCheck: ['com'],
  auditFinding: ['com'],
  auditStatement: ['dist'],
  countersign: ['dist'],
  task: ['com', 'dist'],
};

test.each(Object.keys(sight) as Role[])(
  '[U6] a %s gets of every row type exactly what the role may see',
  async (role) => {
    const { member } = await start();
    const own = `prop:${proposalId}` as const;
    const scope = (text: string): ServerRowRecord['scope'] =>
      (text === 'prop:own' ? own : text) as ServerRowRecord['scope'];
    const phone = await member(role, role === 'initiator' ? [proposalId] : []);
    const rows = rowTypes.flatMap((type) => scopeByType[type].map((s, n) => planted(type, `planted-${n}`, scope(s))));
    await plant(rows);
    const { rows: got } = await pullAll(phone);
    const seen = new Set([...got.keys()].filter((key) => key.includes('planted')));
    const expected = rows
      .filter((row) => sight[role].map(scope).includes(row.scope))
      .map(({ type, id }) => `${type}/${id}`);
    expect([...seen].sort()).toEqual(expected.sort());
  },
);

test('[U3] a row that leaves a scope which I see, for one that I do not see, comes as a deletion', async () => {
  const { anna, member, committeeId, store } = await start();
  const initiator = await member('initiator', [proposalId]);
  await anna.does('proposal.create', proposal);
  const [firstMine, firstHers] = [await initiator.pull(), await anna.pull()];
  expect(firstMine.patch.map(({ t }) => t)).toContain('proposal');
  // Scope moves come from commands that move a row; this one is written by hand, at the version of the next entry.
  await anna.does('proposalNote.add', note(901));
  const { cursor } = await anna.pull();
  await store.write(async (tx) => {
    await tx.putRows(committeeId, [planted('proposal', proposalId, 'com', cursor)]);
    const move = { type: 'proposal', id: proposalId, scope: `prop:${proposalId}`, v: cursor } as const;
    await tx.addScopeMoves(committeeId, [move]);
  });
  const mine = await initiator.pull(after(firstMine));
  expect(mine.patch).toEqual([{ op: 'del', t: 'proposal', id: proposalId, v: cursor }]);
  const hers = await anna.pull(after(firstHers));
  expect(hers.patch.filter(({ op }) => op === 'del')).toEqual([]);
});

test('[U3] publishing moves decisions to everybody: a scope move is written and nobody who sees it gets a deletion', async () => {
  const { anna, member } = await start();
  const meetingId = uuid(700);
  const itemId = `${meetingId}:${proposalId}`;
  const manager = await member('district_manager');
  const takenUnder = { presentIds: [], recusedIds: [], votes: { forCount: 3, againstCount: 0, abstainedCount: 0 } };
  await anna.does('proposal.create', proposal);
  await anna.does('meeting.plan', {
    ...{ meetingId, title: 'Maart', place: '', plannedOn: '2026-03-02', startTime: '20:00' },
  });
  await anna.does('meeting.open', { meetingId });
  await anna.does('agenda.add', { meetingId, proposalId, title: 'Zomerfeest', position: 1 });
  await anna.does('decision.record', {
    ...{ meetingId, itemId, round: 1, outcome: 'deferred', awardedCents: 0, conditions: [], reason: '', takenUnder },
    decidedOn: '2026-03-02',
  });
  const [mine, hers] = [await manager.pull(), await anna.pull()];
  expect(mine.patch.map(({ t }) => t)).not.toContain('decision');
  await anna.does('meeting.close', { meetingId });
  const got = await manager.pull(after(mine));
  expect(got.patch).toMatchObject([{ op: 'put', t: 'decision', scope: 'pub' }]);
  expect((await anna.pull(after(hers))).patch.map(({ op, t }) => [op, t])).toEqual([
    ['put', 'decision'],
    ['put', 'meeting'],
  ]);
});

test('[U4] many rows come in pages; only the last one has head, outcomes and acknowledgement', async () => {
  const { anna } = await start();
  await plant(notes(limits.pageRowsMax * 2));
  const first = await anna.pull();
  expect(first.patch).toHaveLength(limits.pageRowsMax);
  expect(first).not.toHaveProperty('last');
  const { rows, last } = await pullAll(anna);
  expect(rows.size).toBe(limits.pageRowsMax * 2 + 6);
  expect(last.ackDeviceSeq).toBe(1);
});

test('[U4] what is written between two pages is whole on the last one: nothing is torn and nothing is missed', async () => {
  const { anna, member } = await start();
  await plant(notes(limits.pageRowsMax + 5));
  const secretary = await member('secretary');
  const first = await secretary.pull();
  // One command after the first page writes a row that was on it, and new ones.
  await anna.does('proposal.create', proposal);
  await plant([planted('proposalNote', 'n00000', 'com', 3)]);
  const second = await secretary.pull({ page: first.next ?? '' });
  expect(second).toMatchObject({ cursor: 3, mode: 'snapshot' });
  const rows = new Map([...first.patch, ...second.patch].map((op) => [`${op.t}/${op.id}`, op.v]));
  expect(rows.get('proposalNote/n00000')).toBe(3);
  expect(rows.get(`proposal/${proposalId}`)).toBe(3);
  const fresh = await pullAll(secretary);
  expect([...rows].sort()).toEqual([...fresh.rows].sort());
  expect(second.last?.head).toBe(fresh.last.head);
});

test('[U4] a change of rights or of the epoch between two pages starts the pull again', async () => {
  const { anna, member, engine, committeeId, store } = await start();
  await plant(notes(limits.pageRowsMax + 5));
  const secretary = await member('secretary');
  const ask = (phone: Phone, page: string | undefined) =>
    engine.pull(phone, {
      ...{ protocol: 1, deviceId: phone.deviceId, committeeId, epoch: null, cursor: 0, head: null, accessV: 0 },
      ...{ pendingFrom: 1, page: page ?? '' },
    });
  const { next } = await secretary.pull();
  const hers = await anna.pull();
  await anna.does('member.changeRole', {
    ...{ personId: secretary.personId, role: 'initiator', proposalIds: [], seenRole: 'secretary' },
  });
  expect(await ask(secretary, next)).toEqual({ code: 'restart' });
  expect(await ask(anna, hers.next)).toMatchObject({ mode: 'snapshot' });
  await store.write(async (tx) => {
    const row = await tx.lockCommittee(committeeId);
    if (row !== undefined) await tx.saveCommittee({ ...row, epoch: 'restored' });
  });
  expect(await ask(anna, hers.next)).toEqual({ code: 'restart' });
  expect(await ask(anna, 'nonsense')).toEqual({ code: 'restart' });
});

test('[V2] whoever is no member, or no member any more, is told to wipe', async () => {
  const { anna, member, phone, newId, engine, committeeId } = await start();
  const secretary = await member('secretary');
  const stranger = await phone(newId());
  await anna.does('member.remove', { personId: secretary.personId });
  const notMember = { code: 'not_member', wipe: true, lastDeviceSeq: 0 };
  const request = { protocol: 1, epoch: null, cursor: 0, head: null, accessV: 0, pendingFrom: 1 };
  for (const { deviceId, personId } of [secretary, stranger]) {
    const answer = await engine.pull({ deviceId, personId }, { ...request, deviceId, committeeId });
    expect(answer).toEqual(notMember);
  }
  const { deviceId, personId } = anna;
  expect(await engine.pull({ deviceId, personId }, { ...request, deviceId, committeeId: uuid(9) })).toEqual(notMember);
});

test('[V1] a change of my rights makes my next pull a snapshot that holds no row I may not see any more', async () => {
  const { anna, member } = await start();
  const secretary = await member('secretary');
  await anna.does('proposal.create', proposal);
  const before = await secretary.pull();
  await anna.does('member.changeRole', {
    ...{ personId: secretary.personId, role: 'initiator', proposalIds: [], seenRole: 'secretary' },
  });
  const now = await secretary.pull(after(before));
  expect(now).toMatchObject({ mode: 'snapshot', access: { role: 'initiator' } });
  expect(now.patch.every((op) => op.op === 'put' && visible(now.access, op.scope))).toBe(true);
  expect(now.patch.map(({ t }) => t)).not.toContain('proposal');
});

test('[U5] outcomes of this device from the number asked on, and of no other device', async () => {
  const { anna, member } = await start();
  const secretary = await member('secretary');
  await secretary.does('proposal.create', proposal);
  await secretary.does('proposal.withdraw', { proposalId: uuid(5), reason: '' });
  const { last } = await secretary.pull({ pendingFrom: 2 });
  expect(last?.outcomes).toMatchObject([{ deviceSeq: 2, code: 'waits_for' }]);
  expect((await anna.pull()).last?.outcomes.every(({ seq }) => seq <= 2)).toBe(true);
});

test('[U7] an app that was left open is not given the rows of whoever signed in since', async () => {
  const { anna, engine, committeeId } = await start();
  const asked = { protocol: 1, committeeId, epoch: null, cursor: 0, head: null, accessV: 0, pendingFrom: 1 };
  const pulling = engine.pull(anna, { ...asked, deviceId: uuid(4_711) });
  await expect(pulling).rejects.toBeInstanceOf(OtherDevice);
});

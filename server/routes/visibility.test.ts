/** Who gets what out of the server, by every way that gives rows or bytes out: the expected answer stands in the table. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channelsOf } from '../../src/domain/ideas.ts';
import { type Photo, type RowType, rowTypes, supportSheetId } from '../../src/domain/rows.ts';
import { limits, type PatchOp, type PullResponse } from '../../src/sync/protocol.ts';
import * as audit from '../../tests/domain/auditExamples.ts';
import * as bank from '../../tests/domain/bankExamples.ts';
import * as given from '../../tests/domain/committee.ts';
import * as dossier from '../../tests/domain/dossierExamples.ts';
import * as hall from '../../tests/domain/hall.ts';
import * as outcome from '../../tests/domain/outcomeExamples.ts';
import { plan, planChange } from '../../tests/domain/planExamples.ts';
import * as ruling from '../../tests/domain/rulingExamples.ts';
import * as tasks from '../../tests/domain/taskExamples.ts';
import { freshPull, startApp, type TestApp, type Visitor } from '../testApp.ts';
import { png, sha256Of } from '../testPhotos.ts';

/** chair, secretary, treasurer, member, auditor, district manager, initiator of this proposal, of another, removed member */
const table = `
                          chr sec tre mem aud dis own oth rem
committee                  x   x   x   x   x   x   x   x   .
budgetYear                 x   x   x   x   x   x   x   x   .
quarter                    x   x   x   x   x   x   x   x   .
rule                       x   x   x   x   x   x   x   x   .
savingsGoal                x   x   x   x   x   x   .   .   .
organisationCost           x   x   x   x   x   x   .   .   .
spendingPlan               x   x   x   x   x   x   .   .   .
planLine                   x   x   x   x   x   .   .   .   .
transfer                   x   x   x   x   x   x   .   .   .
volunteerHours             x   x   x   x   x   x   .   .   .
familiarityCount           x   x   x   x   x   x   .   .   .
auditStatement             x   x   x   x   x   x   .   .   .
countersign                x   x   x   x   x   x   .   .   .
auditCheck                 x   x   x   x   x   .   .   .   .
auditFinding               x   x   x   x   x   .   .   .   .
task                       x   x   x   x   x   .   .   .   .
task:district              x   x   x   x   x   x   .   .   .
paymentFile                x   .   x   .   x   .   .   .   .
person                     x   x   x   x   x   .   .   .   .
member                     x   x   x   x   x   .   .   .   .
proposal                   x   x   x   x   x   .   x   .   .
proposalChange             x   x   x   x   x   .   x   .   .
idea                       x   x   x   x   x   .   .   .   .
ideaChannels               x   x   x   x   x   .   .   .   .
proposalOwner              x   x   x   x   x   .   .   .   .
proposalComment            x   x   x   x   x   .   x   .   .
lesson                     x   x   x   x   x   .   x   .   .
coFinancing                x   x   x   x   x   .   x   .   .
counterContribution        x   x   x   x   x   .   x   .   .
ruleCheck                  x   x   x   x   x   .   .   .   .
advice                     x   x   x   x   x   x   .   .   .
adviceAnswer               x   x   x   x   x   x   .   .   .
proposalDocument           x   x   x   x   x   .   x   .   .
outcome                    x   x   x   x   x   .   x   .   .
publishedOutcome:published x   x   x   x   x   x   x   x   .
proposalGuide              x   x   x   x   x   .   x   .   .
proposalNote               x   x   x   x   x   .   .   .   .
supportSheet               x   x   x   x   x   .   .   .   .
supportCount               x   x   x   x   x   .   .   .   .
supportArea                x   x   x   x   x   .   .   .   .
supportIndication          x   x   x   x   x   .   .   .   .
supportJudgement           x   x   x   x   x   .   .   .   .
meeting                    x   x   x   x   x   .   .   .   .
meetingRules               x   x   x   x   x   .   .   .   .
guest                      x   x   x   x   x   .   .   .   .
presenceMark               x   x   x   x   x   .   .   .   .
minutesNote                x   x   x   x   x   .   .   .   .
listAdoption               x   x   x   x   x   .   .   .   .
agendaItem                 x   x   x   x   x   .   .   .   .
presence                   x   x   x   x   x   .   .   .   .
recusal                    x   x   x   x   x   .   .   .   .
decision                   x   x   x   x   x   .   x   .   .
decision:published         x   x   x   x   x   x   x   x   .
decisionCorrection         x   x   x   x   x   .   x   .   .
decisionCorrection:published x x   x   x   x   x   x   x   .
consultation               x   x   x   x   x   x   x   x   .
consultationAttendance     x   x   x   x   x   .   .   .   .
ballotStack                x   x   x   x   x   .   .   .   .
ballotCount                x   x   x   x   x   .   .   .   .
consultationResult         x   x   x   x   x   x   x   x   .
claim                      x   x   x   x   x   .   x   .   .
claimAccount               x   .   x   .   x   .   .   .   .
receipt                    x   x   x   x   x   .   x   .   .
payment                    x   x   x   x   x   .   x   .   .
bankAccount                x   .   x   .   x   .   .   .   .
bankImport                 x   .   x   .   x   .   .   .   .
bankTransaction            x   .   x   .   x   .   .   .   .
bankMatch                  x   .   x   .   x   .   .   .   .
matchRule                  x   .   x   .   x   .   .   .   .
ledgerLine                 x   x   x   x   x   x   .   .   .
storedPhoto                x   x   x   x   x   x   x   x   .
photo:supportSheet         x   x   x   x   x   .   .   .   .
photo:supportIndication    x   x   x   x   x   .   .   .   .
photo:proposalDocument     x   x   x   x   x   .   x   .   .
photo:outcome              x   x   x   x   x   .   x   .   .
photo:publishedOutcome     x   x   x   x   x   x   x   x   .
photo:receipt              x   x   x   x   x   .   x   .   .
photo:committee            .   .   .   .   .   .   .   .   .
list:held                  x   .   .   .   .   .   .   .   .
list:refused               x   .   .   .   .   .   .   .   .
list:log                   x   .   x   .   x   .   .   .   .
`;
const [heads = [], ...lines] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
type Who = 'chr' | 'sec' | 'tre' | 'mem' | 'aud' | 'dis' | 'own' | 'oth' | 'rem';
const expected = lines.flatMap(([what = '', ...marks]) =>
  marks.map((mark, n) => [what, heads[n] as Who, mark === 'x'] as const),
);

let world: TestApp;
let people: Record<Who, Visitor>;
/** A row of every kind in the table, as the chair sees them: everything. */
let rows: ReadonlyMap<string, PatchOp & { op: 'put' }>;
const seenBy = new Map<Who, { readonly keys: ReadonlySet<string>; readonly text: string }>();

const [proposalId, other, meetingA, meetingB] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const itemOf = (meeting: string, proposal: string): string => `${meeting}:${proposal}`;
const bytes = {
  sheet: png(41, 30),
  receipt: png(42, 30),
  letter: png(43, 30),
  quote: png(44, 30),
  party: png(45, 30),
  inside: png(46, 30),
};
const photoOf = (content: Buffer): Photo => {
  const sha256 = sha256Of(content);
  return { sha256, originalSha256: sha256, size: content.length, mime: 'image/png', width: 41, height: 30 };
};

beforeAll(async () => {
  world = await startApp();
  const chr = await world.founder();
  const of = (role: Parameters<TestApp['member']>[1], ids: readonly string[] = []) => world.member(chr, role, ids);
  people = {
    ...{ chr, sec: await of('secretary'), tre: await of('treasurer'), mem: await of('member') },
    ...{ aud: await of('auditor'), dis: await of('district_manager') },
    ...{ own: await of('initiator', [proposalId]), oth: await of('initiator', [other]), rem: await of('member') },
  };
  await history();
  await people.chr.does('member.remove', { personId: people.rem.personId });
  const late = { noteId: randomUUID(), proposalId, text: 'Nog niet verstuurd' };
  expect(await people.rem.does('proposalNote.add', late)).toMatchObject({ code: 'not_permitted' });
  for (const who of heads as readonly Who[]) await look(who);
});
afterAll(() => world.close());

/** One year of a small committee; both proposals are decided, the meeting of the other one is closed. */
async function history(): Promise<void> {
  const { chr, sec, mem, own, oth, tre } = people;
  const did: unknown[] = [];
  const go = async (doing: ReturnType<Visitor['does']>): Promise<void> => {
    did.push((await doing).outcome);
  };
  await go(own.does('proposal.create', { ...given.draft, proposalId }));
  await go(
    own.does('proposal.change', { proposalId, fields: { summary: 'Anders' }, seen: { summary: given.draft.summary } }),
  );
  await go(oth.does('proposal.create', { ...given.draft, proposalId: other }));
  await go(mem.does('proposalNote.add', { noteId: randomUUID(), proposalId, text: 'Van ons' }));
  await go(mem.does('support.count', { ...given.count, proposalId, photos: [photoOf(bytes.sheet)] }));
  await go(mem.does('support.describeArea', { ...given.supportArea, proposalId }));
  await go(
    mem.does('support.note', { ...given.objection, kind: 'letter', proposalId, photos: [photoOf(bytes.letter)] }),
  );
  await go(mem.does('support.judge', { proposalId, verdict: 'enough', text: '', judgedOn: '2026-03-02' }));
  for (const [meetingId, id] of [
    [meetingA, other],
    [meetingB, proposalId],
  ] as const) {
    await go(chr.does('proposal.submit', { proposalId: id, submittedOn: '2026-02-01' }));
    await go(sec.does('meeting.plan', { ...given.plan, meetingId }));
    await go(sec.does('agenda.add', { meetingId, proposalId: id, title: 'Feest', position: 1 }));
    await go(sec.does('meeting.open', { meetingId }));
    await go(sec.does('presence.set', { meetingId, personId: chr.personId, state: 'present' }));
    const itemId = itemOf(meetingId, id);
    await go(sec.does('recusal.set', { itemId, meetingId, personId: mem.personId, recused: true, reason: 'Familie' }));
    const takenUnder = { ...given.takenUnder, presentIds: [chr.personId] };
    await go(sec.does('decision.record', { ...given.decision, meetingId, itemId, takenUnder }));
    const correction = { correctionId: randomUUID(), decisionId: `${itemId}:1`, correctedOn: '2026-03-11' };
    const less = { outcome: 'partly_awarded', awardedCents: 40_000, reason: 'Tikfout' } as const;
    await go(chr.does('decision.correct', { ...correction, ...less }));
  }
  await go(sec.does('quarter.add', { quarters: [given.quarter] }));
  await go(sec.does('rule.add', given.rule));
  await go(mem.does('ruleCheck.record', { ...ruling.check, proposalId }));
  await go(mem.does('advice.ask', { ...ruling.ask, proposalId }));
  await go(people.dis.does('advice.answer', ruling.answer));
  await go(mem.does('volunteerHours.add', outcome.hours));
  await go(mem.does('familiarityCount.add', outcome.familiarity));
  await go(tre.does('savings.start', given.goal));
  await go(tre.does('organisation.reserve', { year: 2026, amountCents: 30_000, bookedOn: '2026-01-10' }));
  await go(tre.does('organisationCost.record', given.cost));
  await go(tre.does('transfer.send', given.transfer));
  await go(mem.does('planLine.change', planChange));
  await go(sec.does('spendingPlan.finish', plan));
  const options = hall.announce.options.map((option, n) => ({ ...option, proposalId: [proposalId, other][n] ?? '' }));
  await go(sec.does('consultation.announce', { ...hall.announce, options }));
  await go(mem.does('consultation.attend', { consultationId: hall.consultationId, presentCount: 25 }));
  await go(mem.does('ballotStack.count', hall.counted));
  await go(sec.does('consultation.close', hall.close));
  await go(mem.does('idea.add', { ...dossier.idea, voice: null, photos: [] }));
  const channels = { fields: { names: ['Braderie'] }, seen: { names: channelsOf(undefined).names } };
  await go(sec.does('ideaChannels.change', channels));
  const nobody = { ownerId: null, nextStep: '', dueOn: null };
  await go(sec.does('proposalOwner.change', { proposalId, fields: { nextStep: 'Bel' }, seen: nobody }));
  await go(own.does('proposalComment.add', { commentId: randomUUID(), proposalId, text: 'Om tien uur stil' }));
  await go(own.does('lesson.add', { lessonId: randomUUID(), proposalId, text: 'Begin in maart' }));
  await go(own.does('coFinancing.add', { ...dossier.coFinancing, proposalId }));
  await go(own.does('counterContribution.add', { ...dossier.counterContribution, proposalId }));
  await go(own.does('proposalDocument.add', { ...dossier.quote, proposalId, photos: [photoOf(bytes.quote)] }));
  await go(own.does('outcome.change', { ...outcome.tell, proposalId }));
  const inside = { proposalId, photos: [photoOf(bytes.inside)], sight: 'committee' } as const;
  await go(own.does('outcome.addPhotos', inside));
  await go(own.does('outcome.addPhotos', { ...inside, photos: [photoOf(bytes.party)], sight: 'published' }));
  const photoHashes = [sha256Of(bytes.party), sha256Of(bytes.inside)];
  await go(mem.does('outcome.publish', { ...outcome.publish, proposalId, photoHashes }));
  await go(
    mem.does('proposalGuide.change', {
      ...{ proposalId, kind: 'guide', fields: { name: 'Joke', helpsWith: '' }, seen: { name: '', helpsWith: '' } },
    }),
  );
  await go(chr.does('meetingRules.change', { fields: { tieRule: 'lot' }, seen: { tieRule: 'postponed' } }));
  await go(sec.does('presence.mark', { ...given.arrival, meetingId: meetingB, personId: chr.personId }));
  await go(sec.does('guest.add', { ...given.guest, guestId: randomUUID(), meetingId: meetingB }));
  await go(
    sec.does('minutes.write', { meetingId: meetingB, itemId: itemOf(meetingB, proposalId), text: 'Kort', seen: '' }),
  );
  await go(sec.does('meeting.close', { meetingId: meetingA }));
  await go(sec.does('decisionList.adopt', { ...given.adoption, meetingId: meetingA, inMeetingId: meetingB }));
  const receipts = [{ ...given.receipt, photos: [photoOf(bytes.receipt)] }];
  await go(own.does('claim.submit', { ...given.claim, proposalId, receipts }));
  await go(tre.does('claim.approve', given.approve));
  await go(tre.does('paymentFile.make', audit.file));
  await go(tre.does('payment.record', given.payment));
  await go(people.aud.does('auditCheck.record', audit.check));
  await go(people.aud.does('finding.record', audit.finding));
  await go(people.mem.does('task.add', tasks.add));
  await go(people.mem.does('task.add', { ...tasks.asked, proposalId }));
  await go(people.aud.does('statement.sign', audit.sign));
  await go(tre.does('bankAccount.add', bank.account));
  await go(tre.does('bankImport.begin', bank.begin));
  await go(tre.does('bankImport.addLines', bank.lines));
  await go(tre.does('bankMatch.make', bank.asPayment));
  await go(tre.does('matchRule.learn', bank.rule));
  // Money of chair and treasurer goes to one account: an outsider has to sign.
  const own1 = { ...given.receipt, receiptId: randomUUID(), shop: 'Bakker', amountCents: 100, photos: [] };
  const own2 = { ...own1, receiptId: randomUUID(), shop: 'Slager' };
  await go(chr.does('claim.submit', { ...given.claim, claimId: randomUUID(), proposalId, receipts: [own1] }));
  const claimId = randomUUID();
  await go(tre.does('claim.submit', { ...given.claim, claimId, proposalId, receipts: [own2] }));
  await go(chr.does('claim.approve', { claimId, approvedCents: 100, seenClaimedCents: 100 }));
  for (const content of Object.values(bytes)) await upload(own, content);
  expect(did.filter((outcome) => outcome !== 'applied')).toEqual([]);
  const nowhere = await people.mem.does('meeting.open', { meetingId: randomUUID() });
  expect(nowhere.outcome).toBe('held');
}

async function upload(visitor: Visitor, content: Buffer): Promise<void> {
  const size = String(content.length);
  const headers = { 'content-type': 'application/octet-stream', 'upload-offset': '0', 'upload-length': size };
  const url = `/api/blobs/${visitor.committeeId}/${sha256Of(content)}`;
  expect((await visitor.ask('PATCH', url, { payload: content, headers })).statusCode).toBe(204);
}

/** Everything that a pull gives this person, keys and the very text. */
async function look(who: Who): Promise<void> {
  const answer = await people[who].ask('POST', '/api/sync/pull', { payload: freshPull(people[who]) });
  const patch = (answer.json<Partial<PullResponse>>().patch ?? []).filter((op) => op.op === 'put');
  expect(patch.length).toBeLessThan(limits.pageRowsMax);
  if (who === 'chr') rows = new Map(patch.map((op) => [labelOf(op), op]));
  seenBy.set(who, { keys: new Set(patch.map(({ t, id }) => `${t}/${id}`)), text: answer.body });
}

/** What stands in the table for this row; a row of the other proposal stands there only when it is published. */
function labelOf({ t, id, row }: PatchOp & { op: 'put' }): string {
  const published = 'published' in row && row.published;
  const ofOther = id === other || ('proposalId' in row && row.proposalId === other);
  if (t === 'task' && 'written' in row && row.written?.district !== undefined) return 'task:district';
  return published ? `${t}:published` : ofOther ? `other ${t}` : t;
}

const photoStatus = async (who: Who, t: RowType, content: Buffer): Promise<number> => {
  const id = {
    supportSheet: supportSheetId(proposalId, 1),
    supportIndication: given.objection.indicationId,
    proposalDocument: dossier.quote.documentId,
    receipt: given.receiptId,
    outcome: proposalId,
    publishedOutcome: proposalId,
  }[t as 'receipt'];
  const query = `t=${t}&id=${encodeURIComponent(id ?? people.chr.committeeId)}`;
  const url = `/api/blobs/${people.chr.committeeId}/${sha256Of(content)}?${query}`;
  return (await people[who].ask('GET', url)).statusCode;
};

async function gets(who: Who, what: string): Promise<boolean> {
  const [kind = '', detail] = what.split(':');
  if (kind === 'photo') {
    const content =
      {
        ...{ receipt: bytes.receipt, supportIndication: bytes.letter, proposalDocument: bytes.quote },
        ...{ outcome: bytes.inside, publishedOutcome: bytes.party },
      }[detail ?? ''] ?? bytes.sheet;
    const status = await photoStatus(who, detail as RowType, content);
    expect([200, 404]).toContain(status); // a row that is hidden and one that is not there answer the same
    return status === 200;
  }
  if (kind === 'list') {
    const answer = await people[who].ask('GET', `/api/committees/${people.chr.committeeId}/${detail}`);
    const list = answer.json<{ held?: unknown[]; refused?: unknown[]; entries?: unknown[] }>();
    return (list.held ?? list.refused ?? list.entries ?? []).length > 0;
  }
  const row = rows.get(what);
  if (row === undefined) throw new Error(`the world has no ${what}`);
  const { keys, text } = seenBy.get(who) ?? { keys: new Set(), text: '' };
  const seen = keys.has(`${row.t}/${row.id}`);
  // Ids stand in rows of others too; the content of a hidden row stands nowhere in the answer.
  if (!seen) expect(text).not.toContain(JSON.stringify(row.row));
  return seen;
}

test('the table is about every kind of row', () => {
  const types = new Set(lines.map(([what = '']) => what.split(':')[0]));
  expect(rowTypes.filter((type) => !types.has(type))).toEqual([]);
  expect(expected).toHaveLength(81 * 9);
});

describe('[U6] who gets what', () => {
  const words = { true: 'gets', false: 'does not get' };
  test.each(expected.map(([what, who, sees]) => [who, words[`${sees}`], what, sees] as const))(
    '%s %s %s',
    // The member whose command is held sees that one; it is about the commands of others.
    async (who, _words, what, sees) => {
      expect(await gets(who, what)).toBe(sees || (what === 'list:held' && who === 'mem'));
    },
  );
});

test('[D11] a refusal says nothing about a proposal that its sender does not see', async () => {
  const { oth } = people;
  const seen = { summary: 'x', requestedCents: 1, budgetLines: [] };
  const change = { proposalId, fields: { requestedCents: 2, budgetLines: [] }, seen };
  const refusals = [
    await oth.does('proposal.change', change),
    await oth.does('proposal.submit', { proposalId, submittedOn: '2026-02-01' }),
    await oth.does('proposal.withdraw', { proposalId, reason: 'Weg' }),
    await oth.does('claim.submit', { ...given.claim, claimId: randomUUID(), proposalId }),
    await oth.does('claim.submit', { ...given.claim, proposalId, iban: 'NL02ABNA0123456789' }),
    await oth.does('receipt.addPhoto', { receiptId: given.receiptId, photo: given.photo('x') }),
    await oth.does('decision.record', { ...given.decision, meetingId: meetingB, itemId: itemOf(meetingB, proposalId) }),
    await oth.does('claim.approve', given.approve),
  ];
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ outcome: 'rejected', code: 'not_permitted' });
    expect(refusal).not.toHaveProperty('params');
  }
  const taken = await oth.does('proposal.create', { ...given.draft, proposalId });
  expect(taken).toMatchObject({ outcome: 'rejected', code: 'id_taken' });
  expect(taken).not.toHaveProperty('params');
});

import { describe, expect, test } from 'vitest';
import { answer, finding } from '../../tests/domain/auditExamples.ts';
import * as given from '../../tests/domain/committee.ts';
import * as ruling from '../../tests/domain/rulingExamples.ts';
import { uid, type Who, type World } from '../../tests/domain/world.ts';
import { supportSheetId } from './rows.ts';
import { type Attention, attentionOf } from './today.ts';

const { proposalId, meetingId, claimId, round1 } = given;

function attention(world: World, who: Who, today = '2026-03-01'): readonly Attention[] {
  return attentionOf({
    access: world.accessOf(who),
    today,
    proposals: world.all('proposal'),
    sheets: world.all('supportSheet'),
    counts: world.all('supportCount'),
    meetings: world.all('meeting'),
    agendaItems: world.all('agendaItem'),
    decisions: world.all('decision'),
    claims: world.all('claim'),
    members: world.all('member'),
    advice: world.all('advice'),
    adviceAnswers: world.all('adviceAnswer'),
    countersigns: world.all('countersign'),
    findings: world.all('auditFinding'),
    owners: world.all('proposalOwner'),
    tasks: world.all('task'),
    budgetYears: world.all('budgetYear'),
    contributions: world.all('counterContribution'),
    outcomes: world.all('outcome'),
    indications: world.all('supportIndication'),
    adoptions: world.all('listAdoption'),
    consultations: world.all('consultation'),
    stacks: world.all('ballotStack'),
    ballotCounts: world.all('ballotCount'),
    spendingPlans: world.all('spendingPlan'),
  });
}
/** Without the evening itself, which goes on in most of these worlds. */
const tasksOf = (world: World, who: Who): readonly Attention[] =>
  attention(world, who).filter(({ kind }) => kind !== 'meeting_open');
const kinds = (world: World, who: Who, today?: string): readonly string[] =>
  attention(world, who, today).map((one) => one.kind);

describe('what needs my attention', () => {
  test('nothing in a new committee', () => {
    expect(kinds(given.foundedWorld(), 'chair')).toEqual([]);
  });

  test('an initiator: a draft to hand in, then what comes back', () => {
    const world = given.draftedWorld();
    expect(attention(world, 'initiator')).toMatchObject([
      { kind: 'draft_to_submit', id: proposalId, proposalId, cents: 45_000 },
    ]);
    expect(kinds(world, 'neighbour')).toEqual([]);
    world.ok('initiator', 'proposal.submit', { proposalId, submittedOn: '2026-02-01' });
    expect(kinds(world, 'initiator')).toEqual([]);
    world.ok('member', 'proposal.return', { proposalId, reason: 'Offerte' });
    expect(kinds(world, 'initiator')).toEqual(['proposal_returned']);
    expect(kinds(world, 'chair')).toEqual([]);
  });

  test('chair and secretary: what is submitted and on no agenda that is still to come', () => {
    const world = given.submittedWorld();
    expect(attention(world, 'secretary')).toMatchObject([
      { kind: 'proposal_to_schedule', id: proposalId, proposalId, cents: 45_000 },
    ]);
    expect(kinds(world, 'member')).toEqual([]);
    expect(kinds(given.plannedWorld(), 'secretary')).toEqual([]);
    const deferred = given.decidedWorld({ outcome: 'deferred', awardedCents: 0 });
    deferred.ok('chair', 'meeting.close', { meetingId });
    expect(kinds(deferred, 'secretary')).toEqual(['proposal_to_schedule']);
  });

  test('a meeting of today comes first, and one that was never closed is not forgotten', () => {
    expect(kinds(given.plannedWorld(), 'member', '2026-03-10')).toEqual(['meeting_today']);
    expect(kinds(given.openWorld(), 'member', '2026-03-10')).toEqual(['meeting_open']);
    expect(kinds(given.openWorld(), 'auditor', '2026-03-10')).toEqual([]);
    for (const day of ['2026-03-01', '2026-03-10', '2026-03-11']) {
      expect(kinds(given.openWorld(), 'member', day), day).toEqual(['meeting_open']);
      expect(kinds(given.openWorld(), 'secretary', day), day).toEqual(['meeting_open']);
    }
    expect(kinds(given.openWorld(), 'secretary', '2026-03-12')).toEqual(['meeting_not_closed']);
    expect(kinds(given.openWorld(), 'member', '2026-03-12')).toEqual([]);
  });

  test('the second count is asked of everybody but the first counter', () => {
    const world = given.plannedWorld();
    world.ok('member', 'support.count', given.count);
    expect(kinds(world, 'member')).toEqual([]);
    expect(attention(world, 'treasurer')).toMatchObject([
      { kind: 'second_count', id: supportSheetId(proposalId, 1), proposalId, cents: 0 },
    ]);
    expect(kinds(world, 'auditor')).toEqual([]);
    world.ok('secretary', 'support.count', { ...given.count, forCount: 24 });
    expect(kinds(world, 'treasurer')).toEqual(['count_differs']);
    expect(kinds(world, 'member')).toEqual([]);
    expect(kinds(world, 'secretary')).toEqual([]);
  });

  test('once a proposal is decided nobody is asked to count or settle any more', () => {
    const counted = given.openWorld();
    counted.ok('member', 'support.count', given.count);
    const differs = counted.copy();
    differs.ok('secretary', 'support.count', { ...given.count, forCount: 24 });
    for (const [world, kind] of [
      [counted, 'second_count'],
      [differs, 'count_differs'],
    ] as const) {
      expect(kinds(world, 'treasurer')).toContain(kind);
      world.ok('secretary', 'decision.record', given.decision);
      expect(kinds(world, 'treasurer')).not.toContain(kind);
    }
  });

  test('claims to judge once there is an award, never the own one; then payments', () => {
    const early = given.plannedWorld();
    early.ok('initiator', 'claim.submit', given.claim);
    expect(kinds(early, 'treasurer')).toEqual([]);
    const world = given.claimedWorld();
    expect(tasksOf(world, 'treasurer')).toMatchObject([
      { kind: 'claim_to_judge', id: claimId, proposalId, cents: 12_050 },
    ]);
    expect(tasksOf(world, 'member')).toEqual([]);
    const own = given.decidedWorld();
    own.ok('treasurer', 'claim.submit', given.claim);
    expect(tasksOf(own, 'treasurer')).toEqual([]);
    expect(tasksOf(own, 'chair')).toMatchObject([{ kind: 'claim_to_judge' }]);
    const approved = given.approvedWorld();
    expect(tasksOf(approved, 'treasurer')).toMatchObject([
      { kind: 'payment_to_record', id: claimId, proposalId, cents: 12_050 },
    ]);
    expect(tasksOf(given.paidWorld(), 'treasurer')).toEqual([]);
  });

  test('a returned claim is for whoever made it', () => {
    const world = given.claimedWorld();
    world.ok('treasurer', 'claim.return', { claimId, reason: 'Datum?' });
    expect(kinds(world, 'initiator')).toEqual(['claim_returned']);
    expect(tasksOf(world, 'treasurer')).toEqual([]);
  });

  test('[D2] flagged decisions are for the chair, for a month', () => {
    const world = given.decidedWorld({ takenUnder: { ...given.takenUnder, presentIds: [] } });
    world.ok('chair', 'meeting.close', { meetingId });
    expect(attention(world, 'chair', '2026-03-20')).toMatchObject([
      { kind: 'decision_flagged', id: round1, proposalId, cents: 0 },
    ]);
    expect(kinds(world, 'secretary', '2026-03-20')).toEqual([]);
    expect(kinds(world, 'chair', '2026-04-10')).toEqual(['decision_flagged']);
    expect(kinds(world, 'chair', '2026-04-11')).toEqual([]);
  });

  test('the most urgent first', () => {
    const world = given.claimedWorld();
    world.ok('member', 'proposal.create', { ...given.draft, proposalId: uid('second') });
    world.ok('member', 'proposal.submit', { proposalId: uid('second'), submittedOn: '2026-02-03' });
    world.ok('member', 'support.count', { ...given.count, proposalId: uid('second') });
    expect(kinds(world, 'chair', '2026-03-10')).toEqual([
      'meeting_open',
      'second_count',
      'claim_to_judge',
      'proposal_to_schedule',
    ]);
  });
});

describe('[S10] advice and publication', () => {
  test('the district manager: what is asked, until it is answered, taken back or decided', () => {
    const asked = ruling.askedWorld();
    expect(attention(asked, 'district_manager')).toMatchObject([
      { kind: 'advice_asked', id: ruling.adviceId, proposalId, cents: 0 },
    ]);
    expect(kinds(asked, 'chair')).not.toContain('advice_asked');
    const answered = asked.copy();
    answered.ok('district_manager', 'advice.answer', ruling.answer);
    expect(kinds(answered, 'district_manager')).toEqual([]);
    asked.ok('member', 'advice.withdraw', { adviceId: ruling.adviceId });
    expect(kinds(asked, 'district_manager')).toEqual([]);
    const decided = given.decidedWorld();
    decided.ok('member', 'advice.ask', ruling.ask);
    expect(kinds(decided, 'district_manager')).toEqual([]);
  });

  test('chair and secretary: a term that is over, from the day after its last day until the decision', () => {
    const world = given.plannedWorld();
    world.ok('secretary', 'proposal.publish', ruling.publish);
    expect(kinds(world, 'chair', '2026-02-24')).not.toContain('term_over');
    expect(kinds(world, 'chair', '2026-02-25')).toContain('term_over');
    expect(kinds(world, 'member', '2026-02-25')).not.toContain('term_over');
    const decided = given.decidedWorld();
    decided.ok('secretary', 'proposal.publish', ruling.publish);
    expect(kinds(decided, 'chair', '2026-02-25')).not.toContain('term_over');
  });
});

test('a question of the kascommissie waits for treasurer and chair until one of them answers', () => {
  const world = given.paidWorld();
  world.ok('auditor', 'finding.record', finding);
  const asks = (who: Who) => kinds(world, who).includes('finding_to_answer');
  expect([asks('treasurer'), asks('chair'), asks('member'), asks('auditor')]).toEqual([true, true, false, false]);
  world.ok('treasurer', 'finding.answer', answer);
  expect(asks('chair')).toBe(false);
});

import { describe, expect, test } from 'vitest';
import { answer, finding } from '../../../tests/domain/auditExamples.ts';
import * as given from '../../../tests/domain/committee.ts';
import * as hall from '../../../tests/domain/hall.ts';
import * as ruling from '../../../tests/domain/rulingExamples.ts';
import { add, asked, askedWorld, handOver, taken } from '../../../tests/domain/taskExamples.ts';
import { people, uid, type Who, type World } from '../../../tests/domain/world.ts';
import { supportSheetId } from '../rows.ts';
import { attentionOf } from '../today.ts';
import { taskKinds } from './kinds.ts';
import { type OpenTask, openTasks, type TaskInput } from './openTasks.ts';
import { committeeTasks, loadOf, whenOf } from './taskList.ts';

const { proposalId, claimId, meetingId } = given;

function inputOf(world: World, today: string, who: Who = 'chair'): TaskInput {
  return {
    ...{ access: world.accessOf(who), today },
    ...{ proposals: world.all('proposal'), sheets: world.all('supportSheet'), counts: world.all('supportCount') },
    ...{ meetings: world.all('meeting'), agendaItems: world.all('agendaItem'), decisions: world.all('decision') },
    ...{ claims: world.all('claim'), countersigns: world.all('countersign'), members: world.all('member') },
    ...{ advice: world.all('advice'), adviceAnswers: world.all('adviceAnswer'), findings: world.all('auditFinding') },
    ...{ owners: world.all('proposalOwner'), tasks: world.all('task'), budgetYears: world.all('budgetYear') },
    ...{ contributions: world.all('counterContribution'), outcomes: world.all('outcome') },
    ...{ indications: world.all('supportIndication'), adoptions: world.all('listAdoption') },
    ...{ consultations: world.all('consultation'), stacks: world.all('ballotStack') },
    ...{ ballotCounts: world.all('ballotCount'), spendingPlans: world.all('spendingPlan') },
    bank: {
      transactions: world.all('bankTransaction'),
      imports: world.all('bankImport'),
      matches: world.all('bankMatch'),
    },
  };
}
const tasksOf = (world: World, today = '2026-03-01', who?: Who): readonly OpenTask[] =>
  openTasks(inputOf(world, today, who));
const find = (world: World, kind: OpenTask['kind'], today?: string): OpenTask | undefined =>
  tasksOf(world, today).find((task) => task.kind === kind);
const names = (ids: readonly string[]): readonly string[] =>
  Object.entries(people)
    .filter(([, id]) => ids.includes(id))
    .map(([name]) => name);

test('[S21] what is asked of the district is on its Vandaag and on nobody else’s, and anybody of both can tick it off', () => {
  const world = askedWorld();
  const task = tasksOf(world).find(({ key }) => key === asked.taskId);
  expect(task).toMatchObject({ ownerId: null, district: { about: 'Lichtjestocht' } });
  expect(names(task?.doerIds ?? [])).toEqual(expect.arrayContaining(['chair', 'auditor', 'district_manager']));
  const own = tasksOf(given.plannedWorld()).filter(({ kind }) => kind === 'written');
  expect(own).toEqual([]);
  const today = (who: Who) => attentionOf(inputOf(world, '2026-03-01', who)).some(({ key }) => key === asked.taskId);
  expect([today('district_manager'), today('chair'), today('member')]).toEqual([true, false, false]);
  world.ok('district_manager', 'task.done', { taskId: asked.taskId, done: true, doneOn: '2026-03-20' });
  expect(world.get('task', asked.taskId)).toMatchObject({ doneBy: people.district_manager, doneOn: '2026-03-20' });
  expect(tasksOf(world).some(({ key }) => key === asked.taskId)).toBe(false);
});

describe('what is to be done, before when, why then, and by whom', () => {
  test('a second count: before the meeting, by everybody who votes but the first counter', () => {
    const world = given.plannedWorld();
    world.ok('member', 'support.count', given.count);
    const task = find(world, 'second_count');
    expect(task).toMatchObject({ dueOn: '2026-03-10', dueBecause: 'meeting', ownerId: null });
    expect(names(task?.doerIds ?? [])).toEqual(['chair', 'secretary', 'treasurer']);
  });

  test('a claim: nobody judges the own one, the treasurer is suggested, and no day is made up', () => {
    const task = find(given.claimedWorld(), 'claim_to_judge');
    expect(task).toMatchObject({ id: claimId, dueOn: null, dueBecause: 'none', suggestedId: people.treasurer });
    const own = given.decidedWorld();
    own.ok('treasurer', 'claim.submit', given.claim);
    expect(names(find(own, 'claim_to_judge')?.doerIds ?? [])).toEqual(['chair']);
    own.ok('chair', 'member.changeRole', {
      ...{ personId: people.treasurer, role: 'chair', proposalIds: [], seenRole: 'treasurer' },
    });
    own.ok('chair', 'member.remove', { personId: people.chair });
    expect(names(find(own, 'claim_to_judge')?.doerIds ?? [])).toEqual(['treasurer']); // the only one, and an outsider signs
  });

  test('[S7] a counter-contribution of an award, until it is delivered, by the committee and its initiator', () => {
    const world = given.decidedWorld();
    const counterContributionId = uid('counter');
    const what = { what: 'Stukje voor de wijkkrant', dueOn: '2026-06-01' };
    world.ok('member', 'counterContribution.add', { counterContributionId, proposalId, ...what });
    const task = find(world, 'counter_contribution');
    expect(task).toMatchObject({ text: what.what, dueOn: '2026-06-01', dueBecause: 'agreed' });
    expect(names(task?.doerIds ?? [])).toEqual(['chair', 'secretary', 'treasurer', 'member', 'initiator']);
    const delivered = { counterContributionId, deliveredOn: '2026-05-20', proof: 'Bladzijde 4', photos: [] };
    world.ok('initiator', 'counterContribution.deliver', delivered);
    expect(find(world, 'counter_contribution')).toBeUndefined();
  });

  test('[S20] what a project brought: four weeks after it is over', () => {
    const world = given.decidedWorld();
    expect(find(world, 'outcome_due', '2026-12-31')).toBeUndefined();
    expect(find(world, 'outcome_due', '2027-01-01')).toMatchObject({ dueOn: '2027-01-28', dueBecause: 'report' });
  });

  test('[S21] each year of a project of more years: four weeks after it, by the committee and its initiator', () => {
    const world = given.decidedWorld();
    world.ok('chair', 'proposal.setYears', { proposalId, untilYear: 2028, seen: null });
    expect(find(world, 'outcome_year_due', '2026-12-31')).toBeUndefined();
    const task = find(world, 'outcome_year_due', '2027-01-01');
    expect(task).toMatchObject({ key: `outcome_year_due:${proposalId}:2026`, dueOn: '2027-01-28', proposalId });
    expect(names(task?.doerIds ?? [])).toContain('initiator');
    expect(find(world, 'outcome_due', '2027-06-01')).toBeUndefined();
    const fields = { visitors: 60 };
    world.ok('initiator', 'outcome.tellYear', { proposalId, year: 2026, fields, seen: { visitors: null } });
    expect(find(world, 'outcome_year_due', '2027-01-01')).toBeUndefined();
    expect(find(world, 'outcome_due', '2029-01-01')).toMatchObject({ dueOn: '2029-01-28' });
  });

  test('sheets with signatures go on 1 March after the year, until none of that year is left', () => {
    const world = given.plannedWorld();
    world.ok('member', 'support.count', given.count);
    expect(find(world, 'sheets_to_destroy', '2027-01-29')).toBeUndefined();
    const task = find(world, 'sheets_to_destroy', '2027-01-30');
    expect(task).toMatchObject({ dueOn: '2027-03-01', dueBecause: 'paper', count: 1, suggestedId: people.secretary });
    expect(names(task?.doerIds ?? [])).toEqual(['chair', 'secretary']);
    world.ok('secretary', 'task.done', { taskId: task?.key ?? '', done: true, doneOn: '2027-02-20' });
    expect(find(world, 'sheets_to_destroy', '2027-02-21'), 'an older app said so of the paper alone').toBeDefined();
    world.ok('member', 'support.count', { ...given.count, sheetNumber: 2 });
    const destroy = (number: number) =>
      world.ok('secretary', 'support.destroySheets', {
        ...{ sheetIds: [supportSheetId(proposalId, number)], destroyedOn: '2027-03-01' },
      });
    destroy(1);
    expect(find(world, 'sheets_to_destroy', '2027-03-01')).toMatchObject({ count: 1 });
    destroy(2);
    expect(find(world, 'sheets_to_destroy', '2027-03-01')).toBeUndefined();
  });

  test('a list of decisions: once there is a next meeting to adopt it in, before that one', () => {
    const world = given.decidedWorld();
    world.ok('chair', 'meeting.close', { meetingId });
    expect(find(world, 'list_to_adopt')).toBeUndefined();
    const inMeetingId = uid('next');
    world.ok('secretary', 'meeting.plan', { ...given.plan, meetingId: inMeetingId, plannedOn: '2026-04-14' });
    expect(find(world, 'list_to_adopt')).toMatchObject({ id: meetingId, dueOn: '2026-04-14', dueBecause: 'meeting' });
    world.ok('secretary', 'meeting.open', { meetingId: inMeetingId });
    world.ok('secretary', 'decisionList.adopt', { ...given.adoption, meetingId, inMeetingId });
    expect(find(world, 'list_to_adopt')).toBeUndefined();
  });

  test('[S10] advice: late for who asked it, and to discuss when the district objects', () => {
    const world = ruling.askedWorld();
    const neededBy = world.all('advice')[0]?.neededBy ?? '';
    expect(find(world, 'advice_late', neededBy)).toBeUndefined();
    expect(find(world, 'advice_late', '2026-12-01')).toMatchObject({ dueOn: neededBy, suggestedId: people.member });
    world.ok('district_manager', 'advice.answer', { ...ruling.answer, view: 'objection', text: 'De stoep is te smal' });
    expect(find(world, 'advice_late', '2026-12-01')).toBeUndefined();
    expect(find(world, 'advice_to_handle')).toMatchObject({ suggestedId: people.member });
    expect(find(world, 'advice_asked')).toBeUndefined();
  });

  test('an objection of a neighbour until somebody answers it or the proposal is decided', () => {
    const world = given.objectedWorld();
    world.ok('initiator', 'proposal.submit', { proposalId, submittedOn: '2026-02-01' });
    expect(find(world, 'objection_to_answer')).toMatchObject({ id: given.objection.indicationId, proposalId });
    const { indicationId } = given.objection;
    world.ok('member', 'support.answer', { indicationId, answer: 'De muziek stopt om tien uur', seenAnswer: '' });
    expect(find(world, 'objection_to_answer')).toBeUndefined();
  });

  test('a returned proposal is for its initiator; without an account of his the committee asks him', () => {
    const world = given.submittedWorld();
    world.ok('member', 'proposal.return', { proposalId, reason: 'Offerte' });
    expect(find(world, 'proposal_returned')).toMatchObject({ doerIds: [people.initiator], ownerId: people.initiator });
    expect(find(world, 'correction_to_get')).toBeUndefined();
    world.ok('chair', 'member.remove', { personId: people.initiator });
    expect(find(world, 'proposal_returned')).toBeUndefined();
    expect(names(find(world, 'correction_to_get')?.doerIds ?? [])).toContain('secretary');
  });

  test('a consultation: a second count of papers, a difference, and the result once the papers agree', () => {
    const world = hall.countedWorld();
    const { heldOn } = hall.announce;
    const kinds = (at: World, today: string) => tasksOf(at, today).map(({ kind }) => kind);
    expect(kinds(world, '2026-01-10')).not.toContain('stack_second_count');
    expect(kinds(world, heldOn).some((kind) => kind === 'stack_second_count' || kind === 'stack_differs')).toBe(true);
    expect(kinds(world, heldOn)).not.toContain('consultation_to_close');
  });

  test('years: to close after the year, and the plan of the next one before 1 October', () => {
    const world = given.foundedWorld();
    expect(tasksOf(world, '2026-07-31').map(({ kind }) => kind)).toEqual([]);
    expect(find(world, 'plan_due', '2026-08-01')).toMatchObject({
      id: '2027',
      dueOn: '2026-09-30',
      dueBecause: 'plan',
    });
    expect(find(world, 'year_to_close', '2027-01-01')).toMatchObject({ dueOn: '2027-03-31', dueBecause: 'year' });
  });

  test('a year that is only known from the lists of the city has no books to close', () => {
    const world = given.foundedWorld();
    world.ok('system', 'proposal.record', {
      ...{ proposalId: uid('of before'), year: 2016, title: 'Jeu-de-boulesbaan', amountCents: 125_050 },
      themeShares: [{ theme: 6, percent: 100 }],
    });
    expect(world.all('budgetYear').map(({ year }) => year)).toEqual([2026, 2016]);
    expect(tasksOf(world, '2026-07-31').map(({ kind }) => kind)).toEqual([]);
    expect(tasksOf(world, '2027-01-01').filter(({ kind }) => kind === 'year_to_close')).toHaveLength(1);
  });

  test('a question of the kascommissie', () => {
    const world = given.paidWorld();
    world.ok('auditor', 'finding.record', finding);
    expect(names(find(world, 'finding_to_answer')?.doerIds ?? [])).toEqual(['chair', 'treasurer']);
    world.ok('treasurer', 'finding.answer', answer);
    expect(find(world, 'finding_to_answer')).toBeUndefined();
  });

  test('every key is there once, and the same on every phone of the committee', () => {
    const world = taken();
    const keys = tasksOf(world).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(tasksOf(world, '2026-03-01', 'auditor').map(({ key }) => key)).toEqual(keys);
  });
});

describe('whose it is', () => {
  const taskId = handOver.taskId;
  const owner = (world: World) => tasksOf(world).find(({ key }) => key === taskId)?.ownerId;
  const asks = (world: World, who: Who) =>
    attentionOf(inputOf(world, '2026-03-01', who)).some(({ key }) => key === taskId);

  test('who takes a task has it on Vandaag, and the others no longer', () => {
    const world = taken();
    expect(owner(world)).toBe(people.member);
    expect([asks(world, 'member'), asks(world, 'secretary'), asks(world, 'treasurer')]).toEqual([true, false, false]);
  });

  test('handed over with a note, it says by whom', () => {
    const world = taken();
    world.ok('member', 'task.handOver', handOver);
    const task = tasksOf(world).find(({ key }) => key === taskId);
    expect(task).toMatchObject({ ownerId: people.secretary, note: handOver.note, handedBy: people.member });
    expect([asks(world, 'member'), asks(world, 'secretary')]).toEqual([false, true]);
  });

  test('of who leaves the committee it is nobody’s again, and asks the others', () => {
    const world = taken();
    world.ok('chair', 'member.remove', { personId: people.member });
    expect(owner(world)).toBeNull();
    expect(asks(world, 'secretary')).toBe(true);
    const seenOwnerId = people.member; // as the row says: who takes it saw that
    world.ok('secretary', 'task.take', { taskId, seenOwnerId });
    expect(owner(world)).toBe(people.secretary);
  });

  test('of who may not do it any more it is nobody’s either', () => {
    const world = taken();
    world.ok('member', 'support.count', given.count);
    expect(tasksOf(world).find(({ key }) => key === taskId)).toBeUndefined();
    const other = taken();
    other.ok('chair', 'member.changeRole', {
      ...{ personId: people.member, role: 'auditor', proposalIds: [], seenRole: 'member' },
    });
    expect(owner(other)).toBeNull();
  });

  test('[S15] load: everybody of the committee, most first, with what is late', () => {
    const world = taken();
    world.ok('member', 'task.add', { ...add, ownerId: people.member, dueOn: '2026-02-01' });
    const members = world.all('member');
    const load = loadOf(committeeTasks(tasksOf(world), members), members, '2026-03-01');
    expect(load[0]).toEqual({ personId: people.member, count: 2, late: 1 });
    expect(load.map(({ personId }) => personId)).not.toContain(people.district_manager);
    expect(load).toHaveLength(5);
  });
});

test('when: late, within a week, later, without a day', () => {
  const when = (dueOn: string | null) => whenOf({ dueOn }, '2026-03-01');
  expect(['2026-02-28', '2026-03-01', '2026-03-08', '2026-03-09', null].map(when)).toEqual([
    'late',
    'week',
    'week',
    'later',
    'undated',
  ]);
});

test('the order of Vandaag is the order of the kinds', () => {
  const order = Object.keys(taskKinds);
  const world = given.claimedWorld();
  const kinds = tasksOf(world, '2026-03-10').map(({ kind }) => order.indexOf(kind));
  expect(kinds).toEqual([...kinds].sort((a, b) => a - b));
});

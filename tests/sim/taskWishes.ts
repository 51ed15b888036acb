/** Who takes on what, hands it over and writes down what is to be done: also at the same time, and to who just left. */
import { taskKey } from '../../src/domain/tasks/kinds.ts';
import { type Desk, day, type Maker, newUuid, pickRow, wish, word } from './desk.ts';

/** Written down, or out of a sheet, claim or proposal; now and then of a kind that the role does not do. */
function someTask(desk: Desk): string | undefined {
  const { random } = desk;
  const sheet = pickRow(desk, 'supportSheet');
  const claim = pickRow(desk, 'claim');
  const proposal = pickRow(desk, 'proposal');
  return random.pickOr([
    ...(sheet === undefined ? [] : [taskKey('second_count', sheet.id)]),
    ...(claim === undefined ? [] : [taskKey('claim_to_judge', claim.id)]),
    ...(proposal === undefined ? [] : [taskKey('outcome_due', proposal.id)]),
    ...desk.rows('task').map(({ id }) => id),
  ]);
}

const seenOwner = (desk: Desk, taskId: string): string | null => {
  if (desk.random.chance(0.1)) return null;
  return desk.rows('task').find(({ id }) => id === taskId)?.ownerId ?? null;
};

const take: Maker = (desk) => {
  const taskId = someTask(desk);
  return taskId === undefined ? undefined : wish('task.take', { taskId, seenOwnerId: seenOwner(desk, taskId) });
};

const handOver: Maker = (desk) => {
  const taskId = someTask(desk);
  if (taskId === undefined) return undefined;
  const [toPersonId, note] = [desk.random.pick(desk.peopleIds), desk.random.pick(['', 'Bel eerst Annie'])];
  return wish('task.handOver', { taskId, toPersonId, note, seenOwnerId: seenOwner(desk, taskId) });
};

const release: Maker = (desk) => {
  const taskId = pickRow(desk, 'task', ({ ownerId }) => ownerId !== null)?.id;
  return taskId === undefined ? undefined : wish('task.release', { taskId, seenOwnerId: seenOwner(desk, taskId) });
};

const add: Maker = (desk) => {
  const { random } = desk;
  const forDistrict = random.chance(0.3);
  const again = random.chance(0.1) ? pickRow(desk, 'task', ({ written }) => written !== null)?.id : undefined;
  return wish('task.add', {
    ...{ taskId: again ?? newUuid(random), text: `Regel: ${word(desk)}`, addedOn: day(desk) },
    dueOn: random.chance(0.5) ? day(desk) : null,
    proposalId: random.chance(0.3) ? (pickRow(desk, 'proposal')?.id ?? null) : null,
    ownerId: random.chance(forDistrict ? 0.1 : 0.4) ? random.pick(desk.peopleIds) : null,
    district: forDistrict ? { about: word(desk) } : null,
  });
};

const change: Maker = (desk) => {
  const known = pickRow(desk, 'task', ({ written }) => written !== null);
  if (known?.written == null) return undefined;
  const dueOn = desk.random.chance(0.9) ? known.written.dueOn : '2026-05-05';
  return wish('task.change', { taskId: known.id, fields: { dueOn: day(desk) }, seen: { dueOn } });
};

const done: Maker = (desk) => {
  const { random } = desk;
  const known = pickRow(desk, 'task', ({ written }) => written !== null || random.chance(0.1));
  return known === undefined
    ? undefined
    : wish('task.done', { taskId: known.id, done: random.chance(0.6), doneOn: day(desk) });
};

export const taskWish: Maker = (desk) =>
  desk.random.weighted<Maker>([
    [3, take],
    [3, handOver],
    [1, release],
    [2, add],
    [1, change],
    [2, done],
  ])(desk);

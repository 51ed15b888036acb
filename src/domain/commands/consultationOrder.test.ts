/** [D2] A consultation from three phones that had no connection in the hall: in every order in which they come online the
 *  end is the same, and no count, attendance or result is lost. */
import { describe, expect, test } from 'vitest';
import * as hall from '../../../tests/domain/hall.ts';
import { type Sent, uid, type Who, type World } from '../../../tests/domain/world.ts';
import type { CommandName } from '../permissions.ts';
import { consultationResultId } from '../rows.ts';
import type { CommandArgs } from './index.ts';

let made = 0;
function sent<N extends CommandName>(who: Who, name: N, args: CommandArgs<N>): Sent {
  made += 1;
  return { who, name, args, commandId: uid(`in the hall ${made}`) };
}
const { consultationId, counted, close } = hall;
const second = { ...counted, stackNumber: 2 };

/** The secretary announced it on a phone that had no connection since, counts, and announces the result. */
const secretary: readonly Sent[] = [
  sent('secretary', 'consultation.announce', hall.announce),
  sent('secretary', 'consultation.attend', { consultationId, presentCount: 25 }),
  sent('secretary', 'ballotStack.count', counted),
  sent('secretary', 'consultation.close', close),
  sent('secretary', 'consultation.close', { ...close, round: 2, presentCount: 26, reason: 'Een mens meer geteld' }),
];
/** The member counted the same stack and another one. */
const member: readonly Sent[] = [
  sent('member', 'consultation.attend', { consultationId, presentCount: 24 }),
  sent('member', 'ballotStack.count', { ...counted, content: { ...hall.papers, blankCount: 0 } }),
  sent('member', 'ballotStack.count', second),
];
/** The chair settles the difference and records the same result. */
const chair: readonly Sent[] = [
  sent('chair', 'ballotStack.settle', { stackId: hall.stackId, content: hall.papers, reason: 'Nageteld' }),
  sent('chair', 'consultation.close', close),
];

/** Every way to put the queues behind one another that keeps each queue's own order. */
function* mixes(queues: readonly (readonly Sent[])[]): Generator<readonly Sent[]> {
  if (queues.every((queue) => queue.length === 0)) yield [];
  for (const [n, queue] of queues.entries()) {
    const [next, ...rest] = queue;
    if (next === undefined) continue;
    for (const mix of mixes(queues.map((other, at) => (at === n ? rest : other)))) yield [next, ...mix];
  }
}

/** All but whose phone was first with the same result. */
function endOf(world: World): string {
  const rows = [...world.rows].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([rows, world.held], (key, value) => (key === 'recordedBy' ? undefined : value));
}

describe('[D2] a consultation from three phones', () => {
  const start = hall.twoPlansWorld();

  test('ends the same in all 2,520 orders, with nothing refused and nothing waiting', () => {
    const ends = new Map<string, World>();
    let orders = 0;
    for (const mix of mixes([secretary, member, chair])) {
      const world = start.copy();
      for (const command of mix) world.deliver(command);
      orders += 1;
      ends.set(endOf(world), world);
    }
    expect(orders).toBe(2_520); // 10! / (5! 3! 2!)
    expect(ends.size).toBe(1);
    const [end] = [...ends.values()];
    if (end === undefined) throw new Error('nothing was played');
    expect(end.held).toEqual([]);
    expect(end.outcomes.filter(({ result }) => result.kind === 'rejected')).toEqual([]);
    expect(end.all('ballotCount')).toHaveLength(3);
    expect(end.all('consultationAttendance').map(({ presentCount }) => presentCount)).toEqual(
      expect.arrayContaining([25, 24]),
    );
    expect(end.get('ballotStack', hall.stackId)).toMatchObject({ settled: hall.papers });
    expect(end.get('consultation', consultationId).state).toBe('closed');
    expect(end.get('consultationResult', consultationResultId(consultationId, 1)).presentCount).toBe(25);
    expect(end.get('consultationResult', consultationResultId(consultationId, 2)).presentCount).toBe(26);
  });

  test('one that was called off on one phone and held by others was held, whichever comes first', () => {
    const cancel = [sent('chair', 'consultation.cancel', { consultationId, reason: 'Geen zaal' })];
    for (const mix of mixes([secretary, cancel])) {
      const world = start.copy();
      for (const command of mix) world.deliver(command);
      expect(world.get('consultation', consultationId)).toMatchObject({ state: 'closed', cancelReason: null });
      expect(world.all('consultationResult')).toHaveLength(2);
    }
  });

  test('a count that comes in after the end is kept', () => {
    const world = hall.closedWorld();
    world.ok('treasurer', 'ballotStack.count', second);
    world.ok('treasurer', 'consultation.attend', { consultationId, presentCount: 30 });
    expect(world.all('ballotStack')).toHaveLength(2);
    expect(world.get('consultation', consultationId).state).toBe('closed');
  });
});

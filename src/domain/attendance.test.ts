import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as given from '../../tests/domain/committee.ts';
import { people } from '../../tests/domain/world.ts';
import { lastMark, presenceAt, staysOf } from './attendance.ts';
import { type Presence, type PresenceMark, presenceMarkId } from './rows.ts';

const { meetingId } = given;
const { treasurer } = people;
const at = (clock: string): string => `2026-03-10T${clock}:00.000Z`;
const mark = (state: PresenceMark['state'], clock: string, removed = false): PresenceMark => ({
  id: presenceMarkId(meetingId, treasurer, at(clock), state),
  ...{ meetingId, personId: treasurer, state, at: at(clock), removed },
});

test('coming and going makes stays; what two phones noted twice is one', () => {
  const marks = [mark('present', '18:36'), mark('absent', '19:40'), mark('present', '18:35'), mark('present', '20:10')];
  expect(staysOf(marks, treasurer)).toEqual([
    { from: at('18:35'), until: at('19:40') },
    { from: at('20:10'), until: null },
  ]);
  expect(staysOf(marks, people.chair)).toEqual([]);
  expect(staysOf([mark('excused', '17:00'), mark('absent', '18:00')], treasurer)).toEqual([]);
});

test('what was taken back did not happen', () => {
  const marks = [mark('present', '18:35'), mark('absent', '19:40', true)];
  expect(lastMark(marks, treasurer)?.state).toBe('present');
});

test('after midnight is later, also when the clock on the wall shows less', () => {
  const left = { ...mark('absent', '23:10'), at: '2026-03-11T00:20:00.000Z' };
  expect(lastMark([left, mark('present', '18:35')], treasurer)?.state).toBe('absent');
});

test('presence as it was at a decision: who left later was there', () => {
  const row: Presence = { id: 'p', meetingId, personId: treasurer, state: 'absent', at: at('20:00') };
  const marks = [mark('present', '18:35'), mark('absent', '20:00')];
  expect(presenceAt([row], marks, at('19:00'))).toEqual([{ ...row, state: 'present', at: at('18:35') }]);
  expect(presenceAt([row], marks, at('18:00'))).toEqual([]); // nobody said anything yet
  expect(presenceAt([row], [], at('19:00'))).toEqual([]); // a phone of before: noted after the decision
  expect(presenceAt([row], [], at('21:00'))).toEqual([row]);
});

test('[D2] marks of one evening end in the same presence in whatever order they arrive', () => {
  const clocks = ['18:31', '18:35', '19:50', '20:05', '22:59'];
  const one = fc.record({ state: fc.constantFrom('present', 'absent', 'excused'), clock: fc.constantFrom(...clocks) });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat()), (said, order) => {
      const play = (list: typeof said): unknown => {
        const world = given.openWorld();
        for (const { state, clock } of list)
          world.ok('member', 'presence.mark', { meetingId, personId: treasurer, state, at: at(clock) });
        return [
          world.get('presence', `${meetingId}:${treasurer}`),
          world
            .all('presenceMark')
            .map(({ id }) => id)
            .sort(),
        ];
      };
      const mixed = said.map((value) => ({ value, n: order.next().value ?? 0 })).sort((a, b) => a.n - b.n);
      expect(play(mixed.map(({ value }) => value))).toEqual(play(said));
    }),
  );
});

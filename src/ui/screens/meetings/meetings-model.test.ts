import { expect, test } from 'vitest';
import type { Meeting } from '../../../domain/rows.ts';
import { sortMeetings } from './meetings-model.ts';

const meeting = (id: string, plannedOn: string, state: Meeting['state']): Meeting => ({
  id,
  title: id,
  place: '',
  plannedOn,
  startTime: '19:30',
  state,
  openedAt: null,
  closedAt: null,
  penHolder: null,
});
const today = '2026-11-24';
const ids = (meetings: readonly Meeting[]) => meetings.map(({ id }) => id);

test('the next one is the first from today on; one that is open comes before it', () => {
  const planned = [meeting('later', '2026-12-15', 'planned'), meeting('now', today, 'planned')];
  expect(sortMeetings(planned, today).next?.id).toBe('now');
  expect(ids(sortMeetings(planned, today).coming)).toEqual(['later']);
  const withOpen = sortMeetings([...planned, meeting('open', '2026-11-20', 'open')], today);
  expect(withOpen.next?.id).toBe('open');
  expect(ids(withOpen.coming)).toEqual(['now', 'later']);
});

test('past are closed ones and those that nobody opened, newest first', () => {
  const sorted = sortMeetings(
    [
      meeting('missed', '2026-11-10', 'planned'),
      meeting('old', '2026-09-01', 'closed'),
      meeting('new', '2026-10-27', 'closed'),
    ],
    today,
  );
  expect(sorted.next).toBeUndefined();
  expect(ids(sorted.past)).toEqual(['missed', 'new', 'old']);
});

test('a meeting that was closed today is not the next one', () => {
  const sorted = sortMeetings([meeting('done', today, 'closed')], today);
  expect(sorted.next).toBeUndefined();
  expect(ids(sorted.past)).toEqual(['done']);
});

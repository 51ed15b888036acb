import { nlMeeting } from '../../nl/meeting.ts';
import type { MeetingRows } from './use-meeting.ts';

/** Where and when, above the title: the same line on the meeting and on its items. */
export function kickerOf({ meeting }: Pick<MeetingRows, 'meeting'>): string {
  const { kicker } = nlMeeting;
  if (meeting.enteredAfterwards) return kicker.closed(meeting.place, meeting.plannedOn);
  if (meeting.state === 'open') return kicker.open(meeting.place, meeting.openedAt);
  if (meeting.state === 'closed') return kicker.closed(meeting.place, meeting.plannedOn);
  return kicker.planned(meeting.place, meeting.plannedOn, meeting.startTime);
}

import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { ArrowRight } from '../../icons.ts';
import { nlDecision } from '../../nl/decision.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { itemHref } from './agenda-list.tsx';
import { nextEntry } from './agenda-model.ts';
import type { MeetingRows } from './use-meeting.ts';

/** It comes where "Leg vast" was: the second press of a shaky hand shall not skip the decision just taken. */
const settleMs = 400;

/** On to the next item that asks for a decision, or back to the meeting when there is none. */
export function NextButton({ rows, itemId }: { readonly rows: MeetingRows; readonly itemId: string }) {
  const { route } = useLocation();
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settleMs);
    return () => clearTimeout(timer);
  }, []);
  const meetingId = rows.meeting.id;
  const next = rows.meeting.state === 'closed' ? undefined : nextEntry(rows.agenda, itemId);
  const label = next === undefined ? nlDecision.decided.toMeeting : nlDecision.decided.next(next.item.title);
  return (
    <Actions stick>
      <Button
        kind="primary"
        big
        wide
        iconAfter={ArrowRight}
        blocked={settled ? undefined : label}
        onClick={() => route(next === undefined ? `/vergadering/${meetingId}` : itemHref(meetingId, next.item.id))}
      >
        {label}
      </Button>
    </Actions>
  );
}

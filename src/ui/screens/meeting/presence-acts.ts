// What can be done about who is there. Each tap is one command, saved at once; a whole row of them is undone in one go.
import type { IsoInstant } from '../../../domain/rows.ts';
import { presenceMarkId } from '../../../domain/rows.ts';
import { dispatchOnce, now, type Seen, useApp, useCommand } from '../../data.ts';
import { instantOf } from '../../local-time.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { showToast } from '../../parts/toast-store.ts';
import { type Attender, isHere } from './people-model.ts';

export type PresenceState = 'present' | 'absent' | 'excused';

export interface PresenceActs {
  readonly set: (attender: Attender, state: PresenceState) => Promise<void>;
  /** With an item only. */
  readonly setRecused: (attender: Attender, recused: boolean, reason: string) => Promise<void>;
  readonly allHere: (attenders: readonly Attender[]) => Promise<void>;
  /** For Refusal, beside the list. */
  readonly presence: ReturnType<typeof useCommand<'presence.mark'>>;
  readonly recusal: ReturnType<typeof useCommand<'recusal.set'>>;
}

export function usePresenceActs(meeting: Seen<'meeting'>, itemId?: string): PresenceActs {
  const app = useApp();
  const presence = useCommand('presence.mark');
  const recusal = useCommand('recusal.set');
  const meetingId = meeting.id;
  const set = async (attender: Attender, state: PresenceState): Promise<void> => {
    if (attender.presence?.state === state) return;
    await presence.send({ meetingId, personId: attender.personId, state, at: momentFor(meeting, attender) });
  };
  const setRecused = async (attender: Attender, recused: boolean, reason: string): Promise<void> => {
    const unchanged = recused === (attender.recusal !== undefined) && reason === (attender.recusal?.reason ?? '');
    if (itemId === undefined || unchanged) return;
    await recusal.send({ itemId, meetingId, personId: attender.personId, recused, reason });
  };
  const allHere = async (attenders: readonly Attender[]): Promise<void> => {
    // Who sent apologies is not there, also when "everybody" is.
    const missing = attenders.filter((attender) => !isHere(attender) && attender.presence?.state !== 'excused');
    const markIds: string[] = [];
    // One after the other: the phone numbers them in this order, and a refusal stops the rest.
    for (const attender of missing) {
      const { personId } = attender;
      const at = momentFor(meeting, attender);
      const sent = await presence.send({ meetingId, personId, state: 'present', at });
      if (!sent.saved) return;
      markIds.push(presenceMarkId(meetingId, personId, at, 'present'));
    }
    if (missing.length === 0) return;
    const undo = async () => {
      for (const markId of markIds) await dispatchOnce(app, 'presence.unmark', { markId });
    };
    showToast({ text: nlMeeting.presence.allSet(missing.length), undo });
  };
  return { set, setRecused, allHere, presence, recusal };
}

/** Now, as the phone sees it; of a meeting that was held before, when it began. Never before what is noted already: a phone
 *  with a slow clock would else note a leaving that lies before the coming. */
function momentFor(meeting: Seen<'meeting'>, { presence }: Attender): IsoInstant {
  const said = meeting.enteredAfterwards
    ? Date.parse(instantOf(meeting.plannedOn, meeting.startTime))
    : now().getTime();
  const known = presence === undefined ? Number.NEGATIVE_INFINITY : Date.parse(presence.at);
  return new Date(Math.max(said, known + 1)).toISOString();
}

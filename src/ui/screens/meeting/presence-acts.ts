// What can be done about who is there. Each tap is one command, saved at once; a whole row of them is undone in one go.
import { dispatchOnce, type Sent, useApp, useCommand } from '../../data.ts';
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
  readonly presence: ReturnType<typeof useCommand<'presence.set'>>;
  readonly recusal: ReturnType<typeof useCommand<'recusal.set'>>;
}

export function usePresenceActs(meetingId: string, itemId?: string): PresenceActs {
  const app = useApp();
  const presence = useCommand('presence.set');
  const recusal = useCommand('recusal.set');
  const set = async ({ personId, presence: before }: Attender, state: PresenceState): Promise<void> => {
    if (before?.state !== state) await presence.send({ meetingId, personId, state });
  };
  const setRecused = async (attender: Attender, recused: boolean, reason: string): Promise<void> => {
    const unchanged = recused === (attender.recusal !== undefined) && reason === (attender.recusal?.reason ?? '');
    if (itemId === undefined || unchanged) return;
    await recusal.send({ itemId, meetingId, personId: attender.personId, recused, reason });
  };
  const allHere = async (attenders: readonly Attender[]): Promise<void> => {
    // Who sent apologies is not there, also when "everybody" is.
    const missing = attenders.filter((attender) => !isHere(attender) && attender.presence?.state !== 'excused');
    // One after the other: the phone numbers them in this order, and a refusal stops the rest.
    for (const { personId } of missing) {
      const sent: Sent = await presence.send({ meetingId, personId, state: 'present' });
      if (!sent.saved) return;
    }
    if (missing.length === 0) return;
    const undo = async () => {
      // Who was not noted before cannot become so again: absent is what counts the same.
      for (const { personId, presence: before } of missing)
        await dispatchOnce(app, 'presence.set', { meetingId, personId, state: before?.state ?? 'absent' });
    };
    showToast({ text: nlMeeting.presence.allSet(missing.length), undo });
  };
  return { set, setRecused, allHere, presence, recusal };
}

// A text that may change what stands there already, with what its author saw of that.
import { type Draft, useDraft } from './draft.ts';

export interface AnswerDraft {
  readonly text: string;
  /** What stood there when the typing began: whoever changed it meanwhile is not written over unseen. */
  readonly seen: string;
  readonly type: (text: string) => void;
  /** Refused because somebody changed it: that stands on the screen by now, so the next press has seen it. */
  readonly refused: () => void;
  readonly clear: () => Promise<void>;
}

interface Typed {
  readonly reason: string;
  readonly seen?: string; // drafts of before have none
}

/** `now`: what stands there. It is shown until somebody types. */
export function useAnswerDraft(key: string, now: string): AnswerDraft {
  const draft: Draft<Typed> = useDraft<Typed>(key, { reason: now, seen: now });
  const { reason, seen = now } = draft.value;
  const untouched = reason === seen;
  return {
    text: untouched ? now : reason,
    seen: untouched ? now : seen,
    type: (text) => draft.set({ reason: text, seen: untouched ? now : seen }),
    refused: () => draft.set({ reason, seen: now }),
    clear: () => draft.clear(),
  };
}

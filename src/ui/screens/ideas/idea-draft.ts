// What is filled in about one idea, and what stays for the next one on the same street.
import { useState } from 'preact/hooks';
import type { Sound } from '../../../store/voice.ts';
import { newId } from '../../data.ts';
import { type Draft, useDraft } from '../../draft.ts';
import { type PhotoDraft, usePhotoDraft } from '../../draft-photos.tsx';

export interface IdeaText {
  readonly ideaId: string;
  readonly text: string;
}

/** Not cleared when an idea is saved: the ice-cream cart stands there all afternoon. */
export interface IdeaPlace {
  readonly quarter: string;
  readonly channel: string;
  readonly heardOf: string;
}

export interface IdeaVoice {
  readonly sound: Sound | null;
}

export interface IdeaDraft {
  readonly text: Draft<IdeaText>;
  readonly place: Draft<IdeaPlace>;
  readonly voice: Draft<IdeaVoice>;
  readonly photos: Draft<PhotoDraft>;
}

export const ideaDraftKey = 'idea.new';

export function useIdeaDraft(): IdeaDraft {
  const [initial] = useState((): IdeaText => ({ ideaId: newId(), text: '' }));
  return {
    text: useDraft(ideaDraftKey, initial),
    place: useDraft<IdeaPlace>('idea.place', { quarter: '', channel: '', heardOf: '' }),
    voice: useDraft<IdeaVoice>('idea.voice', { sound: null }),
    photos: usePhotoDraft('idea.photos'),
  };
}

// Plays what was said: from this phone or, checked against its name, from the server.
import { useEffect, useState } from 'preact/hooks';
import { rowKey } from '../../../domain/command.ts';
import type { Voice } from '../../../domain/rows.ts';
import { useApp } from '../../data.ts';
import { nlIdeas } from '../../nl/ideas.ts';

const words = nlIdeas.one;

export interface VoicePlayerProps {
  readonly ideaId: string;
  readonly voice: Voice;
}

export function VoicePlayer({ ideaId, voice: { sha256, mime, seconds } }: VoicePlayerProps) {
  const { engine, committeeId } = useApp();
  const [url, setUrl] = useState<string | 'loading' | 'not_here'>('loading');
  useEffect(() => {
    let made: string | undefined;
    let left = false;
    engine.photo(committeeId, sha256, rowKey('idea', ideaId)).then(
      (bytes) => {
        if (left) return;
        made = URL.createObjectURL(new Blob([bytes], { type: mime }));
        setUrl(made);
      },
      () => left || setUrl('not_here'),
    );
    return () => {
      left = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [engine, committeeId, sha256]);
  if (url === 'loading') return <p class="bk-soft">{words.playLoading}</p>;
  if (url === 'not_here') return <p class="bk-soft">{words.playNotHere}</p>;
  return (
    <figure class="bk-stack bk-gap-2">
      <figcaption class="bk-small">{nlIdeas.spoken(seconds)}</figcaption>
      {/* biome-ignore lint/a11y/useMediaCaption: spoken on the street, so it has no captions; whoever writes it out does so in the idea's text */}
      <audio class="bk-audio" controls src={url} aria-label={words.playTitle} />
    </figure>
  );
}

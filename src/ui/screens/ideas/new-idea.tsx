// /ideeen/nieuw: an idea in two taps. One opened this page; the other saves. With ?spreek the microphone is on at once.
import { useEffect, useState } from 'preact/hooks';
import { PhotoProblem } from '../../../store/photo.ts';
import { mustHaveRoom } from '../../../store/reserve.ts';
import { prepareVoice, type Sound } from '../../../store/voice.ts';
import { newId, Refusal, useCommand, useEngine, useRows, useToday } from '../../data.ts';
import { DraftPhotos } from '../../draft-photos.tsx';
import { CircleAlert, Info, Mic } from '../../icons.ts';
import { nlIdeas } from '../../nl/ideas.ts';
import { BackLink, Button } from '../../parts/button.tsx';
import { Card, CardHead, Stack } from '../../parts/card.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useLocation } from '../../router.tsx';
import { ideaDraftKey, useIdeaDraft } from './idea-draft.ts';
import { PlaceFields } from './place-fields.tsx';
import { type Recording, useRecorder } from './use-recorder.ts';

const words = nlIdeas.new;
const textId = 'idee';

export function NewIdeaScreen() {
  const draft = useIdeaDraft();
  const { text, place, voice, photos } = draft;
  const { query } = useLocation();
  const engine = useEngine();
  const today = useToday();
  const form = useFormErrors();
  const command = useCommand('idea.add');
  const [noRoom, setNoRoom] = useState(false);
  const caughtToday = useRows('idea').filter(({ caughtOn }) => caughtOn === today).length;

  const done = async () => {
    await Promise.all([text.clear(), voice.clear(), photos.clear()]);
    text.set({ ideaId: newId(), text: '' });
    showToast({ text: words.saved(caughtToday + 1) });
    document.getElementById(textId)?.focus();
  };
  const save = async (said: Sound | null) => {
    setNoRoom(false);
    const written = text.value.text.trim();
    const pictures = photos.value.photos;
    const nothing = written === '' && said === null && pictures.length === 0;
    if (!form.check(nothing ? [{ fieldId: textId, sentence: words.empty }] : [])) return;
    try {
      if (said !== null) await mustHaveRoom(() => engine.freeSpace());
    } catch (error) {
      if (!(error instanceof PhotoProblem)) throw error;
      return setNoRoom(true);
    }
    const spoken = said === null ? null : await prepareVoice(said);
    const args = {
      ...{ ideaId: text.value.ideaId, text: written, voice: spoken?.photo ?? null, ...place.value, caughtOn: today },
      photos: pictures.map(({ photo }) => photo),
    };
    const sent = await command.send(args, {
      photos: spoken === null ? pictures : [...pictures, spoken],
      draftKey: ideaDraftKey,
    });
    if (sent.saved) await done();
  };
  const recording = useRecorder(
    (sound) => voice.set({ sound }),
    () => void stop(),
  );
  const stop = async () => {
    const sound = await recording.stop();
    if (sound === undefined) return;
    voice.set({ sound });
    await save(sound);
  };
  useEffect(() => {
    if ('spreek' in query) void recording.start();
    else requestAnimationFrame(() => document.getElementById(textId)?.focus());
  }, []);
  const busy = recording.state !== 'off';

  return (
    <Form class="bk-stack bk-gap-5" onSend={() => save(voice.value.sound)}>
      <Stack gap={2}>
        <BackLink href="/ideeen">{nlIdeas.back}</BackLink>
        <ErrorSummary form={form} />
        <PageHead title={words.title} />
      </Stack>
      {text.restored && text.value.text !== '' && <Note icon={Info}>{words.restored}</Note>}
      {text.failed && (
        <Note tone="bad" icon={CircleAlert} live="alert">
          {words.failed}
        </Note>
      )}
      <Stack gap={3}>
        <TextArea
          id={textId}
          label={words.text}
          hint={words.textHint}
          rows={4}
          maxLength={5_000}
          error={form.of(textId)}
          value={text.value.text}
          onValue={(value) => text.set({ text: value })}
        />
        <Microphone recording={recording} onStop={() => void stop()} onCancel={() => void voice.clear()} />
        {!busy && voice.value.sound !== null && <Kept sound={voice.value.sound} onRemove={() => void voice.clear()} />}
        {noRoom && (
          <Note tone="bad" icon={CircleAlert} live="alert">
            {words.noRoom}
          </Note>
        )}
        <Refusal command={command} onSaved={() => void done()} />
        {!busy && (
          <Button kind="primary" big wide type="submit" busy={command.busy}>
            {words.save}
          </Button>
        )}
        {!busy && voice.value.sound === null && (
          <Button wide icon={Mic} onClick={() => void recording.start()}>
            {words.speak}
          </Button>
        )}
      </Stack>
      <DraftPhotos draft={photos} label={words.photos} hint={words.photosHint} />
      <Card labelledBy="waar-en-hoe">
        <CardHead id="waar-en-hoe" title={words.where} />
        <p class="bk-soft">{words.whereHint}</p>
        <PlaceFields value={place.value} onValue={place.set} />
      </Card>
    </Form>
  );
}

interface MicrophoneProps {
  readonly recording: Recording;
  readonly onStop: () => void;
  readonly onCancel: () => void;
}

/** Says once that it records; the seconds are for the eye, or a screen reader would never be silent. */
function Microphone({ recording, onStop, onCancel }: MicrophoneProps) {
  const { state, seconds, problem } = recording;
  if (problem !== undefined) {
    return (
      <Note tone="look" icon={CircleAlert} live="alert">
        {nlIdeas.voiceProblems[problem]}.
      </Note>
    );
  }
  if (state === 'off') return null;
  if (state === 'starting') return <p role="status">{words.starting}</p>;
  return (
    <Card kind="sun" gap={3}>
      <p class="bk-strong" aria-hidden="true">
        {words.recording(seconds)}
      </p>
      <p role="status">{words.recordingNote}</p>
      <Button kind="primary" big wide onClick={onStop}>
        {words.stop}
      </Button>
      <Button
        kind="quiet"
        wide
        onClick={() => {
          recording.cancel();
          onCancel();
        }}
      >
        {words.cancel}
      </Button>
    </Card>
  );
}

/** Left over from a page that was closed, or from a save that did not come through. */
function Kept({ sound, onRemove }: { readonly sound: Sound; readonly onRemove: () => void }) {
  return (
    <Note icon={Mic}>
      <p>{words.kept(sound.seconds)}</p>
      <Button kind="quiet" onClick={onRemove}>
        {words.cancel}
      </Button>
    </Note>
  );
}

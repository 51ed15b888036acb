// Photos of a project, each with who may see it. Whoever adds them says so first.
import { useState } from 'preact/hooks';
import { rowKey } from '../../../domain/command.ts';
import type { Outcome, PhotoSight } from '../../../domain/rows.ts';
import { mayI, Refusal, useCommand } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { DraftPhotos, usePhotoDraft } from '../../draft-photos.tsx';
import { EyeOff, Trash, UsersRound } from '../../icons.ts';
import { nlOutcome } from '../../nl/outcome.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { Photos } from '../../parts/photos.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useRowPhotos } from '../../row-photos.ts';

const words = nlOutcome.photos;
const whoId = 'foto-wie';
const sights = (Object.keys(words.sights) as PhotoSight[]).map((value) => ({ value, label: words.sights[value] }));

export function PhotosCard({ outcome }: { readonly outcome: Outcome }) {
  return (
    <Card labelledBy="fotos">
      <CardHead id="fotos" title={words.title} />
      {outcome.photos.length === 0 ? <p class="bk-soft">{words.none}</p> : <Shown outcome={outcome} />}
      {mayI('outcome.addPhotos') && <AddPhotos proposalId={outcome.id} />}
    </Card>
  );
}

function Shown({ outcome: { id: proposalId, photos } }: { readonly outcome: Outcome }) {
  const command = useCommand('outcome.showPhoto');
  const uses = useRowPhotos(
    rowKey('outcome', proposalId),
    photos.map(({ photo }) => photo),
  );
  const show = async (sha256: string, sight: PhotoSight | 'nobody') => {
    const seen = photos.find(({ photo }) => photo.sha256 === sha256)?.sight ?? 'committee';
    if ((await command.send({ proposalId, sha256, sight, seen })).saved)
      showToast({ text: sight === 'nobody' ? words.removed : words.changed });
  };
  return (
    <>
      <Photos
        photos={photos.map(({ photo, sight }, at) => ({
          id: photo.sha256,
          src: uses.get(photo.sha256)?.url,
          alt: words.photo(at + 1),
          caption: words.sights[sight],
          captionIcon: sight === 'published' ? UsersRound : EyeOff,
          detail: uses.get(photo.sha256)?.state === 'not_here' ? words.notHere : words.sights[sight],
        }))}
        tools={
          mayI('outcome.showPhoto')
            ? ({ id }, close) => (
                <PhotoTools
                  sight={photos.find(({ photo }) => photo.sha256 === id)?.sight ?? 'committee'}
                  onShow={(sight) => {
                    close();
                    void show(id, sight);
                  }}
                />
              )
            : undefined
        }
      />
      <p class="bk-small bk-soft">{words.after}</p>
      <Refusal command={command} />
    </>
  );
}

interface ToolsProps {
  readonly sight: PhotoSight;
  readonly onShow: (sight: PhotoSight | 'nobody') => void;
}

function PhotoTools({ sight, onShow }: ToolsProps) {
  const open = sight === 'published';
  return (
    <span class="bk-row bk-gap-2">
      <Button icon={open ? EyeOff : UsersRound} onClick={() => onShow(open ? 'committee' : 'published')}>
        {open ? words.hide : words.show}
      </Button>
      <Button kind="bad" icon={Trash} onClick={() => onShow('nobody')}>
        {words.remove}
      </Button>
    </span>
  );
}

function AddPhotos({ proposalId }: { readonly proposalId: string }) {
  const draftKey = `outcome.addPhotos:${proposalId}`;
  const photos = usePhotoDraft(`${draftKey}:photos`);
  const draft = useDraft<{ readonly sight: PhotoSight | undefined }>(draftKey, { sight: undefined });
  const form = useFormErrors();
  const command = useCommand('outcome.addPhotos');
  const [key, setKey] = useState(0);
  const taken = photos.value.photos;
  const { sight } = draft.value;
  const done = async () => {
    await Promise.all([draft.clear(), photos.clear()]);
    setKey(key + 1);
    showToast({ text: words.saved });
  };
  const save = async () => {
    if (!form.check(sight === undefined ? [{ fieldId: whoId, sentence: words.whoMissing }] : [])) return;
    if (sight === undefined) return;
    const args = { proposalId, photos: taken.map(({ photo }) => photo), sight };
    if ((await command.send(args, { photos: taken, draftKey })).saved) await done();
  };
  return (
    <Form class="bk-stack bk-gap-3" onSend={save}>
      <DraftPhotos key={key} draft={photos} label={words.add} hint={words.hint} />
      {taken.length > 0 && (
        <>
          <RadioGroup<PhotoSight>
            {...{ id: whoId, label: words.who, options: sights, value: sight, error: form.of(whoId) }}
            onValue={(next) => draft.set({ sight: next })}
          />
          <Button type="submit" busy={command.busy}>
            {words.save(taken.length)}
          </Button>
        </>
      )}
      <Refusal command={command} onSaved={() => void done()} />
    </Form>
  );
}

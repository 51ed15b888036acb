// A photo that comes later, or a better one. Evidence is welcome at any time; nothing is taken away.
import { useState } from 'preact/hooks';
import { Refusal, useCommand } from '../../data.ts';
import { RotateCcw, Trash } from '../../icons.ts';
import { nlClaim } from '../../nl/claim.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { PhotoField, Photos, useFilePick } from '../../parts/photos.tsx';
import { showToast } from '../../parts/toast-store.ts';
import {
  type DraftPhoto,
  isDouble,
  useObjectUrls,
  usePhotoDraft,
  useTaking,
  withLooked,
  withoutPhoto,
  withPhoto,
} from '../receipt/photo-draft.ts';
import { PhotoPreview } from '../receipt/photo-preview.tsx';
import { problemSentence, TakingProgress } from '../receipt/receipt-photos.tsx';
import { usePhotoEditor } from '../receipt/use-photo-editor.tsx';

export interface AddPhotoProps {
  readonly receiptId: string;
}

export function AddPhoto({ receiptId }: AddPhotoProps) {
  // Of this receipt alone, and not of the form of its claim.
  const draft = usePhotoDraft(`add:${receiptId}`);
  const command = useCommand('receipt.addPhoto');
  const [asked, setAsked] = useState<DraftPhoto | undefined>(undefined);
  const { photos } = draft.value;
  const urls = useObjectUrls(photos);
  const taking = useTaking((prepared, source) => {
    if (isDouble(draft.value.photos, prepared.photo)) return 'double';
    draft.set((value) => withPhoto(value, { ...prepared, receiptId, source, looked: false }));
    void draft.flush();
    return 'taken';
  });
  const again = useFilePick({ onFiles: (files, source) => void taking.take(files, source) });
  const forget = ({ photo }: DraftPhoto) => draft.set((value) => withoutPhoto(value, photo.sha256));
  const added = (one: DraftPhoto) => {
    forget(one);
    showToast({ text: nlClaim.photoAdded });
  };
  const use = async (one: DraftPhoto) => {
    if (command.busy) return;
    setAsked(one);
    const { photo, bytes, thumbnail } = one;
    const sent = await command.send({ receiptId, photo }, { photos: [{ photo, bytes, thumbnail }] });
    if (!sent.saved) return draft.set((value) => withLooked(value, photo.sha256));
    added(one);
  };
  // Whoever cut it sees what came out before it is sent: afterwards nothing can be taken away.
  const editing = usePhotoEditor(draft, photos, { urls, looked: false });
  const first = editing.busy ? undefined : photos.find(({ looked }) => !looked);
  const kept = photos.filter(({ looked }) => looked);
  return (
    <>
      <PhotoField
        label={nlClaim.addPhoto}
        multiple
        error={problemSentence(taking)}
        cameraLabel={nlReceipt.photo.camera}
        galleryLabel={nlReceipt.photo.gallery}
        onFiles={(files, source) => void taking.take(files, source)}
      />
      <TakingProgress taking={taking} />
      <Refusal command={command} onSaved={() => asked !== undefined && added(asked)} />
      {kept.map((one) => (
        <KeptPhoto
          key={one.photo.sha256}
          url={urls.get(one.photo.sha256)}
          busy={command.busy}
          onRetry={() => void use(one)}
          onRemove={() => forget(one)}
        />
      ))}
      {again.inputs}
      <PhotoPreview
        photo={first}
        url={first === undefined ? undefined : urls.get(first.photo.sha256)}
        onUse={(one) => void use(one)}
        onAgain={(one) => {
          forget(one);
          again.pick(one.source);
        }}
        onMend={({ photo }) => editing.open(photo.sha256)}
      />
      {editing.editor}
    </>
  );
}

interface KeptPhotoProps {
  readonly url: string | undefined;
  readonly busy: boolean;
  readonly onRetry: () => void;
  readonly onRemove: () => void;
}

/** It could not be saved: it stays here until it can, or until its maker does without. */
function KeptPhoto({ url, busy, onRetry, onRemove }: KeptPhotoProps) {
  return (
    <div class="bk-stack bk-gap-3">
      <Photos photos={[{ id: 'kept', src: url, alt: nlClaim.photoKept }]} />
      <Actions>
        <Button icon={RotateCcw} busy={busy} onClick={onRetry}>
          {nlClaim.photoRetry}
        </Button>
        <Button kind="bad" icon={Trash} onClick={onRemove}>
          {nlClaim.photoRemove}
        </Button>
      </Actions>
    </div>
  );
}

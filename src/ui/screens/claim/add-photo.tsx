// A photo that comes later, or a better one. Evidence is welcome at any time; nothing is taken away.
import { Refusal, useCommand } from '../../data.ts';
import { nlClaim } from '../../nl/claim.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import { PhotoField, useFilePick } from '../../parts/photos.tsx';
import { showToast } from '../../parts/toast-store.ts';
import {
  type DraftPhoto,
  isDouble,
  useObjectUrls,
  usePhotoDraft,
  useTaking,
  withoutPhoto,
  withPhoto,
} from '../receipt/photo-draft.ts';
import { PhotoPreview } from '../receipt/photo-preview.tsx';
import { problemSentence, TakingProgress } from '../receipt/receipt-photos.tsx';

export interface AddPhotoProps {
  readonly receiptId: string;
}

export function AddPhoto({ receiptId }: AddPhotoProps) {
  // Of this receipt alone, and not of the form of its claim.
  const draft = usePhotoDraft(`add:${receiptId}`);
  const command = useCommand('receipt.addPhoto');
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
  const use = async (one: DraftPhoto) => {
    if (command.busy) return;
    const { photo, bytes, thumbnail } = one;
    const sent = await command.send({ receiptId, photo }, { photos: [{ photo, bytes, thumbnail }] });
    forget(one);
    if (sent.saved) showToast({ text: nlClaim.photoAdded });
  };
  const first = photos[0];
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
      <Refusal command={command} />
      {again.inputs}
      <PhotoPreview
        photo={first}
        url={first === undefined ? undefined : urls.get(first.photo.sha256)}
        onUse={(one) => void use(one)}
        onAgain={(one) => {
          forget(one);
          again.pick(one.source);
        }}
      />
    </>
  );
}

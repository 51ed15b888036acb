// The photos of one receipt on the form: take, look, use, throw away.
import { rowKey } from '../../../domain/command.ts';
import type { Photo as PhotoRow } from '../../../domain/rows.ts';
import type { PreparedPhoto } from '../../../store/photo.ts';
import { useToday } from '../../data.ts';
import type { Draft } from '../../draft.ts';
import { ArrowDown, ArrowUp, Crop, Trash, ZoomIn } from '../../icons.ts';
import { nlPhotoEditor } from '../../nl/photo-editor.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import { Button } from '../../parts/button.tsx';
import { type Photo, PhotoField, type PhotoSource, Photos, useFilePick } from '../../parts/photos.tsx';
import { Bar } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useRowPhotos } from '../../row-photos.ts';
import { fieldOf } from './claim-draft.ts';
import {
  type DraftPhoto,
  isDouble,
  type PhotoDraft,
  photosOf,
  type Taking,
  useObjectUrls,
  useTaking,
  withLooked,
  withMoved,
  withoutPhoto,
  withPhoto,
} from './photo-draft.ts';
import { PhotoPreview } from './photo-preview.tsx';
import type { Proposals } from './proposals.ts';
import { ReadingNote } from './reading-note.tsx';
import { usePhotoEditor } from './use-photo-editor.tsx';

const words = nlReceipt.photo;

export interface ReceiptPhotosProps {
  readonly draft: Draft<PhotoDraft>;
  readonly receiptId: string;
  readonly number: number;
  /** Photos that were handed in before. */
  readonly saved: readonly PhotoRow[];
  readonly invoice: boolean;
  readonly error: string | undefined;
  readonly proposals: Proposals;
}

export function ReceiptPhotos({ draft, receiptId, number, saved, invoice, error, proposals }: ReceiptPhotosProps) {
  const photos = photosOf(draft.value, receiptId);
  const urls = useObjectUrls(photos);
  const shownSaved = useRowPhotos(rowKey('receipt', receiptId), saved);
  const taking = useTaking((prepared, source) => keep(draft, receiptId, prepared, source));
  const again = useFilePick({ onFiles: (files, source) => void taking.take(files, source) });
  const items: readonly Photo[] = [
    ...saved.map(({ sha256 }, index) => ({
      id: sha256,
      src: shownSaved.get(sha256)?.url,
      alt: words.name(number, index + 1),
    })),
    ...photos.map(({ photo }, index) => ({
      id: photo.sha256,
      src: urls.get(photo.sha256),
      alt: words.name(number, saved.length + index + 1),
      captionIcon: ZoomIn,
    })),
  ];
  const editing = usePhotoEditor(draft, photos, { urls, looked: true });
  const toLookAt = editing.busy ? undefined : photos.find(({ looked }) => !looked);
  const remove = (sha256: string) => {
    const removed = photos.find(({ photo }) => photo.sha256 === sha256);
    if (removed === undefined) return;
    draft.set((value) => withoutPhoto(value, sha256));
    showToast({ text: words.removed, undo: () => draft.set((value) => withPhoto(value, removed)) });
  };
  return (
    <>
      {items.length > 0 && (
        <Photos
          wide={items.length === 1}
          photos={items}
          tools={(photo, close) => (
            <PhotoTools
              photos={photos}
              sha256={photo.id}
              onMend={() => {
                close();
                editing.open(photo.id);
              }}
              onMove={(by) => {
                close();
                draft.set((value) => withMoved(value, photo.id, by));
              }}
              onRemove={() => {
                close();
                remove(photo.id);
              }}
            />
          )}
        />
      )}
      <PhotoField
        id={fieldOf(receiptId, 'photo')}
        label={items.length > 0 ? words.more : invoice ? words.labelInvoice : words.label}
        hint={items.length > 0 ? undefined : words.hint}
        multiple
        alsoAccept="application/pdf"
        error={error ?? problemSentence(taking)}
        cameraLabel={words.camera}
        galleryLabel={words.gallery}
        onFiles={(files, source) => void taking.take(files, source)}
      />
      <TakingProgress taking={taking} />
      <ReadingNote proposals={proposals} photos={photos} urls={urls} today={useToday()} />
      {again.inputs}
      <PhotoPreview
        photo={toLookAt}
        url={toLookAt === undefined ? undefined : urls.get(toLookAt.photo.sha256)}
        onUse={({ photo }) => draft.set((value) => withLooked(value, photo.sha256))}
        onAgain={({ photo, source }) => {
          draft.set((value) => withoutPhoto(value, photo.sha256));
          again.pick(source);
        }}
        onMend={({ photo }) => editing.open(photo.sha256)}
      />
      {editing.editor}
    </>
  );
}

interface PhotoToolsProps {
  readonly photos: readonly DraftPhoto[];
  readonly sha256: string;
  readonly onMend: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** Of a photo that was handed in already nothing can be changed. */
function PhotoTools({ photos, sha256, onMend, onMove, onRemove }: PhotoToolsProps) {
  const at = photos.findIndex(({ photo }) => photo.sha256 === sha256);
  if (at < 0) return null;
  return (
    <>
      {at > 0 && (
        <Button icon={ArrowUp} onClick={() => onMove(-1)}>
          {nlPhotoEditor.earlier}
        </Button>
      )}
      {at < photos.length - 1 && (
        <Button icon={ArrowDown} onClick={() => onMove(1)}>
          {nlPhotoEditor.later}
        </Button>
      )}
      <Button icon={Crop} onClick={onMend}>
        {nlPhotoEditor.open}
      </Button>
      <Button icon={Trash} onClick={onRemove}>
        {words.remove}
      </Button>
    </>
  );
}

function keep(
  draft: Draft<PhotoDraft>,
  receiptId: string,
  prepared: PreparedPhoto,
  source: PhotoSource,
): 'taken' | 'double' {
  if (isDouble(draft.value.photos, prepared.photo)) return 'double';
  const added: DraftPhoto = { ...prepared, receiptId, source, looked: false };
  draft.set((value) => withPhoto(value, added));
  // At once and not after the usual pause: the next thing may be the camera again.
  void draft.flush();
  return 'taken';
}

export function problemSentence({ problem }: Pick<Taking, 'problem'>): string | undefined {
  if (problem === undefined) return undefined;
  return problem === 'double' ? words.double : words.problems[problem];
}

export function TakingProgress({ taking }: { readonly taking: Taking }) {
  const { progress, cancel } = taking;
  return (
    <div role="status">
      {progress !== undefined && (
        <div class="bk-stack bk-gap-2">
          <p class="bk-small">{words.preparing(progress.at, progress.of)}</p>
          <Bar share={(progress.at - 0.5) / progress.of} />
          <Button kind="quiet" onClick={cancel}>
            {words.cancel}
          </Button>
        </div>
      )}
    </div>
  );
}

// Mending a photo that is not sent yet: opens the editor, puts what comes out in its place, and can be undone.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Draft } from '../../draft.ts';
import { nlPhotoEditor } from '../../nl/photo-editor.ts';
import { showToast } from '../../parts/toast-store.ts';
import { type DraftPhoto, type PhotoDraft, withMended } from './photo-draft.ts';
import { PhotoEditor } from './photo-editor.tsx';

export interface PhotoEditing {
  readonly busy: boolean;
  readonly open: (sha256: string) => void;
  /** Put it anywhere on the page. */
  readonly editor: ComponentChildren;
}

/** `looked`: whether whoever mended it has then seen it, or is asked once more whether it is right. */
export function usePhotoEditor(
  draft: Draft<PhotoDraft>,
  photos: readonly DraftPhoto[],
  { urls, looked }: { readonly urls: ReadonlyMap<string, string>; readonly looked: boolean },
): PhotoEditing {
  const [hash, setHash] = useState<string | undefined>(undefined);
  const photo = photos.find((one) => one.photo.sha256 === hash);
  const url = photo === undefined ? undefined : urls.get(photo.photo.sha256);
  const replace = (before: DraftPhoto, mended: DraftPhoto) => {
    draft.set((value) => withMended(value, before.photo.sha256, { ...mended, looked }));
    const undo = () => draft.set((value) => withMended(value, mended.photo.sha256, { ...before, looked }));
    showToast({ text: nlPhotoEditor.done, undo });
  };
  return {
    busy: hash !== undefined,
    open: setHash,
    editor: photo !== undefined && url !== undefined && (
      <PhotoEditor
        key={photo.photo.sha256}
        photo={photo}
        url={url}
        onClose={() => setHash(undefined)}
        onDone={(mended) => {
          setHash(undefined);
          replace(photo, mended);
        }}
      />
    ),
  };
}

// Straight after the shot: the photo over the whole screen, so that a blurred one is seen while the receipt is still there.
import { Check, CircleAlert, Crop, RotateCcw } from '../../icons.ts';
import { nlPhotoEditor } from '../../nl/photo-editor.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import { Button } from '../../parts/button.tsx';
import { useModal } from '../../parts/dialog.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { DraftPhoto } from './photo-draft.ts';

const words = nlReceipt.photo;

export interface PhotoPreviewProps {
  readonly photo: DraftPhoto | undefined;
  readonly url: string | undefined;
  readonly onUse: (photo: DraftPhoto) => void;
  /** Throws the photo away and opens the camera or gallery that it came from. */
  readonly onAgain: (photo: DraftPhoto) => void;
  readonly onMend: (photo: DraftPhoto) => void;
}

export function PhotoPreview({ photo, url, onUse, onAgain, onMend }: PhotoPreviewProps) {
  // Escape keeps the photo: nothing that was taken gets lost by a key.
  const dialog = useModal(photo !== undefined, () => photo !== undefined && onUse(photo));
  return (
    <dialog ref={dialog} class="bk-viewer" aria-label={words.look}>
      {photo !== undefined && (
        <>
          <header>
            <span>
              <b>{words.look}</b>
              {photo.warnings.map((warning) => (
                <span key={warning} class="bk-row bk-gap-2" role="status">
                  <Icon of={CircleAlert} />
                  {words[warning]}
                </span>
              ))}
            </span>
          </header>
          <div>{url !== undefined && <img src={url} alt="" />}</div>
          <footer class="bk-wrap">
            <Button grow icon={RotateCcw} onClick={() => onAgain(photo)}>
              {words.again}
            </Button>
            <Button grow icon={Crop} onClick={() => onMend(photo)}>
              {nlPhotoEditor.open}
            </Button>
            <Button kind="primary" grow icon={Check} onClick={() => onUse(photo)}>
              {words.use}
            </Button>
          </footer>
        </>
      )}
    </dialog>
  );
}

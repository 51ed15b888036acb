// Cuts a photo to its paper, straightens and turns it, and makes faint print dark. The photo stays as it was until it is used.
import { useEffect, useRef, useState } from 'preact/hooks';
import { isNoSheet } from '../../../files/photo/corners.ts';
import type { PhotoEdit } from '../../../files/photo/edit.ts';
import { findEdges, mendPhoto } from '../../../files/photo/mend.ts';
import type { Quad } from '../../../files/reader/geometry.ts';
import { hashOf } from '../../../store/photo.ts';
import { Check, CircleAlert, Contrast, RotateCw, ScanLine, X } from '../../icons.ts';
import { nlPhotoEditor as words } from '../../nl/photo-editor.ts';
import { Button } from '../../parts/button.tsx';
import { useModal } from '../../parts/dialog.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Bar } from '../../parts/status.tsx';
import { PhotoCorners } from './photo-corners.tsx';
import type { DraftPhoto } from './photo-draft.ts';

export interface PhotoEditorProps {
  readonly photo: DraftPhoto;
  readonly url: string;
  readonly onDone: (mended: DraftPhoto) => void;
  readonly onClose: () => void;
}

const all: Quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

type Edges = 'searching' | 'proposed' | 'notFound' | 'own';

export function PhotoEditor({ photo, url, onDone, onClose }: PhotoEditorProps) {
  const [corners, setCorners] = useState<Quad>(all);
  const [edges, setEdges] = useState<Edges>('searching');
  const [quarterTurns, setTurns] = useState<PhotoEdit['quarterTurns']>(0);
  const [contrast, setContrast] = useState(false);
  const [folded, setFolded] = useState(false);
  const touched = useRef(false);
  const mending = useMending(photo, onDone);
  const dialog = useModal(true, onClose);
  const { width, height } = photo.photo;
  useEffect(() => {
    const stop = new AbortController();
    findEdges(blobOf(photo), stop.signal).then(
      (found) => {
        if (touched.current) return; // whoever set a corner on a slow phone does not lose it to a proposal that comes after
        if (found !== undefined) setCorners(found);
        setEdges(found === undefined ? 'notFound' : 'proposed');
      },
      () => setEdges((now) => (now === 'searching' ? 'notFound' : now)),
    );
    return () => stop.abort();
  }, []);
  const choose = (next: Quad) => {
    touched.current = true;
    setFolded(false);
    setEdges('own');
    setCorners(next);
  };
  const apply = () => {
    if (isNoSheet(corners)) return setFolded(true);
    mending.start({ corners: corners === all ? undefined : inPixels(corners, width, height), quarterTurns, contrast });
  };
  return (
    <dialog ref={dialog} class="bk-viewer" aria-label={words.title}>
      <header>
        <span class="bk-stack bk-gap-1">
          <b>{words.title}</b>
          <span class="bk-small" role="status">
            {mending.share !== undefined ? words.busy : edges === 'own' ? words.hint : words[edges]}
          </span>
          {(mending.failed || folded) && (
            <span class="bk-row bk-gap-2" role="alert">
              <Icon of={CircleAlert} />
              {folded ? words.noSheet : words.failed}
            </span>
          )}
          {mending.share !== undefined && <Bar share={mending.share} />}
        </span>
        <Button icon={X} onClick={() => (mending.share === undefined ? onClose() : mending.stop())}>
          {mending.share === undefined ? words.cancel : words.stop}
        </Button>
      </header>
      <div data-turns={quarterTurns} data-contrast={contrast ? '' : undefined}>
        <PhotoCorners {...{ url, width, height, corners, quarterTurns }} onCorners={choose} />
      </div>
      <footer class="bk-wrap">
        <Button icon={ScanLine} onClick={() => choose(all)}>
          {words.whole}
        </Button>
        <Button icon={RotateCw} onClick={() => setTurns(((quarterTurns + 1) % 4) as PhotoEdit['quarterTurns'])}>
          {words.turn}
        </Button>
        <Button icon={Contrast} pressed={contrast} onClick={() => setContrast(!contrast)}>
          {words.contrast}
        </Button>
        <Button kind="primary" grow icon={Check} busy={mending.share !== undefined} onClick={apply}>
          {words.apply}
        </Button>
      </footer>
    </dialog>
  );
}

const blobOf = ({ bytes, photo }: DraftPhoto): Blob => new Blob([bytes], { type: photo.mime });

const inPixels = ([a, b, c, d]: Quad, width: number, height: number): Quad => {
  const at = ({ x, y }: Quad[0]) => ({ x: x * width, y: y * height });
  return [at(a), at(b), at(c), at(d)];
};

/** The hash of the file that was chosen stays: the same receipt handed in twice is found, mended or not. */
function useMending(photo: DraftPhoto, onDone: (mended: DraftPhoto) => void) {
  const [share, setShare] = useState<number | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const start = async (edit: PhotoEdit): Promise<void> => {
    const stop = new AbortController();
    running.current = stop;
    setFailed(false);
    setShare(0);
    try {
      const made = await mendPhoto(blobOf(photo), edit, setShare, stop.signal);
      const { bytes, thumbnail, width, height } = made;
      const sha256 = await hashOf(bytes);
      onDone({ ...photo, bytes, thumbnail, photo: { ...photo.photo, sha256, size: bytes.byteLength, width, height } });
    } catch {
      setFailed(!stop.signal.aborted);
    }
    setShare(undefined);
  };
  return { share, failed, start: (edit: PhotoEdit) => void start(edit), stop: () => running.current?.abort() };
}

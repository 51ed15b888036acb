import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { flushDrafts } from '../draft.ts';
import { ArrowLeft, ArrowRight, Camera, Images, X, ZoomIn, ZoomOut } from '../icons.ts';
import { nl } from '../nl/index.ts';
import { Button, IconButton } from './button.tsx';
import { classes } from './classes.ts';
import { useModal } from './dialog.tsx';
import { FieldGroup, type FieldProps } from './field.tsx';
import { Icon, type IconData } from './icon.tsx';

export interface Photo {
  readonly id: string;
  /** An object URL or address; undefined while it is still on another device. */
  readonly src: string | undefined;
  /** What is on it: "Lijst 1, twee keer geteld". Also the name of its button. */
  readonly alt: string;
  /** Shown over the foot of the picture. */
  readonly caption?: string | undefined;
  readonly captionIcon?: IconData | undefined;
  /** Second line in the viewer: "13 handtekeningen". */
  readonly detail?: string | undefined;
}

export interface PhotosProps {
  readonly photos: readonly Photo[];
  /** One large picture instead of a grid: a bon. */
  readonly wide?: boolean | undefined;
  /** Buttons in the foot of the viewer, for the photo that is shown: Draai, Verwijder. */
  readonly tools?: ((photo: Photo, close: () => void) => ComponentChildren) | undefined;
}

/** A grid of photos; each opens large. */
export function Photos({ photos, wide = false, tools }: PhotosProps) {
  const [shown, setShown] = useState<number | undefined>(undefined);
  const buttons = photos.map((photo, index) => (
    <button
      key={photo.id}
      type="button"
      class={classes('bk-photo', wide && 'bk-photo--wide')}
      aria-label={nl.photo.viewLarge(photo.alt)}
      onClick={() => setShown(index)}
    >
      {photo.src !== undefined && <img src={photo.src} alt="" loading="lazy" />}
      {photo.caption !== undefined && (
        <span>
          {photo.captionIcon !== undefined && <Icon of={photo.captionIcon} />}
          {photo.caption}
        </span>
      )}
    </button>
  ));
  return (
    <>
      {wide ? buttons : <div class="bk-photos">{buttons}</div>}
      <Viewer photos={photos} shown={shown} onShow={setShown} tools={tools} />
    </>
  );
}

export interface ViewerProps extends Pick<PhotosProps, 'photos' | 'tools'> {
  /** Index of the photo that is open; undefined: closed. */
  readonly shown: number | undefined;
  readonly onShow: (index: number | undefined) => void;
}

/** One photo over the whole screen, with the ones before and after it. Pinch or press to look closer, arrow keys to go on. */
export function Viewer({ photos, shown, onShow, tools }: ViewerProps) {
  const photo = shown === undefined ? undefined : photos[shown];
  const [zoomed, setZoomed] = useState(false);
  const close = () => {
    setZoomed(false);
    onShow(undefined);
  };
  const dialog = useModal(photo !== undefined, close);
  const step = (by: number) => {
    const next = (shown ?? 0) + by;
    if (next >= 0 && next < photos.length) onShow(next);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    // While zoomed the arrows move over the picture, as the browser does by itself.
    if (zoomed) return;
    if (key === 'ArrowLeft') step(-1);
    if (key === 'ArrowRight') step(1);
  };
  return (
    <dialog ref={dialog} class="bk-viewer" aria-label={photo?.alt} onKeyDown={onKeyDown}>
      {photo !== undefined && shown !== undefined && (
        <>
          <header>
            <span>
              <b>{photo.alt}</b>
              {photo.detail !== undefined && (
                <>
                  <br />
                  <span class="bk-small">{photo.detail}</span>
                </>
              )}
            </span>
            <span class="bk-row bk-gap-2">
              {photo.src !== undefined && (
                <IconButton
                  icon={zoomed ? ZoomOut : ZoomIn}
                  label={nl.photo.zoom}
                  pressed={zoomed}
                  onClick={() => setZoomed(!zoomed)}
                />
              )}
              <Button icon={X} onClick={close}>
                {nl.close}
              </Button>
            </span>
          </header>
          {/* A zoomed picture is scrolled with the arrow keys. */}
          <div data-zoomed={zoomed ? '' : undefined} tabIndex={zoomed ? 0 : undefined}>
            {photo.src !== undefined && <img src={photo.src} alt={photo.alt} />}
          </div>
          <footer>
            {photos.length > 1 && shown > 0 ? (
              <Button icon={ArrowLeft} onClick={() => step(-1)}>
                {nl.previous}
              </Button>
            ) : (
              <span />
            )}
            {tools?.(photo, close)}
            {shown < photos.length - 1 ? (
              <Button iconAfter={ArrowRight} onClick={() => step(1)}>
                {nl.next}
              </Button>
            ) : (
              <span />
            )}
          </footer>
        </>
      )}
    </dialog>
  );
}

export interface PhotoFieldProps extends Omit<FieldProps, 'page' | 'tabTitle' | 'read'> {
  readonly onFiles: (files: readonly File[], source: PhotoSource) => void;
  /** Several at once from the gallery. */
  readonly multiple?: boolean | undefined;
  /** What the gallery may give besides pictures: 'application/pdf'. */
  readonly alsoAccept?: string | undefined;
  readonly cameraLabel?: string | undefined;
  readonly galleryLabel?: string | undefined;
}

/** Two buttons: the camera, and the pictures on the device. With one button a phone offers only one of the two. */
export function PhotoField(props: PhotoFieldProps) {
  const { pick, inputs } = useFilePick(props);
  return (
    <FieldGroup {...props}>
      {() => (
        <div class="bk-row bk-gap-2">
          <Button grow icon={Camera} onClick={() => pick('camera')}>
            {props.cameraLabel ?? nl.photo.camera}
          </Button>
          <Button grow icon={Images} onClick={() => pick('gallery')}>
            {props.galleryLabel ?? nl.photo.gallery}
          </Button>
          {inputs}
        </div>
      )}
    </FieldGroup>
  );
}

export type PhotoSource = 'camera' | 'gallery';

export interface FilePick {
  /** Saves every open draft first: phones like to close the page while the camera is open. */
  readonly pick: (source: PhotoSource) => void;
  /** The hidden inputs; put them anywhere on the page. */
  readonly inputs: ComponentChildren;
}

/** The camera and the gallery behind buttons of one's own. */
export function useFilePick(props: Pick<PhotoFieldProps, 'onFiles' | 'multiple' | 'alsoAccept'>): FilePick {
  const { onFiles, multiple = false, alsoAccept } = props;
  const camera = useRef<HTMLInputElement>(null);
  const gallery = useRef<HTMLInputElement>(null);
  const take = (source: PhotoSource) => (event: { readonly currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget;
    const files = [...(input.files ?? [])];
    // Emptied, so that the same picture can be chosen again after it was removed.
    input.value = '';
    if (files.length > 0) onFiles(files, source);
  };
  const pick = async (source: PhotoSource) => {
    await flushDrafts();
    (source === 'camera' ? camera : gallery).current?.click();
  };
  const accept = alsoAccept === undefined ? 'image/*' : `image/*,${alsoAccept}`;
  return {
    pick: (source) => void pick(source),
    inputs: (
      <>
        <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={take('camera')} />
        <input ref={gallery} type="file" accept={accept} multiple={multiple} hidden onChange={take('gallery')} />
      </>
    ),
  };
}

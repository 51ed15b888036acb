// Photos in a form. They have a draft of their own, so that a tap on a counter does not write megabytes again, and are
// there after the camera closed the page.
import { useEffect, useRef, useState } from 'preact/hooks';
import { PhotoProblem, type PreparedPhoto } from '../store/photo.ts';
import { type Draft, useDraft } from './draft.ts';
import { CircleAlert, Trash } from './icons.ts';
import { nlReceipt } from './nl/receipt.ts';
import { nlSupport } from './nl/support.ts';
import { Button } from './parts/button.tsx';
import { type Photo, PhotoField, Photos } from './parts/photos.tsx';
import { Bar, Note } from './parts/status.tsx';
import { usePreparePhoto } from './prepare-photo.ts';

const words = nlSupport.count;

export interface PhotoDraft {
  readonly photos: readonly PreparedPhoto[];
}

export const usePhotoDraft = (key: string): Draft<PhotoDraft> => useDraft<PhotoDraft>(key, { photos: [] });

export interface DraftPhotosProps {
  readonly draft: Draft<PhotoDraft>;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly id?: string | undefined;
  readonly error?: string | undefined;
  /** A receipt or a form must be read; a view of a square need not. */
  readonly mustBeRead?: boolean | undefined;
}

export function DraftPhotos({ draft, label, hint, id, error, mustBeRead = false }: DraftPhotosProps) {
  const [progress, setProgress] = useState<{ readonly at: number; readonly of: number } | undefined>(undefined);
  const running = useRef<AbortController | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const prepare = usePreparePhoto();
  const { photos } = draft.value;
  const urls = usePhotoUrls(photos);
  const take = async (files: readonly File[]) => {
    const stop = new AbortController();
    running.current = stop;
    setProblem(undefined);
    for (const [index, file] of files.entries()) {
      setProgress({ at: index + 1, of: files.length });
      try {
        const prepared = await prepare(file, stop.signal);
        draft.set((value) => withPhoto(value, prepared));
      } catch (error) {
        setProblem(words.photoProblems[error instanceof PhotoProblem ? error.code : 'unreadable']);
      }
      if (stop.signal.aborted) break; // what was ready before stays
    }
    setProgress(undefined);
  };
  useEffect(() => () => running.current?.abort(), []);
  const remove = (sha256: string) =>
    draft.set((value) => ({ photos: value.photos.filter(({ photo }) => photo.sha256 !== sha256) }));
  const items = photos.map(
    ({ photo }, index): Photo => ({ id: photo.sha256, src: urls.get(photo.sha256), alt: words.photo(index + 1) }),
  );
  return (
    <>
      <PhotoField
        id={id}
        label={label}
        hint={hint}
        optional
        multiple
        error={problem ?? error}
        onFiles={(files) => void take(files)}
      />
      <div role="status">
        {progress !== undefined && (
          <div class="bk-stack bk-gap-2">
            <p class="bk-small">{nlReceipt.photo.preparing(progress.at, progress.of)}</p>
            <Bar share={(progress.at - 0.5) / progress.of} />
            <Button kind="quiet" onClick={() => running.current?.abort()}>
              {nlReceipt.photo.cancel}
            </Button>
          </div>
        )}
      </div>
      {photos.length > 0 && (
        <Photos
          photos={items}
          tools={(photo, close) => (
            <Button
              kind="bad"
              icon={Trash}
              onClick={() => {
                close();
                remove(photo.id);
              }}
            >
              {words.photoRemove}
            </Button>
          )}
        />
      )}
      {mustBeRead && <PhotoWarnings photos={photos} />}
    </>
  );
}

/** The same picture twice is one picture. */
function withPhoto(value: PhotoDraft, prepared: PreparedPhoto): PhotoDraft {
  const known = value.photos.some(({ photo }) => photo.originalSha256 === prepared.photo.originalSha256);
  return known ? value : { photos: [...value.photos, prepared] };
}

function PhotoWarnings({ photos }: { readonly photos: readonly PreparedPhoto[] }) {
  const has = (warning: 'dark' | 'small') => photos.some(({ warnings }) => warnings.includes(warning));
  const sentences = [...(has('dark') ? [words.photoDark] : []), ...(has('small') ? [words.photoSmall] : [])];
  return (
    <>
      {sentences.map((sentence) => (
        <Note key={sentence} tone="look" icon={CircleAlert} live="status">
          {sentence}
        </Note>
      ))}
    </>
  );
}

/** Object URLs of the pictures by hash, freed when they leave the page. */
function usePhotoUrls(photos: readonly PreparedPhoto[]): ReadonlyMap<string, string> {
  const [urls, setUrls] = useState<ReadonlyMap<string, string>>(new Map());
  const key = photos.map(({ photo }) => photo.sha256).join(' ');
  // The hashes say which pictures there are; the list itself is new at every change of the draft.
  useEffect(() => {
    const made = new Map(
      photos.map(({ photo, bytes }) => [photo.sha256, URL.createObjectURL(new Blob([bytes], { type: photo.mime }))]),
    );
    setUrls(made);
    return () => {
      for (const url of made.values()) URL.revokeObjectURL(url);
    };
  }, [key]);
  return urls;
}

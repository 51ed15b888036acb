// Photos that a saved row names, as addresses for an img: from this phone, or from the server when there is a connection.
import { useEffect, useState } from 'preact/hooks';
import type { RowKey } from '../domain/command.ts';
import type { Photo } from '../domain/rows.ts';
import { useApp } from './app-context.tsx';

export interface PhotoUse {
  /** The small picture until the photo itself is there; undefined while this phone has neither. */
  readonly url: string | undefined;
  /** `not_here`: only the server has it and there is no connection now. */
  readonly state: 'loading' | 'ready' | 'not_here';
}

/** By hash. `shownBy` is the row that names them: whoever may see that row may see these bytes. */
export function useRowPhotos(shownBy: RowKey, photos: readonly Photo[]): ReadonlyMap<string, PhotoUse> {
  const { engine, committeeId } = useApp();
  const [shown, setShown] = useState<ReadonlyMap<string, PhotoUse>>(new Map());
  const key = photos.map(({ sha256 }) => sha256).join(' ');
  useEffect(() => {
    const made: string[] = [];
    let left = false;
    const show = (sha256: string, change: (before: PhotoUse) => PhotoUse) => {
      if (left) return;
      setShown((before) => new Map([...before, [sha256, change(before.get(sha256) ?? loading)]]));
    };
    const urlOf = (bytes: ArrayBuffer, mime: string) => {
      const url = URL.createObjectURL(new Blob([bytes], { type: mime }));
      made.push(url);
      if (left) URL.revokeObjectURL(url);
      return url;
    };
    setShown(new Map());
    for (const { sha256, mime } of photos) {
      void engine
        .thumbnail(committeeId, sha256)
        .then((bytes) => {
          if (bytes === undefined) return;
          const url = urlOf(bytes, 'image/jpeg');
          show(sha256, (before) => (before.state === 'ready' ? before : { ...before, url }));
        })
        .catch(() => undefined); // the photo itself is asked for below
      engine.photo(committeeId, sha256, shownBy).then(
        (bytes) => {
          const url = urlOf(bytes, mime);
          show(sha256, () => ({ url, state: 'ready' }));
        },
        () => show(sha256, (before) => ({ ...before, state: 'not_here' })),
      );
    }
    return () => {
      left = true;
      for (const url of made) URL.revokeObjectURL(url);
    };
  }, [engine, committeeId, shownBy, key]);
  return shown;
}

const loading: PhotoUse = { url: undefined, state: 'loading' };

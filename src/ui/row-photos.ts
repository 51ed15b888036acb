// Photos that a saved row names, as addresses for an img: from this phone, or from the server when there is a connection.
import { useEffect, useState } from 'preact/hooks';
import type { RowKey } from '../../../domain/command.ts';
import type { Photo } from '../../../domain/rows.ts';
import { type PhotoUse, useApp } from '../../data.ts';

/** By hash. `usePhoto` for a list whose length may change; the object URLs are freed in the same way. */
export function useRowPhotos(shownBy: RowKey, photos: readonly Photo[]): ReadonlyMap<string, PhotoUse> {
  const app = useApp();
  const [shown, setShown] = useState<ReadonlyMap<string, PhotoUse>>(new Map());
  const key = photos.map(({ sha256 }) => sha256).join(' ');
  useEffect(() => {
    const made: string[] = [];
    let left = false;
    const show = (sha256: string, use: PhotoUse) => setShown((before) => new Map([...before, [sha256, use]]));
    setShown(new Map());
    for (const { sha256, mime } of photos) {
      app.engine.photo(app.committeeId, sha256, shownBy).then(
        (bytes) => {
          if (left) return;
          const url = URL.createObjectURL(new Blob([bytes], { type: mime }));
          made.push(url);
          show(sha256, { url, state: 'ready' });
        },
        () => {
          if (!left) show(sha256, { url: undefined, state: 'not_here' });
        },
      );
    }
    return () => {
      left = true;
      for (const url of made) URL.revokeObjectURL(url);
    };
  }, [app, shownBy, key]);
  return shown;
}

// The photos of a saved row as pictures, with what to say where this phone has none.
import type { RowKey } from '../domain/command.ts';
import type { Photo as PhotoRow } from '../domain/rows.ts';
import { type Photo, Photos } from './parts/photos.tsx';
import { useRowPhotos } from './row-photos.ts';

export interface RowPhotosProps {
  readonly shownBy: RowKey;
  readonly photos: readonly PhotoRow[];
  readonly alt: (at: number) => string;
  readonly notHere: string;
}

export function RowPhotos({ shownBy, photos, alt, notHere }: RowPhotosProps) {
  const uses = useRowPhotos(shownBy, photos);
  if (photos.length === 0) return null;
  const items = photos.map(({ sha256 }, index): Photo => {
    const use = uses.get(sha256);
    return {
      id: sha256,
      src: use?.url,
      alt: alt(index + 1),
      caption: use?.state === 'not_here' ? notHere : undefined,
    };
  });
  return <Photos photos={items} />;
}

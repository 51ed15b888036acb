// The photos of a sheet that is saved: from this phone, or from the server when there is a connection.

import { useEffect, useState } from 'preact/hooks';
import { rowKey } from '../../../domain/command.ts';
import type { Photo as PhotoRow } from '../../../domain/rows.ts';
import { type PhotoUse, usePhoto } from '../../data.ts';
import { nlSupport } from '../../nl/support.ts';
import { type Photo, Photos } from '../../parts/photos.tsx';

export interface SheetPhotosProps {
  readonly sheetId: string;
  readonly number: number;
  readonly photos: readonly PhotoRow[];
}

export function SheetPhotos({ sheetId, number, photos }: SheetPhotosProps) {
  const [shown, setShown] = useState<Readonly<Record<string, PhotoUse>>>({});
  if (photos.length === 0) return null;
  const items = photos.map(({ sha256 }, index): Photo => {
    const use = shown[sha256];
    return {
      id: sha256,
      src: use?.url,
      alt: nlSupport.sheets.photo(number, index + 1),
      caption: use?.state === 'not_here' ? nlSupport.sheets.photoNotHere : undefined,
    };
  });
  return (
    <>
      {photos.map(({ sha256 }) => (
        <OnePhoto
          key={sha256}
          sheetId={sheetId}
          sha256={sha256}
          onUse={(use) => setShown((before) => ({ ...before, [sha256]: use }))}
        />
      ))}
      <Photos photos={items} />
    </>
  );
}

interface OnePhotoProps {
  readonly sheetId: string;
  readonly sha256: string;
  readonly onUse: (use: PhotoUse) => void;
}

/** A hook can't be called in a loop; a component can. */
function OnePhoto({ sheetId, sha256, onUse }: OnePhotoProps) {
  const { url, state } = usePhoto(sha256, rowKey('supportSheet', sheetId));
  // The parent's setter is a new function each time and is not what changed.
  useEffect(() => onUse({ url, state }), [url, state]);
  return null;
}

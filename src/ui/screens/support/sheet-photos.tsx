// The photos of a sheet that is saved: from this phone, or from the server when there is a connection.
import { rowKey } from '../../../domain/command.ts';
import type { Photo as PhotoRow } from '../../../domain/rows.ts';
import { nlSupport } from '../../nl/support.ts';
import { type Photo, Photos } from '../../parts/photos.tsx';
import { useRowPhotos } from '../../row-photos.ts';

export interface SheetPhotosProps {
  readonly sheetId: string;
  readonly number: number;
  readonly photos: readonly PhotoRow[];
}

export function SheetPhotos({ sheetId, number, photos }: SheetPhotosProps) {
  const uses = useRowPhotos(rowKey('supportSheet', sheetId), photos);
  if (photos.length === 0) return null;
  const items = photos.map(({ sha256 }, index): Photo => {
    const use = uses.get(sha256);
    return {
      id: sha256,
      src: use?.url,
      alt: nlSupport.sheets.photo(number, index + 1),
      caption: use?.state === 'not_here' ? nlSupport.sheets.photoNotHere : undefined,
    };
  });
  return <Photos photos={items} />;
}

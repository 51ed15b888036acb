// The photos of a sheet that is saved: from this phone, or from the server when there is a connection.
import { rowKey } from '../../../domain/command.ts';
import type { Photo } from '../../../domain/rows.ts';
import { nlSupport } from '../../nl/support.ts';
import { RowPhotos } from '../../row-photos-view.tsx';

export interface SheetPhotosProps {
  readonly sheetId: string;
  readonly number: number;
  readonly photos: readonly Photo[];
}

export function SheetPhotos({ sheetId, number, photos }: SheetPhotosProps) {
  const { photo, photoNotHere } = nlSupport.sheets;
  return (
    <RowPhotos
      shownBy={rowKey('supportSheet', sheetId)}
      photos={photos}
      alt={(at) => photo(number, at)}
      notHere={photoNotHere}
    />
  );
}

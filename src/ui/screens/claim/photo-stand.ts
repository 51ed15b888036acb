// Whether the photos of a claim are on the server: a record is never called sent while its photo is missing.
import { useMemo } from 'preact/hooks';
import { lacksPhoto } from '../../../domain/insight/missing.ts';
import type { Receipt } from '../../../domain/rows.ts';
import { useApp, useRows } from '../../data.ts';
import { useLive } from '../../hooks.ts';
import type { PhotoStand } from '../../nl/claim.ts';

export type PhotoStands = (sha256: string) => PhotoStand;

/** Where a photo is. On the way: on this phone or another, and not on the server. */
export function usePhotoStands(): PhotoStands {
  const { queue, committeeId } = useApp();
  const rows = useRows('storedPhoto');
  const broken = useLive(() => queue.brokenPhotos(), [queue, committeeId], none);
  return useMemo(() => {
    const stored = new Set(rows.flatMap(({ id, destroyedOn }) => (destroyedOn === undefined ? [id] : [])));
    const brokenHere = new Set(broken.map(({ sha256 }) => sha256));
    return (sha256) => (stored.has(sha256) ? 'stored' : brokenHere.has(sha256) ? 'broken' : 'on_the_way');
  }, [rows, broken]);
}
const none: readonly never[] = [];

export interface PhotoCounts {
  readonly all: number;
  readonly onTheWay: number;
  readonly broken: number;
  readonly receiptsWithout: number;
}

export function countPhotos(receipts: readonly Receipt[], standOf: PhotoStands): PhotoCounts {
  const stands = receipts.flatMap(({ photos }) => photos.map(({ sha256 }) => standOf(sha256)));
  return {
    all: stands.length,
    onTheWay: stands.filter((stand) => stand === 'on_the_way').length,
    broken: stands.filter((stand) => stand === 'broken').length,
    receiptsWithout: receipts.filter(lacksPhoto).length,
  };
}

/** Receipts and photos of which the server does not hold a picture. */
export const missingPhotos = ({ onTheWay, broken, receiptsWithout }: PhotoCounts): number =>
  onTheWay + broken + receiptsWithout;

// Photos of a claim that is being filled in. They have a draft of their own, so that a key press does not write megabytes,
// and are there again after the phone closed the page.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Photo } from '../../../domain/rows.ts';
import { isPdf, PdfProblem, pdfPages } from '../../../files/photo/pdf.ts';
import type { Page } from '../../../files/receipt/words.ts';
import { type PhotoCode, PhotoProblem, type PreparedPhoto } from '../../../store/photo.ts';
import type { NewPhoto } from '../../../sync/engine.ts';
import { useToday } from '../../data.ts';
import { type Draft, useDraft } from '../../draft.ts';
import type { PhotoSource } from '../../parts/photos.tsx';
import { usePreparePhoto } from '../../prepare-photo.ts';
import { knowPage } from '../../reading.ts';

export interface DraftPhoto extends PreparedPhoto {
  readonly receiptId: string;
  readonly source: PhotoSource;
  /** The person has seen it large and uses it. */
  readonly looked: boolean;
}

export interface PhotoDraft {
  readonly photos: readonly DraftPhoto[];
}

export const usePhotoDraft = (claimId: string): Draft<PhotoDraft> =>
  useDraft<PhotoDraft>(`claim.photos:${claimId}`, { photos: [] });

export const photosOf = (draft: PhotoDraft, receiptId: string): readonly DraftPhoto[] =>
  draft.photos.filter((photo) => photo.receiptId === receiptId);

/** What a command sends along, without what only the form needs. */
export const newPhotos = (draft: PhotoDraft): readonly NewPhoto[] =>
  draft.photos.map(({ photo, bytes, thumbnail }) => ({ photo, bytes, thumbnail }));

export function withPhoto(draft: PhotoDraft, added: DraftPhoto): PhotoDraft {
  return isDouble(draft.photos, added.photo) ? draft : { photos: [...draft.photos, added] };
}
export function isDouble(photos: readonly { readonly photo: Photo }[], { originalSha256, sha256 }: Photo): boolean {
  return photos.some(({ photo }) => photo.originalSha256 === originalSha256 || photo.sha256 === sha256);
}
export const withoutPhoto = (draft: PhotoDraft, sha256: string): PhotoDraft => ({
  photos: draft.photos.filter(({ photo }) => photo.sha256 !== sha256),
});
export const withLooked = (draft: PhotoDraft, sha256: string): PhotoDraft => ({
  photos: draft.photos.map((one) => (one.photo.sha256 === sha256 ? { ...one, looked: true } : one)),
});
/** In the place of the one that it was made from. */
export const withMended = (draft: PhotoDraft, sha256: string, mended: DraftPhoto): PhotoDraft => ({
  photos: draft.photos.map((one) => (one.photo.sha256 === sha256 ? mended : one)),
});
/** Parts of a long receipt stand in the order in which they are read. */
export function withMoved(draft: PhotoDraft, sha256: string, by: -1 | 1): PhotoDraft {
  const moved = draft.photos.find(({ photo }) => photo.sha256 === sha256);
  const own = draft.photos.filter(({ receiptId }) => receiptId === moved?.receiptId);
  const other = moved && own[own.indexOf(moved) + by];
  if (moved === undefined || other === undefined) return draft;
  const swapped = new Map([
    [moved, other],
    [other, moved],
  ]);
  return { photos: draft.photos.map((one) => swapped.get(one) ?? one) };
}
export const withoutReceipt = (draft: PhotoDraft, receiptId: string): PhotoDraft => ({
  photos: draft.photos.filter((photo) => photo.receiptId !== receiptId),
});

export type TakeProblem = PhotoCode | 'double' | 'pdf_offline' | 'pdf_unreadable';

export interface Taking {
  /** Which of how many is being made smaller; undefined when none is. */
  readonly progress: { readonly at: number; readonly of: number } | undefined;
  readonly problem: TakeProblem | undefined;
  readonly take: (files: readonly Blob[], source: PhotoSource) => Promise<void>;
  readonly cancel: () => void;
}

/** Makes chosen files ready one after the other: a phone has no memory for several at once. */
export function useTaking(onPhoto: (prepared: PreparedPhoto, source: PhotoSource) => 'taken' | 'double'): Taking {
  const [progress, setProgress] = useState<Taking['progress']>(undefined);
  const [problem, setProblem] = useState<TakeProblem | undefined>(undefined);
  const running = useRef<AbortController | undefined>(undefined);
  const prepare = usePreparePhoto();
  const today = useToday();
  const latest = useRef(onPhoto);
  latest.current = onPhoto;
  useEffect(() => () => running.current?.abort(), []);
  const take = async (files: readonly Blob[], source: PhotoSource): Promise<void> => {
    const stop = new AbortController();
    running.current = stop;
    setProblem(undefined);
    for (const [index, file] of files.entries()) {
      setProgress({ at: index + 1, of: files.length });
      try {
        for (const { picture, page } of await picturesOf(file, stop.signal)) {
          const prepared = await prepare(picture, stop.signal);
          if (page !== undefined) knowPage(prepared.photo.sha256, page, today);
          if (latest.current(prepared, source) === 'double') setProblem('double');
        }
      } catch (error) {
        setProblem(error instanceof PhotoProblem || error instanceof PdfProblem ? error.code : 'unreadable');
        if (stop.signal.aborted) break;
      }
    }
    setProgress(undefined);
  };
  return { progress, problem, take, cancel: () => running.current?.abort() };
}

/** A PDF is kept as pictures of its pages. */
async function picturesOf(
  file: Blob,
  signal: AbortSignal,
): Promise<readonly { readonly picture: Blob; readonly page: Page | undefined }[]> {
  return isPdf(file) ? pdfPages(file, signal) : [{ picture: file, page: undefined }];
}

/** Object URLs by hash, freed when they leave the page. */
export function useObjectUrls(photos: readonly { readonly photo: Photo; readonly bytes: ArrayBuffer }[]) {
  const [urls, setUrls] = useState<ReadonlyMap<string, string>>(new Map());
  // The hashes say which pictures there are; the list itself is new at every change of the draft.
  const key = photos.map(({ photo }) => photo.sha256).join(' ');
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

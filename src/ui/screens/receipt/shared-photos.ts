// Photos that another app handed over ("Delen"): into the receipt that is being filled in, without a connection too.
import { useEffect, useRef, useState } from 'preact/hooks';
import { forgetSharedPhotos, readSharedPhotos } from '../../../store/flags.ts';
import { PhotoProblem } from '../../../store/photo.ts';
import { newId } from '../../data.ts';
import type { Draft } from '../../draft.ts';
import { type Prepare, usePreparePhoto } from '../../prepare-photo.ts';
import { type ClaimDraft, emptyReceipt, isEmptyReceipt, type ReceiptDraft } from './claim-draft.ts';
import { type PhotoDraft, photosOf, type TakeProblem, withPhoto } from './photo-draft.ts';

export type SharedState =
  | { readonly kind: 'none' | 'working' | 'nothing' }
  | { readonly kind: 'took'; readonly count: number }
  | { readonly kind: 'problem'; readonly problem: TakeProblem };

/** Takes them once both drafts are read. A photo is forgotten by the service worker's store only after the draft holds it
 *  on disk: the phone may close the page in between, and the next visit takes it then. */
export function useSharedPhotos(asked: boolean, draft: Draft<ClaimDraft>, photos: Draft<PhotoDraft>): SharedState {
  const [state, setState] = useState<SharedState>({ kind: 'none' });
  const prepare = usePreparePhoto();
  const begun = useRef(false);
  const ready = asked && draft.ready && photos.ready;
  useEffect(() => {
    if (!ready || begun.current) return;
    begun.current = true;
    setState({ kind: 'working' });
    takeShared(prepare, draft, photos).then(setState, () => setState({ kind: 'problem', problem: 'unreadable' }));
  }, [ready, prepare, draft, photos]);
  return state;
}

async function takeShared(prepare: Prepare, draft: Draft<ClaimDraft>, photos: Draft<PhotoDraft>): Promise<SharedState> {
  const shared = await readSharedPhotos();
  if (shared.length === 0) return { kind: 'nothing' };
  const receipt = freeReceipt(draft.value.receipts, photos.value) ?? emptyReceipt(newId());
  const done: string[] = [];
  let count = 0;
  let problem: TakeProblem | undefined;
  for (const { id, bytes, type } of shared) {
    try {
      const prepared = await prepare(new Blob([bytes], { type }));
      const added = { ...prepared, receiptId: receipt.receiptId, source: 'gallery', looked: false } as const;
      photos.set((value) => withPhoto(value, added));
      count += 1;
    } catch (error) {
      problem = error instanceof PhotoProblem ? error.code : 'unreadable';
      if (problem === 'no_room') continue; // it stays where it is until there is room
    }
    done.push(id);
  }
  if (count > 0) draft.set((value) => withReceipt(value, receipt));
  await Promise.all([draft.flush(), photos.flush()]);
  // What can't be read now can't be read later either.
  if (!photos.failed) await forgetSharedPhotos(done);
  return problem === undefined ? { kind: 'took', count } : { kind: 'problem', problem };
}

/** The last receipt when nothing was filled in or photographed for it yet. */
function freeReceipt(receipts: readonly ReceiptDraft[], photos: PhotoDraft): ReceiptDraft | undefined {
  const last = receipts.at(-1);
  if (last === undefined || !isEmptyReceipt(last)) return undefined;
  return photosOf(photos, last.receiptId).length === 0 ? last : undefined;
}

function withReceipt(value: ClaimDraft, receipt: ReceiptDraft): ClaimDraft {
  const known = value.receipts.some(({ receiptId }) => receiptId === receipt.receiptId);
  return known ? value : { ...value, receipts: [...value.receipts, receipt] };
}

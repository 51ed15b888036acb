// The account number that stands on an invoice: offered, and never filled in by itself, for money goes to it.
import { formatIban, normalizeIban } from '../../../domain/iban.ts';
import type { Draft } from '../../draft.ts';
import { ScanText } from '../../icons.ts';
import { nlReading } from '../../nl/reading.ts';
import { Button } from '../../parts/button.tsx';
import { Note } from '../../parts/status.tsx';
import { readingStore } from '../../reading.ts';
import { useStore } from '../../use-store.ts';
import type { ClaimDraft } from './claim-draft.ts';
import type { PhotoDraft } from './photo-draft.ts';

export function IbanRead(props: { readonly draft: Draft<ClaimDraft>; readonly photos: PhotoDraft }) {
  const { draft, photos } = props;
  const byPhoto = useStore(readingStore, (state) => state.byPhoto);
  const found = photos.photos
    .map(({ photo }) => byPhoto.get(photo.sha256))
    .map((reading) => (reading?.kind === 'done' ? reading.result.reading.iban : undefined))
    .find((iban) => iban !== undefined);
  const { kind, payeeIban } = draft.value;
  if (found === undefined || kind !== 'invoice' || normalizeIban(payeeIban) === found.value) return null;
  const iban = formatIban(found.value);
  return (
    <Note icon={ScanText} live="status">
      <div class="bk-row bk-gap-2">
        <span>{nlReading.other.iban(iban)}</span>
        <Button onClick={() => draft.set((value) => ({ ...value, payeeIban: iban }))}>{nlReading.take}</Button>
      </div>
    </Note>
  );
}

// "maybe double": the other receipt beside this one, so that a person can decide whether they are the same.

import { rowKey } from '../../../domain/command.ts';
import { looksLike } from '../../../domain/commands/claim.ts';
import { type Seen, useRows } from '../../data.ts';
import { Files } from '../../icons.ts';
import { nlClaim } from '../../nl/claim.ts';
import { nlJudge } from '../../nl/money.ts';
import { Card } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Photos } from '../../parts/photos.tsx';
import { useRowPhotos } from '../../row-photos.ts';
import { judgeHref } from './hrefs.ts';

const words = nlJudge.double;

export interface DoubleNoteProps {
  readonly claim: Seen<'claim'>;
  readonly receipts: readonly Seen<'receipt'>[];
}

export function DoubleNote({ claim, receipts }: DoubleNoteProps) {
  const all = useRows('receipt', 'proposalId', claim.proposalId);
  if (!claim.flags.includes('maybe_double')) return null;
  const others = all.filter((other) => receipts.some((own) => own.id !== other.id && looksLike(own, other)));
  return (
    <Card kind="well" labelledBy="dubbel">
      <h2 id="dubbel">
        <Icon of={Files} size="in" /> {words.title}
      </h2>
      {others.length === 0 && <p>{words.unknown}</p>}
      {others.map((other) => (
        <Other key={other.id} other={other} own={other.claimId === claim.id} />
      ))}
    </Card>
  );
}

function Other({ other, own }: { readonly other: Seen<'receipt'>; readonly own: boolean }) {
  const urls = useRowPhotos(rowKey('receipt', other.id), other.photos);
  const photos = other.photos.map(({ sha256 }, index) => ({
    id: sha256,
    src: urls.get(sha256)?.url,
    alt: nlClaim.photo(other.shop, index + 1),
  }));
  return (
    <div class="bk-stack bk-gap-2">
      <p>{words.text(other.shop, other.amountCents, other.boughtOn)}</p>
      {photos.length > 0 && <Photos photos={photos} />}
      {own ? <p class="bk-small">{words.sameClaim}</p> : <a href={judgeHref(other.claimId)}>{words.open}</a>}
    </div>
  );
}

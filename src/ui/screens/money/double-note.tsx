// "maybe double": both receipts beside each other, so that a person can decide whether they are the same.
import { useState } from 'preact/hooks';
import { rowKey } from '../../../domain/command.ts';
import { doublesOf, type MaybeDouble } from '../../../domain/doubles.ts';
import type { Receipt } from '../../../domain/rows.ts';
import { mayI, type Seen, useCommand, useMe, useRowsFound } from '../../data.ts';
import { Files } from '../../icons.ts';
import { nlApprovals } from '../../nl/approvals.ts';
import { nlClaim } from '../../nl/claim.ts';
import { nlJudge } from '../../nl/money.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Photos } from '../../parts/photos.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { ReasonForm } from '../../reason-form.tsx';
import { useRowPhotos } from '../../row-photos.ts';
import { judgeHref } from './hrefs.ts';

const words = nlJudge.double;

export function DoubleNote({ claim }: { readonly claim: Seen<'claim'> }) {
  // Of all years: a receipt of last year is as double as one of yesterday.
  const receipts = useRowsFound('receipt');
  const claims = useRowsFound('claim');
  if (!receipts.loaded || !claims.loaded) return null;
  const byId = new Map(claims.value.map((one) => [one.id, one]));
  const pairs = doublesOf(claim, { receipts: receipts.value, claims: byId });
  const unknown = pairs.length === 0 && claim.flags.includes('maybe_double');
  if (pairs.length === 0 && !unknown) return null;
  return (
    <Card kind="well" labelledBy="dubbel">
      <h2 id="dubbel">
        <Icon of={Files} size="in" /> {words.title}
      </h2>
      {unknown && <p>{words.unknown}</p>}
      {pairs.map((pair) => (
        <Pair key={`${pair.receipt.id} ${pair.other.id}`} claim={claim} pair={pair} />
      ))}
    </Card>
  );
}

interface PairProps {
  readonly claim: Seen<'claim'>;
  readonly pair: MaybeDouble;
}

function Pair({ claim, pair }: PairProps) {
  const { access } = useMe();
  const { receipt, other, why, dismissal } = pair;
  const [open, setOpen] = useState(false);
  const may = mayI('double.dismiss') && claim.claimantId !== access.personId;
  return (
    <div class="bk-stack bk-gap-3">
      <p>
        <b>{nlApprovals.double.why[why]}</b>
      </p>
      <div class="bk-cols bk-cols--even">
        <Side title={nlApprovals.double.this} receipt={receipt} />
        <Side title={nlApprovals.double.other} receipt={other}>
          {other.claimId === claim.id ? (
            <p class="bk-small">{words.sameClaim}</p>
          ) : (
            <a href={judgeHref(other.claimId)}>{words.open}</a>
          )}
        </Side>
      </div>
      {dismissal !== undefined && <p>{nlApprovals.double.dismissed(dismissal.reason)}</p>}
      {dismissal === undefined && may && !open && (
        <span>
          <Button kind="quiet" onClick={() => setOpen(true)}>
            {nlApprovals.double.dismiss}
          </Button>
        </span>
      )}
      {dismissal === undefined && open && <DismissForm claim={claim} pair={pair} onDone={() => setOpen(false)} />}
    </div>
  );
}

interface SideProps {
  readonly title: string;
  readonly receipt: Receipt;
  readonly children?: preact.ComponentChildren;
}

function Side({ title, receipt, children }: SideProps) {
  const urls = useRowPhotos(rowKey('receipt', receipt.id), receipt.photos);
  const photos = receipt.photos.map(({ sha256 }, index) => ({
    id: sha256,
    src: urls.get(sha256)?.url,
    alt: `${title}: ${nlClaim.photo(receipt.shop, index + 1)}`,
  }));
  return (
    <div class="bk-stack bk-gap-2">
      <p class="bk-kicker">{title}</p>
      <p>{words.text(receipt.shop, receipt.amountCents, receipt.boughtOn)}</p>
      {photos.length > 0 && <Photos photos={photos} />}
      {children}
    </div>
  );
}

function DismissForm({ claim, pair: { receipt, other }, onDone }: PairProps & { readonly onDone: () => void }) {
  const draftKey = `double.dismiss:${receipt.id}:${other.id}`;
  const command = useCommand('double.dismiss');
  const { reason: label, reasonHint: hint, missing, do: button, cancel, saved } = nlApprovals.double;
  return (
    <ReasonForm
      {...{ draftKey, label, hint, missing, maxLength: 1_000, command }}
      {...{ kind: 'primary', button, cancel: { label: cancel, onCancel: onDone } }}
      onSend={(reason) =>
        command.send({ claimId: claim.id, receiptId: receipt.id, otherId: other.id, reason }, { draftKey })
      }
      onSaved={() => {
        showToast({ text: saved });
        onDone();
      }}
    />
  );
}

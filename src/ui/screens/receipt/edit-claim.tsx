// A claim that came back: mend it and hand it in again. What was handed in stays; nothing is taken away.
import { useMemo } from 'preact/hooks';
import { mayChangeClaim } from '../../../domain/dossier.ts';
import { mayI, type Seen, useMe, useRowFound, useRowsFound } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Info } from '../../icons.ts';
import { nlApprovals } from '../../nl/approvals.ts';
import { nlClaim } from '../../nl/claim.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import { Note } from '../../parts/status.tsx';
import { useParam } from '../../router.tsx';
import { ClaimClosed, ClaimGone } from '../claim/claim.tsx';
import { type ClaimDraft, draftOf, type KnownAccount } from './claim-draft.ts';
import { ClaimForm } from './claim-form.tsx';
import { ReceiptFrame } from './frame.tsx';
import { usePhotoDraft } from './photo-draft.ts';

export function EditClaimScreen() {
  const claimId = useParam('claimId');
  const { access } = useMe();
  const claim = useRowFound('claim', claimId);
  const receipts = useRowsFound('receipt', 'claimId', claimId);
  return (
    <ReceiptFrame sub={nlClaim.tab} stopAt={`/bon/${claimId}`}>
      {claim.loaded &&
        receipts.loaded &&
        (claim.value === undefined ? (
          <ClaimGone />
        ) : claim.value.claimantId !== access.personId || !mayI('claim.submit') ? (
          <ClaimClosed claimId={claimId} words={nlClaim.notYours} />
        ) : mayChangeClaim(access, claim.value) ? (
          <EditClaim claim={claim.value} receipts={receipts.value} />
        ) : (
          <ClaimClosed claimId={claimId} words={nlClaim.notNow} />
        ))}
    </ReceiptFrame>
  );
}

interface EditClaimProps {
  readonly claim: Seen<'claim'>;
  readonly receipts: readonly Seen<'receipt'>[];
}

function EditClaim({ claim, receipts }: EditClaimProps) {
  const draftKey = `claim.edit:${claim.id}`;
  // As it came back: what the form changes is kept in its draft.
  const initial = useMemo(() => draftOf(claim, receipts), []);
  const draft = useDraft<ClaimDraft>(draftKey, initial);
  const photos = usePhotoDraft(claim.id);
  if (!draft.ready || !photos.ready) return null;
  return (
    <ClaimForm
      draft={draft}
      draftKey={draftKey}
      photos={photos}
      known={knownOf(claim)}
      mends={{ claim, receipts }}
      choice={[]}
      notes={
        <Note icon={Info}>
          {claim.state === 'approved' ? (
            <p>{nlApprovals.change.warning}</p>
          ) : (
            <>
              <p class="bk-small">{nlClaim.turn.title}</p>
              <p>{claim.judgeReason}</p>
            </>
          )}
          {draft.restored && <p class="bk-small">{nlReceipt.restored}</p>}
        </Note>
      }
      onSaved={() => undefined}
    />
  );
}

/** The server has the account; its maker's phone need not. */
function knownOf({ ibanLast4, payeeName }: Seen<'claim'>): KnownAccount | undefined {
  return ibanLast4 === '' ? undefined : { last4: ibanLast4, iban: null, holder: payeeName };
}

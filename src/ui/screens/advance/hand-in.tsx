// /bon/:claimId/afrekenen: the receipts of an advance, and what is left of it. What was handed in before stays.
import { useMemo } from 'preact/hooks';
import { advanceStage } from '../../../domain/advance.ts';
import {
  mayI,
  newId,
  Refusal,
  type Seen,
  useCommand,
  useMe,
  useRow,
  useRowFound,
  useRowsFound,
  useToday,
} from '../../data.ts';
import { type Draft, useDraft } from '../../draft.ts';
import { Check, CircleAlert, Info, RotateCcw } from '../../icons.ts';
import { nlApprovals } from '../../nl/approvals.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { ErrorSummary, type FieldError, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useLocation, useParam } from '../../router.tsx';
import { ClaimClosed, ClaimGone } from '../claim/claim.tsx';
import {
  type ClaimCheck,
  type ClaimDraft,
  draftOf,
  emptyReceipt,
  receiptArgs,
  receiptErrors,
  typedTotal,
} from '../receipt/claim-draft.ts';
import { Receipts } from '../receipt/claim-form.tsx';
import { ReceiptFrame } from '../receipt/frame.tsx';
import { newPhotos, type PhotoDraft, photosOf, usePhotoDraft } from '../receipt/photo-draft.ts';

const words = nlApprovals.handIn;

export function HandInScreen() {
  const claimId = useParam('claimId');
  const { access } = useMe();
  const claim = useRowFound('claim', claimId);
  const receipts = useRowsFound('receipt', 'claimId', claimId);
  const mine = claim.value?.claimantId === access.personId && mayI('advance.handIn');
  return (
    <ReceiptFrame sub={words.tab} stopAt={`/bon/${claimId}`}>
      {claim.loaded &&
        receipts.loaded &&
        (claim.value === undefined ? (
          <ClaimGone />
        ) : mine ? (
          <HandIn claim={claim.value} receipts={receipts.value} />
        ) : (
          <ClaimClosed claimId={claimId} words={words.notYours} />
        ))}
    </ReceiptFrame>
  );
}

interface HandInProps {
  readonly claim: Seen<'claim'>;
  readonly receipts: readonly Seen<'receipt'>[];
}

function HandIn({ claim, receipts }: HandInProps) {
  const stage = advanceStage(claim);
  const draftKey = `advance.handIn:${claim.id}`;
  // As it was handed in: what the form changes is kept in its draft.
  const initial = useMemo(() => startOf(claim, receipts), []);
  const draft = useDraft<ClaimDraft>(draftKey, initial);
  const photos = usePhotoDraft(claim.id);
  if (stage !== 'to_account' && stage !== 'account_returned') {
    return <ClaimClosed claimId={claim.id} words={words.closed} />;
  }
  if (!draft.ready || !photos.ready) return null;
  return <HandInForm {...{ claim, receipts, draft, draftKey, photos }} />;
}

function startOf(claim: Seen<'claim'>, receipts: readonly Seen<'receipt'>[]): ClaimDraft {
  const known = draftOf(claim, receipts);
  return receipts.length > 0 ? known : { ...known, receipts: [emptyReceipt(newId())] };
}

interface FormProps extends HandInProps {
  readonly draft: Draft<ClaimDraft>;
  readonly draftKey: string;
  readonly photos: Draft<PhotoDraft>;
}

function HandInForm({ claim, receipts: known, draft, draftKey, photos }: FormProps) {
  const { route } = useLocation();
  const today = useToday();
  const form = useFormErrors();
  const command = useCommand('advance.handIn');
  const proposal = useRow('proposal', claim.proposalId);
  const { receipts } = draft.value;
  const savedOf = (receiptId: string) => known.find(({ id }) => id === receiptId)?.photos ?? [];
  const photoCounts = new Map(
    receipts.map(({ receiptId }) => [receiptId, savedOf(receiptId).length + photosOf(photos.value, receiptId).length]),
  );
  const done = async () => {
    await Promise.all([draft.clear(), photos.clear()]);
    route(`/bon/${claim.id}`, true);
    showToast({ text: words.saved });
  };
  const submit = async () => {
    if (command.busy || !form.check(errorsOf(draft.value, { proposal, today, known: undefined, photoCounts }))) return;
    const args = receiptArgs(draft.value, (id) => photosOf(photos.value, id).map(({ photo }) => photo));
    const sent = await command.send(
      { claimId: claim.id, receipts: args },
      { photos: newPhotos(photos.value), draftKey },
    );
    if (sent.saved) await done();
  };
  return (
    <Form class="bk-stack bk-gap-5" onSend={submit}>
      <ErrorSummary form={form} />
      <PageHead title={words.title} lead={words.lead(claim.paidCents)} kicker={proposal?.title} tabTitle={words.tab} />
      {claim.settlement?.state === 'returned' && <Note icon={RotateCcw}>{claim.settlement.reason}</Note>}
      {draft.restored && <Note icon={Info}>{nlReceipt.restored}</Note>}
      {(draft.failed || photos.failed) && (
        <Note tone="bad" icon={CircleAlert} live="alert">
          {draft.failed ? nlReceipt.full : nlReceipt.photoFull}
        </Note>
      )}
      {receipts.length === 0 && <p>{words.empty}</p>}
      <Receipts {...{ draft, photos, proposal, form, savedOf }} />
      {receipts.length === 1 && known.length === 0 && (
        <span>
          <Button kind="quiet" onClick={() => draft.set({ receipts: [] })}>
            {words.nothing}
          </Button>
        </span>
      )}
      <p role="status" class="bk-strong">
        {leftWords(claim.paidCents - typedTotal(receipts))}
      </p>
      <Refusal command={command} onSaved={() => void done()} />
      <Actions stick>
        <Button kind="primary" big wide type="submit" icon={Check} busy={command.busy}>
          {words.do(receipts.length)}
        </Button>
      </Actions>
    </Form>
  );
}

function leftWords(leftCents: number): string {
  if (leftCents === 0) return words.even;
  return leftCents > 0 ? words.less(leftCents) : words.more(-leftCents);
}

const errorsOf = ({ receipts }: ClaimDraft, check: ClaimCheck): readonly FieldError[] =>
  receipts.flatMap((receipt) => receiptErrors(receipt, check));

// The form of a claim, new or returned: which proposal, its receipts, and where the money goes.
import { useEffect, useState } from 'preact/hooks';
import { leftToSpend } from '../../../domain/claims.ts';
import type { Claim, Proposal, Receipt } from '../../../domain/rows.ts';
import { newId, Refusal, type Seen, useCommand, useRow, useRowsFound, useToday } from '../../data.ts';
import type { Draft } from '../../draft.ts';
import { Camera, Check, CircleAlert, Clock, Plus } from '../../icons.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { dismissToast, showToast } from '../../parts/toast-store.ts';
import { useLocation } from '../../router.tsx';
import {
  type ClaimDraft,
  claimArgs,
  emptyReceipt,
  errorsIn,
  type KnownAccount,
  type ReceiptDraft,
  typedTotal,
} from './claim-draft.ts';
import { IbanRead } from './iban-read.tsx';
import { PayFields } from './pay-fields.tsx';
import { newPhotos, type PhotoDraft, photosOf, withoutReceipt } from './photo-draft.ts';
import { ProposalField } from './proposal-field.tsx';
import { ReceiptFields } from './receipt-fields.tsx';

export interface ClaimFormProps {
  readonly draft: Draft<ClaimDraft>;
  readonly draftKey: string;
  readonly photos: Draft<PhotoDraft>;
  readonly known: KnownAccount | undefined;
  /** The claim that is mended, with what was handed in. */
  readonly mends?: { readonly claim: Claim; readonly receipts: readonly Receipt[] } | undefined;
  readonly choice: readonly Seen<'proposal'>[];
  /** Notes between the head and the fields. */
  readonly notes: preact.ComponentChildren;
  readonly onSaved: () => void;
}

export function ClaimForm(props: ClaimFormProps) {
  const { draft, photos, known, mends, choice } = props;
  const { receipts, proposalId } = draft.value;
  const today = useToday();
  const { route } = useLocation();
  const form = useFormErrors();
  const command = useCommand('claim.submit');
  const proposal = useRow('proposal', proposalId === '' ? undefined : proposalId);
  const savedOf = (receiptId: string) => mends?.receipts.find(({ id }) => id === receiptId)?.photos ?? [];
  const photoCounts = new Map(
    receipts.map(({ receiptId }) => [receiptId, savedOf(receiptId).length + photosOf(photos.value, receiptId).length]),
  );
  const done = async () => {
    const { claimId } = draft.value;
    const totalCents = typedTotal(receipts);
    props.onSaved();
    await Promise.all([draft.clear(), photos.clear()]);
    route(`/bon/${claimId}`, true);
    showToast({ text: nlReceipt.saved(totalCents) });
  };
  const submit = async () => {
    dismissToast();
    if (command.busy || !form.check(errorsIn(draft.value, { proposal, today, known, photoCounts }))) return;
    const args = claimArgs(draft.value, known, (receiptId) =>
      photosOf(photos.value, receiptId).map(({ photo }) => photo),
    );
    const sent = await command.send(args, { photos: newPhotos(photos.value), draftKey: props.draftKey });
    if (sent.saved) await done();
  };
  return (
    <Form class="bk-stack bk-gap-5" onSend={submit}>
      <ErrorSummary form={form} />
      <PageHead
        title={mends === undefined ? nlReceipt.title : nlReceipt.editTitle}
        kicker={choice.length > 1 ? undefined : proposal?.title}
        lead={mends === undefined ? nlReceipt.lead : undefined}
      />
      {props.notes}
      {(draft.failed || photos.failed) && (
        <Note tone="bad" icon={CircleAlert} live="alert">
          {draft.failed ? nlReceipt.full : nlReceipt.photoFull}
        </Note>
      )}
      {mends === undefined && choice.length > 1 && (
        <ProposalField
          choice={choice}
          value={proposalId}
          onValue={(value) => draft.set(withProposal(value))}
          form={form}
        />
      )}
      <DecisionNote proposal={proposal} />
      <Receipts draft={draft} photos={photos} proposal={proposal} form={form} savedOf={savedOf} />
      <PayFields draft={draft} known={known} kindFixed={mends !== undefined} form={form} />
      <IbanRead draft={draft} photos={photos.value} />
      {[...photoCounts.values()].includes(0) && <Note icon={Camera}>{nlReceipt.photo.none}</Note>}
      <AboveNote draft={draft.value} proposal={proposal} />
      <Refusal command={command} onSaved={() => void done()} />
      <Actions stick>
        <Button kind="primary" big wide type="submit" icon={Check} busy={command.busy}>
          {buttonWords(mends !== undefined, receipts)}
        </Button>
      </Actions>
    </Form>
  );
}

/** Lines belong to a proposal: another proposal, other lines. */
const withProposal =
  (proposalId: string) =>
  (value: ClaimDraft): ClaimDraft => ({
    ...value,
    proposalId,
    receipts: value.receipts.map((receipt) => ({ ...receipt, lineId: '' })),
  });

function buttonWords(mends: boolean, receipts: readonly ReceiptDraft[]): string {
  const totalCents = typedTotal(receipts);
  if (mends) return nlReceipt.resend(totalCents > 0 ? totalCents : undefined);
  return receipts.length === 1 ? nlReceipt.save : nlReceipt.saveMany(receipts.length);
}

function DecisionNote({ proposal }: { readonly proposal: Proposal | undefined }) {
  if (proposal === undefined || proposal.awardedCents > 0) return null;
  return <Note icon={Clock}>{nlReceipt.proposal.waits}</Note>;
}

/** Before it is saved, and no reason to stop: what was bought was bought, and the committee decides what it pays. */
function AboveNote({ draft, proposal }: { readonly draft: ClaimDraft; readonly proposal: Proposal | undefined }) {
  const claims = useRowsFound('claim', 'proposalId', draft.proposalId);
  if (proposal === undefined || proposal.awardedCents === 0 || !claims.loaded) return null;
  const others = claims.value.filter(({ id }) => id !== draft.claimId);
  const leftCents = leftToSpend(proposal, others);
  return (
    <div role="status">
      {typedTotal(draft.receipts) > leftCents && (
        <Note tone="look" icon={CircleAlert}>
          {nlReceipt.above(leftCents)}
        </Note>
      )}
    </div>
  );
}

export interface ReceiptsProps extends Pick<ClaimFormProps, 'draft' | 'photos'> {
  readonly proposal: Proposal | undefined;
  readonly form: ReturnType<typeof useFormErrors>;
  readonly savedOf: (receiptId: string) => Receipt['photos'];
}

export function Receipts({ draft, photos, proposal, form, savedOf }: ReceiptsProps) {
  const { receipts, kind } = draft.value;
  const [added, setAdded] = useState<string | undefined>(undefined);
  // The new receipt stands below the button that made it: the focus goes there.
  useEffect(() => {
    if (added !== undefined) document.getElementById(`receipt-${added}`)?.focus();
  }, [added]);
  const change = (receiptId: string, patch: Partial<ReceiptDraft>) =>
    draft.set((value) => ({
      ...value,
      receipts: value.receipts.map((one) => (one.receiptId === receiptId ? { ...one, ...patch } : one)),
    }));
  const add = () => {
    const receiptId = newId();
    draft.set((value) => ({ ...value, receipts: [...value.receipts, emptyReceipt(receiptId)] }));
    setAdded(receiptId);
  };
  const remove = (index: number, { receiptId }: ReceiptDraft) => {
    const before = { receipts, photos: photos.value };
    draft.set((value) => ({ ...value, receipts: value.receipts.filter((one) => one.receiptId !== receiptId) }));
    photos.set((value) => withoutReceipt(value, receiptId));
    const undo = () => {
      draft.set({ receipts: before.receipts });
      photos.set(before.photos);
    };
    showToast({ text: nlReceipt.removed(index + 1), undo });
  };
  return (
    <>
      {receipts.map((receipt, index) => (
        <div
          key={receipt.receiptId}
          id={`receipt-${receipt.receiptId}`}
          tabIndex={-1}
          class={receipts.length > 1 ? 'bk-card' : undefined}
        >
          <ReceiptFields
            receipt={receipt}
            number={index + 1}
            several={receipts.length > 1}
            proposal={proposal}
            invoice={kind === 'invoice'}
            savedPhotos={savedOf(receipt.receiptId)}
            photos={photos}
            form={form}
            onChange={(patch) => change(receipt.receiptId, patch)}
            onRemove={() => remove(index, receipt)}
          />
        </div>
      ))}
      <div class="bk-row bk-between">
        <Button icon={Plus} onClick={add}>
          {nlReceipt.add}
        </Button>
        {receipts.length > 1 && (
          <p class="bk-num" role="status">
            {nlReceipt.total(typedTotal(receipts), receipts.length)}
          </p>
        )}
      </div>
    </>
  );
}

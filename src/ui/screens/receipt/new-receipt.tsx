// A new receipt: at the till, without a connection, before the decision.
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { normalizeIban } from '../../../domain/iban.ts';
import { newId } from '../../data.ts';
import { type Draft, useDraft } from '../../draft.ts';
import { CircleAlert, Images, Info } from '../../icons.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useLocation } from '../../router.tsx';
import { type ClaimDraft, isUntouched, type KnownAccount, newClaim, takesKnown } from './claim-draft.ts';
import { ClaimForm } from './claim-form.tsx';
import { ReceiptFrame } from './frame.tsx';
import { type PhotoDraft, usePhotoDraft } from './photo-draft.ts';
import { useProposalChoice } from './proposal-field.tsx';
import { problemSentence } from './receipt-photos.tsx';
import { type SharedState, useSharedPhotos } from './shared-photos.ts';

const draftKey = 'claim.new';

export function NewReceiptScreen() {
  const choice = useProposalChoice();
  const { query } = useLocation();
  const proposalId = query['aanvraag'] ?? '';
  const sub = choice.value.find(({ id }) => id === proposalId)?.title ?? nlReceipt.sub;
  return (
    <ReceiptFrame sub={sub} stopAt={proposalId === '' ? '/' : `/aanvragen/${proposalId}`}>
      {choice.loaded &&
        (choice.value.length === 0 ? <NoProposal /> : <NewClaim choice={choice.value} asked={proposalId} />)}
    </ReceiptFrame>
  );
}

function NoProposal() {
  return (
    <>
      <PageHead title={nlReceipt.title} />
      <Empty
        title={nlReceipt.none.title}
        action={
          <LinkButton kind="primary" href="/aanvragen/nieuw">
            {nlReceipt.none.action}
          </LinkButton>
        }
      >
        {nlReceipt.none.text}
      </Empty>
    </>
  );
}

interface NewClaimProps {
  readonly choice: ReturnType<typeof useProposalChoice>['value'];
  readonly asked: string;
}

function NewClaim({ choice, asked }: NewClaimProps) {
  const only = choice.length === 1 ? (choice[0]?.id ?? '') : '';
  const initial = useMemo(() => newClaim(newId(), newId(), asked === '' ? only : asked), []);
  const draft = useDraft<ClaimDraft>(draftKey, initial);
  useStoredAtOnce(draft);
  useChosen(draft, choice, asked === '' ? only : asked);
  if (!draft.ready) return null;
  return <ReadyClaim key={draft.value.claimId} draft={draft} choice={choice} />;
}

/** The claim's id names the draft of its photos, so it is on disk before the first of them is. */
function useStoredAtOnce(draft: Draft<ClaimDraft>): void {
  const stored = useRef(false);
  useEffect(() => {
    if (!draft.ready || stored.current) return;
    stored.current = true;
    if (!draft.restored) draft.set({});
  }, [draft, draft.ready]);
}

/** The proposal of the address, or the only one there is; what a restored draft named may be gone. */
function useChosen(draft: Draft<ClaimDraft>, choice: NewClaimProps['choice'], wanted: string): void {
  const { proposalId } = draft.value;
  const there = choice.some(({ id }) => id === proposalId);
  useEffect(() => {
    if (draft.ready && !there && proposalId !== wanted) draft.set({ proposalId: wanted });
  }, [draft, draft.ready, there, proposalId, wanted]);
}

interface ReadyClaimProps {
  readonly draft: Draft<ClaimDraft>;
  readonly choice: NewClaimProps['choice'];
}

function ReadyClaim({ draft, choice }: ReadyClaimProps) {
  const { query } = useLocation();
  const photos = usePhotoDraft(draft.value.claimId);
  const account = useAccount();
  const shared = useSharedPhotos(query['gedeeld'] === '1', draft, photos);
  return (
    <ClaimForm
      draft={draft}
      draftKey={draftKey}
      photos={photos}
      known={account.known}
      choice={choice}
      notes={<Notes draft={draft} photos={photos} shared={query['gedeeld'] === '0' ? 'failed' : shared} />}
      onSaved={() => account.remember(draft.value)}
    />
  );
}

interface Account {
  readonly known: KnownAccount | undefined;
  remember(draft: ClaimDraft): void;
}

/** Whoever got money back before need not type the account again. Kept among this person's drafts on this device only. */
function useAccount(): Account {
  const kept = useDraft('claim.account', { iban: '', holder: '' });
  const { iban, holder } = kept.value;
  const known = iban === '' ? undefined : { last4: iban.slice(-4), iban, holder };
  return {
    known,
    remember: (draft) => {
      if (draft.kind !== 'reimbursement' || takesKnown(draft, known)) return;
      kept.set({ iban: normalizeIban(draft.iban), holder: draft.holder.trim() });
    },
  };
}

interface NotesProps {
  readonly draft: Draft<ClaimDraft>;
  readonly photos: Draft<PhotoDraft>;
  readonly shared: SharedState | 'failed';
}

function Notes({ draft, photos, shared }: NotesProps) {
  const restored = draft.restored && !(isUntouched(draft.value) && photos.value.photos.length === 0);
  return (
    <>
      {restored && (
        <Note icon={Info}>
          <p>{nlReceipt.restored}</p>
          <Button kind="quiet" onClick={() => startOver(draft, photos)}>
            {nlReceipt.startOver}
          </Button>
        </Note>
      )}
      <SharedNote shared={shared} />
    </>
  );
}

/** The same claim id goes on, so that the draft on disk and its photos stay one. */
function startOver(draft: Draft<ClaimDraft>, photos: Draft<PhotoDraft>): void {
  const before = { claim: draft.value, photos: photos.value };
  draft.set((value) => newClaim(value.claimId, newId(), value.proposalId));
  photos.set({ photos: [] });
  const undo = () => {
    draft.set(before.claim);
    photos.set(before.photos);
  };
  showToast({ text: nlReceipt.startedOver, undo });
}

function SharedNote({ shared }: Pick<NotesProps, 'shared'>) {
  const { failed, nothing, took } = nlReceipt.shared;
  if (shared === 'failed') return <SharedProblem text={failed} />;
  switch (shared.kind) {
    case 'nothing':
      return <SharedProblem text={nothing} />;
    case 'problem':
      return <SharedProblem text={problemSentence(shared) ?? failed} />;
    case 'took':
      return (
        <Note tone="ok" icon={Images} live="status">
          {took(shared.count)}
        </Note>
      );
    default:
      return null;
  }
}

function SharedProblem({ text }: { readonly text: string }) {
  return (
    <Note tone="look" icon={CircleAlert} live="alert">
      {text}
    </Note>
  );
}

// What both forms do: keep the draft, see what somebody else changed meanwhile, save, hand in.
import { useEffect, useRef, useState } from 'preact/hooks';
import { newId, type Seen, useCommand, useMe, useToday } from '../../data.ts';
import { type Draft, useDraft } from '../../draft.ts';
import { type PhotoDraft, usePhotoDraft } from '../../draft-photos.tsx';
import { nlProposalForm } from '../../nl/proposal-form.ts';
import { type FormErrors, useFormErrors } from '../../parts/error-summary.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useLocation } from '../../router.tsx';
import { changeArgs, chosen, conflictsOf, type FieldConflict, withNews } from './conflict-model.ts';
import {
  createArgs,
  draftFrom,
  draftProblems,
  emptyProposal,
  type ProposalDraft,
  type ProposalValues,
  repeatOf,
  submitProblems,
  valuesOf,
} from './proposal-draft.ts';

export interface ProposalForm {
  readonly draft: Draft<ProposalDraft>;
  readonly form: FormErrors;
  /** Saves (`create` or `change`). */
  readonly saving: ReturnType<typeof useCommand<'proposal.create'>> | ReturnType<typeof useCommand<'proposal.change'>>;
  readonly submitting: ReturnType<typeof useCommand<'proposal.submit'>>;
  /** Pictures of the paper form that a new proposal is taken over from. */
  readonly paper?: Draft<PhotoDraft> | undefined;
  readonly conflicts: readonly FieldConflict[];
  readonly busy: boolean;
  choose(conflict: FieldConflict, take: 'now' | 'mine'): void;
  /** Saves what is there, complete or not. */
  keep(message: string): Promise<void>;
  /** Saves and hands in. */
  submit(message: string): Promise<void>;
  /** After *Toch bewaren*. */
  leave(): void;
}

const words = nlProposalForm;

/** A proposal that nobody saved yet; with `earlier` it begins as that one was. */
export function useNewProposal(earlier: Seen<'proposal'> | undefined): ProposalForm {
  const { year } = useMe();
  const [initial] = useState(() =>
    earlier === undefined ? emptyProposal(newId(), year) : repeatOf(earlier, newId(), year, newId),
  );
  const draftKey = earlier === undefined ? 'proposal.new' : `proposal.repeat:${earlier.id}`;
  const paper = usePhotoDraft(`${draftKey}:paper`);
  const [documentId] = useState(newId);
  const document = useCommand('proposalDocument.add');
  const draft = useDraft<ProposalDraft>(draftKey, initial);
  const create = useCommand('proposal.create');
  const change = useCommand('proposal.change');
  // Saved and then not handed in, as when the device is full in between: what is changed after that is a change.
  const created = useRef<ProposalValues | undefined>(undefined);
  const save = async () => {
    if (created.current !== undefined) {
      const args = changeArgs({ ...draft.value, seen: created.current });
      return args === undefined ? 'unchanged' : change.send(args, { draftKey });
    }
    const sent = await create.send(createArgs(draft.value), { draftKey });
    if (sent.saved) created.current = valuesOf(draft.value);
    return sent;
  };
  const form = useForm(draft, [], created.current === undefined ? create : change, async () => {
    const { proposalId, intake } = draft.value;
    const sent = await save();
    const photos = intake === 'paper_form' ? paper.value.photos : [];
    if ((sent !== 'unchanged' && !sent.saved) || photos.length === 0) return sent;
    const args = {
      documentId,
      proposalId,
      kind: 'paper_form',
      label: '',
      photos: photos.map(({ photo }) => photo),
    } as const;
    const added = await document.send(args, { photos });
    if (added.saved) await paper.clear();
    return added;
  });
  return { ...form, paper };
}

/** A proposal that is there. What only others changed is taken over while the form is open. */
export function useEditProposal(proposal: Seen<'proposal'>): ProposalForm {
  const draftKey = `proposal.edit:${proposal.id}`;
  const draft = useDraft<ProposalDraft>(draftKey, draftFrom(proposal));
  const command = useCommand('proposal.change');
  const { ready, set, value } = draft;
  const fresh = ready ? withNews(value, proposal) : value;
  // Typing does not change what the others wrote: only a new row or the draft that was just read does.
  useEffect(() => {
    if (fresh !== value) set((now) => withNews(now, proposal));
  }, [proposal, ready]);
  const conflicts = ready ? conflictsOf(value, proposal) : [];
  return useForm(draft, conflicts, command, async () => {
    const args = changeArgs(draft.value);
    return args === undefined ? 'unchanged' : command.send(args, { draftKey });
  });
}

function useForm(
  draft: Draft<ProposalDraft>,
  conflicts: readonly FieldConflict[],
  saving: ProposalForm['saving'],
  save: () => Promise<'unchanged' | { readonly saved: boolean }>,
): ProposalForm {
  const form = useFormErrors();
  const today = useToday();
  const { route } = useLocation();
  const submitting = useCommand('proposal.submit');
  const { proposalId } = draft.value;
  const leave = () => {
    void draft.clear();
    route(`/aanvragen/${proposalId}`);
  };
  return {
    draft,
    form,
    saving,
    submitting,
    conflicts,
    busy: saving.busy || submitting.busy,
    choose: (conflict, take) => {
      draft.set((value) => chosen(value, conflict, take));
      saving.forget();
    },
    keep: async (message) => {
      if (!form.check(draftProblems(draft.value)) || conflicts.length > 0) return;
      const sent = await save();
      if (sent !== 'unchanged' && !sent.saved) return;
      showToast({ text: sent === 'unchanged' ? words.noChanges : message });
      leave();
    },
    submit: async (message) => {
      if (!form.check(submitProblems(draft.value)) || conflicts.length > 0) return;
      const sent = await save();
      if (sent !== 'unchanged' && !sent.saved) return;
      if (!(await submitting.send({ proposalId, submittedOn: today })).saved) return;
      showToast({ text: message });
      leave();
    },
    leave,
  };
}

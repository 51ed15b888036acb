// /aanvragen/:id/bewerken
import { mayI, type Seen, useMe, useRowFound } from '../../data.ts';
import { nlProposalForm } from '../../nl/proposal-form.ts';
import { titleOr } from '../../nl/proposals.ts';
import { BackLink, LinkButton } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useParam } from '../../router.tsx';
import { MissingProposal } from '../support/missing.tsx';
import { mayChange } from './may-change.ts';
import { QuestionsForm } from './questions-form.tsx';
import { SectionsForm } from './sections-form.tsx';
import { useEditProposal } from './use-proposal-form.ts';

const words = nlProposalForm;

export function EditProposalScreen() {
  const { loaded, value: proposal } = useRowFound('proposal', useParam('id'));
  const { access } = useMe();
  if (!loaded) return null;
  if (proposal === undefined) return <MissingProposal />;
  if (!mayI('proposal.change') || !mayChange(access.role, proposal.state)) return <Locked proposal={proposal} />;
  return <EditProposal key={proposal.id} proposal={proposal} />;
}

function EditProposal({ proposal }: { readonly proposal: Seen<'proposal'> }) {
  const { access } = useMe();
  const proposalForm = useEditProposal(proposal);
  const { id, state, title, returnReason } = proposal;
  if (!proposalForm.draft.ready) return null;
  if (access.role === 'initiator') {
    return (
      <QuestionsForm
        proposalForm={proposalForm}
        path={`/aanvragen/${id}/bewerken`}
        isNew={false}
        returnReason={returnReason}
      />
    );
  }
  return (
    <SectionsForm
      proposalForm={proposalForm}
      title={words.titleEdit}
      back={<BackLink href={`/aanvragen/${id}`}>{titleOr(title)}</BackLink>}
      isDraft={state === 'draft' || state === 'returned'}
    />
  );
}

function Locked({ proposal }: { readonly proposal: Seen<'proposal'> }) {
  const { access } = useMe();
  const { title, text, committeeText, action } = words.locked;
  return (
    <Empty page title={title} action={<LinkButton href={`/aanvragen/${proposal.id}`}>{action}</LinkButton>}>
      {access.role === 'initiator' ? text : committeeText}
    </Empty>
  );
}

// /aanvragen/nieuw
import { mayI, useMe } from '../../data.ts';
import { nlProposalForm } from '../../nl/proposal-form.ts';
import { BackLink, LinkButton } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { QuestionsForm } from './questions-form.tsx';
import { SectionsForm } from './sections-form.tsx';
import { useNewProposal } from './use-proposal-form.ts';

const words = nlProposalForm;

export function NewProposalScreen() {
  const { budgetYear } = useMe();
  if (!mayI('proposal.create')) return <Stop {...words.notAllowed} />;
  if (budgetYear === undefined) return <Stop {...words.noYear} />;
  return <NewProposal />;
}

function NewProposal() {
  const { access } = useMe();
  const proposalForm = useNewProposal();
  if (access.role === 'initiator') {
    return <QuestionsForm proposalForm={proposalForm} path="/aanvragen/nieuw" isNew returnReason={null} />;
  }
  return (
    <SectionsForm
      proposalForm={proposalForm}
      title={words.titleNew}
      back={<BackLink href="/aanvragen">{words.back}</BackLink>}
      isDraft
    />
  );
}

function Stop({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <PageHead title={title} />
      <Empty title={title} action={<LinkButton href="/aanvragen">{words.back}</LinkButton>}>
        {text}
      </Empty>
    </>
  );
}

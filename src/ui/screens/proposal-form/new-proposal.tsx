// /aanvragen/nieuw
import { mayI, type Seen, useMe, useRowFound } from '../../data.ts';
import { nlProposalForm } from '../../nl/proposal-form.ts';
import { BackLink, LinkButton } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useLocation } from '../../router.tsx';
import { QuestionsForm } from './questions-form.tsx';
import { RepeatChoice } from './repeat-choice.tsx';
import { SectionsForm } from './sections-form.tsx';
import { useNewProposal } from './use-proposal-form.ts';

const words = nlProposalForm;

export function NewProposalScreen() {
  const { budgetYear } = useMe();
  const { query } = useLocation();
  const { loaded, value: earlier } = useRowFound('proposal', query['herhaal']);
  if (!mayI('proposal.create')) return <Stop {...words.notAllowed} />;
  if (budgetYear === undefined) return <Stop {...words.noYear} />;
  if (!loaded) return null;
  return <NewProposal key={earlier?.id ?? ''} earlier={earlier} />;
}

function NewProposal({ earlier }: { readonly earlier: Seen<'proposal'> | undefined }) {
  const { access } = useMe();
  const proposalForm = useNewProposal(earlier);
  const repeat = <RepeatChoice earlier={earlier} />;
  if (access.role === 'initiator') {
    return (
      <QuestionsForm proposalForm={proposalForm} path="/aanvragen/nieuw" isNew returnReason={null} repeat={repeat} />
    );
  }
  return (
    <SectionsForm
      proposalForm={proposalForm}
      title={words.titleNew}
      back={<BackLink href="/aanvragen">{words.back}</BackLink>}
      isDraft
      repeat={repeat}
    />
  );
}

function Stop({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Empty page title={title} action={<LinkButton href="/aanvragen">{words.back}</LinkButton>}>
      {text}
    </Empty>
  );
}

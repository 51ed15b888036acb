import { nlSupport } from '../../nl/support.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';

/** For every page about one proposal: an old link, or a phone that has not fetched it yet. */
export function MissingProposal() {
  const { title, text, action } = nlSupport.missing;
  return (
    <Empty page title={title} action={<LinkButton href="/aanvragen">{action}</LinkButton>}>
      {text}
    </Empty>
  );
}

/** Names of neighbours stand on the sheets: they are for the committee. */
export function SupportNotForYou({ proposalId }: { readonly proposalId: string }) {
  const { title, text, action } = nlSupport.notForYou;
  return (
    <Empty page title={title} action={<LinkButton href={`/aanvragen/${proposalId}`}>{action}</LinkButton>}>
      {text}
    </Empty>
  );
}

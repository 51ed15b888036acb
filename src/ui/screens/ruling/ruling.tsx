// /aanvragen/:id/toets: the rules one by one, the road, and the advice of the district, before the committee decides.
import { isCommitteeRole } from '../../../domain/access.ts';
import { type Seen, useMe, useRowFound } from '../../data.ts';
import { titleOr } from '../../nl/proposals.ts';
import { nlRuling } from '../../nl/ruling.ts';
import { BackLink } from '../../parts/button.tsx';
import { Columns, Stack } from '../../parts/card.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useLocation, useParam } from '../../router.tsx';
import { MissingProposal, SupportNotForYou } from '../support/missing.tsx';
import { AdviceCard } from './advice-card.tsx';
import { AskForm } from './ask-form.tsx';
import { rulingHref } from './href.ts';
import { PublicationForm } from './publication-form.tsx';
import { RoadCard } from './road-card.tsx';
import { RuleForm } from './rule-form.tsx';
import { RulesCard } from './rules-card.tsx';
import { useCheck } from './use-check.ts';

export function RulingScreen() {
  const proposalId = useParam('id');
  const { access } = useMe();
  const proposal = useRowFound('proposal', proposalId);
  if (!proposal.loaded) return null;
  if (proposal.value === undefined) return <MissingProposal />;
  if (!isCommitteeRole(access.role)) return <SupportNotForYou proposalId={proposalId} />;
  return <RulingPage key={proposalId} proposal={proposal.value} />;
}

function RulingPage({ proposal }: { readonly proposal: Seen<'proposal'> }) {
  const { query, route } = useLocation();
  const data = useCheck(proposal);
  const home = rulingHref(proposal.id);
  const done = () => route(home);
  if (!data.loaded) return null;
  const line = data.checked.lines.find(({ rule }) => rule.id === query['regel']);
  const form =
    line !== undefined ? (
      <RuleForm proposalId={proposal.id} line={line} onDone={done} />
    ) : query['doe'] === 'bekendmaken' ? (
      <PublicationForm proposal={proposal} rules={data.rules} onDone={done} />
    ) : query['doe'] === 'advies' ? (
      <AskForm proposal={proposal} onDone={done} />
    ) : undefined;
  if (form !== undefined) {
    return (
      <Stack gap={4}>
        <BackLink href={home}>{nlRuling.title}</BackLink>
        <div class="bk-narrow">{form}</div>
      </Stack>
    );
  }
  const editable = proposal.state !== 'withdrawn' && proposal.state !== 'finished';
  return (
    <>
      <Stack gap={2}>
        <BackLink href={`/aanvragen/${proposal.id}`}>{nlRuling.back}</BackLink>
        <PageHead title={nlRuling.title} lead={titleOr(proposal.title)} />
      </Stack>
      <Columns kind="side">
        <Stack gap={5}>
          <RulesCard proposal={proposal} data={data} editable={editable} />
        </Stack>
        <Stack gap={5}>
          <RoadCard proposal={proposal} data={data} editable={editable} />
          <AdviceCard proposalId={proposal.id} editable={editable} />
        </Stack>
      </Columns>
    </>
  );
}

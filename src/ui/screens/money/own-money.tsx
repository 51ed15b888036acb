// The kas of an initiator: own proposals, own receipts, and where they stand.
import { claimStage, handedInAbove, leftToSpend } from '../../../domain/claims.ts';
import { mayI, type Seen, useMe, useRowsFound } from '../../data.ts';
import { Camera, CircleAlert } from '../../icons.ts';
import { nlMoney } from '../../nl/money.ts';
import { Actions, LinkButton } from '../../parts/button.tsx';
import { Section, Stack } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Item, List } from '../../parts/list.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { LocalMark, Note } from '../../parts/status.tsx';
import { StageBadge } from '../claim/stage.tsx';

const words = nlMoney.own;

export function OwnMoney() {
  const { access } = useMe();
  const proposals = useRowsFound('proposal');
  const claims = useRowsFound('claim');
  const receipts = useRowsFound('receipt');
  if (!proposals.loaded || !claims.loaded || !receipts.loaded) return null;
  const own = proposals.value.filter(({ id, state }) => access.proposalIds.includes(id) && state !== 'withdrawn');
  return (
    <Stack gap={5}>
      <PageHead title={words.title} lead={words.lead} />
      {own.length === 0 ? (
        <Empty title={words.nothing[0]} action={<LinkButton href="/aanvragen/nieuw">{words.start}</LinkButton>}>
          {words.nothing[1]}
        </Empty>
      ) : (
        own.map((proposal) => (
          <OwnProposal
            key={proposal.id}
            proposal={proposal}
            claims={claims.value.filter(({ proposalId }) => proposalId === proposal.id)}
            receipts={receipts.value}
          />
        ))
      )}
    </Stack>
  );
}

interface OwnProposalProps {
  readonly proposal: Seen<'proposal'>;
  readonly claims: readonly Seen<'claim'>[];
  readonly receipts: readonly Seen<'receipt'>[];
}

function OwnProposal({ proposal, claims, receipts }: OwnProposalProps) {
  const newestFirst = [...claims].sort((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1));
  const aboveCents = handedInAbove(proposal, claims);
  return (
    <Section id={`aanvraag-${proposal.id}`} title={proposal.title}>
      <p class="bk-soft">{moneyWords(proposal, claims)}</p>
      {aboveCents > 0 && (
        <Note tone="look" icon={CircleAlert}>
          {nlMoney.above(aboveCents)}
        </Note>
      )}
      {claims.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <List>
          {newestFirst.map((claim) => (
            <Item
              key={claim.id}
              href={`/bon/${claim.id}`}
              title={<MoneyText cents={claim.claimedCents} />}
              lines={[
                words.item(receipts.filter(({ claimId }) => claimId === claim.id).length, claim.submittedAt),
                ...(claim.pending ? [<LocalMark key="local" />] : []),
              ]}
              end={<StageBadge stage={claimStage(claim, proposal)} own />}
            />
          ))}
        </List>
      )}
      {mayI('claim.submit') && proposal.state !== 'finished' && proposal.state !== 'refused' && (
        <Actions>
          <LinkButton icon={Camera} href={`/bon/nieuw?aanvraag=${proposal.id}`}>
            {words.add}
          </LinkButton>
        </Actions>
      )}
    </Section>
  );
}

function moneyWords(proposal: Seen<'proposal'>, claims: readonly Seen<'claim'>[]): string {
  if (proposal.awardedCents > 0) {
    return `${words.awarded(proposal.awardedCents)}, ${words.left(leftToSpend(proposal, claims))}`;
  }
  return proposal.state === 'refused' ? words.noMoney : words.waits;
}

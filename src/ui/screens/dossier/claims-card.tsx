// The claims of this proposal and how each stands; a claim opens where this person can do something with it.
import type { Claim } from '../../../domain/rows.ts';
import { mayI, type Seen, useMe } from '../../data.ts';
import { Banknote, Check, CircleX, Clock, PencilLine, Plus, ReceiptText } from '../../icons.ts';
import { nlDossier } from '../../nl/dossier.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import type { IconData } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { Badge, type BadgeTone, LocalMark } from '../../parts/status.tsx';
import { claimsId } from './task-rows.ts';
import type { Dossier } from './use-dossier.ts';

const words = nlDossier.claims;

export function ClaimsCard({ dossier }: { readonly dossier: Dossier }) {
  const { proposal, claims } = dossier;
  const { access, personId } = useMe();
  const open = proposal.state !== 'withdrawn' && proposal.state !== 'finished' && proposal.state !== 'refused';
  const mayAdd = open && mayI('claim.submit');
  if (claims.length === 0 && !mayAdd) return null;
  const judges = mayI('claim.approve') || access.role === 'auditor';
  const newest = [...claims].sort((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1));
  return (
    <Card labelledBy={claimsId}>
      <CardHead id={claimsId} title={words.title} />
      {claims.length === 0 ? (
        <p class="bk-soft">{words.none}</p>
      ) : (
        <List kind="bleed" label={words.title}>
          {newest.map((claim) => (
            <Item
              key={claim.id}
              href={judges && claim.claimantId !== personId ? `/kas/declaratie/${claim.id}` : `/bon/${claim.id}`}
              title={
                <>
                  {words.for(claim.payeeName)}, <MoneyText cents={claim.claimedCents} />
                </>
              }
              lines={[words.on(claim.submittedAt), ...(claim.pending ? [<LocalMark key="local" />] : [])]}
              end={<ClaimBadge claim={claim} awarded={proposal.awardedCents > 0} />}
            />
          ))}
        </List>
      )}
      {mayAdd && (
        <LinkButton icon={Plus} href={`/bon/nieuw?aanvraag=${proposal.id}`}>
          {words.add}
        </LinkButton>
      )}
    </Card>
  );
}

function ClaimBadge({ claim, awarded }: { readonly claim: Seen<'claim'>; readonly awarded: boolean }) {
  const { tone, icon, text } = lookOf(claim, awarded);
  return (
    <Badge tone={tone} icon={icon}>
      {text}
    </Badge>
  );
}

interface Look {
  readonly tone: BadgeTone;
  readonly icon: IconData;
  readonly text: string;
}

function lookOf({ state, approvedCents, paidCents, claimedCents }: Claim, awarded: boolean): Look {
  switch (state) {
    case 'submitted':
      return awarded
        ? { tone: 'look', icon: ReceiptText, text: words.states.submitted }
        : { tone: 'quiet', icon: Clock, text: words.waits };
    case 'returned':
      return { tone: 'quiet', icon: PencilLine, text: words.states.returned };
    case 'rejected':
      return { tone: 'bad', icon: CircleX, text: words.states.rejected };
    case 'approved':
      if (paidCents >= approvedCents) return { tone: 'ok', icon: Check, text: words.paid };
      if (paidCents > 0) return { tone: 'info', icon: Banknote, text: words.partlyPaid(paidCents) };
      return {
        tone: 'info',
        icon: Banknote,
        text: approvedCents === claimedCents ? words.states.approved : words.approved(approvedCents),
      };
  }
}

// Approved by one, and not enough: who else has to look, and the button for whoever can.
import { isCommitteeRole } from '../../../domain/access.ts';
import { mayApproveSecond } from '../../../domain/dossier.ts';
import { mayRun } from '../../../domain/permissions.ts';
import type { Proposal } from '../../../domain/rows.ts';
import { mayI, Refusal, type Seen, useCommand, useMe, useRow, useRows, useRowsFound } from '../../data.ts';
import { CheckCheck, PencilLine, UsersRound } from '../../icons.ts';
import { nlApprovals } from '../../nl/approvals.ts';
import { nlJudge } from '../../nl/money.ts';
import { roleNames } from '../../nl/roles.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Note } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';

const words = nlApprovals.second;

export interface SecondCardProps {
  readonly claim: Seen<'claim'>;
  readonly proposal: Proposal | undefined;
}

export function SecondCard({ claim, proposal }: SecondCardProps) {
  const by = useRow('member', claim.secondBy ?? undefined);
  if (claim.secondBy != null) {
    return (
      <Note tone="ok" icon={CheckCheck}>
        {words.given(by === undefined ? '' : roleNames[by.role])}
      </Note>
    );
  }
  if (claim.awaits === 'countersign') return <AsksSignature claim={claim} />;
  return claim.awaits === 'second' ? <AsksSecond claim={claim} proposal={proposal} /> : null;
}

function AsksSignature({ claim }: { readonly claim: Seen<'claim'> }) {
  const { access } = useMe();
  const signers = useRowsFound('member');
  const isSigner = ({ id, active, role }: Seen<'member'>): boolean =>
    active && mayRun(role, 'claim.countersign') && id !== claim.claimantId;
  // An initiator's phone does not know who is in the committee.
  const nobody = isCommitteeRole(access.role) && signers.loaded && !signers.value.some(isSigner);
  return (
    <Note tone="look" icon={PencilLine}>
      <p>{nobody ? nlApprovals.countersign.nobody : nlApprovals.countersign.waits}</p>
      {nobody && mayI('member.add') && (
        <LinkButton href="/instellingen/leden">{nlApprovals.countersign.toMembers}</LinkButton>
      )}
      {mayI('claim.countersign') && (
        <LinkButton href={`/tekenen/${claim.id}`}>{nlApprovals.countersign.toForm}</LinkButton>
      )}
    </Note>
  );
}

function AsksSecond({ claim, proposal }: SecondCardProps) {
  const { access } = useMe();
  const year = useRow('budgetYear', proposal === undefined ? undefined : String(proposal.year));
  const command = useCommand('claim.approveSecond');
  const done = () => showToast({ text: words.saved(claim.approvedCents) });
  const approve = async () => {
    if (command.busy) return;
    const seenPayee = { name: claim.payeeName, ibanLast4: claim.ibanLast4 };
    const sent = await command.send({ claimId: claim.id, seenApprovedCents: claim.approvedCents, seenPayee });
    if (sent.saved) done();
  };
  const mine = mayApproveSecond(access, claim);
  return (
    <Card labelledBy="tweede" kind={mine ? 'sun' : undefined}>
      <h2 id="tweede">{words.title}</h2>
      <p>{words.waits(year?.secondAboveCents ?? 0)}</p>
      {mine ? (
        <>
          <p>{words.yours}</p>
          <Refusal command={command} onSaved={done} />
          <Button kind="primary" icon={CheckCheck} wide busy={command.busy} onClick={() => void approve()}>
            {words.do(claim.approvedCents)}
          </Button>
        </>
      ) : (
        <WhoElse claim={claim} />
      )}
    </Card>
  );
}

function WhoElse({ claim }: { readonly claim: Seen<'claim'> }) {
  const people = new Map(useRows('person').map(({ id, name }) => [id, name]));
  const names = useRows('member')
    .filter(({ active, role }) => active && (role === 'chair' || role === 'secretary' || role === 'treasurer'))
    .filter(({ id }) => id !== claim.judgedBy && id !== claim.claimantId)
    .map(({ id, role }) => nlJudge.person(people.get(id) ?? '', roleNames[role]));
  return <Note icon={UsersRound}>{names.length === 0 ? words.nobody : words.others(nlJudge.or(names))}</Note>;
}

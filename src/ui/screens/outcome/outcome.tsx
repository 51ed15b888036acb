// /aanvragen/:id/verantwoording: what came of one project, told by initiator and committee, and what everybody reads of it.
import { isCommitteeRole } from '../../../domain/access.ts';
import { missingInOutcome, noOutcome } from '../../../domain/outcome.ts';
import { type Seen, useMe, useRowFound } from '../../data.ts';
import { CircleAlert, CircleCheckBig } from '../../icons.ts';
import { nlOutcome } from '../../nl/outcome.ts';
import { titleOr } from '../../nl/proposals.ts';
import { BackLink } from '../../parts/button.tsx';
import { Columns, Stack } from '../../parts/card.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { useParam } from '../../router.tsx';
import { LessonsCard } from '../dossier/lessons-card.tsx';
import { MissingProposal } from '../support/missing.tsx';
import { FactsCard } from './facts-card.tsx';
import { PhotosCard } from './photos-card.tsx';
import { PublishCard } from './publish-card.tsx';
import { YearsToldCard } from './years-told-card.tsx';

export function OutcomeScreen() {
  const id = useParam('id');
  const proposal = useRowFound('proposal', id);
  const outcome = useRowFound('outcome', id);
  if (!proposal.loaded || !outcome.loaded) return null;
  if (proposal.value === undefined) return <MissingProposal />;
  return <OutcomePage proposal={proposal.value} told={outcome.value} />;
}

interface PageProps {
  readonly proposal: Seen<'proposal'>;
  readonly told: Seen<'outcome'> | undefined;
}

function OutcomePage({ proposal, told }: PageProps) {
  const { access } = useMe();
  const outcome = told ?? noOutcome(proposal.id);
  const missing = missingInOutcome(told);
  return (
    <>
      <Stack gap={2}>
        <BackLink href={`/aanvragen/${proposal.id}`}>{titleOr(proposal.title)}</BackLink>
        <PageHead title={nlOutcome.title} lead={nlOutcome.lead} />
      </Stack>
      <Columns kind="even">
        <Stack gap={5}>
          {told !== undefined && (
            <Note
              tone={missing.length === 0 ? undefined : 'look'}
              icon={missing.length === 0 ? CircleCheckBig : CircleAlert}
            >
              {missing.length === 0 ? nlOutcome.complete : nlOutcome.missing(missing)}
            </Note>
          )}
          <FactsCard outcome={outcome} pending={told?.pending ?? false} />
          <YearsToldCard proposal={proposal} outcome={outcome} />
          <LessonsCard proposal={proposal} />
        </Stack>
        <Stack gap={5}>
          <PhotosCard outcome={outcome} />
          {isCommitteeRole(access.role) && <PublishCard proposal={proposal} outcome={told} />}
        </Stack>
      </Columns>
    </>
  );
}

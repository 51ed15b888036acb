// What the committee decided about this proposal, with conditions, reason and later corrections.
import { isCommitteeRole } from '../../../domain/access.ts';
import { type Seen, useMe } from '../../data.ts';
import { nlDossier } from '../../nl/dossier.ts';
import { Card, CardHead } from '../../parts/card.tsx';
import { LocalMark } from '../../parts/status.tsx';
import { PlanNotes } from '../consultation/plan-notes.tsx';
import { CorrectionList, CorrectLink } from '../meeting/corrections.tsx';
import { Verdict } from '../meeting/verdict.tsx';
import { FlagNotes } from './flag-notes.tsx';
import { decisionsId } from './task-rows.ts';
import type { Dossier } from './use-dossier.ts';

const words = nlDossier.decisions;

export function DecisionsCard({ dossier }: { readonly dossier: Dossier }) {
  const decisions = dossier.decisions
    .filter(({ withdrawn }) => !withdrawn)
    .sort((a, b) => (`${a.decidedOn}${a.id}` < `${b.decidedOn}${b.id}` ? 1 : -1));
  if (decisions.length === 0) return <PlanNotes proposalId={dossier.proposal.id} />;
  return (
    <Card labelledBy={decisionsId}>
      <CardHead id={decisionsId} title={decisions.length === 1 ? words.title : words.titleMany} />
      <PlanNotes proposalId={dossier.proposal.id} />
      {decisions.map((decision) => (
        <OneDecision key={decision.id} decision={decision} dossier={dossier} />
      ))}
    </Card>
  );
}

function OneDecision({ decision, dossier }: { readonly decision: Seen<'decision'>; readonly dossier: Dossier }) {
  const { access } = useMe();
  const committee = isCommitteeRole(access.role);
  const { meetingId, decidedOn, published, pending } = decision;
  return (
    <article class="bk-stack bk-gap-3">
      <div class="bk-row bk-between">
        <p class="bk-soft bk-small">{words.on(decidedOn)}</p>
        {committee && <a href={`/vergadering/${meetingId}`}>{words.toMeeting}</a>}
      </div>
      <CorrectionList decision={decision} nameOf={(personId) => dossier.nameOf(personId) ?? ''} />
      <Verdict decision={decision} requestedCents={dossier.proposal.requestedCents} />
      {pending && (
        <p>
          <LocalMark />
        </p>
      )}
      {committee && <FlagNotes decision={decision} />}
      {published && <CorrectLink decision={decision} />}
    </article>
  );
}

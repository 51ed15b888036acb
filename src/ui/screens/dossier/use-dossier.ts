// All rows of one dossier, live.
import { isVotingRole } from '../../../domain/access.ts';
import { type DossierTask, dossierTasks } from '../../../domain/dossier.ts';
import type { Role } from '../../../domain/rows.ts';
import { type Seen, useMe, useRow, useRows, useToday } from '../../data.ts';
import { type ShownSupport, shownSupport } from '../support/blind.ts';

export interface Dossier {
  readonly proposal: Seen<'proposal'>;
  readonly tasks: readonly DossierTask[];
  readonly sheets: readonly Seen<'supportSheet'>[];
  readonly counts: readonly Seen<'supportCount'>[];
  readonly support: ShownSupport;
  readonly claims: readonly Seen<'claim'>[];
  readonly payments: readonly Seen<'payment'>[];
  readonly decisions: readonly Seen<'decision'>[];
  readonly corrections: readonly Seen<'decisionCorrection'>[];
  readonly changes: readonly Seen<'proposalChange'>[];
  readonly notes: readonly Seen<'proposalNote'>[];
  readonly documents: readonly Seen<'proposalDocument'>[];
  readonly ruleChecks: readonly Seen<'ruleCheck'>[];
  readonly rules: readonly Seen<'rule'>[];
  readonly advice: readonly Seen<'advice'>[];
  readonly adviceAnswers: readonly Seen<'adviceAnswer'>[];
  /** Meetings that are still to come, the first one first; of the committee only. */
  readonly coming: readonly Seen<'meeting'>[];
  /** The first of them that has this proposal on its agenda. */
  readonly meeting: Seen<'meeting'> | undefined;
  readonly initiators: readonly Seen<'member'>[];
  /** Who may see to it. */
  readonly members: readonly Seen<'member'>[];
  readonly roleOf: (personId: string) => Role | undefined;
  readonly nameOf: (personId: string) => string | undefined;
}

export function useDossier(proposal: Seen<'proposal'>): Dossier {
  const { access } = useMe();
  const { id } = proposal;
  const sheets = useRows('supportSheet', 'proposalId', id);
  const counts = useRows('supportCount', 'proposalId', id);
  const agendaItems = useRows('agendaItem', 'proposalId', id);
  const claims = useRows('claim', 'proposalId', id);
  const outcome = useRow('outcome', id);
  const today = useToday();
  const members = useRows('member');
  const people = useRows('person');
  const coming = useRows('meeting')
    .filter(({ state }) => state !== 'closed')
    .sort((a, b) => (a.plannedOn < b.plannedOn ? -1 : 1));
  const planned = new Set(agendaItems.filter(({ removed }) => !removed).map(({ meetingId }) => meetingId));
  const support = shownSupport({ access, proposal, sheets, counts });
  return {
    proposal,
    tasks: dossierTasks({ access, proposal, sheets, counts, agendaItems, claims, members, outcome, today }),
    sheets,
    counts,
    support,
    claims,
    payments: useRows('payment', 'proposalId', id),
    decisions: useRows('decision', 'proposalId', id),
    corrections: useRows('decisionCorrection', 'proposalId', id),
    changes: useRows('proposalChange', 'proposalId', id),
    notes: useRows('proposalNote', 'proposalId', id),
    documents: useRows('proposalDocument', 'proposalId', id),
    ruleChecks: useRows('ruleCheck', 'proposalId', id),
    rules: useRows('rule', 'year', proposal.year),
    advice: useRows('advice', 'proposalId', id),
    adviceAnswers: useRows('adviceAnswer', 'proposalId', id),
    coming,
    meeting: coming.find((meeting) => planned.has(meeting.id)),
    members: members.filter(({ active, role }) => active && isVotingRole(role)),
    initiators: members.filter((member) => member.active && member.proposalIds.includes(id)),
    roleOf: (personId) => members.find((one) => one.id === personId)?.role,
    nameOf: (personId) => people.find((one) => one.id === personId)?.name,
  };
}

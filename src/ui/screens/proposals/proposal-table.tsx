// The list itself: a table on a laptop, cards on a phone.
import type { SupportCount, SupportSheet } from '../../../domain/rows.ts';
import { type Seen, useMe } from '../../data.ts';
import { BellRing } from '../../icons.ts';
import { nlProposals, proposalNumber, titleOr } from '../../nl/proposals.ts';
import { nlSupport } from '../../nl/support.ts';
import { MoneyText } from '../../parts/money.tsx';
import { Badge, LocalMark } from '../../parts/status.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { shownSupport } from '../support/blind.ts';
import type { ListedProposal } from './list-model.ts';
import { StateBadge } from './state-badge.tsx';

export type SeenListed = ListedProposal<Seen<'proposal'>>;

export interface ProposalTableProps {
  readonly year: number;
  readonly listed: readonly SeenListed[];
  readonly sheets: readonly SupportSheet[];
  readonly counts: readonly SupportCount[];
  /** What a proposal asks of whoever looks: "Tel de handtekeningen na". */
  readonly turnWords: ReadonlyMap<string, string>;
  readonly withSupport: boolean;
}

const words = nlProposals.columns;

export function ProposalTable(props: ProposalTableProps) {
  const { year, listed, turnWords, withSupport } = props;
  const support = useSupportWords(props);
  const columns: readonly Column<SeenListed>[] = [
    { id: 'proposal', label: words.proposal, rowHead: true, cell: (one) => <Name proposal={one.proposal} /> },
    { id: 'quarter', label: words.quarter, cell: ({ proposal }) => quartersText(proposal.quarters) },
    {
      id: 'requested',
      label: words.requested,
      end: true,
      cell: ({ proposal }) =>
        proposal.requestedCents === 0 ? nlProposals.noAmount : <MoneyText cents={proposal.requestedCents} />,
    },
    ...(withSupport
      ? [
          {
            id: 'support',
            label: words.support,
            cell: (one: SeenListed) => <span class="bk-num">{support(one.proposal)}</span>,
          },
        ]
      : []),
    { id: 'state', label: words.state, quiet: true, cell: (one) => <Stand one={one} turn={turnWords} /> },
  ];
  return (
    <Table caption={nlProposals.caption(year)} columns={columns} rows={listed} rowKey={({ proposal }) => proposal.id} />
  );
}

function Name({ proposal }: { readonly proposal: Seen<'proposal'> }) {
  const { id, title, year, number, applicant, pending } = proposal;
  const parts = [number === null ? nlProposals.noNumber : proposalNumber(year, number), applicant];
  return (
    <>
      <a href={`/aanvragen/${id}`}>{titleOr(title)}</a>
      <small>{parts.filter((part) => part !== '').join(', ')}</small>
      {pending && <LocalMark />}
    </>
  );
}

function Stand({ one, turn }: { readonly one: SeenListed; readonly turn: ReadonlyMap<string, string> }) {
  const { proposal, meeting } = one;
  const asks = turn.get(proposal.id);
  if (asks !== undefined) {
    return (
      <span>
        <Badge tone="turn" icon={BellRing}>
          {nlProposals.turn}
        </Badge>
        <small>{asks}</small>
      </span>
    );
  }
  const note = noteOf(proposal, meeting?.plannedOn);
  return (
    <span>
      <StateBadge state={proposal.state} onAgenda={meeting !== undefined} merged={proposal.mergedIntoId !== null} />
      {note !== undefined && <small>{note}</small>}
    </span>
  );
}

function noteOf(proposal: Seen<'proposal'>, plannedOn: string | undefined): string | undefined {
  const { state, awardedCents, submittedOn, returnReason } = proposal;
  if (state === 'awarded' || state === 'partly_awarded' || state === 'finished')
    return nlProposals.awarded(awardedCents);
  if (state === 'returned') return returnReason ?? undefined;
  if (plannedOn !== undefined && (state === 'submitted' || state === 'deferred'))
    return nlProposals.onAgenda(plannedOn);
  return state === 'submitted' && submittedOn !== null ? nlProposals.submittedOn(submittedOn) : undefined;
}

function quartersText(quarters: readonly string[]): string {
  return quarters.length === 0 ? nlProposals.noQuarter : quarters.join(', ');
}

function useSupportWords({ sheets, counts }: ProposalTableProps): (proposal: Seen<'proposal'>) => string {
  const { access } = useMe();
  const sheetsOf = byProposal(sheets);
  const countsOf = byProposal(counts);
  return (proposal) => {
    const own = sheetsOf.get(proposal.id) ?? [];
    if (own.length === 0) return nlSupport.notCounted;
    const { summary } = shownSupport({ access, proposal, sheets: own, counts: countsOf.get(proposal.id) ?? [] });
    return summary.sheets.length === 0 ? nlSupport.yours : nlSupport.short(summary);
  };
}

/** Grouped once: looking through all sheets for each proposal would take their product. */
function byProposal<T extends { readonly proposalId: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.proposalId);
    if (group === undefined) groups.set(row.proposalId, [row]);
    else group.push(row);
  }
  return groups;
}

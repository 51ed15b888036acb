// What the list shows: which proposals, in which order, how they stand. Counts are always computed from the rows.
import { addCents } from '../../../domain/money.ts';
import type { AgendaItem, Meeting, Proposal } from '../../../domain/rows.ts';
import { type ProposalFilter, type ProposalGroup, proposalNumber } from '../../nl/proposals.ts';

export interface ListedProposal<P extends Proposal = Proposal> {
  readonly proposal: P;
  readonly group: ProposalGroup;
  /** The meeting that is still to come with this proposal on its agenda. */
  readonly meeting: Pick<Meeting, 'id' | 'plannedOn'> | undefined;
  readonly turn: boolean;
}

export interface ListInput<P extends Proposal> {
  readonly proposals: readonly P[];
  readonly agendaItems: readonly Pick<AgendaItem, 'proposalId' | 'meetingId' | 'removed'>[];
  readonly meetings: readonly Pick<Meeting, 'id' | 'state' | 'plannedOn'>[];
  /** Proposals that wait for whoever looks. */
  readonly turnIds: ReadonlySet<string>;
}

/** What waits for you first, then drafts, then the highest number: the newest is what people look for. */
export function listedProposals<P extends Proposal>(input: ListInput<P>): readonly ListedProposal<P>[] {
  const coming = comingMeetings(input);
  return input.proposals
    .map((proposal): ListedProposal<P> => {
      const meeting = coming.get(proposal.id);
      const turn = input.turnIds.has(proposal.id);
      return { proposal, meeting, turn, group: groupOf(proposal, meeting !== undefined) };
    })
    .sort(
      (a, b) =>
        Number(b.turn) - Number(a.turn) ||
        (b.proposal.number ?? Number.MAX_SAFE_INTEGER) - (a.proposal.number ?? Number.MAX_SAFE_INTEGER) ||
        (a.proposal.id < b.proposal.id ? 1 : -1),
    );
}

function comingMeetings<P extends Proposal>({ agendaItems, meetings }: ListInput<P>) {
  const open = new Map(meetings.filter(({ state }) => state !== 'closed').map((meeting) => [meeting.id, meeting]));
  const coming = new Map<string, Pick<Meeting, 'id' | 'plannedOn'>>();
  for (const { proposalId, meetingId, removed } of agendaItems) {
    const meeting = open.get(meetingId);
    if (removed || proposalId === null || meeting === undefined) continue;
    const known = coming.get(proposalId);
    if (known === undefined || meeting.plannedOn < known.plannedOn) coming.set(proposalId, meeting);
  }
  return coming;
}

function groupOf({ state }: Proposal, onAgenda: boolean): ProposalGroup {
  switch (state) {
    case 'draft':
    case 'returned':
      return 'draft';
    case 'submitted':
    case 'deferred':
      return onAgenda ? 'agenda' : 'submitted';
    case 'awarded':
    case 'partly_awarded':
      return 'running';
    case 'refused':
    case 'finished':
    case 'withdrawn':
      return 'done';
  }
}

export function inFilter({ group, turn }: ListedProposal, filter: ProposalFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'turn' ? turn : group === filter;
}

const filterOrder: readonly ProposalFilter[] = ['all', 'turn', 'draft', 'submitted', 'agenda', 'running', 'done'];

export interface FilterCount {
  readonly filter: ProposalFilter;
  readonly count: number;
}

/** Filters with nothing behind them are left out; the chosen one stays, or it could not be undone. */
export function filterCounts(listed: readonly ListedProposal[], chosen: ProposalFilter): readonly FilterCount[] {
  return filterOrder
    .map((filter) => ({ filter, count: listed.filter((one) => inFilter(one, filter)).length }))
    .filter(({ filter, count }) => count > 0 || filter === 'all' || filter === chosen);
}

export const isFilter = (text: string | undefined): text is ProposalFilter =>
  filterOrder.some((filter) => filter === text);

/** Every word must be somewhere: in the name, the text, who asks, the quarter or the number. Accents do not matter. */
export function matchesSearch(proposal: Proposal, search: string): boolean {
  const { title, summary, applicant, quarters, year, number } = proposal;
  const numbers = number === null ? [] : [proposalNumber(year, number), String(number)];
  const text = plain([title, summary, applicant, ...quarters, ...numbers].join(' '));
  return plain(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
}

/** What was asked, without what was taken back. `pendingCents` of it the server has not confirmed yet (D8). */
export function requestedSum(shown: readonly { readonly proposal: Proposal & { readonly pending: boolean } }[]) {
  const counted = shown.map(({ proposal }) => proposal).filter(({ state }) => state !== 'withdrawn');
  return {
    cents: addCents(counted.map(({ requestedCents }) => requestedCents)),
    pendingCents: addCents(counted.filter(({ pending }) => pending).map(({ requestedCents }) => requestedCents)),
  };
}

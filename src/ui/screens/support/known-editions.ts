// How many came to earlier editions, as it was told then: a repeat names the proposal of before, and that one its own.
import type { Outcome } from '../../../domain/rows.ts';
import { type Seen, useRow } from '../../data.ts';
import type { KnownEditions } from './evidence-draft.ts';

/** As many steps back as the form asks years. */
export function useKnownEditions({ repeatOfId }: Pick<Seen<'proposal'>, 'repeatOfId'>): KnownEditions {
  const last = useEdition(repeatOfId);
  const before = useEdition(last.repeatOfId);
  const first = useEdition(before.repeatOfId);
  return { ...first.visitors, ...before.visitors, ...last.visitors };
}

function useEdition(proposalId: string | null): {
  readonly repeatOfId: string | null;
  readonly visitors: KnownEditions;
} {
  const proposal = useRow('proposal', proposalId ?? undefined);
  const outcome = useRow('outcome', proposalId ?? undefined);
  if (proposal === undefined) return { repeatOfId: null, visitors: {} };
  return { repeatOfId: proposal.repeatOfId, visitors: outcome === undefined ? {} : visitorsIn(proposal.year, outcome) };
}

/** Of a project of more years each year by itself. */
function visitorsIn(year: number, { visitors, years = [] }: Pick<Outcome, 'visitors' | 'years'>): KnownEditions {
  const told = [...(years.length === 0 ? [{ year, visitors }] : years)];
  return Object.fromEntries(
    told.flatMap(({ year: at, visitors: came }) => (came === null ? [] : [[String(at), came] as const])),
  );
}

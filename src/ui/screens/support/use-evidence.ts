// What is known of the support beside the sheets, live, and the names of who noted it.
import { type Seen, useRow, useRows, useRowsFound } from '../../data.ts';
import { nlEvidence } from '../../nl/support-evidence.ts';

export interface Evidence {
  readonly area: Seen<'supportArea'> | undefined;
  /** The newest first; what was crossed out last. */
  readonly indications: readonly Seen<'supportIndication'>[];
  readonly judgements: readonly Seen<'supportJudgement'>[];
  readonly nameOf: (personId: string | null) => string;
}

export function useEvidence(proposalId: string): Evidence {
  const area = useRow('supportArea', proposalId);
  const indications = useRowsFound('supportIndication', 'proposalId', proposalId).value;
  const judgements = useRowsFound('supportJudgement', 'proposalId', proposalId).value;
  const people = useRows('person');
  const rank = ({ withdrawnReason, notedOn, id }: Seen<'supportIndication'>): string =>
    `${withdrawnReason === null ? '1' : '0'} ${notedOn} ${id}`;
  return {
    area,
    indications: [...indications].sort((a, b) => (rank(a) < rank(b) ? 1 : -1)),
    judgements: [...judgements].sort((a, b) => (a.judgedOn < b.judgedOn ? -1 : 1)),
    nameOf: (personId) => people.find(({ id }) => id === personId)?.name ?? nlEvidence.someone,
  };
}

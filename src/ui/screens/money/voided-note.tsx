// An approval that fell because something changed after it: said to whoever judges, and to whoever handed it in.
import type { Claim } from '../../../domain/rows.ts';
import { CircleAlert } from '../../icons.ts';
import { nlApprovals } from '../../nl/approvals.ts';
import { Note } from '../../parts/status.tsx';

const words = nlApprovals.voided;

export function VoidedNote({ claim, own = false }: { readonly claim: Claim; readonly own?: boolean | undefined }) {
  const { voided } = claim;
  if (voided === undefined || claim.state !== 'submitted') return null;
  return (
    <Note tone="look" icon={CircleAlert}>
      <p>
        <b>{words.title}</b>
      </p>
      <p>{own ? words.own : words.text(voided)}</p>
      {!own && voided.changed.length > 0 && <p>{words.account(voided.payeeName, voided.ibanLast4)}</p>}
    </Note>
  );
}

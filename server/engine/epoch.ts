/** A new epoch: the server knows less than the phones, and does not know what it has forgotten (D6; docs/sync.md, H3). */
import type { CommitteeRow, ServerTx } from './ports.ts';

/** The place in the former log of what may have been applied there: behind everything whose place is known. */
export const unknownPlace = 2 ** 31 - 1;

/** What waits here may have been carried out after the moment that came back: it is not refused any more (P11). */
export async function beginEpoch(tx: ServerTx, committee: CommitteeRow, epoch: string): Promise<void> {
  await tx.saveCommittee({ ...committee, epoch });
  for (const held of await tx.openHeld(committee.id)) {
    if (held.wasSeq === null) await tx.addHeld(committee.id, { ...held, wasSeq: unknownPlace });
  }
}

/** What somebody may do in a committee at this moment: the member row is the one truth (D12). */
import type { Access } from '../../src/domain/access.ts';
import { rowKey } from '../../src/domain/command.ts';
import { currentBody } from '../../src/domain/rowShapes.ts';
import type { Member } from '../../src/domain/rows.ts';
import type { CommitteeRow, ServerRowRecord, ServerSnapshot, ServerTx } from './ports.ts';

/** `removed` may still deliver and gets every command on record; a `stranger` gets nothing into the log (P8). */
export type Standing =
  | { readonly kind: 'member'; readonly access: Access }
  | { readonly kind: 'removed' }
  | { readonly kind: 'stranger' };

type RowReader = { row(committeeId: string, key: ReturnType<typeof rowKey>): Promise<ServerRowRecord | undefined> };

export async function standingOf(
  reader: RowReader,
  committee: Pick<CommitteeRow, 'id' | 'founderId'>,
  personId: string,
): Promise<Standing> {
  const record = await reader.row(committee.id, rowKey('member', personId));
  if (record !== undefined) {
    const { role, proposalIds, active } = currentBody(record) as Member;
    return active ? { kind: 'member', access: { personId, role, proposalIds, v: record.v } } : { kind: 'removed' };
  }
  if (committee.founderId !== personId) return { kind: 'stranger' };
  // Founding writes the committee row together with its first member: from then on the founder is who the rows say.
  const founded = await reader.row(committee.id, rowKey('committee', committee.id));
  if (founded !== undefined) return { kind: 'stranger' };
  return { kind: 'member', access: { personId, role: 'founder', proposalIds: [], v: 0 } };
}

/** Undefined for whoever is no member (any more), and for a committee that does not exist. */
export async function accessOf(
  reader: ServerSnapshot | ServerTx,
  committeeId: string,
  personId: string,
): Promise<Access | undefined> {
  const committee =
    'committee' in reader ? await reader.committee(committeeId) : await reader.lockCommittee(committeeId);
  if (committee === undefined) return undefined;
  const standing = await standingOf(reader, committee, personId);
  return standing.kind === 'member' ? standing.access : undefined;
}

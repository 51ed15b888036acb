/** One whole answer of the server, page by page (docs/sync.md, U4 and U5). Pages come in the order of row versions and
 *  the last one completes the state of its own moment. Pages before the last are staged on disk, so that a phone that is
 *  closed half-way goes on where it was. */
import { rowTypes } from '../domain/rows.ts';
import { type CommitteeMeta, type Net, Outdated, type Ports, type PullAnswer } from './ports.ts';
import type { PatchOp, PullRequest, PullResponse } from './protocol.ts';
import { type PullBase, sameBase, type WholeAnswer } from './rebase.ts';

export interface PullFrom {
  readonly base: PullBase;
  readonly request: PullRequest;
  readonly staging: CommitteeMeta['staging'];
}

export type Pulled =
  | { readonly kind: 'answer'; readonly answer: WholeAnswer }
  | { readonly kind: 'not_member'; readonly lastDeviceSeq: number }
  | { readonly kind: 'restart' | 'stale' };

/** A server is brought up to date before its phones. One that sends a kind of row without a place here is too new for this
 *  app (W4): half of a committee would show sums that are wrong. */
const knownTypes: ReadonlySet<string> = new Set(rowTypes);

type PullPorts = Pick<Ports, 'store' | 'newId'> & { readonly net: Pick<Net, 'pull'> };
type LastPage = PullResponse & { readonly last: NonNullable<PullResponse['last']> };

export async function pullWhole(ports: PullPorts, { base, request, staging }: PullFrom): Promise<Pulled> {
  const id = staging?.id ?? ports.newId();
  let pages = staging === null ? 0 : await pagesOnDisk(ports, request.committeeId, id);
  if (staging !== null && pages === 0) return { kind: 'restart' }; // the disk lost them
  const ops: PatchOp[] | null = staging === null ? [] : null; // all from this run: need not be read back from the disk
  let known: { readonly epoch: string; readonly accessV: number } | null = staging;
  let page = staging?.next;
  let asked = ports.net.pull(page === undefined ? request : { ...request, page });
  for (;;) {
    const answer = await asked;
    if ('code' in answer) {
      return answer.code === 'not_member'
        ? { kind: answer.code, lastDeviceSeq: answer.lastDeviceSeq }
        : { kind: answer.code };
    }
    if (known !== null && (answer.epoch !== known.epoch || answer.access.v !== known.accessV))
      return { kind: 'restart' };
    known = { epoch: answer.epoch, accessV: answer.access.v };
    if (answer.patch.some(({ t }) => !knownTypes.has(t))) throw new Outdated('upgrade');
    ops?.push(...answer.patch);
    if (isLast(answer) && ops !== null) return { kind: 'answer', answer: { ...answer, patch: ops } };
    if (!isLast(answer)) {
      if (answer.next === undefined) return { kind: 'restart' };
      asked = ports.net.pull({ ...request, page: answer.next }); // under way while this page goes to the disk
      asked.catch(() => undefined); // heard above, or nobody needs it any more
    }
    if (!(await keepPage(ports, base, request.committeeId, { id, n: pages, after: page }, answer))) {
      return { kind: 'stale' };
    }
    pages += 1;
    if (isLast(answer)) return { kind: 'answer', answer: { ...answer, patch: { stagingId: id, pages } } };
    page = answer.next;
  }
}

const isLast = (answer: PullAnswer): answer is LastPage => 'last' in answer && answer.last !== undefined;

async function pagesOnDisk({ store }: PullPorts, committeeId: string, id: string): Promise<number> {
  const keys = await store.read((tx) => tx.staging.keysWhere('committeeId', committeeId));
  return keys.filter((key) => (key as readonly unknown[])[1] === id).length;
}

/** False when another tab brought the committee or these pages further meanwhile: two tabs that wrote the same pages, each
 *  from its own moment, would make a state that never was. The place of the last page is not remembered: after a restart
 *  it is asked again, because its outcomes belong to the moment it is used. */
function keepPage(
  { store }: PullPorts,
  base: PullBase,
  committeeId: string,
  { id, n, after }: { readonly id: string; readonly n: number; readonly after: string | undefined },
  { patch, next, cursor, epoch, access }: PullResponse,
): Promise<boolean> {
  return store.write(async (tx) => {
    const meta = await tx.meta.get(committeeId);
    if (meta === undefined || !sameBase(meta, base)) return false;
    const { staging: begun } = meta;
    if (after === undefined ? begun !== null : begun?.id !== id || begun.next !== after) return false;
    await tx.staging.put({ committeeId, stagingId: id, n, ops: patch });
    const staging = { id, cursor, epoch, accessV: access.v, next: next ?? '' };
    await tx.meta.put({ ...meta, staging: next === undefined ? null : staging });
    return true;
  });
}

/** What the server does by itself, at its start and now and then. A committee in trouble keeps no other waiting (D1). */
import { sweepDestroyed } from './blobs/destroyed.ts';
import { listCommittees } from './db/committees.ts';
import { Transient } from './engine/ports.ts';
import { eraseAgain } from './erased.ts';
import { revokeAgain } from './revoked.ts';
import type { Services } from './services.ts';

/** What a push could not bring to the other committee: a lost connection, a server that stopped in between. */
export async function deliverAll(services: Services): Promise<void> {
  for (const { id } of await listCommittees(services.database)) {
    await services.engine.deliverTransfers(id).catch((error: unknown) => {
      if (!(error instanceof Transient)) alarm(services, id, error); // else: in a minute again
    });
  }
}

export interface Held {
  readonly committeeId: string;
  readonly settled: number;
  readonly open: number;
}

/** A new version may know what an older one could not run (P5); a disk that was put back knows nothing of who was signed off
 *  and erased since (H12, L6); and a crash leaves photos that were destroyed (B7). */
export async function takeUpWork(
  services: Services,
  dataDir: string,
  onHeld: (held: Held) => void = () => undefined,
): Promise<void> {
  await attempt(services, '', () => revokeAgain(services.accounts, dataDir));
  for (const { id } of await listCommittees(services.database)) {
    await attempt(services, id, async () => {
      const { settled, open } = await services.engine.redrive(id);
      await services.engine.deliverTransfers(id);
      if (settled > 0 || open > 0) onHeld({ committeeId: id, settled, open });
    });
  }
  await attempt(services, '', () => eraseAgain(services, dataDir));
  await attempt(services, '', () => sweepDestroyed(services)); // tried again daily
}

async function attempt(services: Services, committeeId: string, body: () => Promise<unknown>): Promise<void> {
  await body().catch((error: unknown) => alarm(services, committeeId, error));
}

function alarm(services: Services, committeeId: string, error: unknown): void {
  services.alarm('upkeep_failed', { committeeId, error: String(error) });
}

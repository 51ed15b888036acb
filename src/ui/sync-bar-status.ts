import type { SyncStatus } from './shell/sync-bar.tsx';
import type { FollowedStatus } from './sync-status.ts';

/** The one line about sync, never better than it is: "alles staat op de server" only when nothing waits here. */
export function barStatus(status: FollowedStatus): SyncStatus {
  const { unsent, attention, lastSyncAt, offlineSince, network, problem } = status;
  const pendingCount = unsent.commands > 0 ? unsent.commands : unsent.photos;
  const quiet = pendingCount === 0 && offlineSince === null;
  return {
    kind: attention > 0 || problem !== null ? 'ask' : quiet ? 'ok' : 'local',
    pendingCount,
    attentionCount: attention + (problem === null ? 0 : 1),
    ...(offlineSince === null ? {} : { sinceIso: iso(offlineSince), missing: network ? 'server' : 'internet' }),
    ...(lastSyncAt === null ? {} : { lastSyncIso: iso(lastSyncAt) }),
  };
}

const iso = (ms: number): string => new Date(ms).toISOString();

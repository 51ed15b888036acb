// Dit toestel: what asks for attention, what is only here, room, copies, my devices, signing out.
import { useEffect, useState } from 'preact/hooks';
import { sessionStore, signOut } from '../../../store/app.ts';
import { useLive, useStore } from '../../hooks.ts';
import { CircleAlert, Clock } from '../../icons.ts';
import { LossNote } from '../../loss-note.tsx';
import { nlDevice } from '../../nl/device.ts';
import { Stack } from '../../parts/card.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { clockAheadMs } from '../../server-api.ts';
import { syncStore } from '../../sync-status.ts';
import { UpdateButton } from '../../update-button.tsx';
import { Carried } from '../hand-over/carried.tsx';
import { AttentionSection } from './attention-list.tsx';
import { CopyCard } from './copy-card.tsx';
import { DevicesCard } from './devices-card.tsx';
import { useNames } from './names.ts';
import { OthersHeld } from './others-held.tsx';
import { OthersRefused } from './others-refused.tsx';
import { ReadingCard } from './reading-card.tsx';
import { SignOutCard } from './sign-out.tsx';
import { SpaceCard } from './space-card.tsx';
import { UnsentSection } from './unsent-list.tsx';

declare const __BUURTKAS_BUILD__: string;

export function DeviceScreen() {
  const device = useThisDevice();
  const lastSyncAt = useStore(syncStore, (status) => status.lastSyncAt);
  const names = useNames();
  const lastSyncIso = lastSyncAt === null ? undefined : new Date(lastSyncAt).toISOString();
  return (
    <>
      <PageHead title={nlDevice.title} lead={nlDevice.lead(device.name, lastSyncIso)} />
      <Stack gap={6}>
        <Warnings />
        <LossNote />
        <AttentionSection names={names} />
        <OthersHeld names={names} />
        <OthersRefused names={names} />
        <UnsentSection names={names} />
        <Carried names={names} />
        <SpaceCard build={__BUURTKAS_BUILD__} />
        <ReadingCard />
        <CopyCard />
        <DevicesCard key={device.name} deviceId={device.deviceId} name={device.name} />
        <SignOutCard
          onSignOut={async () => {
            await signOut();
            location.assign('/aanmelden');
          }}
        />
      </Stack>
    </>
  );
}

interface ThisDevice {
  readonly deviceId: string;
  readonly name: string;
}

/** Its id and name as they were given at sign-in. */
function useThisDevice(): ThisDevice {
  const opened = useStore(sessionStore, (session) => session.opened);
  const unnamed: ThisDevice = { deviceId: '', name: nlDevice.title };
  return useLive<ThisDevice>(
    async () => (await opened?.database.table<ThisDevice>('device').get('device')) ?? unnamed,
    [opened],
    unnamed,
  );
}

/** From this difference on, the times beside people's work are misleading. */
const clockWarnMs = 5 * 60_000;

function Warnings() {
  const problem = useStore(syncStore, (status) => status.problem);
  const [aheadMs, setAheadMs] = useState<number | undefined>(undefined);
  useEffect(() => void clockAheadMs().then(setAheadMs), []);
  const clockOff = aheadMs !== undefined && Math.abs(aheadMs) > clockWarnMs;
  const { problem: words } = nlDevice;
  return (
    <>
      {problem !== null && (
        <Note tone="bad" icon={CircleAlert}>
          <p>{isKnown(problem) ? words[problem] : words.other}</p>
          {problem === 'upgrade' && <UpdateButton />}
          {(problem === 'signed_out' || problem === 'revoked') && <a href="/aanmelden">{words.signIn}</a>}
        </Note>
      )}
      {clockOff && (
        <Note tone="look" icon={Clock}>
          {nlDevice.clock(Math.round(aheadMs / 60_000))}
        </Note>
      )}
    </>
  );
}

/** A fault of ours has no sentence of its own: nobody here could mend it. */
const known = ['signed_out', 'revoked', 'storage_full', 'storage_lost', 'upgrade'] as const;

function isKnown(problem: string): problem is (typeof known)[number] {
  return known.some((code) => code === problem);
}

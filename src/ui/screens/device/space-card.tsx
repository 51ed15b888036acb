// How much room Buurtkas takes, and whether the device protects it: told as the browser tells it, never better.
import { useEffect, useState } from 'preact/hooks';
import { type StorageState, storageState } from '../../../store/wiring.ts';
import { useApp, useEngine } from '../../data.ts';
import { useLive } from '../../hooks.ts';
import { CircleAlert, ShieldCheck } from '../../icons.ts';
import { nlDevice } from '../../nl/device.ts';
import { Card } from '../../parts/card.tsx';
import { Badge } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { showToast } from '../../parts/toast-store.ts';

export function SpaceCard({ build }: { readonly build: string }) {
  const engine = useEngine();
  const { queue } = useApp();
  const waiting = useLive(() => queue.waitingPhotos(), [queue], 0);
  const [space, setSpace] = useState<StorageState | undefined>(undefined);
  useEffect(() => void storageState().then(setSpace), []);
  const { space: words } = nlDevice;
  const free = async () => {
    showToast({ text: words.freed(await engine.freeSpace()) });
    setSpace(await storageState());
  };
  const protect = async () => {
    const granted = (await navigator.storage?.persist?.()) ?? false;
    showToast({ text: words.asked(granted) });
    setSpace(await storageState());
  };
  return (
    <Card labelledBy="ruimte">
      <h2 id="ruimte">{words.title}</h2>
      <SummaryList
        rows={[
          {
            label: words.used,
            value: space === undefined ? words.unknown : words.usedOf(space.usedBytes, space.quotaBytes),
          },
          {
            label: words.persisted,
            value: <Kept kept={space?.kept} />,
            ...(space?.kept === false ? { onChange: () => void protect(), verb: words.ask } : {}),
          },
          {
            label: words.photos,
            value: words.photosWaiting(waiting),
            onChange: () => void free(),
            verb: words.free,
          },
          { label: words.version, value: build },
        ]}
      />
      {space?.kept === false && <p class="bk-small bk-soft">{words.noText}</p>}
    </Card>
  );
}

function Kept({ kept }: { readonly kept: boolean | undefined }) {
  const { space: words } = nlDevice;
  if (kept === undefined) return words.unknown;
  return kept ? (
    <Badge tone="ok" icon={ShieldCheck}>
      {words.yes}
    </Badge>
  ) : (
    <Badge tone="look" icon={CircleAlert}>
      {words.no}
    </Badge>
  );
}

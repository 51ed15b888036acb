// How much room Buurtkas takes, and whether the device protects it: told as the browser tells it, never better.
import { useEffect, useState } from 'preact/hooks';
import { useApp, useEngine } from '../../data.ts';
import { useLive } from '../../hooks.ts';
import { CircleAlert, ShieldCheck } from '../../icons.ts';
import { nlDevice } from '../../nl/device.ts';
import { Card } from '../../parts/card.tsx';
import { Badge } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { showToast } from '../../parts/toast-store.ts';

interface Space {
  readonly used: number | undefined; // bytes
  readonly quota: number | undefined;
  readonly persisted: boolean | undefined;
}
const unknownSpace: Space = { used: undefined, quota: undefined, persisted: undefined };

export function SpaceCard({ build }: { readonly build: string }) {
  const engine = useEngine();
  const { queue } = useApp();
  const waiting = useLive(() => queue.waitingPhotos(), [queue], 0);
  const [space, setSpace] = useState(unknownSpace);
  useEffect(() => void readSpace().then(setSpace), []);
  const { space: words } = nlDevice;
  const free = async () => {
    showToast({ text: words.freed(await engine.freeSpace()) });
    setSpace(await readSpace());
  };
  const protect = async () => {
    const granted = (await navigator.storage?.persist?.()) ?? false;
    showToast({ text: words.asked(granted) });
    setSpace(await readSpace());
  };
  return (
    <Card labelledBy="ruimte">
      <h2 id="ruimte">{words.title}</h2>
      <SummaryList
        wide
        rows={[
          {
            label: words.used,
            value:
              space.used === undefined || space.quota === undefined
                ? words.unknown
                : words.usedOf(space.used, space.quota),
          },
          {
            label: words.persisted,
            value: <Persisted persisted={space.persisted} />,
            ...(space.persisted === false ? { onChange: () => void protect(), verb: words.ask } : {}),
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
      {space.persisted === false && <p class="bk-small bk-soft">{words.noText}</p>}
    </Card>
  );
}

function Persisted({ persisted }: Pick<Space, 'persisted'>) {
  const { space: words } = nlDevice;
  if (persisted === undefined) return words.unknown;
  return persisted ? (
    <Badge tone="ok" icon={ShieldCheck}>
      {words.yes}
    </Badge>
  ) : (
    <Badge tone="look" icon={CircleAlert}>
      {words.no}
    </Badge>
  );
}

/** Some browsers have none of this, and a private window may refuse: then the card says that it does not know. */
async function readSpace(): Promise<Space> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return { used: usage, quota, persisted: await navigator.storage.persisted() };
  } catch {
    return unknownSpace;
  }
}

// What this phone lost, on Vandaag and on Toestel until somebody has read it. Never silence: the person hears what is safe and
// until when, and can write down again what came after.
import { useApp, useEngine, useMe } from './data.ts';
import { useLive } from './hooks.ts';
import { CircleAlert } from './icons.ts';
import { nlDevice } from './nl/device.ts';
import { Actions, Button } from './parts/button.tsx';
import { Note } from './parts/status.tsx';

export function LossNote() {
  const { queue } = useApp();
  const engine = useEngine();
  const { committeeId } = useMe();
  const loss = useLive(() => queue.loss(), [queue], null);
  const { loss: words } = nlDevice;
  if (loss === null) return null;
  return (
    <Note tone="bad" icon={CircleAlert}>
      <p>{loss.kind === 'storage' ? words.storage(loss.arrived, loss.lastAt) : words.numbers(loss.from, loss.to)}</p>
      <p>{loss.kind === 'storage' ? words.storageNext : words.numbersNext}</p>
      <Actions>
        <Button onClick={() => void engine.lossSeen(committeeId)}>{words.seen}</Button>
      </Actions>
    </Note>
  );
}

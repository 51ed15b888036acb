// For an app that is too old to show what the server has (W4).
import { RefreshCw } from './icons.ts';
import { nlDevice } from './nl/device.ts';
import { Button } from './parts/button.tsx';
import { updateNow } from './pwa.ts';

export function UpdateButton() {
  return (
    <Button kind="primary" icon={RefreshCw} onClick={() => void updateNow()}>
      {nlDevice.problem.update}
    </Button>
  );
}

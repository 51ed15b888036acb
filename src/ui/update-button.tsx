// For an app that is too old to show what the server has (W4): the newer one is on the device already, or comes now.
import { RefreshCw } from './icons.ts';
import { nlDevice } from './nl/device.ts';
import { Button } from './parts/button.tsx';
import { updateStore } from './pwa.ts';

export function UpdateButton() {
  const update = () => {
    const { waiting, apply } = updateStore.getState();
    if (waiting) apply();
    else location.reload();
  };
  return (
    <Button kind="primary" icon={RefreshCw} onClick={update}>
      {nlDevice.problem.update}
    </Button>
  );
}

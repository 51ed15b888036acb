// For an app that is too old to show what the server has (W4).
import { useState } from 'preact/hooks';
import { RefreshCw } from './icons.ts';
import { nlDevice } from './nl/device.ts';
import { Button } from './parts/button.tsx';
import { updateNow } from './pwa.ts';

export function UpdateButton() {
  const [busy, setBusy] = useState(false);
  const update = () => {
    setBusy(true); // until the page loads again
    updateNow().catch(() => setBusy(false));
  };
  return (
    <Button kind="primary" icon={RefreshCw} busy={busy} onClick={update}>
      {nlDevice.problem.update}
    </Button>
  );
}

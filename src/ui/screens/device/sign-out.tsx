import { useState } from 'preact/hooks';
import { useStore } from '../../hooks.ts';
import { LogOut } from '../../icons.ts';
import { nlDevice } from '../../nl/device.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { syncStore } from '../../sync-status.ts';

/** Says first what happens with work that is only here; nothing of it is ever wiped by signing out. */
export function SignOutCard({ onSignOut }: { readonly onSignOut: () => Promise<void> }) {
  const unsent = useStore(syncStore, (status) => status.unsent.commands + status.unsent.photos);
  const [asking, setAsking] = useState(false);
  const { signOut: words } = nlDevice;
  const text = unsent === 0 ? words.clean : words.unsent(unsent);
  return (
    <Card gap={3} labelledBy="afmelden">
      <h2 id="afmelden">{words.title}</h2>
      <p>{text}</p>
      <Actions>
        <Button icon={LogOut} onClick={() => setAsking(true)}>
          {words.button}
        </Button>
      </Actions>
      <Dialog open={asking} onClose={() => setAsking(false)} title={words.confirm}>
        <p>{text}</p>
        <Actions>
          <Button kind="bad" onClick={() => void onSignOut()}>
            {words.button}
          </Button>
          <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
        </Actions>
      </Dialog>
    </Card>
  );
}

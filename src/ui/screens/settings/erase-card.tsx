// Erasing the name of somebody who left: on every device and in the log. It cannot be undone, so it is asked first.
import { useState } from 'preact/hooks';
import { useCommand, useToday } from '../../data.ts';
import { Trash2 } from '../../icons.ts';
import { nlSettings } from '../../nl/settings.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { Refusal } from '../../refusal.tsx';

export function EraseCard({ personId, name }: { readonly personId: string; readonly name: string }) {
  const command = useCommand('person.erase');
  const today = useToday();
  const [asking, setAsking] = useState(false);
  const { erase: words } = nlSettings;
  const told = () => showToast({ text: words.done });
  const confirm = async () => {
    const sent = await command.send({ personId, erasedOn: today });
    setAsking(false);
    if (sent.saved) told();
  };
  return (
    <Card gap={3}>
      <p class="bk-small bk-soft">{words.note}</p>
      <Refusal command={command} onSaved={told} />
      <Actions>
        <Button icon={Trash2} onClick={() => setAsking(true)}>
          {words.button}
        </Button>
      </Actions>
      <Dialog open={asking} onClose={() => setAsking(false)} title={words.question(name)}>
        <p>{words.text}</p>
        <Actions>
          <Button kind="bad" busy={command.busy} onClick={() => void confirm()}>
            {words.confirm}
          </Button>
          <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
        </Actions>
      </Dialog>
    </Card>
  );
}

// My devices: named, renamed, closed off, and one more added. Needs the server, and says so.
import { useState } from 'preact/hooks';
import { useMe } from '../../data.ts';
import { QrCode, RefreshCw, TabletSmartphone, UserPlus, WifiOff } from '../../icons.ts';
import { nlDevice } from '../../nl/device.ts';
import { nlSettings } from '../../nl/settings.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { Disc, Note } from '../../parts/status.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import {
  type Answer,
  createDeviceCode,
  type Device,
  type Invite,
  listDevices,
  renameDevice,
  revokeDevice,
} from '../../server-api.ts';
import { ShownInvite } from '../settings/invite-person.tsx';

const words = nlDevice.devices;

export function DevicesCard({ deviceId, name }: { readonly deviceId: string; readonly name: string }) {
  const { personId } = useMe();
  const [devices, setDevices] = useState<readonly Device[] | undefined>(undefined);
  const [problem, setProblem] = useState<'offline' | 'refused' | undefined>(undefined);
  const [closing, setClosing] = useState<Device | undefined>(undefined);
  const ask = async <T,>(asked: Promise<Answer<T>>): Promise<T | undefined> => {
    const answer = await asked;
    setProblem(answer.ok ? undefined : answer.why);
    return answer.ok ? answer.value : undefined;
  };
  const load = async () => {
    const all = await ask(listDevices());
    if (all !== undefined) setDevices(all.filter((device) => device.personId === personId));
  };
  const revoke = async (device: Device) => {
    setClosing(undefined);
    const answer = await revokeDevice(device.id);
    setProblem(answer.ok ? undefined : answer.why);
    if (!answer.ok) return;
    showToast({ text: words.done(device.name) });
    await load();
  };
  return (
    <Card gap={3} labelledBy="toestellen">
      <h2 id="toestellen">{words.title}</h2>
      <p>{words.lead}</p>
      <RenameForm
        name={name}
        onName={async (typed) => {
          await ask(renameDevice(deviceId, typed));
          if (devices !== undefined) await load();
        }}
      />
      {devices !== undefined && (
        <List kind="card" label={words.title}>
          {devices.map((device) => (
            <Item
              key={device.id}
              title={device.id === deviceId ? `${device.name} (${words.this})` : device.name}
              lines={[...(device.state === 'revoked' ? [words.revoked] : []), words.lastSeen(device.lastSeenAt)]}
              disc={
                <Disc tone={device.state === 'revoked' ? 'later' : 'plain'}>
                  <Icon of={TabletSmartphone} />
                </Disc>
              }
              end={
                device.state === 'active' && device.id !== deviceId ? (
                  <Button kind="quiet" name={words.revokeName(device.name)} onClick={() => setClosing(device)}>
                    {words.revoke}
                  </Button>
                ) : undefined
              }
            />
          ))}
        </List>
      )}
      {problem !== undefined && (
        <Note icon={WifiOff} tone="look" live="alert">
          {problem === 'offline' ? words.offline : words.refused}
        </Note>
      )}
      <Actions>
        <Button icon={RefreshCw} onClick={() => void load()}>
          {words.load}
        </Button>
      </Actions>
      <AddDevice ask={ask} />
      <Dialog
        open={closing !== undefined}
        onClose={() => setClosing(undefined)}
        title={words.confirm(closing?.name ?? '')}
      >
        <p>{words.confirmText}</p>
        <Actions>
          <Button kind="bad" onClick={() => void (closing === undefined ? undefined : revoke(closing))}>
            {words.confirmButton}
          </Button>
          <Button onClick={() => setClosing(undefined)}>{words.cancel}</Button>
        </Actions>
      </Dialog>
    </Card>
  );
}

interface AddDeviceProps {
  readonly ask: <T>(asked: Promise<Answer<T>>) => Promise<T | undefined>;
}

function AddDevice({ ask }: AddDeviceProps) {
  const { committee } = useMe();
  const [invite, setInvite] = useState<Invite | undefined>(undefined);
  const add = async () => setInvite(await ask(createDeviceCode()));
  return (
    <>
      {invite !== undefined && (
        <>
          <p>{words.addText}</p>
          <ShownInvite invite={invite} name={words.you} committeeName={committee?.name ?? ''} />
        </>
      )}
      <Actions>
        <Button icon={invite === undefined ? UserPlus : QrCode} onClick={() => void add()}>
          {invite === undefined ? words.add : nlSettings.invite.again}
        </Button>
      </Actions>
    </>
  );
}

interface RenameFormProps {
  readonly name: string;
  readonly onName: (name: string) => Promise<void>;
}

function RenameForm({ name, onName }: RenameFormProps) {
  const [typed, setTyped] = useState(name);
  return (
    <Form class="bk-stack bk-gap-3" onSend={() => onName(typed.trim())}>
      <TextField label={words.rename} value={typed} onValue={setTyped} maxLength={60} plain />
      {typed.trim() !== '' && typed.trim() !== name && (
        <Actions>
          <Button type="submit">{words.saveName}</Button>
        </Actions>
      )}
    </Form>
  );
}

// For the chair: what of others waits on the server, and for what. The chair can settle it at any time (D2).
import { useEffect, useState } from 'preact/hooks';
import { useAttentionItems, useCommand, useMe } from '../../data.ts';
import { useStore } from '../../hooks.ts';
import { CalendarClock } from '../../icons.ts';
import { commandLine, type Names } from '../../nl/commands.ts';
import { nlDevice } from '../../nl/device.ts';
import { refusalText } from '../../nl/rejections.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card, Section } from '../../parts/card.tsx';
import { Badge } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { Refusal } from '../../refusal.tsx';
import { type HeldCommand, listHeld } from '../../server-api.ts';
import { syncStore } from '../../sync-status.ts';
import { waitsForWords } from './waits-for.ts';

const words = nlDevice.attention;
const none: readonly HeldCommand[] = [];

export function OthersHeld({ names }: { readonly names: Names }) {
  const { committeeId, access } = useMe();
  const mine = new Set(useAttentionItems().map(({ commandId }) => commandId));
  const lastSyncAt = useStore(syncStore, (status) => status.lastSyncAt);
  const [held, setHeld] = useState(none);
  const isChair = access.role === 'chair';
  // Asked again after each round: what waited may have come through. Without a connection the list of before stays.
  useEffect(() => {
    if (!isChair || lastSyncAt === null) return;
    void listHeld(committeeId).then((answer) => {
      if (answer.ok) setHeld(answer.value);
    });
  }, [committeeId, isChair, lastSyncAt]);
  const others = held.filter(({ commandId }) => !mine.has(commandId));
  if (others.length === 0) return null;
  return (
    <Section id="wacht-bij-anderen" title={words.othersTitle(others.length)}>
      <p>{words.othersText}</p>
      {others.map((item) => (
        <HeldCard
          key={item.commandId}
          held={item}
          names={names}
          onDropped={() => setHeld((all) => all.filter(({ commandId }) => commandId !== item.commandId))}
        />
      ))}
    </Section>
  );
}

interface HeldCardProps {
  readonly held: HeldCommand;
  readonly names: Names;
  readonly onDropped: () => void;
}

function HeldCard({ held, names, onDropped }: HeldCardProps) {
  const drop = useCommand('held.drop');
  const what = waitsForWords(held.waitsFor, names);
  const dropped = () => {
    showToast({ text: words.othersDropped });
    onDropped();
  };
  const send = async () => {
    if ((await drop.send({ commandId: held.commandId })).saved) dropped();
  };
  return (
    <Card as="article" gap={3}>
      <div class="bk-row">
        <Badge icon={CalendarClock}>{words.held}</Badge>
        <span class="bk-small bk-soft">{words.by(names.person(held.actorId), held.serverTime)}</span>
      </div>
      <h3>{commandLine(held.name, held.args, names)}</h3>
      <p>{what === undefined ? refusalText(held.code).happened : words.waitsFor(what)}</p>
      <Refusal command={drop} onSaved={dropped} />
      <Actions>
        <Button busy={drop.busy} onClick={() => void send()}>
          {words.settle}
        </Button>
      </Actions>
    </Card>
  );
}

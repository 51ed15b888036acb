// For the chair: work of others that the server refused because they had no right to it (any more), mostly of a member who was
// removed before it was sent. The chair takes it over or sets it aside; until then it stays here (V3).
import { useEffect, useState } from 'preact/hooks';
import { useCommand, useMe } from '../../data.ts';
import { useStore } from '../../hooks.ts';
import { CircleX } from '../../icons.ts';
import { commandLine, type Names } from '../../nl/commands.ts';
import { nlDevice } from '../../nl/device.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card, Section } from '../../parts/card.tsx';
import { Badge } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { Refusal } from '../../refusal.tsx';
import { listRefused, type RefusedCommand } from '../../server-api.ts';
import { syncStore } from '../../sync-status.ts';
import { Filled } from './filled.tsx';

const { refused: words, attention } = nlDevice;
const none: readonly RefusedCommand[] = [];

export function OthersRefused({ names }: { readonly names: Names }) {
  const { committeeId, access } = useMe();
  const lastSyncAt = useStore(syncStore, (status) => status.lastSyncAt);
  const [refused, setRefused] = useState(none);
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const isChair = access.role === 'chair';
  // Asked again after each round. What was settled here stays away, also while the server has not heard of it.
  useEffect(() => {
    if (!isChair || lastSyncAt === null) return;
    void listRefused(committeeId).then((answer) => {
      if (answer.ok) setRefused(answer.value);
    });
  }, [committeeId, isChair, lastSyncAt]);
  const open = refused.filter(({ commandId }) => !settled.has(commandId));
  if (open.length === 0) return null;
  return (
    <Section id="geweigerd-bij-anderen" title={words.title(open.length)}>
      <p>{words.text}</p>
      {open.map((item) => (
        <RefusedCard
          key={item.commandId}
          item={item}
          names={names}
          onSettled={() => setSettled((before) => new Set(before).add(item.commandId))}
        />
      ))}
    </Section>
  );
}

interface RefusedCardProps {
  readonly item: RefusedCommand;
  readonly names: Names;
  readonly onSettled: () => void;
}

function RefusedCard({ item, names, onSettled }: RefusedCardProps) {
  const { commandId, actorId, name, args, serverTime } = item;
  const command = useCommand('refused.settle');
  const settle = async (as: 'taken_over' | 'set_aside') => {
    if (!(await command.send({ commandId, as })).saved) return;
    showToast({ text: words.done[as] });
    onSettled();
  };
  return (
    <Card as="article" gap={3}>
      <div class="bk-row">
        <Badge icon={CircleX}>{attention.refused}</Badge>
        <span class="bk-small bk-soft">{attention.by(names.person(actorId), serverTime)}</span>
      </div>
      <h3>{commandLine(name, args, names)}</h3>
      <Filled args={args} />
      <Refusal command={command} onSaved={onSettled} />
      <Actions>
        <Button kind="primary" busy={command.busy} onClick={() => void settle('taken_over')}>
          {words.takeOver}
        </Button>
        <Button kind="quiet" busy={command.busy} onClick={() => void settle('set_aside')}>
          {words.setAside}
        </Button>
      </Actions>
    </Card>
  );
}

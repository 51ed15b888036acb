// What this phone carries for others: whose it is, how much, and what the server said of it.
import type { RelayItem } from '../../../sync/ports.ts';
import { useApp, useEngine } from '../../data.ts';
import { useLive } from '../../hooks.ts';
import { TabletSmartphone } from '../../icons.ts';
import type { Names } from '../../nl/commands.ts';
import { nlHandOver } from '../../nl/hand-over.ts';
import { Button } from '../../parts/button.tsx';
import { Section } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { Disc } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';

const words = nlHandOver.carried;
const none: readonly RelayItem[] = [];

export function Carried({ names }: { readonly names: Names }) {
  const { queue } = useApp();
  const items = useLive(() => queue.carried(), [queue], none);
  if (items.length === 0) return null;
  return (
    <Section id="van-anderen" title={words.title}>
      <List>
        {items.map((item) => (
          <CarriedItem key={item.id} item={item} name={names.person(item.bundle.personId)} />
        ))}
      </List>
      <p class="bk-small bk-soft">{words.text}</p>
    </Section>
  );
}

function CarriedItem({ item, name }: { readonly item: RelayItem; readonly name: string }) {
  const engine = useEngine();
  const { bundle, problem, id } = item;
  const { commands, photos, madeAt } = bundle;
  const refused = problem !== null && problem !== 'retry' && problem !== 'unknown_device';
  const drop = async () => {
    await engine.dropRefused(id);
    showToast({ text: words.dropped });
  };
  return (
    <Item
      person={refused}
      title={words.from(name)}
      lines={[words.count(commands.length, photos.length, madeAt), words.problem[problem ?? 'waits']]}
      disc={
        <Disc tone={refused ? 'bad' : 'later'}>
          <Icon of={TabletSmartphone} />
        </Disc>
      }
      end={
        refused && (
          <Button kind="quiet" name={words.dropName(name)} onClick={() => void drop()}>
            {words.drop}
          </Button>
        )
      }
    />
  );
}

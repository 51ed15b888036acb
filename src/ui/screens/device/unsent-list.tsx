// What is only on this phone, oldest first, and the photos, which go last.
import { useState } from 'preact/hooks';
import type { CommandName } from '../../../domain/permissions.ts';
import type { BlobItem } from '../../../sync/ports.ts';
import { useApp, useEngine, useMe, useUnsent } from '../../data.ts';
import { moment } from '../../format.ts';
import { useLive, useStore } from '../../hooks.ts';
import { CircleAlert, Image, QrCode, RefreshCw } from '../../icons.ts';
import { commandGroups, commandLine, type Names } from '../../nl/commands.ts';
import { nlDevice } from '../../nl/device.ts';
import { nlHandOver } from '../../nl/hand-over.ts';
import { Actions, Button, LinkButton } from '../../parts/button.tsx';
import { Section } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { Disc, Note } from '../../parts/status.tsx';
import { syncStore } from '../../sync-status.ts';
import { commandIcon } from './command-look.ts';
import { grouped, type UnsentGroup } from './unsent-groups.ts';

const shownAtFirst = 6;
const noPhotos: { readonly waiting: number; readonly broken: readonly BlobItem[] } = { waiting: 0, broken: [] };

export function UnsentSection({ names }: { readonly names: Names }) {
  const { queue } = useApp();
  const unsent = useUnsent();
  const photos = useLive(
    async () => ({ waiting: await queue.waitingPhotos(), broken: await queue.brokenPhotos() }),
    [queue],
    noPhotos,
  );
  const [all, setAll] = useState(false);
  const groups = grouped(unsent);
  const { unsent: words } = nlDevice;
  if (unsent.length + photos.waiting + photos.broken.length === 0) {
    return (
      <Section id="wacht" title={words.none}>
        <p>{words.noneText}</p>
        <TryNow />
      </Section>
    );
  }
  const shown = all ? groups : groups.slice(0, shownAtFirst);
  return (
    <Section
      id="wacht"
      title={unsent.length === 0 ? words.photosOnly(photos.waiting + photos.broken.length) : words.title(unsent.length)}
    >
      <List>
        {shown.map((group) => (
          <UnsentItem key={group.key} group={group} names={names} />
        ))}
        {photos.waiting > 0 && (
          <PhotosItem title={words.photos(photos.waiting)} note={words.photoLast} broken={false} />
        )}
        {photos.broken.map(({ sha256 }) => (
          <PhotosItem key={sha256} title={words.photo} note={words.photoBroken} broken />
        ))}
      </List>
      {shown.length < groups.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {words.more(groups.length)}
        </Button>
      )}
      <TryNow give />
      <p class="bk-small bk-soft">{words.auto}</p>
    </Section>
  );
}

function UnsentItem({ group, names }: { readonly group: UnsentGroup; readonly names: Names }) {
  const online = useStore(syncStore, (status) => status.online === 'yes');
  const { items } = group;
  const [item] = items;
  const many = commandGroups[item.name as CommandName];
  const title = many !== undefined && items.length > 1 ? many(items.length) : commandLine(item.name, item.args, names);
  const { unsent: words } = nlDevice;
  const where = item.decided ? words.serverBusy : online ? words.goesSoon : words.waitsNet;
  return (
    <Item
      title={title}
      lines={[
        moment(new Date(item.clientTime).toISOString()),
        where,
        ...(items.some(({ forecast }) => forecast === 'doubtful') ? [words.doubtful] : []),
      ]}
      disc={
        <Disc tone="later">
          <Icon of={commandIcon(item.name)} />
        </Disc>
      }
    />
  );
}

interface PhotosItemProps {
  readonly title: string;
  readonly note: string;
  readonly broken: boolean;
}

function PhotosItem({ title, note, broken }: PhotosItemProps) {
  return (
    <Item
      title={title}
      lines={[note]}
      disc={
        <Disc tone={broken ? 'bad' : 'later'}>
          <Icon of={Image} />
        </Disc>
      }
    />
  );
}

function TryNow({ give = false }: { readonly give?: boolean }) {
  const engine = useEngine();
  const { committeeId } = useMe();
  const [state, setState] = useState<'idle' | 'busy' | 'done' | 'no_net' | 'not_all'>('idle');
  const { unsent: words } = nlDevice;
  const tryNow = async () => {
    setState('busy');
    const ended = await engine.sync(committeeId).then(
      () => true,
      () => false,
    );
    const { online, unsent } = engine.status();
    setState(ended && unsent.commands + unsent.photos === 0 ? 'done' : online === 'no' ? 'no_net' : 'not_all');
  };
  const said = { done: words.tried, no_net: words.noNet, not_all: words.notAll };
  return (
    <>
      <Actions>
        <Button kind="primary" icon={RefreshCw} busy={state === 'busy'} onClick={() => void tryNow()}>
          {state === 'busy' ? words.trying : words.tryNow}
        </Button>
        {give && (
          <LinkButton icon={QrCode} href="/toestel/doorgeven">
            {nlHandOver.give.link}
          </LinkButton>
        )}
      </Actions>
      <div role="status">
        {state !== 'idle' && state !== 'busy' && (
          <Note icon={CircleAlert} tone={state === 'done' ? 'ok' : 'quiet'}>
            {said[state]}
          </Note>
        )}
      </div>
    </>
  );
}

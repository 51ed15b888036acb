// What the server refused or holds: what, why, and what you can do. Never preselected, never gone before it was seen.
import type { Attention } from '../../../store/queries.ts';
import { dispatchOnce, mayI, useApp, useAttentionItems, useCommand } from '../../data.ts';
import { CalendarClock, CircleX } from '../../icons.ts';
import { commandLine, type Names } from '../../nl/commands.ts';
import { nlDevice } from '../../nl/device.ts';
import { refusalText } from '../../nl/rejections.ts';
import { Actions, Button, LinkButton } from '../../parts/button.tsx';
import { Card, Section } from '../../parts/card.tsx';
import { Item, List } from '../../parts/list.tsx';
import { Badge } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { Refusal } from '../../refusal.tsx';
import { commandHref } from './command-look.ts';
import { DecisionVersions } from './decision-versions.tsx';
import { FieldVersions, hasFields } from './field-versions.tsx';
import { Filled } from './filled.tsx';
import { useHandled } from './use-handled.ts';
import { waitsForWords } from './waits-for.ts';

const words = nlDevice.attention;

export function AttentionSection({ names }: { readonly names: Names }) {
  const items = useAttentionItems();
  const open = items.filter(({ handled }) => handled === 0);
  const earlier = items.filter(({ handled }) => handled === 1);
  if (items.length === 0) return null;
  return (
    <>
      {open.length > 0 && (
        <Section id="vragen" title={words.title(open.length)}>
          {open.map((item) => (
            <AttentionCard key={item.commandId} item={item} names={names} />
          ))}
        </Section>
      )}
      {earlier.length > 0 && (
        <details>
          <summary class="bk-strong">{words.earlier(earlier.length)}</summary>
          <List>
            {earlier.map(({ commandId, command, code, params }) => (
              <Item
                key={commandId}
                title={command === undefined ? words.unknown : commandLine(command.name, command.args, names)}
                lines={[refusalText(code, params ?? {}).happened]}
              />
            ))}
          </List>
        </details>
      )}
    </>
  );
}

function AttentionCard({ item, names }: { readonly item: Attention; readonly names: Names }) {
  const { command, code } = item;
  if (command?.name === 'decision.record' && code === 'already_decided') {
    return <DecisionVersions item={item} args={command.args as never} names={names} />;
  }
  if (command !== undefined && code === 'changed_meanwhile' && hasFields(command)) {
    return <FieldVersions item={item} command={command} names={names} />;
  }
  return item.outcome === 'held' ? <Held item={item} names={names} /> : <Refused item={item} names={names} />;
}

interface CardProps {
  readonly item: Attention;
  readonly names: Names;
}

function Refused({ item, names }: CardProps) {
  const { command, code, params } = item;
  const app = useApp();
  const handled = useHandled(item);
  const text = refusalText(code, params ?? {});
  const href = command === undefined ? undefined : commandHref(command.name, command.args);
  const again = async () => {
    if (command === undefined) return;
    const sent = await dispatchOnce(app, command.name as never, command.args as never, { accept: true });
    if (sent.saved) await handled(words.sentAgain);
    else showToast({ text: refusalText(sent.code, sent.params).happened });
  };
  return (
    <Card as="article" gap={3}>
      <div class="bk-row">
        <Badge tone="bad" icon={CircleX}>
          {words.refused}
        </Badge>
        <span class="bk-small bk-soft">
          {command === undefined ? words.unknown : commandLine(command.name, command.args, names)}
        </span>
      </div>
      <h3>{text.happened}</h3>
      <p>
        <b>{words.youCan}</b> {text.youCan}
      </p>
      <Filled args={command?.args} />
      <Actions>
        {href !== undefined && (
          <LinkButton kind="primary" href={href}>
            {words.look}
          </LinkButton>
        )}
        {command !== undefined && <Button onClick={() => void again()}>{words.again}</Button>}
        <Button kind="quiet" onClick={() => void handled(words.dropped)}>
          {words.drop}
        </Button>
      </Actions>
    </Card>
  );
}

function Held({ item, names }: CardProps) {
  const { command, commandId, code, params } = item;
  const drop = useCommand('held.drop');
  const handled = useHandled(item);
  const text = refusalText(code, params ?? {});
  const what = waitsForWords(params?.['waitsFor'], names);
  const settle = async () => {
    if ((await drop.send({ commandId })).saved) await handled(words.dropped);
  };
  return (
    <Card as="article" gap={3}>
      <div class="bk-row">
        <Badge icon={CalendarClock}>{words.held}</Badge>
        <span class="bk-small bk-soft">
          {command === undefined ? words.unknown : commandLine(command.name, command.args, names)}
        </span>
      </div>
      <h3>{text.happened}</h3>
      {what !== undefined && <p>{words.waitsFor(what)}</p>}
      <p>
        <b>{words.youCan}</b> {text.youCan}
      </p>
      <Filled args={command?.args} />
      <Refusal command={drop} />
      <Actions>
        <Button onClick={() => void handled(words.dropped)}>{words.seen}</Button>
        {mayI('held.drop') && (
          <Button kind="quiet" busy={drop.busy} onClick={() => void settle()}>
            {words.settle}
          </Button>
        )}
      </Actions>
    </Card>
  );
}

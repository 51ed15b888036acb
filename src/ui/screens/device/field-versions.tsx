// Somebody else changed the same field. Mine and what stands there now, side by side; mine is sent again over what I see.
import { useState } from 'preact/hooks';
import type { RowType } from '../../../domain/rows.ts';
import type { Attention } from '../../../store/queries.ts';
import { dispatchOnce, useApp, useRow } from '../../data.ts';
import { Split } from '../../icons.ts';
import { commandLine, type Names } from '../../nl/commands.ts';
import { nlDevice } from '../../nl/device.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Choice, Choices } from '../../parts/choice.tsx';
import { Badge, Note } from '../../parts/status.tsx';
import { filledIn } from './command-look.ts';
import { changedRow, seenAgain } from './field-change.ts';
import { useHandled } from './use-handled.ts';

const words = nlDevice.versions;

type Asked = NonNullable<Attention['command']>;

export function hasFields({ name, args }: Pick<Asked, 'name' | 'args'>): boolean {
  return changedRow(name, args, '') !== undefined;
}

export interface FieldVersionsProps {
  readonly item: Attention;
  readonly command: Asked;
  readonly names: Names;
}

export function FieldVersions({ item, command, names }: FieldVersionsProps) {
  const app = useApp();
  const handled = useHandled(item);
  const target = changedRow(command.name, command.args, app.committeeId);
  const row = useRow<RowType>(target?.type ?? 'committee', target?.id);
  const [choice, setChoice] = useState<'mine' | 'theirs' | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  if (target === undefined || row === undefined) return null;
  const args = seenAgain(command.args, row);
  const useMine = async () => {
    const sent = await dispatchOnce(app, command.name as never, args as never, { accept: true });
    setFailed(!sent.saved);
    if (sent.saved) await handled(words.usedMine);
  };
  return (
    <Card as="article" gap={3}>
      <div class="bk-row">
        <Badge tone="look" icon={Split}>
          {nlDevice.attention.twoVersions}
        </Badge>
        <span class="bk-small bk-soft">{commandLine(command.name, command.args, names)}</span>
      </div>
      <h3>{words.fieldsTitle}</h3>
      <p>{words.fieldsText}</p>
      <fieldset class="bk-field">
        <legend class="bk-hidden">{words.legend}</legend>
        <Choices>
          <Choice
            type="radio"
            name={item.commandId}
            label={inWords(args.fields)}
            note={words.mineAt(new Date(command.clientTime).toISOString())}
            checked={choice === 'mine'}
            onChecked={() => setChoice('mine')}
          />
          <Choice
            type="radio"
            name={item.commandId}
            label={inWords(args.seen)}
            note={words.now}
            checked={choice === 'theirs'}
            onChecked={() => setChoice('theirs')}
          />
        </Choices>
      </fieldset>
      {failed && (
        <Note tone="bad" icon={Split} live="alert">
          {words.failed}
        </Note>
      )}
      <Actions>
        <Button
          kind="primary"
          blocked={choice === undefined ? words.chooseFirst : undefined}
          onClick={() => void (choice === 'mine' ? useMine() : handled(words.keptTheirs))}
        >
          {choice === 'mine' ? words.useMine : words.keepTheirs}
        </Button>
      </Actions>
      <p class="bk-small bk-soft">{words.kept}</p>
    </Card>
  );
}

function inWords(fields: unknown): string {
  return filledIn(fields)
    .map(({ label, value }) => `${label}: ${value}`)
    .join('. ');
}

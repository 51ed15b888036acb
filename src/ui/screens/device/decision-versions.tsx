// Two people took down something different about one item. Both stand side by side, neither preselected; choosing mine
// takes the other back in the open meeting, and is a dated correction after it (D2, D7).
import { useState } from 'preact/hooks';
import type { CommandArgs } from '../../../domain/commands/index.ts';
import type { Attention } from '../../../store/queries.ts';
import { dispatchOnce, useApp, useRow } from '../../data.ts';
import { Split } from '../../icons.ts';
import { commandLine, type Names, outcomeWords } from '../../nl/commands.ts';
import { nlDevice } from '../../nl/device.ts';
import { Actions, Button, LinkButton } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Choice, Choices } from '../../parts/choice.tsx';
import { Badge, Note } from '../../parts/status.tsx';
import { useHandled } from './use-handled.ts';

const words = nlDevice.versions;

export interface DecisionVersionsProps {
  readonly item: Attention;
  readonly args: CommandArgs<'decision.record'>;
  readonly names: Names;
}

export function DecisionVersions({ item, args, names }: DecisionVersionsProps) {
  const app = useApp();
  const handled = useHandled(item);
  const decisionId = item.params?.['decisionId'];
  const standing = useRow('decision', typeof decisionId === 'string' ? decisionId : undefined);
  const meeting = useRow('meeting', args.meetingId);
  const [choice, setChoice] = useState<'mine' | 'theirs' | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  const useMine = async () => {
    if (standing === undefined) return;
    const back = await dispatchOnce(app, 'decision.withdraw', { decisionId: standing.id });
    const mine = back.saved
      ? await dispatchOnce(app, 'decision.record', { ...args, round: standing.round + 1 }, { accept: true })
      : back;
    setFailed(!mine.saved);
    if (mine.saved) await handled(words.usedMine);
  };
  const closed = meeting?.state === 'closed';
  return (
    <Card as="article" gap={3}>
      <div class="bk-row">
        <Badge tone="look" icon={Split}>
          {nlDevice.attention.twoVersions}
        </Badge>
        <span class="bk-small bk-soft">{commandLine('decision.record', args, names)}</span>
      </div>
      <h3>{words.decisionTitle}</h3>
      <p>{words.decisionText}</p>
      <fieldset class="bk-field">
        <legend class="bk-hidden">{words.legend}</legend>
        <Choices>
          <Choice
            type="radio"
            name={item.commandId}
            label={outcomeWords(args.outcome, args.awardedCents)}
            note={
              item.command === undefined ? words.mine : words.mineAt(new Date(item.command.clientTime).toISOString())
            }
            checked={choice === 'mine'}
            onChecked={() => setChoice('mine')}
          />
          {standing !== undefined && (
            <Choice
              type="radio"
              name={item.commandId}
              label={outcomeWords(standing.outcome, standing.awardedCents)}
              note={words.theirs(names.person(standing.recordedBy), standing.recordedAt)}
              checked={choice === 'theirs'}
              onChecked={() => setChoice('theirs')}
            />
          )}
        </Choices>
      </fieldset>
      {failed && (
        <Note tone="bad" icon={Split} live="alert">
          {words.failed}
        </Note>
      )}
      <Actions>
        {choice === 'mine' && closed ? (
          <LinkButton
            kind="primary"
            href={`/vergadering/${args.meetingId}/punt/${encodeURIComponent(args.itemId)}/herstellen`}
          >
            {words.correct}
          </LinkButton>
        ) : (
          <Button
            kind="primary"
            blocked={choice === undefined ? words.chooseFirst : undefined}
            onClick={() => void (choice === 'mine' ? useMine() : handled(words.keptTheirs))}
          >
            {choice === 'mine' ? words.useMine : words.keepTheirs}
          </Button>
        )}
      </Actions>
      <p class="bk-small bk-soft">{words.kept}</p>
    </Card>
  );
}

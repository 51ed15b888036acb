// One open line of the bank and the best guess beside it.
import type { OpenLine } from '../../../domain/matching/proposals.ts';
import { dispatchOnce, mayI, Refusal, useApp, useCommand, useToday } from '../../data.ts';
import { Check, CircleQuestionMark, Link2 } from '../../icons.ts';
import { nlBank } from '../../nl/bank.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { Badge, LocalMark } from '../../parts/status.tsx';
import { dismissToast, showToast } from '../../parts/toast-store.ts';
import { lessonOf, matchArgs } from './accept.ts';
import type { BankNames } from './describe.ts';
import { chooseHref } from './hrefs.ts';
import type { OpenPartProps } from './open-part.tsx';

const words = nlBank.open;

export interface OpenLineProps extends OpenPartProps {
  readonly open: OpenLine;
  readonly names: BankNames;
  /** The one to do now: the others wait their turn. */
  readonly next: boolean;
}

export function OpenLineRow({ open, bank, matching, names, next }: OpenLineProps) {
  const { line, proposals } = open;
  const [best] = proposals;
  const { send, command } = useAccept({ open, bank, matching });
  const what = best === undefined ? '' : names.parts(best.parts);
  return (
    <div class="bk-match">
      <LineSide line={line} />
      <Icon of={best === undefined ? CircleQuestionMark : Link2} />
      {best === undefined ? (
        <div class="bk-match-side bk-match-side--ask">{words.nothing}</div>
      ) : (
        <div class="bk-match-side">
          <b>{what}</b>
          <br />
          {best.parts.map(names.left).map(
            (left) =>
              left !== '' && (
                <span key={left} class="bk-small">
                  {left}
                  <br />
                </span>
              ),
          )}
          <span class="bk-soft bk-small">{nlBank.because(best.reasons)}</span>
          <br />
          <Badge
            tone={best.certainty === 'sure' ? 'ok' : 'look'}
            icon={best.certainty === 'sure' ? Check : CircleQuestionMark}
          >
            {nlBank.certainty[best.certainty]}
          </Badge>
        </div>
      )}
      {mayI('bankMatch.make') && (
        <div class="bk-actions">
          {best !== undefined && (
            <Button
              {...{ kind: next && best.certainty !== 'maybe' ? 'primary' : 'plain', icon: Check, busy: command.busy }}
              name={words.okName(what, Math.abs(line.cents))}
              onClick={() => void send()}
            >
              {words.ok}
            </Button>
          )}
          <LinkButton
            kind={best === undefined ? 'plain' : 'quiet'}
            href={chooseHref(line.id)}
            name={words.chooseName(line.counterName, line.cents)}
          >
            {words.choose}
          </LinkButton>
        </div>
      )}
      <Refusal command={command} />
    </div>
  );
}

export function LineSide({ line }: { readonly line: OpenLine['line'] & { readonly pending?: boolean } }) {
  return (
    <div class="bk-match-side">
      <MoneyText cents={line.cents} strong /> <span class="bk-nowrap">{words.on(line.bookedOn)}</span>
      <br />
      <span class="bk-soft bk-small">{words.from(line.counterName, line.description)}</span>
      {line.pending === true && <LocalMark />}
    </div>
  );
}

function useAccept({ open: { line, proposals }, bank, matching }: Omit<OpenLineProps, 'names' | 'next'>) {
  const app = useApp();
  const today = useToday();
  const command = useCommand('bankMatch.make');
  const send = async () => {
    const parts = proposals[0]?.parts ?? [];
    dismissToast();
    const args = matchArgs(line, parts, { bank, today });
    if (!(await command.send(args)).saved) return;
    const lesson = lessonOf(line, parts, { rows: matching.rows, today });
    if (lesson !== undefined) await dispatchOnce(app, 'matchRule.learn', lesson);
    const undo = async () => {
      const { transactionId, round } = args;
      await dispatchOnce(app, 'bankMatch.undo', { transactionId, round, reason: words.undoReason, undoneOn: today });
    };
    showToast({ text: words.done(line.cents), undo });
  };
  return { send, command };
}

// What was asked of the district and what it said; in the check, the dossier and at the decision.
import { mayI, Refusal, useCommand, useToday } from '../../data.ts';
import { CircleAlert, Clock, Send } from '../../icons.ts';
import { nlRuling } from '../../nl/ruling.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { Lines } from '../../parts/lines.tsx';
import { Badge, LocalMark } from '../../parts/status.tsx';
import { rulingHref } from './href.ts';
import { viewLooks } from './looks.ts';
import { type AdviceAsked, useAdvice } from './use-advice.ts';

const words = nlRuling.advice;

export interface AdviceCardProps {
  readonly proposalId: string;
  readonly editable: boolean;
}

export function AdviceCard({ proposalId, editable }: AdviceCardProps) {
  const asked = useAdvice(proposalId);
  return (
    <Card gap={3} labelledBy="advies">
      <CardHead id="advies" title={words.title} />
      {asked.length === 0 && <p class="bk-soft">{words.none}</p>}
      {asked.map((one) => (
        <OneAdvice key={one.advice.id} asked={one} />
      ))}
      {editable && mayI('advice.ask') && (
        <LinkButton wide icon={Send} href={`${rulingHref(proposalId)}?doe=advies`}>
          {asked.length === 0 ? words.ask : words.askAgain}
        </LinkButton>
      )}
    </Card>
  );
}

function OneAdvice({ asked: { advice, answers } }: { readonly asked: AdviceAsked }) {
  return (
    <article class="bk-stack bk-gap-2">
      <AdviceAnswers answers={answers} />
      <p class="bk-small">{advice.question}</p>
      <p class="bk-soft bk-small">{words.asked(advice.askedOn)}</p>
      {advice.pending && (
        <p>
          <LocalMark />
        </p>
      )}
      {answers.length === 0 && <Waiting advice={advice} />}
    </article>
  );
}

/** Also where nothing can be done with it: at the decision. */
export function AdviceAnswers({ answers }: Pick<AdviceAsked, 'answers'>) {
  return (
    <>
      {answers.map(({ id, view, text, answeredOn, pending }) => (
        <div key={id} class="bk-stack bk-gap-1">
          <p class="bk-row bk-gap-2">
            <Badge {...viewLooks[view]}>{words.views[view]}</Badge>
            <span class="bk-small bk-soft">{words.answered(answeredOn)}</span>
          </p>
          <Lines text={text} />
          {pending && (
            <p>
              <LocalMark />
            </p>
          )}
        </div>
      ))}
    </>
  );
}

function Waiting({ advice }: Pick<AdviceAsked, 'advice'>) {
  const today = useToday();
  const command = useCommand('advice.withdraw');
  const { neededBy, withdrawn, id: adviceId } = advice;
  if (withdrawn) return <p class="bk-soft">{words.withdrawn}</p>;
  const late = neededBy !== null && neededBy < today;
  return (
    <>
      <p class="bk-row bk-gap-2">
        <Badge tone={late ? 'look' : 'quiet'} icon={late ? CircleAlert : Clock}>
          {words.waiting}
        </Badge>
        {neededBy !== null && (
          <span class="bk-small bk-soft">{late ? words.late(neededBy) : words.before(neededBy)}</span>
        )}
      </p>
      {mayI('advice.withdraw') && (
        <div>
          <Button kind="quiet" busy={command.busy} onClick={() => void command.send({ adviceId })}>
            {words.withdraw}
          </Button>
        </div>
      )}
      <Refusal command={command} />
    </>
  );
}

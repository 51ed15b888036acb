// The stacks of papers: which are counted, by whom still to count, and which differ.
import type { StackSummary } from '../../../domain/consultation/stacks.ts';
import { mayI, useMe } from '../../data.ts';
import { ArrowRight, Check, CircleAlert, Clock, ListChecks } from '../../icons.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Badge } from '../../parts/status.tsx';
import { SettleForm } from './settle-form.tsx';
import { type ConsultationData, countHref } from './use-consultation.ts';

const words = nlConsultation.stacks;
const looks = {
  one_count: { tone: 'look', icon: Clock },
  agreed: { tone: 'ok', icon: Check },
  differs: { tone: 'bad', icon: CircleAlert },
  settled: { tone: 'ok', icon: Check },
} as const;

export function StacksCard({ data }: { readonly data: ConsultationData }) {
  const { consultation, papers, toCount } = data;
  const closed = consultation.state === 'closed';
  const primary = toCount.length > 0 || closed ? 'plain' : 'primary';
  const ready = papers.stacks.length > 0 && mayI('consultation.close') && data.results.length === 0;
  return (
    <Card labelledBy="stapels">
      <CardHead id="stapels" title={words.title} />
      <p>{words.lead}</p>
      {papers.stacks.length === 0 && <p class="bk-soft">{words.none}</p>}
      {papers.stacks.map((stack) => (
        <StackRow key={stack.stackId} data={data} stack={stack} />
      ))}
      <div class="bk-row bk-gap-2">
        <LinkButton kind={ready ? 'plain' : primary} icon={ListChecks} href={countHref(consultation.id)}>
          {words.add}
        </LinkButton>
        {ready && (
          <LinkButton kind={primary} iconAfter={ArrowRight} href={`/raadpleging/${consultation.id}/uitslag`}>
            {words.toResult}
          </LinkButton>
        )}
      </div>
    </Card>
  );
}

function StackRow({ data, stack }: { readonly data: ConsultationData; readonly stack: StackSummary }) {
  const { personId } = useMe();
  const { number, state, content, countedBy } = stack;
  const mine = countedBy.includes(personId);
  const blind = state === 'one_count' && !mine;
  const row = data.stacks.find(({ id }) => id === stack.stackId);
  const look = looks[state];
  return (
    <section class="bk-stack bk-gap-2" aria-label={words.stack(number)}>
      <div class="bk-row bk-between">
        <h3>{words.stack(number)}</h3>
        <Badge tone={look.tone} icon={look.icon}>
          {words.states[state]}
        </Badge>
      </div>
      {blind && <p>{words.hidden}</p>}
      {state === 'one_count' && mine && <p>{words.own}</p>}
      {!blind && content !== undefined && (
        <p>
          {words.papers(
            content.kind === 'tally' ? content.ballotCount : content.ballots.length,
            content.blankCount,
            content.invalidCount,
          )}
        </p>
      )}
      {state === 'settled' && <p class="bk-soft">{words.settled(row?.settledReason ?? null)}</p>}
      {(mine ? state !== 'settled' : state === 'one_count') && (
        <p>
          <a class="bk-link" href={countHref(data.consultation.id, number)}>
            {mine ? words.recount(number) : words.second(number)}
            <Icon of={ArrowRight} />
          </a>
        </p>
      )}
      {state === 'differs' && row !== undefined && <SettleForm data={data} stack={row} />}
    </section>
  );
}

// What an initiator sees instead of the committee's money: the own proposals and where they stand.
import type { ProposalState } from '../../../domain/rows.ts';
import { Check, CircleX, Clock, FileText, Pause, RotateCcw } from '../../icons.ts';
import { nlToday } from '../../nl/today.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Section } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import type { IconData } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { Badge, type BadgeTone } from '../../parts/status.tsx';
import type { TodayRows } from './rows.ts';

const marks: Readonly<Record<ProposalState, { readonly icon: IconData; readonly tone: BadgeTone }>> = {
  draft: { icon: FileText, tone: 'quiet' },
  submitted: { icon: Clock, tone: 'info' },
  returned: { icon: RotateCcw, tone: 'turn' },
  awarded: { icon: Check, tone: 'ok' },
  partly_awarded: { icon: Check, tone: 'ok' },
  refused: { icon: CircleX, tone: 'bad' },
  deferred: { icon: Pause, tone: 'quiet' },
  finished: { icon: Check, tone: 'ok' },
  withdrawn: { icon: CircleX, tone: 'quiet' },
};

export function OwnProposals({ rows }: { readonly rows: TodayRows }) {
  const { own } = nlToday;
  if (rows.proposals.length === 0) {
    return (
      <Empty
        title={own.none}
        action={
          <LinkButton kind="primary" href="/aanvragen/nieuw">
            {own.start}
          </LinkButton>
        }
      >
        {own.noneText}
      </Empty>
    );
  }
  return (
    <Section id="uw-aanvragen" title={own.title}>
      <List>
        {rows.proposals.map(({ id, title, state }) => (
          <Item
            key={id}
            title={title}
            href={`/aanvragen/${id}`}
            end={
              <Badge icon={marks[state].icon} tone={marks[state].tone}>
                {own.state(state)}
              </Badge>
            }
          />
        ))}
      </List>
    </Section>
  );
}

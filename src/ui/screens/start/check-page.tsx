import { ArrowRight } from '../../icons.ts';
import { nl } from '../../nl/index.ts';
import { nlStart } from '../../nl/start.ts';
import { Actions, BackLink, Button } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { Refusal, type RefusalProps } from '../../refusal.tsx';
import { type Answers, centsOf, quorumOf, startHref } from './answers.ts';

export interface CheckPageProps {
  readonly answers: Answers;
  readonly command: RefusalProps['command'];
  readonly onFound: () => void;
  readonly onSaved: () => void;
}

export function CheckPage({ answers, command, onFound, onSaved }: CheckPageProps) {
  const { check } = nlStart;
  const quorum = quorumOf(answers);
  return (
    <Stack gap={5}>
      <BackLink href={startHref('quorum')}>{nl.back}</BackLink>
      <PageHead title={check.title} lead={check.lead} focusKey="check" />
      <Card>
        <SummaryList
          rows={[
            { label: check.place, value: answers.name, href: startHref('wijk') },
            { label: check.city, value: answers.city, href: startHref('wijk') },
            { label: check.bodyWord, value: answers.bodyWord, href: startHref('wijk') },
            { label: check.founder, value: answers.founderName, href: startHref('wijk') },
            { label: check.year, value: answers.year, href: startHref('jaar') },
            {
              label: check.grant,
              value: <MoneyText cents={centsOf(answers.grant)} strong />,
              href: startHref('bedrag'),
            },
            { label: check.limit, value: <MoneyText cents={centsOf(answers.limit)} />, href: startHref('grens') },
            {
              label: check.quorum,
              value: quorum?.kind === 'count' ? check.count(quorum.count) : check.half,
              href: startHref('quorum'),
            },
          ]}
        />
      </Card>
      <Refusal command={command} onSaved={onSaved} />
      <Actions>
        <Button kind="primary" big wide iconAfter={ArrowRight} busy={command.busy} onClick={onFound}>
          {check.found(centsOf(answers.grant), answers.year)}
        </Button>
      </Actions>
      <p class="bk-small bk-soft">{check.offline}</p>
    </Stack>
  );
}

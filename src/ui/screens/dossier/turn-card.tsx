// The yellow card: the one thing in this dossier that waits for whoever looks.
import type { ComponentChildren } from 'preact';
import { type DossierTask, leftToPay, mayJudge } from '../../../domain/dossier.ts';
import { useMe } from '../../data.ts';
import { ArrowRight, BellRing } from '../../icons.ts';
import { nlDossier } from '../../nl/dossier.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { countHref } from '../support/sheet-card.tsx';
import { ScheduleButtons } from './schedule.tsx';
import { SubmitButton } from './submit-button.tsx';
import type { Dossier } from './use-dossier.ts';

const words = nlDossier.turn;

export interface TurnCardProps {
  readonly dossier: Dossier;
  readonly task: DossierTask;
}

interface Asked {
  readonly title: string;
  readonly text: string;
  readonly act: ComponentChildren;
}

export function TurnCard({ dossier, task }: TurnCardProps) {
  const asked = useAsked(dossier, task);
  if (asked === undefined) return null;
  return (
    <Card kind="sun" gap={3} first labelledBy="beurt">
      <p class="bk-strong bk-row bk-gap-2">
        <Icon of={BellRing} />
        {words.yours}
      </p>
      <h2 id="beurt">{asked.title}</h2>
      <p>{asked.text}</p>
      {asked.act}
    </Card>
  );
}

function useAsked(dossier: Dossier, task: DossierTask): Asked | undefined {
  const { access } = useMe();
  const { proposal, claims, support } = dossier;
  const editHref = `/aanvragen/${proposal.id}/bewerken`;
  switch (task.status) {
    case 'incomplete':
      return simple(words.incomplete.title, words.incomplete.text(task.count), words.incomplete.button, editHref);
    case 'ready_to_submit':
      return {
        title: words.ready.title,
        text: words.ready.text,
        act: <SubmitButton proposal={proposal} kind="primary" />,
      };
    case 'returned': {
      const claim = claims.find((one) => one.state === 'returned' && one.claimantId === access.personId);
      if (task.id === 'proposal')
        return simple(
          words.returned.title,
          words.returned.text(proposal.returnReason ?? ''),
          words.returned.button,
          editHref,
        );
      return simple(words.claimBack.title, words.claimBack.text, words.claimBack.button, `/bon/${claim?.id ?? ''}`);
    }
    case 'second_count_due': {
      const numbers = support.hiddenSheets;
      const { secondCount } = words;
      return simple(
        secondCount.title(numbers),
        secondCount.text,
        secondCount.button,
        countHref(proposal.id, numbers[0]),
      );
    }
    case 'differs':
      return simple(
        words.differs.title,
        words.differs.text,
        words.differs.button,
        `/aanvragen/${proposal.id}/draagvlak`,
      );
    case 'waiting':
    case 'deferred':
      return { ...words.schedule, act: <ScheduleButtons dossier={dossier} primary /> };
    case 'to_pay': {
      const claim = claims.find((one) => leftToPay(one) > 0);
      return simple(
        words.pay.title(task.cents),
        words.pay.text(task.count),
        words.pay.button,
        `/kas/declaratie/${claim?.id ?? ''}`,
      );
    }
    case 'to_judge': {
      const claim = claims.find((one) => one.state === 'submitted' && mayJudge(access, one));
      return simple(
        words.judge.title(task.cents),
        words.judge.text(task.count),
        words.judge.button,
        `/kas/declaratie/${claim?.id ?? ''}`,
      );
    }
    case 'report_due':
      return simple(
        words.report.title,
        words.report.text,
        words.report.button,
        `/aanvragen/${proposal.id}/verantwoording`,
      );
    default:
      return undefined;
  }
}

function simple(title: string, text: string, button: string, href: string): Asked {
  return {
    title,
    text,
    act: (
      <LinkButton kind="primary" wide iconAfter={ArrowRight} href={href}>
        {button}
      </LinkButton>
    ),
  };
}

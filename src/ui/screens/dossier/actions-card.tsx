// Every step that this person can take now with this proposal, besides the one on the yellow card.
import { useState } from 'preact/hooks';
import type { DossierTask } from '../../../domain/dossier.ts';
import { dispatchOnce, mayI, Refusal, useApp, useCommand, useMe, useToday } from '../../data.ts';
import { CheckCheck, RotateCcw, Undo2 } from '../../icons.ts';
import { nlBelongings } from '../../nl/belongings.ts';
import { nlDossier } from '../../nl/dossier.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { repeatHref } from '../proposal-form/repeat-choice.tsx';
import { ReasonSheet } from './reason-sheet.tsx';
import { ScheduleButtons } from './schedule.tsx';
import { type Steps, stepsFor } from './steps.ts';
import { SubmitButton } from './submit-button.tsx';
import type { Dossier } from './use-dossier.ts';

const words = nlDossier.actions;

export interface ActionsCardProps {
  readonly dossier: Dossier;
  readonly turn: DossierTask | undefined;
}

export function ActionsCard({ dossier, turn }: ActionsCardProps) {
  const { proposal } = dossier;
  const { year } = useMe();
  const steps = stepsFor({ dossier, turn, may: mayI, year });
  if (!Object.values(steps).some((possible) => possible)) return null;
  return (
    <Card gap={3} labelledBy="stappen">
      <CardHead id="stappen" title={words.title} />
      {steps.submit && <SubmitButton proposal={proposal} kind="plain" />}
      {steps.schedule && <ScheduleButtons dossier={dossier} />}
      {steps.repeat && (
        <LinkButton wide icon={RotateCcw} href={repeatHref(proposal.id)}>
          {nlBelongings.repeat.button(year)}
        </LinkButton>
      )}
      <GiveBack dossier={dossier} steps={steps} />
      <Finish dossier={dossier} steps={steps} />
      <Withdraw dossier={dossier} steps={steps} />
    </Card>
  );
}

interface StepProps {
  readonly dossier: Dossier;
  readonly steps: Steps;
}

/** Undone by handing in again: number and date stay. */
function GiveBack({ dossier: { proposal }, steps }: StepProps) {
  const app = useApp();
  const today = useToday();
  const [open, setOpen] = useState(false);
  const command = useCommand('proposal.return');
  const { id: proposalId, submittedOn } = proposal;
  return (
    <>
      {steps.giveBack && (
        <Button wide icon={RotateCcw} onClick={() => setOpen(true)}>
          {words.giveBack}
        </Button>
      )}
      <ReasonSheet
        open={open}
        onClose={() => setOpen(false)}
        words={nlDossier.giveBack}
        hint={nlDossier.giveBack.hint}
        draftKey={`proposal.return:${proposalId}`}
        command={command}
        send={(reason) => command.send({ proposalId, reason })}
        undo={async () => {
          await dispatchOnce(app, 'proposal.submit', { proposalId, submittedOn: submittedOn ?? today });
        }}
      />
    </>
  );
}

function Withdraw({ dossier: { proposal }, steps }: StepProps) {
  const [open, setOpen] = useState(false);
  const command = useCommand('proposal.withdraw');
  const { id: proposalId, awardedCents } = proposal;
  const { text, textAwarded } = nlDossier.withdraw;
  return (
    <>
      {steps.withdraw && (
        <Button kind="bad" wide icon={Undo2} onClick={() => setOpen(true)}>
          {words.withdraw}
        </Button>
      )}
      <ReasonSheet
        open={open}
        onClose={() => setOpen(false)}
        words={nlDossier.withdraw}
        text={awardedCents > 0 ? textAwarded(awardedCents) : text}
        bad
        draftKey={`proposal.withdraw:${proposalId}`}
        command={command}
        send={(reason) => command.send({ proposalId, reason })}
      />
    </>
  );
}

function Finish({ dossier, steps }: StepProps) {
  const [open, setOpen] = useState(false);
  const command = useCommand('proposal.finish');
  const today = useToday();
  const { proposal, claims } = dossier;
  const paidCents = claims.reduce((sum, claim) => sum + claim.paidCents, 0);
  const leftCents = Math.max(0, proposal.awardedCents - paidCents);
  const close = () => setOpen(false);
  const told = () => {
    close();
    showToast({ text: nlDossier.finish.saved });
  };
  const send = async () => {
    if ((await command.send({ proposalId: proposal.id, finishedOn: today })).saved) told();
  };
  return (
    <>
      {steps.finish && (
        <Button wide icon={CheckCheck} onClick={() => setOpen(true)}>
          {words.finish}
        </Button>
      )}
      <Dialog open={open} onClose={close} title={nlDossier.finish.title}>
        <p>{nlDossier.finish.text(leftCents)}</p>
        <Refusal command={command} onSaved={told} />
        <Button kind="primary" wide busy={command.busy} onClick={() => void send()}>
          {nlDossier.finish.button(leftCents)}
        </Button>
        <Button wide onClick={close}>
          {nlDossier.finish.cancel}
        </Button>
      </Dialog>
    </>
  );
}

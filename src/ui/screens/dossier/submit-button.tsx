import { Refusal, type Seen, useCommand, useToday } from '../../data.ts';
import { Send } from '../../icons.ts';
import { nlDossier } from '../../nl/dossier.ts';
import { Button } from '../../parts/button.tsx';
import { showToast } from '../../parts/toast-store.ts';

export interface SubmitButtonProps {
  readonly proposal: Seen<'proposal'>;
  readonly kind: 'primary' | 'plain';
}

/** Hands the proposal in as it is. */
export function SubmitButton({ proposal, kind }: SubmitButtonProps) {
  const command = useCommand('proposal.submit');
  const today = useToday();
  const told = () => showToast({ text: nlDossier.actions.submitted });
  const submit = async () => {
    if ((await command.send({ proposalId: proposal.id, submittedOn: today })).saved) told();
  };
  return (
    <>
      <Button kind={kind} wide icon={Send} busy={command.busy} onClick={() => void submit()}>
        {nlDossier.actions.submit(proposal.requestedCents)}
      </Button>
      <Refusal command={command} onSaved={told} />
    </>
  );
}

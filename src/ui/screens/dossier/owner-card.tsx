// Who in the committee sees to it, what comes next, and before which day. Of the committee alone.
import { useState } from 'preact/hooks';
import { mayI, Refusal, useCommand, useMe, useRow, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { CircleAlert, UserCheck } from '../../icons.ts';
import { nlBelongings } from '../../nl/belongings.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { Sheet } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { Badge } from '../../parts/status.tsx';
import { DateField, SelectField, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import type { Dossier } from './use-dossier.ts';

const words = nlBelongings.owner;

export function OwnerCard({ dossier }: { readonly dossier: Dossier }) {
  const { proposal, nameOf } = dossier;
  const { personId } = useMe();
  const today = useToday();
  const owner = useRow('proposalOwner', proposal.id);
  const command = useCommand('proposalOwner.change');
  const [open, setOpen] = useState(false);
  const ownerId = owner?.ownerId ?? null;
  const dueOn = owner?.dueOn ?? null;
  const take = async () => {
    const sent = await command.send({
      proposalId: proposal.id,
      fields: { ownerId: personId },
      seen: { ownerId },
    });
    if (sent.saved) showToast({ text: words.taken });
  };
  const who = ownerId === null ? words.none : ownerId === personId ? words.mine : (nameOf(ownerId) ?? words.someone);
  return (
    <Card gap={3} labelledBy="volgt">
      <CardHead id="volgt" title={words.title} />
      <p class={ownerId === null ? 'bk-soft' : 'bk-strong'}>{who}</p>
      {owner !== undefined && owner.nextStep !== '' && <p>{owner.nextStep}</p>}
      {dueOn !== null &&
        (dueOn < today ? (
          <p>
            <Badge tone="look" icon={CircleAlert}>
              {words.late(dueOn)}
            </Badge>
          </p>
        ) : (
          <p class="bk-soft">{words.before(dueOn)}</p>
        ))}
      {mayI('proposalOwner.change') && (
        <>
          {ownerId === null && (
            <Button wide icon={UserCheck} busy={command.busy} onClick={() => void take()}>
              {words.take}
            </Button>
          )}
          <Button wide kind="quiet" onClick={() => setOpen(true)}>
            {words.change}
          </Button>
          <Refusal command={command} />
          {open && <OwnerSheet dossier={dossier} onClose={() => setOpen(false)} />}
        </>
      )}
    </Card>
  );
}

interface OwnerSheetProps {
  readonly dossier: Dossier;
  readonly onClose: () => void;
}

function OwnerSheet({ dossier: { proposal, members, nameOf }, onClose }: OwnerSheetProps) {
  const known = useRow('proposalOwner', proposal.id);
  const seen = { ownerId: known?.ownerId ?? null, nextStep: known?.nextStep ?? '', dueOn: known?.dueOn ?? null };
  const draftKey = `proposalOwner.change:${proposal.id}`;
  const draft = useDraft(draftKey, { ...seen, seen });
  const command = useCommand('proposalOwner.change');
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved });
    onClose();
  };
  const save = async () => {
    const { seen: before, ...typed } = draft.value;
    const fields = { ...typed, nextStep: typed.nextStep.trim() };
    if ((await command.send({ proposalId: proposal.id, fields, seen: before }, { draftKey })).saved) await done();
  };
  return (
    <Sheet open onClose={onClose} title={words.title}>
      <Form class="bk-stack bk-gap-3" onSend={save}>
        <SelectField
          label={words.who}
          none={words.nobody}
          options={members.map(({ id }) => ({ value: id, label: nameOf(id) ?? words.someone }))}
          value={draft.value.ownerId ?? ''}
          onValue={(ownerId) => draft.set({ ownerId: ownerId === '' ? null : ownerId })}
        />
        <TextField
          label={words.step}
          hint={words.stepHint}
          optional
          maxLength={300}
          value={draft.value.nextStep}
          onValue={(nextStep) => draft.set({ nextStep })}
        />
        <DateField
          label={words.due}
          optional
          value={draft.value.dueOn ?? ''}
          onValue={(dueOn) => draft.set({ dueOn: dueOn === '' ? null : dueOn })}
        />
        <Refusal command={command} onSaved={() => void done()} />
        <Button kind="primary" wide type="submit" busy={command.busy}>
          {words.save}
        </Button>
      </Form>
    </Sheet>
  );
}

// Who thought of the plan can look along on an own phone, and sees this proposal only.
import { useState } from 'preact/hooks';
import { mayI, newId, Refusal, type Seen, useCommand, useRows } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { UserPlus } from '../../icons.ts';
import { nlDossier } from '../../nl/dossier.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { SelectField, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { InvitePerson } from '../settings/invite-person.tsx';
import type { Dossier } from './use-dossier.ts';

const words = nlDossier.initiator;

export function InitiatorCard({ dossier }: { readonly dossier: Dossier }) {
  const [invited, setInvited] = useState<string | undefined>(undefined);
  const [adding, setAdding] = useState(false);
  if (!mayI('member.add')) return null;
  const nameOf = (id: string) => dossier.nameOf(id) ?? words.noName;
  const { initiators } = dossier;
  return (
    <>
      <Card gap={3} labelledBy="indiener">
        <CardHead id="indiener" title={words.title} />
        {initiators.length === 0 && <p class="bk-soft">{words.none}</p>}
        {initiators.map(({ id }) => (
          <Button key={id} wide icon={UserPlus} onClick={() => setInvited(id)}>
            {words.invite(nameOf(id))}
          </Button>
        ))}
        {initiators.length === 0 && !adding && (
          <Button wide icon={UserPlus} onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )}
        {initiators.length === 0 && adding && (
          <>
            <AddInitiator dossier={dossier} onAdded={setInvited} />
            <BindInitiator dossier={dossier} />
          </>
        )}
      </Card>
      {invited !== undefined && initiators.some(({ id }) => id === invited) && (
        <InvitePerson key={invited} personId={invited} name={nameOf(invited)} />
      )}
    </>
  );
}

interface AddInitiatorProps {
  readonly dossier: Dossier;
  readonly onAdded: (personId: string) => void;
}

const nameId = 'naam-indiener';

function AddInitiator({ dossier, onAdded }: AddInitiatorProps) {
  const proposalId = dossier.proposal.id;
  const draftKey = `proposal.initiator:${proposalId}`;
  const [initial] = useState(() => ({ name: '', personId: newId() }));
  const draft = useDraft(draftKey, initial);
  const command = useCommand('member.add');
  const form = useFormErrors();
  const { name, personId } = draft.value;
  const done = async () => {
    await draft.clear();
    onAdded(personId);
  };
  const add = async () => {
    if (!form.check(name.trim() === '' ? [{ fieldId: nameId, sentence: words.error }] : [])) return;
    const args = { personId, name: name.trim(), role: 'initiator', proposalIds: [proposalId] } as const;
    if ((await command.send(args, { draftKey })).saved) await done();
  };
  return (
    <Form class="bk-stack bk-gap-3" onSend={add}>
      <TextField
        id={nameId}
        label={words.name}
        hint={words.nameHint}
        error={form.of(nameId)}
        maxLength={100}
        plain
        value={name}
        onValue={(value) => draft.set({ name: value })}
      />
      <Refusal command={command} onSaved={() => void done()} />
      <Button wide type="submit" icon={UserPlus} busy={command.busy}>
        {words.button}
      </Button>
    </Form>
  );
}

const choiceId = 'bestaande-indiener';

/** Somebody with another proposal in the same committee: one person, one sign-in. */
function BindInitiator({ dossier }: { readonly dossier: Dossier }) {
  const others = useRows('member').filter(({ role, active }) => role === 'initiator' && active);
  const command = useCommand('member.changeRole');
  const form = useFormErrors();
  const [chosen, setChosen] = useState('');
  if (others.length === 0 || !mayI('member.changeRole')) return null;
  const bind = async () => {
    const member = others.find(({ id }) => id === chosen);
    if (!form.check(member === undefined ? [{ fieldId: choiceId, sentence: words.errorChoice }] : [])) return;
    if (member !== undefined && (await command.send(bindArgs(member, dossier.proposal.id))).saved)
      showToast({ text: words.bound });
  };
  return (
    <div class="bk-stack bk-gap-3">
      <SelectField
        id={choiceId}
        label={words.existing}
        error={form.of(choiceId)}
        none={words.choose}
        options={others.map(({ id }) => ({ value: id, label: dossier.nameOf(id) ?? words.noName }))}
        value={chosen}
        onValue={setChosen}
      />
      <Refusal command={command} />
      <Button wide busy={command.busy} onClick={() => void bind()}>
        {words.bind}
      </Button>
    </div>
  );
}

function bindArgs({ id: personId, proposalIds }: Seen<'member'>, proposalId: string) {
  return {
    personId,
    role: 'initiator',
    seenRole: 'initiator',
    proposalIds: [...new Set([...proposalIds, proposalId])],
  } as const;
}

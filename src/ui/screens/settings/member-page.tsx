// One member: invite, name, role, and out of the committee. Each act is its own small card; what is done can be undone.
import { useState } from 'preact/hooks';
import type { Role } from '../../../domain/rows.ts';
import { dispatchOnce, mayI, type Seen, useApp, useCommand, useMe, useRow, useRowFound, useRows } from '../../data.ts';
import { UserPlus, UserRoundX } from '../../icons.ts';
import { nl } from '../../nl/index.ts';
import { nlSettings } from '../../nl/settings.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Form } from '../../parts/form.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Badge } from '../../parts/status.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { Refusal } from '../../refusal.tsx';
import { EraseCard } from './erase-card.tsx';
import { InvitePerson } from './invite-person.tsx';
import { RoleField } from './role-field.tsx';

export function MemberPage({ personId }: { readonly personId: string }) {
  const me = useMe();
  const found = useRowFound('member', personId);
  const { name, erasedOn } = useRow('person', personId) ?? { name: nlSettings.members.noName };
  if (!found.loaded) return null;
  if (found.value === undefined)
    return (
      <Empty page title={nl.notFound.title}>
        {nl.notFound.text}
      </Empty>
    );
  const member = found.value;
  const word = nlSettings.role(member.role).label;
  return (
    <Stack gap={5}>
      <PageHead title={name} lead={member.id === me.personId ? `${word}. ${nlSettings.members.you}` : word}>
        {member.active ? undefined : <Badge icon={UserRoundX}>{nlSettings.members.former}</Badge>}
      </PageHead>
      {member.active && member.id !== me.personId && mayI('member.add') && (
        <InvitePerson personId={member.id} name={name} />
      )}
      {erasedOn !== undefined && <p class="bk-soft">{nlSettings.erase.erased(erasedOn)}</p>}
      {erasedOn === undefined && mayI('person.rename') && <NameCard key={name} personId={member.id} name={name} />}
      {member.active && member.role !== 'initiator' && mayI('member.changeRole') && (
        <RoleCard key={member.role} member={member} name={name} />
      )}
      {erasedOn === undefined && mayI('member.remove') && <LeaveCard member={member} name={name} />}
      {erasedOn === undefined && !member.active && mayI('person.erase') && (
        <EraseCard personId={member.id} name={name} />
      )}
    </Stack>
  );
}

function NameCard({ personId, name }: { readonly personId: string; readonly name: string }) {
  const command = useCommand('person.rename');
  const [typed, setTyped] = useState(name);
  const { member: words } = nlSettings;
  const done = () => showToast({ text: words.renamed });
  return (
    <Card gap={3}>
      <Form
        class="bk-stack bk-gap-3"
        onSend={() => command.send({ personId, name: typed.trim() }).then((sent) => sent.saved && done())}
      >
        <TextField label={words.rename} value={typed} onValue={setTyped} maxLength={100} />
        <Refusal command={command} onSaved={done} />
        <Actions>
          <Button
            type="submit"
            busy={command.busy}
            blocked={typed.trim() === '' ? nlSettings.add.errors.name : undefined}
          >
            {words.saveName}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}

interface MemberProps {
  readonly member: Seen<'member'>;
  readonly name: string;
}

function RoleCard({ member, name }: MemberProps) {
  const app = useApp();
  const command = useCommand('member.changeRole');
  // With the role that stood there when it was chosen: somebody else may change it while this is open.
  const [chosen, setChosen] = useState<{ readonly role: Role; readonly seen: Role } | undefined>(undefined);
  const { id: personId, proposalIds } = member;
  const { role, seen } = chosen ?? { role: member.role, seen: member.role };
  const { member: words } = nlSettings;
  const done = () => {
    setChosen(undefined);
    showToast({
      text: words.roleChanged(name, role),
      undo: async () => {
        await dispatchOnce(app, 'member.changeRole', { personId, role: seen, proposalIds, seenRole: role });
      },
    });
  };
  const send = () =>
    command.send({ personId, role, proposalIds, seenRole: seen }).then((sent) => {
      if (sent.saved) done();
      else setChosen({ role, seen: member.role }); // the refusal says that it changed: the next press knows it
    });
  return (
    <Card gap={3}>
      <details>
        <summary class="bk-strong">{words.changeRole}</summary>
        <RoleField
          label={words.role}
          value={role}
          onValue={(next) => setChosen({ role: next, seen: chosen?.seen ?? member.role })}
        />
      </details>
      <Refusal command={command} onSaved={done} />
      {role !== member.role && (
        <Actions>
          <Button kind="primary" busy={command.busy} onClick={() => void send()}>
            {words.saveRole(role)}
          </Button>
        </Actions>
      )}
    </Card>
  );
}

function LeaveCard({ member, name }: MemberProps) {
  const app = useApp();
  const remove = useCommand('member.remove');
  const add = useCommand('member.add');
  const chairs = useRows('member').filter(({ active, role }) => active && role === 'chair');
  const { id: personId, role, proposalIds, active } = member;
  const { member: words } = nlSettings;
  const again = { personId, name, role, proposalIds };
  const leave = async () => {
    const sent = await remove.send({ personId });
    if (!sent.saved) return;
    showToast({
      text: words.removed(name),
      undo: async () => {
        await dispatchOnce(app, 'member.add', again);
      },
    });
  };
  const comeBack = async () => {
    if ((await add.send(again)).saved) showToast({ text: words.back(name) });
  };
  if (!active) {
    return (
      <Card gap={3}>
        <Refusal command={add} />
        <Actions>
          <Button icon={UserPlus} busy={add.busy} onClick={() => void comeBack()}>
            {words.again}
          </Button>
        </Actions>
      </Card>
    );
  }
  const onlyChair = role === 'chair' && chairs.length === 1;
  return (
    <Card gap={3}>
      <p class="bk-small bk-soft">{onlyChair ? words.onlyChair : words.removeNote}</p>
      <Refusal command={remove} />
      {!onlyChair && (
        <Actions>
          <Button kind="bad" icon={UserRoundX} busy={remove.busy} onClick={() => void leave()}>
            {words.remove}
          </Button>
        </Actions>
      )}
    </Card>
  );
}

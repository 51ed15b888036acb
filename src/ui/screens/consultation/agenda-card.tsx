// From the result to the decisions: the chosen plans on the agenda of a meeting, where the committee records them.
import { useState } from 'preact/hooks';
import { agendaItemId } from '../../../domain/rows.ts';
import { Refusal, type Seen, useCommand, useRows } from '../../data.ts';
import { day } from '../../format.ts';
import { Calendar } from '../../icons.ts';
import { nlConsultationResult } from '../../nl/consultation-result.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { SelectField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useLocation } from '../../router.tsx';

const words = nlConsultationResult.result.agenda;

export interface AgendaCardProps {
  readonly consultation: Seen<'consultation'>;
  readonly recorded: Seen<'consultationResult'>;
}

export function AgendaCard({ consultation, recorded }: AgendaCardProps) {
  const chosen = recorded.steps.flatMap(({ number }) => consultation.options.filter((one) => one.number === number));
  const meetings = useRows('meeting')
    .filter(({ state }) => state !== 'closed')
    .sort((a, b) => (a.plannedOn < b.plannedOn ? -1 : 1));
  const items = useRows('agendaItem');
  const [picked, pick] = useState('');
  const command = useCommand('agenda.add');
  const { route } = useLocation();
  if (chosen.length === 0) return null;
  const meetingId = meetings.some(({ id }) => id === picked) ? picked : (meetings[0]?.id ?? '');
  const on = items.filter((item) => item.meetingId === meetingId && !item.removed);
  const missing = chosen.filter(({ proposalId }) => !on.some(({ id }) => id === agendaItemId(meetingId, proposalId)));
  const add = async () => {
    const last = Math.max(0, ...on.map(({ position }) => position));
    for (const [at, { proposalId, title }] of missing.entries()) {
      const added = await command.send({ meetingId, proposalId, title, position: last + at + 1 });
      if (!added.saved) return;
    }
    showToast({ text: words.added });
    route(`/vergadering/${meetingId}`);
  };
  return (
    <Card labelledBy="agenda-kop">
      <CardHead id="agenda-kop" title={words.title} />
      <p>{meetings.length === 0 ? words.none : words.text}</p>
      {meetings.length === 0 ? (
        <LinkButton icon={Calendar} href="/vergadering/nieuw">
          {words.plan}
        </LinkButton>
      ) : (
        <>
          <SelectField
            label={words.meeting}
            value={meetingId}
            options={meetings.map(({ id, title, plannedOn }) => ({ value: id, label: `${title}, ${day(plannedOn)}` }))}
            onValue={pick}
          />
          <Refusal command={command} />
          <Button
            busy={command.busy}
            blocked={missing.length === 0 ? words.added : undefined}
            onClick={() => void add()}
          >
            {words.add(missing.length)}
          </Button>
        </>
      )}
    </Card>
  );
}

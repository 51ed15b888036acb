// Meetings and the own tasks with a day, for the calendar of the phone: a file, or the share sheet where it takes files.
import { now, useMe } from '../../data.ts';
import { Download, Share2 } from '../../icons.ts';
import { nlTasks } from '../../nl/tasks.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { saveFile } from '../hand-over/save-file.ts';
import { calendarEvents } from './calendar-events.ts';
import type { TasksData } from './use-tasks.ts';

const { calendar: words } = nlTasks;

export function CalendarCard({ data }: { readonly data: TasksData }) {
  const { committee, committeeId } = useMe();
  const events = calendarEvents(data, committeeId);
  const meetings = events.filter(({ startTime }) => startTime !== null).length;
  const makeFile = async (): Promise<File> => {
    const { icsOf } = await import('../../../files/calendar.ts');
    const name = words.name(committee?.name ?? '');
    const text = icsOf({ name, madeAt: now().toISOString(), events });
    return new File([text], words.fileName(data.today), { type: 'text/calendar' });
  };
  const share = async () => {
    const file = await makeFile();
    // Closing the sheet of the phone is no error.
    await navigator.share({ files: [file], title: words.title }).catch(() => undefined);
  };
  return (
    <Card labelledBy="agenda" gap={3}>
      <CardHead id="agenda" title={words.title} />
      <p>{words.lead}</p>
      {!data.loaded ? null : events.length === 0 ? (
        <p class="bk-soft">{words.none}</p>
      ) : (
        <>
          <p class="bk-small bk-soft">{words.count(meetings, events.length - meetings)}</p>
          <Actions>
            <Button icon={Download} onClick={() => void makeFile().then(saveFile)}>
              {words.save}
            </Button>
            {canShareCalendars() && (
              <Button icon={Share2} onClick={() => void share()}>
                {words.share}
              </Button>
            )}
          </Actions>
        </>
      )}
    </Card>
  );
}

function canShareCalendars(): boolean {
  const probe = new File([''], 'agenda.ics', { type: 'text/calendar' });
  return navigator.canShare?.({ files: [probe] }) ?? false;
}

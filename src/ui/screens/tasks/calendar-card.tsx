// Meetings and the own tasks with a day, for the calendar of the phone: a file, or the share sheet where it takes files.
import { now, useMe } from '../../data.ts';
import { Download, Share2 } from '../../icons.ts';
import { nlDevice } from '../../nl/device.ts';
import { nlTasks } from '../../nl/tasks.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { canShareFile, saveFile, shareFile } from '../hand-over/save-file.ts';
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
    const done = await shareFile(await makeFile(), words.title);
    if (done === 'saved') showToast({ text: nlDevice.copy.savedInstead });
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
            {canShareFile('agenda.ics', 'text/calendar') && (
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

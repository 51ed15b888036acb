// Paper with signatures that is destroyed: who says so sees what goes with it, for that cannot be undone.
import { useState } from 'preact/hooks';
import { keepUntil } from '../../../domain/support.ts';
import type { OpenTask } from '../../../domain/tasks/openTasks.ts';
import { mayI, Refusal, useCommand } from '../../data.ts';
import { Trash2 } from '../../icons.ts';
import { nlTasks } from '../../nl/tasks.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { DateField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import type { TasksData } from './use-tasks.ts';

const words = nlTasks.destroy;
/** As many as one command takes; of more the task stays, with the rest. */
const atOnceMax = 200;

export interface DestroySheetsProps {
  readonly task: OpenTask;
  readonly data: TasksData;
  readonly onDone: () => void;
}

export function DestroySheets({ task, data, onDone }: DestroySheetsProps) {
  const [asking, setAsking] = useState(false);
  const [destroyedOn, setDestroyedOn] = useState(data.today);
  const command = useCommand('support.destroySheets');
  const form = useFormErrors();
  const [year, from] = [Number(task.id), keepUntil(Number(task.id))];
  if (!mayI('support.destroySheets')) return <p class="bk-small bk-soft">{nlTasks.one.byItself}</p>;
  if (data.today < from) return <p>{words.from(from)}</p>;
  const sheets = sheetsOf(year, data).slice(0, atOnceMax);
  const photoCount = sheets.reduce((sum, { photos }) => sum + photos.length, 0);
  const fits = destroyedOn >= from && destroyedOn <= data.today;
  const ask = () => {
    if (form.check(fits ? [] : [{ fieldId: 'destroyed-on', sentence: words.dayWrong(from) }])) setAsking(true);
  };
  const told = () => {
    showToast({ text: words.saved });
    onDone();
  };
  const confirm = async () => {
    const sent = await command.send({ sheetIds: sheets.map(({ id }) => id), destroyedOn });
    setAsking(false);
    if (sent.saved) told();
  };
  return (
    <>
      <DateField
        {...{ id: 'destroyed-on', label: words.day, min: from, max: data.today, value: destroyedOn }}
        error={form.of('destroyed-on')}
        onValue={setDestroyedOn}
      />
      <Button kind={task.ownerId === data.personId ? 'primary' : undefined} icon={Trash2} onClick={ask}>
        {words.button}
      </Button>
      <Refusal command={command} onSaved={told} />
      <Dialog open={asking} onClose={() => setAsking(false)} title={words.question(sheets.length)}>
        <p>{words.text(photoCount)}</p>
        <Actions>
          <Button kind="bad" busy={command.busy} onClick={() => void confirm()}>
            {words.confirm(photoCount)}
          </Button>
          <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
        </Actions>
      </Dialog>
    </>
  );
}

function sheetsOf(year: number, { rows }: TasksData) {
  const ofYear = new Set(rows.proposals.filter((one) => one.year === year).map(({ id }) => id));
  return rows.sheets.filter(({ proposalId, destroyed }) => destroyed === undefined && ofYear.has(proposalId));
}

// /taken?doe=weekbericht: a text for the group of the committee, made on the phone, to change before it is shared.
import { useMe } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Info, RotateCcw } from '../../icons.ts';
import { nlTasks } from '../../nl/tasks.ts';
import { Button } from '../../parts/button.tsx';
import { Stack } from '../../parts/card.tsx';
import { OutgoingText } from '../../parts/outgoing-text.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import type { TasksData } from './use-tasks.ts';
import { weekText } from './week-text.ts';

const { week: words } = nlTasks;
const shownRows = 18;

export function WeekPage({ data }: { readonly data: TasksData }) {
  const { committee } = useMe();
  // What somebody made of it stays for the day: tomorrow there is other news.
  const draft = useDraft('week.message', { own: '', madeOn: '' });
  if (!data.loaded) return <PageHead title={words.title} />;
  const name = committee?.name ?? '';
  const changed = draft.value.madeOn === data.today;
  const text = changed ? draft.value.own : weekText(data, name);
  return (
    <Stack gap={4}>
      <PageHead title={words.title} lead={words.lead} />
      <Note icon={Info}>{words.check}</Note>
      <TextArea
        {...{ id: 'weekbericht', label: words.text, rows: shownRows, maxLength: 20_000 }}
        value={text}
        onValue={(own) => draft.set({ own, madeOn: data.today })}
      />
      <OutgoingText {...{ subject: words.subject(name, data.today), text, words }}>
        {changed && (
          <Button kind="quiet" icon={RotateCcw} onClick={() => void draft.clear()}>
            {words.again}
          </Button>
        )}
      </OutgoingText>
    </Stack>
  );
}

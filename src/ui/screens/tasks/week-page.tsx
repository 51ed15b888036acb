// /taken?doe=weekbericht: a text for the group of the committee, made on the phone, to change before it is shared.
import { useState } from 'preact/hooks';
import { useMe } from '../../data.ts';
import { Copy, Info, RotateCcw, Send, Share2 } from '../../icons.ts';
import { nlTasks } from '../../nl/tasks.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Stack } from '../../parts/card.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import type { TasksData } from './use-tasks.ts';
import { weekText } from './week-text.ts';

const { week: words } = nlTasks;
const shownRows = 18;

export function WeekPage({ data }: { readonly data: TasksData }) {
  const { committee } = useMe();
  const [own, setOwn] = useState<string | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  if (!data.loaded) return <PageHead title={words.title} />;
  const name = committee?.name ?? '';
  const text = own ?? weekText(data, name);
  const subject = words.subject(name, data.today);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setFailed(false);
      showToast({ text: words.copied });
    } catch {
      setFailed(true);
    }
  };
  // Closing the sheet of the phone is no error.
  const share = () => navigator.share({ title: subject, text }).catch(() => undefined);
  const mail = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
  return (
    <Stack gap={4}>
      <PageHead title={words.title} lead={words.lead} />
      <Note icon={Info}>{words.check}</Note>
      <TextArea
        {...{ id: 'weekbericht', label: words.text, rows: shownRows, maxLength: 20_000 }}
        value={text}
        onValue={setOwn}
      />
      {failed && (
        <Note icon={Info} live="status">
          {words.copyFailed}
        </Note>
      )}
      <div class="bk-row bk-gap-2">
        <Button kind="primary" icon={Copy} onClick={() => void copy()}>
          {words.copy}
        </Button>
        {'share' in navigator && (
          <Button icon={Share2} onClick={() => void share()}>
            {words.share}
          </Button>
        )}
        <LinkButton icon={Send} href={mail}>
          {words.mail}
        </LinkButton>
        {own !== undefined && (
          <Button kind="quiet" icon={RotateCcw} onClick={() => setOwn(undefined)}>
            {words.again}
          </Button>
        )}
      </div>
    </Stack>
  );
}

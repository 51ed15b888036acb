import { Copy } from '../../icons.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { nlMinutes as words } from '../../nl/meeting-around.ts';
import { BackLink, Button } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { useCopy } from '../../parts/use-copy.ts';
import { useParam } from '../../router.tsx';
import { kickerOf } from './kicker.ts';
import { MinutesPen, Notes } from './minutes-part.tsx';
import { MissingMeeting } from './missing.tsx';
import { type MeetingRows, useMeeting } from './use-meeting.ts';

/** /vergadering/:id/notulen: everything that was noted, item by item. */
export function MinutesScreen() {
  const { loaded, value: rows } = useMeeting(useParam('id'));
  if (!loaded) return <PageHead title={words.title} />;
  if (rows === undefined) return <MissingMeeting />;
  const places = [
    { itemId: null, title: words.whole },
    ...rows.agenda.map(({ item, number }) => ({ itemId: item.id, title: `${number}. ${item.title}` })),
  ];
  return (
    <>
      <BackLink href={`/vergadering/${rows.meeting.id}`}>{nlMeeting.fallbackTitle}</BackLink>
      <PageHead title={words.title} kicker={`${rows.meeting.title}, ${kickerOf(rows)}`} />
      <Stack gap={5}>
        <Card as="div" gap={3}>
          <MinutesPen rows={rows} />
        </Card>
        {places.map(({ itemId, title }) => (
          <Card key={String(itemId)} labelledBy={`n-${itemId}`} gap={3}>
            <h2 id={`n-${itemId}`}>{title}</h2>
            <Notes rows={rows} itemId={itemId} />
          </Card>
        ))}
        {rows.notes.length > 0 && <CopyNotes rows={rows} places={places} />}
      </Stack>
    </>
  );
}

interface CopyNotesProps {
  readonly rows: MeetingRows;
  readonly places: readonly { readonly itemId: string | null; readonly title: string }[];
}

function CopyNotes({ rows, places }: CopyNotesProps) {
  const parts = places.flatMap(({ itemId, title }) => {
    const notes = rows.notes.filter((note) => note.itemId === itemId && note.text !== '');
    return notes.length === 0 ? [] : [[title, ...notes.map(({ text }) => text)].join('\n')];
  });
  const text = [`${words.title} ${rows.meeting.title}`, ...parts].join('\n\n');
  const { copy, failed } = useCopy(text, words.copied);
  return (
    <>
      <Button icon={Copy} onClick={() => void copy()}>
        {words.copy}
      </Button>
      {failed && <TextArea label={words.title} hint={words.copyFailed} rows={12} value={text} onValue={() => {}} />}
    </>
  );
}

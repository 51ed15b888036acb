import { nlMeeting } from '../../nl/meeting.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';

/** For every page about one meeting: an old link, or a phone that has not fetched it yet. */
export function MissingMeeting() {
  const { title, text, action } = nlMeeting.missing;
  return (
    <Empty page title={title} action={<LinkButton href="/vergadering">{action}</LinkButton>}>
      {text}
    </Empty>
  );
}

// /oefenen: what practising is and a button; while practising the steps, ticked off by what was done.
import { useState } from 'preact/hooks';
import { beginPractice, sessionStore } from '../../../store/app.ts';
import { todayIs } from '../../clock.ts';
import { CircleCheckBig, Info } from '../../icons.ts';
import { nlPractice, practiceWords } from '../../nl/practice.ts';
import { Actions, Button, LinkButton } from '../../parts/button.tsx';
import { Stack } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Disc, Note } from '../../parts/status.tsx';
import { useLocation } from '../../router.tsx';
import { useStore } from '../../use-store.ts';
import { stepNames } from './practice-steps.ts';
import { useSteps } from './use-steps.ts';

export function PracticeScreen() {
  return useStore(sessionStore, ({ practice }) => practice) ? <Steps /> : <Begin />;
}

function Begin() {
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    route('/oefenen', true); // the screen that was open may be of one's own wijk
    await beginPractice(practiceWords, todayIs());
  };
  return (
    <Stack gap={5}>
      <PageHead title={nlPractice.title} lead={nlPractice.lead} />
      <Note icon={Info}>
        {nlPractice.safe} {nlPractice.own}
      </Note>
      <Actions>
        <Button kind="primary" big busy={busy} onClick={() => void begin()}>
          {nlPractice.begin}
        </Button>
      </Actions>
    </Stack>
  );
}

function Steps() {
  const done = useSteps();
  return (
    <Stack gap={5}>
      <PageHead title={nlPractice.title} lead={nlPractice.progress(done.size, stepNames.length)} />
      <List ordered label={nlPractice.steps}>
        {stepNames.map((name, n) => (
          <Item
            key={name}
            title={nlPractice.step[name].title}
            lines={[nlPractice.step[name].note, done.has(name) ? nlPractice.isDone : nlPractice.toDo]}
            disc={<Disc>{done.has(name) ? <Icon of={CircleCheckBig} /> : n + 1}</Disc>}
          />
        ))}
      </List>
      {done.size === stepNames.length && <p role="status">{nlPractice.done}</p>}
      <Actions>
        <LinkButton kind="primary" href="/vergadering">
          {nlPractice.go}
        </LinkButton>
      </Actions>
    </Stack>
  );
}

// First use of a new committee: one question a page, a check, and what comes next. The address holds the page, so that the
// back button of the phone goes one question back.
import type { ComponentChildren } from 'preact';
import { useCommand, useMe, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { ArrowRight, Gavel, UserPlus } from '../../icons.ts';
import { nl } from '../../nl/index.ts';
import { nlStart } from '../../nl/start.ts';
import { Actions, BackLink, LinkButton } from '../../parts/button.tsx';
import { Stack } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Disc } from '../../parts/status.tsx';
import { useLocation } from '../../router.tsx';
import { BareShell, ThemeButton } from '../../shell/shell.tsx';
import { SavedBar } from '../../shell/sync-bar.tsx';
import {
  type Answers,
  checkPage,
  firstAnswers,
  firstOpenQuestion,
  foundingArgs,
  pageParam,
  type Question,
  questions,
  startHref,
} from './answers.ts';
import { CheckPage } from './check-page.tsx';
import { QuestionPage } from './question-page.tsx';

export function StartScreen() {
  const { committee } = useMe();
  const { query } = useLocation();
  if (committee !== undefined) {
    return (
      <Frame>
        <Founded name={committee.name} />
      </Frame>
    );
  }
  return (
    <Frame bar={<SavedBar>{nlStart.saved}</SavedBar>}>
      <Questions page={query[pageParam] ?? ''} />
    </Frame>
  );
}

function Frame({ bar, children }: { readonly bar?: ComponentChildren; readonly children: ComponentChildren }) {
  return (
    <BareShell sub={nlStart.sub} brandHref="/start" bar={bar} tools={<ThemeButton />}>
      {children}
    </BareShell>
  );
}

function Questions({ page }: { readonly page: string }) {
  const today = useToday();
  const { route } = useLocation();
  const draft = useDraft<Answers>('start', firstAnswers('', today));
  const found = useCommand('committee.found');
  const answers = draft.value;
  if (page === checkPage && firstOpenQuestion(answers) === undefined) {
    const send = async () => {
      const args = foundingArgs(answers, today);
      if (args === undefined) return;
      const sent = await found.send(args);
      if (sent.saved) await draft.clear();
    };
    return (
      <CheckPage answers={answers} command={found} onFound={() => void send()} onSaved={() => void draft.clear()} />
    );
  }
  const question = questionOf(page, answers);
  const next = questions[questions.indexOf(question) + 1] ?? checkPage;
  const before = questions[questions.indexOf(question) - 1];
  // A question that is changed from the check page leads back to it.
  const goOn = () => route(startHref(firstOpenQuestion(answers) === undefined ? checkPage : next));
  return (
    <>
      {before !== undefined && <BackLink href={startHref(before)}>{nl.back}</BackLink>}
      <QuestionPage key={question} question={question} draft={draft} onAnswered={goOn} />
    </>
  );
}

/** The check page asked for too early shows the question that is still open. */
function questionOf(page: string, answers: Answers): Question {
  const named = questions.find((question) => question === page);
  if (named !== undefined) return named;
  return page === checkPage ? (firstOpenQuestion(answers) ?? 'wijk') : 'wijk';
}

function Founded({ name }: { readonly name: string }) {
  const { done } = nlStart;
  return (
    <Stack gap={5}>
      <PageHead title={done.title(name)} lead={done.lead} focusKey="done" />
      <List>
        <Item
          title={done.members}
          lines={[done.membersNote]}
          href="/instellingen/leden"
          disc={
            <Disc tone="turn">
              <Icon of={UserPlus} />
            </Disc>
          }
        />
        <Item
          title={done.meeting}
          lines={[done.meetingNote]}
          href="/vergadering/nieuw"
          disc={
            <Disc tone="turn">
              <Icon of={Gavel} />
            </Disc>
          }
        />
      </List>
      <Actions>
        <LinkButton href="/" iconAfter={ArrowRight}>
          {done.today}
        </LinkButton>
      </Actions>
    </Stack>
  );
}

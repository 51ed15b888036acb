// Hulp: the list of jobs, and one page for each. Text only, so that it opens at once on a slow phone.
import {
  Banknote,
  CircleQuestionMark,
  FileText,
  Gavel,
  Info,
  ListChecks,
  ReceiptText,
  Smartphone,
  TabletSmartphone,
  WifiOff,
} from '../../icons.ts';
import { type HelpTopic, type HelpTopicName, helpTopics, nlHelp } from '../../nl/help.ts';
import { nlPractice } from '../../nl/practice.ts';
import { Actions, BackLink, LinkButton } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Icon, type IconData } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Disc, Note } from '../../parts/status.tsx';
import { useParam } from '../../router.tsx';

const icons: Readonly<Record<HelpTopicName, IconData>> = {
  aanvraag: FileText,
  handtekeningen: ListChecks,
  vergadering: Gavel,
  bon: ReceiptText,
  declaratie: Banknote,
  'geen-internet': WifiOff,
  'toestel-kwijt': TabletSmartphone,
  iphone: Smartphone,
};
const names = Object.keys(helpTopics) as readonly HelpTopicName[];

export function HelpScreen() {
  return (
    <Stack gap={5}>
      <PageHead title={nlHelp.title} lead={nlHelp.lead} />
      <List label={nlPractice.title}>
        <Item
          title={nlPractice.link.title}
          lines={[nlPractice.link.note]}
          href="/oefenen"
          disc={
            <Disc>
              <Icon of={Gavel} />
            </Disc>
          }
        />
      </List>
      <List>
        {names.map((name) => (
          <Item
            key={name}
            title={helpTopics[name].title}
            lines={[helpTopics[name].note]}
            href={`/hulp/${name}`}
            disc={
              <Disc>
                <Icon of={icons[name]} />
              </Disc>
            }
          />
        ))}
      </List>
    </Stack>
  );
}

export function HelpTopicScreen() {
  const name = useParam('topic');
  const topic = names.find((known) => known === name);
  return (
    <Stack gap={4}>
      <BackLink href="/hulp">{nlHelp.title}</BackLink>
      {topic === undefined ? (
        <Empty page title={nlHelp.unknown}>
          <Icon of={CircleQuestionMark} size="in" /> {nlHelp.lead}
        </Empty>
      ) : (
        <Topic topic={helpTopics[topic]} />
      )}
    </Stack>
  );
}

function Topic({ topic }: { readonly topic: HelpTopic }) {
  return (
    <Stack gap={5}>
      <PageHead title={topic.title} lead={topic.lead} />
      <List ordered>
        {topic.steps.map(({ title, text }, index) => (
          <Item key={title} title={title} lines={[text]} disc={<Disc>{index + 1}</Disc>} />
        ))}
      </List>
      {topic.go !== undefined && (
        <Actions>
          <LinkButton kind="primary" href={topic.go.href}>
            {topic.go.label}
          </LinkButton>
        </Actions>
      )}
      <Card kind="well" gap={3} labelledBy="ook">
        <h2 id="ook">{nlHelp.next}</h2>
        {topic.tips.map((tip) => (
          <Note key={tip} icon={Info}>
            {tip}
          </Note>
        ))}
      </Card>
    </Stack>
  );
}

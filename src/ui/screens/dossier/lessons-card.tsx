// What was learned, for who does it again; and, on a repeat, how it went the time before.
import { addCents } from '../../../domain/money.ts';
import { mayI, type Seen, useCommand, useRow, useRows } from '../../data.ts';
import { Lightbulb } from '../../icons.ts';
import { nlBelongings } from '../../nl/belongings.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { Lines } from '../../parts/lines.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { LocalMark, Note } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { factRows } from '../outcome/facts-card.tsx';
import { SayForm } from './say-form.tsx';

const words = nlBelongings.lessons;
const over: ReadonlySet<string> = new Set(['awarded', 'partly_awarded', 'finished']);

export function LessonsCard({ proposal }: { readonly proposal: Seen<'proposal'> }) {
  const lessons = useRows('lesson', 'proposalId', proposal.id);
  const command = useCommand('lesson.add');
  const mayAdd = mayI('lesson.add') && over.has(proposal.state);
  if (lessons.length === 0 && !mayAdd) return null;
  const draftKey = `lesson.add:${proposal.id}`;
  return (
    <Card gap={3} labelledBy="lessen">
      <CardHead id="lessen" title={words.title} />
      {lessons.length === 0 && <p class="bk-soft">{words.none}</p>}
      <Lessons lessons={lessons} />
      {mayAdd && (
        <SayForm
          fieldId="les"
          draftKey={draftKey}
          words={words}
          command={command}
          send={(lessonId, text) => command.send({ lessonId, proposalId: proposal.id, text }, { draftKey })}
        />
      )}
    </Card>
  );
}

function Lessons({ lessons }: { readonly lessons: readonly Seen<'lesson'>[] }) {
  return (
    <>
      {lessons.map((lesson) => (
        <Note key={lesson.id} icon={Lightbulb}>
          <Lines text={lesson.text} />
          {lesson.pending && <LocalMark />}
        </Note>
      ))}
    </>
  );
}

/** A repeat begins where the last one ended: its figures and its lessons. */
export function EarlierCard({ proposalId }: { readonly proposalId: string }) {
  const earlier = useRow('proposal', proposalId);
  const lessons = useRows('lesson', 'proposalId', proposalId);
  const payments = useRows('payment', 'proposalId', proposalId);
  if (earlier === undefined) return null;
  const outcome = useRow('outcome', proposalId);
  const { repeat } = nlBelongings;
  const paidCents = addCents(payments.filter(({ reversed }) => !reversed).map(({ amountCents }) => amountCents));
  return (
    <Card gap={3} labelledBy="vorige-keer">
      <CardHead id="vorige-keer" title={repeat.title(earlier.year)} />
      <SummaryList
        rows={[
          ...(earlier.past ? [] : [{ label: repeat.requested, value: <MoneyText cents={earlier.requestedCents} /> }]),
          { label: repeat.awarded, value: <MoneyText cents={earlier.awardedCents} /> },
          // Of a project of before the app nobody knows what was paid.
          ...(earlier.past ? [] : [{ label: repeat.paid, value: <MoneyText cents={paidCents} /> }]),
          ...(outcome === undefined ? [] : factRows(outcome)),
        ]}
      />
      <h3>{repeat.lessons}</h3>
      {lessons.length === 0 ? <p class="bk-soft">{repeat.noLessons}</p> : <Lessons lessons={lessons} />}
      <LinkButton href={`/aanvragen/${earlier.id}`}>{repeat.see}</LinkButton>
    </Card>
  );
}

// The votes on one item: counted hands, names one by one, or slips of paper; and what a tie means.
import type { MeetingRules, Vote, Voting } from '../../../domain/rows.ts';
import { Check, CircleAlert, Info, Scale, ThumbsUp } from '../../icons.ts';
import { nlDecision } from '../../nl/decision.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { Seg, type SegOption } from '../../parts/choice.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { Votes } from '../../parts/counter.tsx';
import { Item, List } from '../../parts/list.tsx';
import { Note } from '../../parts/status.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { type DecisionDraft, votesCounted } from './decision-draft.ts';
import type { Attender } from './people-model.ts';
import {
  countsOf,
  isTie,
  noTie,
  notVotedYet,
  tieAsksOf,
  votersOf,
  votingOf,
  withAllFor,
  withBallots,
  withLotByHand,
  withLotDrawn,
} from './vote-draft.ts';

const words = nlDecision.votes;

export interface VotesCardProps {
  readonly draft: DecisionDraft;
  readonly set: (change: (draft: DecisionDraft) => DecisionDraft) => void;
  readonly table: readonly Attender[];
  readonly rules: MeetingRules;
  /** Members who decide along; the votes should add up to this. */
  readonly decidingCount: number;
}

export function VotesCard(props: VotesCardProps) {
  const { draft, set, table, rules, decidingCount } = props;
  const voting = votingOf(draft, rules);
  const votes = countsOf(draft, table, rules);
  const counted = votesCounted(votes);
  const isAllFor = votes.for === decidingCount && counted === decidingCount;
  return (
    <Card labelledBy="stem" gap={3}>
      <CardHead
        id="stem"
        title={words.title}
        aside={<span class="bk-soft bk-small">{words.counted(counted, decidingCount)}</span>}
      />
      {decidingCount > 0 && (
        <Button
          big
          wide
          icon={isAllFor ? Check : ThumbsUp}
          pressed={isAllFor}
          onClick={() => set((value) => withAllFor(value, table, rules))}
        >
          {words.allFor(decidingCount)}
        </Button>
      )}
      {voting === 'by_name' ? (
        <ByName {...props} />
      ) : (
        // More votes than members is said below, not prevented: the room counts, the phone writes it down (D2).
        <Votes value={votes} max={votesMax} onValue={(next) => set((value) => ({ ...value, votes: next }))} />
      )}
      {voting === 'paper' && <p class="bk-soft bk-small">{words.paperNote}</p>}
      {counted > decidingCount && (
        <Note tone="look" icon={CircleAlert} live="status">
          {words.tooMany(counted, decidingCount)}
        </Note>
      )}
      {voting !== 'by_name' && counted > 0 && counted < decidingCount && (
        <p class="bk-soft bk-small">{words.missing(decidingCount - counted)}</p>
      )}
      {isTie(votes) && <Tie {...props} />}
      <HowToVote voting={voting} onVoting={(next) => set((value) => ({ ...value, voting: next }))} />
    </Card>
  );
}

/** More than any committee has members; the schema takes more. */
const votesMax = 99;

const ballotOptions: readonly SegOption<Vote>[] = (['for', 'against', 'abstained'] as const).map((value) => ({
  value,
  label: words.choices[value],
}));

/** One row a voter, and who is still to be asked: the chair looks at that before closing the vote. */
function ByName({ draft, set, table }: VotesCardProps) {
  const waiting = notVotedYet(draft, table).map(({ name }) => name);
  return (
    <>
      <List kind="bleed">
        {votersOf(table).map(({ personId, name, role }) => (
          <Item
            key={personId}
            person
            title={name}
            lines={[nlMeeting.roles[role]]}
            end={
              <Seg
                legend={name}
                options={ballotOptions}
                value={draft.byName?.[personId]}
                onValue={(vote) => set((value) => withBallots(value, { [personId]: vote }))}
              />
            }
          />
        ))}
      </List>
      <p role="status">{waiting.length === 0 ? words.allIn : words.notYet(waiting)}</p>
    </>
  );
}

const votings: readonly Voting[] = ['hands', 'by_name', 'paper'];

function HowToVote({ voting, onVoting }: { readonly voting: Voting; readonly onVoting: (next: Voting) => void }) {
  return (
    <details>
      <summary>{words.howNow(voting)}</summary>
      <RadioGroup
        label={words.how}
        value={voting}
        onValue={onVoting}
        options={votings.map((value) => ({ value, label: words.votings[value] }))}
      />
    </details>
  );
}

const tieOptions: readonly SegOption<'for' | 'against'>[] = [
  { value: 'for', label: words.choices.for },
  { value: 'against', label: words.choices.against },
];

/** With what this device drew before it, no more than the command takes. */
const howLengthMax = 250;
const drawnId = 'getrokken';

/** As many for as against: what the committee's own rule says, and what somebody has to do for it. */
function Tie({ draft, set, table, rules }: VotesCardProps) {
  const asks = tieAsksOf(table, rules);
  const tie = draft.tie ?? noTie;
  const drawnHere = asks === 'lot' && tie.byHand === undefined ? tie.drawn : undefined;
  const asksSide = (asks === 'chair' || asks === 'lot') && drawnHere === undefined;
  const sentence = asks === 'postponed' && rules.tieRule === 'chair' ? words.tie.chairAway : words.tie.asks[asks];
  const draw = () => {
    // Of a random byte even or odd is as likely.
    const forIt = (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % 2 === 0;
    set((value) => withLotDrawn(value, forIt ? 'for' : 'against'));
    // The button that was pressed goes away.
    requestAnimationFrame(() => document.getElementById(drawnId)?.focus());
  };
  return (
    <section class="bk-card bk-card--well bk-stack bk-gap-3" aria-labelledby="staken">
      <h3 id="staken">{words.tie.title}</h3>
      <p role="status">
        {words.tie.lead} {sentence}
      </p>
      {drawnHere !== undefined && (
        <>
          <p class="bk-strong" id={drawnId} tabIndex={-1}>
            {words.tie.drawnHere(drawnHere)}.
          </p>
          <Button kind="quiet" onClick={() => set(withLotByHand)}>
            {words.tie.byHand}
          </Button>
        </>
      )}
      {asksSide && (
        <Seg
          legend={words.tie.title}
          options={tieOptions}
          value={tie.side === 'for' || tie.side === 'against' ? tie.side : undefined}
          onValue={(side) => set((value) => ({ ...value, tie: { ...tie, side } }))}
        />
      )}
      {asksSide && asks === 'lot' && (
        <>
          {tie.drawn === undefined && (
            <Button icon={Scale} onClick={draw}>
              {words.tie.draw}
            </Button>
          )}
          <TextField
            label={words.tie.who}
            hint={words.tie.whoHint}
            optional
            maxLength={howLengthMax}
            value={tie.how}
            onValue={(how) => set((value) => ({ ...value, tie: { ...tie, how } }))}
          />
        </>
      )}
      {asksSide && tie.side === null && <Note icon={Info}>{words.tie.open}</Note>}
    </section>
  );
}

// Writing down a decision: the draft, the command, and the way back.
import type { ComponentChildren } from 'preact';
import type { CommandArgs } from '../../../domain/commands/index.ts';
import { earliest } from '../../../domain/dates.ts';
import type { Quorum } from '../../../domain/quorum.ts';
import { decisionId, type IsoDate } from '../../../domain/rows.ts';
import { checkedFor, exceptionAsked } from '../../../domain/ruleCheck/check.ts';
import { dispatchOnce, mayI, Refusal, type Seen, useApp, useCommand, useToday } from '../../data.ts';
import { weekday } from '../../format.ts';
import { useDraft } from '../../hooks.ts';
import { CircleAlert, Eye, Info } from '../../icons.ts';
import { nlDecision } from '../../nl/decision.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { Actions, LinkButton } from '../../parts/button.tsx';
import type { FormErrors } from '../../parts/error-summary.tsx';
import { Note } from '../../parts/status.tsx';
import { dismissToast, showToast } from '../../parts/toast-store.ts';
import { type CheckData, useCheck } from '../ruling/use-check.ts';
import { nextRound } from './agenda-model.ts';
import { CheckCard, exceptionOf } from './check-part.tsx';
import {
  awardedCentsOf,
  conditionsOf,
  type DecisionDraft,
  emptyDraft,
  isTouched,
  problemsIn,
  withAmountLeft,
} from './decision-draft.ts';
import { DecisionForm, RecordButton } from './decision-form.tsx';
import { NextButton } from './next-button.tsx';
import { PenNote } from './pen.tsx';
import { type Attender, takenUnderOf } from './people-model.ts';
import type { FreeMoney } from './use-free.ts';
import type { MeetingRows, SeenEntry } from './use-meeting.ts';
import { voteTaken } from './vote-draft.ts';

const words = nlDecision.decide;

export interface DecideItemProps {
  readonly rows: MeetingRows;
  readonly entry: SeenEntry & { readonly proposal: Seen<'proposal'> };
  readonly table: readonly Attender[];
  readonly quorum: Quorum;
  readonly free: FreeMoney;
  readonly form: FormErrors;
  /** The notes of this item, before the button that ends the page. */
  readonly notes: ComponentChildren;
}

export function DecideItem(props: DecideItemProps) {
  const { rows, entry } = props;
  const { meeting } = rows;
  if (meeting.state === 'planned') {
    return (
      <>
        <Note icon={Info}>{words.notOpen}</Note>
        <Actions stick>
          <LinkButton kind="primary" big wide href={`/vergadering/${meeting.id}`}>
            {words.openFirst}
          </LinkButton>
        </Actions>
      </>
    );
  }
  if (!mayI('decision.record')) {
    return (
      <>
        <CheckToRead proposal={entry.proposal} />
        <Note icon={Eye}>{words.notBoard}</Note>
        {props.notes}
        <NextButton rows={rows} itemId={entry.item.id} />
      </>
    );
  }
  return <Deciding {...props} />;
}

/** Who votes and writes nothing down knows the same of it. */
function CheckToRead({ proposal }: { readonly proposal: Seen<'proposal'> }) {
  return <CheckCard proposal={proposal} data={useCheck(proposal)} />;
}

const draftKeyOf = (itemId: string): string => `decision:${itemId}`;

/** One draft an item, kept through reload and crash, and put back when a decision is withdrawn at once. */
export function useDecisionDraft(itemId: string, requestedCents: number) {
  return useDraft<DecisionDraft>(draftKeyOf(itemId), emptyDraft(requestedCents));
}

function Deciding({ rows, entry, table, quorum, free, form, notes }: DecideItemProps) {
  const { item, proposal } = entry;
  const requestedCents = proposal.requestedCents;
  const today = useToday();
  const draft = useDecisionDraft(item.id, requestedCents);
  const command = useCommand('decision.record');
  // As it was on the evening itself, also when it is written down later.
  const found = useCheck(proposal, decidedOnOf(rows.meeting, today));
  const check = { ...found, checked: checkedFor(awardedCentsOf(draft.value), found.checked) };
  const record = useRecord({ rows, entry, table, check });
  const send = async () => {
    const value = withAmountLeft(draft.value, requestedCents);
    if (value !== draft.value) draft.set(() => value);
    const asked = exceptionAsked(value.outcome, check.checked);
    if (form.check(problemsIn(value, requestedCents, asked))) await record(value, draft, command.send);
  };
  // The next act: the message about the item before would lie over the lowest fields of this one.
  const set: typeof draft.set = (change) => {
    dismissToast();
    draft.set(change);
  };
  const afterCents = free.leftCents - (awardedCentsOf(draft.value) ?? 0);
  return (
    <>
      <CheckCard proposal={proposal} data={found} />
      <PenNote rows={rows} />
      {rows.meeting.state === 'closed' && <Note icon={Info}>{nlMeeting.closed.recordLate}</Note>}
      {draft.restored && isTouched(draft.value) && <Note icon={Info}>{words.restored}</Note>}
      {draft.failed && (
        <Note tone="bad" icon={CircleAlert} live="alert">
          {words.draftFailed}
        </Note>
      )}
      <DecisionForm
        draft={draft.value}
        set={set}
        form={form}
        requestedCents={requestedCents}
        table={table}
        rules={rows.rules}
        decidingCount={quorum.presentCount}
        overFreeCents={Math.max(0, -afterCents)}
        checked={check.checked}
      />
      <p class="bk-soft bk-small">{words.dayOf(weekday(decidedOnOf(rows.meeting, today)))}</p>
      {notes}
      <Refusal command={command} />
      <Actions stick>
        <RecordButton draft={draft.value} busy={command.busy} onRecord={() => void send()} />
      </Actions>
    </>
  );
}

/** The day of the meeting, also when it is written down after midnight; today when it is held before its day. */
const decidedOnOf = ({ plannedOn }: Seen<'meeting'>, today: IsoDate): IsoDate => earliest(plannedOn, today);

type Send = ReturnType<typeof useCommand<'decision.record'>>['send'];
type Draft = ReturnType<typeof useDecisionDraft>;

/** Sends what the screen shows; once saved, the toast offers to take it back with everything as it was filled in. */
function useRecord({
  rows,
  entry,
  table,
  check,
}: Pick<DecideItemProps, 'rows' | 'entry' | 'table'> & { readonly check: CheckData }) {
  const app = useApp();
  const today = useToday();
  const { item, number } = entry;
  const { meeting, decisions } = rows;
  const round = nextRound(decisions.filter(({ itemId }) => itemId === item.id));
  return async (value: DecisionDraft, draft: Draft, send: Send): Promise<void> => {
    if (value.outcome === null) return;
    const exception = exceptionOf(value, check);
    const args: CommandArgs<'decision.record'> = {
      meetingId: meeting.id,
      itemId: item.id,
      round,
      outcome: value.outcome,
      awardedCents: awardedCentsOf(value) ?? 0,
      conditions: conditionsOf(value),
      reason: value.reason.trim(),
      ...(exception === undefined ? {} : { exception }),
      takenUnder: takenUnderOf(table, voteTaken(value, table, rows.rules)),
      decidedOn: decidedOnOf(meeting, today),
    };
    const sent = await send(args, { draftKey: draftKeyOf(item.id) });
    if (!sent.saved) return;
    await draft.clear();
    const undo = async () => {
      // Before the decision goes: the form that comes back then finds it.
      draft.set(() => value);
      await draft.flush();
      const back = await dispatchOnce(app, 'decision.withdraw', { decisionId: decisionId(item.id, round) });
      showToast({ text: back.saved ? words.withdrawn : words.notWithdrawn });
    };
    showToast({ text: words.recorded(number), undo });
  };
}

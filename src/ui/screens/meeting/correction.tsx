import { useLocation } from 'preact-iso';
import { yearSummary } from '../../../domain/budget.ts';
import { effective } from '../../../domain/commands/standing.ts';
import { earliest } from '../../../domain/dates.ts';
import type { DecisionOutcome } from '../../../domain/rows.ts';
import { mayI, newId, Refusal, type Seen, useCommand, useRows, useToday } from '../../data.ts';
import { useDraft } from '../../hooks.ts';
import { Info } from '../../icons.ts';
import { nlDecision } from '../../nl/decision.ts';
import { Actions, BackLink, Button, LinkButton } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { DateField, MoneyField, TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useParam } from '../../router.tsx';
import { itemHref } from './agenda-list.tsx';
import {
  type CorrectionDraft,
  type CorrectionFacts,
  correctedOf,
  correctionFields,
  correctionProblems,
} from './correction-draft.ts';
import { CorrectionList, useCorrections } from './corrections.tsx';
import { isMoneyOutcome, reasonLengthMax } from './decision-draft.ts';
import { MissingMeeting } from './missing.tsx';
import { type MeetingRows, useMeeting } from './use-meeting.ts';
import { Verdict } from './verdict.tsx';

const words = nlDecision.correction;

/** /vergadering/:id/punt/:itemId/herstellen: a dated correction beside a decision that is public. */
export function CorrectionScreen() {
  const meetingId = useParam('id');
  const { loaded, value: rows } = useMeeting(meetingId);
  const itemId = useParam('itemId');
  if (!loaded) return <PageHead title={words.title} />;
  if (rows === undefined) return <MissingMeeting />;
  const entry = rows.agenda.find(({ item }) => item.id === itemId);
  const { decision, proposal } = entry ?? {};
  const possible = rows.meeting.state === 'closed' && mayI('decision.correct');
  if (decision === undefined || proposal === undefined || !possible) {
    return (
      <Empty
        page
        title={words.impossible}
        action={<LinkButton href={`/vergadering/${meetingId}`}>{nlDecision.decided.toMeeting}</LinkButton>}
      >
        {words.impossibleText}
      </Empty>
    );
  }
  return <CorrectionForm rows={rows} decision={decision} proposal={proposal} />;
}

interface CorrectionFormProps {
  readonly rows: MeetingRows;
  readonly decision: Seen<'decision'>;
  readonly proposal: Seen<'proposal'>;
}

function CorrectionForm({ rows, decision, proposal }: CorrectionFormProps) {
  const today = useToday();
  const { route } = useLocation();
  const corrections = useCorrections(decision.id);
  const form = useFormErrors();
  const command = useCommand('decision.correct');
  const draftKey = `correction:${decision.id}`;
  const draft = useDraft<CorrectionDraft>(draftKey, {
    outcome: null,
    amount: '',
    reason: '',
    correctedOn: today,
  });
  const { requestedCents } = proposal;
  const now = effective(decision, corrections);
  const facts: CorrectionFacts = { requestedCents, now, decidedOn: decision.decidedOn, today };
  const send = async () => {
    if (!form.check(correctionProblems(draft.value, facts))) return;
    const corrected = correctedOf(draft.value, requestedCents);
    if (corrected === undefined) return;
    const { reason, correctedOn } = draft.value;
    const args = { correctionId: newId(), decisionId: decision.id, ...corrected, reason: reason.trim(), correctedOn };
    const sent = await command.send(args, { draftKey });
    if (!sent.saved) return;
    await draft.clear();
    showToast({ text: words.done });
    route(itemHref(decision.meetingId, decision.itemId));
  };
  return (
    <>
      <Stack gap={3}>
        <BackLink href={itemHref(decision.meetingId, decision.itemId)}>{proposal.title}</BackLink>
        <ErrorSummary form={form} />
        <PageHead title={words.title} lead={words.lead} />
      </Stack>
      <Stack gap={5}>
        {draft.restored && <Note icon={Info}>{nlDecision.decide.restored}</Note>}
        <Card labelledBy="was" gap={3}>
          <h2 id="was">{proposal.title}</h2>
          <CorrectionList decision={decision} nameOf={rows.nameOf} />
          <Verdict decision={decision} requestedCents={requestedCents} />
        </Card>
        <CorrectionFields draft={draft.value} set={draft.set} form={form} proposal={proposal} facts={facts} />
        <Refusal command={command} />
        <Actions>
          <Button
            kind="primary"
            big
            busy={command.busy}
            blocked={draft.value.outcome === null ? words.send.none : undefined}
            onClick={() => void send()}
          >
            {sendLabel(draft.value, requestedCents)}
          </Button>
        </Actions>
      </Stack>
    </>
  );
}

interface CorrectionFieldsProps {
  readonly draft: CorrectionDraft;
  readonly set: (patch: Partial<CorrectionDraft>) => void;
  readonly form: ReturnType<typeof useFormErrors>;
  readonly proposal: Seen<'proposal'>;
  readonly facts: CorrectionFacts;
}

/** "Toekennen" covers the whole and a part: the amount tells which. */
const outcomes: readonly DecisionOutcome[] = ['awarded', 'refused', 'deferred'];

function CorrectionFields({ draft, set, form, proposal, facts }: CorrectionFieldsProps) {
  const { paidCents } = yearSummary(useRows('ledgerLine', 'proposalId', proposal.id));
  return (
    <>
      <RadioGroup
        id={correctionFields.outcome}
        label={words.outcome}
        error={form.of(correctionFields.outcome)}
        options={outcomes.map((value) => ({ value, label: words.choices[value] }))}
        value={draft.outcome ?? undefined}
        onValue={(outcome) => set({ outcome })}
      />
      {isMoneyOutcome(draft.outcome) && (
        <MoneyField
          big
          id={correctionFields.amount}
          label={words.amount}
          hint={nlDecision.decide.amountOf(facts.requestedCents)}
          after={paidCents > 0 ? words.amountPaid(paidCents) : undefined}
          value={draft.amount}
          error={form.of(correctionFields.amount)}
          onValue={(amount) => set({ amount })}
        />
      )}
      <TextArea
        id={correctionFields.reason}
        label={words.reason}
        hint={nlDecision.decide.reasonHint}
        rows={3}
        maxLength={reasonLengthMax}
        value={draft.reason}
        error={form.of(correctionFields.reason)}
        onValue={(reason) => set({ reason })}
      />
      <DateField
        id={correctionFields.date}
        label={words.date}
        value={draft.correctedOn}
        min={earliest(facts.decidedOn, facts.today)}
        max={facts.today}
        error={form.of(correctionFields.date)}
        onValue={(correctedOn) => set({ correctedOn })}
      />
    </>
  );
}

function sendLabel(draft: CorrectionDraft, requestedCents: number): string {
  const corrected = correctedOf(draft, requestedCents);
  if (corrected !== undefined && corrected.awardedCents > 0) return words.send.money(corrected.awardedCents);
  return draft.outcome === null ? words.send.none : words.send.plain(draft.outcome);
}

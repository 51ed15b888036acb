// /aanvragen/:id: one proposal from the idea to the last receipt, for the committee and for who thought of it.
import { useState } from 'preact/hooks';
import { isCommitteeRole } from '../../../domain/access.ts';
import { mayI, type Seen, useMe, useRowFound, useRows } from '../../data.ts';
import { UsersRound } from '../../icons.ts';
import { nlDossier } from '../../nl/dossier.ts';
import { titleOr } from '../../nl/proposals.ts';
import { BackLink, Button } from '../../parts/button.tsx';
import { Card, CardHead, Columns, Section, Stack } from '../../parts/card.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Badge, LocalMark } from '../../parts/status.tsx';
import { TaskList } from '../../parts/task-list.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { useParam } from '../../router.tsx';
import { IdeasOfProposal } from '../ideas/ideas.tsx';
import { mayChange } from '../proposal-form/may-change.ts';
import { useThemes } from '../proposal-form/theme-fields.tsx';
import { StateBadge } from '../proposals/state-badge.tsx';
import { AdviceCard } from '../ruling/advice-card.tsx';
import { useCheck } from '../ruling/use-check.ts';
import { MissingProposal } from '../support/missing.tsx';
import { ActionsCard } from './actions-card.tsx';
import { ClaimsCard } from './claims-card.tsx';
import { CoFinancingCard } from './cofinancing-card.tsx';
import { CommentsCard } from './comments-card.tsx';
import { CounterCard } from './counter-card.tsx';
import { DecisionsCard } from './decisions-card.tsx';
import { DocumentsCard } from './documents-card.tsx';
import { DuplicatesCard, MergedHere, MergedNote } from './duplicates-card.tsx';
import { GuidesCard } from './guides-card.tsx';
import { historyOf } from './history.tsx';
import { InitiatorCard } from './initiator-card.tsx';
import { EarlierCard, LessonsCard } from './lessons-card.tsx';
import { MoneyCard } from './money-card.tsx';
import { NotesCard } from './notes-card.tsx';
import { OwnerCard } from './owner-card.tsx';
import { PlanCard } from './plan-card.tsx';
import { taskRows, turnOf } from './task-rows.ts';
import { TurnCard } from './turn-card.tsx';
import { type Dossier, useDossier } from './use-dossier.ts';
import { YearsCard } from './years-card.tsx';

export function DossierScreen() {
  const { loaded, value: proposal } = useRowFound('proposal', useParam('id'));
  if (!loaded) return null;
  if (proposal === undefined) return <MissingProposal />;
  return <DossierPage key={proposal.id} proposal={proposal} />;
}

function DossierPage({ proposal }: { readonly proposal: Seen<'proposal'> }) {
  const { access } = useMe();
  const dossier = useDossier(proposal);
  const isCommittee = isCommitteeRole(access.role);
  const isInitiator = access.role === 'initiator';
  const mayEdit = mayI('proposal.change') && mayChange(access.role, proposal.state);
  const ideas = useRows('idea', 'proposalId', proposal.id);
  const turn = turnOf(dossier, isInitiator);
  return (
    <>
      <Head dossier={dossier} isInitiator={isInitiator} />
      <MergedNote proposal={proposal} />
      <Columns kind="side">
        <Stack gap={5}>
          <Tasks dossier={dossier} mayEdit={mayEdit} isCommittee={isCommittee} turn={turn} />
          <DecisionsCard dossier={dossier} />
          <PlanCard proposal={proposal} mayEdit={mayEdit} />
          {proposal.repeatOfId !== null && <EarlierCard proposalId={proposal.repeatOfId} />}
          <CounterCard proposalId={proposal.id} />
          <CoFinancingCard proposalId={proposal.id} />
          <DocumentsCard proposalId={proposal.id} />
          <LessonsCard proposal={proposal} />
          <ClaimsCard dossier={dossier} />
        </Stack>
        <Stack gap={5}>
          {turn !== undefined && <TurnCard dossier={dossier} task={turn} />}
          <MoneyCard dossier={dossier} />
          {isCommittee && (
            <AdviceCard
              proposalId={proposal.id}
              editable={proposal.state !== 'withdrawn' && proposal.state !== 'finished'}
            />
          )}
          <ActionsCard dossier={dossier} turn={turn} />
          {isCommittee && <OwnerCard dossier={dossier} />}
          {isCommittee && <DuplicatesCard proposal={proposal} />}
          {isCommittee && <MergedHere proposal={proposal} />}
          <GuidesCard proposalId={proposal.id} />
          <YearsCard proposal={proposal} />
          <CommentsCard dossier={dossier} />
          {isCommittee && <NotesCard dossier={dossier} />}
          {isCommittee && <IdeasOfProposal ideas={ideas} />}
          <InitiatorCard dossier={dossier} />
          <History dossier={dossier} />
        </Stack>
      </Columns>
    </>
  );
}

function Head({ dossier, isInitiator }: { readonly dossier: Dossier; readonly isInitiator: boolean }) {
  const { proposal, meeting } = dossier;
  const { year, number, submittedOn, state, applicant, pending, v } = proposal;
  return (
    <Stack gap={2}>
      <BackLink href="/aanvragen">{isInitiator ? nlDossier.backOwn : nlDossier.back}</BackLink>
      <PageHead title={titleOr(proposal.title)} kicker={nlDossier.kicker(year, number, submittedOn)}>
        <StateBadge state={state} onAgenda={meeting !== undefined} merged={proposal.mergedIntoId !== null} />
        {applicant !== '' && <Badge icon={UsersRound}>{applicant}</Badge>}
        {pending && <LocalMark />}
        {pending && number !== null && v === 0 && <small class="bk-soft">{nlDossier.numberForecast}</small>}
      </PageHead>
    </Stack>
  );
}

interface TasksProps {
  readonly dossier: Dossier;
  readonly mayEdit: boolean;
  readonly isCommittee: boolean;
  readonly turn: ReturnType<typeof turnOf>;
}

function Tasks({ dossier, mayEdit, isCommittee, turn }: TasksProps) {
  const check = useCheck(dossier.proposal);
  const tasks = taskRows({ dossier, turn, mayEdit, isCommittee, check });
  const done = tasks.filter(({ state }) => state === 'done').length;
  return (
    <Section
      id="taken"
      title={nlDossier.tasks.title}
      aside={<p class="bk-small bk-soft">{nlDossier.tasks.done(done, tasks.length)}</p>}
    >
      <TaskList tasks={tasks} />
    </Section>
  );
}

const historyShown = 8;

function History({ dossier }: { readonly dossier: Dossier }) {
  const [all, setAll] = useState(false);
  const themes = useThemes(dossier.proposal.year);
  const events = historyOf(dossier, themes);
  const shown = all ? events : events.slice(0, historyShown);
  return (
    <Card labelledBy="geschiedenis">
      <CardHead id="geschiedenis" title={nlDossier.history.title} />
      {events.length === 0 ? <p class="bk-soft">{nlDossier.history.none}</p> : <Timeline events={shown} />}
      {shown.length < events.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {nlDossier.history.more(events.length - shown.length)}
        </Button>
      )}
    </Card>
  );
}

// /raadpleging/:id/uitslag: what came out and why; before it is recorded, as the papers say now.
import { isCommitteeRole, isVotingRole } from '../../../domain/access.ts';
import { mayI, type Seen, useMe } from '../../data.ts';
import { dayWithYear } from '../../format.ts';
import { CircleAlert, CircleCheckBig, Clock, Info, Printer } from '../../icons.ts';
import { nlConsultationResult } from '../../nl/consultation-result.ts';
import { BackLink, LinkButton } from '../../parts/button.tsx';
import { Card, CardHead, Stack } from '../../parts/card.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { LocalMark, Note } from '../../parts/status.tsx';
import { useLocation, useParam } from '../../router.tsx';
import { AgendaCard } from './agenda-card.tsx';
import { checkOf } from './close-draft.ts';
import { CloseForm } from './close-form.tsx';
import { explain } from './explain.ts';
import { ExportButton } from './export-button.tsx';
import { MissingConsultation } from './missing.tsx';
import { ToldResult } from './told-result.tsx';
import { type ConsultationData, consultationHref, useConsultation } from './use-consultation.ts';

const words = nlConsultationResult.result;

export function ResultScreen() {
  const { loaded, data } = useConsultation(useParam('id'));
  const { query } = useLocation();
  if (!loaded) return null;
  if (data === undefined) return <MissingConsultation />;
  const recorded = data.results.at(-1);
  const correcting = query['verbeteren'] !== undefined && mayI('consultation.close');
  return (
    <>
      <Stack gap={2}>
        <BackLink href={consultationHref(data.consultation.id)}>{data.consultation.title}</BackLink>
        <PageHead title={recorded === undefined || correcting ? words.preview : words.title}>
          {recorded?.pending && <LocalMark />}
        </PageHead>
      </Stack>
      {recorded === undefined || correcting ? (
        <Preview data={data} round={(recorded?.round ?? 0) + 1} />
      ) : (
        <Recorded data={data} recorded={recorded} />
      )}
    </>
  );
}

function Preview({ data, round }: { readonly data: ConsultationData; readonly round: number }) {
  const { access } = useMe();
  const { papers, toCount } = data;
  if (!isCommitteeRole(access.role) || papers.stacks.length === 0) return <Note icon={Info}>{words.nothing}</Note>;
  if (isVotingRole(access.role) && toCount.length > 0) return <Note icon={Clock}>{words.countFirst(toCount)}</Note>;
  return <CloseForm key={round} data={data} round={round} />;
}

interface RecordedProps {
  readonly data: ConsultationData;
  readonly recorded: Seen<'consultationResult'>;
}

function Recorded({ data, recorded }: RecordedProps) {
  const { access } = useMe();
  const { consultation, papers, toCount } = data;
  const sees = isCommitteeRole(access.role) && toCount.length === 0 && papers.stacks.length > 0;
  const check = sees ? checkOf(consultation, papers, recorded) : undefined;
  const told = check?.state === 'same' && check.outcome.kind === 'done' ? check.outcome.told : undefined;
  const { presentCount, ballotCount, blankCount, invalidCount, lot, lotDrawnBy, reason, closedOn } = recorded;
  const { quorumCount } = consultation;
  return (
    <Stack gap={5}>
      {recorded.round > 1 && <Note icon={Info}>{words.corrected(reason, closedOn)}</Note>}
      <div class="bk-stack bk-gap-2">
        <p>{words.turnout(presentCount, ballotCount, blankCount, invalidCount)}</p>
        {quorumCount > 0 && <p>{words.quorum(quorumCount, presentCount >= quorumCount)}</p>}
        {lotDrawnBy !== '' && <p>{words.lot.told(lot, lotDrawnBy)}</p>}
      </div>
      <ToldResult told={explain(consultation, recorded, recorded.steps, told)} />
      {check !== undefined && <Check data={data} same={check.state === 'same'} />}
      <Note icon={Info}>{words.noDecision}</Note>
      {mayI('agenda.add') && <AgendaCard consultation={consultation} recorded={recorded} />}
      <Earlier results={data.results.slice(0, -1)} />
      <div class="bk-row bk-gap-2">
        <LinkButton icon={Printer} href={`/print/raadpleging/${consultation.id}`}>
          {words.print}
        </LinkButton>
        {sees && <ExportButton data={data} chosen={recorded.steps.map(({ number }) => number)} />}
        {mayI('consultation.close') && (
          <LinkButton href={`${consultationHref(consultation.id)}/uitslag?verbeteren`}>{words.correct}</LinkButton>
        )}
      </div>
    </Stack>
  );
}

/** What was announced stands (D2); where the papers say something else, the committee sees it. */
function Check({ data, same }: { readonly data: ConsultationData; readonly same: boolean }) {
  if (!same) {
    return (
      <Note tone="bad" icon={CircleAlert}>
        {words.check.differs}
      </Note>
    );
  }
  const { certain } = data.papers;
  return (
    <Note tone={certain ? 'ok' : 'look'} icon={certain ? CircleCheckBig : Clock}>
      {certain ? words.check.same : words.check.open}
    </Note>
  );
}

function Earlier({ results }: { readonly results: readonly Seen<'consultationResult'>[] }) {
  if (results.length === 0) return null;
  return (
    <Card labelledBy="eerder">
      <CardHead id="eerder" title={words.earlierTitle} />
      <ul class="bk-plain bk-stack bk-gap-2">
        {results.map(({ id, round, closedOn, steps }) => (
          <li key={id}>
            {words.earlier(
              round,
              dayWithYear(closedOn),
              steps.map(({ number }) => number),
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

// /print/raadpleging/:id: the result on paper, for the door of the buurthuis.
import { type Seen, useMe } from '../../data.ts';
import { euro } from '../../format.ts';
import { Info, Printer } from '../../icons.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import { nlConsultationResult } from '../../nl/consultation-result.ts';
import { nlPrint } from '../../nl/print-decisions.ts';
import { BackLink, Button } from '../../parts/button.tsx';
import { Mark } from '../../parts/mark.tsx';
import { usePageTitle } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { useParam } from '../../router.tsx';
import { useLogMark } from '../print-decisions/log-head.ts';
import { checkOf } from './close-draft.ts';
import { type Explanation, explain, type ToldPlan } from './explain.ts';
import { MissingConsultation } from './missing.tsx';
import { type ConsultationData, consultationHref, useConsultation } from './use-consultation.ts';

const words = nlConsultationResult.print;

export function PrintResultScreen() {
  const { loaded, data } = useConsultation(useParam('id'));
  if (!loaded) return null;
  if (data === undefined) {
    return (
      <main id="inhoud" class="bk-main" tabIndex={-1}>
        <MissingConsultation />
      </main>
    );
  }
  return <Paper data={data} />;
}

function Paper({ data }: { readonly data: ConsultationData }) {
  const { consultation, results } = data;
  const { committee } = useMe();
  const heading = usePageTitle(`${words.title} ${consultation.title}`);
  const recorded = results.at(-1);
  return (
    <>
      <header class="bk-noprint bk-paper-tools bk-row bk-between">
        <BackLink href={`${consultationHref(consultation.id)}/uitslag`}>{words.back}</BackLink>
        <Button kind="primary" icon={Printer} onClick={() => print()}>
          {words.print}
        </Button>
      </header>
      <main class="bk-paper" id="inhoud" tabIndex={-1}>
        <header class="bk-paper-head">
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {words.title}
            </h1>
            <p>
              {committee !== undefined && (
                <>
                  {nlPrint.committee(committee.bodyWord, committee.name)}
                  <br />
                </>
              )}
              {consultation.title}
              <br />
              {words.held(consultation.heldOn, consultation.place)}
            </p>
          </div>
          <Mark />
        </header>
        {recorded === undefined ? <Note icon={Info}>{words.draft}</Note> : <Result data={data} recorded={recorded} />}
      </main>
    </>
  );
}

interface ResultProps {
  readonly data: ConsultationData;
  readonly recorded: Seen<'consultationResult'>;
}

function Result({ data, recorded }: ResultProps) {
  const { consultation, papers } = data;
  const { result } = nlConsultationResult;
  const check = checkOf(consultation, papers, recorded);
  const told = check.state === 'same' && check.outcome.kind === 'done' ? check.outcome.told : undefined;
  const explained = explain(consultation, recorded, recorded.steps, told);
  const { presentCount, ballotCount, blankCount, invalidCount, lot, lotDrawnBy } = recorded;
  const { quorumCount, whoMayVote } = consultation;
  const foot = useFoot(recorded);
  return (
    <>
      <p>
        <b>{nlConsultation.page.who}:</b> {whoMayVote}
      </p>
      <p>{result.turnout(presentCount, ballotCount, blankCount, invalidCount)}</p>
      {quorumCount > 0 && <p>{result.quorum(quorumCount, presentCount >= quorumCount)}</p>}
      {recorded.round > 1 && <p>{result.corrected(recorded.reason, recorded.closedOn)}</p>}
      <Plans explained={explained} />
      {explained.money !== undefined && <p class="bk-strong">{explained.money}</p>}
      {lotDrawnBy !== '' && <p>{result.lot.told(lot, lotDrawnBy)}</p>}
      <section class="bk-stack bk-gap-2">
        <h2>{result.how}</h2>
        {explained.how.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
      <footer class="bk-paper-foot">
        {foot.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </footer>
    </>
  );
}

function Plans({ explained: { chosen, others } }: { readonly explained: Explanation }) {
  const article = ({ number, title, costCents, votes, why }: ToldPlan, end: string) => (
    <article class="bk-paper-item" key={number}>
      <h2>{nlConsultation.plan(number, title)}</h2>
      <p class="bk-verdict">
        <span>{end}</span>
        <span class="bk-num">{euro(costCents)}</span>
      </p>
      <p>{votes}</p>
      <p class="bk-small bk-soft">{why}</p>
    </article>
  );
  return (
    <div class="bk-paper-body">
      {chosen.map((plan) => article(plan, words.chosen))}
      {others.map((plan) => article(plan, words.notChosen))}
    </div>
  );
}

/** That it is public, and by which mark of the log it can be checked. */
function useFoot({ closedOn }: Seen<'consultationResult'>): readonly string[] {
  const head = useLogMark();
  return [
    words.recorded(closedOn),
    nlConsultationResult.result.noDecision,
    words.public,
    head === undefined
      ? nlPrint.noHead
      : nlPrint.head(head.short, head.syncedAt === null ? null : new Date(head.syncedAt).toISOString()),
  ];
}

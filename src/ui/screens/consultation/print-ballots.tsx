// /print/stembriefjes/:id: two ballot papers on a sheet, to be cut. A box to cross for every answer that is counted.
import { useMe } from '../../data.ts';
import { Printer } from '../../icons.ts';
import { nlBallot } from '../../nl/ballot.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import { nlPrint } from '../../nl/print-decisions.ts';
import { BackLink, Button } from '../../parts/button.tsx';
import { usePageTitle } from '../../parts/page-head.tsx';
import { useParam } from '../../router.tsx';
import { MissingConsultation } from './missing.tsx';
import { type ConsultationData, consultationHref, useConsultation } from './use-consultation.ts';

type Consultation = ConsultationData['consultation'];

export function PrintBallotsScreen() {
  const { loaded, data } = useConsultation(useParam('id'));
  if (!loaded) return null;
  if (data === undefined) {
    return (
      <main id="inhoud" class="bk-main" tabIndex={-1}>
        <MissingConsultation />
      </main>
    );
  }
  return <Sheet consultation={data.consultation} />;
}

function Sheet({ consultation }: { readonly consultation: Consultation }) {
  const heading = usePageTitle(`${nlBallot.title} ${consultation.title}`);
  return (
    <>
      <header class="bk-noprint bk-paper-tools bk-stack bk-gap-3">
        <div class="bk-row bk-between">
          <BackLink href={consultationHref(consultation.id)}>{consultation.title}</BackLink>
          <Button kind="primary" icon={Printer} onClick={() => print()}>
            {nlPrint.print}
          </Button>
        </div>
        <h1 ref={heading} tabIndex={-1}>
          {nlBallot.page}
        </h1>
        <p>{nlBallot.hint}</p>
      </header>
      <main class="bk-paper" id="inhoud" tabIndex={-1}>
        {[1, 2].map((number) => (
          <Ballot key={number} consultation={consultation} number={number} />
        ))}
      </main>
    </>
  );
}

function Ballot({ consultation, number }: { readonly consultation: Consultation; readonly number: number }) {
  const { committee } = useMe();
  const { title, heldOn, startTime, method, choicesMax } = consultation;
  return (
    <article class="bk-ballot" aria-label={nlBallot.copy(number)}>
      <h2>
        {nlBallot.title} {title}
      </h2>
      <p>
        {committee !== undefined && `${nlPrint.committee(committee.bodyWord, committee.name)}, `}
        {nlConsultation.when(heldOn, startTime)}
      </p>
      <p class="bk-strong">{nlBallot.asks[method](choicesMax)}</p>
      <Boxes consultation={consultation} />
      <p class="bk-small">{nlBallot.secret}</p>
    </article>
  );
}

function Boxes({ consultation: { method, options } }: { readonly consultation: Consultation }) {
  const answers = method === 'for_against' ? [nlBallot.for, nlBallot.against, nlBallot.abstained] : [nlBallot.choice];
  return (
    <table>
      <thead>
        <tr>
          {[nlBallot.plan, ...answers].map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {options.map(({ number, title, costCents }) => (
          <tr key={number}>
            <th scope="row">
              {nlConsultation.plan(number, title)}
              <br />
              <span class="bk-small bk-soft">{nlBallot.cost(costCents)}</span>
            </th>
            {answers.map((answer) => (
              <td key={answer} class="box" />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

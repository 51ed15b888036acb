// Projects of more years that run in the year of an account, with what was told of that year.
import { nlAccountability } from '../../nl/accountability.ts';
import { titleOr } from '../../nl/proposals.ts';
import { Card } from '../../parts/card.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { ToldYear } from '../outcome/years-told-card.tsx';
import { paidPerProposal, type YearInsight } from './use-insight.ts';

const words = nlAccountability.moreYears;

export function MoreYearsCard({ data }: { readonly data: YearInsight }) {
  if (data.moreYears.length === 0) return null;
  return (
    <Card labelledBy="meer-jaren">
      <h2 id="meer-jaren">{words.title}</h2>
      <MoreYears data={data} />
    </Card>
  );
}

export function MoreYears({ data: { moreYears, year, lines } }: { readonly data: YearInsight }) {
  const paid = paidPerProposal(lines);
  return (
    <>
      {moreYears.map(({ proposal: { id, title, year: first, untilYear = first }, told }) => (
        <section key={id} class="bk-stack bk-gap-1">
          <h3>
            <a href={`/aanvragen/${id}/verantwoording`}>{titleOr(title)}</a>
          </h3>
          <p class="bk-small bk-soft">
            {words.place(year - first + 1, untilYear - first + 1)} <MoneyText cents={paid(id)} />
          </p>
          {told === undefined ? <p>{words.none(year)}</p> : <ToldYear told={told} />}
        </section>
      ))}
    </>
  );
}

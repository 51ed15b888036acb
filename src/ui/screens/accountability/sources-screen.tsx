// /verantwoording/projecten?van=…&wat=…: the projects behind one figure of the account.
import { useState } from 'preact/hooks';
import { addCents } from '../../../domain/money.ts';
import type { Cents } from '../../../domain/rows.ts';
import { nlAccountability } from '../../nl/accountability.ts';
import { nlProposals, titleOr } from '../../nl/proposals.ts';
import { BackLink, Button } from '../../parts/button.tsx';
import { Stack } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Item, List } from '../../parts/list.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useLocation } from '../../router.tsx';
import { forCommittee } from './for-committee.tsx';
import { sourceOf } from './sources.ts';
import { homeHref, useAskedYear, useInsight, type YearInsight } from './use-insight.ts';

const words = nlAccountability.sources;

/** More at once makes a phone slow; the sum above is of all of them. */
const shownAtOnce = 60;

export const SourcesScreen = forCommittee(SourcesOfCommittee);

function SourcesOfCommittee() {
  const { query } = useLocation();
  const data = useInsight(useAskedYear(query));
  if (data === undefined) return null;
  return <Sources data={data} of={query['van'] ?? ''} what={query['wat'] ?? ''} />;
}

function Sources({ data, of, what }: { readonly data: YearInsight; readonly of: string; readonly what: string }) {
  const [all, setAll] = useState(false);
  const source = sourceOf(data, of, what);
  const { title, ids, note, foot } = source;
  const byId = new Map(data.proposals.map((proposal) => [proposal.id, proposal]));
  const found = ids.flatMap((id) => byId.get(id) ?? []);
  const centsOf = source.cents ?? ((id: string): Cents => byId.get(id)?.awardedCents ?? 0);
  const cents = addCents(found.map(({ id }) => centsOf(id)));
  return (
    <>
      <Stack gap={2}>
        <BackLink href={homeHref(data.year)}>{nlAccountability.title(data.year)}</BackLink>
        <PageHead title={title} lead={(source.lead ?? words.lead)(source.count ?? found.length, cents)} />
      </Stack>
      {found.length === 0 ? (
        <Empty title={words.empty}>{words.emptyText}</Empty>
      ) : (
        <Stack gap={3}>
          <List label={title}>
            {(all ? found : found.slice(0, shownAtOnce)).map((one) => (
              <Item
                key={one.id}
                title={titleOr(one.title)}
                lines={[note?.(one.id) ?? nlProposals.states[one.state]]}
                end={<MoneyText cents={centsOf(one.id)} />}
                href={`/aanvragen/${one.id}`}
              />
            ))}
          </List>
          {!all && found.length > shownAtOnce && (
            <Button onClick={() => setAll(true)}>{nlAccountability.missing.all(found.length)}</Button>
          )}
          {foot !== undefined && <p class="bk-small bk-soft">{foot}</p>}
        </Stack>
      )}
    </>
  );
}

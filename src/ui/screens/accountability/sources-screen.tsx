// /verantwoording/projecten?van=…&wat=…: the projects behind one figure of the account.
import { addCents } from '../../../domain/money.ts';
import { nlAccountability } from '../../nl/accountability.ts';
import { nlProposals, titleOr } from '../../nl/proposals.ts';
import { BackLink } from '../../parts/button.tsx';
import { Stack } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Item, List } from '../../parts/list.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useLocation } from '../../router.tsx';
import { sourceOf } from './sources.ts';
import { homeHref, useAskedYear, useInsight, type YearInsight } from './use-insight.ts';

const words = nlAccountability.sources;

export function SourcesScreen() {
  const { query } = useLocation();
  const data = useInsight(useAskedYear(query));
  if (data === undefined) return null;
  return <Sources data={data} of={query['van'] ?? ''} what={query['wat'] ?? ''} />;
}

function Sources({ data, of, what }: { readonly data: YearInsight; readonly of: string; readonly what: string }) {
  const { title, ids, note } = sourceOf(data, of, what);
  const byId = new Map(data.proposals.map((proposal) => [proposal.id, proposal]));
  const found = ids.flatMap((id) => byId.get(id) ?? []);
  return (
    <>
      <Stack gap={2}>
        <BackLink href={homeHref(data.year)}>{nlAccountability.title(data.year)}</BackLink>
        <PageHead
          title={title}
          lead={words.lead(found.length, addCents(found.map(({ awardedCents }) => awardedCents)))}
        />
      </Stack>
      {found.length === 0 ? (
        <Empty title={words.empty}>{words.emptyText}</Empty>
      ) : (
        <List label={title}>
          {found.map((one) => (
            <Item
              key={one.id}
              title={titleOr(one.title)}
              lines={[note?.(one.id) ?? nlProposals.states[one.state]]}
              end={<MoneyText cents={one.awardedCents} />}
              href={`/aanvragen/${one.id}`}
            />
          ))}
        </List>
      )}
    </>
  );
}

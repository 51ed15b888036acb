// /aanvragen: every proposal of a year. Search, filter and year stand in the address, so that the way back finds them.
import { useState } from 'preact/hooks';
import { isCommitteeRole } from '../../../domain/access.ts';
import { mayI, useMe, useRowsFound } from '../../data.ts';
import { Lightbulb, Plus } from '../../icons.ts';
import { nlIdeas } from '../../nl/ideas.ts';
import { nlProposals, type ProposalFilter } from '../../nl/proposals.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Stack } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Chips } from '../../parts/tabs.tsx';
import { SearchField } from '../../parts/text-fields.tsx';
import { YearPick } from '../../year-choice.tsx';
import { useAttention, useTodayRows } from '../today/rows.ts';
import { filterCounts, inFilter, isFilter, listedProposals, matchesSearch, requestedSum } from './list-model.ts';
import { ProposalTable, type SeenListed } from './proposal-table.tsx';
import { PublishedDecisions } from './published.tsx';

/** More at once makes a phone slow; the rest is one press away, and search looks through all of them. */
const shownAtOnce = 40;

export function ProposalsScreen() {
  const { access } = useMe();
  return access.role === 'district_manager' ? <PublishedScreen /> : <AllProposals />;
}

function PublishedScreen() {
  const { year: thisYear, years } = useMe();
  const [view, setView] = useView(thisYear);
  return (
    <>
      <PageHead title={nlProposals.published.title} lead={nlProposals.published.lead} />
      <Stack>
        <YearPick years={years} value={view.year} onValue={(year) => setView({ ...view, year })} />
        <PublishedDecisions year={view.year} />
      </Stack>
    </>
  );
}

function AllProposals() {
  const { access, year: thisYear, years } = useMe();
  const [view, setView] = useView(thisYear);
  const initiator = access.role === 'initiator';
  const listed = useListed(view.year);
  const create = mayI('proposal.create') ? (
    <div class="bk-row bk-gap-2">
      <LinkButton kind="primary" href="/aanvragen/nieuw" icon={Plus}>
        {nlProposals.create}
      </LinkButton>
      {mayI('idea.add') && (
        <LinkButton href="/ideeen" icon={Lightbulb}>
          {nlIdeas.title}
        </LinkButton>
      )}
    </div>
  ) : undefined;
  return (
    <>
      <PageHead title={initiator ? nlProposals.ownTitle : nlProposals.title} actions={create} />
      <Stack>
        <YearPick years={years} value={view.year} onValue={(year) => setView({ ...view, year })} />
        {listed.rows.length > 0 && (
          <SearchField
            label={nlProposals.search}
            example={nlProposals.searchExample}
            value={view.search}
            onValue={(search) => setView({ ...view, search })}
          />
        )}
        {listed.loaded &&
          (listed.rows.length === 0 ? (
            <NoProposals year={view.year} />
          ) : (
            <Filtered view={view} setView={setView} listed={listed} />
          ))}
      </Stack>
    </>
  );
}

interface View {
  readonly filter: ProposalFilter;
  readonly search: string;
  readonly year: number;
}

/** The address changes without a step in the history: typing a word must not take ten presses back. */
function useView(thisYear: number): readonly [View, (view: View) => void] {
  const [view, setView] = useState<View>(() => {
    const query = new URLSearchParams(location.search);
    const toon = query.get('toon') ?? undefined;
    const year = Number(query.get('jaar'));
    return {
      filter: isFilter(toon) ? toon : 'all',
      search: query.get('zoek') ?? '',
      year: Number.isInteger(year) && year > 0 ? year : thisYear,
    };
  });
  return [
    view,
    (next) => {
      const query = new URLSearchParams();
      if (next.filter !== 'all') query.set('toon', next.filter);
      if (next.search !== '') query.set('zoek', next.search);
      if (next.year !== thisYear) query.set('jaar', String(next.year));
      const text = query.toString();
      history.replaceState(history.state, '', text === '' ? location.pathname : `${location.pathname}?${text}`);
      setView(next);
    },
  ];
}

interface Listed {
  readonly loaded: boolean;
  readonly rows: readonly SeenListed[];
  readonly turnWords: ReadonlyMap<string, string>;
  readonly sheets: ReturnType<typeof useTodayRows>['sheets'];
  readonly counts: ReturnType<typeof useTodayRows>['counts'];
}

function useListed(year: number): Listed {
  const { loaded, value: proposals } = useRowsFound('proposal', 'year', year);
  const rows = useTodayRows();
  const turnWords = new Map<string, string>();
  for (const { proposalId, kind } of useAttention(rows)) {
    if (proposalId !== null && !turnWords.has(proposalId)) turnWords.set(proposalId, nlProposals.turnNote(kind));
  }
  const turnIds = new Set(turnWords.keys());
  return {
    loaded,
    rows: listedProposals({ proposals, agendaItems: rows.agendaItems, meetings: rows.meetings, turnIds }),
    turnWords,
    sheets: rows.sheets,
    counts: rows.counts,
  };
}

interface FilteredProps {
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly listed: Listed;
}

function Filtered({ view, setView, listed }: FilteredProps) {
  const { access } = useMe();
  const [all, setAll] = useState(false);
  const found = listed.rows.filter(({ proposal }) => matchesSearch(proposal, view.search));
  const shown = found.filter((one) => inFilter(one, view.filter));
  const rows = all ? shown : shown.slice(0, shownAtOnce);
  const chips = filterCounts(found, view.filter).map(({ filter, count }) => ({
    value: filter,
    label: nlProposals.filters[filter],
    count,
  }));
  return (
    <>
      <Chips
        label={nlProposals.filterLabel}
        chips={chips}
        value={view.filter}
        onValue={(filter) => setView({ ...view, filter })}
      />
      {shown.length === 0 ? (
        <Empty
          title={nlProposals.nothing.title}
          action={
            <Button onClick={() => setView({ ...view, filter: 'all', search: '' })}>
              {nlProposals.nothing.action}
            </Button>
          }
        >
          {nlProposals.nothing.text}
        </Empty>
      ) : (
        <>
          <Summary shown={shown} year={view.year} />
          <ProposalTable
            year={view.year}
            listed={rows}
            sheets={listed.sheets}
            counts={listed.counts}
            turnWords={listed.turnWords}
            withSupport={isCommitteeRole(access.role)}
          />
          {rows.length < shown.length && (
            <Button onClick={() => setAll(true)}>{nlProposals.more(shown.length - rows.length)}</Button>
          )}
        </>
      )}
    </>
  );
}

function Summary({ shown, year }: { readonly shown: readonly SeenListed[]; readonly year: number }) {
  const { cents, pendingCents } = requestedSum(shown);
  return (
    <p class="bk-small bk-soft" role="status">
      {nlProposals.sum(shown.length, year, cents)} {pendingCents > 0 && `${nlProposals.sumPending(pendingCents)} `}
      {shown.some(({ turn }) => turn) && nlProposals.turnFirst}
    </p>
  );
}

function NoProposals({ year }: { readonly year: number }) {
  const { access } = useMe();
  const { empty } = nlProposals;
  const mayCreate = mayI('proposal.create');
  const initiator = access.role === 'initiator';
  return (
    <Empty
      title={initiator ? empty.ownTitle : empty.title(year)}
      action={mayCreate ? <LinkButton href="/aanvragen/nieuw">{empty.action}</LinkButton> : undefined}
    >
      {initiator ? empty.ownText : mayCreate ? empty.text : empty.readOnlyText}
    </Empty>
  );
}

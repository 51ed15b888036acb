// /ideeen: what people said, what is done with it, and what each channel yields.
import { useState } from 'preact/hooks';
import { mayI, type Seen, useRow, useRowsFound } from '../../data.ts';
import { Lightbulb, ListChecks, Mic, Plus } from '../../icons.ts';
import { nlIdeas } from '../../nl/ideas.ts';
import { titleOr } from '../../nl/proposals.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Card, CardHead, Stack } from '../../parts/card.tsx';
import { CheckboxGroup } from '../../parts/choice-fields.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Disc, LocalMark } from '../../parts/status.tsx';
import { Chips } from '../../parts/tabs.tsx';
import { ideaTitle, ideaWhere } from './idea-words.ts';
import { JoinCard } from './join-card.tsx';
import { YieldCards } from './yield-card.tsx';

const filters = ['open', 'joined', 'aside'] as const;
type Filter = (typeof filters)[number];

function filterOf({ proposalId, setAside }: Seen<'idea'>): Filter {
  if (proposalId !== null) return 'joined';
  return setAside === null ? 'open' : 'aside';
}

export function IdeasScreen() {
  const { loaded, value: all } = useRowsFound('idea');
  const [filter, setFilter] = useState<Filter>('open');
  const newest = [...all].sort((a, b) => (a.at < b.at ? 1 : -1));
  const shown = newest.filter((idea) => filterOf(idea) === filter);
  const actions = mayI('idea.add') ? (
    <div class="bk-row bk-gap-2">
      <LinkButton kind="primary" icon={Plus} href="/ideeen/nieuw">
        {nlIdeas.catch}
      </LinkButton>
      <LinkButton icon={Mic} href="/ideeen/nieuw?spreek">
        {nlIdeas.speak}
      </LinkButton>
    </div>
  ) : undefined;
  if (!loaded) return null;
  return (
    <>
      <PageHead title={nlIdeas.title} lead={nlIdeas.lead} actions={actions} />
      {all.length === 0 ? (
        <Empty title={nlIdeas.none.title}>{nlIdeas.none.text}</Empty>
      ) : (
        <Stack gap={5}>
          <Stack gap={4}>
            <Chips
              label={nlIdeas.title}
              chips={filters.map((value) => ({
                value,
                label: nlIdeas.filters[value],
                count: all.filter((idea) => filterOf(idea) === value).length,
              }))}
              value={filter}
              onValue={setFilter}
            />
            <Shown key={filter} ideas={shown} mayChoose={filter === 'open' && mayI('idea.join')} />
          </Stack>
          <YieldCards ideas={all} />
        </Stack>
      )}
    </>
  );
}

interface ShownProps {
  readonly ideas: readonly Seen<'idea'>[];
  readonly mayChoose: boolean;
}

function Shown({ ideas, mayChoose }: ShownProps) {
  const [choosing, setChoosing] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (ideas.length === 0) return <p class="bk-soft">{nlIdeas.noneHere}</p>;
  if (choosing) {
    return (
      <>
        <Card>
          <CheckboxGroup
            label={nlIdeas.join.choose}
            options={ideas.map((idea) => ({ value: idea.id, label: ideaTitle(idea), note: ideaWhere(idea) }))}
            values={chosen}
            onValues={setChosen}
          />
        </Card>
        <JoinCard ideas={ideas.filter(({ id }) => chosen.includes(id))} />
      </>
    );
  }
  return (
    <>
      <List label={nlIdeas.title}>
        {ideas.map((idea) => (
          <OneIdea key={idea.id} idea={idea} />
        ))}
      </List>
      {mayChoose && ideas.length > 1 && (
        <Button icon={ListChecks} onClick={() => setChoosing(true)}>
          {nlIdeas.join.choose}
        </Button>
      )}
    </>
  );
}

function OneIdea({ idea }: { readonly idea: Seen<'idea'> }) {
  const proposal = useRow('proposal', idea.proposalId ?? undefined);
  const lines = [
    ideaWhere(idea),
    ...(proposal === undefined ? [] : [nlIdeas.in(titleOr(proposal.title))]),
    ...(idea.setAside === null ? [] : [nlIdeas.asideBecause(idea.setAside)]),
    ...(idea.pending ? [<LocalMark key="local" />] : []),
  ];
  return (
    <Item
      href={`/ideeen/${idea.id}`}
      title={ideaTitle(idea)}
      lines={lines}
      disc={
        <Disc>
          <Icon of={idea.voice === null ? Lightbulb : Mic} />
        </Disc>
      }
    />
  );
}

/** In a dossier: what people said that led to it. */
export function IdeasOfProposal({ ideas }: { readonly ideas: readonly Seen<'idea'>[] }) {
  if (ideas.length === 0) return null;
  return (
    <Card gap={3} labelledBy="ideeen">
      <CardHead id="ideeen" title={nlIdeas.dossier.title} />
      <List kind="bleed" label={nlIdeas.dossier.title}>
        {ideas.map((idea) => (
          <Item key={idea.id} href={`/ideeen/${idea.id}`} title={ideaTitle(idea)} lines={[ideaWhere(idea)]} light />
        ))}
      </List>
    </Card>
  );
}

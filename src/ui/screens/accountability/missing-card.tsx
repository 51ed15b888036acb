// What the account still lacks, project by project, with who can supply it.
import { useState } from 'preact/hooks';
import type { Missing, Supplier } from '../../../domain/insight/missing.ts';
import { nlAccountability } from '../../nl/accountability.ts';
import { titleOr } from '../../nl/proposals.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Item, List } from '../../parts/list.tsx';
import { Chips } from '../../parts/tabs.tsx';
import type { YearInsight } from './use-insight.ts';

const words = nlAccountability.missing;

const shownFirst = 6;

const suppliers: readonly Supplier[] = ['initiator', 'treasurer', 'secretary'];

export function MissingCard({ data: { insight } }: { readonly data: YearInsight }) {
  const [all, setAll] = useState(false);
  const [from, setFrom] = useState<Supplier | 'all'>('all');
  const { projects, complete } = insight;
  const missing = insight.missing.filter(({ by }) => from === 'all' || by === from);
  const lacks = new Set(missing.map(({ proposalId }) => proposalId));
  const lacking = projects.filter(({ id }) => lacks.has(id));
  return (
    <Card labelledBy="compleet">
      <h2 id="compleet">{words.title(complete, projects.length)}</h2>
      <div class="bk-bar" role="img" aria-label={words.bar(complete, projects.length)}>
        <span style={{ '--w': `${(100 * complete) / Math.max(projects.length, 1)}%` }} />
      </div>
      <Suppliers missing={insight.missing} value={from} onValue={setFrom} />
      {lacking.length === 0 ? (
        <p>{words.done}</p>
      ) : (
        <List kind="bleed" label={words.title(complete, projects.length)}>
          {(all ? lacking : lacking.slice(0, shownFirst)).map(({ id, title }) => (
            <Item
              key={id}
              title={titleOr(title)}
              lines={missing
                .filter(({ proposalId }) => proposalId === id)
                .map(({ lack, count, by }) => words.lack(lack, count, by))}
              href={`/aanvragen/${id}`}
            />
          ))}
        </List>
      )}
      {!all && lacking.length > shownFirst && <Button onClick={() => setAll(true)}>{words.all(lacking.length)}</Button>}
    </Card>
  );
}

interface SuppliersProps {
  readonly missing: readonly Missing[];
  readonly value: Supplier | 'all';
  readonly onValue: (value: Supplier | 'all') => void;
}

/** Who can supply something, with in how many projects; nothing where only one of them can. */
function Suppliers({ missing, value, onValue }: SuppliersProps) {
  const projectsOf = (of: readonly Missing[]): number => new Set(of.map(({ proposalId }) => proposalId)).size;
  const chips = suppliers.flatMap((by) => {
    const own = missing.filter((one) => one.by === by);
    return own.length === 0 ? [] : [{ value: by, label: words.from[by], count: projectsOf(own) }];
  });
  if (chips.length < 2) return null;
  return (
    <Chips
      label={words.fromLabel}
      chips={[{ value: 'all', label: words.from.all, count: projectsOf(missing) }, ...chips]}
      value={value}
      onValue={onValue}
    />
  );
}

// What the account still lacks, project by project, with who can supply it.
import { useState } from 'preact/hooks';
import { nlAccountability } from '../../nl/accountability.ts';
import { titleOr } from '../../nl/proposals.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Item, List } from '../../parts/list.tsx';
import type { YearInsight } from './use-insight.ts';

const words = nlAccountability.missing;

const shownFirst = 6;

export function MissingCard({ data: { insight } }: { readonly data: YearInsight }) {
  const [all, setAll] = useState(false);
  const { projects, complete, missing } = insight;
  const lacking = projects.filter(({ id }) => missing.some(({ proposalId }) => proposalId === id));
  return (
    <Card labelledBy="compleet">
      <h2 id="compleet">{words.title(complete, projects.length)}</h2>
      <div class="bk-bar" role="img" aria-label={words.bar(complete, projects.length)}>
        <span style={{ '--w': `${(100 * complete) / Math.max(projects.length, 1)}%` }} />
      </div>
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

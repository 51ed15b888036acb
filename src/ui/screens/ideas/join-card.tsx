// Ideas go on in a proposal: a new one, or one that is there. Each idea keeps its own words.
import { useState } from 'preact/hooks';
import { newId, Refusal, type Seen, useCommand, useMe, useRows } from '../../data.ts';
import { Plus } from '../../icons.ts';
import { nlIdeas } from '../../nl/ideas.ts';
import { titleOr } from '../../nl/proposals.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { SelectField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useLocation } from '../../router.tsx';
import { draftOfIdeas } from './idea-proposal.ts';

const words = nlIdeas.join;
const choiceId = 'aanvraag-bij-idee';

export function JoinCard({ ideas }: { readonly ideas: readonly Seen<'idea'>[] }) {
  const { year } = useMe();
  const { route } = useLocation();
  const create = useCommand('proposal.create');
  const join = useCommand('idea.join');
  const form = useFormErrors();
  // Pressed again after a failure in the middle, the same proposal is made: no second one.
  const [proposalId] = useState(newId);
  const [chosen, setChosen] = useState('');
  const proposals = useRows('proposal', 'year', year).filter(
    ({ state }) => state !== 'withdrawn' && state !== 'finished' && state !== 'refused',
  );
  const blocked = ideas.length === 0 ? words.errorIdeas : undefined;
  const joinAll = async (into: string): Promise<boolean> => {
    for (const idea of ideas) {
      const sent = await join.send({ ideaId: idea.id, proposalId: into, seenProposalId: idea.proposalId });
      if (!sent.saved) return false;
    }
    return true;
  };
  const make = async () => {
    const made = await create.send(draftOfIdeas(ideas, proposalId, year));
    if (!made.saved || !(await joinAll(proposalId))) return;
    showToast({ text: words.created });
    route(`/aanvragen/${proposalId}/bewerken`);
  };
  const add = async () => {
    if (!form.check(chosen === '' ? [{ fieldId: choiceId, sentence: words.errorChoice }] : [])) return;
    if (!(await joinAll(chosen))) return;
    showToast({ text: words.added });
    route(`/aanvragen/${chosen}`);
  };
  return (
    <Card gap={3} labelledBy="verder">
      <CardHead id="verder" title={words.title(Math.max(1, ideas.length))} />
      <Button
        kind="primary"
        wide
        icon={Plus}
        busy={create.busy || join.busy}
        blocked={blocked}
        onClick={() => void make()}
      >
        {words.create(ideas.length)}
      </Button>
      {proposals.length > 0 && (
        <>
          <SelectField
            id={choiceId}
            label={words.existing}
            error={form.of(choiceId)}
            none={words.none}
            options={proposals.map(({ id, title }) => ({ value: id, label: titleOr(title) }))}
            value={chosen}
            onValue={setChosen}
          />
          <Button wide busy={join.busy} blocked={blocked} onClick={() => void add()}>
            {words.add}
          </Button>
        </>
      )}
      <Refusal command={create} />
      <Refusal command={join} />
    </Card>
  );
}

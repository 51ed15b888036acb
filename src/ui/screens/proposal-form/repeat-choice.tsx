// Most of those who apply did so before (S13): begin with what was asked then, and with what was learned from it.
import type { Proposal } from '../../../domain/rows.ts';
import { type Seen, useMe, useRows } from '../../data.ts';
import { Undo2 } from '../../icons.ts';
import { nlProposalForm } from '../../nl/proposal-form.ts';
import { titleOr } from '../../nl/proposals.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { SelectField } from '../../parts/text-fields.tsx';
import { useLocation } from '../../router.tsx';
import { EarlierCard } from '../dossier/lessons-card.tsx';
import { isRepeatable } from '../dossier/steps.ts';

const words = nlProposalForm.repeat;
const newHref = '/aanvragen/nieuw';
export const repeatHref = (proposalId: string): string => `${newHref}?herhaal=${proposalId}`;

/** Of the two years before: what is older than that is begun anew. */
export function useRepeatable(): readonly Seen<'proposal'>[] {
  const { year } = useMe();
  const [last, before] = [useRows('proposal', 'year', year - 1), useRows('proposal', 'year', year - 2)];
  const byTitle = (a: Proposal, b: Proposal): number => a.title.localeCompare(b.title, 'nl');
  return [last, before].flatMap((of) => [...of].filter(isRepeatable).sort(byTitle));
}

export function RepeatChoice({ earlier }: { readonly earlier: Seen<'proposal'> | undefined }) {
  const { route } = useLocation();
  const before = useRepeatable();
  if (earlier !== undefined) {
    return (
      <>
        <EarlierCard proposalId={earlier.id} />
        <LinkButton icon={Undo2} href={newHref}>
          {words.without}
        </LinkButton>
      </>
    );
  }
  if (before.length === 0) return null;
  return (
    <Card kind="well">
      <SelectField
        label={words.label}
        hint={words.hint}
        none={words.none}
        options={before.map(({ id, title, year }) => ({ value: id, label: `${titleOr(title)} (${year})` }))}
        value=""
        onValue={(id) => id !== '' && route(repeatHref(id), true)}
      />
    </Card>
  );
}

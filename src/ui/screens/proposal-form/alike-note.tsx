// While a name is typed: another proposal that may be the same plan, of this year or to be repeated from the last one.
import { duplicatesOf } from '../../../domain/duplicates.ts';
import { type Seen, useRows } from '../../data.ts';
import { Merge } from '../../icons.ts';
import { nlBelongings } from '../../nl/belongings.ts';
import { nlProposalForm } from '../../nl/proposal-form.ts';
import { titleOr } from '../../nl/proposals.ts';
import { Note } from '../../parts/status.tsx';
import { type ProposalDraft, valuesOf } from './proposal-draft.ts';
import { repeatHref, useRepeatable } from './repeat-choice.tsx';

const words = nlProposalForm.alike;
const shownMax = 3;

export function AlikeNote({ draft }: { readonly draft: ProposalDraft }) {
  const { proposalId: id, repeatOfId } = draft;
  const { year, title, applicant, quarters } = valuesOf(draft);
  const own = { id, title, applicant, quarters, state: 'draft' } as const;
  const others = useRows('proposal', 'year', year);
  const before = useRepeatable();
  const same = duplicatesOf({ ...own, year }, others).slice(0, shownMax);
  const earlier =
    draft.seen !== null || repeatOfId !== undefined
      ? []
      : duplicatesOf({ ...own, year: year - 1 }, before).slice(0, shownMax);
  if (title === '' || same.length + earlier.length === 0) return null;
  const link = (href: string, proposal: Seen<'proposal'>, text: string) => (
    <li key={proposal.id}>
      <a href={href}>{titleOr(proposal.title)}</a> {text}
    </li>
  );
  return (
    <Note icon={Merge} live="status">
      <p>{words.text}</p>
      <ul class="bk-stack bk-gap-1">
        {same.map(({ proposal, alike }) =>
          link(`/aanvragen/${proposal.id}`, proposal, `(${nlBelongings.duplicates.alike(alike)})`),
        )}
        {earlier.map(({ proposal }) => link(repeatHref(proposal.id), proposal, words.earlier(proposal.year)))}
      </ul>
    </Note>
  );
}

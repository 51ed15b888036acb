import type { ProposalState } from '../../../domain/rows.ts';
import { type Found, type Seen, useMe, useRowsFound } from '../../data.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import type { FormErrors } from '../../parts/error-summary.tsx';
import { SelectField } from '../../parts/text-fields.tsx';

const words = nlReceipt.proposal;

/** In all of these money may still be spent or was promised. */
const states: readonly ProposalState[] = ['awarded', 'partly_awarded', 'submitted', 'deferred', 'returned', 'draft'];
const cardsMax = 4;

/** Proposals that a receipt can be for, those with an award first. */
export function useProposalChoice(): Found<readonly Seen<'proposal'>[]> {
  const { access } = useMe();
  const { loaded, value } = useRowsFound('proposal');
  const own = access.role === 'initiator' ? value.filter(({ id }) => access.proposalIds.includes(id)) : value;
  const open = own.filter(({ state }) => states.includes(state));
  const byState = [...open].sort(
    (a, b) => states.indexOf(a.state) - states.indexOf(b.state) || a.title.localeCompare(b.title, 'nl'),
  );
  return { loaded, value: byState };
}

export interface ProposalFieldProps {
  readonly choice: readonly Seen<'proposal'>[];
  readonly value: string;
  readonly onValue: (proposalId: string) => void;
  readonly form: FormErrors;
}

export function ProposalField({ choice, value, onValue, form }: ProposalFieldProps) {
  const options = choice.map(({ id, title }) => ({ value: id, label: title === '' ? words.untitled : title }));
  const error = value === '' ? form.of('proposal') : undefined;
  if (options.length <= cardsMax) {
    return (
      <RadioGroup id="proposal" label={words.label} error={error} options={options} value={value} onValue={onValue} />
    );
  }
  return (
    <SelectField
      id="proposal"
      label={words.label}
      none={words.none}
      error={error}
      options={options}
      value={value}
      onValue={onValue}
    />
  );
}

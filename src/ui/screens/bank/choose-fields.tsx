// What belongs to the choice that was made: which claims, which payment, for what.
import { costBackCents, paymentBackCents, unseenCents } from '../../../domain/bank/match.ts';
import type { MatchingRows } from '../../../domain/matching/proposals.ts';
import type { BankTransaction } from '../../../domain/rows.ts';
import { day, euro } from '../../format.ts';
import { nlBank } from '../../nl/bank.ts';
import { CheckboxGroup } from '../../parts/choice-fields.tsx';
import type { FormErrors } from '../../parts/error-summary.tsx';
import { SelectField, TextField } from '../../parts/text-fields.tsx';
import type { ChooseDraft, ChooseKind } from './choose-draft.ts';
import type { OpenPartProps } from './open-part.tsx';

const words = nlBank.choose;

export interface ChooseProps extends OpenPartProps {
  readonly id: string;
  readonly onDone: () => void;
}

interface FieldsProps extends ChooseProps {
  readonly draft: ChooseDraft;
  readonly set: (patch: Partial<ChooseDraft>) => void;
  readonly form: FormErrors;
}

export function ChooseFields(props: FieldsProps) {
  const { draft, set, form, matching } = props;
  const { kind } = draft;
  if (kind === 'claims') {
    return (
      <CheckboxGroup
        {...{ id: 'claims', label: words.claims, hint: words.claimsHint, values: draft.claimIds }}
        error={form.of('claims')}
        options={matching.rows.payables
          .filter(({ claim }) => !saidOf(draft, claim.id))
          .map(({ claim, name, proposal, amountCents }) => ({
            value: claim.id,
            label: `${name}, ${proposal.title}`,
            note: words.open(amountCents),
          }))}
        onValues={(claimIds) => set({ claimIds })}
      />
    );
  }
  if (kind === 'cost') {
    return (
      <TextField
        {...{ id: 'what', label: words.what, hint: words.whatHint, value: draft.what, maxLength: 200 }}
        error={form.of('what')}
        onValue={(what) => set({ what })}
      />
    );
  }
  if (kind === 'explained') {
    const reasons = Object.entries(nlBank.explained).map(([value, label]) => ({ value, label }));
    return (
      <>
        <SelectField
          {...{ id: 'why', label: words.why, value: draft.why, none: words.none, error: form.of('why') }}
          options={reasons}
          onValue={(why) => set({ why })}
        />
        <TextField
          {...{ id: 'note', label: words.note, optional: true, value: draft.note, maxLength: 200 }}
          onValue={(note) => set({ note })}
        />
      </>
    );
  }
  return (
    <SelectField
      {...{ id: 'which', label: kind.startsWith('grant') ? words.year : words.which, value: draft.which }}
      {...{ none: words.none, error: form.of('which') }}
      options={optionsFor(kind as ChooseKind, props)}
      onValue={(which) => set({ which })}
    />
  );
}

const saidOf = ({ parts }: ChooseDraft, claimId: string): boolean =>
  parts.some(({ target }) => target.kind === 'payment' && target.claimId === claimId);

function optionsFor(kind: ChooseKind, { matching: { rows }, bank, id }: FieldsProps) {
  const line = bank.transactions.find((one) => one.id === id);
  switch (kind) {
    case 'recorded':
      return recordedFor(line, rows);
    case 'award':
      return rows.proposals
        .filter(({ awardedCents }) => awardedCents > 0)
        .map((one) => ({ value: one.id, label: `${one.title}, ${euro(one.awardedCents)}` }));
    case 'refund':
      return rows.payments
        .filter(({ payment }) => paymentBackCents(payment) > 0)
        .map(({ payment, name }) => ({
          value: payment.id,
          label: `${name}, ${words.back(paymentBackCents(payment), payment.amountCents)}, ${day(payment.paidOn)}`,
        }));
    case 'cost_refund':
      return rows.costs
        .filter((cost) => costBackCents(cost) > 0)
        .map((cost) => ({
          value: cost.id,
          label: `${cost.what}, ${words.back(costBackCents(cost), cost.amountCents)}, ${day(cost.paidOn)}`,
        }));
    case 'co_financing':
      return rows.coFinancings.map((one) => ({ value: one.id, label: `${one.source}, ${euro(one.promisedCents)}` }));
    case 'transfer':
      return rows.transfers
        .filter(({ direction }) => direction === ((line?.cents ?? 0) > 0 ? 'in' : 'out'))
        .map((one) => ({ value: one.id, label: `${one.otherName}, ${euro(one.amountCents)}, ${day(one.sentOn)}` }));
    case 'own_account':
      return rows.accounts
        .filter((one) => one.id !== line?.accountId)
        .map((one) => ({ value: one.id, label: one.name }));
    default:
      return rows.grants.map(({ year }) => ({ value: String(year), label: String(year) }));
  }
}

/** Payments and own costs in the books that this line can be, the newest first. */
function recordedFor(line: BankTransaction | undefined, { payments, costs }: MatchingRows) {
  if (line === undefined) return [];
  const all = [
    ...payments.map(({ payment, name }) => ({ row: payment, name })),
    ...costs.map((row) => ({ row, name: row.what })),
  ];
  return all
    .map((one) => ({ ...one, leftCents: unseenCents(one.row, line.bookedOn) }))
    .filter(({ leftCents }) => leftCents > 0)
    .sort((a, b) => (a.row.paidOn < b.row.paidOn ? 1 : -1))
    .map(({ row: { id, amountCents, paidOn, reversed }, name, leftCents }) => ({
      value: id,
      label: [name, words.back(leftCents, amountCents), day(paidOn), ...(reversed ? [words.takenBack] : [])].join(', '),
    }));
}

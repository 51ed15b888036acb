// Beginstand en correcties: the two bookings that a treasurer makes by hand.
import { firstBalances } from '../../../domain/bank/bankBalance.ts';
import { formatIban } from '../../../domain/iban.ts';
import { addCents, amountText } from '../../../domain/money.ts';
import { useCommand, useMe, useRows, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Landmark } from '../../icons.ts';
import { looseAccounts, nlBooks } from '../../nl/books.ts';
import { nlMoney } from '../../nl/money.ts';
import { nlYear } from '../../nl/year.ts';
import { Button } from '../../parts/button.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { DateField, MoneyField, SelectField, TextArea } from '../../parts/text-fields.tsx';
import { FormFrame } from '../settings/form-frame.tsx';
import { OtherBooksChoice } from './other-books.tsx';
import { amountIn, filledIn, finish, type YearFormProps } from './year-form-frame.tsx';

const { byHand: words } = nlBooks;

export function OpeningForm({ lines, onDone }: YearFormProps) {
  const { year } = useMe();
  const goals = useRows('savingsGoal').filter(({ untilYear }) => untilYear >= year);
  const atBank = firstBalances(useRows('bankImport')).filter(({ cents }) => cents > 0);
  const command = useCommand('opening.book');
  const form = useFormErrors();
  const draft = useDraft(`year.opening:${year}`, { amount: '', goalId: '', bookedOn: useToday() });
  const { amount, goalId, bookedOn } = draft.value;
  const before = lines.filter((line) => line.account === 'opening' && (line.goalId ?? '') === goalId);
  const seenCents = 0 - addCents(before.map(({ amountCents }) => amountCents));
  const done = () => void finish(draft, onDone);
  const submit = async () => {
    const { cents, errors } = amountIn(amount);
    if (!form.check([...errors, ...filledIn('bookedOn', bookedOn, words.onMissing)])) return;
    const args = { year, goalId: goalId === '' ? null : goalId, amountCents: cents, seenCents, bookedOn };
    if ((await command.send(args)).saved) done();
  };
  return (
    <FormFrame
      {...{ title: words.opening, lead: words.openingLead(seenCents), form, command, restored: draft.restored }}
      {...{ button: words.opening, onSaved: done, onSubmit: () => void submit() }}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <MoneyField
        {...{ id: 'amount', label: nlYear.amount, value: amount }}
        error={form.of('amount')}
        onValue={(value) => draft.set({ amount: value })}
      />
      {atBank.map(({ accountId, cents, on }) => (
        <Button
          key={accountId}
          kind="quiet"
          icon={Landmark}
          onClick={() => draft.set({ amount: amountText(cents), bookedOn: on })}
        >
          {words.fromBank(cents, formatIban(accountId), on)}
        </Button>
      ))}
      <OtherBooksChoice
        onTake={(cents, on) => draft.set({ amount: amountText(cents), ...(on === null ? {} : { bookedOn: on }) })}
      />
      {goals.length > 0 && (
        <SelectField
          {...{ id: 'goalId', label: words.forWhat, none: words.free, value: goalId }}
          options={goals.map(({ id, goal }) => ({ value: id, label: words.saved(goal) }))}
          onValue={(value) => draft.set({ goalId: value })}
        />
      )}
      <DateField
        {...{ id: 'bookedOn', label: words.on, value: bookedOn }}
        error={form.of('bookedOn')}
        onValue={(value) => draft.set({ bookedOn: value })}
      />
    </FormFrame>
  );
}

type Loose = (typeof looseAccounts)[number];
const looseFrom = (text: string): Loose | undefined => looseAccounts.find((account) => account === text);

export function CorrectForm({ onDone }: YearFormProps) {
  const { year } = useMe();
  const command = useCommand('ledger.correct');
  const form = useFormErrors();
  const draft = useDraft(`year.correct:${year}`, { amount: '', from: '', to: '', reason: '', bookedOn: useToday() });
  const { amount, reason, bookedOn } = draft.value;
  const [from, to] = [looseFrom(draft.value.from), looseFrom(draft.value.to)];
  const accounts = looseAccounts.map((value) => ({ value, label: nlMoney.ledger.accounts[value] }));
  const done = () => void finish(draft, onDone);
  const submit = async () => {
    const { cents, errors } = amountIn(amount);
    const toWrong = to === undefined ? words.toMissing : to === from ? words.sameAccount : undefined;
    const others = [
      ...(from === undefined ? [{ fieldId: 'from', sentence: words.fromMissing }] : []),
      ...(toWrong === undefined ? [] : [{ fieldId: 'to', sentence: toWrong }]),
      ...errors,
      ...filledIn('reason', reason, words.reasonMissing),
      ...filledIn('bookedOn', bookedOn, words.onMissing),
    ];
    if (!form.check(others) || from === undefined || to === undefined) return;
    if ((await command.send({ year, from, to, amountCents: cents, reason: reason.trim(), bookedOn })).saved) done();
  };
  return (
    <FormFrame
      {...{ title: words.correct, lead: words.correctLead, form, command, restored: draft.restored }}
      {...{ button: words.correct, onSaved: done, onSubmit: () => void submit() }}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <SelectField
        {...{ id: 'from', label: words.from, none: words.choose, options: accounts, value: draft.value.from }}
        error={form.of('from')}
        onValue={(value) => draft.set({ from: value })}
      />
      <SelectField
        {...{ id: 'to', label: words.to, none: words.choose, options: accounts, value: draft.value.to }}
        error={form.of('to')}
        onValue={(value) => draft.set({ to: value })}
      />
      <MoneyField
        {...{ id: 'amount', label: nlYear.amount, value: amount }}
        error={form.of('amount')}
        onValue={(value) => draft.set({ amount: value })}
      />
      <TextArea
        {...{ id: 'reason', label: words.reason, hint: words.reasonHint, rows: 3, maxLength: 2_000, value: reason }}
        error={form.of('reason')}
        onValue={(value) => draft.set({ reason: value })}
      />
      <DateField
        {...{ id: 'bookedOn', label: words.on, value: bookedOn }}
        error={form.of('bookedOn')}
        onValue={(value) => draft.set({ bookedOn: value })}
      />
    </FormFrame>
  );
}

// Jaar afsluiten: first what will happen with the money, then one button.
import { addCents } from '../../../domain/money.ts';
import { useCommand, useMe, useToday } from '../../data.ts';
import { nlYear } from '../../nl/year.ts';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame } from '../settings/form-frame.tsx';
import type { YearFormProps } from './year-form-frame.tsx';

const { close: words } = nlYear;

export function CloseForm({ lines, onDone }: YearFormProps) {
  const { year } = useMe();
  const today = useToday();
  const command = useCommand('budgetYear.close');
  const form = useFormErrors();
  const left = lines.filter(({ account }) => account === 'free' || account === 'organisation');
  const leftCents = addCents(left.map(({ amountCents }) => amountCents));
  const done = () => {
    showToast({ text: nlYear.saved });
    onDone();
  };
  const submit = async () => {
    const sent = await command.send({ year, closedOn: today, seenLeftCents: leftCents });
    if (sent.saved) done();
  };
  return (
    <FormFrame
      {...{ title: words.title(year), lead: words.lead, form, command, restored: false, button: words.button(year) }}
      {...{ onSaved: done, onSubmit: () => void submit(), onCancel: onDone }}
    >
      <p>
        <b>{leftCents > 0 ? words.back(leftCents) : leftCents < 0 ? words.short(-leftCents) : words.even}</b>
      </p>
      <p>{words.late}</p>
    </FormFrame>
  );
}

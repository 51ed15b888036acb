import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setPageTitle } from '../title.ts';
import { RadioGroup } from './choice-fields.tsx';
import { ErrorSummary, useFormErrors } from './error-summary.tsx';
import { MoneyField } from './text-fields.tsx';

beforeEach(() => setPageTitle('Hoeveel geld vraagt u?'));
afterEach(cleanup);

const amountSentence = 'Vul het bedrag in dat u vraagt, bijvoorbeeld 1.250,00';
const paidSentence = 'Kies of u het al betaald heeft';

function Form() {
  const form = useFormErrors();
  const [amount, setAmount] = useState('');
  const [paid, setPaid] = useState<'yes' | 'no' | undefined>(undefined);
  const submit = (event: Event) => {
    event.preventDefault();
    form.check([
      ...(amount === '' ? [{ fieldId: 'bedrag', sentence: amountSentence }] : []),
      ...(paid === undefined ? [{ fieldId: 'betaald', sentence: paidSentence }] : []),
    ]);
  };
  return (
    <form onSubmit={submit}>
      <ErrorSummary form={form} />
      <MoneyField id="bedrag" label="Bedrag" value={amount} onValue={setAmount} error={form.of('bedrag')} />
      <RadioGroup
        id="betaald"
        label="Al betaald?"
        value={paid}
        onValue={setPaid}
        error={form.of('betaald')}
        options={[
          { value: 'yes', label: 'Ja' },
          { value: 'no', label: 'Nee' },
        ]}
      />
      <button type="submit">Verstuur</button>
    </form>
  );
}

const submit = () => fireEvent.submit(document.querySelector('form') as HTMLFormElement);

describe('the error summary', () => {
  test('is not there before a failed submit', () => {
    render(<Form />);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.title).toBe('Hoeveel geld vraagt u? – Buurtkas');
  });

  test('takes the focus, counts, and puts "Fout:" before the title', async () => {
    render(<Form />);
    submit();
    const summary = await screen.findByRole('alert');
    await expect.poll(() => document.activeElement).toBe(summary);
    expect(within(summary).getByRole('heading').textContent).toBe('Kijk 2 antwoorden na');
    expect(document.title).toBe('Fout: Hoeveel geld vraagt u? – Buurtkas');
  });

  test('takes the focus again on the next failed submit', async () => {
    render(<Form />);
    submit();
    const summary = await screen.findByRole('alert');
    screen.getByRole('textbox').focus();
    submit();
    await expect.poll(() => document.activeElement).toBe(summary);
  });

  test('says the same sentence beside the field, and ties it to the field', async () => {
    render(<Form />);
    submit();
    await screen.findByRole('alert');
    expect(screen.getAllByText(amountSentence)).toHaveLength(2);
    const field = screen.getByRole('textbox', { name: 'Bedrag' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(amountSentence);
  });

  test('leads to the field, and for a group to its first choice', async () => {
    render(<Form />);
    submit();
    fireEvent.click(await screen.findByRole('link', { name: amountSentence }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Bedrag' }));
    fireEvent.click(screen.getByRole('link', { name: paidSentence }));
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Ja' }));
  });

  test('goes away with the title when the form is right', async () => {
    render(<Form />);
    submit();
    await screen.findByRole('alert');
    fireEvent.input(screen.getByRole('textbox', { name: 'Bedrag' }), { target: { value: '12' } });
    fireEvent.click(screen.getByRole('radio', { name: 'Nee' }));
    submit();
    await expect.poll(() => screen.queryByRole('alert')).toBeNull();
    expect(document.title).toBe('Hoeveel geld vraagt u? – Buurtkas');
  });
});

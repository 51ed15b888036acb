import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test } from 'vitest';
import { Counter, type VoteCounts, Votes } from './counter.tsx';

afterEach(cleanup);

function Counted({ from = 41, max }: { readonly from?: number; readonly max?: number }) {
  const [value, setValue] = useState(from);
  return <Counter label="Voor" value={value} onValue={setValue} max={max} />;
}

const plus = () => screen.getByRole('button', { name: 'Voor: één meer' });
const minus = () => screen.getByRole('button', { name: 'Voor: één minder' });
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Voor, aantal' });

describe('a counter', () => {
  test('counts up and down and reads the new number aloud', () => {
    render(<Counted />);
    const group = screen.getByRole('group', { name: 'Voor' });
    fireEvent.click(plus());
    fireEvent.click(plus());
    fireEvent.click(minus());
    expect(field().value).toBe('42');
    expect(within(group).getByText('42').getAttribute('aria-live')).toBe('polite');
  });

  test('stops at zero; its button stays focusable', () => {
    render(<Counted from={0} />);
    expect(minus().getAttribute('aria-disabled')).toBe('true');
    expect(minus()).toHaveProperty('disabled', false);
    fireEvent.click(minus());
    expect(field().value).toBe('0');
  });

  test('takes a typed number, digits only, and not above its highest', () => {
    render(<Counted max={60} />);
    fireEvent.input(field(), { target: { value: '5a2' } });
    fireEvent.blur(field());
    expect(field().value).toBe('52');
    fireEvent.input(field(), { target: { value: '520' } });
    fireEvent.blur(field());
    expect(field().value).toBe('60');
  });

  test('an emptied field keeps the count that was there', () => {
    render(<Counted />);
    fireEvent.input(field(), { target: { value: '' } });
    expect(field().value).toBe('');
    fireEvent.blur(field());
    expect(field().value).toBe('41');
  });
});

test('votes change one count and leave the others', () => {
  let latest: VoteCounts | undefined;
  render(<Votes value={{ for: 4, against: 0, abstain: 1 }} onValue={(value) => (latest = value)} max={5} />);
  fireEvent.click(screen.getByRole('button', { name: 'Onthouding: één minder' }));
  expect(latest).toEqual({ for: 4, against: 0, abstain: 0 });
});

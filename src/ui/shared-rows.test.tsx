import { act, cleanup, render, screen } from '@testing-library/preact';
import { useErrorBoundary, useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type App, AppProvider, type RowReader } from './app-context.tsx';
import { useRow, useRows, useRowsFound } from './data.ts';

let asked: string[];
let failing: boolean;
beforeEach(() => {
  asked = [];
  failing = false;
});
afterEach(cleanup);

const names: Readonly<Record<string, string>> = { a: 'Anna', b: 'Bram' };
const person = (id: string) => ({ id, name: names[id], v: 1, pending: false });

function appWith(): App {
  const rows = {
    byId: async (type: string, id: string) => {
      asked.push(`${type} ${id}`);
      return type === 'person' ? person(id) : undefined;
    },
    by: async () => [],
    all: async (type: string) => {
      if (type !== 'person') return [];
      asked.push(type);
      if (failing) throw new Error('the storage is gone');
      return Object.keys(names).map(person);
    },
  } as unknown as RowReader;
  const access = { personId: 'me', role: 'chair', proposalIds: [], v: 1 };
  return { engine: {}, rows, queue: {}, personId: 'me', committeeId: 'c', access } as unknown as App;
}

const Names = ({ label }: { readonly label: string }) => (
  <output aria-label={label}>
    {useRows('person')
      .map(({ name }) => name)
      .join(' and ')}
  </output>
);
const shown = (label: string): string | undefined => screen.queryByLabelText(label)?.textContent ?? undefined;
const readings = (): number => asked.filter((one) => one === 'person').length;

test('parts of a screen that show the same rows read them once', async () => {
  render(
    <AppProvider app={appWith()}>
      <Names label="head" />
      <Names label="foot" />
    </AppProvider>,
  );
  await expect.poll(() => [shown('head'), shown('foot')]).toEqual(['Anna and Bram', 'Anna and Bram']);
  expect(readings()).toBe(1);
});

test('a screen in the place of another shows at once what both need; later it is read anew', async () => {
  const drawn: boolean[] = [];
  const Second = () => {
    const { loaded, value } = useRowsFound('person');
    drawn.push(loaded);
    return <output aria-label="second">{value.length}</output>;
  };
  let show: (what: 'first' | 'second' | 'nothing') => void = () => undefined;
  const Screens = () => {
    const [what, set] = useState<'first' | 'second' | 'nothing'>('first');
    show = set;
    if (what === 'first') return <Names label="first" />;
    return what === 'second' ? <Second /> : null;
  };
  render(
    <AppProvider app={appWith()}>
      <Screens />
    </AppProvider>,
  );
  await expect.poll(() => shown('first')).toBe('Anna and Bram');
  await act(() => show('second'));
  expect([drawn[0], shown('second'), readings()]).toEqual([true, '2', 1]);
  await act(() => show('nothing'));
  await new Promise((resolve) => setTimeout(resolve, 400)); // longer than rows linger
  await act(() => show('second'));
  await expect.poll(readings).toBe(2);
  expect(drawn.at(1)).toBe(false);
});

test('another key has another answer, and never that of the key before it', async () => {
  const drawn: string[] = [];
  let show: (id: string) => void = () => undefined;
  const One = () => {
    const [id, set] = useState('a');
    show = set;
    const name = useRow('person', id)?.name;
    drawn.push(`${id} ${name}`);
    return <output aria-label="one">{name}</output>;
  };
  render(
    <AppProvider app={appWith()}>
      <One />
    </AppProvider>,
  );
  await expect.poll(() => shown('one')).toBe('Anna');
  await act(() => show('b'));
  await expect.poll(() => shown('one')).toBe('Bram');
  expect(drawn).not.toContain('b Anna');
});

test('what could not be read reaches whoever shows it, and is read anew the next time', async () => {
  failing = true;
  let again: () => void = () => undefined;
  const Boundary = () => {
    const [error, reset] = useErrorBoundary();
    again = reset;
    return error === undefined ? <Names label="one" /> : <output aria-label="broken">{String(error)}</output>;
  };
  render(
    <AppProvider app={appWith()}>
      <Boundary />
    </AppProvider>,
  );
  await expect.poll(() => shown('broken')).toBe('Error: the storage is gone');
  failing = false;
  await act(() => again());
  await expect.poll(() => shown('one')).toBe('Anna and Bram');
});

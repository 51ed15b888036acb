import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { Table } from './table.tsx';

afterEach(cleanup);

const columns = [
  { id: 'name', label: 'Naam', rowHead: true, cell: (n: number) => <a href={`/${n}`}>{`Aanvraag ${n}`}</a> },
  { id: 'sum', label: 'Bedrag', end: true, cell: (n: number) => `€ ${n}` },
];
const show = (count: number, whole = false) =>
  render(
    <Table
      caption="Aanvragen"
      columns={columns}
      rows={Array.from({ length: count }, (_, n) => n + 1)}
      rowKey={String}
      foot={['Samen', '€ 5.050']}
      whole={whole}
    />,
  );
const heads = () => screen.getAllByRole('rowheader').length - 1; // without that of the sum
const more = () => screen.queryByRole('button');

describe('a table of many rows', () => {
  test('shows the first ones and the sum of all, and goes on where they ended', () => {
    show(374);
    expect(heads()).toBe(50);
    screen.getByText('€ 5.050');
    expect(more()?.textContent).toBe('Toon alle 374 regels');
    fireEvent.click(more() as HTMLElement);
    expect(heads()).toBe(374);
    expect(more()).toBeNull();
    expect(document.activeElement?.textContent).toBe('Aanvraag 51');
  });

  test('asks no press for a handful, and none on paper', () => {
    show(60);
    expect([heads(), more()]).toEqual([60, null]);
    cleanup();
    show(374, true);
    expect([heads(), more()]).toEqual([374, null]);
  });
});

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test } from 'vitest';
import { Dialog, Sheet } from './dialog.tsx';

afterEach(cleanup);

function Page({ sheet = false }: { readonly sheet?: boolean }) {
  const [open, setOpen] = useState(false);
  const Kind = sheet ? Sheet : Dialog;
  return (
    <main>
      <h1 tabIndex={-1}>Vergadering</h1>
      <button type="button" onClick={() => setOpen(true)}>
        Stel de lijst vast
      </button>
      <Kind open={open} onClose={() => setOpen(false)} title="Besluitenlijst vaststellen?" closable={sheet}>
        <button type="button" onClick={() => setOpen(false)}>
          Stel vast
        </button>
        <button type="button" onClick={() => setOpen(false)}>
          Nog niet
        </button>
      </Kind>
    </main>
  );
}

function open(): HTMLElement {
  const opener = screen.getByRole('button', { name: 'Stel de lijst vast' });
  opener.focus();
  fireEvent.click(opener);
  return opener;
}

describe('a dialog', () => {
  test('puts the focus on its first control and is named by its title', async () => {
    render(<Page />);
    open();
    expect(document.activeElement).toBe(await screen.findByText('Stel vast'));
    expect(screen.getByRole('dialog', { name: 'Besluitenlijst vaststellen?' })).toBeDefined();
  });

  test('gives the focus back to the button that opened it', async () => {
    render(<Page />);
    const opener = open();
    fireEvent.click(await screen.findByText('Nog niet'));
    await expect.poll(() => document.activeElement).toBe(opener);
    expect(screen.queryByText('Nog niet')).toBeNull();
  });

  test('closes on Escape, and can be opened again', async () => {
    render(<Page />);
    const opener = open();
    await screen.findByText('Nog niet');
    // What a browser fires on Escape.
    fireEvent(document.querySelector('dialog') as HTMLDialogElement, new Event('cancel', { cancelable: true }));
    await expect.poll(() => document.activeElement).toBe(opener);
    open();
    expect(await screen.findByText('Nog niet')).toBeDefined();
  });

  test('a sheet starts on its first useful control, not on its close button', async () => {
    render(<Page sheet />);
    open();
    expect(document.activeElement).toBe(await screen.findByText('Stel vast'));
    expect(screen.getByRole('button', { name: 'Sluiten' })).toBeDefined();
  });
});

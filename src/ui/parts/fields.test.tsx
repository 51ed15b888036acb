import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DraftContext, type DraftStore, memoryDraftStore, useDraft } from '../draft.ts';
import { Seg } from './choice.tsx';
import { CheckboxGroup } from './choice-fields.tsx';
import { PhotoField } from './photos.tsx';
import { MoneyField, TextField } from './text-fields.tsx';

afterEach(cleanup);

describe('a money field', () => {
  test('keeps what was typed as it was typed', () => {
    const onValue = vi.fn();
    render(<MoneyField label="Totaal" value="" onValue={onValue} />);
    const field = screen.getByRole('textbox', { name: 'Totaal' });
    fireEvent.input(field, { target: { value: '€ 1.250' } });
    expect(onValue).toHaveBeenCalledWith('€ 1.250');
    expect(field.getAttribute('inputmode')).toBe('decimal');
    expect(field.getAttribute('placeholder')).toBeNull();
  });

  test('says nothing about the value before it is left', () => {
    const onLeave = vi.fn();
    render(<MoneyField label="Totaal" value="12" onValue={() => {}} onLeave={onLeave} />);
    const field = screen.getByRole('textbox', { name: 'Totaal' });
    fireEvent.input(field, { target: { value: '12,' } });
    expect(onLeave).not.toHaveBeenCalled();
    fireEvent.blur(field);
    expect(onLeave).toHaveBeenCalledTimes(1);
  });

  test('is described by its hint, its error and where it was read, in that order', () => {
    render(
      <MoneyField
        id="t"
        label="Totaal"
        hint="Hele euro’s mag ook."
        error="Vul het bedrag in"
        read={{ text: 'Gelezen van de foto' }}
        value=""
        onValue={() => {}}
      />,
    );
    expect(screen.getByRole('textbox').getAttribute('aria-describedby')).toBe('t-hint t-error t-read');
  });
});

test('an optional field says so in its label', () => {
  render(<TextField label="Winkel" optional value="" onValue={() => {}} />);
  expect(screen.getByRole('textbox', { name: 'Winkel (niet verplicht)' })).toBeDefined();
});

test('what may be long wraps and stays one line of text, and Enter sends the form', () => {
  const onValue = vi.fn();
  const onSend = vi.fn((event: Event) => event.preventDefault());
  render(
    <form onSubmit={onSend}>
      <TextField label="Plaats" maxLength={150} value="" onValue={onValue} />
      <TextField label="Gemeente" maxLength={60} value="" onValue={() => {}} />
      <TextField label="Uw naam" maxLength={100} autocomplete="name" value="" onValue={() => {}} />
    </form>,
  );
  const field = screen.getByRole('textbox', { name: 'Plaats' });
  expect(field.tagName).toBe('TEXTAREA');
  for (const name of ['Gemeente', 'Uw naam']) expect(screen.getByRole('textbox', { name }).tagName).toBe('INPUT');
  fireEvent.input(field, { target: { value: 'Buurthuis\nDe Schering' } });
  expect(onValue).toHaveBeenCalledWith('Buurthuis De Schering');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onSend).toHaveBeenCalledTimes(1);
});

test('one question a page: its label is the heading, and the next question takes the focus', async () => {
  const question = (label: string) => <TextField page label={label} value="" onValue={() => {}} />;
  const { rerender } = render(question('Wat wilt u doen in uw buurt?'));
  expect(document.title).toBe('Wat wilt u doen in uw buurt? – Buurtkas');
  rerender(question('Wanneer is het?'));
  const heading = screen.getByRole('heading', { level: 1, name: 'Wanneer is het?' });
  await expect.poll(() => document.activeElement).toBe(heading);
  expect(screen.getByRole('textbox', { name: 'Wanneer is het?' })).toBeDefined();
});

test('a segmented choice is one group of native radios, so that arrow keys choose', () => {
  function Attendance() {
    const [value, setValue] = useState<'in' | 'away'>('in');
    return (
      <Seg
        legend="Voorzitter"
        value={value}
        onValue={setValue}
        options={[
          { value: 'in', label: 'Er' },
          { value: 'away', label: 'Weg' },
        ]}
      />
    );
  }
  render(<Attendance />);
  expect(screen.getByRole('group', { name: 'Voorzitter' })).toBeDefined();
  const radios = screen.getAllByRole<HTMLInputElement>('radio');
  expect(new Set(radios.map((radio) => radio.name)).size).toBe(1);
  fireEvent.click(screen.getByRole('radio', { name: 'Weg' }));
  expect(radios.map((radio) => radio.checked)).toEqual([false, true]);
});

test('a group of ticks gives its values in the order of the options', () => {
  const onValues = vi.fn();
  const options = [
    { value: 'a', label: 'Past binnen een thema' },
    { value: 'b', label: 'Geen eigen voordeel' },
  ] as const;
  render(<CheckboxGroup label="Regels" options={options} values={['b']} onValues={onValues} />);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Past binnen een thema' }));
  expect(onValues).toHaveBeenCalledWith(['a', 'b']);
});

describe('a photo field', () => {
  test('saves what is being typed before the camera opens', async () => {
    const order: string[] = [];
    const store: DraftStore = {
      ...memoryDraftStore(),
      save: async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        order.push('saved');
      },
    };
    function Bon() {
      const draft = useDraft('claim.new', { shop: '' });
      return (
        <>
          <TextField label="Winkel" value={draft.value.shop} onValue={(shop) => draft.set({ shop })} />
          <PhotoField label="Foto van de bon" onFiles={() => {}} />
        </>
      );
    }
    render(
      <DraftContext.Provider value={{ store, holdUpdate: () => () => {} }}>
        <Bon />
      </DraftContext.Provider>,
    );
    const camera = document.querySelector<HTMLInputElement>('input[capture="environment"]');
    camera?.addEventListener('click', () => order.push('camera'));
    await new Promise((resolve) => setTimeout(resolve));
    fireEvent.input(screen.getByRole('textbox', { name: 'Winkel' }), { target: { value: 'De Klos' } });
    fireEvent.click(screen.getByRole('button', { name: 'Maak foto' }));
    await expect.poll(() => order).toEqual(['saved', 'camera']);
  });

  test('has a second way without the camera', () => {
    render(<PhotoField label="Foto van de bon" onFiles={() => {}} />);
    expect(screen.getByRole('button', { name: 'Kies foto' })).toBeDefined();
    expect(document.querySelectorAll('input[type="file"]:not([capture])')).toHaveLength(1);
  });

  test('gives the files, and says that they come from the camera', () => {
    const onFiles = vi.fn();
    render(<PhotoField label="Foto van de bon" onFiles={onFiles} />);
    const input = document.querySelector<HTMLInputElement>('input[capture]') as HTMLInputElement;
    const file = new File(['x'], 'bon.jpg', { type: 'image/jpeg' });
    fireEvent.change(input, { target: { files: [file] } });
    expect(onFiles).toHaveBeenCalledWith([file], 'camera');
  });
});

import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Sent } from './data.ts';
import { ReasonForm, type ReasonFormProps } from './reason-form.tsx';

configure({ defaultHidden: true });
afterEach(cleanup);

const command = { refusal: undefined, busy: false, saveAnyway: async () => undefined };
const refused: Sent = { saved: false, code: 'changed_meanwhile', params: {}, final: false };
const saved: Sent = { saved: true, commandId: 'c', forecast: 'expected' };

/** One form a name, all on one page. */
function show(names: readonly string[], over: Partial<ReasonFormProps> = {}) {
  const onSaved = vi.fn();
  const onSend = vi.fn(async (_: string): Promise<Sent> => saved);
  render(
    <main>
      {names.map((name) => (
        <section key={name} aria-label={name}>
          <ReasonForm
            {...{ draftKey: name, label: `Waarom ${name}?`, missing: `Schrijf op waarom ${name}`, button: 'Doe het' }}
            {...{ command, onSend, onSaved, ...over }}
          />
        </section>
      ))}
    </main>,
  );
  const formOf = (name: string) => {
    const part = within(screen.getByRole('region', { name }));
    const field = () => part.getByRole<HTMLTextAreaElement>('textbox');
    return { part, field, send: () => fireEvent.click(part.getByRole('button', { name: 'Doe het' })) };
  };
  return { onSend, onSaved, formOf };
}

test('two on one page each say what is missing beside their own field', async () => {
  const { onSend, formOf } = show(['een', 'twee']);
  const [first, second] = [formOf('een'), formOf('twee')];
  expect(first.field().id).not.toBe(second.field().id);
  second.send();
  const link = await second.part.findByRole('link', { name: 'Schrijf op waarom twee' });
  expect(link.getAttribute('href')).toBe(`#${second.field().id}`);
  expect(second.field().getAttribute('aria-invalid')).toBe('true');
  expect(first.field().getAttribute('aria-invalid')).not.toBe('true');
  expect(onSend).not.toHaveBeenCalled();
});

test('what was typed goes without spaces around it, and stays when it is refused', async () => {
  const onSend = vi.fn(async (_: string): Promise<Sent> => refused);
  const { onSaved, formOf } = show(['drie'], { onSend });
  const { field, send } = formOf('drie');
  fireEvent.input(field(), { target: { value: ' De zaal is dicht ' } });
  send();
  await waitFor(() => expect(onSend).toHaveBeenCalledWith('De zaal is dicht', ''));
  expect(field().value).toBe(' De zaal is dicht ');
  expect(onSaved).not.toHaveBeenCalled();
});

test('what stands there already is there to be changed, and cancel forgets what was typed', async () => {
  const onCancel = vi.fn();
  const { onSend, formOf } = show(['vier'], { start: 'Zo was het', cancel: { label: 'Toch niet', onCancel } });
  const { part, field } = formOf('vier');
  expect(field().value).toBe('Zo was het');
  fireEvent.input(field(), { target: { value: 'Anders' } });
  fireEvent.click(part.getByRole('button', { name: 'Toch niet' }));
  await waitFor(() => expect(onCancel).toHaveBeenCalled());
  expect(field().value).toBe('Zo was het');
  expect(onSend).not.toHaveBeenCalled();
});

test('what stood there when the typing began goes along, also when somebody writes something else meanwhile', async () => {
  const onSend = vi.fn(async (_: string, __: string): Promise<Sent> => refused);
  const props: ReasonFormProps = {
    ...{ draftKey: 'vijf', label: 'Antwoord', missing: 'Schrijf iets op', button: 'Doe het', command, onSend },
    onSaved: () => {},
  };
  const page = render(<ReasonForm {...props} start="Wij kijken ernaar" />);
  const field = () => screen.getByRole<HTMLTextAreaElement>('textbox');
  const press = () => fireEvent.click(screen.getByRole('button', { name: 'Doe het' }));
  page.rerender(<ReasonForm {...props} start="Het bonnetje is er" />);
  expect(field().value).toBe('Het bonnetje is er'); // nothing was typed yet
  fireEvent.input(field(), { target: { value: 'Morgen' } });
  page.rerender(<ReasonForm {...props} start="Afgehandeld" />);
  expect(field().value).toBe('Morgen');
  press();
  await waitFor(() => expect(onSend).toHaveBeenLastCalledWith('Morgen', 'Het bonnetje is er'));
  // It was refused, and what stands there is on the screen: the next press has seen it.
  press();
  await waitFor(() => expect(onSend).toHaveBeenLastCalledWith('Morgen', 'Afgehandeld'));
});

import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DraftContext, type DraftServices, type DraftStore, flushDrafts, memoryDraftStore, useDraft } from './draft.ts';

afterEach(cleanup);

const empty = { name: '', amount: '' };
const pause = (ms: number) => act(() => new Promise<void>((resolve) => setTimeout(resolve, ms)));

function Form({ draftKey }: { readonly draftKey: string }) {
  const draft = useDraft(draftKey, empty);
  return (
    <>
      <input aria-label="naam" value={draft.value.name} onInput={(e) => draft.set({ name: e.currentTarget.value })} />
      <input
        aria-label="bedrag"
        value={draft.value.amount}
        onInput={(e) => draft.set({ amount: e.currentTarget.value })}
      />
      <button type="button" onClick={() => void draft.clear()}>
        klaar
      </button>
      <output>{`${draft.ready ? 'ready' : 'loading'} ${draft.restored ? 'restored' : 'new'} ${draft.failed ? 'failed' : 'fine'}`}</output>
    </>
  );
}

function show(store: DraftStore, { key = 'claim.new', holdUpdate = () => () => {} } = {}) {
  const services: DraftServices = { store, holdUpdate };
  return render(
    <DraftContext.Provider value={services}>
      <Form draftKey={key} />
    </DraftContext.Provider>,
  );
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const type = (name: string, value: string) => fireEvent.input(field(name), { target: { value } });
const state = () => screen.getByRole('status').textContent;

describe('a draft', () => {
  test('is stored with every change, and comes back when the form opens again', async () => {
    const store = memoryDraftStore();
    const first = show(store);
    await pause(0);
    type('naam', 'De Klos');
    await pause(0);
    expect(await store.load('claim.new')).toEqual({ name: 'De Klos', amount: '' });
    first.unmount();
    show(store);
    await expect.poll(() => field('naam').value).toBe('De Klos');
    expect(state()).toBe('ready restored fine');
  });

  test('is stored at once when the page is hidden, when the form is left and before the camera', async () => {
    for (const leave of [
      () => document.dispatchEvent(new Event('visibilitychange')),
      () => window.dispatchEvent(new Event('pagehide')),
      () => cleanup(),
      () => flushDrafts(),
    ]) {
      const store = memoryDraftStore();
      show(store);
      await pause(0);
      type('naam', 'Inslag');
      leave();
      await pause(0);
      expect(await store.load('claim.new')).toEqual({ name: 'Inslag', amount: '' });
      cleanup();
    }
  });

  test('has one save on its way at a time; the newest value goes next, without the ones between', async () => {
    const memory = memoryDraftStore();
    const saved: unknown[] = [];
    let finish: () => void = () => {};
    const store: DraftStore = {
      ...memory,
      save: async (key, value) => {
        saved.push(value);
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        await memory.save(key, value);
      },
    };
    show(store);
    await pause(0);
    for (const name of ['D', 'De', 'De Klos']) type('naam', name);
    await pause(0);
    expect(saved).toEqual([{ name: 'D', amount: '' }]);
    finish();
    await pause(0);
    expect(saved.at(-1)).toEqual({ name: 'De Klos', amount: '' });
    expect(saved).toHaveLength(2);
    finish();
  });

  test('never mixes two forms', async () => {
    const store = memoryDraftStore();
    const { rerender } = show(store, { key: 'proposal.edit:1' });
    await pause(0);
    type('naam', 'Eerste');
    rerender(
      <DraftContext.Provider value={{ store, holdUpdate: () => () => {} }}>
        <Form draftKey="proposal.edit:2" />
      </DraftContext.Provider>,
    );
    await pause(0);
    expect(field('naam').value).toBe('');
    type('naam', 'Tweede');
    await pause(200);
    expect(await store.load('proposal.edit:1')).toEqual({ name: 'Eerste', amount: '' });
    expect(await store.load('proposal.edit:2')).toEqual({ name: 'Tweede', amount: '' });
  });

  test('what is typed while the stored draft is being read wins, the rest of the stored draft stays', async () => {
    const memory = memoryDraftStore();
    await memory.save('claim.new', { name: 'Oud', amount: '12,50' });
    const slow: DraftStore = { ...memory, load: (key) => pause(30).then(() => memory.load(key)) };
    show(slow);
    type('naam', 'Nieuw');
    await expect.poll(state).toBe('ready restored fine');
    expect(field('naam').value).toBe('Nieuw');
    expect(field('bedrag').value).toBe('12,50');
    await pause(10);
    expect(await memory.load('claim.new')).toEqual({ name: 'Nieuw', amount: '12,50' });
  });

  test('is gone after the command is saved, also when a save was on its way', async () => {
    const store = memoryDraftStore();
    show(store);
    await pause(0);
    type('naam', 'De Klos');
    fireEvent.click(screen.getByRole('button', { name: 'klaar' }));
    await pause(200);
    expect(await store.load('claim.new')).toBeUndefined();
    expect(field('naam').value).toBe('');
    cleanup();
    await pause(0);
    expect(await store.load('claim.new')).toBeUndefined();
  });

  test('says so when the device is full, and again when it is not', async () => {
    const memory = memoryDraftStore();
    let full = true;
    const save: DraftStore['save'] = (key, value) =>
      full ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : memory.save(key, value);
    show({ ...memory, save });
    await pause(0);
    type('naam', 'a');
    await pause(200);
    expect(state()).toBe('ready new failed');
    expect(field('naam').value).toBe('a');
    full = false;
    type('naam', 'ab');
    await pause(200);
    expect(state()).toBe('ready new fine');
  });

  test('keeps an update of the app away until the form is left', async () => {
    const release = vi.fn();
    const holdUpdate = vi.fn(() => release);
    const { unmount } = show(memoryDraftStore(), { holdUpdate });
    await pause(0);
    expect(holdUpdate).toHaveBeenCalledTimes(1);
    expect(release).not.toHaveBeenCalled();
    unmount();
    expect(release).toHaveBeenCalledTimes(1);
  });
});

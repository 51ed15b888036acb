import { cleanup, configure, fireEvent, render, screen } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, expect, test } from 'vitest';
import { AppProvider } from '../../app-context.tsx';
import { DraftContext, memoryDraftStore } from '../../draft.ts';
import { nlBelongings } from '../../nl/belongings.ts';
import { nl } from '../../nl/index.ts';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { CoFinancingCard } from './cofinancing-card.tsx';
import { CounterCard } from './counter-card.tsx';
import { DocumentsCard } from './documents-card.tsx';

configure({ defaultHidden: true });

let now: MoneyPhone;
afterEach(async () => {
  cleanup();
  await now.phone.close();
});

test.each([
  ['a counter-contribution', CounterCard, nlBelongings.counter.add, nlBelongings.counter.what],
  ['money of others', CoFinancingCard, nlBelongings.coFinancing.add, nlBelongings.coFinancing.source],
  ['a document', DocumentsCard, nlBelongings.documents.add, nlBelongings.documents.label],
] as const)(
  'a form about %s that was opened by mistake closes again and forgets what was typed',
  async (_, Part, open, label) => {
    now = await moneyPhone('chair');
    render(
      <AppProvider app={now.phone.app}>
        <DraftContext.Provider value={{ store: memoryDraftStore(), holdUpdate: () => () => {} }}>
          <LocationProvider>
            <Part proposalId={now.undecidedId} />
          </LocationProvider>
        </DraftContext.Provider>
      </AppProvider>,
    );
    const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
    const field = () => screen.findByLabelText<HTMLInputElement>(new RegExp(`^${label.replace('?', '\\?')}`));
    await press(open);
    fireEvent.input(await field(), { target: { value: 'Vergissing' } });
    await press(nl.leave);
    await press(open);
    expect((await field()).value).toBe('');
    expect(now.phone.sent).toEqual([]);
  },
);

import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ReadResult } from '../../../files/reader/protocol.ts';
import { receiptOf } from '../../../files/receipt/read.ts';
import type { Page } from '../../../files/receipt/words.ts';
import type { PreparedPhoto } from '../../../store/photo.ts';
import { AppProvider } from '../../app-context.tsx';
import { DraftContext, memoryDraftStore } from '../../draft.ts';
import { nlReading } from '../../nl/reading.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import { readingStore } from '../../reading.ts';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { NewReceiptScreen } from './new-receipt.tsx';

configure({ defaultHidden: true });

vi.mock('../../../store/photo.ts', async (original) => ({
  ...(await original<typeof import('../../../store/photo.ts')>()),
  preparePhoto: async (): Promise<PreparedPhoto> => {
    const sha256 = '1'.repeat(64);
    return {
      photo: { sha256, originalSha256: sha256, size: 3, mime: 'image/jpeg', width: 900, height: 1200 },
      bytes: new ArrayBuffer(3),
      thumbnail: new ArrayBuffer(1),
      warnings: [],
    };
  },
}));

// The worker and its engines are tested in a browser; here the moment at which it answers is chosen.
const answers: { give: (result: ReadResult) => void; fail: () => void }[] = [];
vi.mock('../../../files/reader/kept.ts', () => ({ keptEngine: async () => 'tesseract' }));
vi.mock('../../../files/reader/reader.ts', () => ({
  Reader: class {
    read({ signal, progress }: { signal: AbortSignal; progress: (share: number) => void }): Promise<ReadResult> {
      progress(0.3);
      return new Promise((give, fail) => {
        answers.push({ give, fail: () => fail(new Error('no words')) });
        signal.addEventListener('abort', () => fail(new Error('stopped')));
      });
    }
  },
}));

let now: MoneyPhone;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true, now: new Date('2026-11-26T12:00:00Z') });
  answers.length = 0;
  readingStore.setState({ byPhoto: new Map(), engine: undefined });
  now = await moneyPhone('member');
});
afterEach(async () => {
  cleanup();
  await now.phone.close();
  vi.useRealTimers();
});

function Elsewhere() {
  return <p>elders</p>;
}

async function open(): Promise<void> {
  history.replaceState(null, '', '/bon/nieuw');
  render(
    <DraftContext.Provider value={{ store: memoryDraftStore(), holdUpdate: () => () => {} }}>
      <AppProvider app={now.phone.app}>
        <LocationProvider>
          <Router>
            <Route path="/bon/nieuw" component={NewReceiptScreen} />
            <Route default component={Elsewhere} />
          </Router>
        </LocationProvider>
      </AppProvider>
    </DraftContext.Provider>,
  );
  const input = await waitFor(() => {
    const found = document.querySelector<HTMLInputElement>('input[capture]');
    if (found === null) throw new Error('no camera');
    return found;
  });
  Object.defineProperty(input, 'files', { value: [new File(['bon'], 'bon.jpg')], configurable: true });
  fireEvent.change(input);
  fireEvent.click(await screen.findByRole('button', { name: nlReceipt.photo.use }));
  await screen.findByText(nlReading.busy(1, 1));
}

const printed = ['Bouwmarkt De Klos', 'Verf 12,50', 'Kwast 4,45', 'TOTAAL EUR 16,95', '12-11-2026 14:02'];
const printedVat = 'BTW 21% 14,01 2,94';

function result(lines: readonly string[]): ReadResult {
  const words = lines.map((text, n) => ({
    text,
    confidence: 0.95,
    place: { x: 10, y: 10 + 30 * n, width: text.length * 10, height: 20 },
  }));
  const page: Page = { width: 400, height: 300, words };
  return { engine: 'tesseract', ms: 1, reading: receiptOf(page, '2026-11-26'), page };
}

const field = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const answer = async (lines: readonly string[] = printed) => {
  answers[0]?.give(result(lines));
  await screen.findByText(nlReading.done);
};

test('what was read stands in the empty fields, with where it comes from, and is marked on the photo', async () => {
  await open();
  await answer();
  await waitFor(() => expect(field(nlReceipt.amount).value).toBe('16,95'));
  expect(field(nlReceipt.shop).value).toBe('Bouwmarkt De Klos');
  screen.getByText('Gelezen bij “TOTAAL EUR”. De regels tellen ertoe op.');
  screen.getByText(nlReading.where);
  screen.getByRole('img', { name: nlReading.placeAlt(['totaal', 'datum', 'winkel']) });
});

test('what was typed meanwhile stays; the photo’s amount is offered beside it', async () => {
  await open();
  fireEvent.input(field(nlReceipt.amount), { target: { value: '20,00' } });
  await answer();
  await screen.findByText(/Op de foto lezen wij \S\s16,95/);
  expect(field(nlReceipt.amount).value).toBe('20,00');
  fireEvent.click(screen.getByRole('button', { name: nlReading.take }));
  await waitFor(() => expect(field(nlReceipt.amount).value).toBe('16,95'));
  expect(screen.queryByText(/Op de foto lezen wij \S\s16,95/)).toBeNull();
});

test('a total in other money fills nothing: it is said, and the euros are typed', async () => {
  await open();
  await answer(['Museum Shop', 'Book $ 12.99', 'Total $ 12.99', '11/05/2026']);
  await screen.findByText(/12,99 Amerikaanse dollar.* Vul in hoeveel euro er is betaald/);
  await waitFor(() => expect(field(nlReceipt.shop).value).toBe('Museum Shop'));
  expect(field(nlReceipt.amount).value).toBe('');
  expect(screen.queryByRole('button', { name: nlReading.take })).toBeNull();
});

test('VAT that was read stands in its field, and net and VAT are said to be what the receipt says', async () => {
  await open();
  await answer([...printed, printedVat]);
  await waitFor(() => expect(field(/^Btw op de bon/).value).toBe('2,94'));
  await screen.findByText(nlReceipt.vat.sum(1_401, 294, 1_695, true).replaceAll('\u00a0', ' '));
});

test('VAT that was typed meanwhile stays; that of the photo is offered beside it', async () => {
  await open();
  fireEvent.input(field(/^Btw op de bon/), { target: { value: '1,40' } });
  await answer([...printed, printedVat]);
  await screen.findByText(/Op de foto lezen wij \S\s2,94 btw/);
  expect(field(/^Btw op de bon/).value).toBe('1,40');
  fireEvent.click(screen.getByRole('button', { name: nlReading.take }));
  await waitFor(() => expect(field(/^Btw op de bon/).value).toBe('2,94'));
});

test('a field that is emptied stays empty', async () => {
  await open();
  await answer();
  await waitFor(() => expect(field(nlReceipt.shop).value).not.toBe(''));
  fireEvent.input(field(nlReceipt.shop), { target: { value: '' } });
  fireEvent.input(field(nlReceipt.amount), { target: { value: '17,00' } });
  await screen.findByText(/Op de foto lezen wij \S\s16,95/);
  expect(field(nlReceipt.shop).value).toBe('');
});

test('it can be stopped, and begun again', async () => {
  await open();
  fireEvent.click(screen.getByRole('button', { name: nlReading.stop }));
  await screen.findByText(nlReading.stopped);
  fireEvent.click(screen.getByRole('button', { name: nlReading.again }));
  await screen.findByText(nlReading.busy(1, 1));
  expect(answers).toHaveLength(2);
});

test('a photo that can’t be read is said, and the form is as before', async () => {
  await open();
  answers[0]?.fail();
  await screen.findByText(nlReading.failed);
  expect(field(nlReceipt.amount).value).toBe('');
});

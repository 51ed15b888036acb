import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Claim, Receipt } from '../../../domain/rows.ts';
import { addSharedPhotos, readSharedPhotos } from '../../../store/flags.ts';
import { PhotoProblem, type PreparedPhoto } from '../../../store/photo.ts';
import { AppProvider } from '../../app-context.tsx';
import { DraftContext, type DraftServices, flushDrafts, memoryDraftStore } from '../../draft.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import { dismissToast } from '../../parts/toast-store.ts';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { NewReceiptScreen } from './new-receipt.tsx';

configure({ defaultHidden: true });

// happy-dom draws no pictures. The hash is made from the content, so that the same file is the same photo.
vi.mock('../../../store/photo.ts', async (original) => ({
  ...(await original<typeof import('../../../store/photo.ts')>()),
  preparePhoto: async (file: Blob): Promise<PreparedPhoto> => {
    const text = await file.text();
    if (text === 'broken') throw new PhotoProblem('unreadable');
    const sha256 = [...text]
      .map((letter) => letter.charCodeAt(0).toString(16))
      .join('')
      .padEnd(64, '0');
    return {
      photo: { sha256, originalSha256: sha256, size: text.length, mime: 'image/jpeg', width: 900, height: 1200 },
      bytes: new TextEncoder().encode(text).buffer as ArrayBuffer,
      thumbnail: new ArrayBuffer(1),
      warnings: [],
    };
  },
}));

let now: MoneyPhone;
let services: DraftServices;
beforeEach(async () => {
  now = await moneyPhone('member');
  services = { store: memoryDraftStore(), holdUpdate: () => () => {} };
});
afterEach(async () => {
  dismissToast();
  cleanup();
  await now.phone.close();
});

function Elsewhere() {
  return <p>elders</p>;
}

async function open(query = ''): Promise<void> {
  history.replaceState(null, '', `/bon/nieuw${query}`);
  render(
    <DraftContext.Provider value={services}>
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
  await screen.findByRole('heading', { name: nlReceipt.title });
}
/** The phone closes the page and opens it again later. */
async function closeAndOpen(): Promise<void> {
  await flushDrafts();
  cleanup();
  await open();
}

const type = async (label: string | RegExp, value: string) =>
  fireEvent.input(await screen.findByRole('textbox', { name: label }), { target: { value } });
const choose = async (name: RegExp) => fireEvent.click(await screen.findByRole('radio', { name }));
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const iban = 'NL91 ABNA 0417 1643 00';
const photoCount = () => document.querySelectorAll('.bk-photo').length;

async function takePhoto(content: string): Promise<void> {
  const input = await waitFor(() => {
    const found = document.querySelector<HTMLInputElement>('input[capture]');
    if (found === null) throw new Error('no camera');
    return found;
  });
  Object.defineProperty(input, 'files', { value: [new File([content], 'bon.jpg')], configurable: true });
  fireEvent.change(input);
}

async function fillIn(): Promise<void> {
  await choose(/Lichtjestocht/);
  await type(nlReceipt.amount, '86,40');
  await press(nlReceipt.today);
  await type(nlReceipt.shop, 'Bouwmarkt De Klos');
  await choose(/^Lampionnen/);
  await choose(new RegExp(nlReceipt.paid.reimbursement));
}

describe('keeping a receipt', () => {
  test('it is saved with its photo, the draft ends, and the account is known next time', async () => {
    await open();
    await fillIn();
    await takePhoto('bon');
    await press(nlReceipt.photo.use);
    await type(/^Rekeningnummer/, 'nl91 abna 0417 1643 00');
    await type(nlReceipt.account.holder, 'P. de Wit');
    await press(nlReceipt.save);
    await screen.findByText('elders');
    const [claim] = await now.phone.all<Claim>('claim');
    expect(location.pathname).toBe(`/bon/${claim?.id}`);
    expect(claim).toMatchObject({ state: 'submitted', claimedCents: 8_640, ibanLast4: '4300' });
    const [receipt] = await now.phone.all<Receipt>('receipt');
    expect(receipt).toMatchObject({ budgetLineId: now.lineId, shop: 'Bouwmarkt De Klos' });
    expect(receipt?.photos).toHaveLength(1);

    cleanup();
    await open();
    expect(screen.queryByText(nlReceipt.restored)).toBeNull();
    expect(photoCount()).toBe(0);
    await choose(/Ja, ik krijg het terug/);
    await screen.findByText(nlReceipt.account.known('4300'));
  });

  test('an empty form names what is missing and sends nothing', async () => {
    await open();
    await press(nlReceipt.save);
    expect(await screen.findAllByText(nlReceipt.errors.proposal)).toHaveLength(2);
    expect(screen.getAllByText(nlReceipt.errors.kind)).toHaveLength(2);
    expect(now.phone.sent).toEqual([]);
  });

  test('VAT is kept with the receipt, beside the sum of net and VAT; a wrong one is named and stays', async () => {
    await open();
    await fillIn();
    await type(/^Rekeningnummer/, iban);
    await type(nlReceipt.account.holder, 'P. de Wit');
    await type(/^Btw op de bon/, '86,40');
    await press(nlReceipt.save);
    expect(await screen.findAllByText(nlReceipt.errors.vat)).toHaveLength(2);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Btw op de bon/ }).value).toBe('86,40');
    expect(await now.phone.all<Claim>('claim')).toEqual([]);
    await type(/^Btw op de bon/, '20,00');
    await screen.findByText(nlReceipt.vat.high);
    await type(/^Btw op de bon/, '14,99');
    await screen.findByText(nlReceipt.vat.sum(7_141, 1_499, 8_640, false).replaceAll('\u00a0', ' '));
    expect(screen.queryByText(nlReceipt.vat.high)).toBeNull();
    await press(nlReceipt.save);
    await screen.findByText('elders');
    expect(await now.phone.all<Receipt>('receipt')).toMatchObject([{ amountCents: 8_640, vatCents: 1_499 }]);
  });

  test('more than is left of the award is said before it is saved, and does not stop it', async () => {
    await now.handIn(now.other); // 86.40 of the 500 awarded
    await open();
    await fillIn();
    await type(nlReceipt.amount, '413,60');
    expect(screen.queryByText(/te besteden/)).toBeNull();
    await type(nlReceipt.amount, '413,61');
    await screen.findByText(nlReceipt.above(41_360).replaceAll('\u00a0', ' '));
    await choose(new RegExp(nlReceipt.paid.invoice));
    await type(nlReceipt.account.payee, 'Bouwmarkt De Klos');
    await type(/^Rekeningnummer/, 'NL91ABNA0417164300');
    await press(nlReceipt.save);
    await screen.findByText('elders');
  });

  test('it works before the decision, and says so', async () => {
    await open(`?aanvraag=${now.undecidedId}`);
    await screen.findByText(nlReceipt.proposal.waits);
  });
});

describe('a phone that closes the page', () => {
  test('everything typed and every photo is back', async () => {
    await open();
    await fillIn();
    await takePhoto('bon');
    await press(nlReceipt.photo.use);
    await closeAndOpen();
    await screen.findByText(nlReceipt.restored);
    expect(await screen.findByRole('textbox', { name: nlReceipt.amount })).toHaveProperty('value', '86,40');
    expect(photoCount()).toBe(1);
  });

  test('a photo that nobody looked at yet is shown again, also when nothing was typed', async () => {
    await open();
    await takePhoto('bon');
    await screen.findByRole('button', { name: nlReceipt.photo.use });
    await closeAndOpen();
    await press(nlReceipt.photo.use);
    await waitFor(() => expect(photoCount()).toBe(1));
  });

  test('a receipt that was taken away comes back by undo, with its photo', async () => {
    await open();
    await press(nlReceipt.add);
    await takePhoto('bon');
    await press(nlReceipt.photo.use);
    await waitFor(() => expect(photoCount()).toBe(1));
    fireEvent.click((await screen.findAllByRole('button', { name: nlReceipt.remove }))[0] as HTMLElement);
    await waitFor(() => expect(photoCount()).toBe(0));
    await press('Ongedaan maken');
    await waitFor(() => expect(photoCount()).toBe(1));
  });
});

describe('photos from the camera and from other apps', () => {
  test('the same picture twice is one picture, and it says so', async () => {
    await open();
    await takePhoto('bon');
    await press(nlReceipt.photo.use);
    await takePhoto('bon');
    await screen.findByText(nlReceipt.photo.double);
    expect(photoCount()).toBe(1);
  });

  test('a file that is no photo is named, and the form goes on', async () => {
    await open();
    await takePhoto('broken');
    await screen.findByText(nlReceipt.photo.problems.unreadable);
  });

  test('shared photos come into the receipt and are forgotten only then', async () => {
    const shared = (id: string, text: string) => ({
      id,
      name: `${id}.jpg`,
      type: 'image/jpeg',
      bytes: new TextEncoder().encode(text).buffer as ArrayBuffer,
      receivedAt: '2026-11-25T19:30:00.000Z',
    });
    await addSharedPhotos([shared('a', 'een'), shared('b', 'twee')]);
    await open('?gedeeld=1');
    await screen.findByText(nlReceipt.shared.took(2));
    expect(photoCount()).toBe(2);
    expect(await readSharedPhotos()).toEqual([]);
    await closeAndOpen();
    await waitFor(() => expect(photoCount()).toBe(2));
  });

  test('sharing that failed is said, with what to do', async () => {
    await open('?gedeeld=0');
    await screen.findByText(nlReceipt.shared.failed);
  });
});

import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Receipt } from '../../../domain/rows.ts';
import type { PhotoEdit } from '../../../files/photo/edit.ts';
import type { Quad } from '../../../files/reader/geometry.ts';
import type { PreparedPhoto } from '../../../store/photo.ts';
import { AppProvider } from '../../app-context.tsx';
import { DraftContext, memoryDraftStore } from '../../draft.ts';
import { nlPhotoEditor as words } from '../../nl/photo-editor.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import { dismissToast } from '../../parts/toast-store.ts';
import { AddPhoto } from '../claim/add-photo.tsx';
import { moneyPhone } from '../money/committee.fixture.ts';
import type { DraftPhoto } from './photo-draft.ts';
import { PhotoEditor } from './photo-editor.tsx';

configure({ defaultHidden: true });

const edits: PhotoEdit[] = [];
let proposal: (found: Quad | undefined) => void = () => {};

// happy-dom has no workers: what they do is tested in tests/browser/mend.test.ts.
vi.mock('../../../files/photo/mend.ts', () => ({
  findEdges: () => new Promise((resolve) => (proposal = resolve)),
  mendPhoto: async (_: Blob, edit: PhotoEdit) => {
    edits.push(edit);
    const bytes = new TextEncoder().encode(`mended ${edits.length}`).buffer;
    return { bytes, thumbnail: new ArrayBuffer(1), width: 300, height: 600 };
  },
}));
const hash = (digit: string): string => digit.repeat(64);
const prepared: PreparedPhoto = {
  photo: {
    ...{ sha256: hash('a'), originalSha256: hash('b'), look: hash('c') },
    ...{ size: 5, mime: 'image/jpeg', width: 1_000, height: 2_000 },
  },
  ...{ bytes: new ArrayBuffer(5), thumbnail: new ArrayBuffer(1), warnings: [] },
};
vi.mock('../../../store/photo.ts', async (original) => ({
  ...(await original<typeof import('../../../store/photo.ts')>()),
  preparePhoto: async () => prepared,
}));

beforeEach(() => {
  edits.length = 0;
});
afterEach(() => {
  dismissToast();
  cleanup();
});

const corner = (name: string) => screen.getByRole('slider', { name });
const keys = (name: string, key: string, times: number) => {
  for (let n = 0; n < times; n += 1) fireEvent.keyDown(corner(name), { key, shiftKey: true });
};
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const stands = (name: string) => corner(name).getAttribute('aria-valuetext');
const at = (x: number, y: number) => words.cornerAt({ x, y });

function open(): DraftPhoto[] {
  const done: DraftPhoto[] = [];
  const photo: DraftPhoto = { ...prepared, receiptId: 'r', source: 'camera', looked: false };
  render(<PhotoEditor photo={photo} url="blob:a" onDone={(mended) => done.push(mended)} onClose={() => undefined} />);
  return done;
}
const [topLeft, topRight, bottomRight, bottomLeft] = words.corner;

test('the edges that were found are proposed', async () => {
  open();
  const inset = (x: number, y: number) => ({ x, y });
  proposal([inset(0.1, 0.1), inset(0.9, 0.1), inset(0.9, 0.8), inset(0.1, 0.8)]);
  await screen.findByText(words.proposed);
  expect(stands(bottomRight)).toBe(at(0.9, 0.8));
});

test('edges that are found late do not move what somebody set already', async () => {
  open();
  keys(topLeft, 'ArrowDown', 2);
  proposal([
    { x: 0.4, y: 0.4 },
    { x: 0.6, y: 0.4 },
    { x: 0.6, y: 0.6 },
    { x: 0.4, y: 0.6 },
  ]);
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(stands(topLeft)).toBe(at(0, 0.1));
  expect(stands(bottomRight)).toBe(at(1, 1));
  expect(screen.queryByText(words.proposed)).toBeNull();
});

test('on its side the names and the arrow keys are those of what is seen', async () => {
  const done = open();
  await press(words.turn);
  keys(topLeft, 'ArrowRight', 2); // the corner that lies at the bottom left of the photo
  expect(stands(topLeft)).toBe(at(0.1, 0));
  await press(words.apply);
  await waitFor(() => expect(done).toHaveLength(1));
  expect(edits[0]?.quarterTurns).toBe(1);
  const bottom = edits[0]?.corners?.[3];
  expect([bottom?.x, Math.round(bottom?.y ?? 0)]).toEqual([0, 1_800]);
  expect(done[0]?.photo).toMatchObject({ originalSha256: hash('b'), look: hash('c'), width: 300, height: 600 });
});

test('corners that went past each other are said, and nothing is cut until they stand right', async () => {
  const done = open();
  keys(topLeft, 'ArrowRight', 20);
  keys(topRight, 'ArrowLeft', 20);
  await press(words.apply);
  expect((await screen.findByRole('alert')).textContent).toContain(words.noSheet);
  expect(edits).toEqual([]);
  await press(words.whole);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(stands(bottomLeft)).toBe(at(0, 1));
  await press(words.apply);
  await waitFor(() => expect(done).toHaveLength(1));
  expect(edits[0]?.corners).toBeUndefined();
});

test('a photo that comes later can be cut too, and is seen once more before it is sent', async () => {
  const { phone, handIn } = await moneyPhone('member');
  const claimId = await handIn(phone.app.access);
  const [receipt] = (await phone.all<Receipt>('receipt')).filter((one) => one.claimId === claimId);
  render(
    <DraftContext.Provider value={{ store: memoryDraftStore(), holdUpdate: () => () => {} }}>
      <AppProvider app={phone.app}>
        <AddPhoto receiptId={receipt?.id ?? ''} />
      </AppProvider>
    </DraftContext.Provider>,
  );
  const input = await waitFor(() => {
    const found = document.querySelector<HTMLInputElement>('input[capture]');
    if (found === null) throw new Error('no camera');
    return found;
  });
  Object.defineProperty(input, 'files', { value: [new File(['x'], 'bon.jpg')] });
  fireEvent.change(input);
  await press(words.open);
  await press(words.contrast);
  await press(words.apply);
  expect(phone.sent).toEqual([]);
  await press(nlReceipt.photo.use);
  await waitFor(() => expect(phone.sent).toHaveLength(1));
  const [{ args } = { args: undefined }] = phone.sent;
  expect(args).toMatchObject({ photo: { originalSha256: hash('b'), width: 300 } });
  expect(edits).toEqual([{ corners: undefined, quarterTurns: 0, contrast: true }]);
  await phone.close();
});

import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { PhotoProblem, type PreparedPhoto } from '../store/photo.ts';
import { DraftPhotos, usePhotoDraft } from './draft-photos.tsx';
import { nlReceipt } from './nl/receipt.ts';
import { nlSupport } from './nl/support.ts';

configure({ defaultHidden: true });
afterEach(cleanup);

/** Ready at once, but a slow one only when it is stopped. */
vi.mock('./prepare-photo.ts', () => ({
  usePreparePhoto: () => async (file: File, signal?: AbortSignal) => {
    if (file.name === 'slow.jpg')
      await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new PhotoProblem('cancelled'))));
    const hash = (file.name === 'first.jpg' ? 'a' : 'b').repeat(64);
    const photo = { sha256: hash, originalSha256: hash, size: 1, mime: 'image/jpeg', width: 900, height: 1_200 };
    return { photo, bytes: new ArrayBuffer(1), thumbnail: new ArrayBuffer(1), warnings: [] } as PreparedPhoto;
  },
}));

function Form() {
  return <DraftPhotos draft={usePhotoDraft('test')} label="Foto’s" />;
}

test('stopped halfway: what was ready stays, the rest is not taken, and it is said', async () => {
  render(<Form />);
  const input = document.querySelector<HTMLInputElement>('input[multiple]');
  if (input === null) throw new Error('no gallery');
  const files = ['first.jpg', 'slow.jpg', 'third.jpg'].map((name) => new File(['x'], name));
  Object.defineProperty(input, 'files', { value: files });
  fireEvent.change(input);
  await screen.findByText(nlReceipt.photo.preparing(2, 3));
  fireEvent.click(await screen.findByRole('button', { name: nlReceipt.photo.cancel }));
  await screen.findByText(nlSupport.count.photoProblems.cancelled);
  await waitFor(() => expect(document.querySelectorAll('.bk-photo')).toHaveLength(1));
  expect(screen.queryByText(nlReceipt.photo.preparing(3, 3))).toBeNull();
  expect(screen.queryByRole('button', { name: nlReceipt.photo.cancel })).toBeNull();
});

import { afterEach, expect, test, vi } from 'vitest';
import { shareFile } from './save-file.ts';

const file = new File(['{}'], 'werk.txt', { type: 'text/plain' });
const saved: string[] = [];

function phoneThat(share: () => Promise<void>): void {
  Object.assign(navigator, { share });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
}
afterEach(() => {
  vi.restoreAllMocks();
  saved.length = 0;
});

test.each([
  ['takes it', () => Promise.resolve(), 'shared', []],
  ['shows its sheet, which is closed', () => Promise.reject(new DOMException('', 'AbortError')), 'closed', []],
  ['shares no such file', () => Promise.reject(new DOMException('', 'NotAllowedError')), 'saved', ['werk.txt']],
  ['fails', () => Promise.reject(new TypeError('no')), 'saved', ['werk.txt']],
] as const)('a phone that %s', async (_, share, ends, files) => {
  phoneThat(share);
  expect(await shareFile(file, 'werk')).toBe(ends);
  expect(saved).toEqual(files);
});

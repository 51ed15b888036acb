import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LocationProvider } from '../../router.tsx';
import { SignInScreen } from './index.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

interface Window {
  readonly quota?: number;
  readonly serviceWorker: boolean;
  readonly secure?: boolean;
}

function openIn({ quota = 10 * 1024 ** 3, serviceWorker, secure = true }: Window): void {
  const { userAgent } = navigator;
  const storage = { estimate: async () => ({ quota, usage: 0 }) };
  vi.stubGlobal('navigator', {
    userAgent,
    maxTouchPoints: 0,
    storage,
    ...(serviceWorker ? { serviceWorker: {} } : {}),
  });
  vi.stubGlobal('isSecureContext', secure);
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  render(
    <LocationProvider>
      <SignInScreen />
    </LocationProvider>,
  );
}
const sentence = /privévenster\? Dan is alles weg .* gewoon venster/;

describe('whoever signs in from a private window reads what that means, and what to do', () => {
  test.each<[string, Window]>([
    ['Firefox has no service workers there', { serviceWorker: false }],
    ['Safari gives little room there', { serviceWorker: true, quota: 200_000_000 }],
  ])('%s', async (_, window) => {
    openIn(window);
    expect(await screen.findByText(sentence)).toBeDefined();
  });

  test.each<[string, Window]>([
    ['any other window', { serviceWorker: true }],
    ['an address without https, where no window has service workers', { serviceWorker: false, secure: false }],
  ])('not in %s', async (_, window) => {
    openIn(window);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen.queryByText(sentence)).toBeNull();
    expect(screen.getByRole('button', { name: /Meld/ })).toBeDefined();
  });
});

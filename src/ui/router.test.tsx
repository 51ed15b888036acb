import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PageHead } from './parts/page-head.tsx';
import { routeAt, Screens, useParam } from './router.tsx';
import type { ScreenRoute } from './routes.ts';

let broken = true;

function Dossier() {
  return <PageHead title={`Dossier ${useParam('id')}`} />;
}

function Crashing() {
  if (broken) throw new Error('a bug of ours');
  return <PageHead title="Hersteld" />;
}

/** Arrives when the test lets it. */
let arrive: () => void = () => {};

const routes: readonly ScreenRoute[] = [
  { path: '/', title: 'Vandaag', load: async () => () => <PageHead title="Vandaag" /> },
  { path: '/aanvragen/nieuw', title: 'Nieuw', load: async () => () => <PageHead title="Nieuwe aanvraag" /> },
  { path: '/aanvragen/:id', title: 'Aanvraag', load: async () => Dossier },
  { path: '/fout', title: 'Fout', load: async () => Crashing },
  { path: '/weg', title: 'Weg', load: () => Promise.reject(new Error('no connection')) },
  {
    path: '/traag',
    title: 'Traag',
    load: () =>
      new Promise((resolve) => {
        arrive = () => resolve(() => <PageHead title="Toch gekomen" />);
      }),
  },
];

beforeEach(() => {
  history.replaceState(null, '', '/');
  vi.stubGlobal('scrollTo', () => {});
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

async function start() {
  render(
    <LocationProvider>
      <a href="/aanvragen/nieuw">nieuw</a>
      <a href="/aanvragen/12">dossier 12</a>
      <a href="/aanvragen/13">dossier 13</a>
      <a href="/fout">fout</a>
      <a href="/weg">weg</a>
      <a href="/traag">traag</a>
      <a href="/nergens">nergens</a>
      <main>
        <Screens routes={routes} />
      </main>
    </LocationProvider>,
  );
  await expect.poll(heading).toBe('Vandaag');
}

const go = (name: string) => fireEvent.click(screen.getByText(name));

test('the most precise address wins, and a parameter reaches its screen', async () => {
  await start();
  go('nieuw');
  await expect.poll(heading).toBe('Nieuwe aanvraag');
  await expect.poll(() => document.title).toBe('Nieuwe aanvraag – Buurtkas');
  go('dossier 12');
  await expect.poll(heading).toBe('Dossier 12');
  expect(routeAt(routes, '/aanvragen/nieuw')?.title).toBe('Nieuw');
  expect(routeAt(routes, '/aanvragen/12')?.title).toBe('Aanvraag');
  expect(routeAt(routes, '/nergens')).toBeUndefined();
});

test('the heading has the focus after navigation, also from one dossier to the next', async () => {
  await start();
  go('dossier 12');
  await expect.poll(() => document.activeElement?.textContent).toBe('Dossier 12');
  screen.getByText('nieuw').focus();
  go('dossier 13');
  await expect.poll(() => document.activeElement?.textContent).toBe('Dossier 13');
});

test('the screen before stays until the next one has come', async () => {
  await start();
  go('traag');
  await act(() => new Promise<void>((resolve) => setTimeout(resolve, 20)));
  expect(heading()).toBe('Vandaag');
  arrive();
  await expect.poll(heading).toBe('Toch gekomen');
});

test('a screen that breaks leaves the others whole', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  await start();
  go('fout');
  await expect.poll(heading).toBe('Dit scherm doet het even niet');
  expect(log).toHaveBeenCalled();
  go('dossier 12');
  await expect.poll(heading).toBe('Dossier 12');
  broken = false;
  go('fout');
  await expect.poll(heading).toBe('Hersteld');
  log.mockRestore();
});

test('a screen that cannot be loaded says what is needed', async () => {
  await start();
  go('weg');
  await expect.poll(heading).toBe('Dit scherm is nog niet geladen');
});

test('an address that does not exist says so', async () => {
  await start();
  go('nergens');
  await expect.poll(heading).toBe('Deze pagina bestaat niet');
});

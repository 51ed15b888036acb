import { cleanup, render, screen, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, expect, test } from 'vitest';
import { isCurrent, navItems } from './nav.ts';
import { Shell } from './shell.tsx';
import { SyncBar, type SyncStatus } from './sync-bar.tsx';

afterEach(cleanup);

const fine: SyncStatus = { kind: 'ok', pendingCount: 0, attentionCount: 0, lastSyncIso: '2026-11-24T19:14:00Z' };

const sentences: readonly (readonly [Partial<SyncStatus>, string])[] = [
  [{}, 'Alles staat op de server, 20.14 uur'],
  [{ kind: 'local', pendingCount: 3 }, '3 wijzigingen staan alleen op dit toestel'],
  [{ kind: 'local', pendingCount: 1 }, '1 wijziging staat alleen op dit toestel'],
  [{ kind: 'local', sinceIso: '2026-11-24T18:20:00Z' }, 'Geen internet sinds 19.20 uur. U kunt gewoon doorgaan'],
  [{ kind: 'local', pendingCount: 7, sinceIso: '2026-11-24T18:20:00Z' }, 'Geen internet, 7 wijzigingen op dit toestel'],
  [
    { kind: 'local', missing: 'server', sinceIso: '2026-11-24T18:20:00Z' },
    'Geen contact met de server sinds 19.20 uur. U kunt gewoon doorgaan',
  ],
  [
    { kind: 'local', missing: 'server', pendingCount: 1, sinceIso: '2026-11-24T18:20:00Z' },
    'Geen contact met de server, 1 wijziging op dit toestel',
  ],
  [{ kind: 'busy', pendingCount: 2, batchCount: 3 }, 'Bezig met versturen: 2 van 3'],
  [{ kind: 'ask', attentionCount: 2 }, '2 vragen uw aandacht'],
  [{ kind: 'ask', attentionCount: 1 }, '1 vraagt uw aandacht'],
];

test.each(sentences)('the sync line says %o in words', (change, sentence) => {
  render(<SyncBar status={{ ...fine, ...change }} />);
  expect(screen.getByRole('status').textContent).toBe(sentence);
  expect(screen.getByRole('link').getAttribute('href')).toBe('/toestel');
});

test('the menu shows only what exists, and says what waits', () => {
  render(
    <LocationProvider>
      <Shell
        neighbourhood="Spoelkwartier"
        committeeName="Commissie wijkbudget Spoelkwartier"
        year={2026}
        items={navItems(['/', '/kas', '/toestel'])}
        counts={{ '/': 3 }}
        sync={fine}
      >
        <h1>Vandaag</h1>
      </Shell>
    </LocationProvider>,
  );
  const menu = within(screen.getByRole('navigation', { name: 'Hoofdmenu' }));
  expect(menu.queryByText('Verantwoording')).toBeNull();
  expect(menu.getByRole('link', { name: /Vandaag.*3 taken/ }).getAttribute('aria-current')).toBe('page');
  expect(screen.getByRole('link', { name: 'Naar de inhoud' })).toBeDefined();
  expect(screen.queryByText('Er is een nieuwe versie.')).toBeNull();
});

test('a page below an item, or under "Meer" on a phone, marks that item', () => {
  const items = navItems(['/', '/aanvragen', '/meer', '/toestel']);
  const current = (path: string) => items.filter((item) => isCurrent(item, path)).map(({ href }) => href);
  expect(current('/')).toEqual(['/']);
  expect(current('/aanvragen/12/draagvlak')).toEqual(['/aanvragen']);
  expect(current('/toestel')).toEqual(['/meer', '/toestel']);
});

import { cleanup, configure, fireEvent, render, screen } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, expect, test } from 'vitest';
import { AppProvider } from '../../app-context.tsx';
import { type Evening, evening, testId } from '../meeting/phone.fixture.tsx';
import { IdeasScreen } from './ideas.tsx';

configure({ defaultHidden: true });

let now: Evening;
afterEach(async () => {
  cleanup();
  await now.phone.close();
});

const counts = (row: RegExp): readonly (string | null)[] =>
  [...screen.getByRole('row', { name: row }).querySelectorAll('td')].map(({ textContent }) => textContent);

test('[S3] what a channel brought is told a year, with what nothing was done with', async () => {
  now = await evening({ open: false });
  const said = { voice: null, photos: [], quarter: '', heardOf: '' };
  const caught = async (channel: string, caughtOn: string): Promise<string> => {
    const ideaId = testId();
    await now.phone.do('idea.add', { ideaId, text: 'Een bankje', ...said, channel, caughtOn });
    return ideaId;
  };
  await caught('IJscokar', '2025-07-01');
  await caught('IJscokar', '2025-07-02');
  await caught('Telefoon', '2026-07-01');
  const ideaId = await caught('IJscokar', '2026-07-01');
  await now.phone.do('idea.setAside', { ideaId, reason: 'Te duur' });
  history.replaceState(null, '', '/ideeen');
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <IdeasScreen />
      </LocationProvider>
    </AppProvider>,
  );
  await screen.findByText('Wat bracht het op in 2026?');
  expect(counts(/^IJscokar/)).toEqual(['1', '1', '0', '0']);
  fireEvent.click(screen.getByRole('button', { name: /^2025/ }));
  await screen.findByText('Wat bracht het op in 2025?');
  expect(counts(/^IJscokar/)).toEqual(['2', '0', '0', '0']);
  expect(screen.queryByRole('row', { name: /^Telefoon/ })).toBeNull();
});

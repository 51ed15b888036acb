/** An idea on the street: two taps, without a connection, typed or spoken, and heard by the others afterwards. */
import { expect, type Page, test } from '@playwright/test';
import { launchOptions } from '../chromium.ts';
import { type DemoWorld, startDemoWorld } from './demo-world.ts';

let world: DemoWorld;
test.beforeAll(async () => {
  world = await startDemoWorld();
});
test.afterAll(() => world.server.remove());

/** A microphone that plays a tone and asks nobody. */
const microphone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
test.use({ launchOptions: { ...launchOptions, args: [...launchOptions.args, ...microphone] } });

const tapsMax = 2;

test('[S3] from Vandaag to a saved idea takes two taps, offline; the next one on the same street takes one', async ({
  context,
}) => {
  const page = await world.signIn(context, 'bleekveld');
  await goOffline(page);
  const taps = await countTaps(page);
  await page.getByRole('link', { name: 'Idee opschrijven' }).click();
  await expect(page.getByLabel('Wat is het idee?')).toBeFocused();
  await page.keyboard.type('Een picknicktafel in het park');
  await page.getByRole('button', { name: 'Bewaar het idee' }).click();
  await expect(page.getByText('Idee bewaard op dit toestel. Vandaag 1.')).toBeVisible();
  expect(await taps()).toBe(tapsMax);

  await expect(page.getByLabel('Wat is het idee?')).toBeFocused();
  await page.keyboard.type('Een waterpomp voor de kinderen');
  await page.getByRole('button', { name: 'Bewaar het idee' }).click();
  await expect(page.getByText('Idee bewaard op dit toestel. Vandaag 2.')).toBeVisible();
  expect(await taps()).toBe(tapsMax + 1);
  await context.setOffline(false);
  await expect
    .poll(async () => (await world.rows('idea')).map(({ text }) => text))
    .toContain('Een picknicktafel in het park');
});

test('[S3] two taps keep what somebody says, offline; a colleague hears it when there is a connection', async ({
  context,
  browser,
}) => {
  const page = await world.signIn(context, 'kettinghof');
  await goOffline(page);
  const taps = await countTaps(page);
  await page.getByRole('link', { name: 'Idee inspreken' }).click();
  await expect(page.getByText('Vraag eerst of het mag')).toBeVisible();
  await expect(page.getByText('Neemt op: 2 seconden')).toBeVisible();
  await page.getByRole('button', { name: 'Stop en bewaar' }).click();
  await expect(page.getByText('Idee bewaard op dit toestel')).toBeVisible();
  expect(await taps()).toBe(tapsMax);
  await context.setOffline(false);

  const spoken = async () => (await world.rows('idea')).filter(({ voice, text }) => voice !== null && text === '');
  await expect.poll(async () => (await spoken()).length).toBe(2); // one is the demo's own
  const mine = (await spoken()).find(({ voice }) => (voice?.size ?? 0) > 4_000);
  await expect
    .poll(async () => (await world.rows('storedPhoto')).some(({ id }) => id === mine?.voice?.sha256))
    .toBe(true);
  const other = await browser.newContext();
  const colleague = await world.signIn(other, 'secretary');
  await colleague.goto(`${world.server.url}/ideeen/${mine?.id}`);
  const audio = colleague.locator('audio');
  await expect(audio).toBeVisible();
  // It plays: the browser reads the sound to its end.
  const seconds = await audio.evaluate(async (element: HTMLAudioElement) => {
    element.muted = true;
    element.playbackRate = 4;
    const ended = new Promise((resolve) => element.addEventListener('ended', resolve, { once: true }));
    await element.play();
    await ended;
    return element.currentTime;
  });
  expect(seconds).toBeGreaterThan(1);
  await other.close();
});

test('several ideas become one proposal, and the table of channels counts it', async ({ context }) => {
  const page = await world.signIn(context, 'secretary');
  await page.goto(`${world.server.url}/ideeen`);
  await page.getByRole('button', { name: 'Kies de ideeën die bij elkaar horen' }).click();
  await page.getByText('Een bankje bij de bushalte').click();
  await page.getByText('Schaduw bij de speeltuin').click();
  await page.getByRole('button', { name: 'Maak er één aanvraag van' }).click();
  await expect(page.getByLabel('Naam van het plan')).not.toHaveValue('');
  await page.goto(`${world.server.url}/ideeen`);
  const row = page.getByRole('row', { name: /IJscokar/ });
  await expect(row.getByRole('cell')).toHaveText(['3', '0', '2', '1']);
});

/** The whole app lies on the phone first, as it does some seconds after the first visit. */
async function goOffline(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await page.context().setOffline(true);
}

/** Counts presses by a finger or mouse. */
async function countTaps(page: Page): Promise<() => Promise<number>> {
  const counter = await page.evaluateHandle(() => {
    const seen = { count: 0 };
    addEventListener(
      'pointerdown',
      ({ isTrusted }) => {
        if (isTrusted) seen.count += 1;
      },
      { capture: true },
    );
    return seen;
  });
  return () => counter.evaluate(({ count }) => count);
}

/** A form that somebody filled in on paper, taken over at the counter without a connection, and the round of mending. */
import { expect, type Page, test } from '@playwright/test';
import { drawReceipt } from '../../scripts/demo/receiptImage.ts';
import { type DemoWorld, startDemoWorld } from './demo-world.ts';
import { show } from './screens.ts';

let world: DemoWorld;
test.beforeAll(async () => {
  world = await startDemoWorld();
});
test.afterAll(() => world.server.remove());

const title = 'Schommel voor de kleintjes';
const reason = 'Wilt u een offerte meesturen?';

test('a paper form goes in offline with its photo, goes back to be mended, and all of it stays readable', async ({
  context,
}) => {
  const page = await world.signIn(context, 'secretary');
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await context.setOffline(true);

  await show(page, '/aanvragen/nieuw');
  await page.getByText('Van papier overgenomen').click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Kies foto' }).click();
  const photo = { name: 'formulier.png', mimeType: 'image/png', buffer: drawReceipt(['AANVRAAG', title]).bytes };
  await (await chooser).setFiles({ ...photo, buffer: Buffer.from(photo.buffer) });
  await expect(page.getByRole('button', { name: /^Foto 1/ })).toBeVisible();
  await page.getByLabel('Naam van het plan').fill(title);
  await page.getByLabel('Wat is het plan?').fill('Bij de speeltuin staat niets voor kinderen onder de vier.');
  await page.getByLabel('Wie vraagt aan').fill('Ouders van de Spoelhof');
  await page.getByRole('group', { name: 'Bij welke thema’s hoort het?' }).getByRole('checkbox').last().check();
  await page.getByLabel('Gevraagd van het wijkbudget').fill('640');
  await page.getByRole('button', { name: 'Dien in: € 640,00 gevraagd' }).click();

  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const paper = page.getByRole('region', { name: 'Papieren formulier' });
  await expect(paper.getByText('Alleen de commissie', { exact: false })).toBeVisible();
  await expect(paper.getByRole('button', { name: /Bekijk groot/ })).toBeVisible();

  await giveBack(page);
  await page
    .getByRole('link', { name: /^Wijzig het plan|^Wijzig$/ })
    .first()
    .click();
  await page.getByLabel('Gevraagd van het wijkbudget').fill('590');
  await page.getByRole('button', { name: 'Dien in: € 590,00 gevraagd' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const history = page.getByRole('region', { name: 'Geschiedenis' });
  for (const words of ['Aangevuld en opnieuw ingediend', 'Gewijzigd: gevraagd bedrag', `door de secretaris: ${reason}`])
    await expect(history.getByText(words, { exact: false })).toBeVisible();
  await history.getByText('Bekijk wat er stond').click();
  await expect(history.getByText(/Gevraagd bedrag was: €.640,00/)).toBeVisible();

  await context.setOffline(false);
  const mine = async () => (await world.rows('proposal')).find((proposal) => proposal.title === title);
  await expect.poll(async () => (await mine())?.state, { timeout: 30_000 }).toBe('submitted');
  expect(await mine()).toMatchObject({ intake: 'paper_form', requestedCents: 590_00, returnReason: null });
  const proposalId = (await mine())?.id;
  const documents = (await world.rows('proposalDocument')).filter((document) => document.proposalId === proposalId);
  expect(documents.map(({ kind, photos }) => [kind, photos.length])).toEqual([['paper_form', 1]]);
});

async function giveBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Geef terug voor aanvulling' }).click();
  await page.getByLabel('Wat moet er nog bij?').fill(reason);
  await page.getByRole('button', { name: 'Geef de aanvraag terug' }).click();
  await expect(page.getByText('De aanvraag is terug voor aanvulling')).toBeVisible();
}

/** Receipts read on the phone itself: fetched once, then without any connection, from photo to filled-in form. */
import { join } from 'node:path';
import { expect } from './support/expect.ts';
import { drawPaper } from './support/photo.ts';
import { test } from './support/world.ts';

const lines = [
  'BOUWMARKT DE KLOS',
  'Spoelweg 12 Enschede',
  'Lampion 24x     47,76',
  'Knijper 3x       8,97',
  'TOTAAL EUR      56,73',
  'PIN             56,73',
  '15-11-2025   16:41',
];

test('[S12] chosen on Dit toestel, a receipt is read offline, marked on its photo, cut by keyboard, and sent nowhere', async ({
  world,
}, info) => {
  const { secretary } = await world.restore();
  const page = await secretary.open('/toestel');
  await secretary.readyForOffline();
  await page.getByRole('button', { name: 'Haal Vlug binnen' }).click();
  await expect(page.getByText('Dit gebruikt Buurtkas nu')).toBeVisible();
  await page.screenshot({ path: info.outputPath('toestel.png'), fullPage: true });

  await world.goDown();
  await secretary.go('/bon/nieuw');
  const photo = await drawPaper(page, join(info.outputDir, 'bon.jpg'), lines);
  await page.locator('input[type=file][capture]').first().setInputFiles(photo);
  const preview = page.getByRole('dialog', { name: 'Is alles goed te lezen?' });
  await preview.getByRole('button', { name: 'Bijsnijden' }).click();
  const editor = page.getByRole('dialog', { name: 'Zet de hoeken op de bon' });
  await expect(editor.getByRole('status')).toContainText('Wij zien de randen van de bon niet');
  for (const name of ['Hoek linksonder', 'Hoek rechtsonder']) {
    await editor.getByRole('slider', { name }).focus();
    for (let n = 0; n < 5; n += 1) await page.keyboard.press('Shift+ArrowUp');
  }
  const corner = editor.getByRole('slider', { name: 'Hoek linksonder' });
  await expect(corner).toHaveAttribute('aria-valuetext', '0 % van links, 75 % van boven');
  await page.screenshot({ path: info.outputPath('bijsnijden.png') });
  // With letters twice as large the photo is still there to be cut, and every button can be reached.
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await editor.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  expect((await editor.locator('.bk-corners').boundingBox())?.height).toBeGreaterThan(200);
  await editor.getByRole('button', { name: 'Gebruik deze foto' }).scrollIntoViewIfNeeded();
  await expect(editor.getByRole('button', { name: 'Gebruik deze foto' })).toBeInViewport({ ratio: 1 });
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  await page.setViewportSize(size);
  await editor.getByRole('button', { name: 'Gebruik deze foto' }).click();
  await expect(editor).toBeHidden();

  await expect(page.getByText('De bon is gelezen. Kijk na of het klopt.')).toBeVisible();
  await expect(page.getByLabel('Totaal op de bon')).toHaveValue('56,73');
  await expect(page.getByLabel('Datum op de bon')).toHaveValue('2025-11-15');
  await expect(page.getByRole('textbox', { name: 'Winkel', exact: true })).toHaveValue('BOUWMARKT DE KLOS');
  await page.getByText('Bekijk waar het op de foto staat').click();
  await expect(page.getByRole('img', { name: /Gemarkeerd: totaal, datum, winkel/ })).toBeVisible();
  await page.screenshot({ path: info.outputPath('gelezen.png'), fullPage: true });
  expect(secretary.problems).toEqual([]);
});

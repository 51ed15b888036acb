/** The kas as the treasurer sees it. */
import type { Page } from '@playwright/test';
import { expect } from './expect.ts';
import type { Phone } from './phone.ts';

/** Every photo of the claim that is open is on the screen as a picture, not as an empty frame. */
export async function expectPhotosShown(page: Page, count: number): Promise<void> {
  const pictures = page.getByRole('article').locator('.bk-photo img');
  await expect(pictures).toHaveCount(count);
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  }
}

/** On the page of a claim: approves all of it and records that it was paid. */
export async function approveAndPay(page: Page, amount: string): Promise<void> {
  await page.getByRole('group', { name: 'Wat doet u met deze declaratie?' }).getByText('Keur goed').click();
  await page.getByRole('button', { name: `Keur goed: € ${amount}` }).click();
  await page.getByRole('button', { name: `Leg vast: € ${amount} betaald` }).click();
  await expect(page.getByRole('heading', { name: 'Betalingen' })).toBeVisible();
}

/** Sums of a year as the kas writes them: '8.109,85'. */
export interface YearMoney {
  readonly grant: string;
  /** In all, paid or not. */
  readonly awarded: string;
  readonly paid: string;
  /** Awarded and not paid. */
  readonly due: string;
  readonly free: string;
}

/** The kas says so to the cent, in its figure, its bar and its table. */
export async function expectYear(phone: Phone, { grant, awarded, paid, due, free }: YearMoney): Promise<void> {
  const page = await phone.go('/kas?deel=begroting');
  const year = page.getByRole('region', { name: 'Budget van het jaar' });
  await expect(year.locator('.bk-figure strong')).toHaveText(`€ ${free}`);
  const bar = `Van € ${grant} is € ${paid} uitbetaald, € ${due} toegekend maar nog niet betaald, € ${free} vrij`;
  await expect(year.getByRole('img', { name: bar })).toBeVisible();
  const table = page.getByRole('table', { name: 'Toegekend en betaald per aanvraag' });
  await expect(table.getByRole('row').last().getByRole('cell')).toHaveText([`€ ${awarded}`, `€ ${paid}`, `€ ${due}`]);
}

/** Whoever handed it in reads that the money is on its way. */
export async function expectClaimPaid(phone: Phone, claim: string): Promise<void> {
  const page = await phone.go(claim);
  await expect(page.getByText('U hoeft niets meer te doen.')).toBeVisible();
}

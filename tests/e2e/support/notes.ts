/** A note in a dossier: the smallest thing that somebody can write down. */
import type { Page } from '@playwright/test';
import { expect } from './expect.ts';

/** On the page of a dossier. */
export async function writeNote(page: Page, text: string): Promise<void> {
  const open = page.getByRole('button', { name: 'Schrijf een notitie' });
  const field = page.getByLabel('Notitie', { exact: true });
  // The card opens by itself where there are notes, and one of another window may arrive in the middle of this.
  await expect(async () => {
    if (!(await field.isVisible())) await open.click({ timeout: 2_000 });
    await expect(field).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await field.fill(text);
  await page.getByRole('button', { name: 'Voeg de notitie toe' }).click();
  await expect(page.getByText(text, { exact: true })).toBeVisible();
  await expect(field).toBeHidden(); // the form closes: the next note begins with a new one
}

/** Counting a signature sheet. */

import type { Page } from '@playwright/test';
import { expect } from './expect.ts';
import type { Phone } from './phone.ts';

export interface Count {
  readonly sheet: number;
  readonly asked: number;
  readonly for: number;
  readonly against: number;
  readonly notAtHome: number;
}

/** `photo`: a file on disk, as the camera would give it. */
export async function countSheet(phone: Phone, dossier: string, count: Count, photo?: string): Promise<void> {
  const page = await phone.go(`${dossier}/draagvlak/tellen`);
  await page.getByLabel('Nummer van de lijst').fill(String(count.sheet));
  if (photo !== undefined) {
    await page.locator('input[type=file][capture]').first().setInputFiles(photo);
    await expect(page.getByRole('button', { name: 'Foto 1. Bekijk groot' })).toBeVisible();
  }
  for (const [label, number] of [
    ['Voor', count.for],
    ['Tegen', count.against],
    ['Niet thuis', count.notAtHome],
  ] as const) {
    await page.getByRole('textbox', { name: `${label}, aantal` }).fill(String(number));
  }
  await page.getByLabel('Huishoudens gevraagd').fill(String(count.asked));
  const answers = count.for + count.against + count.notAtHome;
  await page.getByRole('button', { name: `Leg vast: ${answers} huishoudens geteld` }).click();
  await page.waitForURL(/\/draagvlak$/);
}

export interface SheetShown {
  readonly sheet: number;
  readonly says: string;
  readonly photos: number;
}

/** On the page of support: the sheet stands there with its numbers, and its photos are pictures. */
export async function expectSheet(page: Page, { sheet, says, photos }: SheetShown): Promise<void> {
  const card = page.getByRole('article', { name: `Lijst ${sheet}` });
  await expect(card).toContainText(says);
  await expect(card.locator('.bk-photo img')).toHaveCount(photos);
}

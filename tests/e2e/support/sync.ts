/** What the one line about sync says, and waiting for it. */
import type { Page } from '@playwright/test';
import { expect } from './expect.ts';

export const syncBar = (page: Page) => page.locator('.bk-syncbar');

/** Everything that was done here, photos too, has reached the server. */
export async function expectAllSent(page: Page): Promise<void> {
  await expect(syncBar(page)).toContainText('Alles staat op de server');
}

/** Quiet, and with the number: no alarm, no dialog, only where the work is. */
export async function expectOffline(page: Page, changes: number): Promise<void> {
  const words = changes === 1 ? '1 wijziging' : `${changes} wijzigingen`;
  await expect(syncBar(page)).toContainText(`Geen internet, ${words} op dit toestel`);
}

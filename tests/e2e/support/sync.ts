/** What the one line about sync says, and waiting for it. */
import type { Page } from '@playwright/test';
import { expect } from './expect.ts';

export const syncBar = (page: Page) => page.locator('.bk-syncbar');

/** Everything that was done here, photos too, has reached the server. */
export async function expectAllSent(page: Page): Promise<void> {
  await expect(syncBar(page)).toContainText('Alles staat op de server');
}

/** Quiet, and with the number: no alarm, no dialog, only where the work is. A browser that came up without a network may
 *  call it the server that is missing. */
export async function expectOffline(page: Page, changes: number): Promise<void> {
  await expect(syncBar(page)).toHaveText(
    new RegExp(`^Geen (internet|contact met de server), ${onThisDevice(changes)}$`),
  );
}

/** The same where there is a network, and only the server gives no answer of its own. */
export async function expectNoServer(page: Page, changes: number): Promise<void> {
  await expect(syncBar(page)).toHaveText(`Geen contact met de server, ${onThisDevice(changes)}`);
}

const onThisDevice = (changes: number): string =>
  `${changes === 1 ? '1 wijziging' : `${changes} wijzigingen`} op dit toestel`;

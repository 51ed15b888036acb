/** Receipts at the till: photos, what is on them, and where the money goes. */
import type { Page } from '@playwright/test';
import { expect } from './expect.ts';
import type { Phone } from './phone.ts';

export interface ReceiptTyped {
  readonly photo: string;
  /** As typed: '86,40'. */
  readonly amount: string;
  readonly shop: string;
  readonly what: string;
}

/** Hands in one claim with these receipts, for whoever has one proposal or for the named one; answers its address in the
 *  app. */
export async function claimReceipts(
  phone: Phone,
  receipts: readonly ReceiptTyped[],
  proposalId?: string,
): Promise<string> {
  const page = await phone.go(`/bon/nieuw${proposalId === undefined ? '' : `?aanvraag=${proposalId}`}`);
  for (const [at, receipt] of receipts.entries()) {
    if (at > 0) await page.getByRole('button', { name: 'Nog een bon' }).click();
    await fillReceipt(page, at + 1, receipt);
  }
  await page.getByText('Ja, ik krijg het terug').click();
  const iban = page.getByLabel('Rekeningnummer (IBAN)');
  const known = page.getByText('Op de rekening die eindigt op 4300'); // of a claim before
  await iban.or(known).first().waitFor();
  if (await iban.isVisible()) {
    await iban.fill('NL91 ABNA 0417 1643 00');
    await page.getByLabel('Naam bij deze rekening').fill(phone.name);
  }
  await page
    .getByRole('button', { name: receipts.length === 1 ? /^Bewaar (de )?bon/ : `Bewaar ${receipts.length} bonnen` })
    .click();
  await page.waitForURL(/\/bon\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

async function fillReceipt(page: Page, number: number, { photo, amount, shop, what }: ReceiptTyped): Promise<void> {
  const receipt = page.getByRole('group', { name: `Bon ${number}`, exact: true });
  await receipt.locator('input[type=file][capture]').first().setInputFiles(photo);
  const preview = page.getByRole('dialog', { name: 'Is alles goed te lezen?' });
  await preview.getByRole('button', { name: 'Gebruiken' }).click();
  await expect(preview).toBeHidden();
  await receipt.getByLabel('Totaal op de bon').fill(amount);
  await receipt.getByRole('button', { name: 'Vandaag' }).click();
  await receipt.getByLabel('Winkel').fill(shop);
  await receipt.getByLabel('Wat kocht u?').fill(what);
}

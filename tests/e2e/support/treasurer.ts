/** From a paper receipt to a matched line of the bank, on the phone of whoever bought and on that of the treasurer. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { camt053 } from '../../bank/drawCamt.ts';
import type { DemoWorld } from '../demo-world.ts';
import { expect } from './expect.ts';
import { expectPhotosShown } from './money.ts';
import { drawPaper } from './photo.ts';
import { expectAllSent } from './sync.ts';

const receiptText = [
  'BOUWMARKT DE KLOS',
  'Spoelweg 12 Enschede',
  'Lampion 24x     47,76',
  'Knijper 3x       8,97',
  'TOTAAL EUR      56,73',
  'BTW 21%          9,85',
  'PIN             56,73',
  '15-11-2026   16:41',
];
export const receiptCents = 56_73;
const amount = '€ 56,73';

/** Goes there by tapping nothing: the app stays loaded. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

/** What reads receipts, kept on this phone for when there is no connection. */
export async function fetchReader(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await goTo(page, '/toestel');
  await page.getByRole('button', { name: 'Haal Vlug binnen' }).click();
  await expect(page.getByText('Dit gebruikt Buurtkas nu')).toBeVisible();
}

/** The paper, drawn to `file` by a page that nobody looks at. */
export const drawReceiptPhoto = (page: Page, file: string): Promise<string> => drawPaper(page, file, receiptText);

/** Gives the form this photo, and waits until the phone has read it. */
export async function photographReceipt(page: Page, photo: string): Promise<void> {
  await goTo(page, '/bon/nieuw');
  await page.locator('input[type=file][capture]').first().setInputFiles(photo);
  const preview = page.getByRole('dialog', { name: 'Is alles goed te lezen?' });
  await preview.getByRole('button', { name: 'Gebruiken' }).click();
  await expect(page.getByText('De bon is gelezen. Kijk na of het klopt.')).toBeVisible({ timeout: 60_000 });
}

/** What the phone read stands in the form; the rest is chosen and typed. Answers the id of the claim. */
export async function handIn(page: Page, payee: { readonly iban: string; readonly name: string }): Promise<string> {
  await expect(page.getByLabel('Totaal op de bon')).toHaveValue('56,73');
  await expect(page.getByLabel('Datum op de bon')).toHaveValue('2026-11-15');
  await expect(page.getByRole('textbox', { name: 'Winkel', exact: true })).toHaveValue('BOUWMARKT DE KLOS');
  await page.getByText('Iets anders', { exact: true }).click();
  await page.getByLabel('Wat kocht u?').fill('Lampionnen');
  await page.getByText('Ja, ik krijg het terug').click();
  await page.getByLabel('Rekeningnummer (IBAN)').fill(payee.iban);
  await page.getByLabel('Naam bij deze rekening').fill(payee.name);
  await page.getByRole('button', { name: 'Bewaar de bon' }).click();
  await page.waitForURL(/\/bon\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Everything that was done on this phone is at the server, and the phone has the news. */
export async function sendAll(page: Page): Promise<void> {
  await goTo(page, '/toestel');
  await page.getByRole('button', { name: 'Probeer nu te versturen' }).click();
  await expectAllSent(page);
}

/** The claim with its photo as a picture: what was seen once stays on the phone. */
export async function lookAtClaim(page: Page, claimId: string): Promise<void> {
  await goTo(page, `/kas/declaratie/${claimId}`);
  await expect(page.getByRole('heading', { level: 1, name: `Declaratie van ${amount}` })).toBeVisible();
  await expectPhotosShown(page, 1);
}

/** All of it. */
export async function approve(page: Page, claimId: string): Promise<void> {
  await lookAtClaim(page, claimId);
  await page.getByRole('group', { name: 'Wat doet u met deze declaratie?' }).getByText('Keur goed').click();
  await page.getByRole('button', { name: `Keur goed: ${amount}` }).click();
  await expect(page.getByRole('button', { name: `Leg vast: ${amount} betaald` })).toBeVisible();
}

export interface BankPayment {
  readonly endToEndId: string;
  readonly cents: number;
  readonly name: string;
  readonly iban: string;
  readonly description: string;
}

/** A file for the bank with this payment only; answers what the bank reads in it. */
export async function makePaymentFile(page: Page, payeeName: string): Promise<BankPayment> {
  await goTo(page, '/kas/betalen');
  const mine = `Betaal ${amount} aan ${payeeName}`;
  await expect(page.getByRole('checkbox', { name: mine })).toBeVisible();
  for (const box of await page.getByRole('checkbox').all()) {
    if (await box.isEnabled()) await box.uncheck();
  }
  await page.getByRole('checkbox', { name: mine }).check();
  await page.getByLabel('Rekeningnummer (IBAN)').fill('NL18 RABO 0123 4598 76');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: `Maak betaalbestand: ${amount}` }).click();
  const payments = transfersIn(readFileSync(await (await download).path(), 'utf8'));
  expect(payments).toHaveLength(1);
  return payments[0] as BankPayment;
}

/** What a bank reads in a payment file. */
export function transfersIn(xml: string): readonly BankPayment[] {
  return (xml.match(/<CdtTrfTxInf>[\s\S]*?<\/CdtTrfTxInf>/g) ?? []).map((payment) => {
    const of = (tag: string): string => new RegExp(`<${tag}[^>]*>([^<]*)</${tag}>`).exec(payment)?.[1] ?? '';
    const cents = Math.round(Number(of('InstdAmt')) * 100);
    return { endToEndId: of('EndToEndId'), cents, name: of('Nm'), iban: of('IBAN'), description: of('Ustrd') };
  });
}

export interface StatementOf {
  readonly account: string;
  readonly openingCents: number;
  readonly bookedOn: string;
}

/** What stood on the account at the end of the last file that the treasurer of the demo brought in. */
export async function lastClosingCents(world: DemoWorld): Promise<number> {
  const imports = await world.rows('bankImport');
  return imports.toSorted((a, b) => (a.until < b.until ? 1 : -1))[0]?.closing?.cents ?? 0;
}

/** The statement in which the bank says that it did this payment. */
export function writeStatement(file: string, payment: BankPayment, statement: StatementOf): string {
  const { account, openingCents, bookedOn } = statement;
  const { endToEndId, cents, name, iban, description } = payment;
  const line = { bookedOn, cents: -cents, iban, name, description, reference: endToEndId };
  writeFileSync(file, camt053.write({ account, openingCents, transactions: [line] }));
  return file;
}

export async function bringInStatement(page: Page, file: string): Promise<void> {
  await goTo(page, '/kas/bank');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Lees 1 regel in' }).click();
  await expect(page.getByText('1 regel ingelezen op dit toestel')).toBeVisible();
}

/** Buurtkas knows the payment by its own number, and the treasurer says that it is so. The oldest lines stand first. */
export async function acceptMatch(page: Page, payeeName: string): Promise<void> {
  await page.getByRole('button', { name: /^Toon nog \d+ regels$/ }).click();
  await page.getByRole('button', { name: new RegExp(`^Klopt: Declaratie van ${payeeName}.*${amount}$`) }).click();
  await expect(page.getByText(`\u2212${amount} gekoppeld`)).toBeVisible();
}

/** The line of this proposal in the budget of the kas. */
export async function budgetRow(page: Page, title: string): Promise<Locator> {
  await goTo(page, '/kas?deel=begroting');
  return page
    .getByRole('table', { name: 'Toegekend en betaald per aanvraag' })
    .getByRole('row')
    .filter({ hasText: title });
}

export const paidIn = async (row: Locator): Promise<number> =>
  centsIn((await row.getByRole('cell').nth(1).textContent()) ?? '');

/** What the account of the year says was paid out, in cents. */
export async function reportPaid(page: Page): Promise<number> {
  await goTo(page, '/verantwoording');
  const text = await page.getByText(/Daarvan is .* uitbetaald\./).textContent();
  return centsIn(/Daarvan is (.*) uitbetaald/.exec(text ?? '')?.[1] ?? '');
}

const centsIn = (text: string): number => Number(text.replace(/[^\d-]/g, ''));

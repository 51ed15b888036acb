/** The treasurer's desk, from a receipt in somebody's hand to a line of the bank, with no connection but to exchange. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { PersonKey } from '../../scripts/demo/wijk.ts';
import { type DemoWorld, startDemoWorld } from './demo-world.ts';
import {
  acceptMatch,
  approve,
  bringInStatement,
  budgetRow,
  drawReceiptPhoto,
  fetchReader,
  goTo,
  handIn,
  lastClosingCents,
  lookAtClaim,
  makePaymentFile,
  paidIn,
  photographReceipt,
  receiptCents,
  reportPaid,
  sendAll,
  writeStatement,
} from './support/treasurer.ts';

const accountId = 'NL18RABO0123459876';
const payee = { iban: 'NL91 ABNA 0417 1643 00', name: 'Bewonersgroep Klosplein' };
const lights = 'Lichtjestocht met soep op het Klosplein';
let world: DemoWorld;

test.beforeAll(async () => {
  world = await startDemoWorld();
});
test.afterAll(async () => {
  await world?.server.remove();
});

test('[S12] a receipt is read, approved, paid and found back at the bank, on two phones that are offline but to exchange', async ({
  browser,
}, info) => {
  const problems: string[] = [];
  const phoneOf = async (key: PersonKey): Promise<Page> => {
    const context: BrowserContext = await browser.newContext({ viewport: { width: 412, height: 915 } });
    const page = await world.signIn(context, key);
    page.on('pageerror', (error) => problems.push(`${key}: ${error.message}`));
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    return page;
  };
  const [buyer, treasurer] = [await phoneOf('lantern'), await phoneOf('treasurer')];
  const photo = await drawReceiptPhoto(buyer, info.outputPath('bon.jpg'));
  await fetchReader(buyer);
  const paidBefore = await paidIn(await budgetRow(treasurer, lights));
  const reportBefore = await reportPaid(treasurer);
  await world.server.stop();

  await photographReceipt(buyer, photo);
  const claimId = await handIn(buyer, payee);
  await buyer.screenshot({ path: info.outputPath('1-claim.png'), fullPage: true });

  await exchange(buyer, treasurer, () => lookAtClaim(treasurer, claimId));
  await approve(treasurer, claimId);
  await treasurer.screenshot({ path: info.outputPath('2-judge.png'), fullPage: true });
  const payment = await makePaymentFile(treasurer, payee.name);
  await treasurer.screenshot({ path: info.outputPath('3-pay.png'), fullPage: true });
  expect(payment).toMatchObject({ cents: receiptCents, name: payee.name, iban: payee.iban.replaceAll(' ', '') });

  const bookedOn = await treasurer.evaluate(() => new Date().toLocaleDateString('sv-SE'));
  const openingCents = await lastClosingCents(world);
  const statement = writeStatement(info.outputPath('afschrift.xml'), payment, {
    account: accountId,
    openingCents,
    bookedOn,
  });
  await bringInStatement(treasurer, statement);
  await treasurer.screenshot({ path: info.outputPath('4-bank.png'), fullPage: true });
  await acceptMatch(treasurer, payee.name);
  await expect(await budgetRow(treasurer, lights)).toContainText('nog niet bevestigd');
  await expect.poll(() => reportPaid(treasurer)).toBe(reportBefore + receiptCents);
  await treasurer.screenshot({ path: info.outputPath('5-report.png'), fullPage: true });

  await exchange(treasurer, buyer, async () => {
    await goTo(buyer, `/bon/${claimId}`);
    await expect(buyer.getByText('U hoeft niets meer te doen.')).toBeVisible();
  });
  const row = await budgetRow(treasurer, lights);
  await expect(row).not.toContainText('nog niet bevestigd');
  expect(await paidIn(row)).toBe(paidBefore + receiptCents);
  expect((await world.rows('payment')).filter((one) => one.claimId === claimId)).toMatchObject([
    { amountCents: receiptCents, bankCents: receiptCents, paidOn: bookedOn, reversed: false },
  ]);
  expect(problems).toEqual([]);
});

/** Both meet the server, the one with news first, and are alone again. */
async function exchange(first: Page, second: Page, then = async () => {}): Promise<void> {
  await world.server.start();
  for (const page of [first, second]) await sendAll(page);
  await then();
  await world.server.stop();
}

/** The kascommissie on a device of her own: the sample beside its receipts and the bank, a question with its answer, the books
 *  computed again, and what she signs. Then the same on books that somebody changed in the database of the server. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { SqliteConnection } from '../../server/db/sqliteConnection.ts';
import { databaseFile } from '../../server/services.ts';
import { type DemoWorld, startDemoWorld } from './demo-world.ts';
import { expectPhotosShown } from './support/money.ts';
import { goTo, sendAll } from './support/treasurer.ts';

let world: DemoWorld;
const problems: string[] = [];

test.beforeAll(async () => {
  world = await startDemoWorld();
});
test.afterAll(async () => {
  await world?.server.remove();
});

async function laptopOf(browser: Browser, key: 'auditor' | 'treasurer'): Promise<Page> {
  const page = await world.signIn(await browser.newContext({ viewport: { width: 1280, height: 800 } }), key);
  page.on('pageerror', (error) => problems.push(`${key}: ${error.message}`));
  return page;
}

test('an auditor looks at the sample, asks, is answered, computes the books again and signs; changed books are caught', async ({
  browser,
}, info) => {
  test.setTimeout(240_000);
  const [auditor, treasurer] = [await laptopOf(browser, 'auditor'), await laptopOf(browser, 'treasurer')];

  await expectReadOnly(auditor);
  const question = 'Waarom staan er twee bedragen op deze bon?';
  await walkSample(auditor, question, info.outputPath('1-claim.png'));
  await sendAll(auditor);

  await sendAll(treasurer);
  const answer = 'De tweede is het statiegeld. Dat is eraf gehaald.';
  await answerTo(treasurer, question, answer);
  await sendAll(treasurer);

  await sendAll(auditor);
  await goTo(auditor, '/kas/controle');
  const asked = auditor.getByRole('article').filter({ hasText: question });
  await expect(asked).toContainText(answer);
  await asked.getByRole('button', { name: 'Akkoord met dit antwoord' }).click();
  await expect(asked).toContainText('Afgehandeld');

  await auditor.getByRole('button', { name: 'Reken alles na' }).click();
  await expect(auditor.getByText(/alles klopt tot op de cent/)).toBeVisible();
  await expect(auditor.getByText(/van het logboek nagerekend: niets is achteraf veranderd/)).toBeVisible();
  await auditor.screenshot({ path: info.outputPath('2-verified.png'), fullPage: true });
  await sign(auditor, 'De boeken kloppen');
  await sendAll(auditor);
  const paid = (await world.rows('ledgerLine')).filter(({ account, year }) => account === 'paid' && year === 2026);
  expect(await world.rows('auditStatement')).toMatchObject([
    {
      ...{ signedBy: world.demo.personIds.auditor, verdict: 'right', withdrawn: null, year: 2026 },
      paidCents: paid.reduce((sum, { amountCents }) => sum + amountCents, 0),
    },
  ]);

  await changeRow('payment', 100);
  await changeRow('organisationCost', -100);
  const changed = await laptopOf(browser, 'auditor');
  await computeAgain(changed);
  const wrong = changed.getByText(/dingen kloppen niet/).locator('xpath=ancestor::*[contains(@class, "bk-note")]');
  await expect(wrong).toContainText(/Een declaratie zegt €\s[\d.,]+ betaald; de betalingen zijn samen €\s[\d.,]+\./);
  await expect(wrong).toContainText(/geboekt aan eigen kosten; die kosten zijn samen/);
  await changed.screenshot({ path: info.outputPath('3-changed.png'), fullPage: true });

  await changeLog(20);
  await computeAgain(changed);
  await expect(changed.getByText('Het logboek klopt niet vanaf nummer 20.')).toBeVisible();
  expect(problems).toEqual([]);
});

/** She sees the money, and nothing that changes it. */
async function expectReadOnly(page: Page): Promise<void> {
  const claim = (await world.rows('claim')).find(({ state }) => state === 'submitted');
  await goTo(page, `/kas/declaratie/${claim?.id}`);
  await expect(page.getByRole('heading', { level: 1, name: /^Declaratie van/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Keur goed|Stuur terug|Leg vast/ })).toHaveCount(0);
  await goTo(page, '/kas/bank');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('input[type=file]')).toHaveCount(0);
}

/** Every claim of the sample that she did not look at, one after another as the screen leads her; a question at the first. */
async function walkSample(page: Page, question: string, picture: string): Promise<void> {
  await goTo(page, '/kas/controle');
  const status = page.getByText(/^\d+ van \d+ bekeken$/);
  const [done, all] = ((await status.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [0, 0];
  const open = page.getByRole('row').filter({ hasText: 'Nog niet bekeken' });
  await expect(open).toHaveCount((all ?? 0) - (done ?? 0));
  await open.first().getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Van bon tot bank' })).toBeVisible();
  const claimId = new URL(page.url()).pathname.split('/').at(-1);
  const receipts = (await world.rows('receipt')).filter((receipt) => receipt.claimId === claimId);
  await expectPhotosShown(page, receipts.flatMap(({ photos }) => photos).length);
  await page.screenshot({ path: picture, fullPage: true });
  // A question that she does not send after all is none.
  await page.getByRole('button', { name: 'Ik heb een vraag' }).click();
  await page.getByRole('button', { name: 'Laat maar' }).click();
  await expect(page.getByText(/U stelde op/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Ik heb een vraag' }).click();
  await page.getByLabel('Wat wilt u weten?').fill(question);
  await page.getByRole('button', { name: 'Stel de vraag' }).click();
  await expect(page.getByText(/U stelde op/)).toBeVisible();
  for (let left = (all ?? 0) - (done ?? 0) - 1; left > 0; left -= 1) {
    const before = page.url();
    await page.getByRole('link', { name: 'Volgende van de steekproef' }).click();
    await page.waitForURL((url) => url.href !== before);
    await expect(page.getByText(/In het grootboek/).first()).toBeVisible();
    await page.getByRole('button', { name: 'Klopt', exact: true }).click();
    await expect(page.getByText(/U zei op/)).toBeVisible();
  }
  await expect(page.getByText('Alle declaraties van de steekproef zijn bekeken')).toBeVisible();
  await goTo(page, '/kas/controle');
  await expect(page.getByText(`${all} van ${all} bekeken`)).toBeVisible();
}

/** From Vandaag, where it waits for her. */
async function answerTo(page: Page, question: string, answer: string): Promise<void> {
  await page.getByRole('link', { name: /^Vandaag/ }).click();
  await page.getByRole('button', { name: /^Toon alle \d+ taken$/ }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /Geef antwoord aan de kascommissie/ })
    .last()
    .click();
  const asked = page.getByRole('article').filter({ hasText: question });
  await asked.getByLabel('Uw antwoord').fill(answer);
  await asked.getByRole('button', { name: 'Geef antwoord' }).click();
  await expect(asked).toContainText('Beantwoord');
}

async function sign(page: Page, verdict: string): Promise<void> {
  await page.getByRole('group', { name: 'Wat is uw oordeel?' }).getByText(verdict, { exact: true }).click();
  await page.getByRole('button', { name: 'Teken de verklaring' }).click();
  await expect(page.getByText(/^Getekend door Gert Scholten/)).toBeVisible();
}

async function computeAgain(page: Page): Promise<void> {
  await goTo(page, '/kas/controle');
  await page.getByRole('button', { name: /^Reken (alles|nog eens) na$/ }).click();
}

/** As somebody with the database of the server in hand would: the row, and not the log. */
async function changeRow(type: 'payment' | 'organisationCost', centsMore: number): Promise<void> {
  const row = (await world.rows(type)).find(({ reversed }) => !reversed);
  if (row === undefined) throw new Error(`the demo has no ${type}`);
  const [from, to] = [row.amountCents, row.amountCents + centsMore].map((cents) => `"amountCents":${cents}`);
  await inDatabase(
    `update row set body = replace(body, '${from}', '${to}') where type = '${type}' and id = '${row.id}'`,
  );
}

const changeLog = (seq: number): Promise<void> =>
  inDatabase(`update log set server_time = '2026-01-01T00:00:00.000Z' where seq = ${seq}`);

async function inDatabase(sql: string): Promise<void> {
  const connection = await SqliteConnection.open(databaseFile(world.server.dataDir));
  connection.exec(sql);
  connection.close();
}

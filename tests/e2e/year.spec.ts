/** A whole year of a committee, through its screens and without a connection but to exchange once a quarter: forty proposals,
 *  twelve meetings, the plan for the next year, claims, and the books closed in January. */
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { addMember, firstLinkIn, foundCommittee, invite, joinByCode } from './support/committee.ts';
import { decide, goToItem, openMeeting, planMeeting } from './support/meeting.ts';
import { approveAndPay } from './support/money.ts';
import { Phone } from './support/phone.ts';
import { drawPaper } from './support/photo.ts';
import { submitProposal } from './support/proposals.ts';
import { claimReceipts } from './support/receipt.ts';
import { readServer, rowsOf, type ServerData, verifyProblems } from './support/server-data.ts';
import { expectAllSent } from './support/sync.ts';
import { goTo } from './support/treasurer.ts';

const year = 2026;
const grantCents = 40_000_00;
const members = 4;

interface Proposal {
  readonly title: string;
  readonly month: number;
  readonly askedCents: number;
  readonly themes: readonly number[];
  readonly outcome: 'award' | 'part' | 'refuse' | 'later';
}

/** What is asked and what comes of it is fixed here; every sum below is worked out from this list and from nothing else. */
const proposals: readonly Proposal[] = Array.from({ length: 40 }, (_, n) => ({
  title: `Plan ${n + 1} voor de buurt`,
  month: 1 + Math.floor(n / 4),
  askedCents: 300_00 + ((n * 37) % 23) * 50_25,
  themes: n % 5 === 0 ? [1 + (n % 7), 1 + ((n + 3) % 7)] : [1 + (n % 7)], // two have equal parts of every fifth
  outcome:
    (['award', 'award', 'part', 'award', 'refuse', 'award', 'award', 'part', 'award', 'later'] as const)[n % 10] ??
    'award',
}));
const awardedCents = ({ outcome, askedCents }: Proposal): number =>
  outcome === 'refuse' ? 0 : outcome === 'part' ? askedCents - 100_00 : askedCents;
const sum = (cents: readonly number[]): number => cents.reduce((all, one) => all + one, 0);
const typed = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');
const euro = (cents: number): string =>
  `€\u00a0${new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2 }).format(cents / 100)}`;

const receiptCents = 86_40; // one claim a quarter

let server: BuiltServer;
let chair: Phone;
let treasurer: Phone;

test.beforeAll(async ({ launchOptions }) => {
  server = await startBuiltServer();
  const phone = (name: string): Phone =>
    new Phone({ name, url: server.url, profile: join(server.dataDir, '..', name), launchOptions });
  [chair, treasurer] = [phone('Ans'), phone('Fatma')];
});
test.afterAll(async () => {
  await Promise.all([chair, treasurer].map((phone) => phone?.close()));
  await server?.remove();
});

test('a year from the first proposal to the closed books, offline but once a quarter, is right to the cent', async ({
  browserName: _,
}, info) => {
  test.setTimeout(900_000);
  await begin();
  const open: string[] = []; // deferred
  for (let month = 1; month <= 12; month += 1) {
    if (month % 3 === 1) await server.stop();
    await turnTo(month, 5);
    const own = proposals.filter((one) => one.month === month);
    for (const { title, askedCents, themes } of own) {
      await submitProposal(chair, { title, applicant: `Groep ${title}`, amount: typed(askedCents), themes });
    }
    if (month === 9) await finishPlan();
    await turnTo(month, 20);
    const late = month < 11 ? [] : open.splice(0, 2).flatMap((title) => proposals.filter((one) => one.title === title));
    open.push(...(await meet([...own, ...late], month >= 11)));
    if (month % 3 === 0) await exchangeAndPay(own[0] ?? (late[0] as Proposal), info.outputPath(`bon-${month}.jpg`));
  }
  expect(open).toEqual([]);
  await closeYear();

  const data = await readServer(server.dataDir);
  expect(data.log.filter(({ outcome }) => outcome !== 'applied')).toEqual([]);
  expect(rowsOf(data, 'meeting').map(({ state }) => state)).toEqual(Array.from({ length: 12 }, () => 'closed'));
  expect(rowsOf(data, 'proposal')).toHaveLength(40);
  expect(rowsOf(data, 'spendingPlan')).toMatchObject([{ year: year + 1 }]);
  expect(rowsOf(data, 'budgetYear').find((one) => one.year === year)).toMatchObject({ closedInto: year + 1 });
  const total = sum(proposals.map(awardedCents));
  const paid = 4 * receiptCents;
  const booked = (account: string, kinds: readonly string[]): number =>
    sum(
      rowsOf(data, 'ledgerLine')
        .filter((line) => line.year === year && line.account === account && kinds.includes(line.kind))
        .map((line) => line.amountCents),
    );
  expect(booked('awarded', ['award', 'award_correction'])).toBe(total);
  expect(booked('paid', ['payment'])).toBe(paid);
  expect(verifyProblems(server.dataDir)).toEqual([]);

  const page = chair.page;
  await goTo(page, `/verantwoording?jaar=${year}`);
  const projects = proposals.filter((one) => awardedCents(one) > 0);
  await expect(page.getByText(`${projects.length} projecten, samen ${euro(total)} toegekend`)).toBeVisible();
  await expect(page.getByText(`Daarvan is ${euro(paid)} uitbetaald. 4 aanvragen afgewezen.`)).toBeVisible();
  await expect(page.getByText('De dossiers en het kasboek zeggen niet hetzelfde')).toHaveCount(0);
  expect(await themeTable(page)).toEqual(themesByLedger(data));
  const report = await print(
    page,
    `/print/verantwoording/${year}`,
    `Verantwoording ${year}`,
    info.outputPath('verantwoording.pdf'),
  );
  for (const { title } of projects) expect(report).toContain(title);
  for (const words of [euro(grantCents), euro(total), euro(paid)]) expect(report).toContain(words);
  const last = [...rowsOf(data, 'meeting')].sort((a, b) => (a.plannedOn < b.plannedOn ? 1 : -1))[0];
  const list = await print(
    page,
    `/print/besluitenlijst/${last?.id}`,
    'Besluitenlijst',
    info.outputPath('besluitenlijst.pdf'),
  );
  for (const { title, askedCents } of proposals.filter(({ outcome }) => outcome === 'later').slice(2)) {
    expect(list).toContain(title);
    expect(list).toContain(euro(askedCents));
  }
  expect([...chair.problems, ...treasurer.problems]).toEqual([]);
});

/** A committee of four with two phones that can do without a connection. */
async function begin(): Promise<void> {
  await chair.open('/aanmelden');
  await turnTo(1, 2);
  const founding = { name: 'Spoelkwartier', city: 'Enschede', founder: chair.name, grant: '40.000', limit: '2.500' };
  await foundCommittee(chair, firstLinkIn(server.output()), founding);
  await addMember(chair, 'Jan', 'Lid');
  await addMember(chair, 'Mo', 'Lid');
  await addMember(chair, treasurer.name, 'Penningmeester');
  await expectAllSent(chair.page);
  await joinByCode(treasurer, await invite(chair.page));
  await chair.readyForOffline();
}

/** Both phones say that it is this day, in the evening. */
async function turnTo(month: number, dayOfMonth: number, ofYear = year): Promise<void> {
  const evening = new Date(Date.UTC(ofYear, month - 1, dayOfMonth, 18, 30));
  for (const phone of [chair, treasurer]) if (phone.isOpen) await phone.page.clock.setSystemTime(evening);
}

/** Plans the meeting of today, holds it with everybody there, and closes it; answers what was put off. */
async function meet(agenda: readonly Proposal[], last: boolean): Promise<readonly string[]> {
  const path = await planMeeting(
    chair,
    agenda.map(({ title }) => title),
    await chair.page.evaluate(() => new Date().toLocaleDateString('sv-SE')),
  );
  const { page } = chair;
  await openMeeting(page, []);
  for (const one of agenda) {
    await goTo(page, path);
    await goToItem(page, one.title);
    const inFavour = members;
    const { outcome } = one;
    if (outcome === 'part') {
      const amount = typed(awardedCents(one));
      await decide(page, { kind: 'part', inFavour, amount, reason: 'Het kan met minder', condition: 'Met de buurt' });
    } else if (outcome === 'refuse') await decide(page, { kind: 'refuse', inFavour, reason: 'Te weinig draagvlak' });
    else await decide(page, { kind: outcome === 'later' && !last ? 'defer' : 'award', inFavour });
  }
  await goTo(page, path);
  await page.getByRole('button', { name: 'Sluit de vergadering' }).click();
  await page.getByRole('button', { name: 'Stel de besluitenlijst vast' }).click();
  await expect(page.getByRole('link', { name: /besluitenlijst/i }).first()).toBeVisible();
  return last ? [] : agenda.filter(({ outcome }) => outcome === 'later').map(({ title }) => title);
}

async function finishPlan(): Promise<void> {
  const { page } = chair;
  await goTo(page, '/kas/plan');
  await expect(page.getByRole('heading', { level: 1, name: `Bestedingsplan ${year + 1}` })).toBeVisible();
  await page.getByRole('button', { name: 'Stel dit plan vast' }).click();
  await expect(page.getByRole('link', { name: new RegExp(`${year + 1}`) }).first()).toBeVisible();
}

/** Hands in a receipt for this project; both phones meet the server, and the treasurer pays. */
async function exchangeAndPay({ title }: Proposal, file: string): Promise<void> {
  const { page } = chair;
  await drawPaper(page, file, ['De Bouwmarkt', '', `TOTAAL ${typed(receiptCents)}`]);
  await goTo(page, '/aanvragen');
  await page.getByRole('link', { name: title, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  const proposalId = new URL(page.url()).pathname.split('/').at(-1);
  const receipt = { photo: file, amount: typed(receiptCents), shop: 'De Bouwmarkt', what: 'Lampjes' };
  const claim = await claimReceipts(chair, [receipt], proposalId);
  await server.start();
  for (const phone of [chair, treasurer]) await sendAll(phone.page);
  const claimId = claim.split('/').at(-1);
  await goTo(treasurer.page, `/kas/declaratie/${claimId}`);
  await approveAndPay(treasurer.page, typed(receiptCents));
  for (const phone of [treasurer, chair]) await sendAll(phone.page);
}

async function sendAll(page: Page): Promise<void> {
  await goTo(page, '/toestel');
  await page.getByRole('button', { name: 'Probeer nu te versturen' }).click();
  await expectAllSent(page);
}

/** In January: the chair opens the next year, and the treasurer closes the one that is over by the task that says so. */
async function closeYear(): Promise<void> {
  await turnTo(1, 12, year + 1);
  const settings = await chair.go('/instellingen?wijzig=jaar');
  await settings.getByLabel('Budget van de gemeente').fill('42.000');
  await settings.getByLabel('Grens voor de wijkraadpleging').fill('2.500');
  await settings.getByRole('button', { name: `Open ${year + 1}` }).click();
  await expect(settings.getByText(`Het jaar ${year + 1} is open`)).toBeVisible();
  for (const phone of [chair, treasurer]) await sendAll(phone.page);
  const page = await treasurer.go('/taken');
  await page
    .getByRole('link', { name: `Sluit het jaar ${year}` })
    .first()
    .click();
  await page.getByRole('link', { name: 'Naar het jaar in geld' }).click();
  await page.getByRole('link', { name: `Sluit het jaar ${year} af` }).click();
  await page.getByRole('button', { name: `Sluit ${year} af` }).click();
  await expect(page.getByText(`Het jaar ${year} is afgesloten.`)).toBeVisible();
  await expect(page.getByText(`U kijkt naar ${year}.`)).toBeVisible();
  for (const phone of [treasurer, chair]) await sendAll(phone.page);
}

type ThemeLine = readonly [name: string, count: number, cents: number];
const byName = (lines: readonly ThemeLine[]): readonly ThemeLine[] => [...lines].sort(([a], [b]) => (a < b ? -1 : 1));

/** What the account says of each theme. */
async function themeTable(page: Page): Promise<readonly ThemeLine[]> {
  const card = page.getByRole('region', { name: 'Thema’s in aantallen en in euro’s' });
  await card.getByText('Bekijk als tabel').click();
  const rows = await card
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .all();
  const lines = rows.map(async (row): Promise<ThemeLine> => {
    const [name = '', count = '', money = ''] = await row.locator('th, td').allTextContents();
    return [name, Number(count), Number(money.replace(/\D/g, ''))];
  });
  return byName(await Promise.all(lines));
}

/** The same from the entries of the ledger: a project counts under its first theme, of two equal ones too, and of an odd
 *  amount the first gets the cent more. */
function themesByLedger(data: ServerData): readonly ThemeLine[] {
  const names = rowsOf(data, 'budgetYear').find((one) => one.year === year)?.themes ?? [];
  const awards = rowsOf(data, 'ledgerLine').filter((line) => line.account === 'awarded' && /^award/.test(line.kind));
  const titles = new Map(rowsOf(data, 'proposal').map(({ id, title }) => [id, title]));
  const parts = proposals.flatMap(({ title, themes }) => {
    const own = awards.filter(({ proposalId }) => proposalId !== null && titles.get(proposalId) === title);
    const cents = sum(own.map(({ amountCents }) => amountCents));
    if (cents === 0) return [];
    const half = Math.ceil(cents / themes.length);
    return themes.map((theme, n) => ({ theme, count: n === 0 ? 1 : 0, cents: n === 0 ? half : cents - half }));
  });
  return byName(
    names.map(({ number, plain }): ThemeLine => {
      const own = parts.filter(({ theme }) => theme === number);
      return [plain, sum(own.map(({ count }) => count)), sum(own.map(({ cents }) => cents))];
    }),
  );
}

/** The words on paper; the PDF is kept to be looked at. */
async function print(page: Page, path: string, title: string, file: string): Promise<string> {
  await goTo(page, path);
  await expect(page.locator('.bk-paper').getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  const words = (await page.locator('.bk-paper').allTextContents()).join('\n');
  await page.pdf({ preferCSSPageSize: true, path: file });
  await page.emulateMedia({ media: null });
  return words;
}

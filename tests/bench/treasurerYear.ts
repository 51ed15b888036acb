/** What a treasurer's year takes in taps and keystrokes: 120 receipts and 300 lines of the bank, through the real screens with
 *  real presses. Beside it the same month typed by hand, times twelve: no reading, no payment file, no file of the bank.
 *  `--rounds 12` drives all months; with fewer the last one stands for those that are left. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from '@playwright/test';
import type { PersonKey } from '../../scripts/demo/wijk.ts';
import { amountText } from '../../src/domain/money.ts';
import { camt053 } from '../bank/drawCamt.ts';
import type { DrawnTransaction } from '../bank/drawn.ts';
import { launchOptions } from '../chromium.ts';
import { type DemoWorld, startDemoWorld } from '../e2e/demo-world.ts';
import { drawPaper } from '../e2e/support/photo.ts';
import { fetchReader, goTo, lastClosingCents, sendAll, transfersIn } from '../e2e/support/treasurer.ts';
import { countPresses, Hand } from './hand.ts';
import { projectRoot } from './stage.ts';
import { type BenchRow, rowOf } from './stats.ts';

const months = 12;
const receiptsInMonth = 10;
const accountId = 'NL18RABO0123459876';
const shops = ['BOUWMARKT DE KLOS', 'BAKKERIJ KRUIM', 'DROGIST SPOEL', 'SUPERMARKT TWIJN', 'KWEKERIJ HOF'] as const;
/** Eleven that are paid every month, and four lines a month that are nothing of the books: with the payments 25 lines. */
const suppliers = [
  ...['Zaalhuur', 'Koffie', 'Drukwerk', 'Telefoon', 'Verzekering', 'Website', 'Postzegels', 'Opslag'],
  ...['Vereniging', 'Parkeren', 'Schoonmaak'],
].map((what, n) => ({ what, name: `Bedrijf ${what}`, iban: `NL91ABNA${1_000_000_000 + n}` }));
const notBooked = ['Speelzaal', 'Sleutelborg', 'Statiegeld', 'Doorbetaling'].map((name, n) => ({
  ...{ name, iban: `NL91ABNA${2_000_000_000 + n}` },
}));
const linesInMonth = receiptsInMonth + suppliers.length + notBooked.length;

interface Bought {
  readonly cents: number;
  readonly boughtOn: string;
  readonly shop: string;
}

const receiptsOf = (month: number): readonly Bought[] =>
  Array.from({ length: receiptsInMonth }, (_, n) => {
    const nth = month * receiptsInMonth + n;
    const boughtOn = `2026-${String(1 + (nth % 10)).padStart(2, '0')}-${String(1 + (nth % 28)).padStart(2, '0')}`;
    return { cents: 505 + ((nth * 37) % 900), boughtOn, shop: shops[nth % shops.length] ?? shops[0] };
  });

const bankDayOf = (month: number): string => `2026-11-${String(1 + month * 2).padStart(2, '0')}`;
const costCents = (month: number, n: number): number => 1_000 + ((month * 131 + n * 77) % 1_500);

interface Counted {
  readonly taps: number;
  readonly keys: number;
}

export async function treasurerYear(rounds: number): Promise<BenchRow> {
  if (!existsSync(join(projectRoot, 'dist/web'))) throw new Error('build first: npm run build');
  const driven = Math.min(months, Math.max(2, rounds));
  const desk = await inWorld((world) => byDesk(world, driven));
  const hand = await inWorld(byHand);
  // The first month is booked alike, and the whole year is what its receipts and costs are.
  const [one, other] = [JSON.stringify(desk.booked[0]), JSON.stringify(hand.booked[0])];
  if (one !== other) throw new Error(`the books differ: ${one} and ${other}`);
  const all = Array.from({ length: driven }, (_, month) => expectedOf(month)).reduce(plus);
  const year = JSON.stringify(desk.booked.at(-1));
  if (year !== JSON.stringify(all)) throw new Error(`the year is ${year}, not ${JSON.stringify(all)}`);
  const [first, last] = [desk.counted[0] ?? none, desk.counted.at(-1) ?? none];
  const left = Array.from({ length: months - driven }, () => last);
  const ours = [...desk.counted, ...left].reduce(sumOf);
  const typed = Array.from({ length: months }, () => hand.counted[0] ?? none).reduce(sumOf);
  return rowOf({
    unit: 'presses',
    ours: [ours.taps + ours.keys],
    bar: 'reported',
    notes: {
      ...{ receipts: months * receiptsInMonth, bankLines: months * linesInMonth, monthsDriven: driven },
      ...{ misread: desk.misread, taps: ours.taps, keys: ours.keys },
      ...{ firstMonth: first.taps + first.keys, lastMonth: last.taps + last.keys },
      ...{ handTaps: typed.taps, handKeys: typed.keys, handPresses: typed.taps + typed.keys },
      timesLess: Math.round(((typed.taps + typed.keys) / (ours.taps + ours.keys)) * 10) / 10,
    },
  });
}

/** What changed in the books since the year began, by account. */
type Booked = Readonly<Record<'awarded' | 'paid' | 'organisation' | 'organisation_paid', number>>;

function expectedOf(month: number): Booked {
  const paid = receiptsOf(month).reduce((sum, { cents }) => sum + cents, 0);
  const costs = suppliers.reduce((sum, _, n) => sum + costCents(month, n), 0);
  return { awarded: -paid, paid, organisation: -costs, organisation_paid: costs };
}

const plus = (a: Booked, b: Booked): Booked => ({
  awarded: a.awarded + b.awarded,
  paid: a.paid + b.paid,
  organisation: a.organisation + b.organisation,
  organisation_paid: a.organisation_paid + b.organisation_paid,
});

const none: Counted = { taps: 0, keys: 0 };

interface Year {
  readonly counted: readonly Counted[]; // of each month that was driven
  readonly booked: readonly Booked[]; // since the beginning, after each of them
  readonly misread: number; // receipts of which something was typed over
}

interface Desk {
  readonly world: DemoWorld;
  readonly folder: string;
  readonly buyer: Hand;
  readonly treasurer: Hand;
  readonly paper: Page; // where receipts are drawn
  /** Since the beginning, as the server has it. */
  readonly booked: () => Promise<Booked>;
}

async function inWorld(body: (desk: Desk) => Promise<Year>): Promise<Year> {
  const world = await startDemoWorld();
  const browser = await chromium.launch(launchOptions);
  const folder = mkdtempSync(join(tmpdir(), 'buurtkas-bench-year-'));
  try {
    const buyer = await phoneOf(world, browser, 'lantern');
    const treasurer = await phoneOf(world, browser, 'treasurer');
    await clearTheDesk(treasurer);
    const paper = await (await browser.newContext()).newPage();
    const before = await balances(world);
    const booked = async (): Promise<Booked> => {
      const now = await balances(world);
      return {
        awarded: now('awarded') - before('awarded'),
        paid: now('paid') - before('paid'),
        organisation: now('organisation') - before('organisation'),
        organisation_paid: now('organisation_paid') - before('organisation_paid'),
      };
    };
    return await body({ world, folder, buyer, treasurer, paper, booked });
  } finally {
    await browser.close();
    await world.server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function balances(world: DemoWorld): Promise<(account: keyof Booked) => number> {
  const lines = (await world.rows('ledgerLine')).filter(({ year }) => year === 2026);
  return (account) => lines.filter((line) => line.account === account).reduce((sum, line) => sum + line.amountCents, 0);
}

async function phoneOf(world: DemoWorld, browser: Browser, key: PersonKey): Promise<Hand> {
  const page = await world.signIn(await browser.newContext({ viewport: { width: 412, height: 915 } }), key);
  page.setDefaultTimeout(60_000);
  return new Hand(page, await countPresses(page));
}

/** What the demo left for the treasurer is done first and not counted: payments that wait, and lines of the bank. */
async function clearTheDesk({ page }: Hand): Promise<void> {
  await goTo(page, '/kas/betalen');
  await page.getByLabel('Rekeningnummer (IBAN)').fill('NL18 RABO 0123 4598 76');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Maak betaalbestand/ }).click();
  await download;
  await goTo(page, '/kas/bank');
  await page.getByRole('button', { name: /^Klopt: koppel \d+ zekere regels$/ }).click();
  await page.getByText(/\d+ regels gekoppeld/).waitFor();
  await sendAll(page);
}

async function byDesk(desk: Desk, driven: number): Promise<Year> {
  const { buyer, treasurer, world, folder } = desk;
  await fetchReader(buyer.page);
  const counted: Counted[] = [];
  const booked: Booked[] = [];
  let misread = 0;
  let openingCents = await lastClosingCents(world);
  for (let month = 0; month < driven; month += 1) {
    await buyer.forget();
    await treasurer.forget();
    for (const [n, receipt] of receiptsOf(month).entries()) {
      const photo = await drawReceipt(desk, receipt, `bon-${month}-${n}.jpg`);
      await takePhoto(buyer, photo);
      await buyer.page.getByText('De bon is gelezen. Kijk na of het klopt.').waitFor();
      if (await typeOver(buyer, receipt)) misread += 1;
      await finishReceipt(buyer);
    }
    await sentAndSeen(desk);
    for (const receipt of receiptsOf(month)) await approve(treasurer, receipt);
    const payments = await payByFile(treasurer);
    const bank = bankLines(month, payments);
    const file = join(folder, `afschrift-${month}.xml`);
    writeFileSync(file, camt053.write({ account: accountId, openingCents, transactions: bank }));
    openingCents = bank.reduce((sum, { cents }) => sum + cents, openingCents);
    await bringIn(treasurer, file, month === 0);
    await sendAllUncounted(treasurer);
    booked.push(await desk.booked());
    counted.push(sumOf(await buyer.counted(), await treasurer.counted()));
  }
  return { counted, booked, misread };
}

async function byHand(desk: Desk): Promise<Year> {
  const { buyer, treasurer } = desk;
  await buyer.forget();
  await treasurer.forget();
  for (const [n, receipt] of receiptsOf(0).entries()) {
    await takePhoto(buyer, await drawReceipt(desk, receipt, `bon-${n}.jpg`));
    await typeOver(buyer, receipt);
    await finishReceipt(buyer);
  }
  await sentAndSeen(desk);
  for (const receipt of receiptsOf(0)) await approve(treasurer, receipt);
  for (const receipt of receiptsOf(0)) await recordPayment(treasurer, receipt, bankDayOf(0));
  for (const [n, { what }] of suppliers.entries()) await recordCost(treasurer, costCents(0, n), what, bankDayOf(0));
  await sendAllUncounted(treasurer);
  return {
    counted: [sumOf(await buyer.counted(), await treasurer.counted())],
    booked: [await desk.booked()],
    misread: 0,
  };
}

const sumOf = (a: Counted, b: Counted): Counted => ({ taps: a.taps + b.taps, keys: a.keys + b.keys });

const drawReceipt = ({ paper, folder }: Desk, { cents, boughtOn, shop }: Bought, name: string): Promise<string> => {
  const amount = amountText(cents);
  const vatText = amountText(Math.round((cents * 21) / 121));
  const day = boughtOn.split('-').reverse().join('-');
  const lines = [shop, 'Spoelweg 12 Enschede', `Artikel          ${amount}`, `TOTAAL EUR       ${amount}`];
  return drawPaper(paper, join(folder, name), [
    ...lines,
    `BTW 21%          ${vatText}`,
    `PIN              ${amount}`,
    `${day}   16:41`,
  ]);
};

async function takePhoto(buyer: Hand, photo: string): Promise<void> {
  const again = buyer.page.getByRole('link', { name: 'Bewaar nog een bon' });
  if (await again.isVisible()) {
    await buyer.tap(again);
  } else {
    await buyer.nav('Kas');
    await buyer.tap(buyer.page.getByRole('link', { name: 'Bewaar een bon' }).first());
  }
  await buyer.give(buyer.page.getByRole('button', { name: 'Maak foto' }), photo);
  await buyer.tap(buyer.page.getByRole('dialog').getByRole('button', { name: 'Gebruiken' }));
}

/** Types what does not stand there yet, or stands there wrong; answers whether there was any. */
async function typeOver(buyer: Hand, { cents, boughtOn, shop }: Bought): Promise<boolean> {
  const { page } = buyer;
  const typed = [
    await buyer.put(page.getByLabel('Totaal op de bon'), amountText(cents)),
    await buyer.putDate(page.getByLabel('Datum op de bon'), boughtOn),
    await buyer.put(page.getByRole('textbox', { name: 'Winkel', exact: true }), shop),
  ];
  return typed.includes(true);
}

async function finishReceipt(buyer: Hand): Promise<void> {
  const { page } = buyer;
  await buyer.tap(page.getByRole('group', { name: 'Waarvoor was dit?' }).locator('label').first());
  await buyer.tap(page.getByText('Ja, ik krijg het terug'));
  await buyer.uncounted(() => giveAccount(page)); // once a phone, in both ways
  await buyer.tap(page.getByRole('button', { name: 'Bewaar de bon' }));
  await page.waitForURL(/\/bon\/[0-9a-f-]{36}$/);
}

async function giveAccount(page: Page): Promise<void> {
  const iban = page.getByLabel('Rekeningnummer (IBAN)');
  if (!(await iban.isVisible())) return;
  await iban.fill('NL91 ABNA 0417 1643 00');
  await page.getByLabel('Naam bij deze rekening').fill('Bewonersgroep Klosplein');
}

const sentence = (cents: number): string => `€ ${amountText(cents)}`;

const claimLink = (table: Locator, cents: number): Locator =>
  table
    .getByRole('row')
    .filter({ hasText: amountText(cents) })
    .getByRole('link')
    .first();

async function approve(treasurer: Hand, { cents }: Bought): Promise<void> {
  const { page } = treasurer;
  await treasurer.nav('Kas');
  const table = page.getByRole('table', { name: 'Declaraties die nog beoordeeld worden' });
  await treasurer.tap(claimLink(table, cents));
  await treasurer.tap(page.getByRole('group', { name: 'Wat doet u met deze declaratie?' }).getByText('Keur goed'));
  await treasurer.tap(page.getByRole('button', { name: `Keur goed: ${sentence(cents)}` }));
  await page.getByRole('button', { name: `Leg vast: ${sentence(cents)} betaald` }).waitFor();
}

async function payByFile(treasurer: Hand): Promise<readonly DrawnTransaction[]> {
  const { page } = treasurer;
  await treasurer.nav('Kas');
  await treasurer.tap(page.getByRole('link', { name: /^Te betalen/ }));
  await treasurer.tap(page.getByRole('link', { name: 'Betaal met een bestand' }));
  await page.getByText(`${receiptsInMonth} betalingen gekozen`).waitFor();
  const download = page.waitForEvent('download');
  await treasurer.tap(page.getByRole('button', { name: /^Maak betaalbestand/ }));
  const payments = transfersIn(readFileSync(await (await download).path(), 'utf8'));
  if (payments.length !== receiptsInMonth) throw new Error(`${payments.length} payments in the file`);
  return payments.map(({ endToEndId: reference, cents, name, iban, description }) => ({
    ...{ bookedOn: '', cents: -cents, iban, name, description, reference },
  }));
}

function bankLines(month: number, payments: readonly DrawnTransaction[]): readonly DrawnTransaction[] {
  const bookedOn = bankDayOf(month);
  const line = (cents: number, { name, iban }: { readonly name: string; readonly iban: string }) => ({
    ...{ bookedOn, cents, iban, name, description: `Rekening ${month + 1}`, reference: '' },
  });
  return [
    ...payments.map((payment) => ({ ...payment, bookedOn })),
    ...suppliers.map((supplier, n) => line(-costCents(month, n), supplier)),
    ...notBooked.map((other, n) => line(-(500 + month * 10 + n), other)),
  ];
}

/** In the first month the treasurer says what each other side is; later Buurtkas knows. */
async function bringIn(treasurer: Hand, file: string, first: boolean): Promise<void> {
  const { page } = treasurer;
  await treasurer.nav('Kas');
  await treasurer.tap(page.getByRole('link', { name: 'Bank', exact: true }));
  await treasurer.give(page.getByRole('button', { name: 'Lees een bankbestand in' }), file);
  await treasurer.tap(page.getByRole('button', { name: `Lees ${linesInMonth} regels in` }));
  await treasurer.tap(page.getByRole('button', { name: /^Klopt: koppel \d+ zekere regels$/ }));
  await page.getByText(`${first ? receiptsInMonth : linesInMonth} regels gekoppeld`).waitFor();
  if (!first) return;
  for (const { name, what } of suppliers) {
    await openLine(treasurer, name);
    await treasurer.tap(page.getByText('Eigen kosten van de commissie', { exact: true }));
    await treasurer.put(page.getByLabel('Waarvoor?'), what);
    await treasurer.tap(page.getByRole('button', { name: /^Koppel € / }));
    await page.getByRole('button', { name: 'Lees een bankbestand in' }).waitFor();
  }
  for (const { name } of notBooked) {
    await openLine(treasurer, name);
    await treasurer.tap(page.getByText('Iets anders, niet in de kas', { exact: true }));
    await treasurer.pick(page.getByLabel('Wat is het?', { exact: true }).last(), 'not_ours');
    await treasurer.tap(page.getByRole('button', { name: /^Koppel € / }));
    await page.getByRole('button', { name: 'Lees een bankbestand in' }).waitFor();
  }
}

/** The oldest lines stand first: those of this file may be behind a button. */
async function openLine(treasurer: Hand, name: string): Promise<void> {
  const { page } = treasurer;
  const choose = page.getByRole('link', { name: new RegExp(`^Kies zelf wat .* ${name} is$`) });
  const more = page.getByRole('button', { name: /^Toon nog \d+ regels?$/ });
  await choose.or(more).first().waitFor();
  if (!(await choose.isVisible())) await treasurer.tap(more);
  await treasurer.tap(choose);
}

async function recordPayment(treasurer: Hand, { cents }: Bought, paidOn: string): Promise<void> {
  const { page } = treasurer;
  await treasurer.nav('Kas');
  await treasurer.tap(page.getByRole('link', { name: /^Te betalen/ }));
  const table = page.getByRole('table', { name: 'Goedgekeurde declaraties die nog betaald worden' });
  await treasurer.tap(claimLink(table, cents));
  await treasurer.putDate(page.getByLabel('Datum van de betaling'), paidOn);
  await treasurer.tap(page.getByRole('button', { name: `Leg vast: ${sentence(cents)} betaald` }));
  await page.getByRole('heading', { name: 'Betalingen' }).waitFor();
}

async function recordCost(treasurer: Hand, cents: number, what: string, paidOn: string): Promise<void> {
  const { page } = treasurer;
  await treasurer.nav('Kas');
  await treasurer.tap(page.getByRole('link', { name: 'Sparen, eigen kosten en jaar afsluiten' }));
  await treasurer.tap(page.getByRole('link', { name: 'Leg eigen kosten vast' }));
  await treasurer.put(page.getByLabel('Bedrag'), amountText(cents));
  await treasurer.put(page.getByLabel('Waarvoor'), what);
  await treasurer.putDate(page.getByLabel('Betaald op'), paidOn);
  await treasurer.tap(page.getByRole('button', { name: 'Leg eigen kosten vast' }));
  await page.getByRole('heading', { level: 1, name: /^Het jaar/ }).waitFor();
}

/** Phones send by themselves; the bench presses so as not to wait, and does not count that. */
async function sentAndSeen({ buyer, treasurer }: Desk): Promise<void> {
  await sendAllUncounted(buyer);
  await sendAllUncounted(treasurer);
}
const sendAllUncounted = (hand: Hand): Promise<void> => hand.uncounted(() => sendAll(hand.page));

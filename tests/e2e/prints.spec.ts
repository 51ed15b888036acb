/** What comes out of the printer: A4, whole, black on white, without the parts that only a screen needs. */
import { expect, type Page, test } from '@playwright/test';
import { type DemoWorld, startDemoWorld } from './demo-world.ts';
import { show } from './screens.ts';

let world: DemoWorld;
test.beforeAll(async () => {
  world = await startDemoWorld();
});
test.afterAll(async () => world?.server.remove());

test('the list of decisions of a meeting is one A4 with every decision, its amount and the state of the budget', async ({
  context,
}) => {
  const page = await world.signIn(context, 'secretary');
  const meeting = (await world.rows('meeting')).filter(({ state }) => state === 'closed').at(-1);
  const decisions = (await world.rows('decision')).filter(({ meetingId }) => meetingId === meeting?.id);
  expect(decisions.length).toBeGreaterThan(1);
  await show(page, `/print/besluitenlijst/${meeting?.id}`);
  await expect(page.getByText('Nog vrij')).toBeVisible();
  const { pages, text } = await printed(page);
  expect(pages).toEqual(['210 x 297']);
  const proposals = new Map((await world.rows('proposal')).map((proposal) => [proposal.id, proposal]));
  for (const { proposalId, awardedCents } of decisions) {
    expect(text).toContain(proposals.get(proposalId ?? '')?.title);
    if (awardedCents > 0) expect(text).toContain(euro(awardedCents));
  }
  // Roles, not names, on what is public.
  expect(text).toContain('secretaris');
  for (const { name } of await world.rows('person')) expect(text).not.toContain(name);
});

test('the account of the year is A4 with every project, what it got and the sum, and what is missing of whom', async ({
  context,
}) => {
  const page = await world.signIn(context, 'secretary');
  const projects = (await world.rows('proposal')).filter(({ year, awardedCents }) => year === 2026 && awardedCents > 0);
  expect(projects.length).toBeGreaterThan(20);
  await show(page, '/print/verantwoording/2026');
  await expect(page.getByRole('heading', { name: 'Wat nog mist' })).toBeVisible();
  const { pages, text } = await printed(page);
  expect(new Set(pages)).toEqual(new Set(['210 x 297']));
  for (const { title, awardedCents } of projects) {
    expect(text).toContain(title);
    expect(text).toContain(euro(awardedCents));
  }
  expect(text).toContain(`${projects.length} projecten, samen ${euro(sum(projects))} toegekend`);
  expect(text).toContain('van de aanvrager');
  for (const { name } of await world.rows('person')) expect(text).not.toContain(name);
});

test('each signature sheet is one A4, asks for and against and no opinion, and says who reads it until when', async ({
  context,
}) => {
  const page = await world.signIn(context, 'secretary');
  const proposal = (await world.rows('proposal')).find(({ title }) => title.startsWith('Kerstdiner'));
  await show(page, `/print/handtekeningenlijst/${proposal?.id}`);
  await expect(page.locator('.bk-paper')).toHaveCount(1);
  const one = await printed(page);
  expect(one.pages).toEqual(['210 x 297']);
  for (const words of [proposal?.title ?? '', 'Voor', 'Tegen', 'Geen mening', 'Niet thuis', '1 maart 2027']) {
    expect(one.text).toContain(words);
  }
  await page.getByLabel('Hoeveel lijsten').fill('3');
  await expect(page.locator('.bk-paper')).toHaveCount(3);
  const three = await printed(page);
  expect(three.pages).toEqual(['210 x 297', '210 x 297', '210 x 297']);
  expect(three.text).toMatch(/Lijst 2[\s\S]*Lijst 3[\s\S]*Lijst 4/);
});

test('[S12] the presentation begins with what came of projects, and prints a landscape page a slide, photo and all', async ({
  context,
}) => {
  const page = await world.signIn(context, 'secretary');
  await show(page, '/presentatie/2026');
  await expect(page.locator('.bk-slide')).toHaveCount(13);
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Dia 5 van 13', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Repair café' })).toBeVisible();
  await expect(page.getByText('Vijf zaterdagen zaten er mensen aan de tafels.')).toBeVisible();
  const photo = page.getByRole('button', { name: /Foto bij Repair café/ }).locator('img');
  await expect(photo).toBeInViewport({ ratio: 1 });
  expect(await pageSizes(page)).toEqual(Array.from({ length: 13 }, () => '297 x 210'));
});

/** The sizes of the pages in millimetres, out of the bytes, and the words that stand on them. */
async function printed(page: Page): Promise<{ readonly pages: readonly string[]; readonly text: string }> {
  await page.emulateMedia({ media: 'print' });
  const text = (await page.locator('.bk-paper').allInnerTexts()).join('\n');
  await expect(page.getByRole('button')).toHaveCount(0); // nothing to press on paper
  const pages = await pageSizes(page);
  await page.emulateMedia({ media: null });
  return { pages, text };
}

async function pageSizes(page: Page): Promise<readonly string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  // Chromium writes page objects uncompressed: /Type /Page … /MediaBox [0 0 595.92 842.88], in points of 1/72 inch.
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const mm = (points: string | undefined): number => Math.round((Number(points) / 72) * 25.4);
  return boxes.map(([, width, height]) => `${mm(width)} x ${mm(height)}`);
}

const sum = (projects: readonly { readonly awardedCents: number }[]): number =>
  projects.reduce((all, { awardedCents }) => all + awardedCents, 0);
const euro = (cents: number): string =>
  `€\u00a0${new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2 }).format(cents / 100)}`;

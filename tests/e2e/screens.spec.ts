/** What every screen must withstand: no barrier that axe can find, in both themes; nothing sideways on the narrowest
 *  phone or with letters twice as large; one heading, a title, a clean console; and the main jobs by keyboard alone. */
import { type BrowserContext, chromium, expect, type Locator, type Page, test } from '@playwright/test';
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { PersonKey } from '../../scripts/demo/wijk.ts';
import { type DemoWorld, openTheMeeting, startDemoWorld } from './demo-world.ts';
import { type Screen, screensOf, settled, show } from './screens.ts';

const phone = { width: 390, height: 844 };
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let world: DemoWorld;
let screens: readonly Screen[];
let meetingId: string;

test.describe.configure({ timeout: 600_000 }); // every screen, one after the other
test.use({ viewport: phone, reducedMotion: 'reduce' });

test.beforeAll(async () => {
  world = await startDemoWorld();
  meetingId = (await openTheMeeting(world)).id;
  screens = await screensOf(world, meetingId);
});
test.afterAll(async () => world?.server.remove());

/** The chair sees all of them, in three tests: one that fails is tried again, and that must not be an hour. */
const third = (n: number) => (screen: Screen) => screens.indexOf(screen) % 3 === n;
const ofRole: readonly (readonly [PersonKey, (screen: Screen) => boolean, string?])[] = [
  ['chair', third(0), 'a third of all screens'],
  ['chair', third(1), 'the second third'],
  ['chair', third(2), 'the rest'],
  ['treasurer', ({ route }) => route.startsWith('/kas') || route.startsWith('/bon')],
  [
    'lantern',
    ({ name }) =>
      /^(vandaag|verantwoording|aanvragen|aanvragen-nieuw|aanvragen-id|bon-nieuw|kas|meer|toestel)$/.test(name),
  ],
  ['district', ({ name }) => /^(vandaag|advies|advies-id|aanvragen|aanvragen-id|kas|meer)$/.test(name)],
  [
    'district',
    ({ name }) => /^(verantwoording|print-verantwoording-jaar|presentatie-jaar|vrijwilligers)$/.test(name),
    'what it reads of the account',
  ],
  ['auditor', ({ name }) => /^(vandaag|kas|kas-declaratie-claimId)$/.test(name)],
];

for (const [key, isFor, part = 'what is for this role'] of ofRole) {
  test(`no barrier that axe finds, colours that can be read in zaal too, one h1, a title, a clean console, and nothing sideways at 320 px: ${key}, ${part}`, async ({
    context,
  }) => {
    const page = await world.signIn(context, key);
    const wrong: string[] = [];
    watchConsole(page, wrong);
    for (const screen of screens.filter(isFor)) {
      await show(page, screen.path);
      wrong.push(...(await barriers(page, screen.name)));
      wrong.push(...(await headingProblems(page, screen)));
      // The page itself is the same in the dark theme; only what looks at colours can find something else.
      await useTheme(page, 'zaal');
      wrong.push(...(await barriers(page, `${screen.name} zaal`, ['color-contrast', 'link-in-text-block'])));
      await useTheme(page, 'light');
      await page.setViewportSize({ width: 320, height: 640 });
      await settled(page, 2);
      wrong.push(...(await sideways(page, screen)));
      await page.setViewportSize(phone);
    }
    expect(wrong).toEqual([]);
  });
}

test('axe finds nothing before anybody is signed in', async ({ page }) => {
  await page.goto(world.server.url);
  await page.locator('h1').waitFor();
  const wrong: string[] = [];
  for (const theme of ['light', 'zaal'] as const) {
    await useTheme(page, theme);
    wrong.push(...(await barriers(page, `aanmelden ${theme}`)));
    await page.getByRole('button', { name: 'Meld dit toestel aan' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    wrong.push(...(await barriers(page, `aanmelden met fouten ${theme}`)));
  }
  expect(wrong).toEqual([]);
});

test('axe finds nothing in open dialogs and sheets', async ({ context }) => {
  const page = await world.signIn(context, 'chair');
  const wrong: string[] = [];
  const path = (name: string) => screens.find((screen) => screen.name === name)?.path ?? '';
  const openers: readonly (readonly [string, string])[] = [
    [path('aanvragen-id'), 'Trek de aanvraag in'],
    [path('aanvragen-id-2'), 'Geef terug voor aanvulling'],
    [path('vergadering-id'), 'Wijzig de agenda'],
    [path('vergadering-id'), 'Sluit de vergadering'],
    [path('vergadering-id-punt-itemId'), 'Agenda'],
    [path('toestel'), 'Meld af op dit toestel'],
  ];
  for (const theme of ['light', 'zaal'] as const) {
    await useTheme(page, theme);
    for (const [at, button] of openers) {
      await show(page, at);
      await page.getByRole('main').getByRole('button', { name: button, exact: true }).first().click();
      await expect(page.locator('dialog[open]'), button).toBeVisible();
      wrong.push(...(await barriers(page, `${button} ${theme}`)));
      await page.keyboard.press('Escape');
      await expect(page.locator('dialog[open]')).toHaveCount(0);
    }
  }
  expect(wrong).toEqual([]);
});

test('nothing scrolls sideways on a phone with letters twice as large', async ({ launchOptions }) => {
  // As someone sets it in the browser, so that media queries in rem see it too.
  const args = [...(launchOptions.args ?? []), '--blink-settings=defaultFontSize=32'];
  const browser = await chromium.launch({ ...launchOptions, args });
  const page = await world.signIn(await browser.newContext({ viewport: phone, locale: 'nl-NL' }), 'chair');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
  const wrong: string[] = [];
  for (const screen of screens) {
    await show(page, screen.path);
    wrong.push(...(await sideways(page, screen)));
  }
  await browser.close();
  expect(wrong).toEqual([]);
});

test.describe('by keyboard alone', () => {
  test('sign in', async ({ page }) => {
    await page.goto(await world.link('kettinghof'));
    await page.locator('h1').waitFor();
    await press(page, page.getByRole('button', { name: 'Doe mee op dit toestel' }));
    await expect(page.getByRole('heading', { level: 1, name: /^Goede/ })).toBeFocused();
  });

  test('write a proposal and hand it in', async ({ context }) => {
    const page = await byKeys(context, 'secretary', '/aanvragen');
    await press(page, page.getByRole('link', { name: 'Nieuwe aanvraag' }));
    await expect(page.getByRole('heading', { level: 1, name: 'Nieuwe aanvraag' })).toBeFocused();
    await type(page, page.getByLabel('Naam van het plan'), 'Vogelkastjes in het park');
    await type(page, page.getByLabel('Wat is het plan?'), 'Kinderen timmeren twaalf kastjes en hangen ze op.');
    await type(page, page.getByLabel('Wie vraagt aan'), 'Vogelwerkgroep');
    await press(page, page.getByRole('checkbox', { name: /Beter zijn voor natuur/ }), 'Space');
    await type(page, page.getByLabel('Gevraagd van het wijkbudget'), '240');
    await press(page, page.getByRole('button', { name: /^Dien (de aanvraag )?in/ }));
    await expect(page.getByRole('heading', { level: 1, name: 'Vogelkastjes in het park' })).toBeVisible();
    await expect.poll(async () => named(await world.rows('proposal'), 'Vogelkastjes')?.state).toBe('submitted');
  });

  test('record a decision', async ({ context }) => {
    const path = screens.find(({ name }) => name === 'vergadering-id-punt-itemId')?.path ?? '';
    const page = await byKeys(context, 'secretary', path);
    await press(page, page.getByRole('button', { name: /^Allen voor/ }));
    await tabTo(page, page.getByRole('radio').first());
    await page.keyboard.press('Space');
    await press(page, page.getByRole('button', { name: /^Leg vast/ }));
    await expect(page.getByText('Wat er besloten is')).toBeVisible();
    await expect
      .poll(async () => (await world.rows('decision')).filter((decision) => decision.meetingId === meetingId).length)
      .toBe(1);
  });

  test('submit a claim, and judge it', async ({ context, browser }) => {
    const page = await byKeys(context, 'repair', '/bon/nieuw');
    await type(page, page.getByLabel('Totaal op de bon'), '86,40');
    await press(page, page.getByRole('button', { name: 'Vandaag' }));
    await type(page, page.getByRole('textbox', { name: 'Winkel' }), 'IJzerhandel Vos');
    await press(page, page.getByRole('radio', { name: /^Materiaal/ }), 'Space');
    await press(page, page.getByRole('radio', { name: /Ja, ik krijg het terug/ }), 'Space');
    await type(page, page.getByLabel('Rekeningnummer (IBAN)'), 'NL91ABNA0417164300');
    await type(page, page.getByLabel('Naam bij deze rekening'), 'H. Assink');
    await press(page, page.getByRole('button', { name: 'Bewaar de bon' }));
    await expect(page).toHaveURL(/\/bon\/[0-9a-f-]{36}$/);
    const claimId = page.url().split('/').at(-1) ?? '';
    const claim = async () => (await world.rows('claim')).find(({ id }) => id === claimId);
    await expect.poll(async () => (await claim())?.claimedCents).toBe(8_640);

    const other = await browser.newContext({ viewport: phone });
    const desk = await byKeys(other, 'treasurer', `/kas/declaratie/${claimId}`);
    await tabTo(desk, desk.getByRole('radio').first());
    await desk.keyboard.press('Space');
    await press(desk, desk.getByRole('button', { name: /^Keur goed: / }));
    await expect.poll(async () => (await claim())?.state).toBe('approved');
    await other.close();
  });
});

const named = <T extends { readonly title: string }>(rows: readonly T[], start: string): T | undefined =>
  rows.find(({ title }) => title.startsWith(start));

async function byKeys(context: BrowserContext, key: PersonKey, path: string): Promise<Page> {
  const page = await world.signIn(context, key);
  await show(page, path);
  return page;
}

/** Further than this, nobody presses Tab. */
const tabsMax = 60;

async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let tabs = 0; tabs < tabsMax; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}`);
}

async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

function watchConsole(page: Page, wrong: string[]): void {
  page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(`${page.url()}: ${message.text()}`);
  });
}

/** Until the colours have changed over. */
async function useTheme(page: Page, theme: 'light' | 'zaal'): Promise<void> {
  await page.evaluate(async (name) => {
    if (name === 'zaal') document.documentElement.dataset['theme'] = 'zaal';
    else delete document.documentElement.dataset['theme'];
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  }, theme);
}

/** What axe finds, by all rules of WCAG 2.2 AA or by these. It is put into the page once: that alone takes as long as a run. */
async function barriers(page: Page, where: string, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const runOnly: RunOptions['runOnly'] =
    rules === undefined ? { type: 'tag', values: axeTags } : { type: 'rule', values: rules };
  const { violations } = await page.evaluate(
    (options): Promise<AxeResults> => Reflect.get(globalThis, 'axe').run(document, options),
    { runOnly, resultTypes: ['violations' as const] },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${where}: ${id} at ${target}: ${failureSummary.split('\n')[1]}`),
  );
}

async function headingProblems(page: Page, { name, route }: Screen): Promise<string[]> {
  const title = await page.title();
  const headings = await page.locator('h1').count();
  const problems = headings === 1 ? [] : [`${name} (${route}) has ${headings} h1`];
  return /^\S.* – Buurtkas$/.test(title) ? problems : [...problems, `${name} has the title "${title}"`];
}

/** What does not fit in the width of the page as it is. */
async function sideways(page: Page, { name }: Screen): Promise<string[]> {
  const widest = await page.evaluate(() => {
    // A card that hides what does not fit cuts it off, without a page that scrolls.
    const cut = [...document.querySelectorAll('main .bk-card')].find(
      (card) => card.scrollWidth > card.clientWidth + 1 && getComputedStyle(card).overflowX === 'hidden',
    );
    if (cut !== undefined)
      return `cut off at ${cut.clientWidth} of ${cut.scrollWidth} px: ${cut.textContent?.slice(0, 40)}`;
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return '';
    const out = [...document.querySelectorAll('#app *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const last = out.at(-1);
    return `${scrollWidth} of ${clientWidth} px: ${last?.tagName} ${last?.className} ${last?.textContent?.slice(0, 40)}`;
  });
  return widest === '' ? [] : [`${name}: ${widest}`];
}

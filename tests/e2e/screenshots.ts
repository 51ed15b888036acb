/** Pictures of every screen with the demo's data, to look at: `npm run screenshots [-- part of a name]`, into
 *  ./screenshots. Prints also as they come out of the printer. `-- readme` makes those of docs/pictures anew. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import config from '../../playwright.config.ts';
import type { PersonKey } from '../../scripts/demo/wijk.ts';
import { projectRoot } from './built-server.ts';
import { openTheMeeting, startDemoWorld } from './demo-world.ts';
import { type Screen, screensOf, settled, show } from './screens.ts';
import { states } from './screenshotStates.ts';

const folder = join(projectRoot, 'screenshots');
const wanted = process.argv[2] ?? '';
const phone = { width: 390, height: 844 };
const laptop = { width: 1280, height: 800 };
const smallLaptop = { width: 1160, height: 725 }; // below 150 kB as a picture

interface Look {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly theme: 'light' | 'zaal';
  readonly textPercent: 100 | 200;
}
const looks: readonly Look[] = [
  { name: 'telefoon', size: phone, theme: 'light', textPercent: 100 },
  { name: 'telefoon-zaal', size: phone, theme: 'zaal', textPercent: 100 },
  { name: 'telefoon-200', size: phone, theme: 'light', textPercent: 200 },
  { name: 'laptop', size: laptop, theme: 'light', textPercent: 100 },
  { name: 'laptop-zaal', size: laptop, theme: 'zaal', textPercent: 100 },
  { name: 'laptop-200', size: laptop, theme: 'light', textPercent: 200 },
];

const { locale = 'nl-NL', timezoneId = 'Europe/Amsterdam', launchOptions = {} } = config.use ?? {};
const contextOptions: BrowserContextOptions = { locale, timezoneId, viewport: phone, reducedMotion: 'reduce' };

if (wanted === '') rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const world = await startDemoWorld();
try {
  const meeting = await openTheMeeting(world);
  if (wanted === 'readme') await picturesForReadme(meeting.id);
  const screens = (await screensOf(world, meeting.id)).filter(({ name }) => name.includes(wanted));
  await picturesOf('chair', screens, looks);
  await picturesOf('treasurer', screens.filter(forTreasurer), looks.slice(0, 4));
  await picturesOf('lantern', screens.filter(forInitiator), looks.slice(0, 1));
  await picturesOfStates();
} finally {
  await world.server.remove();
}

function forTreasurer({ route }: Screen): boolean {
  return route === '/' || route.startsWith('/kas') || route.startsWith('/bon');
}

function forInitiator({ name }: Screen): boolean {
  return /^(vandaag|aanvragen|aanvragen-nieuw|aanvragen-id|bon-.*|kas|meer)$/.test(name);
}

async function picturesOf(key: PersonKey, screens: readonly Screen[], asLooks: readonly Look[]): Promise<void> {
  for (const textPercent of [100, 200] as const) {
    const these = asLooks.filter((look) => look.textPercent === textPercent);
    if (these.length === 0 || screens.length === 0) continue;
    const browser = await browserWith(textPercent);
    const context = await browser.newContext(contextOptions);
    const page = await world.signIn(context, key);
    await settled(page);
    for (const look of these) {
      await takeLook(page, look);
      for (const screen of screens) await picture(page, key, look, screen);
    }
    await browser.close();
  }
}

/** As someone sets it in the browser: media queries in rem see it too. The language decides how a date field looks. */
async function browserWith(textPercent: Look['textPercent']): Promise<Browser> {
  const large = `--blink-settings=defaultFontSize=${(16 * textPercent) / 100}`;
  return chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), large, '--lang=nl-NL'],
    env: { ...process.env, LANGUAGE: 'nl' },
  });
}

async function picturesOfStates(): Promise<void> {
  for (const { name, reach } of states.filter((state) => state.name.includes(wanted))) {
    for (const { name: look, size, theme, textPercent } of looks) {
      const browser = await browserWith(textPercent);
      const context = await browser.newContext({ ...contextOptions, viewport: size });
      await context.addInitScript((as) => {
        if (location.protocol === 'http:') localStorage.setItem('bk-theme', as);
      }, theme);
      const page = await reach(context, world);
      await settled(page);
      await page.screenshot({ path: join(folder, `${name}--${look}.png`), fullPage: true });
      await context.close();
      await browser.close();
    }
  }
}

async function picture(page: Page, key: PersonKey, look: Look, { name, path, route }: Screen): Promise<void> {
  await page.mouse.move(0, 0);
  await show(page, path);
  const file = join(folder, `${name}--${key}-${look.name}`);
  await page.screenshot({ path: `${file}.png`, fullPage: true });
  if (route.startsWith('/print/') && look === looks[0]) writeFileSync(`${file}.pdf`, await page.pdf());
}

/** The theme as the app starts with it on a device where it was chosen. */
async function takeLook(page: Page, { size, theme }: Look): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate((name) => localStorage.setItem('bk-theme', name), theme);
  await page.reload();
  await page.locator('h1').first().waitFor();
}

/** Two small ones that are kept with the project: a meeting on a phone in a dim hall, and Vandaag on a laptop. */
async function picturesForReadme(meetingId: string): Promise<void> {
  const pictures = join(projectRoot, 'docs/pictures');
  mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch(launchOptions);
  const hall = await world.signIn(await browser.newContext(contextOptions), 'secretary');
  await takeLook(hall, { name: 'zaal', size: phone, theme: 'zaal', textPercent: 100 });
  const item = (await world.rows('agendaItem')).find((one) => one.meetingId === meetingId && one.proposalId !== null);
  await show(hall, `/vergadering/${meetingId}/punt/${item?.id}`);
  await hall.getByRole('button', { name: /^Allen voor/ }).click();
  await hall.getByText('Toekennen', { exact: true }).click();
  await hall.getByText('Stemmen', { exact: true }).evaluate((element) => element.scrollIntoView());
  await settled(hall);
  await hall.screenshot({ path: join(pictures, 'meeting-phone.png') });
  const desk = await world.signIn(await browser.newContext({ ...contextOptions, viewport: smallLaptop }), 'treasurer');
  await settled(desk);
  await desk.screenshot({ path: join(pictures, 'today-laptop.png') });
  await browser.close();
}

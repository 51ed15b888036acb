/** The evening as the secretary sees it: planning, opening, who is there, and what is decided. */
import type { Page } from '@playwright/test';
import { expect } from './expect.ts';
import type { Phone } from './phone.ts';

export const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());

/** Plans a meeting for today with these proposals in this order; answers its address in the app. `onDay`: what the phone
 *  takes for today, where that is another day. */
export async function planMeeting(phone: Phone, titles: readonly string[], onDay = today()): Promise<string> {
  const page = await phone.go('/vergadering/nieuw');
  await page.getByLabel('Dag').fill(onDay);
  await page.getByLabel('Plaats').fill('Buurthuis De Schering');
  for (const title of titles) await page.getByRole('checkbox', { name: title }).check();
  await page.getByRole('button', { name: `Plan de vergadering met ${titles.length} aanvra` }).click();
  await page.waitForURL(/\/vergadering\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('button', { name: 'Open de vergadering' })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Opens it on the page of the meeting; then everybody but the named is noted as present. */
export async function openMeeting(page: Page, excused: readonly string[]): Promise<void> {
  await page.getByText('Iemand afmelden').click();
  for (const name of excused) await choose(page, name, 'Afgemeld');
  await page.getByRole('button', { name: 'Open de vergadering' }).click();
  await page.getByRole('button', { name: /^Iedereen is er/ }).click();
  await expect(page.getByText('Quorum gehaald')).toBeVisible();
}

/** Two or three states beside somebody's name; the radio itself is invisible, people press the word. */
async function choose(page: Page, name: string, word: string): Promise<void> {
  const seg = page.getByRole('group', { name, exact: true });
  await seg.getByText(word, { exact: true }).click();
  await expect(seg.getByRole('radio', { name: word })).toBeChecked();
}

/** On the page of an item: this member does not take part in it, and why. */
export async function recuse(page: Page, name: string, reason: string): Promise<void> {
  await page.getByText('Aanwezigheid wijzigen').click();
  await choose(page, name, 'Doet niet mee');
  await page.getByLabel(`Waarom doet ${name} niet mee?`).fill(reason);
  await page.getByRole('button', { name: 'Bewaar de reden' }).click();
  await expect(page.getByText(`${name} doet bij dit punt niet mee: ${reason}.`)).toBeVisible();
}

/** `inFavour`: everybody who decides along on this item. */
export type Decision = { readonly inFavour: number } & (
  | { readonly kind: 'award' }
  | { readonly kind: 'part'; readonly amount: string; readonly reason: string; readonly condition: string }
  | { readonly kind: 'refuse'; readonly reason: string }
  | { readonly kind: 'defer' }
);

const words = { award: 'Toekennen', part: 'Deels', refuse: 'Afwijzen', defer: 'Aanhouden' } as const;
const badges = {
  award: 'Toegekend',
  part: 'Deels toegekend',
  refuse: 'Afgewezen',
  defer: 'Aangehouden',
} as const;

/** On the page of an item: everybody in favour of what is decided, and it stands on this device. */
export async function decide(page: Page, decision: Decision): Promise<void> {
  await page.getByRole('button', { name: `Allen voor: ${decision.inFavour}` }).click();
  await chooseOutcome(page, decision.kind);
  if (decision.kind === 'part') {
    await page.getByLabel('Toegekend bedrag').fill(decision.amount);
    await page.getByLabel('Reden', { exact: true }).fill(decision.reason);
    await page.getByRole('button', { name: 'Voorwaarde erbij' }).click();
    await page.getByLabel('Nieuwe voorwaarde').fill(decision.condition);
  }
  if (decision.kind === 'refuse') await page.getByLabel('Reden', { exact: true }).fill(decision.reason);
  await page.getByRole('button', { name: /^Leg vast: / }).click();
  await expect(page.getByRole('heading', { name: 'Wat er besloten is' })).toBeVisible();
  await expect(page.getByText(badges[decision.kind], { exact: true })).toBeVisible();
}

/** Fills in a refusal and does not record it yet. */
export async function startRefusing(page: Page, reason: string): Promise<void> {
  await chooseOutcome(page, 'refuse');
  await page.getByLabel('Reden', { exact: true }).fill(reason);
}

async function chooseOutcome(page: Page, kind: Decision['kind']): Promise<void> {
  await page.getByRole('group', { name: 'Kies het besluit' }).getByText(words[kind], { exact: true }).click();
}

/** On the page of the meeting: what stands beside the proposals, in the order of the agenda. */
export async function expectAgenda(page: Page, lines: readonly string[]): Promise<void> {
  const items = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /Gevraagd|Toegekend|egekend|Afgewezen|Aangehouden/ });
  await expect(items).toContainText([...lines]);
}

export async function goToItem(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: `Ga naar: ${title}` }).click();
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
}

/** From an item that was decided to the next one. */
export async function nextItem(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: `Volgende punt: ${title}` }).click();
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
}

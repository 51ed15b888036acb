/** How a committee begins: the first link, five questions, members, and each of them on their own phone. */
import type { Page } from '@playwright/test';
import { expect } from './expect.ts';
import type { Phone } from './phone.ts';
import { expectAllSent } from './sync.ts';

export interface Founding {
  readonly name: string;
  readonly city: string;
  readonly founder: string;
  /** As typed: '10.000'. */
  readonly grant: string;
  readonly limit: string;
}

/** The link that a new server prints. */
export function firstLinkIn(output: string): string {
  const link = /https?:\/\/\S+\/aanmelden#[\w-]+/.exec(output)?.[0];
  if (link === undefined) throw new Error(`The server printed no link:\n${output}`);
  return link;
}

export async function foundCommittee(phone: Phone, link: string, founding: Founding): Promise<void> {
  const page = await phone.go(link.slice(phone.url.length));
  await page.getByRole('button', { name: 'Doe mee op dit toestel' }).click();
  await page.getByLabel('Naam van de wijk').fill(founding.name);
  await page.getByLabel('Gemeente').fill(founding.city);
  await page.getByLabel('Uw naam').fill(founding.founder);
  await nextQuestion(page);
  await expect(page.getByLabel('Voor welk jaar is het budget?')).toHaveValue(/^20\d\d$/);
  await nextQuestion(page);
  await page.getByLabel('Hoeveel geld geeft de gemeente dit jaar?').fill(founding.grant);
  await nextQuestion(page);
  await page.getByLabel('Tot welk bedrag beslist u zelf?').fill(founding.limit);
  await nextQuestion(page);
  await page.getByText('Meer dan de helft', { exact: true }).click();
  await page.getByRole('button', { name: 'Kijk alles na' }).click();
  await page.getByRole('button', { name: /^Begin 20\d\d met/ }).click();
  await expect(page.getByRole('heading', { name: `Wijkbudget ${founding.name} is begonnen` })).toBeVisible();
}

const nextQuestion = (page: Page): Promise<void> => page.getByRole('button', { name: 'Volgende vraag' }).click();

export type RoleWord = 'Secretaris' | 'Penningmeester' | 'Lid';

export async function addMember(phone: Phone, name: string, role: RoleWord): Promise<void> {
  const page = await phone.go('/instellingen/leden?lid=nieuw');
  await page.getByLabel('Naam', { exact: false }).first().fill(name);
  await page.getByRole('radio', { name: role }).check();
  await page.getByRole('button', { name: `Voeg toe als ${role.toLowerCase()}` }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

export interface Invitation {
  readonly link: string;
  readonly code: string;
}

/** On the page of somebody who was just added, or of the dossier of an initiator. */
export async function invite(page: Page): Promise<Invitation> {
  await page.getByRole('button', { name: 'Maak een uitnodiging' }).click();
  const code = await page.locator('[aria-labelledby=uitnodiging] .bk-figure strong').textContent();
  await page.getByRole('button', { name: 'Kopieer de link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  return { link, code: code ?? '' };
}

export async function joinByLink(phone: Phone, { link }: Invitation): Promise<void> {
  const page = await phone.open(link.slice(phone.url.length));
  await page.getByRole('button', { name: 'Doe mee op dit toestel' }).click();
  await isIn(phone);
}

export async function joinByCode(phone: Phone, { code }: Invitation): Promise<void> {
  const page = await phone.open('/aanmelden');
  await page.getByLabel('Korte code').fill(code);
  await page.getByRole('button', { name: 'Meld dit toestel aan' }).click();
  await isIn(phone);
}

/** The first rows are here and the app can do without a connection. */
async function isIn(phone: Phone): Promise<void> {
  await expect(phone.page.getByRole('navigation').first()).toBeVisible();
  await expectAllSent(phone.page);
  await phone.readyForOffline();
}

/** Writing proposals, as the committee does and as a resident does. */

import { type Invitation, invite } from './committee.ts';
import { expect } from './expect.ts';
import type { Phone } from './phone.ts';

export interface ProposalTyped {
  readonly title: string;
  readonly applicant: string;
  /** As typed: '450'. */
  readonly amount: string;
  /** By number, in equal parts; the first when none is named. */
  readonly themes?: readonly number[];
}

/** Writes it on one page and hands it in; answers its address in the app. */
export async function submitProposal(phone: Phone, proposal: ProposalTyped): Promise<string> {
  const page = await phone.go('/aanvragen/nieuw');
  await page.getByLabel('Naam van het plan').fill(proposal.title);
  await page.getByLabel('Wat is het plan?').fill(`${proposal.title}, met en voor de buurt.`);
  await page.getByLabel('Wie vraagt aan').fill(proposal.applicant);
  const themes = page.getByRole('group', { name: 'Bij welke thema’s hoort het?' }).getByRole('checkbox');
  for (const number of proposal.themes ?? [1]) await themes.nth(number - 1).check();
  await page.getByLabel('Gevraagd van het wijkbudget').fill(proposal.amount);
  await page.getByRole('button', { name: /^Dien in: €/ }).click();
  await page.waitForURL(/\/aanvragen\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(proposal.title);
  return new URL(page.url()).pathname;
}

/** From the dossier: the initiator of this one proposal, with an invitation for their own phone. */
export async function inviteInitiator(phone: Phone, dossier: string, name: string): Promise<Invitation> {
  const page = await phone.go(dossier);
  await page.getByRole('button', { name: 'Nodig de indiener uit' }).click();
  await page.getByLabel('Naam van de indiener').fill(name);
  await page.getByRole('button', { name: 'Voeg toe en nodig uit' }).click();
  return invite(page);
}

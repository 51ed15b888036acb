/** A whole evening by keyboard alone, without a connection: opened, moved about, voted on by hand and by name, written down
 *  and closed. Nothing here uses a pointer. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './support/expect.ts';
import { people, proposals, test } from './support/world.ts';

const tabsMax = 90;

test('[A11y] meeting mode works from the first to the last decision with the keyboard alone', async ({ world }) => {
  const { secretary } = await world.restore();
  await world.goDown();
  const page = await secretary.open(world.meeting);
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });

  await press(page, button('Open de vergadering'));
  await press(page, button(/^Iedereen is er/));
  await expect(page.getByText('Quorum gehaald')).toBeVisible();

  // The order of the agenda; the sheet keeps the focus, and gives it back to the button that opened it.
  await press(page, button('Wijzig de agenda'));
  const sheet = page.getByRole('dialog');
  await press(page, sheet.getByRole('button', { name: `Zet later: ${proposals[0].title}` }));
  await expect(page.getByText(`${proposals[0].title} is nu punt 3`)).toBeVisible();
  await press(page, sheet.getByRole('button', { name: `Zet eerder: ${proposals[0].title}` }));
  await expect(page.getByText(`${proposals[0].title} is nu punt 2`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button('Wijzig de agenda')).toBeFocused();

  await press(page, page.getByRole('link', { name: `Ga naar: ${proposals[0].title}` }));
  await press(page, button(/^Allen voor/));
  await chooseAward(page);
  await press(page, button(/^Leg vast: € 1.250,00 toekennen/));
  await expect(page.getByRole('heading', { name: 'Wat er besloten is' })).toBeFocused();

  // The next one by name: arrows choose, and it is said who is still to vote.
  await press(page, button(/^Volgende punt/));
  await press(page, page.getByText(/^Stemmen gaat met handopsteken/));
  await tabTo(page, page.getByRole('radio', { name: 'Met handopsteken' }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText(/^Nog niet gestemd/)).toBeVisible();
  await press(page, button(/^Allen voor/));
  await expect(page.getByText('Iedereen heeft gestemd.')).toBeVisible();
  const vote = page.getByRole('region', { name: 'Stemmen' }).getByRole('group', { name: people.otherSecretary });
  await tabTo(page, vote.getByRole('radio', { name: 'Voor' }));
  await page.keyboard.press('ArrowRight');
  await expect(vote.getByRole('radio', { name: 'Tegen' })).toBeChecked();
  await chooseAward(page);
  await press(page, button(/^Leg vast/));
  await expect(page.getByText(/1 tegen/)).toBeVisible();

  await page.keyboard.press('Alt+ArrowLeft');
  await press(page, page.getByRole('link', { name: 'Vergadering' }).first());
  await press(page, page.getByRole('link', { name: /Ga verder met de vergadering/ }));
  await press(page, button('Sluit de vergadering'));
  await press(page, button('Stel de besluitenlijst vast'));
  await expect(page.getByText('Gesloten', { exact: true })).toBeVisible();
});

async function chooseAward(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('radio', { name: 'Toekennen' }));
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: 'Toekennen' })).toBeChecked();
}

/** Tab until it has the focus: what cannot be reached so is not there for somebody without a mouse. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < tabsMax; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${target}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await expect(target).toBeEnabled(); // the next item is offered a moment after the decision
  await page.keyboard.press('Enter');
}

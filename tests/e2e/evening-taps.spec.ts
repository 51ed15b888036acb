/** How much a secretary has to do while the room waits. */
import type { Page } from '@playwright/test';
import { expect } from './support/expect.ts';
import { goToItem, openMeeting } from './support/meeting.ts';
import { people, proposals, test } from './support/world.ts';

const tapsMax = 4;

test('[D26] from the open item to the recorded decision takes at most four taps, all in favour of what was asked', async ({
  world,
}) => {
  const { secretary } = await world.restore();
  await world.goDown();
  const page = await secretary.open(world.meeting);
  await openMeeting(page, [people.otherSecretary, 'Kees']);
  await goToItem(page, proposals[0].title);

  const taps = await countTaps(page);
  await page.getByRole('button', { name: 'Allen voor: 5' }).click();
  await page.getByText('Toekennen', { exact: true }).click();
  await page.getByRole('button', { name: 'Leg vast: € 1.250,00 toekennen' }).click();
  await expect(page.getByText('Besluit 2 vastgelegd op dit toestel')).toBeVisible();
  await expect(page.getByText('5 voor, 0 tegen')).toBeVisible();
  const counted = await taps();
  expect(counted).toBeGreaterThan(0);
  expect(counted).toBeLessThanOrEqual(tapsMax);
});

/** Counts presses by a finger or mouse, not the clicks that a label passes on to its radio. */
async function countTaps(page: Page): Promise<() => Promise<number>> {
  const counter = await page.evaluateHandle(() => {
    const seen = { count: 0 };
    addEventListener(
      'pointerdown',
      (event) => {
        if (event.isTrusted) seen.count += 1;
      },
      { capture: true },
    );
    return seen;
  });
  return () => counter.evaluate(({ count }) => count);
}

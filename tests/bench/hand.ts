/** A finger on a phone: presses what is on the screen with real events, which the page counts. */
import type { Locator, Page } from '@playwright/test';

interface Seen {
  taps: number;
  keys: number;
  counting: boolean;
}

export type Presses = Awaited<ReturnType<typeof countPresses>>;

/** Counts in the page what a person pressed, and not what a label passes on to its field. */
export function countPresses(page: Page) {
  return page.evaluateHandle(() => {
    const seen: Seen = { taps: 0, keys: 0, counting: true };
    const capture = { capture: true };
    addEventListener(
      'pointerdown',
      (event) => {
        if (event.isTrusted && seen.counting) seen.taps += 1;
      },
      capture,
    );
    addEventListener(
      'keydown',
      (event) => {
        if (event.isTrusted && seen.counting) seen.keys += 1;
      },
      capture,
    );
    return seen;
  });
}

export class Hand {
  readonly page: Page;
  readonly #presses: Presses;
  #chosen = 0; // taps on a list of the browser's own, which the page does not see

  constructor(page: Page, presses: Presses) {
    this.page = page;
    this.#presses = presses;
  }

  async tap(what: Locator): Promise<void> {
    await what.click();
  }

  nav(name: string): Promise<void> {
    return this.tap(this.page.getByRole('navigation').getByRole('link', { name }).first());
  }

  /** The camera or the list of files itself is not of the page, and not counted. */
  async give(button: Locator, file: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.tap(button);
    await (await chooser).setFiles(file);
  }

  /** Types it when it does not stand there already; answers whether it did. */
  async put(field: Locator, text: string): Promise<boolean> {
    if ((await field.inputValue()).toLowerCase() === text.toLowerCase()) return false;
    await this.tap(field);
    if ((await field.inputValue()) !== '') await field.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
    if ((await field.inputValue()) !== text) throw new Error(`typed ${text}, stands ${await field.inputValue()}`);
    return true;
  }

  /** Eight digits, in the order of the browser's own field. */
  async putDate(field: Locator, iso: string): Promise<boolean> {
    if ((await field.inputValue()) === iso) return false;
    const [year = '', month = '', day = ''] = iso.split('-');
    const box = await field.boundingBox();
    if (box === null) throw new Error('a field for a date that is not on the screen');
    for (const digits of [month + day + year, day + month + year]) {
      await field.click({ position: { x: 12, y: box.height / 2 } }); // on its first part
      await this.page.keyboard.type(digits);
      if ((await field.inputValue()) === iso) return true;
      await this.#takeBack(digits.length);
    }
    throw new Error(`could not type ${iso}`);
  }

  /** Two taps: on the list, and on the choice in it. */
  async pick(list: Locator, value: string): Promise<void> {
    await list.selectOption(value);
    this.#chosen += 2;
  }

  async uncounted(body: () => Promise<void>): Promise<void> {
    await this.#presses.evaluate((seen) => {
      seen.counting = false;
    });
    await body();
    await this.#presses.evaluate((seen) => {
      seen.counting = true;
    });
  }

  async counted(): Promise<{ readonly taps: number; readonly keys: number }> {
    const { taps, keys } = await this.#presses.evaluate(({ taps: t, keys: k }) => ({ taps: t, keys: k }));
    return { taps: taps + this.#chosen, keys };
  }

  /** From here on. */
  async forget(): Promise<void> {
    this.#chosen = 0;
    await this.#presses.evaluate((seen) => {
      seen.taps = 0;
      seen.keys = 0;
    });
  }

  /** An order of day and month that this browser does not have was no work of a person. */
  #takeBack(keys: number): Promise<void> {
    return this.#presses.evaluate((seen, count) => {
      seen.taps -= 1;
      seen.keys -= count;
    }, keys);
  }
}

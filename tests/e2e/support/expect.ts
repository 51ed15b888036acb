/** Waits longer than Playwright's five seconds: several browsers and a server share two cores here. */
import { expect as plain } from '@playwright/test';

export const expect = plain.configure({ timeout: 20_000 });

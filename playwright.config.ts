import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/chromium.ts';

/** They begin with a copy of one committee with its phones (support/world.ts), which takes a minute to make. */
const sharedWorld = /(evening.*|hand-over|rights|storage|tabs)\.spec\.ts$/;

/** All screens of the demo, and a whole year: as long as the rest together, so that neither is left alone in the end. */
const everything = /(screens|year)\.spec\.ts$/;

/** Tests start their own server on a free port with an empty data folder: none can hide what another left behind. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  // Two at a time, and of the first kinds one: what two workers share they would both have to make. The rest comes when
  // one of these is done, and goes over two when both are.
  workers: 2,
  projects: [
    { name: 'evening', testMatch: sharedWorld, workers: 1 },
    { name: 'whole', testMatch: everything, workers: 1 },
    { name: 'rest', testIgnore: [sharedWorld, everything], workers: 2 },
  ],
  forbidOnly: true,
  retries: 1, // several browsers on two cores; what passed only the second time is named in the end
  timeout: 120_000,
  expect: { timeout: 20_000 }, // a wait that ends as soon as it may; five seconds are short on a busy machine
  reporter: 'list',
  use: {
    actionTimeout: 60_000, // a press on what went away is then named, and not the whole test
    browserName: 'chromium',
    serviceWorkers: 'allow',
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    trace: 'off',
    launchOptions,
  },
});

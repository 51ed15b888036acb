import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/chromium.ts';

/** Tests start their own server on a free port with an empty data folder: none can hide what another left behind. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  workers: 1,
  forbidOnly: true,
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

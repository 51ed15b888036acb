import { existsSync } from 'node:fs';
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import packageJson from './package.json' with { type: 'json' };
import { readingFiles } from './scripts/readingFiles.ts';
import { launchOptions } from './tests/chromium.ts';

/** Shown to people in "Toestel"; a test sets it to make a second build that differs from the first. */
const build = process.env['BUURTKAS_BUILD'] ?? packageJson.version;
const testing = process.env['VITEST'] !== undefined;

/** What runs under Node after a build. The command line is an entry of its own, so that it works without dev packages. */
const serverEntries = Object.fromEntries(
  ['main', 'admin']
    .map((name) => [name, `server/${name}.ts`])
    .filter(([, file]) => file !== undefined && existsSync(file)),
);

function stampBuild(): Plugin {
  return {
    name: 'buurtkas-stamp-build',
    transformIndexHtml: (html) => html.replace('%BUILD%', build),
  };
}

function serviceWorker() {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'sw',
    filename: 'sw.ts',
    injectRegister: false,
    registerType: 'prompt',
    includeManifestIcons: false,
    injectManifest: {
      // All our own code, lazy chunks too: every screen opens offline (D21). Of the fonts the files that
      // base.css names: latin, and latin-ext for names such as Şahin.
      globPatterns: ['**/*.{js,css,html,svg,png}', '**/*.woff2'],
      globIgnores: ['reading/**'], // a download of its own, for who wants it
    },
    manifest: {
      id: '/',
      name: 'Buurtkas',
      short_name: 'Buurtkas',
      description: 'Het wijkbudget bij de hand, ook zonder verbinding',
      lang: 'nl',
      dir: 'ltr',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      theme_color: '#0b4a54',
      background_color: '#f4f3ec',
      categories: ['finance', 'government', 'productivity'],
      icons: [
        { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
        { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
        { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
      share_target: {
        action: '/delen',
        method: 'POST',
        enctype: 'multipart/form-data',
        params: { files: [{ name: 'photos', accept: ['image/*'] }] },
      },
      shortcuts: [
        { name: 'Bon vastleggen', url: '/bon/nieuw', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
        { name: 'Vergadering', url: '/vergadering', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
      ],
    },
  });
}

const server = {
  environment: 'node' as const,
  pool: 'forks' as const,
  include: ['server/**/*.test.ts'],
  globalSetup: ['tests/setup/program.ts'],
};

/** What three screens or more use is one file, apart from what the first screen needs. Left to itself the build makes 200
 *  files more, most of them under a kilobyte: each a request of its own at the first visit, and together a tenth larger. */
const codeSplitting = {
  groups: [
    { name: 'start', tags: ['$initial' as const], priority: 1 },
    { name: 'shared', minShareCount: 3 },
  ],
};

export default defineConfig(({ isSsrBuild }) => ({
  define: { __BUURTKAS_BUILD__: JSON.stringify(build) },
  plugins: [
    preact({ reactAliasesEnabled: false }),
    stampBuild(),
    isSsrBuild ? [] : readingFiles(),
    isSsrBuild || testing ? [] : serviceWorker(),
  ],
  server: { proxy: { '/api': process.env['API_URL'] ?? 'http://127.0.0.1:8080' } },
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        target: 'node20',
        copyPublicDir: false,
        sourcemap: true,
        ssr: true,
        rollupOptions: { input: serverEntries },
      }
    : { outDir: 'dist/web', target: 'es2022', assetsInlineLimit: 0, rolldownOptions: { output: { codeSplitting } } },
  test: {
    // Limits against a test that hangs, and no measure of anything: machines are noisy (D24).
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2, // Vitest leaves a core free, which is half of a machine with two
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          isolate: false, // pure functions: to load the domain anew for each file costs more than to test it
          include: ['src/{domain,files,sync}/**/*.test.ts', 'tests/*.test.ts', 'tests/{domain,contract}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'data',
          environment: 'node',
          include: ['src/store/**/*.test.ts'],
          setupFiles: ['fake-indexeddb/auto'],
        },
      },
      // Every server test runs on both databases, except what is about one of them.
      { extends: true, test: { name: 'server', ...server, exclude: ['server/postgres/**'] } },
      {
        extends: true,
        test: {
          name: 'server-pg',
          ...server,
          env: { TEST_STORE: 'postgres' },
          globalSetup: [...server.globalSetup, 'tests/setup/postgres.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'happy-dom',
          include: ['src/ui/**/*.test.{ts,tsx}'],
          setupFiles: ['fake-indexeddb/auto', 'tests/setup/ui.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'sim', environment: 'node', include: ['tests/sim/**/*.test.ts'], testTimeout: 300_000 },
      },
      {
        extends: true,
        // Named here so that Vite does not find them half-way and reload the page under a running test.
        optimizeDeps: { include: ['dexie', 'idb-keyval', 'valibot', 'zustand/vanilla'] },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
}));

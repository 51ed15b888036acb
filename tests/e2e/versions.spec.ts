/** Two releases of the app on one phone and on the server, with work of the old one under way (docs/sync.md, W1-W4). */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import type { ProposalNote } from '../../src/domain/rows.ts';
import { type BuiltServer, copyOfBuild, startBuiltServer } from './built-server.ts';
import { firstLinkIn, foundCommittee } from './support/committee.ts';
import { readDevice } from './support/device-data.ts';
import { expect } from './support/expect.ts';
import { buildNext, nextBuild } from './support/next-build.ts';
import { writeNote } from './support/notes.ts';
import { Phone } from './support/phone.ts';
import { submitProposal } from './support/proposals.ts';
import { doubledCommands, readServer, verifyProblems } from './support/server-data.ts';
import { expectAllSent, syncBar } from './support/sync.ts';

let server: BuiltServer | undefined;
let dist = '';
test.afterEach(async () => {
  await server?.remove();
  rmSync(dist, { recursive: true, force: true });
});

const buildOf = (page: Page) => page.locator('meta[name="application-version"]').getAttribute('content');

/** The worker of this build takes seconds to start, as on a busy device. */
function startsSlowly(worker: string): void {
  const script = readFileSync(worker, 'utf8');
  writeFileSync(worker, `for (const until = Date.now() + 3000; Date.now() < until; );\n${script}`);
}

interface Found {
  readonly text: string;
  readonly topic: string | undefined;
}
async function notesOnServer({ dataDir }: BuiltServer): Promise<readonly Found[]> {
  const { rows } = await readServer(dataDir);
  return rows
    .filter(({ type }) => type === 'proposalNote')
    .map(({ body }) => body as ProposalNote & { readonly topic?: string })
    .map(({ text, topic }) => ({ text, topic }));
}

test('[W1] [W4] [W5] an upgrade with work of the old app under way: both apps save beside each other, and nothing is lost', async ({
  launchOptions,
}, info) => {
  test.setTimeout(180_000);
  dist = copyOfBuild();
  startsSlowly(join(dist, 'web/sw.js'));
  server = await startBuiltServer({ dist });
  const { url } = server;
  const phone = new Phone({ name: 'Ans', profile: info.outputPath('profile'), url, launchOptions });
  const old = await phone.open();
  const committee = { name: 'Spoelkwartier', city: 'Enschede', founder: 'Ans', grant: '10.000', limit: '2.500' };
  await foundCommittee(phone, firstLinkIn(server.output()), committee);
  const proposal = { title: 'Lichtjestocht', applicant: 'Bewonersgroep', amount: '1.250' };
  const dossier = await submitProposal(phone, proposal);
  await phone.readyForOffline();
  await phone.go(dossier);
  await writeNote(old, 'Verstuurd door de oude app');
  await expect.poll(() => notesOnServer(server as BuiltServer)).toHaveLength(1);
  await expectAllSent(old);
  const oldBuild = await buildOf(old);

  // Without a connection: one note is saved, another is half typed. Meanwhile the server is upgraded.
  await server.stop();
  await writeNote(old, 'Bewaard door de oude app');
  await old.getByRole('button', { name: 'Schrijf een notitie' }).click();
  await old.getByLabel('Notitie', { exact: true }).fill('Getypt in de oude app');
  buildNext(dist);
  await server.start();

  // The old app delivers, and hears that it is shown nothing new. It says so where it says everything about this phone.
  await expect
    .poll(() => notesOnServer(server as BuiltServer), { timeout: 60_000 })
    .toEqual([
      { text: 'Verstuurd door de oude app', topic: undefined },
      { text: 'Bewaard door de oude app', topic: 'oude app' },
    ]);
  await expect(syncBar(old)).toContainText('1 vraagt uw aandacht');
  const tab = await old.context().newPage();
  await tab.goto(`${url}/toestel`);
  expect(await buildOf(tab)).toBe(oldBuild);
  await expect(tab.getByText('Uw invoer is verzonden. Werk de app bij om nieuwe gegevens te zien.')).toBeVisible({
    timeout: 60_000,
  });
  await tab.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect
    .poll(() => tab.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting)), { timeout: 60_000 })
    .toBe(true);
  // A busy device: the worker in use is just starting when the new version is asked to take over (W5).
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await tab.evaluate(() => void fetch('/api/me'));
  await tab.getByRole('button', { name: 'Werk de app bij' }).click();
  await expect.poll(() => buildOf(tab), { message: 'the tab with no form', timeout: 60_000 }).toBe(nextBuild);

  // The new app in one tab, the old one with its open form in the other: both save.
  expect(await buildOf(old)).toBe(oldBuild);
  await tab.goto(url + dossier);
  await expect(tab.getByText('Verstuurd door de oude app', { exact: true })).toBeVisible();
  await writeNote(tab, 'Van de nieuwe app');
  await expect(old.getByLabel('Notitie', { exact: true })).toHaveValue('Getypt in de oude app');
  await old.getByRole('button', { name: 'Voeg de notitie toe' }).click();
  await expect(old.getByText('Getypt in de oude app', { exact: true })).toBeVisible();
  await expect
    .poll(async () => (await notesOnServer(server as BuiltServer)).toSorted((a, b) => a.text.localeCompare(b.text)), {
      timeout: 60_000,
    })
    .toEqual([
      { text: 'Bewaard door de oude app', topic: 'oude app' },
      { text: 'Getypt in de oude app', topic: 'oude app' },
      { text: 'Van de nieuwe app', topic: 'nieuwe app' },
      { text: 'Verstuurd door de oude app', topic: undefined },
    ]);
  // No form holds the old one any more.
  await old.getByRole('link', { name: 'Alle aanvragen' }).click();
  await expect.poll(() => buildOf(old), { message: 'the tab with the form', timeout: 60_000 }).toBe(nextBuild);
  await phone.go(dossier);
  for (const page of [old, tab]) {
    await expectAllSent(page);
    await expect(page.getByText('Getypt in de oude app', { exact: true })).toBeVisible();
    await expect(page.getByText('Van de nieuwe app', { exact: true })).toBeVisible();
  }
  // All rows came again in the shape of the new release, the one of before it too.
  const shapes = (await readDevice(tab)).rows.filter(({ type }) => type === 'proposalNote').map(({ sv }) => sv);
  expect(shapes).toEqual([2, 2, 2, 2]);
  expect(doubledCommands(await readServer(server.dataDir))).toEqual([]);
  expect(verifyProblems(server.dataDir)).toEqual([]);
  expect(phone.problems).toEqual([]);
  await phone.close();
});

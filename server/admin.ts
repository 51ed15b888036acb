/** The operator's command line: `npm run -s admin -- COMMAND`. Works beside a running server, on the same data. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { printThemeTable, runImportProjects } from './adminProjects.ts';
import { takeIn } from './bundles.ts';
import { options, withServices } from './commandLine.ts';
import { listCommittees, listWaiting } from './db/committees.ts';
import type { WaitingBundle } from './engine/ports.ts';
import { neverTaken } from './engine/waiting.ts';
import { issueFirstLink } from './firstLink.ts';
import { parse } from './http.ts';
import { makeBackup } from './operator/backup.ts';
import { restore } from './operator/restore.ts';
import { type Report, verifyAll } from './operator/verify.ts';
import { revokeDevice } from './revoked.ts';
import { inviteUrl } from './routes/invites.ts';
import { bundleShape } from './routes/shapes.ts';
import { baseUrlOf, placesOf } from './settings.ts';

interface Command {
  readonly usage: string;
  readonly help: string;
  readonly run: (args: readonly string[]) => Promise<void>;
}

const alarmDays = 30;
const baseUrl = (): string => baseUrlOf(process.env['BASE_URL']) ?? `http://localhost:${process.env['PORT'] ?? '8080'}`;

const commands: Readonly<Record<string, Command>> = {
  invite: {
    usage: 'invite [--committee ID --person ID]',
    help: 'Makes a link and a code: for a member of a committee, or without options for the founder of a new one.',
    run: invite,
  },
  devices: {
    usage: 'devices [--person ID]',
    help: 'Lists committees, their members by name and role, and the devices these use: the ids that invite and revoke ask for.',
    run: devices,
  },
  revoke: {
    usage: 'revoke DEVICE',
    help: 'Signs a device off: it gets nothing any more and cleans up at its next contact.',
    run: revoke,
  },
  backup: {
    usage: 'backup [--to FOLDER]',
    help: 'Copies database and photos into FOLDER/buurtkas-<time> (backups in the data folder), and reads the copy again.',
    run: backup,
  },
  restore: {
    usage: 'restore BACKUP [--force]',
    help: 'Puts a backup in the place of the data; with --force also when there are some, which are kept aside.',
    run: runRestore,
  },
  verify: {
    usage: 'verify',
    help: 'Recomputes chains, rows, ledger, device numbers and photos, and counts the alarms. Exit code 1 when something does not fit.',
    run: verify,
  },
  'import-bundle': {
    usage: 'import-bundle FILE [--unsigned]',
    help: 'Takes in a file with unsent work of a phone; with --unsigned also when its signature is missing, if you know who gave it.',
    run: importBundle,
  },
  held: {
    usage: 'held [--committee ID]',
    help: 'Lists what waits on the server: commands, and work that others carried here. What, of whom, why and since when. Never its content.',
    run: listHeld,
  },
  redrive: {
    usage: 'redrive [--committee ID]',
    help: 'Runs held commands again, after a fault of the program was mended.',
    run: redrive,
  },
  'import-projects': {
    usage: 'import-projects FILE.csv [--all-or-nothing] [--city NAME]',
    help: `Takes in a city's past projects. DATA_DIR is made when it is not there. The first line names the columns, in any order:
      district year committee title theme amount (or stadsdeel jaar commissie titel thema bedrag); comma, semicolon or tab.
      A theme is a number from 1 to 7 or its name; an amount as people type it: 1250  1.250,50  "€ 1.250"  1250,-
      Lines that cannot be read are named with their number and the reason. The good ones are kept and the exit code is 1;
      with --all-or-nothing nothing is kept then. The same file again adds nothing. A committee that is not there yet is
      founded in NAME (Enschede); invite its chair with the command that is printed.`,
    run: runImportProjects,
  },
  'theme-table': {
    usage: 'theme-table --from YEAR --to YEAR',
    help: `Prints one line of JSON about decided projects: rows (district, year, theme, count, cents; zeros included, only years
      that hold a project), totals (projects by year and theme, and all years together), percent (of those, by theme),
      and totalCents and percentOfCents in euro cents. A project counts under its largest theme, its euros by share.`,
    run: printThemeTable,
  },
};

const importLines = {
  taken: 'Taken in. How each command ended is in the log, and on the phone of its author.',
  waiting: 'Kept: an earlier part of this phone has not arrived. It is taken in as soon as it has.',
  retry: 'Not taken in now; nothing is lost. Try again.',
  unknown_device: 'This server does not know the device. Let its owner sign in again on it, then try again.',
  refused: 'Not taken in.',
} as const;

const [name = '', ...args] = process.argv.slice(2);
try {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) printHelp(name === '' || name === '--help' || name === 'help');
  else if (args.includes('--help')) console.log(`npm run -s admin -- ${command.usage}\n\n${command.help}`);
  else await command.run(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function printHelp(asked: boolean): void {
  if (!asked) {
    console.error(`There is no command ${name}.`);
    process.exitCode = 1;
  }
  console.log('npm run -s admin -- COMMAND          on the data of DATABASE_URL, or else of DATA_DIR\n');
  for (const { usage, help } of Object.values(commands)) console.log(`  ${usage}\n      ${help}`);
}

async function invite(given: readonly string[]): Promise<void> {
  const { committee, person } = options(given, ['committee', 'person']).values;
  if ((committee === undefined) !== (person === undefined)) throw new Error('--committee and --person go together.');
  await withServices(async ({ accounts }) => {
    if (committee === undefined || person === undefined) {
      const { url, code } = await issueFirstLink(accounts, baseUrl());
      console.log(`${url}\ncode ${code} (a quarter of an hour)`);
      return;
    }
    const members = await accounts.membersOf(committee);
    if (!members.some(({ member }) => member.id === person && member.active)) {
      throw new Error(`${person} is no member of ${committee}. The command devices lists both.`);
    }
    const { token, code } = await accounts.invite({ kind: 'member', committeeId: committee, personId: person });
    console.log(`${inviteUrl(baseUrl(), token)}\ncode ${code} (a quarter of an hour)`);
  });
}

async function devices(given: readonly string[]): Promise<void> {
  const { person } = options(given, ['person']).values;
  await withServices(async ({ database, accounts }) => {
    for (const committee of await listCommittees(database)) {
      const place = await accounts.nameOf('committee', committee.id, committee.id);
      console.log(`committee ${committee.id} at entry ${committee.seq} ${place}`.trimEnd());
      for (const { member } of await accounts.membersOf(committee.id)) {
        if (person !== undefined && member.id !== person) continue;
        const name = await accounts.nameOf('person', committee.id, member.id);
        console.log(`  person ${member.id} ${member.active ? member.role : 'removed'} ${name}`.trimEnd());
        for (const { id, name: label, state, seen_at } of await accounts.devicesOf([member.id])) {
          console.log(`    device ${id} ${state} ${new Date(seen_at).toISOString().slice(0, 10)} ${label}`);
        }
      }
    }
  });
}

async function revoke(given: readonly string[]): Promise<void> {
  const [id = ''] = options(given, [], 1).rest;
  await withServices(async ({ accounts }) => {
    if (!(await revokeDevice(accounts, placesOf(process.env).dataDir, id)))
      throw new Error(`There is no device ${id}.`);
    console.log(`Device ${id} is signed off.`);
  });
}

async function backup(given: readonly string[]): Promise<void> {
  const { to = join(placesOf(process.env).dataDir, 'backups') } = options(given, ['to']).values;
  await withServices(async (services) => {
    const { folder, manifest, report } = await makeBackup(services, resolve(to), new Date());
    console.log(`${folder}: ${manifest.files.length} files, ${report.entries} entries`);
    finish(report);
  });
}

async function runRestore(given: readonly string[]): Promise<void> {
  const force = given.includes('--force');
  const [folder = ''] = options(
    given.filter((arg) => arg !== '--force'),
    [],
    1,
  ).rest;
  const { manifest, aside, photosKept, devicesRevoked, undone, namesBack } = await restore(
    resolve(folder),
    placesOf(process.env),
    new Date(),
    force,
  );
  console.log(`Restored ${manifest.committees.length} committee(s) as they were at ${manifest.madeAt}.`);
  if (aside !== null) console.log(`The former data are in ${aside}; ${photosKept} newer photo(s) of them were kept.`);
  if (devicesRevoked > 0) console.log(`${devicesRevoked} device(s) were signed off after the backup, and are again.`);
  for (const { committeeId, personId, name, role, roleNow } of undone ?? []) {
    console.log(`RIGHTS ${name} (${personId}) of ${committeeId} is ${roleNow} again and was ${role}.`);
  }
  if (undone !== null && undone.length > 0) {
    console.log("A chair's phone changes that back when it comes online. Until then: revoke, see devices --person ID.");
  }
  if (undone === null)
    console.log('RIGHTS Nothing is known of who was removed or signed off after the backup; see devices.');
  for (const { committeeId, personId } of namesBack) {
    console.log(`NAMES ${personId} of ${committeeId} has a name again; it is erased again once the removal came back.`);
  }
  console.log('Phones send again what is missing as soon as they are online.');
}

async function verify(given: readonly string[]): Promise<void> {
  options(given, []);
  await withServices(async (services) => {
    for (const { id, seq, head } of await listCommittees(services.database)) {
      console.log(`committee ${id}: ${seq} entries, head ${head}`);
    }
    const alarms = services.alarms.counts(alarmDays);
    const lines = Object.entries(alarms).map(([code, count]) => `${code} ${count}`);
    console.log(`alarms in ${alarmDays} days: ${lines.length === 0 ? 'none' : lines.join(', ')}`);
    finish(await verifyAll(services), alarms);
  });
}

async function listHeld(given: readonly string[]): Promise<void> {
  const { committee } = options(given, ['committee']).values;
  await withServices(async ({ database, engine }) => {
    for (const { id } of await listCommittees(database)) {
      if (committee !== undefined && committee !== id) continue;
      const open = await engine.openHeld(id);
      console.log(`committee ${id}: ${open.length} held`);
      for (const { held, entry } of open) {
        const reason = held.waitsFor === null ? held.code : `${held.code} ${held.waitsFor}`;
        const { seq, name, v, actorId, deviceId, serverTime } = entry;
        console.log(`  entry ${seq} ${name}@${v} since ${serverTime}: ${reason}`);
        console.log(`    person ${actorId} device ${deviceId}`);
      }
      for (const waiting of await listWaiting(database, id)) tellWaiting(waiting);
    }
  });
}

/** What a phone carried here, while an earlier part of the work of its author is not here (H5). */
function tellWaiting({ nextSeq, bundle: { commands, madeAt, personId, deviceId } }: WaitingBundle): void {
  const numbers = commands.map(({ deviceSeq }) => deviceSeq);
  const why = nextSeq < neverTaken ? `numbers before ${nextSeq} have not come` : 'another phone has these numbers';
  console.log(`  carried ${Math.min(...numbers)} to ${Math.max(...numbers)} made ${madeAt}: ${why}`);
  console.log(`    person ${personId} device ${deviceId}`);
}

async function redrive(given: readonly string[]): Promise<void> {
  const { committee } = options(given, ['committee']).values;
  await withServices(async ({ database, engine }) => {
    const all = await listCommittees(database);
    if (committee !== undefined && !all.some(({ id }) => id === committee)) {
      throw new Error(`There is no committee ${committee}. The command devices lists them.`);
    }
    for (const { id } of all) {
      if (committee !== undefined && committee !== id) continue;
      const { settled, open } = await engine.redrive(id);
      console.log(`committee ${id}: ${settled} settled, ${open} still held`);
    }
  });
}

async function importBundle(given: readonly string[]): Promise<void> {
  const vouched = given.includes('--unsigned');
  const names = given.filter((arg) => arg !== '--unsigned');
  const [file = ''] = options(names, [], 1).rest;
  const bundle = parse(bundleShape, JSON.parse(readFileSync(file, 'utf8')));
  if (vouched && bundle.signature !== '') throw new Error('This file is signed: leave out --unsigned.');
  await withServices(async (services) => {
    const answer = await takeIn(services, bundle, vouched);
    console.log(importLines[answer.result]);
    console.log(JSON.stringify({ ...answer, commands: bundle.commands.length, photos: bundle.photos.length }));
    if (answer.result !== 'taken' && answer.result !== 'waiting') process.exitCode = 1;
  });
}

/** People read the lines; programs read the last one. */
function finish({ committees, entries, photos, problems }: Report, alarms?: Readonly<Record<string, number>>): void {
  for (const problem of problems) console.log(`PROBLEM ${problem}`);
  const ok = problems.length === 0;
  console.log(ok ? 'Everything fits.' : `${problems.length} problem(s).`);
  console.log(
    JSON.stringify({ committees, entries, photos, ok, problems, ...(alarms === undefined ? {} : { alarms }) }),
  );
  if (!ok) process.exitCode = 1;
}

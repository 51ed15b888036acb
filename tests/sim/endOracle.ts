/** After the calm: everything has arrived, everybody has what they may see, every refusal has reached its author. */
import type { StoredLogEntry } from '../../server/engine/ports.ts';
import { rowKey } from '../../src/domain/command.ts';
import type { StoredPhoto } from '../../src/domain/rows.ts';
import type { RelayItem } from '../../src/sync/ports.ts';
import type { Device } from './device.ts';
import type { LogOracle, Version } from './logOracle.ts';
import { Screen } from './screenOracle.ts';
import type { World } from './world.ts';

/** Nothing is under way on this phone any more (I16). */
export function isQuiet(device: Device, world: World): boolean {
  return findUnrest(device, world) === undefined;
}

function findUnrest(device: Device, world: World): string | undefined {
  const { db, personId } = device;
  if (db.writing) return 'is writing';
  const unsent = db
    .plain('outbox')
    .values()
    .filter(({ committeeId }) => !isForgotten(personId, committeeId, world)).length;
  if (unsent > 0) return `has ${unsent} commands in its outbox`;
  const waiting = db
    .plain('blobs')
    .values()
    .filter(({ state }) => state !== 'stored').length;
  if (waiting > 0) return `has ${waiting} photos that are not stored`;
  const refused = ({ problem }: RelayItem): boolean => problem !== null && !/^(retry|unknown_device)$/.test(problem);
  if (!db.plain('relay').values().every(refused)) return 'keeps the work of others undelivered';
  for (const committeeId of world.committeeIds) {
    const meta = db.plain('meta').get(committeeId);
    const { seq } = world.host.store.committee(committeeId).row;
    const member = world.oracleOf(committeeId).rightsAt(personId, seq)?.person;
    if (member && meta?.cursor !== seq) return `is at ${meta?.cursor}, the server at ${seq}`;
    const outside = !member && meta !== undefined && !meta.removed && meta.cursor > 0;
    if (outside && meta.access?.role !== 'founder') return 'kept a committee it is not in';
  }
  return undefined;
}

/** A restore took away that this person became a member, and whoever let him in may not any more, so it did not come back:
 *  to the log of now he is a stranger, of whom the server takes nothing. His work waits on his phone until a chair adds him. */
export function isForgotten(personId: string, committeeId: string, world: World): boolean {
  const wasIn = (log: LogOracle): boolean => log.histories.has(rowKey('member', personId));
  return !wasIn(world.oracleOf(committeeId)) && world.oldOracles(committeeId).some(wasIn);
}

export function checkEnd(world: World): void {
  for (const device of world.devices) {
    const unrest = findUnrest(device, world);
    if (unrest !== undefined) world.report('I16', `${device.name} ${unrest}`);
    for (const committeeId of world.committeeIds) {
      checkAuthor(device, committeeId, world);
      checkDestroyed(device, committeeId, world);
    }
  }
  for (const committeeId of world.committeeIds) {
    checkWaiting(committeeId, world);
    checkHealed(committeeId, world);
  }
  for (const { locks, name, tabs } of world.devices) {
    for (const holders of locks.values()) {
      if ([...holders].some((tab) => !tabs.includes(tab))) world.report('I17', `${name}: a dead tab holds a lock`);
    }
  }
}

/** B7: of what is destroyed no phone that heard of it has bytes or a small picture. */
function checkDestroyed(device: Device, committeeId: string, world: World): void {
  const oracle = world.oracleOf(committeeId);
  if (!oracle.rightsAt(device.personId, oracle.seq)?.person) return;
  for (const { sha256 } of device.db.plain('blobs').where('committeeId', committeeId)) {
    const row = oracle.histories.get(`storedPhoto/${sha256}`)?.versions.at(-1)?.body as StoredPhoto | undefined;
    if (row?.destroyedOn !== undefined)
      world.report('B7', `${device.name} keeps destroyed photo ${sha256.slice(0, 8)}`);
  }
}

/** P9: what still waits for a row would still have to wait if it were run now. */
function checkWaiting(committeeId: string, world: World): void {
  const oracle = world.oracleOf(committeeId);
  const data = world.host.store.committee(committeeId);
  const rows = new Map([...oracle.histories].map(([key, { versions }]) => [key, versions.at(-1) as Version] as const));
  for (const held of data.held.values()) {
    if (held.code === 'depends_on_held') continue; // waits as long as the other one does (D5)
    const entry = data.log[held.seq - 1] as StoredLogEntry;
    if (entry.name === 'held.drop') continue; // waits for a command, not for a row
    const person = oracle.rightsAt(held.actorId, oracle.seq)?.person;
    const screen = new Screen(rows, committeeId);
    const actor = { personId: held.actorId, role: 'member', proposalIds: [], v: 0, ...person } as const;
    const meant = entry.name === 'refused.settle' ? takenOver(entry, oracle) : entry;
    if (meant === undefined) continue; // what it names may come back yet (D6)
    const wouldRun = person && [entry, meant].every((each) => screen.forecast(each, actor) === 'applies');
    if (!wouldRun) continue; // whose rights changed meanwhile waits on
    world.report('I16', `${entry.name} of entry ${held.seq} waits (${held.code} ${held.waitsFor}), and need not`);
  }
}

/** What a chair takes over, waits for what the refused command needs. Undefined: the log of now refused no such command. */
function takenOver(entry: StoredLogEntry, { outcomes }: LogOracle): StoredLogEntry | undefined {
  const { commandId } = entry.args as { readonly commandId: string };
  const refused = outcomes.get(commandId);
  return refused?.code === 'not_permitted' ? refused : undefined;
}

/** D6: what a restore took from the log is back, and nothing is refused now of which a phone knew that it was carried out. */
function checkHealed(committeeId: string, world: World): void {
  const now = world.oracleOf(committeeId);
  const told = (commandId: string): boolean => world.devices.some(({ toldApplied }) => toldApplied.has(commandId));
  for (const old of world.oldOracles(committeeId)) {
    for (const [commandId, before] of old.outcomes) {
      if (before.deviceId === 'server' || isForgotten(before.actorId, committeeId, world)) continue;
      const after = now.outcomes.get(commandId);
      if (after === undefined) world.report('I2', `${before.name} ${commandId} was in the log before the restore`);
      else if (
        told(commandId) &&
        before.outcome === 'applied' &&
        after.outcome === 'rejected' &&
        after.code !== 'dropped_by_chair'
      ) {
        world.report('D6', `${before.name} ${commandId} was applied before the restore, now ${after.code}`);
      }
    }
  }
}

/** I18: every own command that was refused or still waits is in the inbox once, with how it ended; no other is. */
function checkAuthor(device: Device, committeeId: string, world: World): void {
  const oracle = world.oracleOf(committeeId);
  const data = world.host.store.committee(committeeId);
  const member = Boolean(oracle.rightsAt(device.personId, oracle.seq)?.person);
  for (const first of data.log) {
    if (world.saved.madeBy(first.commandId) !== device || first.settles !== null) continue;
    const now = oracle.outcomes.get(first.commandId) as StoredLogEntry;
    // Whoever is no member any more hears no news: what was heard last stands, also of a log that a restore cut off.
    const before = world.oldOracles(committeeId).flatMap(({ outcomes }) => outcomes.get(first.commandId) ?? []);
    const possible = member ? [now] : [now, first, ...before];
    const item = device.db.plain('inbox').get(first.commandId);
    const told = possible.some(({ outcome, code }) =>
      outcome === 'applied' ? item === undefined : item?.outcome === outcome && item.code === code,
    );
    // Under a new device id nobody is told any more what became of what was held (docs/reliability.md).
    if (!told && !device.renamed) {
      const { name, outcome, code } = now;
      world.report(
        'I18',
        `${device.name}: ${name} is ${outcome} ${code}, its author sees ${item?.outcome} ${item?.code}`,
      );
    }
  }
}

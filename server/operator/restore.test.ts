import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PullResponse } from '../../src/sync/protocol.ts';
import { buildApp } from '../app.ts';
import { listCommittees } from '../db/committees.ts';
import { SqliteDatabase } from '../db/sqliteDatabase.ts';
import { databaseFile, openServices, type Places } from '../services.ts';
import { freshPull, type TestApp, type Visitor } from '../testApp.ts';
import { onPostgres } from '../testDatabase.ts';
import { png, sha256Of } from '../testPhotos.ts';
import { manifestFile } from './backup.ts';
import { anna, backUp, blobFile, folder, later, problems, upload, world } from './operator.fixture.ts';
import { restore } from './restore.ts';
import { noteRunning, runningServer } from './running.ts';
import { verifyAll } from './verify.ts';

test('[H3] a restore brings back yesterday in a new epoch; the phone sends again, and photos of today are kept', async () => {
  const { folder: saved } = await backUp();
  const before = (await anna.ask('POST', '/api/sync/pull', { payload: freshPull(anna) })).json<PullResponse>();
  const today = png(99, 99);
  await anna.does('grant.add', { year: 2026, amountCents: 5, note: '', bookedOn: '2026-01-12' });
  await upload(anna, today);
  await world.app.close();

  await expect(restore(saved, world.place, later, false)).rejects.toThrow('--force');
  const result = await restore(saved, world.place, later, true);
  const aside = onPostgres ? 'replaced/buurtkas-2026-01-12T08-00-00-000Z' : 'replaced-2026-01-12T08-00-00-000Z';
  expect(result).toMatchObject({ photosKept: 1, aside: join(world.dataDir, aside) });
  expect(existsSync(databaseFile(result.aside ?? ''))).toBe(true);

  const restored = await buildApp(world.place);
  try {
    expect(await verifyAll(restored.services)).toMatchObject({ entries: 5, photos: 2, problems: [] });
    const [committee] = await listCommittees(restored.services.database);
    expect(committee).toMatchObject({ id: anna.committeeId, seq: 5, backedUpSeq: 4 });
    expect(committee?.epoch).not.toBe(before.epoch);
    const { epoch, cursor, access, last } = before;
    const known = { epoch, cursor, head: last?.head ?? null, accessV: access.v };
    const payload = { ...freshPull(anna), ...known };
    const answer = await restored.app.inject({
      ...{ method: 'POST', url: '/api/sync/pull', payload, headers: { cookie: `bk_session=${anna.cookie}` } },
    });
    expect(answer.json<PullResponse>()).toMatchObject({ mode: 'snapshot', last: { lastDeviceSeq: 3 } });
  } finally {
    await restored.app.close();
  }
});

describe('[B7] photos of destroyed sheets', () => {
  const proposalId = '019bb000-0000-7000-8000-000000000078';
  const signed = png(60, 80);
  const sha256 = sha256Of(signed);
  const destroy = { sheetIds: [`${proposalId}:1`], destroyedOn: '2027-03-01' };
  const signedHere = async ({ services }: Pick<TestApp, 'services'>) =>
    (await services.blobs.list()).some((name) => name.sha256 === sha256);
  beforeEach(async () => {
    await anna.does('proposal.create', {
      ...{ proposalId, year: 2026, title: 'Feest', summary: '', applicant: '', kind: 'recurring_event' },
      ...{ themeShares: [], quarters: [], budgetLines: [], requestedCents: 5 },
    });
    const photo = {
      sha256,
      originalSha256: sha256,
      size: signed.length,
      mime: 'image/jpeg',
      width: 6,
      height: 8,
    } as const;
    await anna.does('support.count', {
      ...{ proposalId, sheetNumber: 1, area: '', householdsAsked: 3, forCount: 1, againstCount: 1, noOpinionCount: 0 },
      ...{ notAtHomeCount: 1, photos: [photo], countedOn: '2026-01-10' },
    });
    await upload(anna, signed);
  });

  test('are no fault when they are gone; what was left behind is named, and no backup takes it along', async () => {
    await anna.does('support.destroySheets', destroy);
    await vi.waitFor(async () => expect(await signedHere(world)).toBe(false));
    expect(await problems()).toEqual([]);
    await world.services.blobs.append(anna.committeeId, sha256, 0, signed, signed.length);
    expect(await problems()).toEqual([`B7: photo ${sha256} is destroyed, yet here`]);
    const { manifest, report } = await backUp();
    expect([manifest.files.length, report.problems]).toEqual([2, []]); // the data, and the other photo
    expect(await signedHere(world)).toBe(false);
  });

  test('come back with a backup from before, until the phone that destroyed them sends that again', async () => {
    const { folder: saved } = await backUp();
    const payload = anna.pushOf('support.destroySheets', destroy);
    await anna.ask('POST', '/api/sync/push', { payload });
    await vi.waitFor(async () => expect(await signedHere(world)).toBe(false));
    await world.app.close();
    await restore(saved, world.place, later, true);
    const restored = await buildApp(world.place);
    try {
      expect(await signedHere(restored)).toBe(true);
      const headers = { cookie: `bk_session=${anna.cookie}` };
      await restored.app.inject({ method: 'POST', url: '/api/sync/push', payload, headers });
      await vi.waitFor(async () => expect(await signedHere(restored)).toBe(false));
      expect((await verifyAll(restored.services)).problems).toEqual([]);
    } finally {
      await restored.app.close();
    }
  });
});

test('[P11] what waits in a backup may have been carried out after it: it is not refused any more', async () => {
  const proposalId = '019bb000-0000-7000-8000-000000000077';
  await anna.does('proposal.withdraw', { proposalId, reason: '' }); // waits for the application
  const { folder: saved } = await backUp();
  await world.app.close();
  await restore(saved, world.place, later, true);
  const restored = await buildApp(world.place);
  try {
    const held = await restored.services.engine.openHeld(anna.committeeId);
    expect(new Set(held.map(({ held: { wasSeq } }) => wasSeq))).toEqual(new Set([2 ** 31 - 1]));
  } finally {
    await restored.app.close();
  }
});

describe('[H3] rights that are newer than the backup', () => {
  let saved: string;
  let secretary: Visitor;
  const stateOf = async (place: Places, deviceId: string) => {
    const { app, services } = await buildApp(place);
    const state = (await services.accounts.device(deviceId))?.state;
    await app.close();
    return state;
  };
  beforeEach(async () => {
    secretary = await world.member(anna, 'secretary');
    await world.member(anna, 'treasurer');
    saved = (await backUp()).folder;
    await anna.does('member.remove', { personId: secretary.personId });
    const away = await anna.ask('DELETE', `/api/devices/${secretary.deviceId}`, { payload: {} });
    expect(away.statusCode).toBe(200);
    await world.app.close();
  });

  test('a removal that the backup does not know is named, a device that was signed off is signed off again', async () => {
    const result = await restore(saved, world.place, later, true);
    const { committeeId } = anna;
    const { personId } = secretary;
    expect(result.undone).toEqual([
      { committeeId, personId, name: 'secretary', role: 'removed', roleNow: 'secretary' },
    ]);
    expect(result.devicesRevoked).toBe(1);
    expect(await stateOf(world.place, secretary.deviceId)).toBe('revoked');
    expect(await stateOf(world.place, anna.deviceId)).toBe('active');
  });

  test('with data that cannot be read any more, the file beside them still says which devices', async () => {
    const damaged = { dataDir: join(folder, 'damaged'), databaseUrl: null };
    mkdirSync(damaged.dataDir);
    cpSync(join(world.dataDir, 'revoked-devices.txt'), join(damaged.dataDir, 'revoked-devices.txt'));
    writeFileSync(databaseFile(damaged.dataDir), 'the disk did this');
    const result = await restore(saved, damaged, later, true);
    expect(result).toMatchObject({ undone: null, devicesRevoked: 1 });
    expect(await stateOf(damaged, secretary.deviceId)).toBe('revoked');
  });

  test('on a new machine nothing is known, and that is said', async () => {
    const fresh = { dataDir: join(folder, 'new-machine'), databaseUrl: null };
    expect(await restore(saved, fresh, later, false)).toMatchObject({ undone: null, devicesRevoked: 0, aside: null });
    expect(await stateOf(fresh, secretary.deviceId)).toBe('active');
  });
});

test('[L6] a name that was erased after the backup is erased in what is restored', async () => {
  const dina = await world.member(anna, 'treasurer');
  await anna.does('person.rename', { personId: dina.personId, name: 'Dina de Vries' });
  await anna.does('member.remove', { personId: dina.personId });
  const { folder: saved } = await backUp();
  await anna.does('person.erase', { personId: dina.personId, erasedOn: '2026-05-01' });
  expect(await problems()).toEqual([]);
  await world.app.close();
  rmSync(join(world.dataDir, 'erased-names.txt')); // the data that are replaced know it too
  const { namesBack } = await restore(saved, world.place, later, true);
  expect(namesBack).toEqual([]);
  const restored = await buildApp(world.place);
  try {
    const { store, accounts } = restored.services;
    const whole = await store.read(async (snapshot) => [
      await snapshot.allRows(anna.committeeId),
      await snapshot.logRange(anna.committeeId, 1, 10_000),
    ]);
    expect(JSON.stringify(whole)).not.toContain('Dina');
    expect(await accounts.devicesOf([dina.personId])).toMatchObject([{ name: 'Toestel' }]);
    expect((await verifyAll(restored.services)).problems).toEqual([]);
  } finally {
    await restored.app.close();
  }
});

test('[L6] a backup of before somebody left says whose name is back', async () => {
  const dina = await world.member(anna, 'treasurer');
  const { folder: saved } = await backUp();
  await anna.does('member.remove', { personId: dina.personId });
  await anna.does('person.erase', { personId: dina.personId, erasedOn: '2026-05-01' });
  await world.app.close();
  const { namesBack } = await restore(saved, world.place, later, true);
  expect(namesBack).toEqual([{ committeeId: anna.committeeId, personId: dina.personId }]);
});

test('a backup that was changed, or a folder that is none, is not restored and nothing is moved', async () => {
  const { folder: saved } = await backUp();
  await world.app.close();
  await expect(restore(folder, world.place, later, true)).rejects.toThrow('no backup');
  writeFileSync(blobFile(saved, png()), 'other');
  await expect(restore(saved, world.place, later, true)).rejects.toThrow('is changed');
  rmSync(blobFile(saved, png()));
  await expect(restore(saved, world.place, later, true)).rejects.toThrow('is missing');
  const manifest = readFileSync(manifestFile(saved), 'utf8');
  writeFileSync(manifestFile(saved), manifest.replace('"blobs/', '"../blobs/')); // a file beside the data would be written over
  await expect(restore(saved, world.place, later, true)).rejects.toThrow('manifest.json is damaged');
  expect(readdirSync(world.dataDir).filter((name) => /replaced|restoring/.test(name))).toEqual([]);
});

test('a backup of either database can be restored into the other', async () => {
  const { folder: saved } = await backUp();
  await world.app.close();
  const other = onPostgres ? { ...world.place, databaseUrl: null } : world.place;
  expect(await restore(saved, other, later, !onPostgres)).toMatchObject({ photosKept: 0 });
  const restored = await openServices(other);
  try {
    expect(await verifyAll(restored)).toEqual({ committees: 1, entries: 4, photos: 1, problems: [] });
  } finally {
    await restored.database.close();
  }
});

test('nothing is restored under a running server', async () => {
  const { folder: saved } = await backUp();
  if (onPostgres) {
    await expect(restore(saved, world.place, later, true)).rejects.toThrow('Stop the server first');
    return;
  }
  noteRunning(world.dataDir);
  expect(runningServer(world.dataDir)).toBeUndefined(); // ourselves
  writeFileSync(join(world.dataDir, 'server.pid'), String(process.ppid));
  await expect(restore(saved, world.place, later, true)).rejects.toThrow('Stop the server first');
  writeFileSync(join(world.dataDir, 'server.pid'), '999999999');
  expect(runningServer(world.dataDir)).toBeUndefined(); // left behind by a crash
  expect(readFileSync(databaseFile(saved)).length).toBeGreaterThan(0);
});

describe('a restore that stops half-way', () => {
  const aside = 'replaced-2026-01-12T08-00-00-000Z';
  let places: Places;
  let saved: string;
  /** Another server, restored once, with a photo of later. */
  beforeEach(async () => {
    ({ folder: saved } = await backUp());
    places = { dataDir: join(folder, 'other') };
    await restore(saved, places, later, false);
    const services = await openServices(places);
    const later9 = png(9, 9);
    await services.blobs.append(anna.committeeId, sha256Of(later9), 0, later9, later9.length);
    await services.accounts.changeDevice(anna.deviceId, { state: 'revoked' });
    await services.database.close();
  });
  const at = (...path: string[]): string => join(places.dataDir, ...path);
  const stopAfter = (...names: string[]): void => {
    mkdirSync(at('restoring-x'));
    mkdirSync(at(aside));
    writeFileSync(at('restoring-x', 'aside.txt'), aside);
    for (const name of names) renameSync(at(name), at(aside, name));
  };

  test.each([
    ['its database is aside, its log is not', ['buurtkas.sqlite']],
    ['all is aside, and photos of the backup are in place', ['buurtkas.sqlite', 'blobs']],
  ])('%s: no server starts on it, and the next one ends it', async (_, moved) => {
    stopAfter(...moved);
    writeFileSync(at('buurtkas.sqlite-wal'), 'the log of another database');
    mkdirSync(at('blobs'), { recursive: true });
    await expect(openServices(places)).rejects.toThrow('stopped half-way');
    const result = await restore(saved, places, later, false);
    expect(result).toMatchObject({ aside: at(aside), photosKept: 1, devicesRevoked: 1 });
    expect(readdirSync(places.dataDir).sort()).toEqual(
      ['blobs', 'buurtkas.sqlite', aside, 'revoked-devices.txt'].sort(),
    );
    expect(existsSync(at(aside, 'buurtkas.sqlite'))).toBe(true);
    const services = await openServices(places);
    try {
      expect(await verifyAll(services)).toMatchObject({ photos: 2, problems: [] });
    } finally {
      await services.database.close();
    }
  });

  test('once the database is in its place it has its new epoch already', async () => {
    const epochs: string[] = [];
    const stopped = new Error('stopped');
    const open = SqliteDatabase.open.bind(SqliteDatabase);
    const opened = vi.spyOn(SqliteDatabase, 'open').mockImplementation(async (file, library) => {
      if (file === databaseFile(places.dataDir)) throw stopped; // when all of the backup is in its place
      return open(file, library);
    });
    try {
      await expect(restore(saved, places, later, true)).rejects.toThrow(stopped);
    } finally {
      opened.mockRestore();
    }
    for (const root of [saved, places.dataDir]) {
      const copy = join(folder, `copy-${epochs.length}`);
      mkdirSync(copy);
      cpSync(databaseFile(root), databaseFile(copy));
      const database = await SqliteDatabase.open(databaseFile(copy));
      epochs.push((await listCommittees(database))[0]?.epoch ?? '');
      await database.close();
    }
    expect(epochs[0]).not.toBe(epochs[1]);
  });
});

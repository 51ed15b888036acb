/** Devices: mine, and for the chair those of her committees' members. Named so that people know which one to sign off. */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { isUuid } from '../../src/domain/ids.ts';
import type { Accounts } from '../accounts.ts';
import type { DeviceTable } from '../db/schema.ts';
import { HttpError, parse } from '../http.ts';
import type { PokeHub } from '../pokes.ts';
import { revokeDevice } from '../revoked.ts';
import { deviceOf, requireDevice } from '../session.ts';
import { deviceName } from './signIn.ts';

interface DeviceOptions {
  readonly accounts: Accounts;
  readonly hub: PokeHub;
  readonly dataDir: string;
}

export function deviceRoutes(app: FastifyInstance, { accounts, hub, dataDir }: DeviceOptions): void {
  const signedIn = { onRequest: requireDevice(accounts) };

  app.get('/api/devices', signedIn, async (request) => {
    const { deviceId, personId } = deviceOf(request);
    const people = await peopleInCare(accounts, personId);
    const devices = await accounts.devicesOf([...people]);
    return { devices: devices.map((device) => shown(device, deviceId)) };
  });

  app.patch<{ Params: { id: string } }>('/api/devices/:id', signedIn, async (request) => {
    const { name } = parse(v.strictObject({ name: deviceName }), request.body);
    const device = await mine(accounts, deviceIn(request.params), deviceOf(request).personId);
    await accounts.changeDevice(device.id, { name });
    return shown({ ...device, name }, deviceOf(request).deviceId);
  });

  app.delete<{ Params: { id: string } }>('/api/devices/:id', signedIn, async (request) => {
    const { deviceId, personId } = deviceOf(request);
    const device = await accounts.device(deviceIn(request.params));
    const allowed = device !== undefined && (await peopleInCare(accounts, personId)).has(device.person_id);
    if (!allowed) throw new HttpError(404, 'not_found');
    await revokeDevice(accounts, dataDir, device.id);
    hub.endDevice(device.id);
    return shown({ ...device, state: 'revoked' }, deviceId);
  });
}

function deviceIn({ id }: { readonly id: string }): string {
  if (!isUuid(id)) throw new HttpError(404, 'not_found');
  return id;
}

/** Myself, and the members (also the removed ones) of every committee that I am the chair of. */
async function peopleInCare(accounts: Accounts, personId: string): Promise<ReadonlySet<string>> {
  const people = new Set([personId]);
  for (const { committeeId, role } of await accounts.committeesOf(personId)) {
    if (role !== 'chair') continue;
    for (const { member } of await accounts.membersOf(committeeId)) people.add(member.id);
  }
  return people;
}

async function mine(accounts: Accounts, id: string, personId: string): Promise<DeviceTable> {
  const device = await accounts.device(id);
  if (device === undefined || device.person_id !== personId) throw new HttpError(404, 'not_found');
  return device;
}

const shown = (device: DeviceTable, ownId: string) => ({
  id: device.id,
  personId: device.person_id,
  name: device.name,
  state: device.state,
  createdAt: new Date(device.created_at).toISOString(),
  lastSeenAt: new Date(device.seen_at).toISOString(),
  own: device.id === ownId,
});

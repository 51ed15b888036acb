/** What a committee's board needs beside the rows: what waits, and the log for whoever audits it. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { isUuid } from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/rows.ts';
import type { LogEntry } from '../../src/sync/protocol.ts';
import { BodyShelf, listBodies } from '../bodies.ts';
import { openRefusals } from '../engine/index.ts';
import type { StoredLogEntry } from '../engine/ports.ts';
import { HttpError, parse } from '../http.ts';
import type { Services } from '../services.ts';
import { deviceOf, requireDevice } from '../session.ts';

const params = v.object({ id: v.pipe(v.string(), v.check(isUuid)) });
const range = v.object({ from: v.exactOptional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,9}$/), v.transform(Number))) });
const pageEntries = 1_000;
const figuresAsked = { max: 30, timeWindow: '1 minute' };

export function committeeRoutes(app: FastifyInstance, { accounts, database, engine, store }: Services): void {
  const onRequest = requireDevice(accounts);
  const shelf = new BodyShelf({ database, store });
  const roleIn = async (request: FastifyRequest, id: string): Promise<Role> => {
    const places = await accounts.committeesOf(deviceOf(request).personId);
    const place = places.find(({ committeeId }) => committeeId === id);
    if (place === undefined) throw new HttpError(403, 'not_member');
    return place.role;
  };

  /** The founded committees of this server, for whoever moves money to one: what they are called is public. */
  app.get('/api/bodies', { onRequest }, async () => {
    const bodies = await listBodies({ database, store });
    return { bodies: bodies.map(({ id, name, district = '' }) => ({ id, name, district })) };
  });

  /** What the committees in the asker's city show of themselves to each other (S18). */
  app.get('/api/bodies/figures', { onRequest, config: { rateLimit: figuresAsked } }, async (request) => {
    const own = await accounts.committeesOf(deviceOf(request).personId);
    const ids = new Set(own.map(({ committeeId }) => committeeId));
    const bodies = await listBodies({ database, store });
    const cities = new Set(bodies.filter(({ id }) => ids.has(id)).map(({ city }) => city));
    return { figures: await shelf.figures(cities) };
  });

  /** Held commands: all of them for the chair, who may drop one; for others their own (D2). */
  app.get('/api/committees/:id/held', { onRequest }, async (request) => {
    const { id } = parse(params, request.params);
    const all = (await roleIn(request, id)) === 'chair';
    const { personId } = deviceOf(request);
    const held = (await engine.openHeld(id)).filter(({ entry }) => all || entry.actorId === personId);
    return {
      held: held.map(({ held: { code, waitsFor }, entry }) => {
        const { commandId, seq, actorId, name, args, serverTime } = entry;
        return { commandId, seq, actorId, name, args, serverTime, code, waitsFor };
      }),
    };
  });

  /** What was refused for want of rights, content included: for the chair, who sees every scope and may take it over. */
  app.get('/api/committees/:id/refused', { onRequest }, async (request) => {
    const { id } = parse(params, request.params);
    if ((await roleIn(request, id)) !== 'chair') throw new HttpError(403, 'not_permitted');
    const entries = await store.read((snapshot) => openRefusals(snapshot, id));
    return {
      refused: entries.map(({ commandId, actorId, name, args, serverTime }) => {
        return { commandId, actorId, name, args, serverTime };
      }),
    };
  });

  /** The chain without its payloads: enough to recompute every hash, and nothing that a role may not see. */
  app.get('/api/committees/:id/log', { onRequest }, async (request) => {
    const { id } = parse(params, request.params);
    const { from = 1 } = parse(range, request.query);
    const role = await roleIn(request, id);
    if (role !== 'auditor' && role !== 'chair' && role !== 'treasurer') throw new HttpError(403, 'not_permitted');
    const entries = await store.read((snapshot) => snapshot.logRange(id, from, pageEntries));
    return { entries: entries.map(chained), more: entries.length === pageEntries };
  });
}

function chained(entry: StoredLogEntry): LogEntry & Pick<StoredLogEntry, 'hash' | 'prevHash' | 'settles'> {
  const { seq, commandId, deviceId, deviceSeq, actorId, role, name, v: version, payloadDigest, outcome } = entry;
  const { code, serverTime, hash, prevHash, settles } = entry;
  const who = { seq, commandId, deviceId, deviceSeq, actorId, role, name, v: version };
  return { ...who, payloadDigest, outcome, code, serverTime, hash, prevHash, settles };
}

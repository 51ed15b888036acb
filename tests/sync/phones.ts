/** Real phones and a real server for tests: the shipped engines on both sides, Dexie over fake-indexeddb, no network. A
 *  phone can be taken offline, restarted, doubled by a second tab or cloned; the server can go back to an older backup. */
import { createHash } from 'node:crypto';
import { createServerEngine, type ServerEngine } from '../../server/engine/index.ts';
import { uuidV7 } from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/rows.ts';
import { createDexieStore, type DexieStore } from '../../src/store/dexieStore.ts';
import { createEngine, type Engine } from '../../src/sync/engine.ts';
import { adoptDevice, join } from '../../src/sync/meta.ts';
import { type ClientTx, type Net, type Ports, Unreachable } from '../../src/sync/ports.ts';
import { limits, type PullRequest, type PushRequest } from '../../src/sync/protocol.ts';
import { MemoryServerStore, type ServerFaults } from '../sim/memoryServerStore.ts';

const calm: ServerFaults = { later: (fire) => queueMicrotask(fire), at: () => 'go' };
let made = 0;
export const newId = (): string => {
  made += 1;
  return uuidV7(1_700_000_000_000 + made, new Uint8Array(10).fill(made % 251));
};
export const hashOf = (data: ArrayBuffer | string): string =>
  createHash('sha256')
    .update(typeof data === 'string' ? data : new Uint8Array(data))
    .digest('hex');

export class Server {
  store = new MemoryServerStore(calm);
  engine: ServerEngine = this.#engine();
  readonly alarms: string[] = [];
  readonly blobs = new Map<string, ArrayBuffer>();
  readonly parts = new Map<string, Uint8Array>();

  #engine(): ServerEngine {
    const nothing = () => undefined;
    const ports = { store: this.store, now: () => 1_700_000_000_000, newId, sha256: hashOf, poke: nothing };
    const photosDestroyed = (committeeId: string, hashes: readonly string[]): void => {
      for (const sha256 of hashes) this.blobs.delete(`${committeeId}/${sha256}`);
    };
    return createServerEngine({
      ...ports,
      photosDestroyed,
      nameErased: () => undefined,
      alarm: (code) => this.alarms.push(code),
    });
  }

  /** What a backup of now would hold, to come back to. A restore begins a new epoch; a disk that was put back does not. */
  backup({ epoch = newId }: { readonly epoch?: (before: string) => string } = {}): () => void {
    const { store } = this;
    const copy = structuredClone([...store.committees].map(([id, data]) => [id, { ...data }] as const));
    return () => {
      this.store = new MemoryServerStore(calm);
      for (const [id, device] of store.devices) this.store.devices.set(id, device);
      for (const [id, data] of copy) {
        const restored = Object.assign(Object.create(Object.getPrototypeOf(store.committees.get(id))), data);
        restored.row = { ...data.row, epoch: epoch(data.row.epoch) };
        this.store.committees.set(id, restored);
      }
      this.engine = this.#engine();
    };
  }

  async found(committeeId: string, founderId: string): Promise<void> {
    await this.engine.createCommittee(committeeId, founderId);
  }

  epoch(committeeId: string): string {
    return this.store.committee(committeeId).row.epoch;
  }

  log(committeeId: string) {
    return this.store.committee(committeeId).log;
  }
}

export const smallBytes = 10; // of every small picture here

export interface Traffic {
  offline: boolean;
  /** Answers in the server's place; undefined: the server answers. */
  instead: (kind: keyof Net) => unknown;
  /** What the server gets to see of a question. */
  onRequest: <T>(kind: keyof Net, body: T) => T;
  /** Runs before the answer of this kind of request goes back; may change or swallow it. */
  onAnswer: (kind: keyof Net, answer: unknown) => unknown;
  readonly requests: { readonly kind: keyof Net; readonly body: unknown }[];
}

export class Phone {
  readonly server: Server;
  readonly personId: string;
  readonly deviceId: string;
  readonly traffic: Traffic = {
    offline: false,
    instead: () => undefined,
    onRequest: (_, body) => body,
    onAnswer: (_, answer) => answer,
    requests: [],
  };
  readonly alarms: string[] = [];
  now = 1_700_000_000_000; // by its own clock, in ms
  /** Saves that still fit, and those that fit once the reserve is given up. Counts down only in `fillUp`. */
  room = Number.POSITIVE_INFINITY;
  roomInReserve = 0;
  /** False on a phone that can't make a small picture of a photo. */
  draws = true;
  readonly stores: DexieStore[] = [];
  readonly #name = newId(); // of its database: a clone has another one
  engine: Engine;

  constructor(server: Server, personId: string, deviceId = newId()) {
    this.server = server;
    this.personId = personId;
    this.deviceId = deviceId;
    server.store.devices.set(deviceId, { id: deviceId, personId, name: 'phone', publicKey: null, state: 'active' });
    this.engine = this.tab();
  }

  /** Another tab, or the same one loaded again: an engine of its own on the same data. */
  tab(): Engine {
    const store = createDexieStore(this.#name);
    this.stores.push(store);
    return createEngine(this.ports(store), { personId: this.personId, deviceId: this.deviceId });
  }

  async join(committeeId: string, role: Role | 'founder' | null = null): Promise<void> {
    const { personId, deviceId } = this;
    const access = role === null ? null : { personId, role, proposalIds: [], v: 0 };
    await this.store.write(async (tx) => {
      await adoptDevice(tx, { deviceId, personId, name: 'phone' });
      await join(tx, committeeId, access);
    });
  }

  /** From now on only `reserve` more commands can be saved, and only when the engine gives up what is held for them. */
  fillUp(reserve: number): void {
    this.room = 0;
    this.roomInReserve = reserve;
    this.store.db.table('outbox').hook('creating', () => {
      if (this.room <= 0) throw new DOMException('no room', 'QuotaExceededError');
      this.room -= 1;
    });
  }

  get store(): DexieStore {
    return this.stores[0] as DexieStore;
  }

  read<T>(body: (tx: ClientTx) => Promise<T>): Promise<T> {
    return this.store.read(body);
  }

  ports(store: DexieStore): Ports {
    return {
      store,
      net: this.#net(),
      clock: { now: () => this.now, sleep: async () => undefined },
      locks: { ifFree: (_, body) => body() },
      newId,
      random: () => 0.5,
      sha256: async (bytes) => hashOf(bytes),
      releaseReserve: async () => {
        const { roomInReserve } = this;
        this.roomInReserve = 0;
        this.room += roomInReserve;
        return roomInReserve > 0;
      },
      thumbnail: async (bytes) => {
        if (!this.draws) throw new Error('no canvas');
        return bytes.slice(0, smallBytes);
      },
      sign: async (text) => `signed ${hashOf(text)}`,
      alarm: (code) => {
        this.alarms.push(code);
      },
      appVersion: 'test',
      commandsAtOnce: limits.pushCommandsMax,
    };
  }

  #net(): Net {
    const { server, personId, deviceId, traffic } = this;
    const device = { deviceId, personId };
    const ask = async <T>(kind: keyof Net, body: unknown, answer: () => Promise<T> | T): Promise<T> => {
      traffic.requests.push({ kind, body });
      if (traffic.offline) throw new Unreachable('offline');
      const wire = traffic.instead(kind) ?? structuredClone(await answer());
      return traffic.onAnswer(kind, wire) as T;
    };
    const name = (committeeId: string, sha256: string) => `${committeeId}/${sha256}`;
    return {
      push: (request: PushRequest) => ask('push', request, () => server.engine.push(device, structuredClone(request))),
      pull: (request: PullRequest) =>
        ask('pull', request, () => server.engine.pull(device, traffic.onRequest('pull', structuredClone(request)))),
      relay: (bundle) =>
        ask('relay', bundle, () => {
          const { deviceId: from, personId: by } = bundle;
          return server.engine.relay(structuredClone(bundle), { deviceId: from, personId: by });
        }),
      blobOffset: (committeeId, sha256) =>
        ask('blobOffset', sha256, () => {
          if (server.blobs.has(name(committeeId, sha256))) return 'stored';
          return server.parts.get(name(committeeId, sha256))?.length ?? 0;
        }),
      blobSend: (committeeId, sha256, offset, chunk, total) =>
        ask('blobSend', { sha256, offset, size: chunk.byteLength }, () =>
          this.#receive(committeeId, sha256, offset, chunk, total),
        ),
      blobGet: (committeeId, sha256) =>
        ask('blobGet', sha256, () => {
          const bytes = server.blobs.get(name(committeeId, sha256));
          if (bytes === undefined) throw new Unreachable('404');
          return bytes;
        }),
    };
  }

  async #receive(committeeId: string, sha256: string, offset: number, chunk: ArrayBuffer, total: number) {
    const { server } = this;
    const name = `${committeeId}/${sha256}`;
    const part = server.parts.get(name) ?? new Uint8Array();
    if (part.length !== offset) return part.length;
    const grown = new Uint8Array([...part, ...new Uint8Array(chunk)]);
    server.parts.set(name, grown);
    if (grown.length < total) return grown.length;
    server.parts.delete(name);
    if (hashOf(grown.buffer) !== sha256) return 'mismatch' as const;
    server.blobs.set(name, grown.buffer);
    if (!(await server.engine.recordStoredPhoto(committeeId, sha256, total))) server.blobs.delete(name);
    return 'stored' as const;
  }
}

export const today = '2026-03-03';

export const foundArgs = {
  name: 'Spoelkwartier',
  bodyWord: 'commissie wijkbudgetten',
  city: 'Enschede',
  founderName: 'Annie',
  year: 2026,
  grantCents: 5_000_000,
  smallLimitCents: 500_000,
  quorum: { kind: 'more_than_half' },
  foundedOn: today,
} as const;

export const proposalArgs = (proposalId: string, title = 'Buurtfeest', requestedCents = 45_000) => ({
  proposalId,
  year: 2026,
  title,
  summary: 'Een feest voor de hele buurt',
  applicant: 'Speeltuinvereniging',
  kind: 'unique_project',
  themeShares: [{ theme: 7, percent: 100 }],
  quarters: [],
  budgetLines: [],
  requestedCents,
});

/** A phone with its database, and what can happen to it as a thing: cloned, emptied, out of power, signed out. */
import { photosOf, showsPhotos } from '../../src/domain/access.ts';
import { type RowKey, rowKey } from '../../src/domain/command.ts';
import { rowTypes } from '../../src/domain/rows.ts';
import { adoptDevice } from '../../src/sync/meta.ts';
import type { ArchiveItem, ArchiveRecord, Net, Ports } from '../../src/sync/ports.ts';
import { newUuid } from './desk.ts';
import type { Disk, MakeDisk } from './disk.ts';
import type { Counts, FaultRates } from './faults.ts';
import type { Report } from './logOracle.ts';
import type { MemoryDatabase } from './memoryDatabase.ts';
import type { Sender, Session } from './network.ts';
import { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import { Tab } from './tab.ts';

export interface DeviceParts {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly counts: Counts;
  readonly report: Report;
  readonly netFor: (sender: Sender) => Net;
  readonly rates: () => FaultRates;
  readonly makeDisk: MakeDisk;
  readonly commandsAtOnce: number; // in one request
  /** A mutant's hand on the ports; the identity for the real thing. */
  readonly wrapPorts: (ports: Ports) => Ports;
}

/** What the network of a phone suffers from for a while. */
export type Trouble = 'portal' | 'deaf' | 'noPokes';

/** A record of the archive holds one command or several. */
export const commandsIn = (record: ArchiveRecord | undefined): readonly ArchiveItem[] =>
  record === undefined ? [] : 'items' in record ? record.items : [record];

export function isArchived({ db }: Device, committeeId: string, commandId: string): boolean {
  const archive = db.plain('archive');
  const has = (record: ArchiveRecord): boolean => commandsIn(record).some((item) => item.commandId === commandId);
  return archive.get(commandId) !== undefined || archive.where('committeeId', committeeId).some(has);
}

export interface PhotoShown {
  readonly sha256: string;
  readonly shownBy: RowKey;
}

/** What can be looked at on this phone. */
export function photosOn({ db }: Device, committeeId: string): readonly PhotoShown[] {
  return rowTypes.filter(showsPhotos).flatMap((type) =>
    db
      .rows(type)
      .valuesWhere('committeeId', committeeId)
      .flatMap(({ id, body }) => photosOf(type, body).map((sha256) => ({ sha256, shownBy: rowKey(type, id) }))),
  );
}

export class Device {
  readonly name: string;
  readonly personId: string;
  deviceId: string;
  readonly frozenUntil = 0;
  readonly disk: Disk;
  readonly db: MemoryDatabase;
  readonly tabs: Tab[] = [];
  online = true;
  /** Commands that this phone's people saw confirmed. */
  readonly toldApplied = new Set<string>();
  /** How wrong this phone's clock is, in ms: years are possible (promise 8). */
  clockErrorMs: number;
  /** The numbers of this phone are not its own alone: a clone has them too, or it lost its storage under its old name. */
  sharesNumbers = false;
  /** Signed in anew after it was revoked. */
  renamed = false;
  /** Is about to get another name: no tab opens under the old one. */
  becoming = false;
  /** Who the cookie says this is; null: nobody. */
  session: Session | null;
  readonly locks = new Map<string, Set<Tab>>();
  readonly parts: DeviceParts;
  readonly ids: Random;
  readonly #until: Record<Trouble, number> = { portal: 0, deaf: 0, noPokes: 0 };

  constructor(name: string, personId: string, seed: number, parts: DeviceParts) {
    const ids = new Random(seed);
    this.name = name;
    this.personId = personId;
    this.ids = ids;
    this.deviceId = newUuid(ids);
    this.session = { deviceId: this.deviceId, personId };
    this.parts = parts;
    this.disk = parts.makeDisk(personId, (message) => parts.report('store', `${name}: ${message}`));
    this.db = this.disk.db;
    this.clockErrorMs = ids.chance(0.3) ? ids.between(-2_000, 2_000) * 86_400_000 : 0;
    this.db.onStray = () => parts.report('bug', 'a transaction waited for something else than the database');
    this.db.onLoss = (changes) => {
      for (const { table, before, after } of changes) {
        if (table !== 'archive') continue;
        const had = commandsIn(before as ArchiveRecord | undefined);
        for (const item of commandsIn(after as ArchiveRecord | undefined)) {
          if (!had.includes(item)) this.toldApplied.delete(item.commandId);
        }
      }
    };
  }

  openTab(): Tab {
    const tab = new Tab(this);
    this.tabs.push(tab);
    tab.start();
    return tab;
  }

  kill(tab: Tab): void {
    if (tab.dead) return;
    tab.dead = true;
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    for (const holders of this.locks.values()) holders.delete(tab);
    this.db.kill(tab);
    this.parts.scheduler.cancelAllOf(tab);
  }

  killAll(): void {
    for (const tab of [...this.tabs]) this.kill(tab);
  }

  holdsLock(tab: Tab): boolean {
    return [...this.locks.values()].some((holders) => holders.has(tab));
  }

  suffer(trouble: Trouble, forMs: number): void {
    this.#until[trouble] = this.parts.scheduler.now + forMs;
  }

  suffers(trouble: Trouble): boolean {
    return this.#until[trouble] > this.parts.scheduler.now;
  }

  recover(): void {
    for (const trouble of ['portal', 'deaf', 'noPokes'] as const) this.#until[trouble] = 0;
    this.online = true;
    this.signInAgain();
  }

  signInAgain(): void {
    this.session = { deviceId: this.deviceId, personId: this.personId };
  }

  /** The browser threw everything away. */
  evict(): void {
    this.killAll();
    this.db.clear();
    this.toldApplied.clear();
  }

  /** Signed in anew after a revocation: the same database under a new name, as the app opens it. */
  async becomeNew(): Promise<void> {
    this.becoming = true;
    await this.adopt();
    this.deviceId = newUuid(this.ids);
    this.renamed = true;
    this.recover();
    await this.adopt();
    this.becoming = false;
  }

  /** Only while no tab is open: nothing can come in between. */
  async adopt(): Promise<void> {
    const { deviceId, personId, name } = this;
    const calm = { strike: () => null, isDead: () => false, readsAtOnce: () => true };
    const store = this.disk.open(this, { ...calm, later: (_, fire) => fire() });
    await store.write((tx) => adoptDevice(tx, { deviceId, personId, name }));
  }
}

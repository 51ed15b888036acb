/** A committee on a server under torture, the phones that work on it, and what in the end must be true. */
import { createHash } from 'node:crypto';
import { newId } from '../../server/uuid.ts';
import type { LogEntry } from '../../src/sync/protocol.ts';
import type { Random } from '../sim/random.ts';
import { LoadPhone, type Place } from './loadPhone.ts';
import { jsonType, type Session, signIn } from './session.ts';

const proposalCount = 5;

export interface Judgement {
  readonly confirmed: number; // commands that the server said are done
  readonly entries: number;
  readonly photos: number;
  /** Confirmed commands and photos that the server does not have (any more). */
  readonly lost: number;
  /** Commands that are in the log more than once. */
  readonly doubled: number;
  readonly problems: readonly string[];
}

interface TownOptions {
  readonly line: string;
  readonly phoneCount: number;
  readonly random: Random;
}

export class Town {
  readonly phones: readonly LoadPhone[];
  readonly #url: string;
  readonly #place: Place;
  readonly #chair: Session;

  private constructor(url: string, place: Place, chair: Session, phones: readonly LoadPhone[]) {
    this.#url = url;
    this.#place = place;
    this.#chair = chair;
    this.phones = phones;
  }

  /** On a server that is up; `firstToken` is that of its first link, `line` what the phones reach it by. */
  static async found(url: string, firstToken: string, { line, phoneCount, random }: TownOptions): Promise<Town> {
    const chair = await signIn(url, firstToken);
    const committeeId = chair.founding;
    if (committeeId === null) throw new Error('the first link founds nothing');
    const proposalIds = Array.from({ length: proposalCount }, newId);
    const all = [['committee.found', foundArgs] as const, ...proposalIds.map((id) => proposalArgs(id))];
    const commands = all.map(([name, args], n) => {
      return { deviceSeq: n + 1, commandId: newId(), name, v: 1, args, touches: [], clientTime: Date.now() };
    });
    const { deviceId, personId } = chair;
    const body = { protocol: 1, app: 'torture', deviceId, committeeId, sentAt: Date.now(), commands };
    const answer = await ask(url, chair, '/api/sync/push', body);
    const { outcomes } = answer as { readonly outcomes: readonly { readonly outcome: string }[] };
    if (outcomes.some(({ outcome }) => outcome !== 'applied')) throw new Error(`founding: ${JSON.stringify(answer)}`);
    const place: Place = { url: line, committeeId, personId, proposalIds };
    const phones: LoadPhone[] = [];
    for (let n = 0; n < phoneCount; n += 1) {
      const link = (await ask(url, chair, '/api/device-codes', {})) as { readonly url: string };
      phones.push(await LoadPhone.signIn(place, url, link.url.split('#')[1] ?? '', random));
    }
    return new Town(url, place, chair, phones);
  }

  /** Reads the whole log and every photo, on a server that is up. The phones must have finished. */
  async judge(): Promise<Judgement> {
    const { committeeId } = this.#place;
    const problems = this.phones.flatMap(({ broken }) => broken);
    const entries = await this.#log();
    const byCommand = new Map<string, ChainedEntry[]>();
    for (const [at, entry] of entries.entries()) {
      if (entry.seq !== at + 1) problems.push(`log: place ${at + 1} holds number ${entry.seq}`);
      if (at > 0 && entry.prevHash !== entries[at - 1]?.hash) problems.push(`log: the chain breaks at ${entry.seq}`);
      // The entry that settles a held command bears its number again.
      if (entry.settles === null) byCommand.set(entry.commandId, [...(byCommand.get(entry.commandId) ?? []), entry]);
    }
    let lost = 0;
    const confirmed = this.phones.flatMap((phone) => [...phone.confirmed.values()]);
    for (const { commandId, seq, hash, outcome } of confirmed) {
      const [entry] = byCommand.get(commandId) ?? [];
      if (entry === undefined) lost += 1;
      else if (outcome !== 'held' && (entry.seq !== seq || entry.hash !== hash || entry.outcome !== outcome)) {
        problems.push(`${commandId} was confirmed as ${outcome} at ${seq}, and is ${entry.outcome} at ${entry.seq}`);
      }
    }
    const photos = this.phones.flatMap((phone) => phone.storedPhotos);
    for (const { sha256, sheetId } of photos) {
      const path = `/api/blobs/${committeeId}/${sha256}?t=supportSheet&id=${encodeURIComponent(sheetId)}`;
      const answer = await fetch(`${this.#url}${path}`, { headers: { cookie: this.#chair.cookie } });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) lost += 1;
    }
    const doubled = [...byCommand.values()].filter((found) => found.length > 1).length;
    return { confirmed: confirmed.length, entries: entries.length, photos: photos.length, lost, doubled, problems };
  }

  async #log(): Promise<readonly ChainedEntry[]> {
    const entries: ChainedEntry[] = [];
    for (;;) {
      const path = `/api/committees/${this.#place.committeeId}/log?from=${entries.length + 1}`;
      const page = (await ask(this.#url, this.#chair, path)) as LogPage;
      entries.push(...page.entries);
      if (!page.more) return entries;
    }
  }
}

type ChainedEntry = LogEntry & { readonly hash: string; readonly prevHash: string; readonly settles: number | null };
interface LogPage {
  readonly entries: readonly ChainedEntry[];
  readonly more: boolean;
}

/** POST with a body, else GET. */
async function ask(url: string, { cookie }: Session, path: string, body?: unknown): Promise<unknown> {
  const post = { method: 'POST', headers: { ...jsonType, cookie }, body: JSON.stringify(body) };
  const response = await fetch(`${url}${path}`, body === undefined ? { headers: { cookie } } : post);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

const foundArgs = {
  name: 'Martelwijk',
  bodyWord: 'commissie',
  city: 'Enschede',
  founderName: 'Annie',
  year: 2026,
  grantCents: 50_000_00,
  smallLimitCents: 2_500_00,
  quorum: { kind: 'more_than_half' },
  foundedOn: '2026-01-01',
} as const;

const proposalArgs = (proposalId: string) =>
  [
    'proposal.create',
    {
      proposalId,
      year: 2026,
      title: 'Buurtfeest',
      summary: 'Soep en muziek',
      applicant: 'Bewoners',
      kind: 'unique_project',
      themeShares: [{ theme: 7, percent: 100 }],
      quarters: [],
      budgetLines: [],
      requestedCents: 1_000_00,
    },
  ] as const;

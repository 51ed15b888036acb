/** A phone under load that keeps its own books: what it sent and what the server told it is done. It knows the protocol
 *  and nothing of the engine's code, so that both cannot be wrong in the same way. */
import { drawReceipt } from '../../scripts/demo/receiptImage.ts';
import { newId } from '../../server/uuid.ts';
import { limits, type Outcome, type PushResponse, type SentCommand } from '../../src/sync/protocol.ts';
import type { Random } from '../sim/random.ts';
import { type Session, signIn } from './session.ts';

export interface Photo {
  readonly sheetId: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface Place {
  readonly url: string; // of the line to the server
  readonly committeeId: string;
  readonly personId: string;
  readonly proposalIds: readonly string[];
}

const batchMax = 20;
const answerMsMax = 4_000; // longer and it is as good as lost: asked again
const pauseAfterFaultMs = 30;

export class LoadPhone {
  readonly confirmed = new Map<string, Outcome>(); // by commandId
  readonly storedPhotos: Photo[] = [];
  /** What must never happen, in words. */
  readonly broken: string[] = [];
  requests = 0;
  faults = 0;
  readonly #place: Place;
  readonly #deviceId: string;
  readonly #cookie: string;
  readonly #random: Random;
  readonly #pending: SentCommand[] = [];
  readonly #photos: Photo[] = []; // on their way
  #made = 0;

  private constructor(place: Place, random: Random, session: Session) {
    this.#place = place;
    this.#random = random;
    this.#deviceId = session.deviceId;
    this.#cookie = session.cookie;
  }

  /** `url`: a way to the server that works, for the link can be used once. */
  static async signIn(place: Place, url: string, token: string, random: Random): Promise<LoadPhone> {
    return new LoadPhone(place, random, await signIn(url, token));
  }

  /** Works until `signal` aborts, whatever the server does meanwhile. */
  async work(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if (this.#pending.length < batchMax) this.#makeSome();
      await this.#step();
    }
  }

  /** Sends what is left, to a server that is up. */
  async finish(deadlineMs = 60_000): Promise<void> {
    const until = Date.now() + deadlineMs;
    while (this.#pending.length > 0 || this.#photos.length > 0) {
      if (Date.now() > until) throw new Error(`${this.#pending.length} commands of a phone find no way to the server`);
      await this.#step();
    }
  }

  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    this.requests += 1;
    const headers = { ...init.headers, cookie: this.#cookie };
    return fetch(`${this.#place.url}${path}`, { ...init, headers, signal: AbortSignal.timeout(answerMsMax) });
  }

  async #step(): Promise<void> {
    try {
      await this.#push();
      await this.#sendPhoto();
    } catch {
      this.faults += 1;
      await new Promise((resolve) => setTimeout(resolve, pauseAfterFaultMs));
    }
  }

  async #push(): Promise<void> {
    const commands = this.#pending.slice(0, this.#random.between(1, batchMax));
    if (commands.length === 0) return;
    const { committeeId } = this.#place;
    const body = { protocol: 1, app: 'torture', deviceId: this.#deviceId, committeeId, sentAt: Date.now(), commands };
    const send = async () => {
      const headers = { 'content-type': 'application/json' };
      const response = await this.ask('/api/sync/push', { method: 'POST', headers, body: JSON.stringify(body) });
      if (!response.ok) throw new Error(`push: ${response.status}`);
      return (await response.json()) as PushResponse;
    };
    // Now and then the network delivers twice, at the same time.
    const answers = this.#random.chance(0.15) ? await Promise.all([send(), send()]) : [await send()];
    for (const answer of answers) this.#take(answer);
  }

  #take({ outcomes, deviceSeq, stop, expected }: PushResponse): void {
    if (stop === 'gap' || stop === 'forked') {
      this.broken.push(`the server lost what it had confirmed: ${stop}, it waits for ${expected}`);
    }
    for (const outcome of outcomes) {
      const before = this.confirmed.get(outcome.commandId);
      const same = before === undefined || JSON.stringify(before) === JSON.stringify(outcome);
      if (!same && before.outcome !== 'held') {
        this.broken.push(`another outcome: ${JSON.stringify(before)}, then ${JSON.stringify(outcome)}`);
      }
      this.confirmed.set(outcome.commandId, outcome);
    }
    while ((this.#pending[0]?.deviceSeq ?? Number.POSITIVE_INFINITY) <= deviceSeq) this.#pending.shift();
  }

  #makeSome(): void {
    const count = this.#random.between(1, batchMax);
    for (let n = 0; n < count; n += 1) {
      if (this.#random.chance(0.02)) this.#makeCount();
      else this.#makeNote();
    }
  }

  #make(name: string, args: unknown): void {
    this.#made += 1;
    const ids = { commandId: newId(), deviceSeq: this.#made };
    this.#pending.push({ ...ids, name, v: 1, args, touches: [], clientTime: Date.now() });
  }

  #makeNote(): void {
    const { proposalIds } = this.#place;
    // Some wait for a proposal that nobody has, and are held.
    const unknown = this.#random.chance(0.03);
    const proposalId = unknown ? newId() : this.#random.pick(proposalIds);
    this.#make('proposalNote.add', { noteId: newId(), proposalId, text: `Notitie ${this.#made}` });
  }

  #makeCount(): void {
    const proposalId = this.#place.proposalIds[0] ?? '';
    const sheetNumber = this.#random.between(1, 900);
    const { bytes, sha256 } = drawReceipt([this.#deviceId.slice(-12).toUpperCase(), `LIJST ${this.#made}`]);
    const photo = { sha256, originalSha256: sha256, size: bytes.length, mime: 'image/png', width: 300, height: 300 };
    const numbers = { householdsAsked: 10, forCount: 5, againstCount: 1, noOpinionCount: 0, notAtHomeCount: 4 };
    const countedOn = '2026-03-01';
    this.#make('support.count', { proposalId, sheetNumber, area: '', ...numbers, photos: [photo], countedOn });
    this.#photos.push({ sheetId: `${proposalId}:${sheetNumber}`, sha256, bytes });
  }

  async #sendPhoto(): Promise<void> {
    const photo = this.#photos[0];
    if (photo === undefined) return;
    const path = `/api/blobs/${this.#place.committeeId}/${photo.sha256}`;
    const head = await this.ask(path, { method: 'HEAD' });
    if (!head.ok) throw new Error(`photo: ${head.status}`);
    const from = head.status === 204 ? photo.bytes.length : Number(head.headers.get('upload-offset'));
    const chunk = photo.bytes.slice(from, from + limits.blobChunkBytes / 64);
    const headers = {
      'content-type': 'application/octet-stream',
      'upload-offset': String(from),
      'upload-length': String(photo.bytes.length),
    };
    const answer = await this.ask(path, { method: 'PATCH', headers, body: chunk });
    if (answer.status !== 204) return;
    this.storedPhotos.push(photo);
    this.#photos.shift();
  }
}

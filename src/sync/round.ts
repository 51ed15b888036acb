/** One round with the server for one committee: push, pull, hand over, photos. Whatever stops it, the next round begins
 *  from what is on disk. */

import { shapesNow } from '../domain/rowShapes.ts';
import { sendPhotos } from './blobs.ts';
import { deliverBundles, type Identity } from './bundle.ts';
import { requeue } from './heal.ts';
import type { Marks } from './marks.ts';
import { join, wipe } from './meta.ts';
import { type ClientTx, Outdated, type Ports, SignedOut, Unreachable } from './ports.ts';
import { protocolVersion } from './protocol.ts';
import { type PullFrom, pullWhole } from './pull.ts';
import { type Pushed, pushAll } from './push.ts';
import { applyPull, type WholeAnswer } from './rebase.ts';
import { storedDigest } from './storedDigest.ts';

const pullsMax = 6; // an answer can be overtaken by another tab or by a change of rights; not for ever
const unknownEvery = 30; // rounds between two tries with work of a phone that the server does not know (H9)
const allAgainAfter = 10; // pulls until all rows are compared again, when others wrote meanwhile
const allEvery = 200; // pulls between two comparisons of all rows, beside the one after start

export class Round {
  readonly #ports: Ports;
  readonly #me: Identity;
  readonly #committeeId: string;
  /** What the first pull compares is the sum that is carried along; after it a number counts the pulls until the sum over
   *  what lies in the tables is due. Not both at once: the first screen of the app reads the tables too. */
  #compares: 'carried' | number = 'carried';
  /** What the last pull was. */
  #pulled = { news: true, compared: false };
  #roundsUntilAgain = 0;

  constructor(ports: Ports, me: Identity, committeeId: string) {
    this.#ports = ports;
    this.#me = me;
    this.#committeeId = committeeId;
  }

  /** Throws `Unreachable` for what passes, `SignedOut`, the store's errors, and `BrokenPromise`. */
  async run(interrupted: () => boolean): Promise<void> {
    try {
      await this.#steps(interrupted);
    } catch (error) {
      // The owner of this device, or a chair, said from elsewhere that it must show nothing any more.
      if (error instanceof SignedOut && error.message === 'revoked') {
        await this.#ports.store.write((tx) => wipe(tx, this.#committeeId));
      }
      throw error;
    }
  }

  async #steps(interrupted: () => boolean): Promise<void> {
    let { pushed, outdated } = await this.#pushAndPull(false);
    if (pushed.kind === 'pull_first') ({ pushed, outdated } = await this.#pushAndPull(true));
    if (pushed.kind === 'auth') throw new SignedOut('auth', pushed.retryAfterMs);
    if (pushed.kind === 'retry') throw new Unreachable('retry', pushed.retryAfterMs);
    if (pushed.kind === 'blocked') throw new Unreachable('blocked');
    await deliverBundles(this.#ports, this.#committeeId, this.#roundsUntilAgain === 0);
    this.#roundsUntilAgain = this.#roundsUntilAgain === 0 ? unknownEvery : this.#roundsUntilAgain - 1;
    const photos = await sendPhotos(this.#ports, this.#committeeId, interrupted);
    if (outdated !== null) throw outdated;
    if (photos.stored) await this.#pull();
    if (this.#compares === 0 && !this.#pulled.news) await this.#compareAll(interrupted);
  }

  /** R6: in a round that brought nothing new, because it reads every row. What was just pushed is news too. */
  async #compareAll(interrupted: () => boolean): Promise<void> {
    const digest = await storedDigest(this.#ports.store, this.#committeeId, interrupted);
    if (digest === undefined) return; // something else came up: in another quiet round
    await this.#pull(digest);
    this.#compares = this.#pulled.compared ? allEvery : allAgainAfter;
  }

  async #pushAndPull(pulledBefore: boolean): Promise<{ readonly pushed: Pushed; readonly outdated: Outdated | null }> {
    const pushed = await pushAll(this.#ports, this.#me.deviceId, this.#committeeId, pulledBefore);
    return { pushed, outdated: await this.#settle(pushed.marks) }; // a server that takes nothing now still tells the news
  }

  /** A pull settles what was pushed. Where none comes, that is marked, so that it is not sent for ever. A server that has
   *  become too new for this app still takes everything, photos too; it only shows nothing new (W4). */
  async #settle(marks: Marks): Promise<Outdated | null> {
    try {
      await this.#pull();
      return null;
    } catch (error) {
      await marks.tryToWrite();
      if (error instanceof Outdated) return error;
      throw error;
    }
  }

  /** `digest`: the sum over what lies in the tables, for the server to compare. */
  async #pull(digest?: string): Promise<void> {
    const { store } = this.#ports;
    let sum = digest;
    for (let n = 0; n < pullsMax; n += 1) {
      const from = await store.read((tx) => this.#from(tx));
      if (from === undefined) {
        await store.write((tx) => join(tx, this.#committeeId, null));
        continue;
      }
      const request = sum === undefined ? from.request : { ...from.request, digest: sum };
      sum = undefined; // it is about the rows of now
      const pulled = await pullWhole(this.#ports, { ...from, request });
      if (pulled.kind === 'not_member') return store.write((tx) => this.#leave(tx, pulled.lastDeviceSeq));
      if (pulled.kind === 'answer' && (await this.#apply(from, pulled.answer)) === 'applied') return;
      if (pulled.kind === 'restart') await store.write((tx) => this.#dropStaging(tx));
    }
    throw new Unreachable('overtaken');
  }

  /** What was sent from here and is not on the server any more goes again, as from everybody (D6). */
  async #leave(tx: ClientTx, lastDeviceSeq: number): Promise<void> {
    const committeeId = this.#committeeId;
    await wipe(tx, committeeId);
    const meta = await tx.meta.get(committeeId);
    if (meta === undefined || lastDeviceSeq >= meta.settledSeq) return;
    const { lost, meta: healed } = await requeue(tx, meta, lastDeviceSeq + 1);
    if (lost !== null) this.#ports.alarm('lost_commands', { committeeId, ...lost });
    await tx.meta.put(healed);
  }

  async #from(tx: ClientTx): Promise<PullFrom | undefined> {
    const committeeId = this.#committeeId;
    const meta = await tx.meta.get(committeeId);
    if (meta === undefined) return undefined;
    const { epoch, cursor, head, access, staging, shapes } = meta;
    const [first] = await tx.outbox.between([committeeId, 0], [committeeId, Number.MAX_SAFE_INTEGER], 1);
    const request = {
      protocol: protocolVersion,
      deviceId: this.#me.deviceId,
      committeeId,
      epoch,
      // Rows of older shapes lack what newer indexes need; the whole set comes in the present ones (W3).
      cursor: shapes === shapesNow() ? cursor : 0,
      head,
      accessV: access?.v ?? 0,
      pendingFrom: first?.deviceSeq ?? meta.nextSeq,
      settledSeq: meta.settledSeq,
      ...(this.#compares === 'carried' ? { digest: meta.digest } : {}),
    };
    return { base: { epoch, cursor, head }, request, staging };
  }

  async #apply(from: PullFrom, answer: WholeAnswer): Promise<'applied' | 'stale'> {
    const { store, alarm, clock } = this.#ports;
    if (answer.last.digestOk === false) {
      alarm('digest_mismatch', { committeeId: this.#committeeId, cursor: from.base.cursor });
    }
    const applied = await store.write((tx) =>
      applyPull(tx, this.#committeeId, from.base, answer, { now: clock.now(), alarm }),
    );
    this.#pulled = { news: answer.cursor !== from.base.cursor, compared: answer.last.digestOk !== undefined };
    if (this.#compares !== 'carried') this.#compares = Math.max(0, this.#compares - 1);
    else if (this.#pulled.compared) this.#compares = 1;
    return applied;
  }

  async #dropStaging(tx: ClientTx): Promise<void> {
    await tx.staging.removeMany(await tx.staging.keysWhere('committeeId', this.#committeeId));
    const meta = await tx.meta.get(this.#committeeId);
    if (meta !== undefined) await tx.meta.put({ ...meta, staging: null });
  }
}

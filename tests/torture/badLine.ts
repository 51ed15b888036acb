/** A line between phones and server that is cut after some bytes, in either direction, or is slow. Below HTTP: what a cut
 *  leaves of a question or an answer is up to chance. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Random } from '../sim/random.ts';

const cutChance = 0.3;
const bytesMax = 20_000; // a connection that is cut carries at most this much
const delayMsMax = 40;

export class BadLine {
  cuts = 0;
  readonly #targets: readonly number[];
  readonly #random: Random;
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #port = 0;

  private constructor(targets: readonly number[], random: Random) {
    this.#targets = targets;
    this.#random = random;
    this.#server = createServer((socket) => this.#carry(socket));
  }

  /** Every connection leads to one of these, as behind a load balancer. */
  static async to(urls: readonly string[], random: Random): Promise<BadLine> {
    const line = new BadLine(
      urls.map((url) => Number(new URL(url).port)),
      random,
    );
    await new Promise<void>((resolve) => line.#server.listen(0, '127.0.0.1', resolve));
    const address = line.#server.address();
    line.#port = typeof address === 'object' && address !== null ? address.port : 0;
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async end(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #carry(phone: Socket): void {
    const server = connect(this.#random.pick(this.#targets), '127.0.0.1');
    const both = [phone, server];
    const cut = (): void => {
      for (const socket of both) socket.destroy();
    };
    let left = this.#random.chance(cutChance) ? this.#random.between(0, bytesMax) : Number.POSITIVE_INFINITY;
    const delayMs = this.#random.between(0, delayMsMax);
    const pass = (from: Socket, to: Socket): void => {
      from.on('data', (bytes) => {
        const part = bytes.subarray(0, left);
        const isCut = part.length < bytes.length;
        left -= part.length;
        setTimeout(() => {
          if (!isCut) to.write(part);
          else to.write(part, cut); // what was on its way still arrives
        }, delayMs);
        if (isCut) this.cuts += 1;
      });
      from.once('end', () => setTimeout(() => to.end(), delayMs));
      from.once('error', cut);
      from.once('close', () => this.#sockets.delete(from));
      this.#sockets.add(from);
    };
    pass(phone, server);
    pass(server, phone);
  }
}

/** A proxy between phones and server that behaves as badly as the wifi of a village hall. */
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type Weather =
  | 'fair'
  /** Every answer is a 500. */
  | 'error_500'
  /** Every answer is a page that asks for a room number, with status 200. */
  | 'login_page'
  /** Takes the question and never answers. */
  | 'silent'
  /** The server gets half of what a phone sends, then the line is cut. */
  | 'cut_in_question'
  /** The server gets all and does it, but the phone never hears so. */
  | 'cut_in_answer';

const jsonType = { 'content-type': 'application/json' };
const htmlType = { 'content-type': 'text/html' };
const loginPage = '<!doctype html><title>Gratis wifi</title><form>Kamernummer <input name="kamer"></form>';

export class BadWifi {
  /** Requests since the last change of weather, as `method path`, with `from offset` behind a part of a photo. */
  readonly met: string[] = [];
  /** Parts of photos that still go through; the ones after them are cut as in `cut_in_question`. Commands are not. */
  photoPartsLeft = Number.POSITIVE_INFINITY;
  readonly #target: () => string;
  readonly #sockets = new Set<Socket>();
  #weather: Weather = 'fair';
  #server: Server | undefined;
  #port = 0;

  constructor(target: () => string) {
    this.#target = target;
  }

  get url(): string {
    return `http://localhost:${this.#port}`;
  }

  /** Listens, on the same port as before when it did so before. */
  async up(): Promise<void> {
    if (this.#server !== undefined) return;
    const server = createServer((question, answer) => this.#handle(question, answer));
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Nobody is there any more: connections are refused. */
  async down(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    const closed = new Promise((resolve) => server.close(resolve));
    this.#cutAll();
    await closed;
  }

  /** Also ends the connections of the weather before: what hung or streamed has to come again. */
  set weather(weather: Weather) {
    this.#weather = weather;
    this.photoPartsLeft = Number.POSITIVE_INFINITY;
    this.met.length = 0;
    this.#cutAll();
  }

  #cutAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #handle(question: IncomingMessage, answer: ServerResponse): void {
    const weather = this.#weather;
    const offset = question.headers['upload-offset'];
    this.met.push(`${question.method} ${question.url}${offset === undefined ? '' : ` from ${offset}`}`);
    const sends = question.method === 'POST' || question.method === 'PATCH';
    if (question.method === 'PATCH') this.photoPartsLeft -= 1;
    if (this.photoPartsLeft < 0) this.#forward(question, answer, 'half');
    else if (weather === 'fair') this.#forward(question, answer, 'whole');
    else if (weather === 'cut_in_answer') this.#forward(question, answer, 'no_answer');
    else if (weather === 'cut_in_question' && sends) this.#forward(question, answer, 'half');
    else if (weather === 'cut_in_question') question.destroy();
    else if (weather === 'error_500') answer.writeHead(500, jsonType).end('{"code":"internal"}');
    else if (weather === 'login_page') answer.writeHead(200, htmlType).end(loginPage);
  }

  #forward(question: IncomingMessage, answer: ServerResponse, how: 'whole' | 'half' | 'no_answer'): void {
    const { method, headers } = question;
    const upstream = request(`${this.#target()}${question.url}`, { method, headers }, (reply) => {
      if (how === 'no_answer') {
        reply.resume();
        reply.once('end', () => answer.destroy());
        return;
      }
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
      answer.once('close', () => reply.destroy());
    });
    upstream.once('error', () => answer.destroy());
    answer.once('close', () => upstream.destroy());
    if (how !== 'half') {
      question.pipe(upstream);
      return;
    }
    const parts: Buffer[] = [];
    question.on('data', (part: Buffer) => parts.push(part));
    question.once('end', () => {
      const body = Buffer.concat(parts);
      // Only after these bytes are on their way to the server: it has to see a beginning without an end.
      upstream.write(body.subarray(0, Math.floor(body.length / 2)), () => answer.destroy());
    });
  }
}

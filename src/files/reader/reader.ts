// The page's side of reading: a queue of pictures, read one after the other in a worker while the person goes on.
import type { EngineName, Progress } from './engine.ts';
import type { ReadAnswer, ReadRequest, ReadResult } from './protocol.ts';

const idleMs = 60_000; // an engine holds up to half a gigabyte: a phone wants that back

interface Waiting {
  readonly progress: Progress;
  readonly resolve: (result: ReadResult) => void;
  readonly reject: (reason: Error) => void;
}

export interface ReadOrder {
  readonly engine: EngineName;
  readonly file: Blob;
  readonly today: string;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

export class ReadingStopped extends Error {}

/** One a page: two engines at once are too much for a phone. */
export class Reader {
  #worker: Worker | undefined;
  #next = 1;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #now: (Waiting & { readonly id: number }) | undefined;

  read(order: ReadOrder): Promise<ReadResult> {
    const turn = this.#queue.then(() => this.#one(order));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** What is being read stops at once; the next picture starts a worker of its own. */
  end(): void {
    clearTimeout(this.#idle);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#now?.reject(new ReadingStopped('stopped'));
    this.#now = undefined;
  }

  async #one({ engine, file, today, progress = () => {}, signal }: ReadOrder): Promise<ReadResult> {
    if (signal?.aborted === true) throw new ReadingStopped('stopped');
    clearTimeout(this.#idle);
    const stop = (): void => this.end();
    signal?.addEventListener('abort', stop);
    try {
      const id = this.#next++;
      const request: ReadRequest = { id, engine, file, today };
      return await new Promise<ReadResult>((resolve, reject) => {
        this.#now = { id, progress, resolve, reject };
        this.#start().postMessage(request);
      });
    } finally {
      signal?.removeEventListener('abort', stop);
      this.#now = undefined;
      this.#idle = setTimeout(() => this.end(), idleMs);
    }
  }

  #start(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'reading' });
    worker.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => this.#hear(data));
    worker.addEventListener('error', (event) => {
      const reject = this.#now?.reject;
      this.#now = undefined;
      this.end();
      reject?.(new Error(event.message));
    });
    this.#worker = worker;
    return worker;
  }

  #hear(answer: ReadAnswer): void {
    const now = this.#now;
    if (now === undefined || now.id !== answer.id) return;
    if (answer.kind === 'progress') now.progress(answer.share);
    else if (answer.kind === 'done') now.resolve(answer.result);
    else now.reject(new Error(answer.reason));
  }
}

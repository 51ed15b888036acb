/** What the bench uses of PouchDB, which ships no types. */
declare module 'pouchdb-browser' {
  interface Feed extends PromiseLike<unknown> {
    on(event: 'change', listener: (change: { readonly id: string }) => void): this;
    on(event: 'paused', listener: () => void): this;
    cancel(): void;
  }
  interface Options {
    readonly batch_size?: number;
    readonly live?: boolean;
    readonly retry?: boolean;
    readonly since?: 'now';
  }
  export default class PouchDB<T = unknown> {
    constructor(name: string);
    readonly replicate: {
      from(source: PouchDB, options: Options): Feed;
      to(target: PouchDB, options: Options): Feed;
    };
    sync(other: PouchDB, options: Options): Feed;
    changes(options: Options): Feed;
    put(document: T & { readonly _id: string }): Promise<unknown>;
    get(id: string): Promise<T>;
    info(): Promise<{ readonly doc_count: number }>;
    destroy(): Promise<void>;
  }
}

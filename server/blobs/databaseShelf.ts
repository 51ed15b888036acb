/** Photos in the database itself: what all nodes reach anyway. */
import * as queries from '../db/blobQueries.ts';
import type { Database } from '../db/database.ts';
import type { BlobName } from './blobStore.ts';
import type { Shelf } from './partedBlobs.ts';

export class DatabaseShelf implements Shelf {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async size(name: BlobName): Promise<number | undefined> {
    return (await this.#database.read((connection) => connection.get(queries.blobSize, name)))?.size;
  }

  async put(name: BlobName, bytes: Buffer): Promise<void> {
    await this.#database.write((connection) => connection.run(queries.addBlob, { ...name, bytes }));
  }

  async slice(name: BlobName, start: number, count: number): Promise<Buffer> {
    const asked = { ...name, start: start + 1, count };
    const found = await this.#database.read((connection) => connection.get(queries.blobSlice, asked));
    if (found === undefined) throw new Error(`photo ${name.sha256} is gone`);
    return Buffer.from(found.bytes);
  }

  async remove(name: BlobName): Promise<void> {
    await this.#database.write((connection) => connection.run(queries.removeBlob, name));
  }

  async list(): Promise<readonly BlobName[]> {
    const found = await this.#database.read((connection) => connection.all(queries.blobNames, {}));
    return found.map(({ committee_id: committeeId, sha256 }) => ({ committeeId, sha256 }));
  }
}

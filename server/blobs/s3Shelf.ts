/** Photos in an S3-compatible store. Nothing leans on conditional writes: a name has one content, so that two who write
 *  it write the same. */
import { AwsClient } from 'aws4fetch';
import { Transient } from '../engine/ports.ts';
import { type BlobName, isBlobName } from './blobStore.ts';
import type { Shelf } from './partedBlobs.ts';

export interface S3Settings {
  readonly endpoint: string; // without a slash at the end
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const timeoutMs = 30_000;
const prefix = 'photos/';

export class S3Shelf implements Shelf {
  readonly #client: AwsClient;
  readonly #bucket: string;

  constructor({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings) {
    // Phones try again, and know when; a client that repeats for a minute would only hold the request.
    this.#client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
    this.#bucket = `${endpoint}/${bucket}`;
  }

  async size(name: BlobName): Promise<number | undefined> {
    const response = await this.#ask('HEAD', this.#urlOf(name));
    return response.status === 404 ? undefined : Number(response.headers.get('content-length'));
  }

  async put(name: BlobName, bytes: Buffer): Promise<void> {
    await this.#ask('PUT', this.#urlOf(name), { body: new Uint8Array(bytes) });
  }

  async slice(name: BlobName, start: number, count: number): Promise<Buffer> {
    const headers = { range: `bytes=${start}-${start + count - 1}` };
    const response = await this.#ask('GET', this.#urlOf(name), { headers });
    if (response.status === 404) throw new Error(`photo ${name.sha256} is gone`);
    return Buffer.from(await response.arrayBuffer());
  }

  async remove(name: BlobName): Promise<void> {
    await this.#ask('DELETE', this.#urlOf(name));
  }

  async list(): Promise<readonly BlobName[]> {
    const first = `${this.#bucket}?list-type=2&prefix=${encodeURIComponent(prefix)}`;
    const names: BlobName[] = [];
    let more: string | undefined = '';
    while (more !== undefined) {
      const page: string = await (await this.#ask('GET', `${first}${more}`)).text();
      for (const [, key = ''] of page.matchAll(/<Key>([^<]*)<\/Key>/g)) {
        const [committeeId = '', sha256 = ''] = key.slice(prefix.length).split('/');
        if (isBlobName({ committeeId, sha256 })) names.push({ committeeId, sha256 });
      }
      const token = /<NextContinuationToken>([^<]*)<\/NextContinuationToken>/.exec(page)?.[1];
      more = token && `&continuation-token=${encodeURIComponent(token)}`;
    }
    return names.sort((a, b) => (a.committeeId + a.sha256 < b.committeeId + b.sha256 ? -1 : 1));
  }

  #urlOf({ committeeId, sha256 }: BlobName): string {
    return `${this.#bucket}/${prefix}${committeeId}/${sha256}`;
  }

  /** The answer when it is a good one or says that there is no such object. */
  async #ask(method: string, url: string, init: RequestInit = {}): Promise<Response> {
    const response = await this.#client
      .fetch(url, { ...init, method, signal: AbortSignal.timeout(timeoutMs) })
      .catch((error: unknown) => {
        throw new Transient(`S3 ${method}: ${String(error)}`);
      });
    if (response.ok || (response.status === 404 && method !== 'PUT' && !url.includes('list-type'))) return response;
    const text = `S3 ${method}: ${response.status} ${(await response.text()).slice(0, 300)}`;
    // Also a wrong key: whoever runs the server mends that, and phones keep their photos until then.
    throw new Transient(text);
  }
}

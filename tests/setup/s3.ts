/** For tests: an S3-compatible store of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import type { S3Settings } from '../../server/blobs/s3Shelf.ts';

export interface TestS3 {
  readonly settings: S3Settings;
  /** Nobody reaches it until it is up again. */
  readonly goDown: () => Promise<void>;
  readonly comeUp: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function startS3(): Promise<TestS3> {
  const directory = mkdtempSync(join(tmpdir(), 'buurtkas-s3-'));
  const configureBuckets = [{ name: 'photos', configs: [] }];
  let port = 0;
  let server: S3rver | undefined;
  const comeUp = async (): Promise<void> => {
    server = new S3rver({ port, address: '127.0.0.1', silent: true, directory, configureBuckets });
    ({ port } = await server.run());
  };
  const goDown = async (): Promise<void> => {
    await server?.close();
    server = undefined;
  };
  await comeUp();
  const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  return {
    settings: { endpoint: `http://127.0.0.1:${port}`, bucket: 'photos', region: 'us-east-1', ...keys },
    goDown,
    comeUp,
    remove: async () => {
      await goDown();
      rmSync(directory, { recursive: true });
    },
  };
}

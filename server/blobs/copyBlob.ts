import { constants } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BlobName, BlobStore } from './blobStore.ts';
import { FileBlobs } from './fileBlobs.ts';

/** From one store to another; what is there already stays, and what is no photo is left out. */
export async function copyBlob(from: BlobStore, to: BlobStore, name: BlobName): Promise<void> {
  if (from instanceof FileBlobs && to instanceof FileBlobs) return copyPhotoFile(from.file(name), to.file(name));
  const { committeeId, sha256 } = name;
  const [blob, here] = [await from.read(committeeId, sha256), await to.offset(committeeId, sha256)];
  if (blob === undefined || typeof here !== 'number') return;
  const parts: Buffer[] = [];
  for await (const part of blob.stream()) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  await to.append(committeeId, sha256, here, bytes.subarray(here), bytes.length);
}

async function copyPhotoFile(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to, constants.COPYFILE_FICLONE) // costs nothing where the file system can share
    .catch((error: unknown) => {
      if ((error as { readonly code?: unknown }).code !== 'ENOENT') throw error; // destroyed since it was listed
    });
}

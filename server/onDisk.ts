/** Survives a power cut from here on: neither a copied file nor a name in a folder does by itself. */
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

export async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else await sync(await open(path, 'r+'));
  }
  await syncFolder(folder);
}

/** Where a folder cannot be opened (Windows) the system sees to it. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    await sync(await open(folder, 'r'));
  } catch {}
}

const sync = (handle: FileHandle): Promise<void> => handle.sync().finally(() => handle.close());

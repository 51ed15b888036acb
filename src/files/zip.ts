/** Puts files in one zip, one after the other, so that a year of photos never stands in memory twice. */
import { Zip, ZipPassThrough } from 'fflate';

export interface ZipEntry {
  readonly name: string; // with `/` for a folder
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Stored, not pressed: photos are pressed already. Two of one name get a number behind it. Throws what `entries` throws. */
export async function zipOf(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): Promise<Blob> {
  const parts: BlobPart[] = [];
  let failed: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error !== null) failed = error;
    else parts.push(new Blob([chunk as Uint8Array<ArrayBuffer>])); // a Blob may lie on the disk
  });
  const used = new Set<string>();
  for await (const { name, bytes } of entries) {
    const file = new ZipPassThrough(freeName(safePath(name), used));
    file.mtime = '1980-01-01T12:00:00'; // the same files make the same zip
    zip.add(file);
    file.push(bytes, true);
    if (failed !== undefined) throw failed;
  }
  zip.end();
  if (failed !== undefined) throw failed;
  return new Blob(parts, { type: 'application/zip' });
}

/** As Windows, macOS and Android all unpack it. */
const safePath = (name: string): string =>
  name
    .split('/')
    .map((part) =>
      part
        .replace(/[\p{Cc}<>:"\\|?*]/gu, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[. ]+|[. ]+$/g, '')
        .slice(0, 100),
    )
    .filter((part) => part !== '')
    .join('/') || 'bestand';

function freeName(name: string, used: Set<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let free = name;
  for (let n = 2; used.has(free.toLowerCase()); n++) free = `${stem} (${n})${ending}`;
  used.add(free.toLowerCase());
  return free;
}

/** A power cut: what a program had synced is on the disk, and of what it only wrote, some sectors are and some are not.
 *  A small library between the program and the system keeps the books (powerLoss.c). */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Random } from '../sim/random.ts';

const sectorBytes = 4_096;
const source = fileURLToPath(new URL('powerLoss.c', import.meta.url));

export class PowerLoss {
  readonly #root: string;
  readonly #kept: string;
  readonly #library: string;

  readonly #journals: boolean;

  /** For programs that work in `root`. `journals`: the disk behaves as ext4 does, where any sync makes the names of before
   *  last and a file grows from its end; else nothing is there that was not synced by itself, or it is there in part. Throws when there is no C compiler. */
  constructor(root: string, { journals = false } = {}) {
    this.#root = root;
    this.#journals = journals;
    this.#kept = mkdtempSync(join(tmpdir(), 'buurtkas-power-'));
    this.#library = join(this.#kept, 'powerLoss.so');
    const made = spawnSync('cc', ['-O2', '-shared', '-fPIC', '-o', this.#library, source], { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`a power cut needs a C compiler: ${made.error?.message ?? made.stderr}`);
  }

  /** What the program must be started with. */
  get env(): Readonly<Record<string, string>> {
    return { LD_PRELOAD: this.#library, POWER_ROOT: this.#root, POWER_KEPT: this.#kept };
  }

  /** The program is dead already; now the disk becomes what the cut left of it. Answers how many sectors were lost. */
  cut(random: Random): number {
    let lost = 0;
    const disk = new Map<string, Buffer>();
    for (const [path, key] of this.#names()) {
      const synced = this.#synced(key);
      const written = existsSync(join(this.#root, path)) ? readFileSync(join(this.#root, path)) : synced;
      const left = this.#journals ? grown(path, synced, written, random) : torn(synced, written, random);
      lost += left.lostSectors;
      disk.set(path, left.bytes);
    }
    rmSync(this.#root, { recursive: true, force: true });
    mkdirSync(this.#root, { recursive: true });
    for (const [path, bytes] of disk) {
      mkdirSync(dirname(join(this.#root, path)), { recursive: true });
      writeFileSync(join(this.#root, path), bytes);
    }
    this.#begin(disk);
    return lost;
  }

  end(): void {
    rmSync(this.#kept, { recursive: true, force: true });
  }

  /** Path to file, as far as names were made to last. */
  #names(): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    const lines = existsSync(join(this.#kept, 'names')) ? readFileSync(join(this.#kept, 'names'), 'utf8') : '';
    const all = lines.split('\n').slice(0, -1);
    const lasting = all.slice(0, all.findLastIndex((line) => /^[FD]/.test(line)) + 1);
    for (const line of lasting) {
      const [kind, path = '', key = ''] = line.split('\t');
      if (kind === 'R' && this.#journals) names.set(key, names.get(path) ?? '');
      if ((kind === 'R' || kind === 'U') && this.#journals) names.delete(path);
      if (kind === 'D') for (const name of [...names.keys()]) if (folderOf(name) === path) names.delete(name);
      if (kind === 'F' || kind === 'N') names.set(path, key);
    }
    return names;
  }

  /** A file whose name lasts and whose content was never synced is empty. */
  #synced(key: string): Buffer {
    const file = join(this.#kept, key);
    return key !== '' && existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  }

  /** After the cut the disk holds what it holds: that is the new beginning. */
  #begin(disk: ReadonlyMap<string, Buffer>): void {
    const library = readFileSync(this.#library);
    rmSync(this.#kept, { recursive: true, force: true });
    mkdirSync(this.#kept, { recursive: true });
    writeFileSync(this.#library, library);
    const lines = [...disk].map(([path, bytes]) => {
      const key = keyOf(join(this.#root, path));
      writeFileSync(join(this.#kept, key), bytes);
      return `F\t${path}\t${key}\n`;
    });
    writeFileSync(join(this.#kept, 'names'), lines.join(''));
  }
}

/** As `file_key` in powerLoss.c. */
function keyOf(file: string): string {
  const { ino, birthtimeNs } = statSync(file, { bigint: true });
  return `${ino}-${birthtimeNs / 1_000_000_000n}.${birthtimeNs % 1_000_000_000n}`;
}

const folderOf = (path: string): string => (dirname(path) === '.' ? '' : dirname(path));

/** As ext4 leaves it: what was there is the old or the new, and of what was added at the end a log has any part, and another
 *  file all or nothing. A part of LevelDB's MANIFEST is left out on purpose: Chromium's own database does not survive that
 *  (docs/reliability.md). */
function grown(path: string, synced: Buffer, written: Buffer, random: Random) {
  const before = torn(synced, written.subarray(0, synced.length), random);
  const added = written.subarray(synced.length);
  const there = path.endsWith('.log') ? random.between(0, added.length) : random.chance(0.5) ? added.length : 0;
  return {
    bytes: Buffer.concat([before.bytes, added.subarray(0, there)]),
    lostSectors: before.lostSectors + Math.ceil((added.length - there) / sectorBytes),
  };
}

/** Sector by sector the old or the new content; the end of the file moved or did not. */
function torn(synced: Buffer, written: Buffer, random: Random) {
  if (synced.equals(written)) return { bytes: synced, lostSectors: 0 };
  const size = random.chance(0.5) ? synced.length : written.length;
  const bytes = Buffer.alloc(size);
  let lostSectors = 0;
  for (let at = 0; at < size; at += sectorBytes) {
    const old = synced.subarray(at, at + sectorBytes);
    const now = written.subarray(at, at + sectorBytes);
    const lose = !old.equals(now) && random.chance(0.5);
    if (lose) lostSectors += 1;
    (lose ? old : now).copy(bytes, at);
  }
  lostSectors += Math.max(0, Math.ceil((written.length - size) / sectorBytes));
  return { bytes, lostSectors };
}

/** What a first visit loads, and how large the engine is, after gzip -9. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { type Peer, peers } from './contenders.ts';

const kB = (bytes: number): number => Math.round(bytes / 10) / 100;
const packed = (text: string | Uint8Array): number => gzipSync(text, { level: 9 }).length;

/** `dist`: the built app. The first screen needs the entry and all that it imports at once, not what it loads later. */
export function firstVisit(dist: string): { readonly jsKb: number; readonly cssKb: number; readonly allKb: number } {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const entries = [...html.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path]) => path ?? '');
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const text = readFileSync(join(dist, path), 'utf8');
    for (const [, next] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) visit(`/assets/${next}`);
  };
  for (const entry of entries) visit(entry);
  const assets = readdirSync(join(dist, 'assets')).map((name) => join(dist, 'assets', name));
  const sum = (files: readonly string[]): number =>
    files.reduce((total, file) => total + packed(readFileSync(file)), 0);
  return {
    jsKb: kB(sum([...seen].map((path) => join(dist, path)))),
    cssKb: kB(sum(assets.filter((file) => file.endsWith('.css')))),
    allKb: kB(sum(assets.filter((file) => /\.(js|css)$/.test(file)))),
  };
}

/** The engine alone: without the domain that it runs, and it knows no Dexie. */
export function engineKb(root: string): Promise<number> {
  return builtKb(join(root, 'src/sync/engine.ts'), isDomain);
}

/** What each contender adds to an application: its adapter of the bench with all that it imports, built alone. Ours is
 *  engine, Dexie store and transport; with the domain come its commands and shapes, which peers leave to the application. */
export async function bundles(root: string): Promise<{
  readonly ours: readonly number[];
  readonly domain: number;
  readonly floor: readonly number[];
  readonly peers: Readonly<Partial<Record<Peer, readonly number[]>>>;
}> {
  const adapter = (name: string): string => join(root, `tests/bench/contenders/${name}.ts`);
  const ours = await builtKb(adapter('ours'), isDomain);
  const domain = await builtKb(adapter('ours'));
  const floor = await builtKb(join(root, 'node_modules/dexie/import-wrapper.mjs'));
  const theirs: Partial<Record<Peer, readonly number[]>> = {};
  for (const name of peers) theirs[name] = [await builtKb(adapter(name))];
  return { ours: [ours], domain, floor: [floor], peers: theirs };
}

const isDomain = (id: string): boolean => id.includes('/domain/') || id === 'valibot';

async function builtKb(entry: string, external: (id: string) => boolean = () => false): Promise<number> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: { input: entry, external, preserveEntrySignatures: 'strict' },
    },
  });
  const chunks = (Array.isArray(output) ? output : [output]).flatMap((one) => ('output' in one ? one.output : []));
  return kB(packed(chunks.map((chunk) => ('code' in chunk ? chunk.code : '')).join('')));
}

/** Lays the files of the receipt readers beside the app: copied by a build, handed out from their packages while developing. */
import { copyFileSync, createReadStream, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { type downloads as All, addressOf, downloads } from '../src/files/reader/downloads.ts';

const packages = fileURLToPath(new URL('../node_modules', import.meta.url));

export const readingAddresses: ReadonlyMap<string, string> = new Map(
  (Object.keys(downloads) as (keyof typeof All)[]).flatMap((set) =>
    downloads[set].map((download) => [addressOf(set, download), join(packages, download.from)] as const),
  ),
);

export const typeOf = (address: string): string =>
  /\.m?js$/.test(address)
    ? 'text/javascript'
    : address.endsWith('.wasm')
      ? 'application/wasm'
      : 'application/octet-stream';

export function readingFiles(): Plugin {
  let outDir = '';
  return {
    name: 'buurtkas-reading-files',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const address = (request.url ?? '').split('?')[0] ?? '';
        const file = readingAddresses.get(address);
        if (file === undefined) return next();
        response.setHeader('content-type', typeOf(address));
        response.setHeader('content-length', statSync(file).size);
        createReadStream(file).pipe(response);
      });
    },
    writeBundle() {
      for (const [address, file] of readingAddresses) {
        const target = join(outDir, address);
        mkdirSync(dirname(target), { recursive: true });
        copyFileSync(file, target);
      }
    },
  };
}

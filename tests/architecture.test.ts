/** The rooms of the house: who may import whom, that no test is forgotten, and that the domain stays pure. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import viteConfig from '../vite.config.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['src', 'sw', 'server', 'scripts', 'tests']
  .flatMap((folder) => filesIn(folder))
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const isTest = (file: string): boolean => /\.(test|spec)\.tsx?$/.test(file);

/** A room may import what begins with one of these. `src/main.tsx` starts everything and may import everything. */
const arrows: Record<string, readonly string[]> = {
  'src/domain/': ['src/domain/'],
  'src/sync/protocol.ts': ['src/domain/'],
  'src/sync/': ['src/sync/', 'src/domain/'],
  'src/store/flags.ts': [],
  'src/store/': ['src/store/', 'src/sync/', 'src/domain/'],
  'src/files/': ['src/files/', 'src/domain/'],
  'src/ui/': ['src/ui/', 'src/store/', 'src/sync/', 'src/files/', 'src/domain/'],
  'src/main.tsx': ['src/'],
  'sw/': ['sw/', 'src/store/flags.ts'],
  'server/': ['server/', 'src/domain/', 'src/files/', 'src/sync/protocol.ts'],
};

/** Packages that would pull a room to one side of the wire. */
const foreign: Record<string, RegExp> = {
  'src/domain/': /^(?!valibot$)/,
  'src/sync/': /^(dexie|preact|fastify|kysely|node:|idb-keyval|zustand)/,
  'src/store/': /^(preact|fastify|kysely|node:)/,
  'src/files/': /^(dexie|preact|fastify|kysely|zustand)/,
  'src/ui/': /^(fastify|kysely|node:)/,
  'server/': /^(preact|dexie|idb-keyval|zustand)/,
};

test('imports point one way', () => {
  const wrong = files
    .filter((file) => !isTest(file))
    .flatMap((file) => {
      const allowed = ruleFor(arrows, file);
      if (allowed === undefined) return file.startsWith('src/') ? [`${file} is in no room`] : [];
      return importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => posix.join(posix.dirname(file), name))
        .filter((target) => !allowed.some((start) => target.startsWith(start)))
        .map((target) => `${file} imports ${target}`);
    });
  expect(wrong).toEqual([]);
});

test('each room uses packages of its own side only', () => {
  const wrong = files
    .filter((file) => !isTest(file))
    .flatMap((file) => {
      const banned = ruleFor(foreign, file);
      return importsOf(file)
        .filter((name) => !name.startsWith('.') && banned?.test(name))
        .map((name) => `${file} imports ${name}`);
    });
  expect(wrong).toEqual([]);
});

test('every test belongs to exactly one Vitest project or to the end-to-end tests, server tests to one a database', () => {
  const config = viteConfig({ command: 'serve', mode: 'test', isSsrBuild: false });
  const projects = (config.test?.projects ?? []) as { test: { name: string; include: string[] } }[];
  const once = projects.filter(({ test: { name } }) => name !== 'server'); // server-pg runs them too, and some more
  const owners = once.map(({ test: { name, include } }) => ({ name, patterns: include.map(globToRegExp) }));
  expect(owners.length).toBeGreaterThan(0);
  const wrong = files
    .filter((file) => isTest(file) && !/^tests\/e2e\/.*\.spec\.ts$/.test(file))
    .map((file) => [file, ...owners.filter(({ patterns }) => patterns.some((p) => p.test(file))).map((o) => o.name)])
    .filter(({ length }) => length !== 2);
  expect(wrong).toEqual([]);
});

test('no test is switched off or runs alone', () => {
  const found = files.filter((file) => isTest(file) || file.startsWith('tests/'));
  expect(found.filter((file) => /\.(skip|only|todo|fixme)\b\s*[(.]/.test(read(file)))).toEqual([]);
});

test('the domain has no clock, chance, network or machine of its own', () => {
  const impure =
    /Date\.now|=\s*Date\b|Math\.random|new Date\(\s*\)|(?<![.\w$])(?:fetch|setTimeout|setInterval|queueMicrotask)\(|(?<!new )(?<![.\w$])Date\(|(?<![.\w$])(?:crypto|performance|process|globalThis)\./;
  const wrong = files
    .filter((file) => file.startsWith('src/domain/') && !isTest(file))
    .filter((file) => impure.test(withoutComments(read(file))));
  expect(wrong).toEqual([]);
});

function filesIn(folder: string): string[] {
  let entries: ReturnType<typeof readFolder>;
  try {
    entries = readFolder(folder);
  } catch {
    return []; // a room that does not exist yet
  }
  return entries.flatMap((entry) =>
    entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}

function readFolder(folder: string) {
  return readdirSync(join(root, folder), { withFileTypes: true });
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** The first rule whose key begins the path: files are named before their folder. */
function ruleFor<T>(rules: Record<string, T>, file: string): T | undefined {
  return Object.entries(rules).find(([start]) => file.startsWith(start))?.[1];
}

function importsOf(file: string): string[] {
  const source = withoutComments(read(file));
  // Workers are named by a URL; other URLs are folders and files on disk.
  const names = source.matchAll(
    /(?:(?<!['\w])from|(?<![.\w'])import|\bimport\()\s*'([^']+)'|new URL\(\s*'([^']+\.tsx?)'/g,
  );
  return [...names].map(([, imported, worker]) => imported ?? worker ?? '');
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/.*$/gm, '');
}

/** As much of a glob as the projects use: `**` for folders, `*` within a name, `{a,b}`. */
function globToRegExp(glob: string): RegExp {
  const source = glob
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`)
    .replaceAll('**/', '<folders>')
    .replaceAll('*', '[^/]*')
    .replaceAll('<folders>', '(?:.*/)?');
  return new RegExp(`^${source}$`);
}

/** The app of the next release, built from our own sources with a few lines changed: notes get a topic, so their command has
 *  a version 2 and their rows a second shape, and phones of before can no longer read what the server has (protocol 2). */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../built-server.ts';

export const nextBuild = 'next-release';

/** [file, what stands there now, what the next release has there]. A line that is not found stops the test. */
const changes = [
  ['src/sync/protocol.ts', 'protocolVersion = 1;', 'protocolVersion = 2;'],
  [
    'src/domain/rowShapes.ts',
    'readonly Step[] } = {',
    "readonly Step[] } = {\n  proposalNote: [(body) => ({ ...body, topic: 'zonder onderwerp' })],",
  ],
  [
    'src/domain/commands/schemas/proposal.ts',
    'text: filledText(5_000) })',
    "text: filledText(5_000), topic: v.optional(v.string(), 'nieuwe app') })",
  ],
  [
    'src/domain/commands/proposalSteps.ts',
    "name: 'proposalNote.add',\n  v: 1,",
    "name: 'proposalNote.add',\n  v: 2,\n  older: { 1: (args) => ({ ...args, topic: 'oude app' }) },",
  ],
  [
    'src/domain/commands/proposalSteps.ts',
    'by: ctx.actor.personId, text: args.text }',
    'by: ctx.actor.personId, text: args.text, topic: args.topic }',
  ],
] as const;

/** Puts the web app and the server of the next release in the place of the build in `dist`. */
export function buildNext(dist: string): void {
  const sources = join(projectRoot, 'test-results/next-release');
  rmSync(sources, { recursive: true, force: true });
  mkdirSync(sources, { recursive: true });
  for (const name of [
    'src',
    'server',
    'sw',
    'public',
    'index.html',
    'package.json',
    'vite.config.ts',
    'tests/chromium.ts',
    'scripts/readingFiles.ts',
  ]) {
    cpSync(join(projectRoot, name), join(sources, name), { recursive: true });
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(sources, 'node_modules')); // the build copies files of packages
  for (const [file, now, then] of changes) {
    const text = readFileSync(join(sources, file), 'utf8');
    if (!text.includes(now)) throw new Error(`${file} does not hold: ${now}`);
    writeFileSync(join(sources, file), text.replace(now, then));
  }
  for (const [part, extra] of [
    ['web', []],
    ['server', ['--ssr']],
  ] as const) {
    const vite = join(projectRoot, 'node_modules/vite/bin/vite.js');
    const args = [vite, 'build', '--logLevel', 'error', '--outDir', join(dist, part), '--emptyOutDir', ...extra];
    const env = { ...process.env, BUURTKAS_BUILD: nextBuild };
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: sources, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`vite build of ${part}:\n${stderr}`);
  }
  rmSync(sources, { recursive: true, force: true });
}

/** Starts a server with an invented wijk and a whole year of data, and prints a link for each of its people. */
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoLinks, makeDemoData } from './demo/makeDemo.ts';
import { people } from './demo/wijk.ts';

const help = `npm run demo [-- --port N] [--data DIR] [--help]
  Makes DIR (./data-demo) anew with the invented Spoelkwartier of 2026: 41 proposals in seven themes, 12 meetings,
  125 receipts with drawn images and a bank account, by running the commands of its people. Then starts the server on it
  (port 8090) and prints a link for each person; a link works once.`;

const roles: Readonly<Record<string, string>> = {
  chair: 'voorzitter',
  secretary: 'secretaris',
  treasurer: 'penningmeester',
  member: 'lid',
  auditor: 'kascommissie',
  district_manager: 'stadsdeelmanager',
  initiator: 'initiatiefnemer',
};

const args = process.argv.slice(2);
const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);

if (args.includes('--help')) console.log(help);
else await demo(option('--port') ?? process.env['PORT'] ?? '8090', resolve(option('--data') ?? 'data-demo'));

async function demo(port: string, dataDir: string): Promise<void> {
  if (existsSync(dataDir)) {
    // Only a folder that a demo made is thrown away: it holds the statement that nothing else writes.
    if (!existsSync(join(dataDir, 'bank-2026.csv'))) throw new Error(`${dataDir} is no demo folder; name another`);
    rmSync(dataDir, { recursive: true });
  }
  const made = await makeDemoData(dataDir);
  console.log(`${made.commands} opdrachten van ${people.length} mensen, ${made.photos} bonnen: ${dataDir}`);
  const baseUrl = process.env['BASE_URL'] ?? `http://localhost:${port}`;
  for (const { key, name, url } of await demoLinks(dataDir, made, baseUrl)) {
    const role = people.find((person) => person.key === key)?.role ?? '';
    console.log(`  ${`${name}, ${roles[role] ?? role}`.padEnd(36)} ${url}`);
  }
  const main = fileURLToPath(new URL('../dist/server/main.js', import.meta.url));
  const server = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: port, DATA_DIR: dataDir },
    stdio: 'inherit',
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => server.kill(signal));
  server.on('exit', (code) => process.exit(code ?? 1));
}

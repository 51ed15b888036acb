/** Starts the server: settings from the environment, one data folder, one port. */
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { renderUnicodeCompact } from 'uqr';
import { type BuiltApp, buildApp } from './app.ts';
import { issueFirstLink } from './firstLink.ts';
import { noteRunning, noteStopped } from './operator/running.ts';
import { readSettings, type Settings } from './settings.ts';
import { takeUpWork } from './upkeep.ts';

/** Set by the build; absent when the source runs as it is. */
declare const __BUURTKAS_BUILD__: string;
const version = typeof __BUURTKAS_BUILD__ === 'string' ? __BUURTKAS_BUILD__ : 'dev';
const closeTimeoutMs = 10_000;

try {
  await start(readSettings(process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start(settings: Settings): Promise<void> {
  const { port, host, places, baseUrl, tls, logLevel, trustedProxies } = settings;
  const webRoot = fileURLToPath(new URL('../web', import.meta.url));
  const built = await buildApp({
    ...{ ...places, webRoot, version, logLevel, trustedProxies },
    ...(baseUrl === null ? {} : { baseUrl }),
    ...(tls === null ? {} : { tls }),
  }).catch((error: unknown) => {
    throw noDataFolder(error, places.dataDir);
  });
  const alone = places.databaseUrl == null; // nodes say so in the database
  if (alone) built.app.addHook('onClose', async () => noteStopped(places.dataDir));
  stopOnSignal(built);
  await built.app.listen({ port, host }).catch(async (error: unknown) => {
    await built.app.close(); // connections to PostgreSQL would keep the program alive
    throw new Error(notListening(error, settings), { cause: error });
  });
  if (alone) noteRunning(places.dataDir);
  const address = built.app.server.address();
  const actualPort = typeof address === 'object' && address !== null ? address.port : port;
  const scheme = tls === null ? 'http' : 'https';
  const local = `${scheme}://localhost:${actualPort}`;
  console.log(`Buurtkas ${version} luistert op ${baseUrl ?? local}`);
  console.log(`Gegevens: ${built.services.database.label}`);
  if (baseUrl === null) hintForPhones(scheme, actualPort);
  await takeUpWork(built.services, places.dataDir, (held) => built.app.log.warn(held, 'held commands'));
  if (!(await built.services.accounts.isEmpty())) return;
  if (alone) await printFirstLink(built, baseUrl ?? local);
  // Of several nodes each would print its own, and logs of many machines are no place for it.
  else console.log('\nEr is nog geen commissie. Maak een link om er een op te richten: npm run -s admin -- invite\n');
}

function noDataFolder(error: unknown, dataDir: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string' || !['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) return error;
  return new Error(
    `De server kan de map met gegevens niet maken: ${dataDir}. Kies met DATA_DIR een map waarin hij mag schrijven.`,
    { cause: error },
  );
}

/** Why the server cannot be reached, and what its keeper can do. */
function notListening(error: unknown, { port, host }: Settings): string {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return `Poort ${port} is al in gebruik, misschien door een Buurtkas die nog draait. Stop die, of kies een andere poort: PORT=${port === 8080 ? 8081 : 8080}.`;
    case 'EACCES':
      return `Poort ${port} mag deze gebruiker niet openen. Kies met PORT een poort boven 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `Het adres bij HOST hoort niet bij deze computer: ${host}. Laat HOST weg, of gebruik 0.0.0.0.`;
    default:
      return `De server kan niet luisteren op poort ${port}: ${error instanceof Error ? error.message : error}`;
  }
}

async function printFirstLink({ services }: BuiltApp, baseUrl: string): Promise<void> {
  await services.accounts.removeFirstInvites();
  const { url, code } = await issueFirstLink(services.accounts, baseUrl);
  console.log(
    '\nEr is nog geen commissie. Open deze link om er een op te richten (werkt één keer, twee weken geldig):',
  );
  console.log(`\n  ${url}\n`);
  console.log(renderUnicodeCompact(url));
  console.log(`\nOf vul binnen een kwartier deze code in op ${baseUrl}/aanmelden: ${code}\n`);
}

/** Phones on the same wifi reach this machine by its address; the app itself works there only over https (D22). */
function hintForPhones(scheme: string, port: number): void {
  const addresses = Object.values(networkInterfaces())
    .flat()
    .filter((entry) => entry?.family === 'IPv4' && !entry.internal)
    .map((entry) => `${scheme}://${entry?.address ?? ''}:${port}`);
  if (addresses.length === 0) return;
  console.log(`In hetzelfde netwerk: ${addresses.join(', ')}`);
  if (scheme === 'http')
    console.log('Telefoons hebben https nodig: zie TLS_CERT, TLS_KEY en BASE_URL in de handleiding.');
}

function stopOnSignal({ app }: BuiltApp): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), closeTimeoutMs).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
}

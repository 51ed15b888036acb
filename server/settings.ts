/** Settings of the server, from the environment. What is wrong stops the start with a sentence, and not later. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import type { S3Settings } from './blobs/s3Shelf.ts';
import type { Places } from './services.ts';

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly places: Places;
  /** Without a slash at the end; as people reach the server. */
  readonly baseUrl: string | null;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
  readonly logLevel: string;
  readonly trustedProxies: string;
}

type Environment = Readonly<Record<string, string | undefined>>;
const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

export function readSettings(env: Environment): Settings {
  const logLevel = env['LOG_LEVEL'] ?? 'warn';
  if (!logLevels.includes(logLevel)) throw new Error(`LOG_LEVEL moet een van deze zijn: ${logLevels.join(', ')}.`);
  return {
    port: portOf(env['PORT'] ?? '8080'),
    host: env['HOST'] ?? '0.0.0.0',
    places: placesOf(env),
    baseUrl: baseUrlOf(env['BASE_URL']),
    tls: tlsOf(env['TLS_CERT'], env['TLS_KEY']),
    logLevel,
    trustedProxies: env['TRUSTED_PROXIES'] ?? 'loopback',
  };
}

/** Where the data are; for the command line as well. */
export function placesOf(env: Environment): Places {
  return {
    dataDir: resolve(env['DATA_DIR'] ?? 'data'),
    databaseUrl: databaseUrlOf(env['DATABASE_URL']),
    poolSize: poolSizeOf(env['DATABASE_POOL'] ?? '10'),
    s3: s3Of(env),
  };
}

function databaseUrlOf(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol)) {
    throw new Error("DATABASE_URL moet eruitzien als 'postgres://naam:wachtwoord@computer:5432/buurtkas'.");
  }
  return text;
}

function poolSizeOf(text: string): number {
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1 || size > 1_000)
    throw new Error('DATABASE_POOL moet een getal van 1 tot en met 1000 zijn.');
  return size;
}

function s3Of(env: Environment): S3Settings | null {
  const names = ['ENDPOINT', 'BUCKET', 'KEY', 'SECRET'].map((name) => `BLOBS_S3_${name}`);
  const [endpoint = '', bucket = '', accessKeyId = '', secretAccessKey = ''] = names.map((name) => env[name]);
  const given = [endpoint, bucket, accessKeyId, secretAccessKey].filter((value) => value !== '').length;
  if (given === 0) return null;
  if (given < names.length)
    throw new Error(`${names.join(', ')} horen bij elkaar: geef ze alle vier op, of geen van alle.`);
  if (!URL.canParse(endpoint)) throw new Error("BLOBS_S3_ENDPOINT moet een adres zijn, zoals 'https://s3.example.nl'.");
  const region = env['BLOBS_S3_REGION'] ?? 'us-east-1';
  return { endpoint: endpoint.replace(/\/+$/, ''), bucket, region, accessKeyId, secretAccessKey };
}

/** 0 lets the system choose, for tests. */
function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT moet een getal zijn tot en met 65535, en is nu '${text}'.`);
  }
  return port;
}

export function baseUrlOf(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '') {
    throw new Error("BASE_URL moet het hele adres zijn, zonder pad: bijvoorbeeld 'https://buurtkas.example.nl'.");
  }
  return url.origin;
}

function tlsOf(cert: string | undefined, key: string | undefined): Settings['tls'] {
  if (cert === undefined && key === undefined) return null;
  if (cert === undefined || key === undefined) {
    throw new Error('TLS_CERT en TLS_KEY horen bij elkaar: geef allebei de bestanden op, of geen van beide.');
  }
  const tls = { cert: readTlsFile('TLS_CERT', cert), key: readTlsFile('TLS_KEY', key) };
  try {
    createSecureContext(tls);
  } catch {
    throw new Error(
      `Het certificaat in ${cert} en de sleutel in ${key} passen niet bij elkaar, of een van de twee is geen PEM-bestand.`,
    );
  }
  return tls;
}

function readTlsFile(name: 'TLS_CERT' | 'TLS_KEY', path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const problem =
      code === 'ENOENT' ? 'bestaat niet' : code === 'EACCES' ? 'mag de server niet lezen' : 'kan de server niet lezen';
    throw new Error(`Het bestand bij ${name} ${problem}: ${resolve(path)}. Kijk het pad na en start opnieuw.`);
  }
}

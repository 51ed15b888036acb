/** Settings of the server, from the environment. What is wrong stops the start with a sentence, and not later. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Without a slash at the end; as people reach the server. */
  readonly baseUrl: string | null;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
  readonly logLevel: string;
}

type Environment = Readonly<Record<string, string | undefined>>;
const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

export function readSettings(env: Environment): Settings {
  const logLevel = env['LOG_LEVEL'] ?? 'warn';
  if (!logLevels.includes(logLevel)) throw new Error(`LOG_LEVEL must be one of ${logLevels.join(', ')}`);
  return {
    port: portOf(env['PORT'] ?? '8080'),
    host: env['HOST'] ?? '0.0.0.0',
    dataDir: dataDirOf(env),
    baseUrl: baseUrlOf(env['BASE_URL']),
    tls: tlsOf(env['TLS_CERT'], env['TLS_KEY']),
    logLevel,
  };
}

export const dataDirOf = (env: Environment): string => resolve(env['DATA_DIR'] ?? 'data');

/** 0 lets the system choose, for tests. */
function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('PORT must be a number up to 65535');
  return port;
}

export function baseUrlOf(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '') {
    throw new Error("BASE_URL must be the whole address without a path, such as 'https://buurtkas.example.nl'");
  }
  return url.origin;
}

function tlsOf(cert: string | undefined, key: string | undefined): Settings['tls'] {
  if (cert === undefined && key === undefined) return null;
  if (cert === undefined || key === undefined) throw new Error('TLS_CERT and TLS_KEY go together');
  return { cert: readFileSync(cert), key: readFileSync(key) };
}

/** The HTTP side of the server: headers, limits, the web app's files and the routes. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { protocolVersion } from '../src/sync/protocol.ts';
import { sweepDestroyed } from './blobs/destroyed.ts';
import { compressAnswers } from './compress.ts';
import { answerErrors } from './http.ts';
import { NodeLine, type NodeMessage } from './nodes.ts';
import { PokeHub } from './pokes.ts';
import { ratesIn } from './rates.ts';
import { alarmRoutes } from './routes/alarms.ts';
import { blobRoutes } from './routes/blobs.ts';
import { committeeRoutes } from './routes/committee.ts';
import { deviceRoutes } from './routes/devices.ts';
import { eventRoutes } from './routes/events.ts';
import { inviteRoutes } from './routes/invites.ts';
import { signInRoutes } from './routes/signIn.ts';
import { syncRoutes } from './routes/sync.ts';
import { openServices, type Places, type ServiceOptions, type Services } from './services.ts';
import { refuseOtherSites } from './session.ts';
import { deliverAll } from './upkeep.ts';

export interface AppOptions extends Places, Pick<ServiceOptions, 'library' | 'now'> {
  /** Folder of the built web app; without it only /api is served. */
  readonly webRoot?: string;
  /** As people type it, 'https://buurtkas.example'; without it the address of each request counts. */
  readonly baseUrl?: string;
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer };
  readonly version?: string;
  readonly logLevel?: string;
  /** Addresses that may say who is asking and whether by https, such as those of a load balancer. */
  readonly trustedProxies?: string;
  readonly signInsPerMinute?: number; // per address
  readonly uploadsPerMinute?: number; // chunks per address: a committee may share one line
  readonly relaysPerMinute?: number; // bundles per address
}
export interface BuiltApp {
  readonly app: FastifyInstance;
  readonly services: Services;
  readonly hub: PokeHub;
}

const bodyBytesMax = 64 * 1024;
const requestTimeoutMs = 120_000; // to receive a request whole; a photo chunk on a slow line

export async function buildApp(options: AppOptions): Promise<BuiltApp> {
  const {
    databaseUrl,
    tls,
    version = 'dev',
    logLevel = 'silent',
    trustedProxies = 'loopback',
    now = Date.now,
  } = options;
  const app = fastify({
    logger: { level: logLevel },
    bodyLimit: bodyBytesMax,
    requestTimeout: requestTimeoutMs,
    trustProxy: trustedProxies,
    forceCloseConnections: 'idle',
    ...(tls === undefined ? {} : { https: tls }),
  }) as FastifyInstance;
  const alarm = (code: string, details: object): void => app.log.error({ code, ...details }, 'alarm');
  const onError = (error: unknown): void => app.log.error(error);
  const hubs: PokeHub[] = [];
  const services = await openServices({
    ...options,
    alarm,
    poke: (committeeId, seq) => hubs[0]?.poke(committeeId, seq),
  });
  const nodes = databaseUrl == null ? undefined : await openLine(databaseUrl, services, () => hubs[0], onError);
  const hub = new PokeHub(services.accounts, onError, (message) => nodes?.tell(message));
  hubs.push(hub);
  const delivering = setInterval(() => void deliverAll(services).catch(onError), deliverEveryMs);
  delivering.unref();
  const sweeping = setInterval(() => void sweepDestroyed(services).catch(onError), sweepEveryMs);
  sweeping.unref();
  app.addHook('onClose', async () => {
    clearInterval(delivering);
    clearInterval(sweeping);
    await nodes?.close();
    await services.database.close();
  });

  app.decorateRequest('device', null);
  app.removeContentTypeParser('text/plain'); // a form of another site may send it without asking first
  answerErrors(app);
  refuseOtherSites(app, options.baseUrl === undefined ? null : new URL(options.baseUrl).origin);
  await registerHeaders(app, tls !== undefined);
  await app.register(cookie);
  // One process counts in its memory; several count together.
  const counted = nodes === undefined ? {} : { store: ratesIn(services.database, now) };
  await app.register(rateLimit, { global: false, ...counted });
  compressAnswers(app);
  registerRoutes(app, services, hub, options, version);
  await serveFiles(app, options.webRoot);
  return { app, services, hub };
}

const deliverEveryMs = 60_000;
const sweepEveryMs = 24 * 3_600_000;

async function openLine(
  url: string,
  services: Services,
  hub: () => PokeHub | undefined,
  onError: (error: unknown) => void,
): Promise<NodeLine> {
  const onMessage = (message: NodeMessage): void => hub()?.hear(message);
  try {
    return await NodeLine.open({ url, onMessage, onError, onGap: () => hub()?.endAll() });
  } catch (error) {
    await services.database.close();
    throw error;
  }
}

function registerRoutes(
  app: FastifyInstance,
  services: Services,
  hub: PokeHub,
  options: AppOptions,
  version: string,
): void {
  const { signInsPerMinute = 60, uploadsPerMinute = 1_200, relaysPerMinute = 120 } = options;
  const baseUrl = options.baseUrl ?? null;
  const { accounts, engine, store } = services;
  const secureCookie = baseUrl?.startsWith('https:') ?? false;
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  app.get('/api/health', async () => {
    await store.read((snapshot) => snapshot.committee(''));
    return { ok: true };
  });
  app.get('/api/version', async () => ({ version, protocol: protocolVersion }));
  signInRoutes(app, { accounts, engine, hub, secureCookie, perMinute: signInsPerMinute });
  deviceRoutes(app, { accounts, hub, dataDir: options.dataDir });
  inviteRoutes(app, { accounts, baseUrl });
  syncRoutes(app, services, relaysPerMinute);
  eventRoutes(app, services, hub);
  blobRoutes(app, { services, perMinute: uploadsPerMinute });
  committeeRoutes(app, services);
  alarmRoutes(app, services);
}

/** D20. No default of helmet's policy is used: two of them do not fit an app without inline styles on plain http. */
async function registerHeaders(app: FastifyInstance, overTls: boolean): Promise<void> {
  const self = ["'self'"];
  await app.register(helmet, {
    strictTransportSecurity: overTls ? { maxAge: 31_536_000 } : false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [...self, "'wasm-unsafe-eval'"], // the receipt reader
        styleSrc: self,
        imgSrc: [...self, 'blob:', 'data:'],
        mediaSrc: ['blob:'], // what was spoken, from this phone's own bytes
        connectSrc: self,
        manifestSrc: self,
        workerSrc: self,
        fontSrc: self,
        formAction: self,
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('permissions-policy', 'camera=(self), microphone=(self), geolocation=(), payment=()');
  });
}

async function serveFiles(app: FastifyInstance, webRoot: string | undefined): Promise<void> {
  const serving = webRoot !== undefined && existsSync(join(webRoot, 'index.html'));
  if (serving) {
    await app.register(fastifyStatic, {
      root: webRoot,
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Names under assets/ change with their content; everything else is asked anew, so that a new version is found.
        const named = /[\\/]assets[\\/]/.test(path);
        reply.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && !request.url.startsWith('/api/');
    if (serving && page && request.headers.accept?.includes('text/html')) return reply.sendFile('index.html');
    return reply.code(404).send({ error: 'not_found', code: 'not_found' });
  });
}

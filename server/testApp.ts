/** For tests: the whole app over data of its own, and visitors who keep their cookie. */
import { randomUUID } from 'node:crypto';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { CommandArgs } from '../src/domain/commands/index.ts';
import type { CommandName } from '../src/domain/permissions.ts';
import type { Role } from '../src/domain/rows.ts';
import type { Outcome } from '../src/sync/protocol.ts';
import { type AppOptions, type BuiltApp, buildApp } from './app.ts';
import { founding } from './engine/testWorld.ts';
import { issueFirstLink } from './firstLink.ts';
import { makePlace, type TestPlace } from './testDatabase.ts';

export interface TestApp extends BuiltApp {
  readonly place: TestPlace;
  readonly dataDir: string;
  readonly clock: { now: number };
  /** A browser profile that asks this app, or another node on the same data. */
  readonly visitor: (node?: BuiltApp) => Visitor;
  /** The founder of a committee, signed in. */
  readonly founder: () => Promise<Visitor>;
  /** A member whom `by` adds and invites, signed in. */
  readonly member: (by: Visitor, role: Role, proposalIds?: readonly string[]) => Promise<Visitor>;
  readonly close: () => Promise<void>;
}

type Ask = Omit<InjectOptions, 'method' | 'url'>;

/** One browser profile. */
export interface Visitor {
  cookie: string;
  personId: string;
  deviceId: string;
  committeeId: string;
  readonly ask: (
    method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    options?: Ask,
  ) => Promise<LightMyRequestResponse>;
  readonly signIn: (secret: { token: string } | { code: string }, more?: object) => Promise<LightMyRequestResponse>;
  /** The body of a push with the next number of this profile's device. */
  readonly pushOf: <N extends CommandName>(name: N, args: CommandArgs<N>) => object;
  readonly does: <N extends CommandName>(name: N, args: CommandArgs<N>) => Promise<Outcome>;
}

export async function startApp(options: Partial<AppOptions> = {}): Promise<TestApp> {
  const place = await makePlace();
  const { dataDir, databaseUrl } = place;
  const clock = { now: Date.UTC(2026, 0, 10, 19) };
  const built = await buildApp({
    dataDir,
    databaseUrl,
    poolSize: 4,
    now: () => clock.now,
    version: '1.2.3',
    ...options,
  });
  const visitor = (node: BuiltApp = built): Visitor => makeVisitor(node);
  const founder = async (): Promise<Visitor> => {
    const { url } = await issueFirstLink(built.services.accounts, 'http://x');
    const anna = visitor();
    await anna.signIn({ token: tokenOf(url) });
    await anna.does('committee.found', founding);
    return anna;
  };
  const member: TestApp['member'] = async (by, role, proposalIds = []) => {
    const personId = randomUUID();
    await by.does('member.add', { personId, name: role, role, proposalIds });
    const { committeeId } = by;
    const invite = await by.ask('POST', '/api/invites', { payload: { committeeId, personId } });
    const someone = visitor();
    await someone.signIn({ token: tokenOf(invite.json<{ url: string }>().url) });
    return someone;
  };
  const close = async (): Promise<void> => {
    await built.app.close();
    await place.remove();
  };
  return { ...built, place, dataDir, clock, visitor, founder, member, close };
}

export const tokenOf = (url: string): string => url.slice(url.indexOf('#') + 1);

function makeVisitor({ app }: BuiltApp): Visitor {
  let deviceSeq = 0;
  const ask: Visitor['ask'] = (method, url, { headers, ...options } = {}) => {
    const cookie: Record<string, string> = visitor.cookie === '' ? {} : { cookie: `bk_session=${visitor.cookie}` };
    return app.inject({ method, url, headers: { ...cookie, ...headers }, ...options });
  };
  const visitor: Visitor = {
    ...{ cookie: '', personId: '', deviceId: '', committeeId: '' },
    ask,
    signIn: async (secret, more = {}) => {
      const answer = await ask('POST', '/api/sign-in', { payload: { ...secret, deviceName: 'telefoon', ...more } });
      if (answer.statusCode !== 200) return answer;
      const body = answer.json<{
        personId: string;
        deviceId: string;
        founding: string | null;
        committees: { committeeId: string }[];
      }>();
      visitor.cookie = answer.cookies.find(({ name }) => name === 'bk_session')?.value ?? '';
      visitor.personId = body.personId;
      visitor.deviceId = body.deviceId;
      visitor.committeeId = body.committees[0]?.committeeId ?? body.founding ?? '';
      return answer;
    },
    pushOf: (name, args) => {
      deviceSeq += 1;
      const { deviceId, committeeId } = visitor;
      const sent = { deviceSeq, commandId: randomUUID(), name, v: 1, args, touches: [], clientTime: 0 };
      return { protocol: 1, app: 'test', deviceId, committeeId, sentAt: 0, commands: [sent] };
    },
    does: async (name, args) => {
      const answer = await ask('POST', '/api/sync/push', { payload: visitor.pushOf(name, args) });
      const [outcome] = answer.json<{ outcomes?: Outcome[] }>().outcomes ?? [];
      if (outcome === undefined) throw new Error(`${name}: ${answer.body}`);
      return outcome;
    },
  };
  return visitor;
}

/** A pull without any past. */
export const freshPull = ({ deviceId, committeeId }: Visitor): object => ({
  ...{ protocol: 1, deviceId, committeeId, epoch: null, cursor: 0, head: null, accessV: 0, pendingFrom: 1 },
});

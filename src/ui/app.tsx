// From the session to the screen: who may see what, in which frame. Everything below AppProvider belongs to one committee.
import { useEffect, useMemo } from 'preact/hooks';
import { isCommitteeRole } from '../domain/access.ts';
import { type Session, sessionStore } from '../store/app.ts';
import { type App, AppProvider, PathsContext, useMe } from './app-context.tsx';
import { useTaskCount } from './attention.ts';
import { DraftContext, type DraftServices } from './draft.ts';
import { NowhereGate, RemovedGate, StuckGate, WaitingGate } from './gates.tsx';
import { useStore } from './hooks.ts';
import { nl } from './nl/index.ts';
import { holdUpdate, mayUpdate, updateStore } from './pwa.ts';
import { LocationProvider, routeAt, Screens, useLocation } from './router.tsx';
import { routes, type ScreenRoute } from './routes.ts';
import { navItems } from './shell/nav.ts';
import { BareShell, Shell, ThemeButton } from './shell/shell.tsx';
import { barStatus } from './sync-bar-status.ts';
import { syncStore } from './sync-status.ts';

const signInPath = '/aanmelden';
const startPath = '/start';
const paths = routes.map(({ path }) => path);
/** What opens without anybody signed in. */
const publicRoutes = routes.filter(({ path }) => path === signInPath || path.startsWith('/hulp'));

export function BuurtkasApp() {
  return (
    <LocationProvider>
      <PathsContext.Provider value={paths}>
        <Root />
      </PathsContext.Provider>
    </LocationProvider>
  );
}

function Root() {
  const session = useStore(sessionStore, (state) => state);
  const { path } = useLocation();
  const { state, opened, problem } = session;
  if (state === 'stuck' || problem === 'newer_version') return <StuckGate problem={problem} />;
  if (state === 'starting') return null;
  if (state === 'signed_out' || opened === null) return <SignedOut path={path} />;
  if (path === signInPath) return <Screens routes={publicRoutes} />;
  return <SignedIn session={session} opened={opened} />;
}

function SignedOut({ path }: { readonly path: string }) {
  const known = routeAt(publicRoutes, path);
  const { route } = useLocation();
  useEffect(() => {
    if (known === undefined) route(signInPath, true);
  }, [known, route]);
  if (known === undefined) return null;
  if (known.frame === 'bare') return <Screens routes={publicRoutes} />;
  return (
    <BareShell sub={known.title} brandHref={signInPath} tools={<ThemeButton />}>
      <Screens routes={publicRoutes} />
    </BareShell>
  );
}

interface SignedInProps {
  readonly session: Session;
  readonly opened: NonNullable<Session['opened']>;
}

function SignedIn({ session, opened }: SignedInProps) {
  const { personId, committeeId, access, removed } = session;
  const { engine, reader, drafts } = opened;
  const app = useMemo<App | undefined>(() => {
    if (personId === null || committeeId === null || access === null) return undefined;
    const rows = reader(committeeId);
    return { engine, rows, queue: rows, personId, committeeId, access };
  }, [engine, reader, personId, committeeId, access]);
  const services = useMemo<DraftServices>(() => ({ store: drafts, holdUpdate }), [drafts]);
  if (committeeId === null) return <NowhereGate />;
  if (removed) return <RemovedGate session={session} />;
  if (app === undefined) return <WaitingGate engine={engine} session={session} />;
  return (
    <DraftContext.Provider value={services}>
      <AppProvider key={committeeId} app={app}>
        <Committee />
      </AppProvider>
    </DraftContext.Provider>
  );
}

function Committee() {
  const { committee, access } = useMe();
  const { path, route } = useLocation();
  const here = routeAt(routes, path);
  // Nothing to see before the five questions are answered; help stays within reach.
  const mustStart =
    committee === undefined && access.role === 'founder' && path !== startPath && !path.startsWith('/hulp');
  useEffect(() => {
    if (mustStart) route(startPath, true);
  }, [mustStart, route]);
  if (mustStart) return null;
  if (here?.frame === 'bare') return <Screens routes={routes} />;
  return <Framed here={here} path={path} />;
}

function Framed({ here, path }: { readonly here: ScreenRoute | undefined; readonly path: string }) {
  const { committee, year, access } = useMe();
  const sync = useStore(syncStore, (status) => status);
  const offered = useStore(updateStore, mayUpdate);
  const tasks = useTaskCount(path);
  const name = committee?.name ?? nl.app;
  const items = useMemo(
    () => navItems(paths).filter(({ href }) => href !== '/vergadering' || isCommitteeRole(access.role)),
    [access.role],
  );
  return (
    <Shell
      neighbourhood={name}
      committeeName={`${capital(committee?.bodyWord ?? '')} ${name}`.trim()}
      year={year}
      items={items}
      counts={{ '/': tasks }}
      sync={barStatus(sync)}
      narrow={here?.narrow}
      onUpdate={offered ? () => updateStore.getState().apply() : undefined}
    >
      <Screens routes={routes} />
    </Shell>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

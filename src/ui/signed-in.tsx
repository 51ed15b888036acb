// What a signed-in person sees: the frame, and below AppProvider everything of one committee. In a chunk of its own with
// the database, the engine and the commands, so that a first visit shows the sign-in screen before it has them.
import { useEffect, useMemo } from 'preact/hooks';
import { isCommitteeRole } from '../domain/access.ts';
import { type Session, sessionStore } from '../store/app.ts';
import { type App, AppProvider, PathsContext, useMe } from './app-context.tsx';
import { useTaskCount } from './attention.ts';
import { DraftContext, type DraftServices } from './draft.ts';
import { capital } from './format.ts';
import { NowhereGate, RemovedGate, WaitingGate } from './gates.tsx';
import { nl } from './nl/index.ts';
import { isInPractice, PracticeBar } from './practice-bar.tsx';
import { holdUpdate, mayUpdate, updateStore } from './pwa.ts';
import { routeAt, Screens, useLocation } from './router.tsx';
import { routes, type ScreenRoute } from './routes.ts';
import { navItems } from './shell/nav.ts';
import { Shell } from './shell/shell.tsx';
import { barStatus } from './sync-bar-status.ts';
import { syncStore } from './sync-status.ts';
import { useStore } from './use-store.ts';
import { useYearOfAddress, YearNote } from './year-choice.tsx';

const startPath = '/start';
const practiceRoutes = routes.filter(({ path }) => isInPractice(path));
const pathsOf = (some: readonly ScreenRoute[]) => some.map(({ path }) => path);
const [paths, practicePaths] = [pathsOf(routes), pathsOf(practiceRoutes)];
const usePractice = () => useStore(sessionStore, ({ practice }) => practice);

export interface SignedInProps {
  readonly session: Session;
  readonly opened: NonNullable<Session['opened']>;
}

export function SignedIn({ session, opened }: SignedInProps) {
  const { personId, committeeId, access, removed } = session;
  const { engine, reader, drafts, heard } = opened;
  const app = useMemo<App | undefined>(() => {
    if (personId === null || committeeId === null || access === null) return undefined;
    const rows = reader(committeeId);
    return { engine, rows, queue: rows, heard, personId, committeeId, access };
  }, [engine, reader, heard, personId, committeeId, access]);
  const services = useMemo<DraftServices>(() => ({ store: drafts, holdUpdate }), [drafts]);
  if (committeeId === null) return <NowhereGate />;
  if (removed) return <RemovedGate session={session} />;
  if (app === undefined) return <WaitingGate engine={engine} session={session} />;
  return (
    <DraftContext.Provider value={services}>
      <PathsContext.Provider value={session.practice ? practicePaths : paths}>
        <AppProvider key={committeeId} app={app}>
          {session.practice && <PracticeBar />}
          <Committee />
        </AppProvider>
      </PathsContext.Provider>
    </DraftContext.Provider>
  );
}

function Committee() {
  const { committee, access } = useMe();
  const { path, route } = useLocation();
  const screens = usePractice() ? practiceRoutes : routes;
  const here = routeAt(screens, path);
  // Nothing to see before the five questions are answered; help stays within reach.
  const mustStart =
    committee === undefined && access.role === 'founder' && path !== startPath && !path.startsWith('/hulp');
  useEffect(() => {
    if (mustStart) route(startPath, true);
  }, [mustStart, route]);
  if (mustStart) return null;
  if (here?.frame === 'bare') return <Screens routes={screens} />;
  return <Framed here={here} path={path} />;
}

function Framed({ here, path }: { readonly here: ScreenRoute | undefined; readonly path: string }) {
  const { committee, year, access } = useMe();
  const sync = useStore(syncStore, (status) => status);
  const offered = useStore(updateStore, mayUpdate);
  const tasks = useTaskCount(path);
  const name = committee?.name ?? nl.app;
  const practice = usePractice();
  useYearOfAddress();
  const items = useMemo(
    () =>
      navItems(practice ? practicePaths : paths).filter(
        ({ href }) => href !== '/vergadering' || isCommitteeRole(access.role),
      ),
    [access.role, practice],
  );
  return (
    <Shell
      neighbourhood={name}
      committeeName={`${capital(committee?.bodyWord ?? '')} ${name}`.trim()}
      year={year}
      items={items}
      counts={{ '/': tasks }}
      sync={practice ? undefined : barStatus(sync)}
      narrow={here?.narrow}
      onUpdate={offered ? () => updateStore.getState().apply() : undefined}
    >
      <YearNote />
      <Screens routes={practice ? practiceRoutes : routes} />
    </Shell>
  );
}

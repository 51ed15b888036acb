// From the session to the screen: signed out, stuck, or at work. What only a signed-in person needs is loaded then.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { sessionStore } from '../store/app.ts';
import { NotLoadedGate, StuckGate } from './gates.tsx';
import { LocationProvider, routeAt, Screens, useLocation } from './router.tsx';
import { routes } from './routes.ts';
import { BareShell, ThemeButton } from './shell/shell.tsx';
import type { SignedInProps } from './signed-in.tsx';
import { useStore } from './use-store.ts';

const signInPath = '/aanmelden';
/** What opens without anybody signed in. */
const publicRoutes = routes.filter(
  ({ path }) => path === signInPath || path === '/oefenen' || path.startsWith('/hulp'),
);

export function BuurtkasApp() {
  return (
    <LocationProvider>
      <Root />
    </LocationProvider>
  );
}

function Root() {
  const session = useStore(sessionStore, (state) => state);
  const { path } = useLocation();
  const { state, opened, problem } = session;
  const Work = useSignedIn(state === 'opening' || state === 'ready', path);
  if (state === 'stuck' || problem === 'newer_version') return <StuckGate problem={problem} />;
  if (state === 'starting' || state === 'opening') return null;
  if (state === 'signed_out' || opened === null) return <SignedOut path={path} />;
  if (path === signInPath) return <Screens routes={publicRoutes} />;
  if (Work === 'failed') return <NotLoadedGate />;
  return Work === undefined ? null : <Work session={session} opened={opened} />;
}

/** Loaded with the screen of this address while the database opens: all lie in the cache of the device after the first
 *  visit, and one after the other they are what a cold start waits for. */
function useSignedIn(needed: boolean, path: string): ComponentType<SignedInProps> | 'failed' | undefined {
  const [loaded, setLoaded] = useState<{ readonly work: ComponentType<SignedInProps> | 'failed' }>();
  useEffect(() => {
    if (!needed || loaded !== undefined) return;
    void routeAt(routes, path)
      ?.load()
      .catch(() => undefined); // whoever shows it tries again, and says so
    void import('./signed-in.tsx').then(
      ({ SignedIn }) => setLoaded({ work: SignedIn }),
      () => setLoaded({ work: 'failed' }),
    );
  }, [needed, loaded, path]);
  return loaded?.work;
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

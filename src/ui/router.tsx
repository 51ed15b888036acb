// Addresses to screens. Each screen is a chunk of its own; the previous one stays on the page until the next is there, so
// that there is never an empty page or a spinner.
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useErrorBoundary, useRef } from 'preact/hooks';
import { ErrorBoundary, lazy, Route, Router, useLocation, useRoute } from 'preact-iso';
import { nl } from './nl/index.ts';
import { Actions, Button, LinkButton } from './parts/button.tsx';
import { Empty } from './parts/empty.tsx';
import { PageHead } from './parts/page-head.tsx';
import type { ScreenRoute } from './routes.ts';
import { setPageTitle } from './title.ts';

export { LocationProvider, useLocation } from 'preact-iso';

/** One parameter of the address: `useParam('id')` on '/aanvragen/:id'. */
export function useParam(name: string): string {
  return useRoute().params[name] ?? '';
}

/** Where a screen without an entry leads: the frame and width of the address at hand. */
export function routeAt(routes: readonly ScreenRoute[], path: string): ScreenRoute | undefined {
  return routes.find((route) => matches(route.path, path));
}

export interface ScreensProps {
  readonly routes: readonly ScreenRoute[];
}

/** The screen of the current address. Stands inside the shell's main, or alone for a bare route. */
export function Screens({ routes }: ScreensProps) {
  const { path } = useLocation();
  return (
    <ErrorBoundary>
      <CrashGuard path={path}>
        <Router>
          {routes.map((route) => (
            <Route key={route.path} path={route.path} component={screenOf(route)} />
          ))}
          <Route default component={NotFound} />
        </Router>
      </CrashGuard>
    </ErrorBoundary>
  );
}

const screensByPath = new Map<string, ComponentType>();

/** One lazy component a route, made once: a new one at each render would load and mount again. */
function screenOf(route: ScreenRoute): ComponentType {
  const known = screensByPath.get(route.path);
  if (known !== undefined) return known;
  const screen = lazy<ComponentType>(async () => {
    setPageTitle(route.title);
    try {
      return await route.load();
    } catch {
      // Not in the cache and no connection, or the chunk of a version that is gone.
      return NotLoaded;
    }
  });
  screensByPath.set(route.path, screen);
  return screen;
}

/** A screen that throws takes no other with it: the menu stays, and the next address starts afresh. */
function CrashGuard({ path, children }: { readonly path: string; readonly children: ComponentChildren }) {
  const [error, reset] = useErrorBoundary((problem: unknown) => {
    console.error(problem);
  });
  const crashedAt = useRef(path);
  useEffect(() => {
    if (crashedAt.current !== path && error !== undefined) reset();
    crashedAt.current = path;
  }, [path, error, reset]);
  if (error === undefined) return children;
  return <Broken title={nl.crash.title} text={nl.crash.text} onRetry={reset} />;
}

function NotLoaded() {
  return <Broken title={nl.crash.notLoadedTitle} text={nl.crash.notLoadedText} onRetry={() => location.reload()} />;
}

interface BrokenProps {
  readonly title: string;
  readonly text: string;
  readonly onRetry: () => void;
}

function Broken({ title, text, onRetry }: BrokenProps) {
  return (
    <>
      <PageHead title={title} lead={text} />
      <Actions>
        <Button kind="primary" onClick={onRetry}>
          {nl.crash.reload}
        </Button>
        <LinkButton href="/">{nl.crash.home}</LinkButton>
      </Actions>
    </>
  );
}

function NotFound() {
  return (
    <>
      <PageHead title={nl.notFound.title} />
      <Empty title={nl.notFound.title} action={<LinkButton href="/">{nl.crash.home}</LinkButton>}>
        {nl.notFound.text}
      </Empty>
    </>
  );
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith(':') || part === given[index]);
}

/**
 * The service worker: keeps all our own code on the device, answers every page from it, and takes in photos that other
 * apps share. It never holds or sends what people wrote: that is the app's work, with locks and an outbox.
 * It never takes over by itself: a new version waits until the app, with no form open, says so.
 */
import { clientsClaim } from 'workbox-core';
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { addSharedPhotos, type SharedPhoto } from '../src/store/flags.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
// Only matters at the very first visit: the page that installed us can then lose its connection and still open screens.
clientsClaim();

registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api(\/|$)/] }));

// The receipt readers, which the app put into a cache of their own when somebody asked for them.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/reading/'),
  async ({ request, url }) => (await caches.match(url.pathname)) ?? fetch(request),
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === '/delen',
  ({ request }) => receiveShared(request),
  'POST',
);

self.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// Chromium only: the connection is back. An app that is open but asleep gets a nudge; a closed one sends when it opens.
self.addEventListener('sync' as 'activate', (event) => event.waitUntil(wakeClients()));

/** Answers as the browser expects from a share target: the photos are on the device before the form opens. */
async function receiveShared(request: Request): Promise<Response> {
  try {
    const form = await request.formData();
    const files = form.getAll('photos').filter((value): value is File => value instanceof File && value.size > 0);
    const receivedAt = new Date().toISOString();
    const photos = files.map(
      async (file): Promise<SharedPhoto> => ({
        id: crypto.randomUUID(),
        name: file.name,
        type: file.type,
        bytes: await file.arrayBuffer(),
        receivedAt,
      }),
    );
    await addSharedPhotos(await Promise.all(photos));
    return Response.redirect('/bon/nieuw?gedeeld=1', 303);
  } catch {
    // No room, most likely. The photos are still in the other app; the form says so.
    return Response.redirect('/bon/nieuw?gedeeld=0', 303);
  }
}

async function wakeClients(): Promise<void> {
  const clients = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const client of clients) client.postMessage({ type: 'WAKE_UP' });
}

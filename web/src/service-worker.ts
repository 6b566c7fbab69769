/// <reference lib="webworker" />
// Keeps the screens themselves in the browser, so that they open without a network (docs/decisions/0074). Never an answer of the graph, never a session.

declare const self: ServiceWorkerGlobalScope;
/** What the screens are made of, and a name that changes with it. */
export interface Screens {
  version: string;
  files: readonly string[];
}
/** Put in by the build (vite.config.ts). */
declare const SCREENS: Screens;

const PREFIX = 'schermen-';
const name = PREFIX + SCREENS.version;
const SHELL = '/';
/** What is no screen, though somebody goes there (gateway/src/web/page-route.ts). */
const elsewhere = /^\/(graphql|graphiql|events|calendar|sessie|health|\.well-known)(\/|\.|$)/;
/** In a hallway a line that answers nothing is no line. */
const PATIENCE_MS = 5000;

const keep = async (): Promise<void> => {
  const cache = await caches.open(name);
  await cache.addAll([new Request(SHELL, { cache: 'reload' }), ...SCREENS.files]);
};

/** What an earlier version kept; its pages are closed. */
const forgetOlder = async (): Promise<void> => {
  const older = (await caches.keys()).filter((each) => each.startsWith(PREFIX) && each !== name);
  await Promise.all(older.map((each) => caches.delete(each)));
  await self.clients.claim();
};

const kept = async (path: string): Promise<Response | undefined> => (await caches.open(name)).match(path, { ignoreVary: true });

/** The page as it is now, or as it was kept, with the files that belong to it. */
const page = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    return (await kept(SHELL)) ?? Response.error();
  }
};

const files = new Set(SCREENS.files);
const file = async (request: Request, path: string): Promise<Response> => (await kept(path)) ?? fetch(request);

// A new version waits until every page of the former is closed: no page ever mixes the two.
self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || elsewhere.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (files.has(pathname)) event.respondWith(file(request, pathname));
});

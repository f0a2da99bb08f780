/*
 * The service worker: it keeps the page itself on the device, so that it opens without a network. Keys and lists
 * are kept by the page, once it has verified them (load-trust.ts).
 */

declare const VERSION: string;
declare const FILES: readonly string[];

interface Waiting extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}
interface Asked extends Event {
  readonly request: Request;
  respondWith: (answer: Promise<Response>) => void;
}
interface Scope {
  addEventListener: ((name: "install" | "activate", work: (event: Waiting) => void) => void) &
    ((name: "fetch", work: (event: Asked) => void) => void);
  skipWaiting: () => Promise<void>;
  readonly clients: { claim: () => Promise<void> };
}
const scope = globalThis as unknown as Scope;

/** One cache a version: a page never runs with a script of another one. */
const SHELL = `kp-check-page-${VERSION}`;

scope.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" }))))
      .then(() => scope.skipWaiting()),
  );
});

scope.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith("kp-check-page-") && name !== SHELL))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => scope.clients.claim()),
  );
});

scope.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== location.origin || !FILES.includes(pathname)) return;
  event.respondWith(
    caches
      .open(SHELL)
      .then((cache) => cache.match(pathname))
      .then((kept) => kept ?? fetch(event.request)),
  );
});

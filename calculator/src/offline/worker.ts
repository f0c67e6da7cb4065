/**
 * The service worker of the calculator's page, for visitors who ticked that they want it (`choice.ts`).
 *
 * The page comes from the network whenever there is one, and from the copy only where there is none. Files whose name holds
 * the hash of their content come from the copy first. The list of files belongs to one release: a newer release installs its
 * own list whole or not at all, and then deletes what is no longer in it. Copies are kept under the addresses of the list, so
 * that nothing after the `#` of a link ever reaches the disk. It takes no messages.
 */

import { cacheNames, setCacheNameDetails } from "workbox-core";
import type { RouteHandlerCallback } from "workbox-core/types";
import { matchPrecache, precache, type PrecacheEntry } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst, NetworkOnly, type Strategy } from "workbox-strategies";
import { CACHE_NAME_DETAILS } from "./names";

/** Filled in by `site_build.offline`, which reads the built page. */
const FILES = JSON.parse("__FILES__") as PrecacheEntry[];
/** Its own folder: the calculator's page. */
const PAGE = "./";
const HASHED = /[.-][0-9a-f]{8,}\.[a-z.]+$/;
/** A line that has given no page after so long is no line. */
const PATIENCE_S = 20;

const worker = self as unknown as { skipWaiting(): Promise<void>; addEventListener(type: "install", listener: () => void): void };

setCacheNameDetails(CACHE_NAME_DETAILS);
worker.addEventListener("install", () => void worker.skipWaiting());
precache(FILES);

const cacheName = cacheNames.precache;

/** Once the visitor had everything deleted, a page still open is served by the network, and nothing is kept anew. */
const whileKept =
  (strategy: Strategy): RouteHandlerCallback =>
  async ({ request, event }) =>
    (await caches.has(cacheName)) ? strategy.handle({ request, event }) : fetch(request);

const online = new NetworkOnly({ networkTimeoutSeconds: PATIENCE_S, plugins: [{ handlerDidError: () => matchPrecache(PAGE) }] });
registerRoute(new NavigationRoute(online));
// The page asks in this way after it was given something else than what was published.
registerRoute(({ request, sameOrigin }) => sameOrigin && request.cache === "reload", whileKept(new NetworkFirst({ cacheName })));
registerRoute(({ url, sameOrigin }) => sameOrigin && HASHED.test(url.pathname), whileKept(new CacheFirst({ cacheName })));

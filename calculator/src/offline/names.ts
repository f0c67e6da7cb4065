/** What the service worker's cache is called, so that the page can tell it from the caches of others under the same host. */

const PREFIX = "guantong";

/** For Workbox, which makes the name of it and of the registration's scope. */
export const CACHE_NAME_DETAILS = { prefix: PREFIX, precache: "files" };

/** The cache of the registration with this scope, an absolute address. */
export const cacheOf = (scope: string): string => `${PREFIX}-${CACHE_NAME_DETAILS.precache}-${scope}`;

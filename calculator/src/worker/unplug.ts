/**
 * The second belt: the frame's policy already stops every connection; here the functions that would try are gone too.
 */

const WAYS_OUT = [
  "fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "EventSource", "WebTransport", "RTCPeerConnection", "RTCDataChannel",
  "importScripts", "Worker", "SharedWorker", "BroadcastChannel", "caches", "CacheStorage", "indexedDB", "cookieStore",
  "Notification", "BackgroundFetchManager", "PushManager", "ServiceWorkerContainer", "serviceWorker", "sendBeacon", "storage",
];

/** Removes the ways out from `scope` and from everything it inherits from. */
export function unplug(scope: object): void {
  for (let level: object | null = scope; level !== null; level = Object.getPrototypeOf(level) as object | null) {
    for (const name of WAYS_OUT) Reflect.deleteProperty(level, name);
  }
}

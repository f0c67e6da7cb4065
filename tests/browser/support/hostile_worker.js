// Stands in for the worker's script and tries every way out that a worker has. {OWN} and {OTHER} are filled in.
const ways = {
  fetchOwn: () => fetch("{OWN}leak/fetch"),
  fetchOther: () => fetch("{OTHER}leak/fetch", { mode: "no-cors" }),
  xhr: () => {
    const request = new XMLHttpRequest();
    request.open("GET", "{OTHER}leak/xhr", false);
    request.send();
  },
  webSocket: () => opened(new WebSocket("{OTHER}leak/socket".replace("http", "ws"))),
  eventSource: () => opened(new EventSource("{OTHER}leak/events")),
  importOwn: () => import("{OWN}leak/import.js"),
  importOther: () => import("{OTHER}leak/import.js"),
  importScripts: () => importScripts("{OWN}leak/scripts.js"),
  nestedWorker: () => opened(new Worker("{OWN}leak/worker.js")),
  nestedModuleWorker: () => opened(new Worker("{OWN}leak/module-worker.js", { type: "module" })),
  blobWorker: () => opened(new Worker(URL.createObjectURL(new Blob(['fetch("{OWN}leak/blob-worker").catch(() => 0); postMessage(1)'])))),
  sharedWorker: () => new SharedWorker("{OWN}leak/shared.js"),
  serviceWorker: () => navigator.serviceWorker.register("{OWN}leak/service.js"),
  cache: () => caches.open("leak").then((cache) => cache.add("{OWN}leak/cache")),
  font: () => new FontFace("leak", "url({OTHER}leak/font)").load(),
  webTransport: () => new WebTransport("{OTHER}leak/transport".replace("http", "https")).ready,
  evaluated: () => eval('fetch("{OWN}leak/eval")'),
  constructed: () => new Function('return fetch("{OWN}leak/function")')(),
};

const PATIENCE_MS = 1500;

const opened = (channel) =>
  new Promise((resolve, reject) => {
    channel.onopen = channel.onmessage = resolve;
    channel.onerror = () => reject(new Error("refused"));
  });

async function attempt(way) {
  const patience = new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), PATIENCE_MS));
  try {
    await Promise.race([(async () => way())(), patience]);
    return "went out";
  } catch (error) {
    return `stopped: ${error}`;
  }
}

onmessage = async () => {
  const found = await Promise.all(Object.entries(ways).map(async ([name, way]) => [name, await attempt(way)]));
  postMessage({ kind: "failed", why: `TRIED ${JSON.stringify(Object.fromEntries(found))}` });
};

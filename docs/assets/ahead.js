// @ts-check
// On the way to the calculator: when somebody points at a link to it, its files are fetched ahead into the browser's cache.
// Never with data saving on, on a very slow line or where the browser could not run it; no page loads them otherwise.

const FILES = 'link[rel="preload"][as="fetch"], link[rel="modulepreload"]';

/** @returns {boolean} */
function isWelcome() {
  const line = /** @type {{connection?: {saveData?: boolean, effectiveType?: string}}} */ (navigator).connection;
  return (
    line?.saveData !== true &&
    !line?.effectiveType?.includes("2g") &&
    !matchMedia("(prefers-reduced-data: reduce)").matches &&
    "Tag" in WebAssembly
  );
}

/**
 * @param {EventTarget | null} target
 * @returns {string | null} the address of the calculator that a link there leads to
 */
function calculatorBehind(target) {
  const link = target instanceof Element ? target.closest("a") : null;
  const isOurs = link !== null && link.origin === location.origin && link.pathname.endsWith("/calc/");
  return isOurs && link.pathname !== location.pathname ? link.origin + link.pathname : null;
}

/** @param {string} address */
async function fetchAhead(address) {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  for (const file of page.querySelectorAll(FILES)) {
    const hint = document.createElement("link");
    hint.rel = "prefetch";
    hint.as = file.getAttribute("as") ?? "script";
    hint.crossOrigin = "anonymous";
    hint.href = new URL(file.getAttribute("href") ?? "", address).href;
    document.head.append(hint);
  }
}

/** @param {Event} event */
function noticeIntent({ target }) {
  const address = calculatorBehind(target);
  if (address === null || !isWelcome()) return;
  for (const sign of SIGNS) document.removeEventListener(sign, noticeIntent);
  fetchAhead(address).catch(() => undefined);
}

const SIGNS = ["pointerover", "focusin", "touchstart"];
for (const sign of SIGNS) document.addEventListener(sign, noticeIntent, { passive: true });

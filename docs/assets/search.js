// @ts-check
// The search box: in the header on a wide screen, on a page of its own elsewhere. What is typed stays in the browser:
// the index is fetched once, and the words go nowhere, not even into the part of an address that a server sees.

import { finder } from "./find.js";

/** @typedef {import("./find.js").Found} Found */

const KINDS = { clause: "原文", reading: "解读", term: "名词", page: "" };
const AROUND = 28;

/** @type {Promise<(query: string, most?: number) => Found[]> | undefined} */
let ready;

/** @param {string} root */
function find(root) {
  ready ??= fetch(`${root}search/index.json`).then(async (answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return finder(await answer.json());
  });
  ready.catch(() => { ready = undefined; });
  return ready;
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {(Node | string)[]} content
 */
function made(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/**
 * The line of a place in which the words stand, the words marked.
 * @param {Found} found
 */
function line({ entry, words }) {
  const text = entry.text;
  const word = words.find((one) => one.length > 1 && text.includes(one)) ?? "";
  const at = word ? text.indexOf(word) : 0;
  const begin = Math.max(0, at - AROUND);
  const end = Math.min(text.length, at + word.length + 2 * AROUND);
  const parts = [begin > 0 ? "…" : "", text.slice(begin, at)];
  const after = `${text.slice(at + word.length, end)}${end < text.length ? "…" : ""}`;
  return made("span", "line", ...parts, ...(word ? [made("mark", "", word)] : []), after);
}

/**
 * @param {Found} found
 * @param {string} root
 */
function item(found, root) {
  const link = document.createElement("a");
  link.href = root + found.entry.to;
  const kind = KINDS[found.entry.kind];
  link.append(made("strong", "", found.entry.name), kind ? made("span", "kind", kind) : "", line(found));
  return made("li", "", link);
}

/**
 * @param {HTMLElement} place a form with an input and a list of results beside or inside it
 */
function mount(place) {
  const root = place.dataset.root ?? "";
  const box = place.querySelector("input");
  const told = place.querySelector("[data-told]");
  const list = place.querySelector("ol");
  const panel = place.querySelector("[data-found]");
  if (!box || !told || !list || !(panel instanceof HTMLElement)) return;
  const whole = place.dataset.find === "page";
  const most = whole ? 30 : 7;
  place.hidden = false;

  const show = async () => {
    const query = box.value;
    if (whole) history.replaceState(null, "", query ? `#q=${encodeURIComponent(query)}` : " ");
    if (!query.trim()) {
      list.replaceChildren();
      told.textContent = "";
      panel.hidden = true;
      return;
    }
    try {
      const found = (await find(root))(query, most);
      if (box.value !== query) return;
      list.replaceChildren(...found.map((one) => item(one, root)));
      told.textContent = found.length ? `找到 ${found.length} 处` : "没有找到。换个词，或少写几个字试试。";
    } catch {
      told.textContent = "搜索用的文件没有取到，请检查网络后再试。";
    }
    panel.hidden = false;
  };

  /** @param {number} step */
  const move = (step) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.findIndex((link) => link === document.activeElement) + step;
    (at < 0 ? box : (links[at] ?? links[links.length - 1]))?.focus();
  };

  box.addEventListener("focus", () => { find(root).catch(() => {}); }, { once: true });
  box.addEventListener("input", (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) show();
  });
  box.addEventListener("compositionend", show);
  place.addEventListener("submit", (event) => {
    event.preventDefault();
    if (whole) box.blur();
    else if (box.value.trim()) location.href = `${root}search/#q=${encodeURIComponent(box.value)}`;
  });
  place.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape" && !whole) {
      panel.hidden = true;
      box.focus();
    }
  });
  if (!whole) {
    box.addEventListener("focus", () => { if (list.children.length) panel.hidden = false; });
    document.addEventListener("click", ({ target }) => {
      if (target instanceof Node && !place.contains(target)) panel.hidden = true;
    });
    place.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !place.contains(relatedTarget)) panel.hidden = true;
    });
    list.addEventListener("click", () => { panel.hidden = true; });
    return;
  }
  const read = () => {
    box.value = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
    show();
  };
  addEventListener("hashchange", read);
  read();
  if (!box.value) box.focus();
}

for (const place of document.querySelectorAll("[data-find]")) {
  if (place instanceof HTMLElement) mount(place);
}

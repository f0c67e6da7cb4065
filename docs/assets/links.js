// @ts-check
// The link builder: choose a place or fill part of the calculator, see the link, what it leads to, its QR code. All of it
// stays in the browser; the QR code is drawn by a library that this site serves itself.

// @ts-ignore the library comes with the build
import { encode } from "./qr.js";

/** @typedef {{ name: string, label: string, kind: string, values: { value: string, label: string }[], personal: boolean }} Parameter */
/** @typedef {{ kind: string, to: string, name: string, text: string }} Entry */

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4;
const PNG_SCALE = 12;
const GROUPS = /** @type {const} */ ([["clause", "原文"], ["reading", "解读"], ["term", "名词"], ["page", "指南、问答和其他"]]);

const root = new URL("../", location.href.split("#")[0]);

/** @param {string} address */
async function json(address) {
  const answer = await fetch(new URL(address, root));
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/**
 * @param {string} text
 * @returns {boolean[][]}
 */
const matrix = (text) => encode(text, { ecc: "M", border: QUIET }).data;

/** @param {string} text */
function drawn(text) {
  const rows = matrix(text);
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("xmlns", SVG);
  svg.setAttribute("viewBox", `0 0 ${rows.length} ${rows.length}`);
  svg.setAttribute("shape-rendering", "crispEdges");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", "链接的二维码");
  const ground = document.createElementNS(SVG, "path");
  ground.setAttribute("fill", "#fff");
  ground.setAttribute("d", `M0 0h${rows.length}v${rows.length}H0z`);
  const dots = document.createElementNS(SVG, "path");
  dots.setAttribute("fill", "#000");
  dots.setAttribute("d", rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join(""));
  svg.append(ground, dots);
  return svg;
}

/** @param {string} text */
function painted(text) {
  const rows = matrix(text);
  const canvas = document.createElement("canvas");
  canvas.width = rows.length * PNG_SCALE;
  canvas.height = canvas.width;
  const pen = canvas.getContext("2d");
  if (!pen) return "";
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000";
  rows.forEach((row, y) => row.forEach((dark, x) => { if (dark) pen.fillRect(x * PNG_SCALE, y * PNG_SCALE, PNG_SCALE, PNG_SCALE); }));
  return canvas.toDataURL("image/png");
}

/**
 * @param {string} value
 * @param {string} label
 */
function option(value, label) {
  const made = document.createElement("option");
  made.value = value;
  made.textContent = label;
  return made;
}

/** @param {HTMLElement} place */
async function mount(place) {
  /** @template {Element} T @param {string} name @param {new () => T} kind @returns {T} */
  const part = (name, kind) => {
    const found = place.querySelector(`[data-${name}]`);
    if (!(found instanceof kind)) throw new Error(name);
    return found;
  };
  const where = part("where", HTMLSelectElement);
  const fields = part("fields", HTMLElement);
  const out = part("out", HTMLInputElement);
  const html = part("html", HTMLInputElement);
  const open = part("open", HTMLAnchorElement);
  const preview = part("shown", HTMLElement);
  const code = part("code", HTMLElement);
  const svgLink = part("svg", HTMLAnchorElement);
  const pngLink = part("png", HTMLAnchorElement);

  /** @type {[{ entries: Entry[] }, { page: string, parameters: Parameter[] }]} */
  const [index, params] = await Promise.all([json("search/index.json"), json("data/url-params.json")]);
  where.append(option("calc/", "贯通计算（可先填好一部分）"), option("embed/", "嵌入用的计算表"));
  for (const [kind, label] of GROUPS) {
    const group = document.createElement("optgroup");
    group.label = label;
    group.append(...index.entries.filter((one) => one.kind === kind).map((one) => option(one.to, one.name)));
    where.append(group);
  }
  for (const one of params.parameters) {
    if (one.kind === "list" || one.personal) continue;
    const label = document.createElement("label");
    const field = one.kind === "bool" || one.kind === "choice" ? document.createElement("select") : document.createElement("input");
    field.name = one.name;
    if (field instanceof HTMLSelectElement) {
      const yesNo = [{ value: "true", label: "是" }, { value: "false", label: "否" }];
      field.append(option("", "不写进链接"), ...(one.kind === "bool" ? yesNo : one.values).map((choice) => option(choice.value, choice.label)));
    }
    const list = one.name.includes(".0.") ? `${params.parameters.find(({ name }) => name === one.name.split(".")[0])?.label ?? ""}：` : "";
    label.append(`${list}${one.label}`, field);
    fields.append(label);
  }

  const show = () => {
    const form = where.value === "calc/" || where.value === "embed/";
    fields.hidden = !form;
    const filled = [...fields.querySelectorAll("select, input")]
      .filter((field) => (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) && field.value)
      .map((field) => `${/** @type {HTMLInputElement} */ (field).name}=${encodeURIComponent(/** @type {HTMLInputElement} */ (field).value)}`);
    const link = new URL(where.value + (form && filled.length ? `#${filled.join("&")}` : ""), root).href;
    const entry = index.entries.find(({ to }) => to === where.value);
    const name = entry?.name ?? where.selectedOptions[0]?.textContent ?? "";
    out.value = link;
    html.value = where.value === "embed/"
      ? `<iframe src="${link.replace(/&/g, "&amp;")}" title="贯通计算" width="100%" height="900"></iframe>`
      : `<a href="${link.replace(/&/g, "&amp;")}">${name}</a>`;
    open.href = link;
    preview.textContent = entry ? `${entry.name}：${entry.text}` : filled.length ? `打开计算表，已填好 ${filled.length} 项。` : "打开空白的计算表。";
    try {
      const svg = drawn(link);
      code.replaceChildren(svg);
      svgLink.href = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.outerHTML)}`;
      pngLink.href = painted(link);
    } catch {
      code.replaceChildren("链接太长，画不成二维码。");
    }
  };
  place.addEventListener("input", show);
  place.addEventListener("submit", (event) => event.preventDefault());
  for (const box of [out, html]) box.addEventListener("focus", () => box.select());
  place.hidden = false;
  show();
}

const builder = document.querySelector("[data-link-builder]");
if (builder instanceof HTMLElement) {
  mount(builder).catch(() => {
    builder.hidden = false;
    builder.textContent = "做链接用的文件没有取到，请检查网络后再打开这一页。";
  });
}

// Trims the wasm: node trim.mjs <profile.json> <out.wasm>, or - for all functions; with out.mjs in its place, the glue for both.
// Exports that the glue doesn't read are dropped; functions that were never called stop the program at once, but for the small
// ones, which together cost little and are what input that nobody thought of is most likely to call.
// `profile` is as profile.mjs writes it.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { usedExports, withoutUnused } from "./glue.mjs";
import { withoutLeaving } from "./trampoline.mjs";
import { functionCount, keepExports, trapAllBut } from "./wasm.mjs";

const SMALL = 64;
const PYODIDE = fileURLToPath(new URL("../node_modules/pyodide/", import.meta.url));
const [profile, out] = process.argv.slice(2);
const wasm = new Uint8Array(await readFile(`${PYODIDE}/pyodide.asm.wasm`));
const glue = await readFile(`${PYODIDE}/pyodide.asm.mjs`, "utf8");
const exports = usedExports(glue, await readFile(`${PYODIDE}/pyodide.mjs`, "utf8"), wasm);

if (out.endsWith(".mjs")) {
  await writeFile(out, withoutUnused(glue, exports));
} else {
  const slim = keepExports(wasm, (name) => exports.has(name));
  await writeFile(out, profile === "-" ? slim : await trimmed(slim));
}

async function trimmed(slim) {
  const { count, used } = JSON.parse(await readFile(profile, "utf8"));
  if (count !== functionCount(slim)) throw new Error(`the profile knows ${count} functions, the wasm has ${functionCount(slim)}`);
  const called = new Set(used);
  return withoutLeaving(trapAllBut(slim, (index, bytes) => called.has(index) || bytes <= SMALL));
}

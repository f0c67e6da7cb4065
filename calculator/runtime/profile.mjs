// Notes what the wasm does: node profile.mjs <given.json> <out.json>
// `given` as for ask.mjs, with an image. `out`: {count: how many functions there are, used: indices of those that were called,
// read: indices of the cells of the wasm's own data that were read}; see notes.mjs.
import { copyFile, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { noted } from "./notes.mjs";
import { start, tryAll } from "./start.mjs";

const PYODIDE = fileURLToPath(new URL("../node_modules/pyodide/", import.meta.url));

const [given, out] = process.argv.slice(2);
const { questions, ...parts } = JSON.parse(await readFile(given, "utf8"));
const folder = await mkdtemp(join(tmpdir(), "profile-"));
const { wasm, calls, reads } = noted(new Uint8Array(await readFile(`${PYODIDE}/pyodide.asm.wasm`)));
await writeFile(`${folder}/pyodide.asm.wasm`, wasm);
await copyFile(`${PYODIDE}/pyodide.asm.mjs`, `${folder}/pyodide.asm.mjs`);

let memory = null;
const python = await start({ ...parts, folder, onInstance: ({ exports }) => (memory = exports.memory) });
await tryAll(python, questions);

const marked = ({ at, count }) => {
  const notes = new Uint8Array(memory.buffer, at, count);
  return [...notes.keys()].filter((index) => notes[index] !== 0);
};
await writeFile(out, JSON.stringify({ count: calls.count, used: marked(calls), read: marked(reads) }));
process.exit(0);

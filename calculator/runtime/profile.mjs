// Notes which functions of the wasm are called: node profile.mjs <given.json> <out.json>
// `given` as for ask.mjs, with an image. `out`: {wasm: length of the wasm, used: [indices of the functions called]}.
import { copyFile, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { asking, start } from "./start.mjs";
import { noteCalls } from "./wasm.mjs";

const PYODIDE = fileURLToPath(new URL("../node_modules/pyodide/", import.meta.url));
/** 512 MB: the notes lie at its end, where no heap comes. */
const PAGES = 8192;

const [given, out] = process.argv.slice(2);
const { questions, ...parts } = JSON.parse(await readFile(given, "utf8"));
const folder = await mkdtemp(join(tmpdir(), "profile-"));
const { wasm, at, count } = noteCalls(new Uint8Array(await readFile(`${PYODIDE}/pyodide.asm.wasm`)), PAGES);
await writeFile(`${folder}/pyodide.asm.wasm`, wasm);
await copyFile(`${PYODIDE}/pyodide.asm.mjs`, `${folder}/pyodide.asm.mjs`);

let memory = null;
const python = await start({ ...parts, folder, onInstance: ({ exports }) => (memory = exports.memory) });
const ask = await asking(python);
for (const [command, text] of questions) ask(command, text);
ask("assess", "{}");
const attempt = (program) => {
  try {
    python.runPython(program);
  } catch {
    // the report of a fault is what is tried
  }
};
attempt("1 / 0");
attempt("import nothing_of_that_name");
attempt("import gc; gc.collect()");
const notes = new Uint8Array(memory.buffer, at, count);
const used = [...notes.keys()].filter((index) => notes[index] !== 0);
await writeFile(out, JSON.stringify({ count, used }));
process.exit(0);

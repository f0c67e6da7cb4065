// Takes the memory image: node image.mjs <given.json> <out.bin>; `given` as for ask.mjs, with `called` (a path) for the page's.
// Python starts as in the page, imports the rules and answers every question once; what its memory then holds beyond the
// wasm's own data is the image. A page that puts it back needs no library and no import.
// `called` lists the functions of the library that are called from then on; the others become traps. Without it the image
// notes them, for called.mjs.
import crypto from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { asking, start } from "./start.mjs";
import { writeImage } from "./image_format.mjs";
import { trap, watch } from "./unused.mjs";

// Chance and the clock would end up in the memory: the same sources are to give the same bytes.
crypto.randomFillSync = (view) => view.fill(0);
Date.now = () => Date.UTC(2026, 0, 1);
performance.now = () => 0;

const [given, out] = process.argv.slice(2);
const { questions, called, ...parts } = JSON.parse(await readFile(given, "utf8"));
let pristine = null;
const python = await start({
  ...parts,
  options: { env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0" }, _makeSnapshot: true },
  onInstance: ({ exports }) => (pristine = new Uint8Array(exports.memory.buffer.slice(0))),
});
const ask = await asking(python);
for (const [command, text] of questions) ask(command, text);
ask("assess", "{}");
// Every module of the archive is imported now: afterwards there is no archive any more.
python.runPython(`
import importlib, sys, zipimport, gc
for name in zipimport.zipimporter("/lib/python314.zip")._get_files():
    module = name.removesuffix(".pyc").replace("/", ".").removesuffix(".__init__")
    if name.endswith(".pyc") and module not in sys.modules and not module.startswith("importlib._bootstrap"):
        importlib.import_module(module)
del name, module
gc.collect(); gc.collect()
`);
await (called ? trap(python, await readFile(called, "utf8")) : watch(python));
python.runPython(`
import gc
gc.collect(); gc.collect()
gc.freeze(); gc.disable() # the rules leave no cycles behind, so there is nothing to look for (tests/rules/test_cli.py)
`);

const module = python._module;
const stack = [module._emscripten_stack_get_end(), module._emscripten_stack_get_current()];
clearFreeBlocks(module);
const image = writeImage(python.makeMemorySnapshot(), pristine, stack);
await writeFile(out, image);
process.exit(0);

/** Fills every free block of the heap with zeros, so that what was thrown away is not carried along. */
function clearFreeBlocks({ _malloc, _free, _sbrk, HEAPU8 }) {
  const limit = _sbrk(0);
  const inside = [];
  const beyond = [];
  for (let size = 1 << 22; size >= 16; size = size > 512 ? size >> 1 : size - 8) {
    for (;;) {
      const block = _malloc(size);
      if (block === 0) break;
      if (block + size > limit) {
        beyond.push(block);
        break;
      }
      inside.push([block, size]);
    }
  }
  for (const [block, size] of inside) HEAPU8.fill(0, block, block + size);
  for (const [block] of inside.reverse()) _free(block);
  for (const block of beyond.reverse()) _free(block);
}

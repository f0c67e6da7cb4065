// Starts Python in Node as the page does in its worker, for what the build makes and tries.
import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { loadPyodide } from "pyodide";

const PYODIDE = fileURLToPath(new URL("../node_modules/pyodide/", import.meta.url));

/** A module of the page's own worker. */
async function workerCode(name) {
  const entry = fileURLToPath(new URL(`../src/worker/${name}`, import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

/**
 * Python with the rules, from archives (`stdlib`, `rules`: paths) or from an `image` (path; then `stdlib` is an empty archive).
 * `tables`: path of what the wasm's data lacks, put back at once. `folder` holds another pyodide.asm.wasm and pyodide.asm.mjs. `onInstance` sees the instance before anything runs in it.
 */
export async function start({ stdlib, rules, image, tables, folder = PYODIDE, onInstance, options = {} }) {
  const create = (await import(pathToFileURL(`${folder}/pyodide.asm.mjs`).href)).default;
  const { info } = JSON.parse(await readFile(`${PYODIDE}/pyodide-lock.json`, "utf8"));
  const data = image ? new Uint8Array(await readFile(image)) : null;
  const code = data ? await workerCode("image.ts") : null;
  const python = await loadPyodide({
    indexURL: folder,
    stdLibURL: stdlib,
    lockFileContents: { info, packages: {} },
    ...(data ? { _loadSnapshot: Promise.resolve(new Uint8Array(4)) } : {}),
    ...options,
    async createPyodideModule(settings) {
      let pristine = null;
      const instantiate = settings.instantiateWasm;
      settings.instantiateWasm = (imports, done) =>
        instantiate(imports, (instance, module) => {
          onInstance?.(instance);
          if (data) pristine = code.pristineOf(instance.exports.memory, data);
          done(instance, module);
        });
      const made = await create(settings);
      if (data) made.API.restoreSnapshot = () => code.restore(made.HEAPU8, pristine, data);
      return made;
    },
  });
  if (!data) {
    python.FS.writeFile("/rules.zip", await readFile(rules));
    python.runPython("import sys; sys.path.insert(0, '/rules.zip')");
  }
  if (tables) code.complete(python._module.HEAPU8, code.headOf(data).head, new Uint8Array(await readFile(tables)));
  return python;
}

/** Asks Python as the page does: (command, text) => {status, out, err}. */
export async function asking(python) {
  const { readReply, takeReply } = await workerCode("crossing.ts");
  const { answer } = python.pyimport("bridge");
  return (command, text) => readReply(takeReply(answer(command, text)));
}

/** Asks all questions, and for the report of faults: what a visit may need of Python is used then. */
export async function tryAll(python, questions) {
  const ask = await asking(python);
  for (const [command, text] of questions) ask(command, text);
  ask("assess", "{}"); // about today
  for (const program of ["1 / 0", "import nothing_of_that_name", "import gc; gc.collect()"]) {
    try {
      python.runPython(program);
    } catch {
      // the report of a fault is what is tried
    }
  }
}

// Which functions of Python's own library nothing calls, and traps for them: see unused.py.
import { readFile } from "node:fs/promises";

/** From now on Python notes which functions are called; the image that is taken then goes on noting. */
export const watch = (python) => run(python, "sys.modules['unused'] = unused; unused.watch()");

/** What was noted, a line each. */
export const called = (python) => python.runPython("import unused; unused.called()");

/** Puts traps in place of the functions of the library that `called` doesn't name. */
export const trap = (python, called) => run(python, `unused.trap(${JSON.stringify(called)})`);

async function run(python, call) {
  const source = await readFile(new URL("unused.py", import.meta.url), "utf8");
  python.runPython(`
import sys, types
unused = types.ModuleType("unused")
exec(${JSON.stringify(source)}, unused.__dict__)
${call}
del unused
`);
}

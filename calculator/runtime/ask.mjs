// Starts Python from two archives as the page does and asks it: node ask.mjs <stdlib.zip> <rules.zip> <questions.json> <out.json>
// `questions` is a list of [command, text]. `out` is {replies: [[status, out, err]], modules: [files of the first archive in use]}.
import { readFile, writeFile } from "node:fs/promises";
import { loadPyodide } from "pyodide";

const [stdlib, rules, questions, out] = process.argv.slice(2);
const lock = JSON.parse(await readFile(new URL("../node_modules/pyodide/pyodide-lock.json", import.meta.url), "utf8"));

const python = await loadPyodide({ stdLibURL: stdlib, lockFileContents: { info: lock.info, packages: {} } });
python.FS.writeFile("/rules.zip", await readFile(rules));
python.runPython("import sys; sys.path.insert(0, '/rules.zip')");
const answer = python.pyimport("guantong.cli").answer;
python.pyimport("bridge");

const replies = JSON.parse(await readFile(questions, "utf8")).map(([command, text]) => {
  const reply = answer(command, text);
  const words = [reply.status, reply.out, reply.err];
  reply.destroy();
  return words;
});

// A fault in Python is reported with a traceback: what that takes must be there too.
const reported = (program) => {
  try {
    python.runPython(program);
    return "nothing";
  } catch (error) {
    return String(error.message);
  }
};
if (!reported("1 / 0").includes("ZeroDivisionError")) throw new Error("a fault in Python is not reported");

const modules = python.runPython(`
import sys
found = set()
for module in list(sys.modules.values()):
    file = getattr(module, "__file__", None) or ""
    if file.startswith("/lib/python314.zip/"):
        found.add(file.removeprefix("/lib/python314.zip/"))
"\\n".join(sorted(found))
`).split("\n");
await writeFile(out, JSON.stringify({ replies, modules }));

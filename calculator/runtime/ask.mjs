// Starts Python as the page does and asks it: node ask.mjs <given.json> <out.json>
// `given`: {stdlib, rules, image, tables, folder: paths, see start.mjs; questions: list of [command, text]}.
// `out`: {replies: [[status, out, err]], modules: [files of the library in use]}; modules only without an image.
import { readFile, writeFile } from "node:fs/promises";
import { asking, start } from "./start.mjs";

const [given, out] = process.argv.slice(2);
const { questions, ...parts } = JSON.parse(await readFile(given, "utf8"));
const python = await start(parts);
const ask = await asking(python);

const replies = questions.map(([command, text]) => {
  const { status, out, err } = ask(command, text);
  return [status, out, err];
});
ask("assess", "{}"); // about today

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

const modules = parts.image ? [] : python.runPython(`
import sys
found = set()
for module in list(sys.modules.values()):
    file = getattr(module, "__file__", None) or ""
    if file.startswith("/lib/python314.zip/"):
        found.add(file.removeprefix("/lib/python314.zip/"))
"\\n".join(sorted(found))
`).split("\n");
await writeFile(out, JSON.stringify({ replies, modules }));
process.exit(0);

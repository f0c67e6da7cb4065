// Compiles the Python of an archive for the browser's own Python: node compile.mjs <in.zip> <out.zip> <place> <level>
// `place` is where the archive will lie in the browser; `level` is the optimisation (2 drops docstrings and assertions).
// Compiling at every start is the largest single cost of a visit; the same input gives the same bytes.
// Entries are stored, not deflated: brotli over the whole does better, and Python has nothing to inflate.
import { readFile, writeFile } from "node:fs/promises";
import { loadPyodide } from "pyodide";

const [input, output, place, level] = process.argv.slice(2);

const COMPILE = `
import importlib._bootstrap_external as external
import zipfile

def compiled(source, name):
    code = compile(source, f"{place}/{name}", "exec", dont_inherit=True, optimize=level)
    return external._code_to_timestamp_pyc(code, 0, 0)

with zipfile.ZipFile("/in.zip") as given, zipfile.ZipFile("/out.zip", "w") as made:
    for name in sorted(given.namelist()):
        if name.endswith("/"):
            continue
        data = given.read(name)
        if name.endswith(".py"):
            name, data = name + "c", compiled(data, name)
        entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        entry.external_attr = 0o644 << 16
        made.writestr(entry, data, zipfile.ZIP_STORED)
`;

// A fixed seed for hashes: the order of sets is part of compiled code. Tracebacks name lines; the columns would be a tenth of the image.
const python = await loadPyodide({ env: { PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" } });
python.FS.writeFile("/in.zip", await readFile(input));
python.globals.set("place", place);
python.globals.set("level", Number(level));
python.runPython(COMPILE);
await writeFile(output, python.FS.readFile("/out.zip"));

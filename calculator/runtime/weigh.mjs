// What the bytes to the first answer are made of: node weigh.mjs, after `make build`. Prints thousands of bytes, as they are and packed.
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { brotli } from "./brotli.mjs";
import { start } from "./start.mjs";
import { sections } from "./wasm.mjs";

const SITE = fileURLToPath(new URL("../../site/assets/calculator/", import.meta.url));
const SECTIONS = { 10: "functions", 11: "data" };
const SMALL = 20_000;

const thousands = (bytes) => (bytes / 1000).toFixed(0).padStart(8);
const row = async (name, data) => console.log(name.padEnd(42) + thousands(data.length) + thousands((await brotli(data)).length));

const names = await readdir(SITE);
const path = (begin) => SITE + names.find((name) => name.startsWith(`${begin}-`) && !/\.(br|gz)$/.test(name));

for (const form of ["quick", "python"]) {
  const wasm = await readFile(path(form));
  await row(`${form} wasm`, wasm);
  for (const { id, body } of sections(wasm)) if (body.length > SMALL) await row(`  ${SECTIONS[id] ?? `section ${id}`}`, body);
}
await row("image", await readFile(path("image")));

// What the image holds: every object that Python reaches from its modules once the rules are imported, by type.
const python = await start({ stdlib: path("stdlib"), rules: path("rules") });
const found = python.runPython(`
import gc, json, sys
import guantong.cli
gc.collect()
seen, todo, sizes = set(), [sys.modules, *gc.get_objects()], {}
seen |= {id(seen), id(todo), id(sizes)}
while todo:
    one = todo.pop()
    if id(one) in seen:
        continue
    seen.add(id(one))
    sizes[type(one).__name__] = sizes.get(type(one).__name__, 0) + sys.getsizeof(one)
    todo += gc.get_referents(one)
json.dumps(sorted(sizes.items(), key=lambda pair: -pair[1])[:10])
`);
for (const [type, bytes] of JSON.parse(found)) console.log(`  ${type}`.padEnd(42) + thousands(bytes));
process.exit(0);

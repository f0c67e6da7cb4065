// Notes which functions of Python's library are called: node called.mjs <given.json> <out.txt>, a line each (see unused.py).
// `given` as for ask.mjs, with an image that notes them (image.mjs).
import { readFile, writeFile } from "node:fs/promises";
import { start, tryAll } from "./start.mjs";
import { called } from "./unused.mjs";

const [given, out] = process.argv.slice(2);
const { questions, ...parts } = JSON.parse(await readFile(given, "utf8"));
const python = await start(parts);
await tryAll(python, questions);
await writeFile(out, called(python));
process.exit(0);

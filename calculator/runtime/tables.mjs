// Takes out of a trimmed wasm what none of its functions seems to read: node tables.mjs <profile.json> <in.wasm> <in.bin> <out>
// `profile` as profile.mjs writes it, `in.bin` the memory image. `out` says which of three things is wanted: *.wasm without those
// tables, *.bin the image that belongs to it, *.tables what was taken out, as a file in the image's format.
//
// Most of CPython's constants are tables and texts for functions that are traps by now: East Asian codecs, names of characters,
// frozen modules, words about functions. A table that is missing can't stop the program as a missing function does, so none is
// given up for good: the page fetches them after the first answer, puts them back and asks again (see src/engine/engine.ts).
import { readFile, writeFile } from "node:fs/promises";
import { differences, firstWrite, ofOtherData, writeTables } from "./image_format.mjs";
import { address, instructions } from "./instructions.mjs";
import { CELL } from "./notes.mjs";
import { bodiesOf, dataOf, withData } from "./wasm.mjs";

/** Around what is read, and around every place that a function names, so much stays. */
const ROOM = 1024;
/** Shorter stretches aren't worth a piece of their own. */
const LEAST = 512;

const [profile, wasmFile, imageFile, out] = process.argv.slice(2);
const wasm = new Uint8Array(await readFile(wasmFile));
const image = new Uint8Array(await readFile(imageFile));
const { read } = JSON.parse(await readFile(profile, "utf8"));
const data = dataOf(wasm);
const taken = stretchesBetween([...read.map((cell) => cell * CELL), ...named(wasm)], firstWrite(image));
const rest = without(data, taken);

if (out.endsWith(".wasm")) await writeFile(out, withData(wasm, rest, differences(rest, new Uint8Array(rest.length), rest.length)));
else if (out.endsWith(".bin")) await writeFile(out, ofOtherData(image, rest));
else await writeFile(out, writeTables(data, taken, rest));

/** Every number in a function that may be an address; many are none, which does no harm. */
function named(module) {
  const found = new Set();
  for (const body of bodiesOf(module)) for (const one of instructions(body)) found.add(address(body, one));
  found.delete(null);
  return [...found];
}

/** The stretches that lie far enough from all the places: [start, length]. */
function stretchesBetween(places, end) {
  const inside = [...places.filter((place) => place >= 0 && place < end), end].sort((a, b) => a - b);
  const found = [];
  let last = -ROOM; // nothing lies before address 0
  for (const place of inside) {
    const [from, to] = [last + ROOM + CELL, place - ROOM].map((at) => Math.ceil(at / CELL) * CELL);
    if (to - from >= LEAST) found.push([from, to - from]);
    last = place;
  }
  return found;
}

function without(bytes, stretches) {
  const copy = bytes.slice();
  for (const [start, length] of stretches) copy.fill(0, start, start + length);
  return copy;
}

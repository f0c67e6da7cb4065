// Takes out of a trimmed wasm what none of its functions seems to read: node tables.mjs <profile.json> <in.wasm> <in.bin> <out>
// `profile` as profile.mjs writes it, `in.bin` the memory image. `out` says which of three things is wanted: *.wasm without those
// tables, *.bin the image that belongs to it, *.tables what was taken out, as a file in the image's format.
//
// Most of CPython's constants are tables and texts for functions that are traps by now: East Asian codecs, names of characters,
// frozen modules, words about functions. A table that is missing can't stop the program as a missing function does, so none is
// given up for good: the page fetches them after the first answer, puts them back and asks again (see src/engine/engine.ts).
import { readFile, writeFile } from "node:fs/promises";
import { imageRuns, ofOtherData, writeTables } from "./image_format.mjs";
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
const taken = stretchesBetween([...read.map((cell) => cell * CELL), ...named(wasm)], firstChange(image));
const kept = complement(taken, data.length);

if (out.endsWith(".wasm")) await writeFile(out, withData(wasm, data, kept));
else if (out.endsWith(".bin")) await writeFile(out, ofOtherData(image, without(data, taken)));
else await writeFile(out, writeTables(data, taken, without(data, taken)));

/** Every number in a function that may be an address; many are none, which does no harm. */
function named(module) {
  const found = new Set();
  for (const body of bodiesOf(module)) for (const one of instructions(body)) found.add(address(body, one));
  found.delete(null);
  return [...found];
}

/** Where Python's start changed its memory first: what lies before is constant. */
function firstChange(bytes) {
  return imageRuns(bytes)[0].start;
}

/** The stretches that lie far enough from all the places: [[from, to]]. */
function stretchesBetween(places, end) {
  const inside = [...places.filter((place) => place >= 0 && place < end), end].sort((a, b) => a - b);
  const found = [];
  let last = -ROOM; // nothing lies before address 0
  for (const place of inside) {
    const [from, to] = [last + ROOM + CELL, place - ROOM].map((at) => Math.ceil(at / CELL) * CELL);
    if (to - from >= LEAST) found.push([from, to]);
    last = place;
  }
  return found;
}

/** What else there is, without the zeros at either end of a stretch. */
function complement(stretches, length) {
  const found = [];
  let from = 0;
  for (const [start, end] of [...stretches, [length, length]]) {
    found.push(...withoutGaps(from, start));
    from = end;
  }
  return found;
}

/** A stretch of the data in pieces: memory is zero where nothing is put, and a long gap costs more than a new piece. */
function withoutGaps(from, to) {
  const GAP = 16;
  const found = [];
  let start = -1;
  let last = -1;
  for (let at = from; at < to; at += 1) {
    if (data[at] === 0) continue;
    if (start >= 0 && at - last > GAP) {
      found.push([start, last + 1]);
      start = -1;
    }
    if (start < 0) start = at;
    last = at;
  }
  if (start >= 0) found.push([start, last + 1]);
  return found;
}

function without(bytes, stretches) {
  const copy = bytes.slice();
  for (const [from, to] of stretches) copy.fill(0, from, to);
  return copy;
}

// The memory image as a file. Numbers are little-endian, 32 bits.
//   length of the head | head: JSON, padded to 4 | gaps before the runs | lengths of the runs | bytes of the runs
// The head: `config` is what Pyodide wants back, `runs` their number, `end` where used memory ends; `data` and `mark` are the
// length and a checksum of what the wasm itself puts into memory, so that no image is put upon another wasm.
// Tables that were taken out of the wasm are kept in the same form (tables.mjs): without `config`, `end` is where they end.

/** Shorter stretches of equal bytes don't end a run: a run costs eight bytes itself. */
const GAP = 24;
const SNAPSHOT = { offset: 4, jsonLength: 8, json: 48 };

/** From Pyodide's snapshot and the memory before anything ran. The unused part of the stack is left out. */
export function writeImage(snapshot, pristine, [stackEnd, stackTop]) {
  const view = new DataView(snapshot.buffer, snapshot.byteOffset);
  const json = snapshot.subarray(SNAPSHOT.json, SNAPSHOT.json + view.getUint32(SNAPSHOT.jsonLength, true));
  const heap = snapshot.subarray(view.getUint32(SNAPSHOT.offset, true));
  heap.fill(0, stackEnd, stackTop - 16);
  let end = heap.length;
  while (heap[end - 1] === 0) end -= 1;
  if (end > pristine.length) throw new Error(`the image needs ${end} bytes, the wasm starts with ${pristine.length}`);
  const runs = differences(heap, pristine, end);
  const config = JSON.parse(new TextDecoder().decode(json));
  return pack({ config, runs: runs.length, end, ...belonging(pristine) }, runs, heap);
}

/** The image of a wasm whose data is another, but only where the image changes nothing. */
export function ofOtherData(image, data) {
  const { head, body } = parts(image);
  return withHead({ ...head, ...belonging(data) }, body);
}

/** These stretches of `data`, each [start, length], for a wasm that puts `rest` into memory. */
export function writeTables(data, stretches, rest) {
  const [last = 0, length = 0] = stretches.at(-1) ?? [];
  return pack({ runs: stretches.length, end: last + length, ...belonging(rest) }, stretches, data);
}

/** Where an image writes first: what lies before was constant while Python started. */
export function firstWrite(image) {
  const { body } = parts(image);
  return new DataView(body.buffer, body.byteOffset).getUint32(0, true);
}

/** What says to which wasm an image belongs, from what the wasm puts into memory. */
function belonging(pristine) {
  let data = pristine.length;
  while (pristine[data - 1] === 0) data -= 1;
  data = Math.ceil(data / 4) * 4;
  const whole = new Uint8Array(data);
  whole.set(pristine.subarray(0, data));
  return { data, mark: mark(whole) };
}

function parts(image) {
  const start = 4 + new DataView(image.buffer, image.byteOffset).getUint32(0, true);
  return { head: JSON.parse(new TextDecoder().decode(image.subarray(4, start))), body: image.subarray(start) };
}

function withHead(head, body) {
  const text = new TextEncoder().encode(JSON.stringify(head));
  const length = Math.ceil(text.length / 4) * 4;
  const out = new Uint8Array(4 + length + body.length).fill(32, 4, 4 + length);
  new DataView(out.buffer).setUint32(0, length, true);
  out.set(text, 4);
  out.set(body, 4 + length);
  return out;
}

function pack(head, runs, heap) {
  const payload = runs.reduce((sum, [, length]) => sum + length, 0);
  const body = new Uint8Array(runs.length * 8 + payload);
  const view = new DataView(body.buffer);
  let last = 0;
  let data = runs.length * 8;
  for (const [run, [start, length]] of runs.entries()) {
    view.setUint32(run * 4, start - last, true);
    view.setUint32((runs.length + run) * 4, length, true);
    body.set(heap.subarray(start, start + length), data);
    data += length;
    last = start + length;
  }
  return withHead(head, body);
}

/** Stretches in which memory differs from what the wasm brings along: [start, length]. */
export function differences(heap, pristine, end) {
  const runs = [];
  for (let at = 0; at < end; ) {
    if (heap[at] === pristine[at]) {
      at += 1;
      continue;
    }
    let last = at;
    for (let next = at + 1; next < end && next - last <= GAP; next += 1) if (heap[next] !== pristine[next]) last = next;
    runs.push([at, last + 1 - at]);
    at = last + 1;
  }
  return runs;
}

/** As `mark` in `src/worker/image.ts`. */
function mark(data) {
  let sum = 0;
  for (const word of new Uint32Array(data.buffer, data.byteOffset, data.length / 4)) sum = Math.imul(sum ^ word, 0x01000193) >>> 0;
  return sum;
}

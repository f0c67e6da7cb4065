// The memory image as a file. Numbers are little-endian, 32 bits.
//   length of the head | head: JSON, padded to 4 | gaps before the runs | lengths of the runs | bytes of the runs
// The head: `config` is what Pyodide wants back, `runs` their number, `end` where used memory ends; `data` and `mark` are the
// length and a checksum of what the wasm itself puts into memory, so that no image is put upon another wasm.

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
  let data = pristine.length;
  while (pristine[data - 1] === 0) data -= 1;
  data = Math.ceil(data / 4) * 4;
  const runs = differences(heap, pristine, end);
  const config = JSON.parse(new TextDecoder().decode(json));
  const head = { config, runs: runs.length, end, data, mark: mark(pristine.subarray(0, data)) };
  return pack(head, runs, heap);
}

function pack(head, runs, heap) {
  const text = new TextEncoder().encode(JSON.stringify(head));
  const headLength = Math.ceil(text.length / 4) * 4;
  const payload = runs.reduce((sum, [, length]) => sum + length, 0);
  const out = new Uint8Array(4 + headLength + runs.length * 8 + payload);
  const view = new DataView(out.buffer);
  view.setUint32(0, headLength, true);
  out.fill(32, 4, 4 + headLength).set(text, 4);
  let at = 4 + headLength;
  let last = 0;
  let data = at + runs.length * 8;
  for (const [start, length] of runs) {
    view.setUint32(at, start - last, true);
    view.setUint32(at + runs.length * 4, length, true);
    out.set(heap.subarray(start, start + length), data);
    at += 4;
    data += length;
    last = start + length;
  }
  return out;
}

/** Stretches in which memory differs from what the wasm brings along: [start, length]. */
function differences(heap, pristine, end) {
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

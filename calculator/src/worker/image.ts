/**
 * The memory image: what Python's memory holds after it has started and imported the rules, beyond what the wasm itself puts
 * there. Put back into a fresh instance, it stands in for the start, the library and the import. `runtime/image_format.mjs`
 * writes it and describes the format.
 */

export interface Head {
  /** What Pyodide's restore wants back. */
  readonly config: unknown;
  readonly runs: number;
  /** Where used memory ends. */
  readonly end: number;
  /** Length and checksum of what the wasm itself puts into memory. */
  readonly data: number;
  readonly mark: number;
}

/** The memory of an instance in which nothing has run yet. */
export type Pristine = Uint8Array<ArrayBuffer>;

export class ImageError extends Error {}

/** The head, after checking that the image is whole as far as its own numbers tell. */
export function headOf(image: Uint8Array): { head: Head; start: number } {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const start = 4 + view.getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(image.subarray(4, start))) as Head;
  let length = start + head.runs * 8;
  for (let run = 0; run < head.runs; run += 1) length += view.getUint32(start + (head.runs + run) * 4, true);
  if (length !== image.byteLength) throw new ImageError(`the image has ${image.byteLength} of ${length} bytes`);
  return { head, start };
}

/** A copy of what the wasm puts into memory. Throws `ImageError` where the image was taken from another wasm. */
export function pristineOf(memory: WebAssembly.Memory, image: Uint8Array): Pristine {
  const { head } = headOf(image);
  const pristine = new Uint8Array(memory.buffer).slice(0, head.data);
  if (mark(pristine) !== head.mark) throw new ImageError("the image belongs to another wasm");
  if (head.end > memory.buffer.byteLength) throw new ImageError("the image is larger than the memory");
  return pristine;
}

/** Puts the image into memory, in which initial code may have run. Returns what Pyodide wants back. */
export function restore(memory: Uint8Array, pristine: Pristine, image: Uint8Array): unknown {
  const { head } = headOf(image);
  memory.fill(0, pristine.length, head.end);
  memory.set(pristine);
  putRuns(memory, image);
  return head.config;
}

/**
 * Puts the tables that the wasm of an image with this head lacks into memory: constants, in places that nothing else writes
 * to. Throws `ImageError` where they belong to another wasm.
 */
export function complete(memory: Uint8Array, image: Head, tables: Uint8Array): void {
  const { head } = headOf(tables);
  if (image.data !== head.data || image.mark !== head.mark) throw new ImageError("the tables belong to another wasm");
  putRuns(memory, tables);
}

function putRuns(memory: Uint8Array, file: Uint8Array): void {
  const { head, start } = headOf(file);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const lengths = start + head.runs * 4;
  let from = lengths + head.runs * 4;
  let to = 0;
  for (let run = 0; run < head.runs; run += 1) {
    to += view.getUint32(start + run * 4, true);
    const length = view.getUint32(lengths + run * 4, true);
    memory.set(file.subarray(from, from + length), to);
    from += length;
    to += length;
  }
}

/** FNV-1a over words: no secret, only a name for these bytes. */
function mark(data: Pristine): number {
  let sum = 0;
  for (const word of new Uint32Array(data.buffer, 0, data.length / 4)) sum = Math.imul(sum ^ word, 0x01000193) >>> 0;
  return sum;
}

/** Fetching the runtime with every byte counted, and compiling the wasm while it arrives. */

import type { Source } from "./messages";
import { addressOf, pieces, type Piece, type QuickPieces } from "./pieces";

export type Progress = (loaded: number, total: number) => void;

/** What the worker is handed once it runs. */
export interface Parts {
  readonly wasm: WebAssembly.Module;
  readonly source: Source;
}

/** Two arrivals: the worker's script, which can start at once, and what it waits for. */
export interface Runtime {
  readonly worker: Promise<string>;
  readonly parts: Promise<Parts>;
}

/** The host answered, but has no such file: a release is half there, and trying again soon won't help. */
export class MissingError extends Error {}

/** A connection that gives no byte for this long is given up. */
const STALL_MS = 45_000;

/** Starts to download the whole form. Both promises reject where a piece is missing, broken off or silent for too long. */
export function downloadWhole(progress: Progress): Runtime {
  const { wasm, stdlib, rules, worker } = pieces();
  const get = counted([wasm, stdlib, rules, worker], progress);
  const source = Promise.all([bytes(get(stdlib)), bytes(get(rules))]);
  return arriving(get, wasm, source.then(([library, code]) => ({ stdlib: library, rules: code })));
}

/** The same for the quick form. */
export function downloadQuick({ wasm, image }: QuickPieces, progress: Progress): Runtime {
  const get = counted([wasm, image, pieces().worker], progress);
  return arriving(get, wasm, bytes(get(image)).then((data) => ({ image: data })));
}

function arriving(get: (piece: Piece) => Promise<Response>, wasm: Piece, source: Promise<Source>): Runtime {
  const worker = get(pieces().worker).then((response) => response.text());
  const module = WebAssembly.compileStreaming(get(wasm));
  const parts = Promise.all([module, source, worker]).then(([compiled, from]) => ({ wasm: compiled, source: from }));
  // Whatever fails first ends the wait for the script too.
  return { worker: Promise.race([worker, parts.then(() => worker)]), parts };
}

const bytes = async (response: Promise<Response>): Promise<ArrayBuffer> => (await response).arrayBuffer();

/** Downloads one archive. Rejects where it is missing, broken off, silent for too long or not as long as it should be. */
export async function downloadMore(piece: Piece): Promise<ArrayBuffer> {
  const response = await counted([piece], () => undefined)(piece);
  const archive = await response.arrayBuffer();
  if (archive.byteLength !== piece.bytes) throw new Error(`${piece.name}: ${archive.byteLength} of ${piece.bytes} bytes`);
  return archive;
}

/** A fetch for the given pieces that counts bytes over all of them, and gives all of them up when nothing comes any more. */
function counted(all: readonly Piece[], progress: Progress): (piece: Piece) => Promise<Response> {
  const total = all.reduce((sum, piece) => sum + piece.bytes, 0);
  const quitter = new AbortController();
  let loaded = 0;
  let open = all.length;
  let stall = setTimeout(() => quitter.abort(), STALL_MS);
  const count = (bytes: number): void => {
    loaded += bytes;
    clearTimeout(stall);
    stall = setTimeout(() => quitter.abort(), STALL_MS);
    progress(Math.min(loaded, total), total);
  };
  const close = (): void => {
    open -= 1;
    if (open === 0) clearTimeout(stall);
  };
  progress(0, total);
  return async (piece) => {
    try {
      return await fetchCounted(piece, count, close, quitter.signal);
    } catch (error) {
      clearTimeout(stall);
      quitter.abort(error); // the others fail for the same reason
      throw error;
    }
  };
}

/** The response to one piece, its body passed through a counter. */
async function fetchCounted(piece: Piece, count: (bytes: number) => void, close: () => void, signal: AbortSignal): Promise<Response> {
  const response = await fetch(addressOf(piece), { signal, credentials: "same-origin" });
  if (!response.ok || response.body === null) throw new MissingError(`${piece.name}: ${response.status}`);
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      count(chunk.byteLength);
      out.enqueue(chunk);
    },
    flush: close,
  });
  const type = piece.name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(response.body.pipeThrough(counter), { headers: { "Content-Type": type } });
}

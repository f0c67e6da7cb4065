/** Fetching the runtime with every byte counted, and compiling the wasm while it arrives. */

import { addressOf, pieces, type Piece } from "./pieces";

export type Progress = (loaded: number, total: number) => void;

/** What the worker is handed once it runs. */
export interface Parts {
  readonly wasm: WebAssembly.Module;
  readonly stdlib: ArrayBuffer;
  readonly rules: ArrayBuffer;
}

/** Two arrivals: the worker's script, which can start at once, and what it waits for. */
export interface Runtime {
  readonly worker: Promise<string>;
  readonly parts: Promise<Parts>;
}

/** A connection that gives no byte for this long is given up. */
const STALL_MS = 45_000;

/** Starts to download all pieces at once. Both promises reject where one is missing, broken off or silent for too long.
 * `cache` "reload" passes over copies that the browser kept. */
export function download(progress: Progress, cache: RequestCache = "default"): Runtime {
  const { wasm, stdlib, rules, worker } = pieces();
  const get = counted([wasm, stdlib, rules, worker], progress, cache);
  const script = get(worker).then((response) => response.text());
  const parts = Promise.all([
    WebAssembly.compileStreaming(get(wasm)),
    get(stdlib).then((response) => response.arrayBuffer()),
    get(rules).then((response) => response.arrayBuffer()),
    script,
  ]).then(([module, library, code]) => ({ wasm: module, stdlib: library, rules: code }));
  // Whatever fails first ends the wait for the script too.
  return { worker: Promise.race([script, parts.then(() => script)]), parts };
}

/** Downloads one archive. Rejects where it is missing, broken off, silent for too long or not what was published. */
export async function downloadMore(piece: Piece): Promise<ArrayBuffer> {
  const response = await counted([piece], () => undefined)(piece);
  return response.arrayBuffer();
}

/** A fetch for the given pieces that counts bytes over all of them, and gives all of them up when nothing comes any more. */
function counted(all: readonly Piece[], progress: Progress, cache: RequestCache = "default"): (piece: Piece) => Promise<Response> {
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
      return await fetchCounted(piece, count, close, { signal: quitter.signal, cache });
    } catch (error) {
      clearTimeout(stall);
      quitter.abort();
      throw error;
    }
  };
}

/** The server no longer has the file: most likely a new release has replaced this page. */
export class MissingPieceError extends Error {}

/** What arrived is not what was published: cut short, or changed on the way. */
export class ChangedPieceError extends Error {}

/** The response to one piece, its body passed through a counter that checks the whole before it gives the end. */
async function fetchCounted(piece: Piece, count: (bytes: number) => void, close: () => void, how: RequestInit): Promise<Response> {
  const response = await fetch(addressOf(piece), { ...how, credentials: "same-origin" });
  if (response.status === 404 || response.status === 410) throw new MissingPieceError(`${piece.name}: ${response.status}`);
  if (!response.ok || response.body === null) throw new Error(`${piece.name}: ${response.status}`);
  const seen: BlobPart[] = [];
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      count(chunk.byteLength);
      seen.push(chunk.slice());
      out.enqueue(chunk);
    },
    flush() {
      close();
      return check(piece, seen);
    },
  });
  const type = piece.name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(response.body.pipeThrough(counter), { headers: { "Content-Type": type } });
}

/** Rejects where the bytes are not those that the build named. Browsers offer SHA-256 over HTTPS and on this machine only. */
async function check(piece: Piece, chunks: BlobPart[]): Promise<void> {
  const whole = new Uint8Array(await new Blob(chunks).arrayBuffer());
  if (whole.byteLength !== piece.bytes) throw new ChangedPieceError(`${piece.name}: ${whole.byteLength} of ${piece.bytes} bytes`);
  if (!isSecureContext) return;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
  const found = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== piece.sha256) throw new ChangedPieceError(`${piece.name}: ${found}`);
}

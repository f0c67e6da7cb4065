/** Fetching the runtime with every byte counted, and compiling the wasm while it arrives. */

import { addressOf, pieces, type Piece } from "./pieces";

export type Progress = (loaded: number, total: number) => void;

export interface Runtime {
  readonly wasm: WebAssembly.Module;
  readonly stdlib: ArrayBuffer;
  readonly rules: ArrayBuffer;
  readonly worker: string;
}

/** A connection that gives no byte for this long is given up. */
const STALL_MS = 45_000;

/** Downloads all pieces at once. Rejects where one is missing, broken off or silent for too long. */
export async function download(progress: Progress): Promise<Runtime> {
  const { wasm, stdlib, rules, worker } = pieces();
  const total = wasm.bytes + stdlib.bytes + rules.bytes + worker.bytes;
  let loaded = 0;
  const quitter = new AbortController();
  let stall = setTimeout(() => quitter.abort(), STALL_MS);
  const count = (bytes: number): void => {
    loaded += bytes;
    clearTimeout(stall);
    stall = setTimeout(() => quitter.abort(), STALL_MS);
    progress(Math.min(loaded, total), total);
  };
  const get = (piece: Piece): Promise<Response> => counted(piece, count, quitter.signal);
  progress(0, total);
  try {
    const [module, library, code, script] = await Promise.all([
      compile(get(wasm)),
      get(stdlib).then((response) => response.arrayBuffer()),
      get(rules).then((response) => response.arrayBuffer()),
      get(worker).then((response) => response.text()),
    ]);
    return { wasm: module, stdlib: library, rules: code, worker: script };
  } finally {
    clearTimeout(stall);
    quitter.abort();
  }
}

/** The response to one piece, its body passed through a counter. */
async function counted(piece: Piece, count: (bytes: number) => void, signal: AbortSignal): Promise<Response> {
  const response = await fetch(addressOf(piece), { signal, credentials: "same-origin" });
  if (!response.ok || response.body === null) throw new Error(`${piece.name}: ${response.status}`);
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      count(chunk.byteLength);
      out.enqueue(chunk);
    },
  });
  const type = piece.name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(response.body.pipeThrough(counter), { headers: { "Content-Type": type } });
}

async function compile(response: Promise<Response>): Promise<WebAssembly.Module> {
  return WebAssembly.compileStreaming(response);
}

/** Boots Pyodide from what it is handed, without any address. */

import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import type { Boot, Given, Reply } from "../engine/messages";

/** What the package index says of this Pyodide; no package is ever loaded. Filled in by the build. */
declare const __LOCK_INFO__: object;

/** Never fetched: the loader wants some address to resolve names against. */
const NOWHERE = "https://runtime.invalid/";
const RULES = "/rules.zip";
const MORE = "/more";

export interface Python {
  /** The one function behind the rules. */
  answer(command: string, text: string): Reply;
  /** Lets Python import from an archive. */
  add(name: string, archive: ArrayBuffer): void;
  /** Calls a function of an added package; throws what it raised. */
  call(name: string, given: readonly Given[]): Given;
}

/** Starts Python with the rules. */
export async function bootPython({ wasm, stdlib, rules }: Boot): Promise<Python> {
  const restore = serveFromMemory(wasm, stdlib);
  try {
    const python = await loadPyodide({
      indexURL: NOWHERE,
      lockFileContents: { info: __LOCK_INFO__, packages: {} },
      createPyodideModule,
    } as Parameters<typeof loadPyodide>[0]);
    python.FS.writeFile(RULES, new Uint8Array(rules));
    python.runPython(`import sys; sys.path.insert(0, "${RULES}")`);
    return handles(python);
  } finally {
    restore();
  }
}

function handles(python: Awaited<ReturnType<typeof loadPyodide>>): Python {
  const answer = python.pyimport("guantong.cli").answer;
  return {
    answer(command, text) {
      const reply = answer(command, text);
      try {
        return { status: reply.status, out: reply.out, err: reply.err };
      } finally {
        reply.destroy();
      }
    },
    add(name, archive) {
      python.FS.mkdirTree(MORE);
      python.FS.writeFile(`${MORE}/${name}.zip`, new Uint8Array(archive), { canOwn: true });
      python.pyimport("bridge").add(`${MORE}/${name}.zip`);
    },
    call(name, given) {
      const value = python.pyimport("bridge").call(name, ...given);
      if (typeof value === "string") return value;
      try {
        return value.toJs() as Uint8Array<ArrayBuffer>;
      } finally {
        value.destroy();
      }
    },
  };
}

/**
 * The loader has two ways to the network: `fetch`, and instantiating a stream. While it runs, both are given what is
 * already here. Returns a function that takes the stand-ins away again.
 */
function serveFromMemory(wasm: WebAssembly.Module, stdlib: ArrayBuffer): () => void {
  const scope = globalThis as { fetch?: unknown };
  const streaming = WebAssembly.instantiateStreaming;
  scope.fetch = async (): Promise<Response> => new Response(stdlib);
  WebAssembly.instantiateStreaming = async (_source, imports) => ({
    module: wasm,
    instance: await WebAssembly.instantiate(wasm, imports),
  });
  return () => {
    delete scope.fetch;
    WebAssembly.instantiateStreaming = streaming;
  };
}

/** Boots Pyodide from what it is handed, without any address. */

import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import type { Boot, Given, PackedReply } from "../engine/messages";
import { readValue, takeReply } from "./crossing";
import { complete, headOf, pristineOf, restore, type Head, type Pristine } from "./image";

/** What the package index says of this Pyodide; no package is ever loaded. Filled in by the build. */
declare const __LOCK_INFO__: object;

/** Never fetched: the loader wants some address to resolve names against. */
const NOWHERE = "https://runtime.invalid/";
const RULES = "/rules.zip";
const MORE = "/more";

export interface Python {
  /** The one function behind the rules. */
  answer(command: string, text: string): PackedReply;
  /** Puts back what an image's wasm lacks; throws where it belongs to another. */
  complete(tables: ArrayBuffer): void;
  /** Lets Python import from an archive. */
  add(name: string, archive: ArrayBuffer): void;
  /** Calls a function of an added package; throws what it raised. */
  call(name: string, given: readonly Given[]): Given;
}

/** An archive with nothing in it: an image brings its library along. */
const EMPTY_ARCHIVE = Uint8Array.from([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)]).buffer;

/**
 * Python here never waits for a promise. Without stack switching, which only some browsers have, it takes the same way
 * through its wasm everywhere, also where the build tried it.
 */
function withoutStackSwitching(): void {
  Reflect.deleteProperty(WebAssembly, "Suspending");
}

/** Starts Python with the rules. */
export async function bootPython({ wasm, source }: Boot): Promise<Python> {
  const image = source.image === undefined ? null : new Uint8Array(source.image);
  withoutStackSwitching();
  const giveBack = serveFromMemory(wasm, source.image === undefined ? source.stdlib : EMPTY_ARCHIVE);
  try {
    const python = await loadPyodide({
      indexURL: NOWHERE,
      lockFileContents: { info: __LOCK_INFO__, packages: {} },
      createPyodideModule: image === null ? createPyodideModule : (settings: Settings) => createFrom(image, settings),
      ...(image === null ? {} : { _loadSnapshot: Promise.resolve(A_SNAPSHOT) }),
    } as Parameters<typeof loadPyodide>[0]);
    if (source.image === undefined) {
      python.FS.writeFile(RULES, new Uint8Array(source.rules));
      python.runPython(`import sys; sys.path.insert(0, "${RULES}")`);
    }
    return handles(python, image && headOf(image).head);
  } finally {
    giveBack();
  }
}

/** Pyodide only looks whether there is a snapshot; ours is put back in another way. */
const A_SNAPSHOT = new Uint8Array(4);

type Instantiated = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

interface Settings {
  instantiateWasm: (imports: WebAssembly.Imports, done: Instantiated) => unknown;
}

interface Module {
  readonly HEAPU8: Uint8Array;
  readonly API: { restoreSnapshot: () => unknown };
}

/** Pyodide's module, with our image in place of its own snapshot. */
async function createFrom(image: Uint8Array, settings: Settings): Promise<Module> {
  let pristine: Pristine | null = null;
  const instantiate = settings.instantiateWasm;
  const failed = new Promise<never>((_, reject) => {
    settings.instantiateWasm = (imports, done) =>
      instantiate(imports, (instance, module) => {
        try {
          pristine = pristineOf(instance.exports["memory"] as WebAssembly.Memory, image);
          done(instance, module);
        } catch (error) {
          reject(error);
        }
      });
  });
  const module = await Promise.race([createPyodideModule(settings) as Promise<Module>, failed]);
  module.API.restoreSnapshot = () => restore(module.HEAPU8, pristine ?? new Uint8Array(), image);
  return module;
}

function handles(python: Awaited<ReturnType<typeof loadPyodide>>, image: Head | null): Python {
  const { add, answer, call } = python.pyimport("bridge");
  const { _module: module } = python as unknown as { readonly _module: Module };
  return {
    answer: (command, text) => takeReply(answer(command, text)),
    complete(tables) {
      if (image !== null) complete(module.HEAPU8, image, new Uint8Array(tables)); // the whole form lacks none
    },
    add(name, archive) {
      python.FS.mkdirTree(MORE);
      python.FS.writeFile(`${MORE}/${name}.zip`, new Uint8Array(archive), { canOwn: true });
      add(`${MORE}/${name}.zip`);
    },
    call: (name, given) => readValue(call(name, ...given)),
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

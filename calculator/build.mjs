// Bundles one entry: node build.mjs <entry.ts> <out.js> [pieces.json]
// `pieces` names the files that the page loads; py/site_build/runtime.py writes it. Without arguments: both bundles, for a look.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { usedExports, withoutUnused } from "./runtime/glue.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const pyodide = (name) => readFile(here(`node_modules/pyodide/${name}`));

/** The glue, without the lines for exports that only binary packages would use. */
async function leanGlue() {
  const [glue, loader] = await Promise.all(["pyodide.asm.mjs", "pyodide.mjs"].map(async (name) => String(await pyodide(name))));
  return withoutUnused(glue, usedExports(glue, loader, await pyodide("pyodide.asm.wasm")));
}

/** Pyodide knows an address to load packages from. Ours loads none, so no outside host stays in what we publish. */
const withoutPackageHost = {
  name: "without-package-host",
  setup(esbuild) {
    esbuild.onLoad({ filter: /pyodide[\\/]pyodide(\.asm)?\.mjs$/ }, async ({ path }) => {
      const text = path.endsWith(".asm.mjs") ? await leanGlue() : await readFile(path, "utf8");
      return { contents: text.replace(/https:\/\/cdn\.[a-z.]+\//g, "https://none.invalid/"), loader: "js" };
    });
  },
};

const lock = JSON.parse(await readFile(here("node_modules/pyodide/pyodide-lock.json"), "utf8"));

async function bundle(entry, outfile, pieces) {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    charset: "utf8",
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "error",
    external: ["node:*", "ws"],
    define: { "process.env.NODE_ENV": '"production"', __PIECES__: pieces, __LOCK_INFO__: JSON.stringify(lock.info) },
    plugins: [withoutPackageHost],
  });
}

const [entry, outfile, piecesFile] = process.argv.slice(2);
if (entry && outfile) {
  await bundle(entry, outfile, piecesFile ? await readFile(piecesFile, "utf8") : "null");
} else {
  await bundle(here("src/main.ts"), here("../build/calculator/main.js"), "null");
  await bundle(here("src/worker/worker.ts"), here("../build/calculator/worker.js"), "null");
}

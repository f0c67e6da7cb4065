// Bundles one entry: node build.mjs <entry.ts> <out.js> [pieces.json]
// `pieces` names the files that the page loads; py/site_build/runtime.py writes it. Without arguments: both bundles, for a look.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Pyodide knows an address to load packages from. Ours loads none, so no outside host stays in what we publish. */
const withoutPackageHost = {
  name: "without-package-host",
  setup(esbuild) {
    esbuild.onLoad({ filter: /pyodide[\\/]pyodide(\.asm)?\.mjs$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(/https:\/\/cdn\.[a-z.]+\//g, "https://none.invalid/"),
      loader: "js",
    }));
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
    define: { __PIECES__: pieces, __LOCK_INFO__: JSON.stringify(lock.info) },
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

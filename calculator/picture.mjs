// The picture of the two ladders as SVG: node picture.mjs overpass.json [tiny|narrow|wide] [id] > picture.svg
// Reads `guantong.overpass.policy_map()`, or the block `overpass` of a result, as JSON; classes only, no style, no script.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const [given, size = "narrow", id = "op"] = process.argv.slice(2);
const entry = fileURLToPath(new URL("src/picture/static.ts", import.meta.url));
const made = await build({ entryPoints: [entry], bundle: true, write: false, format: "esm", charset: "utf8", logLevel: "error" });
const { picture } = await import(`data:text/javascript;base64,${Buffer.from(made.outputFiles[0].contents).toString("base64")}`);
process.stdout.write(picture(readFileSync(given, "utf8"), size, id));

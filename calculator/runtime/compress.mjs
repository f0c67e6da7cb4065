// Compresses files as far as it goes: node compress.mjs <list.json>; the list holds [file, file.br, file.gz].
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { brotli } from "./brotli.mjs";

async function compress([file, br, gz]) {
  const data = await readFile(file);
  await writeFile(br, await brotli(data));
  await writeFile(gz, await promisify(gzip)(data, { level: 9 }));
}

const files = JSON.parse(await readFile(process.argv[2], "utf8"));
// Two at a time, the largest first: so both processors are busy to the end.
const next = async () => {
  for (let file = files.shift(); file; file = files.shift()) await compress(file);
};
await Promise.all([next(), next()]);

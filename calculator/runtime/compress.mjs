// Compresses files as far as it goes: node compress.mjs <list.json>; the list holds [file, file.br, file.gz].
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

async function compress([file, br, gz]) {
  const data = await readFile(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
  };
  await writeFile(br, await promisify(brotliCompress)(data, { params }));
  await writeFile(gz, await promisify(gzip)(data, { level: 9 }));
}

const files = JSON.parse(await readFile(process.argv[2], "utf8"));
// Two at a time, the largest first: so both processors are busy to the end.
const next = async () => {
  for (let file = files.shift(); file; file = files.shift()) await compress(file);
};
await Promise.all([next(), next()]);

// Brotli as far as it goes.
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

export function brotli(data) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
  };
  return promisify(brotliCompress)(data, { params });
}

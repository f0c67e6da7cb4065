// Pyodide's glue reads some hundred of the thousands of exports of its wasm; the others are there for binary packages, of
// which there are none here. Which ones it reads, and the glue without the lines that take the others over.

const ALWAYS = new Set([
  "memory", "__indirect_function_table", "__wasm_call_ctors", "__wasm_apply_data_relocs", "__stack_pointer", "__cpp_exception",
  "__c_longjmp", "main", "__main_argc_argv",
]);
const WORD = /[A-Za-z_$][\w$]*/g;

/** The stretch of the glue that declares and assigns the exports. */
function assignments(glue) {
  const assign = glue.indexOf("function assignWasmExports");
  const end = glue.indexOf("var wasmImports", assign);
  const declare = glue.lastIndexOf("var ", glue.lastIndexOf(";", assign - 2) + 5);
  if (assign < 0 || end < 0 || declare < 0) throw new Error("the glue is not built as expected");
  return { declare, assign, end };
}

/** Names of the exports that the glue, or the loader, reads. */
export function usedExports(glue, loader, wasm) {
  const { declare, end } = assignments(glue);
  const rest = glue.slice(0, declare) + glue.slice(end);
  const words = new Set((rest + loader).match(WORD));
  const module = new WebAssembly.Module(wasm);
  const imported = new Set(WebAssembly.Module.imports(module).map(({ name }) => name));
  const isRead = (name) =>
    ALWAYS.has(name) ||
    imported.has(name) ||
    words.has(`_${name}`) ||
    rest.includes(`wasmExports["${name}"]`) ||
    rest.includes(`wasmExports.${name}`) ||
    name.startsWith("__em_js__") ||
    /^(__start|__stop)_em/.test(name);
  return new Set(WebAssembly.Module.exports(module).map(({ name }) => name).filter(isRead));
}

/** The glue without the lines for exports that aren't used. */
export function withoutUnused(glue, used) {
  const { declare, assign, end } = assignments(glue);
  const line = /(?:[\w$]+=)?(?:Module\["[^"]+"\]=)*(?:[\w$]+=)*wasmExports\["(?<name>[^"]+)"\](?:\.value)?(?:>>>0)?;?/g;
  const kept = glue.slice(assign, end).replace(line, (found, ...groups) => (used.has(groups.at(-1).name) ? found : ""));
  const rest = glue.slice(0, declare) + kept + glue.slice(end);
  const words = new Set(rest.match(WORD));
  const names = glue.slice(declare + 4, assign).replace(/;\s*$/, "").split(",");
  const declared = names.filter((name) => words.has(name.split("=")[0]));
  return `${glue.slice(0, declare)}var ${declared.join(",")};${kept}${glue.slice(end)}`;
}

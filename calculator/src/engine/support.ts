/** Asks the browser what it can do before megabytes are loaded for nothing. */

/** True where Pyodide can run: WebAssembly with exceptions, module workers, streams. */
export function isSupported(): boolean {
  return (
    typeof WebAssembly === "object" &&
    "Tag" in WebAssembly &&
    "compileStreaming" in WebAssembly &&
    "TransformStream" in window &&
    hasModuleWorkers()
  );
}

/** A browser that knows module workers reads the option `type`; one that doesn't never looks at it. */
function hasModuleWorkers(): boolean {
  let asked = false;
  const options = {
    get type(): "module" {
      asked = true;
      return "module";
    },
  };
  try {
    new Worker("blob:", options).terminate();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  return asked;
}

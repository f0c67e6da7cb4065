import { loadMicroPython } from "./micropython/micropython.mjs";

const arriving = fetch("one_rule.py").then((reply) => reply.text());
const python = await loadMicroPython({ url: new URL("./micropython/micropython.wasm", import.meta.url).href, heapsize: 4 << 20 });
python.FS.writeFile("/one_rule.py", await arriving);
python.runPython("import sys; sys.path.insert(0, '/')");
const evaluate = python.pyimport("one_rule").evaluate;
postMessage({ mark: "ready" });
evaluate('[{"works_in_wuhan": true, "titles": [{"level": "assistant", "obtained": "2020-05-20"}]}]');
postMessage({ mark: "verdict" });
onmessage = ({ data }) => postMessage({ answer: evaluate(data) });

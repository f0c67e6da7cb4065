import { loadPyodide } from "./pyodide/pyodide.mjs";

const arriving = fetch("rules.zip").then((reply) => reply.arrayBuffer());
const python = await loadPyodide({ indexURL: new URL("./pyodide/", import.meta.url).href });
python.unpackArchive(await arriving, "zip");
const answer = python.pyimport("guantong.cli").answer;
postMessage({ mark: "ready" });
const evaluate = (text) => {
  const reply = answer("assess", text);
  const out = reply.out;
  reply.destroy();
  return out;
};
evaluate('[{"works_in_wuhan": true, "titles": [{"level": "assistant", "obtained": "2020-05-20"}]}]');
postMessage({ mark: "verdict" });
onmessage = ({ data }) => postMessage({ answer: evaluate(data) });

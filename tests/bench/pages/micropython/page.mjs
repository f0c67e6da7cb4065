const worker = new Worker("worker.mjs", { type: "module" });
const waiting = [];
worker.onerror = (event) => bench.fail(event.message);
worker.onmessage = ({ data }) => {
  if (data.mark) bench.mark(data.mark);
  if (data.mark === "verdict") void bench.serve(evaluate);
  if (data.answer !== undefined) waiting.shift()(data.answer);
};
const evaluate = (list) =>
  new Promise((answer) => {
    waiting.push(answer);
    worker.postMessage(JSON.stringify(list));
  });

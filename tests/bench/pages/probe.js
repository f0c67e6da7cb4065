// In every page of the bench. The page calls `bench.mark(name)` and, once it can, `bench.serve(evaluate, people)`; our own page,
// which knows nothing of the bench, is watched from outside. Then the work that the address asks for is done and reported.
(() => {
  /** A visitor reads the answer before changing anything. */
  const READING_MS = 2000;
  const marks = {};
  const work = Object.fromEntries([...new URLSearchParams(location.search)].map(([name, count]) => [name, Number(count)]));
  const mark = (name) => { marks[name] ??= performance.now(); };
  const people = () => fetch("/people.json").then((reply) => reply.json());
  const paint = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null;
  let shift = 0;
  let largest = null;
  for (const [type, note] of [
    ["layout-shift", (entry) => { if (!entry.hadRecentInput) shift += entry.value; }],
    ["largest-contentful-paint", (entry) => { largest = entry.startTime; }],
  ]) {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) continue;
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  }

  /** `evaluate(list)` gives the answers of a list of people; `complete` is when the page has fetched everything. */
  async function serve(evaluate, complete = Promise.resolve()) {
    const sent = performance.now();
    const report = { ...marks };
    await fetch("/answered", { method: "POST" });
    await complete;
    if (work.changes) {
      await new Promise((go) => setTimeout(go, READING_MS));
      const list = (await people()).slice(0, work.changes);
      const times = [];
      for (const person of list) {
        const start = performance.now();
        await evaluate([person]);
        times.push(performance.now() - start);
      }
      report.changes = times;
    }
    if (work.evaluations) {
      const list = await people();
      const batches = Math.ceil(work.evaluations / 100);
      let batch = 0;
      const line = async () => {
        while (batch < batches) {
          const from = (batch++ * 100) % list.length;
          await evaluate(list.slice(from, from + 100));
        }
      };
      const start = performance.now();
      await Promise.all([line(), line()]); // the next list waits for Python, never Python for the page
      report.evaluations = performance.now() - start;
    }
    while (paint() === null && performance.now() < sent + 2000) await new Promise((go) => setTimeout(go, 20));
    report.fcp = paint();
    report.lcp = largest;
    report.shift = shift;
    await finish(report);
  }

  async function finish(report) {
    await fetch("/report", { method: "POST", body: JSON.stringify(report) });
    location.replace("/");
  }

  window.bench = { mark, serve, fail: (why) => finish({ error: String(why?.stack ?? why) }) };
  addEventListener("error", (event) => window.bench.fail(event.message));
  addEventListener("unhandledrejection", (event) => window.bench.fail(event.reason));

  // Our own page.
  document.addEventListener("DOMContentLoaded", () => {
    const calculator = document.getElementById("gt-calc");
    if (!calculator) return;
    const ask = (command, text) =>
      new Promise((answer) => calculator.dispatchEvent(new CustomEvent("gt:ask", { detail: { command, text, answer } })));
    let isDone = false;
    let tell;
    const complete = new Promise((resolve) => (tell = resolve));
    const look = () => {
      if (calculator.dataset.complete !== undefined) tell();
      const state = calculator.dataset.engine;
      if (state === "ready") mark("ready");
      else if (state) window.bench.fail(state);
      if (calculator.dataset.answered === undefined || isDone) return;
      isDone = true;
      mark("verdict");
      void serve((list) => ask("assess", JSON.stringify(list)), complete);
    };
    new MutationObserver(look).observe(calculator, { attributes: true });
    look();
  });
})();

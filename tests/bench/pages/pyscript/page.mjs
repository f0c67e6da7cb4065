const script = document.querySelector("script[type=py]");
const found = () => {
  if (!script.xworker) return void setTimeout(found, 1);
  const { sync } = script.xworker;
  sync.mark = (name) => {
    bench.mark(name);
    if (name === "verdict") void bench.serve((list) => sync.evaluate(JSON.stringify(list)));
  };
};
found();

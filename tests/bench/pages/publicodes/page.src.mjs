// One rule as a person who knows publicodes would write it: three years after an assistant's title, at work in Wuhan.
import Engine from "publicodes";

const engine = new Engine({
  works: { question: "works in Wuhan?" },
  "has title": { question: "holds an assistant's title?" },
  years: { question: "years since", unité: "an" },
  eligible: { "toutes ces conditions": ["works", "has title", "years >= 3"] },
});
bench.mark("ready");

const evaluate = async (list) =>
  list.map((person) => {
    const title = person.titles?.find?.((entry) => entry.level === "assistant");
    const years = title?.obtained ? Math.floor((Date.now() - Date.parse(title.obtained)) / 31_557_600_000) : 0;
    engine.setSituation({
      works: person.works_in_wuhan ? "oui" : "non",
      "has title": title ? "oui" : "non",
      years: `${Number.isFinite(years) ? years : 0} an`,
    });
    return engine.evaluate("eligible").nodeValue;
  });

await evaluate([{ works_in_wuhan: true, titles: [{ level: "assistant", obtained: "2020-05-20" }] }]);
bench.mark("verdict");
void bench.serve(evaluate);

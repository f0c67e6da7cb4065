// Answers queries with the very function that the page runs: node find.mjs <find.js> <index.json>, queries as JSON on
// standard input, addresses of what was found on standard output.
import { readFileSync } from "node:fs";

const [script, index] = process.argv.slice(2);
const source = readFileSync(script, "utf8");
const { finder } = await import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`);
const find = finder(JSON.parse(readFileSync(index, "utf8")));
const queries = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(queries.map((query) => find(query).map(({ entry, score }) => [entry.to, Math.round(score)]))));

// @ts-check
// Finds clauses: which entries of the search index answer the words that somebody typed, best first.
// No page and no network in here: the search box and the tests call the same function.

/**
 * @typedef {object} Entry one place of the site
 * @property {"clause" | "reading" | "term" | "page"} kind
 * @property {string} to address from the root of the site
 * @property {string} name what the place is called
 * @property {string} text its own words; of a clause, the law
 * @property {string} [also] words about it, other names
 * @property {number} [rank] how much the place decides, 0 to 2
 *
 * @typedef {object} Index
 * @property {Entry[]} entries
 * @property {[string, string][]} meant what people say → what the text says
 * @property {string} document the number of the document, which every citation begins with
 * @property {string} home where that number leads
 * @property {string} fold traditional and simplified characters in pairs
 *
 * @typedef {{ entry: Entry, score: number, words: string[] }} Found
 */

const DIGITS = "零一二三四五六七八九";
/** Words that carry no meaning in a question. */
const FILLERS = new RegExp(
  "(?:请问|我想|想要|能不能|可不可以|是不是|有没有|要不要|可以|怎么办|怎么|怎样|如何|什么时候|什么|哪些|哪个|多少|多久|几年|几个|哪里|需要|" +
    "应该|还是|以后|之后|相当于|报名|参加|一下|[吗呢吧啊了的我你他她要能会想请在和与或把被就都也还算评考])",
  "g",
);
const WEIGHT = { clause: 1, reading: 0.55, term: 0.4, page: 0.5 };

/**
 * Words as they are compared: one width, one script, no spaces or marks, numbers of years and levels as digits.
 * @param {string} words
 * @param {Map<string, string>} fold
 */
function bare(words, fold) {
  return [...words.normalize("NFKC").toLowerCase()]
    .map((one) => fold.get(one) ?? one)
    .join("")
    .replace(/[\s,.;:!?"'()[\]{}<>·•“”‘’、，。；：！？（）〔〕《》〈〉「」—…*#/-]+/g, "")
    .replace(/([0-9三])年度/g, "$1个年度")
    .replace(/两(?=[年级名份])/g, "2")
    .replace(/附件[一二]/g, (found) => `附件${DIGITS.indexOf(found.slice(-1))}`)
    .replace(/[一二三四五六七八九](?=[年级])/g, (digit) => String(DIGITS.indexOf(digit)));
}

/** @param {string} words */
function pairs(words) {
  const found = new Set();
  for (let at = 0; at + 1 < words.length; at += 1) found.add(words.slice(at, at + 2));
  return [...found];
}

/**
 * A function that finds. It prepares the index once.
 * @param {Index} index
 * @returns {(query: string, most?: number) => Found[]}
 */
export function finder(index) {
  const fold = new Map();
  const letters = [...index.fold];
  for (let at = 0; at + 1 < letters.length; at += 2) fold.set(letters[at], letters[at + 1]);
  const known = index.entries.map((entry) => ({
    entry,
    name: bare(entry.name, fold),
    text: bare(entry.text, fold),
    also: bare(entry.also ?? "", fold),
    names: (entry.also ?? "").split("|").map((other) => bare(other, fold)),
    start: bare(entry.text, fold).replace(/^[0-9]+/, ""),
  }));
  const document = bare(index.document, fold);
  const meant = index.meant.map(([said, means]) => /** @type {const} */ ([bare(said, fold), bare(means, fold)]));
  meant.sort(([a], [b]) => b.length - a.length);
  /** @type {Map<string, number>} */
  const spread = new Map();
  for (const { name, text, also } of known) {
    for (const pair of pairs(`${name}|${text}|${also}`)) spread.set(pair, (spread.get(pair) ?? 0) + 1);
  }
  /** How rare a word is among the places, from the rarest of its pairs. @param {string} word */
  const rarity = (word) => {
    const all = pairs(word);
    const few = Math.min(...(all.length ? all : [word]).map((pair) => spread.get(pair) ?? known.length));
    return Math.log(1 + known.length / (few + 0.5));
  };

  /** @param {string} query */
  function readings(query) {
    const whole = bare(query, fold).replace(document, "");
    let said = whole;
    /** @type {string[]} */
    const extra = [];
    for (const [words, means] of meant) {
      if (said.includes(words)) {
        extra.push(means);
        said = said.split(words).join("|");
      }
    }
    const rest = query
      .split(/[\s，。；、！？,.;!?]+/)
      .flatMap((part) => bare(part, fold).replace(FILLERS, "|").split("|"))
      .filter((part) => part.length > 1);
    return { whole, words: [...new Set([...extra, ...rest])] };
  }

  return (query, most = 20) => {
    const { whole, words } = readings(query);
    if (!whole) return query.trim() ? index.entries.filter(({ to }) => to === index.home).map((entry) => ({ entry, score: 1, words: [] })) : [];
    const all = [...new Set([...words.flatMap(pairs)])];
    const weights = new Map(all.map((pair) => [pair, rarity(pair)]));
    const total = [...weights.values()].reduce((sum, one) => sum + one, 0) || 1;
    /** @type {Found[]} */
    const found = [];
    for (const { entry, name, text, also, names, start } of known) {
      let score = 0;
      if (whole === name || names.includes(whole)) score += entry.kind === "term" ? 60 : 400;
      if (whole.length > 1 && start.startsWith(whole)) score += 30;
      if (whole.length > 1 && text.includes(whole)) score += 60 + Math.min(whole.length, 40);
      if (whole.length > 1 && name.includes(whole)) score += entry.kind === "clause" ? 40 : 10;
      for (const word of words) {
        const rare = rarity(word);
        if (text.includes(word)) score += 9 * rare + word.length;
        else if (name.includes(word)) score += 7 * rare;
        else if (also.includes(word)) score += 5 * rare;
      }
      let share = 0;
      for (const [pair, weight] of weights) {
        if (text.includes(pair)) share += weight;
        else if (name.includes(pair) || also.includes(pair)) share += 0.7 * weight;
      }
      score += 40 * (share / total);
      if (score < 12) continue;
      const length = 1 / (1 + Math.max(0, text.length - 120) / 600);
      found.push({ entry, score: score * WEIGHT[entry.kind] * length * (1 + 0.06 * (entry.rank ?? 0)), words: [whole, ...words] });
    }
    const order = new Map(index.entries.map((entry, at) => [entry, at]));
    found.sort((a, b) => b.score - a.score || (order.get(a.entry) ?? 0) - (order.get(b.entry) ?? 0));
    const least = (found[0]?.score ?? 0) * 0.18;
    return found.filter(({ score }) => score >= least).slice(0, most);
  };
}

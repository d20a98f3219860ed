// Search over all entries, in the small files of the index that stand beside the page.
(() => {
  "use strict";
  const { blogs } = JSON.parse(document.getElementById("facts").textContent);
  const form = document.getElementById("search");
  const field = document.getElementById("words");
  const found = document.getElementById("found");
  const results = document.getElementById("results");
  const SHARD = 500;
  const MOST = 50;
  const LOCAL = /^[0-9bcdfghjkmnpqrstvwxz]{12}$/u;
  const files = new Map();
  const read = (path) => {
    if (!files.has(path)) files.set(path, fetch(path).then((answer) => (answer.ok ? answer.json() : null)));
    return files.get(path);
  };
  // As `searching.py`: of scripts whose marks people leave out they count for nothing.
  const MARKS = /[\u00ad\u2060\ufe00-\ufe0f\ufeff\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/gu;
  const LETTERS = { "ı": "i", "ß": "ss", "ς": "σ" };
  const folded = (text) => text.normalize("NFKD").replace(MARKS, "").normalize("NFC").toLowerCase()
    .replace(/[ıßς]/gu, (letter) => LETTERS[letter]);
  const SINGLE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu;
  const wordsOf = (text) => folded(text).replace(SINGLE, " $& ").match(/[\p{L}\p{N}\p{M}]+|[\u2190-\u2bff\u{1f000}-\u{1faff}]/gu) ?? [];
  const shard = (word) => Array.from(word).slice(0, 2).map((letter) => letter.codePointAt(0).toString(16)).join("-");

  // The entries that have a word, or one that begins so: a set of "blog number" for each.
  async function entriesWith(word, whole) {
    const words = (await read(`search/words/${shard(word)}.json`)) ?? {};
    const hits = new Set();
    for (const [each, places] of Object.entries(words)) {
      if (whole ? each !== word : !each.startsWith(word)) continue;
      for (const [blog, numbers] of Object.entries(places)) for (const number of numbers) hits.add(`${blog} ${number}`);
    }
    return hits;
  }
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  async function shown(hit) {
    const [blog, number] = hit.split(" ");
    const titles = await read(`search/entries/${blog}-${Math.floor(number / SHARD)}.json`);
    const [local, day, time, title] = titles[number % SHARD];
    const link = make("a", { href: `blogs/${blog}/index.html#${local}`, textContent: title, dir: "auto" });
    return make("li", {}, link, make("small", { textContent: [blogs[blog], day, time].filter(Boolean).join(" · ") }));
  }
  async function byId(local) {
    const folders = ((await read(`search/ids/${local.slice(0, 2)}.json`)) ?? {})[local] ?? [];
    return folders.filter((blog) => blogs[blog]).map((blog) =>
      make("li", {}, make("a", { href: `blogs/${blog}/index.html#${local}`, textContent: `${blogs[blog]}: ${local}` })));
  }
  let run = 0;
  async function search() {
    const mine = ++run;
    const local = field.value.trim().split("#").at(-1).split(".p")[0];
    let rows = [];
    let count = 0;
    if (LOCAL.test(local)) rows = await byId(local);
    count = rows.length;
    const words = wordsOf(field.value);
    if (!rows.length && words.some((word) => Array.from(word).length > 1 || /[^\p{L}\p{N}\p{M}]/u.test(word))) {
      const sets = await Promise.all(words.map((word, index) => entriesWith(word, index < words.length - 1)));
      const hits = [...sets[0]].filter((hit) => sets.every((set) => set.has(hit)));
      count = hits.length;
      rows = await Promise.all(hits.slice(0, MOST).map(shown));
    }
    if (mine !== run) return;
    results.replaceChildren(...rows);
    found.textContent = !words.length ? "" : count > MOST ? `${count} entries, the first ${MOST} of them`
      : `${count} ${count === 1 ? "entry" : "entries"}`;
  }
  const told = () => search().catch(() => {
    found.textContent = "The search needs a web server: a browser reads no other files beside a page from a disk.";
  });
  form.hidden = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); told(); });
  let waiting = 0;
  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(told, 150); });
})();

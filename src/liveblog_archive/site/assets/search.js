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
  const { forms, wordsOf, terms, row, has } = searching;
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
  async function titleOf(hit) {
    const [blog, number] = hit.split(" ");
    const titles = await read(`search/entries/${blog}-${Math.floor(number / SHARD)}.json`);
    return [blog, ...titles[number % SHARD]];
  }
  // The index knows words, not where they stand: whether they make a phrase, the blog itself says.
  const texts = new Map();
  async function rowsOf(blog) {
    if (!texts.has(blog)) {
      const { liveBlogUpdate } = await read(`blogs/${blog}/blog.jsonld`);
      texts.set(blog, new Map(liveBlogUpdate.map((entry) =>
        [entry["@id"].split("#").at(-1), row(entry.headline ?? "", entry.articleBody ?? "")])));
    }
    return texts.get(blog);
  }
  async function hasAll(hit, phrases) {
    const [blog, local] = await titleOf(hit);
    const rows = (await rowsOf(blog)).get(local);
    return phrases.every((phrase) => has(rows, phrase));
  }
  const isolated = (text) => make("bdi", { textContent: text });
  async function shown(hit) {
    const [blog, local, day, time, title] = await titleOf(hit);
    const link = make("a", { href: `blogs/${blog}/index.html#${local}`, textContent: title, dir: "auto" });
    const facts = [blogs[blog], day, time].filter(Boolean).flatMap((fact) => [" · ", isolated(fact)]).slice(1);
    return make("li", {}, link, make("small", {}, ...facts));
  }
  async function byId(local) {
    const folders = ((await read(`search/ids/${local.slice(0, 2)}.json`)) ?? {})[local] ?? [];
    return folders.filter((blog) => blogs[blog]).map((blog) =>
      make("li", {}, make("a", { href: `blogs/${blog}/index.html#${local}` }, isolated(blogs[blog]), `: ${local}`)));
  }
  let run = 0;
  async function search() {
    const mine = ++run;
    const local = field.value.trim().split("#").at(-1).split(".p")[0];
    let rows = [];
    let count = 0;
    if (LOCAL.test(local)) rows = await byId(local);
    count = rows.length;
    const wanted = terms(field.value);
    const words = wanted.flatMap((term) => wordsOf(forms(term.text).at(-1)));
    if (!rows.length && words.some((word) => Array.from(word).length > 1 || /[^\p{L}\p{N}\p{M}]/u.test(word))) {
      const phrases = wanted.filter((term) => term.isPhrase);
      const typing = wanted.at(-1).isPhrase && !wanted.at(-1).open ? words.length : words.length - 1;
      const sets = await Promise.all(words.map((word, index) => entriesWith(word, index < typing)));
      let hits = [...sets[0]].filter((hit) => sets.every((set) => set.has(hit)));
      if (phrases.length) {
        const kept = await Promise.all(hits.map((hit) => hasAll(hit, phrases)));
        hits = hits.filter((_, index) => kept[index]);
      }
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

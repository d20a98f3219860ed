// The page's behaviour. All of the page can be read without it; nothing here makes markup of text.
(() => {
  "use strict";
  const { blog, words, gone } = JSON.parse(document.getElementById("facts").textContent);
  const main = document.getElementById("entries");
  const articles = Array.from(main.querySelectorAll("article"));
  const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/gu, (whole, name) => String(values[name] ?? whole));
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // Facts of a citation: what the page shows, unless the entry says otherwise (see citing.py, whose rule this is).

  const BLANKS = /[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;
  const squeezed = (text) => text.replace(BLANKS, " ").replace(/^ +| +$/gu, "");
  const firstWords = (text) => {
    const letters = Array.from(text);
    if (letters.length <= 60) return text;
    const cut = letters.lastIndexOf(" ", 60);
    return `${letters.slice(0, cut > 0 ? cut : 60).join("").replace(/[ .,;:–—-]+$/u, "")}…`;
  };
  const clock = (stamp) => {
    // Zero seconds are seldom more than a habit of data.
    const [, hour, rest, offset] = /T(\d\d)(:\d\d(?::(?!00)\d\d)?)(?::00)?([+-]\d\d:\d\d)?/u.exec(stamp);
    const zone = (offset && blog.zones[offset]) || "";
    return `${Number(hour) % 12 || 12}${rest} ${Number(hour) < 12 ? "a.m." : "p.m."}${zone ? ` ${zone}` : ""}`;
  };
  const name = (number) => {
    const [literal, inverted, initialled, family, given, suffix] = blog.names[number];
    return { literal, inverted, initialled, family, given, suffix };
  };
  const shared = () => ({
    blogId: blog.id,
    publisher: blog.publisher === null ? null : name(blog.publisher),
    language: blog.language,
    retrieved: blog.retrieved,
    circa: false,
    caveat: null,
    clock: null,
    paragraph: null,
    quote: null,
  });
  const ofBlog = () => ({
    ...shared(), kind: "Live blog", id: blog.id, key: blog.key, url: blog.self, title: blog.title, untitled: false,
    container: null, authors: blog.authors.map(name), day: blog.day, caveat: blog.caveat, version: blog.version,
  });
  const ofEntry = (article, paragraph, quote) => {
    const headline = article.querySelector("h3 > span");
    const first = article.querySelector("[id$='.p1']");
    const stamp = article.querySelector("time")?.getAttribute("datetime");
    const id = `${blog.id}#${article.id}`;
    const own = article.dataset.c ? JSON.parse(article.dataset.c) : {};
    const opening = first && first.matches("p") ? first.textContent : "";
    const derived = {
      title: squeezed(headline ? headline.textContent : firstWords(squeezed(opening))) || null,
      untitled: !headline,
      authors: blog.authors,
      url: /^https?:\/\//iu.test(blog.id) ? id : article.querySelector("a.o")?.getAttribute("href") || blog.url,
      day: stamp ? stamp.slice(0, 10) : article.parentElement.dataset.day || null,
      clock: stamp && stamp.includes("T") ? clock(stamp) : null,
    };
    const facts = { ...shared(), ...derived, ...own };
    return {
      ...facts, kind: "Live blog entry", id, key: `lb${article.id}`, container: blog.title,
      authors: facts.authors.map(name), paragraph: paragraph || null, quote: quote || null,
      version: article.dataset.v,
    };
  };

  // What other scripts of a reader's browser may ask: all styles of an entry, of a paragraph of it, or of the blog.
  window.cited = (local, paragraph, quote) => {
    const facts = local ? ofEntry(document.getElementById(local), paragraph, quote) : ofBlog();
    return Object.fromEntries(Object.entries(styles).map(([style, render]) => [style, render(facts)]));
  };

  // Citing: a dialog with all styles, each of which one key copies.

  const dialog = document.getElementById("cite");
  const list = document.getElementById("cite-styles");
  const quotation = document.getElementById("cite-words");
  const linkLine = document.getElementById("cite-link");
  const done = document.getElementById("cite-done");
  const spoken = dialog.lang ? { lang: dialog.lang, dir: dialog.dir } : {}; // of words that stand in those of the blog
  const LABELS = { apa: "APA", chicago: "Chicago", mla: "MLA", bibtex: "BibTeX", ris: "RIS", "csl-json": "CSL-JSON" };

  async function copy(text, label) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Pages from a disk, and of servers without encryption, have no clipboard but this one.
      const field = make("textarea", { value: text, readOnly: true });
      dialog.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    done.textContent = `${say("copied")}: ${label}`;
  }
  // RFC 3986 and the syntax of text fragments: what must be encoded in `#:~:text=`.
  const encoded = (text) => encodeURIComponent(text).replace(/-/gu, "%2D");
  const address = (target, quote) => {
    const page = location.href.split("#")[0];
    return `${page}#${target}${quote ? `:~:text=${encoded(quote)}` : ""}`;
  };

  function cite(facts, title, target, quote) {
    document.getElementById("cite-title").textContent = title;
    quotation.hidden = !quote;
    quotation.textContent = quote ? `“${quote}”` : "";
    list.replaceChildren(...Object.entries(styles).map(([style, render], index) => {
      const text = render(facts);
      const button = make("button", { type: "button", textContent: say("copy") });
      button.setAttribute("aria-label", `${say("copy")}: ${LABELS[style]}`);
      button.setAttribute("aria-keyshortcuts", String(index + 1));
      button.addEventListener("click", () => copy(text, LABELS[style]));
      const block = make(index < 3 ? "p" : "pre", { textContent: text, lang: "en", dir: "ltr" });
      if (index > 2) block.tabIndex = 0;
      const item = make("li", {}, make("h3", { textContent: LABELS[style] }), button, block);
      item.dataset.style = style;
      return item;
    }));
    const where = address(target, quote);
    const button = make("button", { type: "button", textContent: say("link") });
    button.setAttribute("aria-keyshortcuts", "l");
    button.addEventListener("click", () => copy(where, say("link")));
    linkLine.replaceChildren(button, " ", make("code", { textContent: where, dir: "ltr" }));
    done.textContent = "";
    dialog.showModal();
    list.querySelector("button").focus();
  }
  dialog.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const button = /^[1-6]$/u.test(event.key)
      ? list.children[Number(event.key) - 1].querySelector("button")
      : event.key.toLowerCase() === "l" ? linkLine.querySelector("button") : null;
    if (!button) return;
    event.preventDefault();
    button.click();
  });
  const citeEntry = (article) => cite(ofEntry(article), say("cite-entry"), article.id);
  const citeParagraph = (article, number, quote) => cite(ofEntry(article, number, quote),
    quote ? say("cite-selection") : say("cite-paragraph", { n: number }), `${article.id}.p${number}`, quote);

  const citeBlog = make("button", { type: "button", className: "cite", textContent: say("cite-blog") });
  citeBlog.addEventListener("click", () => cite(ofBlog(), say("cite-blog"), ""));
  document.getElementById("citing").append(citeBlog);

  // Buttons are added to an entry when it comes near, not to thousands of entries at once.

  function equip(article) {
    if (article.dataset.ready) return;
    article.dataset.ready = "1";
    const button = make("button", { type: "button", className: "cite", textContent: say("cite") });
    button.setAttribute("aria-label", say("cite-entry"));
    button.addEventListener("click", () => citeEntry(article));
    article.querySelector(":scope > footer").prepend(button, " ");
    Array.from(article.querySelectorAll("[id*='.p']")).forEach((block, index) => {
      const number = make("button", { type: "button", className: "number", ...spoken });
      number.setAttribute("aria-label", say("cite-paragraph", { n: index + 1 }));
      number.addEventListener("click", () => citeParagraph(article, index + 1));
      (block.matches("ul, ol") ? block.firstElementChild || article : block).prepend(number);
    });
  }
  const near = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      equip(target);
    }
  }, { rootMargin: "800px 0px" });
  articles.forEach((article) => near.observe(article));
  main.addEventListener("focusin", ({ target }) => {
    const article = target.closest("article");
    if (article) equip(article);
  });
  document.addEventListener("keydown", (event) => {
    const article = event.target.closest?.("article");
    if (article && event.key.toLowerCase() === "c" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      const number = event.target.closest("[id*='.p']")?.id.split(".p")[1];
      if (number) citeParagraph(article, Number(number));
      else citeEntry(article);
    }
  });

  // A quotation: words selected in one entry can be cited with the paragraph that they stand in.

  const floating = make("button", { type: "button", className: "cite floating", hidden: true,
    textContent: say("cite-selection"), ...spoken });
  main.append(floating);
  const selected = () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const around = selection.getRangeAt(0).commonAncestorContainer; // words of two paragraphs are no quotation
    const element = around.nodeType === Node.TEXT_NODE ? around.parentElement : around;
    const block = element.closest("article [id*='.p']");
    const quote = squeezed(selection.toString());
    return block && quote ? { article: block.closest("article"), number: Number(block.id.split(".p")[1]), quote } : null;
  };
  let pending = null;
  document.addEventListener("selectionchange", () => {
    if (dialog.open) return;
    pending = selected();
    floating.hidden = !pending;
    if (!pending) return;
    const box = document.getSelection().getRangeAt(0).getBoundingClientRect();
    floating.style.top = `${Math.max(8, box.top + window.scrollY - 44)}px`;
    floating.style.left = `${Math.max(8, Math.min(box.left + window.scrollX, document.documentElement.clientWidth - 220))}px`;
    if (floating.previousElementSibling !== pending.article) pending.article.after(floating); // next in tab order
  });
  floating.addEventListener("mousedown", (event) => event.preventDefault()); // or the selection is gone
  floating.addEventListener("click", () => {
    const { article, number, quote } = pending;
    floating.hidden = true;
    citeParagraph(article, number, quote);
  });

  // Landing: the browser finds ids of elements by itself; what is left are ids in full, and ids of the past.

  const notice = document.getElementById("landed");
  let keep = false;
  function go(local) {
    keep = true; // the change of the address that this makes is no new landing
    location.replace(`#${local}`);
  }
  function land() {
    notice.hidden = true;
    let wanted = location.hash.slice(1);
    try {
      wanted = decodeURIComponent(wanted);
    } catch { /* not encoded: taken as it is */ }
    if (!wanted) return;
    const local = wanted.slice(wanted.lastIndexOf("#") + 1);
    const entry = local.split(".p")[0];
    const fate = gone[entry];
    const target = document.getElementById(local);
    const places = (fate || []).slice(1).filter((one) => document.getElementById(one));
    if (places.length) {
      // The entry itself, where it is still here (a split one), else the first of those that carry it.
      const here = document.getElementById(entry);
      const goal = here && here.matches("article") ? here : document.getElementById(places[0]);
      notice.replaceChildren(`${entry} · ${fate[0]}`,
        ...places.flatMap((one) => [" · ", make("a", { href: `#${one}`, textContent: one })]));
      goal.before(notice);
      notice.hidden = false;
      if (goal !== here) go(goal.id);
      else if (wanted !== local) go(local);
    } else if (fate) {
      if (wanted !== entry) go(entry);
    } else if (target && wanted !== local) go(local);
    else if (!target && /^[0-9bcdfghjkmnpqrstvwxz]{12}$/u.test(entry)) {
      if (document.getElementById(entry)) go(entry);
      else {
        notice.textContent = say("landed-unknown", { id: entry });
        notice.hidden = false;
        notice.scrollIntoView();
      }
    }
  }
  // Entries that were not drawn yet take another height when they are, and may push the place out of sight again.
  const STEADY = 60; // frames, a second: a busy browser draws late
  let frames = 0;
  function hold() {
    const target = document.querySelector(":target");
    if (!target || frames <= 0) return;
    frames -= 1;
    const { top } = target.getBoundingClientRect();
    if (top < -1 || top > window.innerHeight - 40) {
      target.scrollIntoView();
      frames = STEADY; // what comes into sight by this is drawn now, and may push as well
    }
    requestAnimationFrame(hold);
  }
  const arrive = () => {
    frames = STEADY;
    requestAnimationFrame(hold);
  };
  for (const kind of ["wheel", "touchstart", "keydown", "mousedown"]) {
    window.addEventListener(kind, () => { frames = 0; }, { passive: true }); // the reader has taken over
  }
  window.addEventListener("hashchange", () => {
    if (keep) keep = false;
    else land();
    known();
    arrive();
  });

  // Reference managers find the entry that one has landed on, beside the blog.

  const span = document.querySelector(".Z3988");
  const landed = make("span", { className: "Z3988" });
  function known() {
    const article = document.getElementById(location.hash.slice(1).split(".p")[0]);
    if (!article || !article.matches("article")) return landed.remove();
    const facts = ofEntry(article);
    const pairs = [["ctx_ver", "Z39.88-2004"], ["rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"], ["rft.type", "blogPost"],
      ["rft.title", facts.title], ...facts.authors.map((author) => ["rft.creator", author.inverted]),
      ["rft.source", facts.container], ["rft.publisher", facts.publisher?.literal], ["rft.date", facts.day],
      ["rft.language", facts.language], ["rft.identifier", facts.id], ["rft.identifier", facts.url]];
    landed.title = new URLSearchParams(pairs.filter(([, value]) => value)).toString();
    return span.after(landed);
  }

  // Search in the page, and the order of entries.

  const tools = document.querySelector(".tools");
  const field = document.getElementById("words");
  const found = document.getElementById("found");
  const { folded, forms, terms, row, has } = searching;
  const BLOCKS = "p[id], h4[id], [id]:not(p, h4) > *";
  const textOf = (article, parts) => Array.from(article.querySelectorAll(parts), (part) => part.textContent).join(" ");
  let texts = null;
  let rows = null;
  function search() {
    texts ??= articles.map((article) => forms(folded(article.textContent)).join("\n"));
    const wanted = terms(field.value);
    const phrases = wanted.filter((term) => term.isPhrase);
    const words = wanted.filter((term) => !term.isPhrase).map((term) => forms(folded(term.text)));
    if (phrases.length) rows ??= articles.map((article) => row(textOf(article, "h3 > span"), textOf(article, BLOCKS)));
    let count = 0;
    articles.forEach((article, index) => {
      const fits = words.every((each) => each.some((word) => texts[index].includes(word))) &&
        phrases.every((phrase) => has(rows[index], phrase));
      article.hidden = !fits;
      count += fits;
    });
    for (const day of main.querySelectorAll(".day")) day.hidden = !day.querySelector("article:not([hidden])");
    found.textContent = !wanted.length ? ""
      : count ? say("found", { n: count, total: articles.length }) : say("found-none");
  }
  function order() {
    const days = Array.from(main.querySelectorAll(".day"));
    const anchor = days.at(-1).nextSibling;
    for (const day of days) day.append(...Array.from(day.querySelectorAll("article")).reverse());
    for (const day of days.reverse()) main.insertBefore(day, anchor);
  }
  tools.hidden = false;
  tools.addEventListener("submit", (event) => event.preventDefault());
  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  if (articles.length) {
    for (const choice of tools.querySelectorAll("[name=order]")) choice.addEventListener("change", order);
  }
  if (window.matchMedia("(max-width: 60rem)").matches) document.querySelector("nav details").open = false;
  land();
  known();
  arrive();
})();

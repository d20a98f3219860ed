// Where two other programs find a quote on a page: the text fragments of browsers, by the polyfill of its authors, and
// the selectors of Web Annotation, by Apache Annotator. Each answer names the article and what stands there.
import { readFileSync } from "node:fs";
import { createTextQuoteSelectorMatcher } from "@apache-annotator/dom";
import { JSDOM } from "jsdom";
// The package exports only what runs by itself in a browser; what it runs is this.
import { getFragmentDirectives, parseFragmentDirectives, processTextFragmentDirective } from "./node_modules/text-fragments-polyfill/src/text-fragment-utils.js";

const { page, quotes } = JSON.parse(readFileSync(0, "utf8"));

const { window } = new JSDOM(page);
const { document } = window;
for (const name of ["document", "Node", "NodeFilter", "Range", "Element", "HTMLElement", "Text"]) {
  globalThis[name] = window[name];
}
globalThis.window = window;
window.getComputedStyle = () => ({ visibility: "visible" }); // nothing is hidden on the page, and asking takes long
Object.defineProperty(globalThis, "navigator", { value: { language: "en" } });

const told = (range) => {
  const start = range.startContainer;
  const element = start.nodeType === window.Node.TEXT_NODE ? start.parentElement : start;
  return { article: element.closest("article")?.id ?? null, text: range.toString() };
};

const answers = [];
for (const { directive, selector, article } of quotes) {
  const [parsed] = parseFragmentDirectives(getFragmentDirectives(`#:~:${directive}`)).text;
  const annotated = [];
  for await (const range of createTextQuoteSelectorMatcher(selector)(document.getElementById(article))) {
    annotated.push(told(range));
  }
  answers.push({ fragment: processTextFragmentDirective(parsed, document).map(told), annotated });
}

process.stdout.write(JSON.stringify(answers));

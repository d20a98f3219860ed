// What a reader sees of elements of saved pages: their `innerText` in Chromium, which is started once.
//
// Standard input is JSON: {"executable", "pages": [{"html", "paths": [XPath...]}]}. The answer has for each page a list:
// for each path the text of the element, or null where there is none. No script runs and nothing is fetched.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const { executable, pages } = JSON.parse(readFileSync(0, "utf8"));
const browser = await chromium.launch({
  executablePath: executable,
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
});
const context = await browser.newContext({ javaScriptEnabled: false });
await context.route("**/*", (route) => route.abort());
const texts = (paths) => paths.map((path) => {
  const found = document.evaluate(path, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE, null).singleNodeValue;
  return found && found.innerText;
});
const answers = [];
for (const { html, paths } of pages) {
  const page = await context.newPage();
  await page.setContent(html, { waitUntil: "domcontentloaded" });
  answers.push(await page.evaluate(texts, paths));
  await page.close();
}
await browser.close();
process.stdout.write(JSON.stringify(answers));

// What a real browser makes of pages: Chromium, started once for a list of jobs.
//
// Standard input is JSON: {"executable", "jobs": [{"url", "width", "height", "dark", "scripts", "steps": [...]}]}.
// A step is an object with one member: {"evaluate": "expression"}, {"press": "Tab"}, {"click": "selector"},
// {"fill": ["selector", "text"]}, {"goto": "url"}, {"media": "print"}, {"screenshot": "path", "full": true},
// {"pdf": "path"}, {"metrics": true}, {"axe": {…options}}, {"wait": "expression that becomes true"}. The answer has for each job the
// results of its steps that have one, in order; what the console said; and every request that was made or refused.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const { executable, jobs } = JSON.parse(readFileSync(0, "utf8"));
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const browser = await chromium.launch({
  executablePath: executable,
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
});

const actions = {
  evaluate: (page, expression) => page.evaluate(expression),
  press: (page, key) => page.keyboard.press(key),
  click: (page, selector) => page.click(selector),
  fill: (page, [selector, text]) => page.fill(selector, text),
  goto: (page, url) => page.goto(url),
  media: (page, media) => page.emulateMedia({ media }),
  wait: async (page, expression) => {
    // By asking again, as the page's own policy lets nothing be compiled in it; a page that is left answers no.
    for (let left = 200; !(await page.evaluate(expression).catch(() => false)); left -= 1) {
      if (!left) throw new Error(`never true: ${expression}`);
      await page.waitForTimeout(50);
    }
  },
  screenshot: async (page, path, { full }) => void (await page.screenshot({ path, fullPage: full ?? false })),
  pdf: async (page, path) => void (await page.pdf({ path, format: "A4" })),
  metrics: async (page) => {
    const { metrics } = await sessions.get(page).send("Performance.getMetrics");
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  },
  axe: async (page, options) => {
    // Through the debugger, as the page's own policy lets no foreign script in.
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate((given) => window.axe.run(document, given), options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).slice(0, 3).join(" | ")}`);
  },
};
const SILENT = new Set(["press", "click", "fill", "goto", "media", "wait", "screenshot", "pdf"]);

// Jobs that want the same kind of browser share one tab, which is empty between two of them.
const tabs = new Map();
const sessions = new Map();
let said = [];
let requests = [];
async function tabFor({ width = 1280, height = 900, dark = false, scripts = true, scale = 1 }) {
  const key = JSON.stringify([width, height, dark, scripts, scale]);
  if (!tabs.has(key)) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? "dark" : "light",
      javaScriptEnabled: scripts,
      deviceScaleFactor: scale,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const page = await context.newPage();
    sessions.set(page, await context.newCDPSession(page));
    await sessions.get(page).send("Performance.enable");
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("dialog", (dialog) => { said.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    page.on("popup", (popup) => said.push(`popup: ${popup.url()}`));
    page.on("request", (request) => requests.push(request.url()));
    tabs.set(key, page);
  }
  return tabs.get(key);
}

const late = (name) => new Promise((_, reject) => {
  setTimeout(() => reject(new Error(`no end of ${name}`)), 30000).unref();
});

async function run(job) {
  const page = await tabFor(job);
  await page.emulateMedia({ media: "screen" });
  await page.goto("about:blank");
  said = [];
  requests = [];
  const results = [];
  try {
    await page.goto(job.url);
    for (const step of job.steps ?? []) {
      const name = Object.keys(step).find((key) => key in actions);
      const result = await Promise.race([actions[name](page, step[name], step), late(name)]);
      if (!SILENT.has(name)) results.push(result);
    }
  } catch (error) {
    return { error: String(error), results, console: said, requests };
  }
  return { results, console: said, requests };
}

const answers = [];
for (const job of jobs) {
  const answer = await run(job);
  // A browser that gets too little of the processor loses a click or a key now and then, but not twice.
  answers.push(answer.error ? await run(job) : answer);
}
await browser.close();
process.stdout.write(JSON.stringify(answers));

// An address that is not there: where it names an entry, where that is now.
(async () => {
  "use strict";
  const { root } = JSON.parse(document.getElementById("facts").textContent);
  const found = document.getElementById("found");
  const results = document.getElementById("results");
  let address = location.pathname + location.search + location.hash;
  try {
    address = decodeURIComponent(address);
  } catch { /* not encoded: taken as it is */ }
  const named = /([0-9bcdfghjkmnpqrstvwxz]{12})(?:\.p(\d+))?(?![0-9a-z])/u.exec(address);
  if (!named) return;
  const [, local, paragraph] = named;
  try {
    const answer = await fetch(`${root}search/ids/${local.slice(0, 2)}.json`);
    // Where no id begins so, there is no such file; where the site stands at another address, none of its files is.
    if (!answer.ok && !(answer.status === 404 && (await fetch(`${root}linkset.json`)).ok)) throw new Error("no index");
    const folders = (answer.ok ? await answer.json() : {})[local] ?? [];
    const target = `${local}${paragraph ? `.p${paragraph}` : ""}`;
    if (folders.length === 1) location.replace(`${root}blogs/${folders[0]}/index.html#${target}`);
    found.textContent = folders.length ? `The entry ${local} is in:` : `No blog here has an entry ${local}.`;
    for (const folder of folders) {
      const link = document.createElement("a");
      link.href = `${root}blogs/${folder}/index.html#${target}`;
      link.textContent = folder;
      const item = document.createElement("li");
      item.append(link);
      results.append(item);
    }
  } catch {
    found.textContent = `The entry ${local} could not be looked for.`;
  }
})();

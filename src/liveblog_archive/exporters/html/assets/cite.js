// Citations in six styles, from the facts of one citation: the same strings as those of the library's `cite`.
// `facts` has: kind, id, blogId, key, url, title, untitled, container, authors, publisher, day, circa, clock, caveat,
// paragraph, version, language, retrieved, quote. A name is {literal, inverted, initialled, family, given, suffix}.
const styles = (() => {
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December"];
  const SHORT = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];
  const WIDE = ["。", "．", "｡", "？", "！", "，", "、"];
  const STOPS = [".", "?", "!", "…", ...WIDE];
  const INNER = { "“": "‘", "”": "’", "„": "‚", "‟": "‛", '"': "'" };
  // What the library's `wording` knows of abbreviations: initials, letters with stops between them, and these.
  const ABBREVIATED = new Set((
    "Apr Ariz Assn Aug Ave Blvd Bros Calif Capt Co Col Colo Conn Corp Dec Dept Dr Feb Fla Fri Ft Gen " +
    "Gov Hon Inc Jan Jr Lt Ltd Minn Mio Mon Mr Mrd Mrs Ms Mt No Nos Nov Nr Oct Okla Pa Prof Rd Rep " +
    "Rev Sen Sept Sgt Sr St Ste Str Tenn Tex Thu Thurs Tue Tues Univ Va Wed Wis Wyo al approx bzw ca " +
    "cf etc ft hrs lbs usw vs yrs"
  ).split(" "));
  const LETTER = String.raw`[\p{L}\p{Nl}\p{No}]`;
  const LAST_WORD = new RegExp(`${LETTER}+(?:\\.${LETTER}+)*(?=\\.$)`, "u");
  const INITIALS = new RegExp(`^(?:${LETTER}|${LETTER}{1,2}(?:\\.${LETTER}{1,2})+)$`, "u");

  const isEntry = (facts) => facts.kind === "Live blog entry";
  const ends = (text, marks) => marks.some((mark) => text.endsWith(mark));
  const stopped = (text) => (ends(text.replace(/[”’"'\u2069]+$/u, ""), STOPS) ? text : `${text}.`);
  // As `characters.py` and `wording.py`: what is written from right to left keeps its direction to itself (UAX #9).
  const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
  const isolated = (text) => (text && RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text);
  const nameApart = (name) => name && { ...name, literal: isolated(name.literal), inverted: isolated(name.inverted),
    initialled: isolated(name.initialled) };
  const brief = (title) => {
    const letters = [...(title ?? "")];
    if (letters.length <= 300 || /[\u202a\u202b\u2066-\u2068]/u.test(title)) return title;
    const head = letters.slice(0, 300).join("");
    const cut = letters[300] === " " ? head.length : head.lastIndexOf(" ");
    return `${(cut > 0 ? head.slice(0, cut) : head).replace(/[ .,;:–—-]+$/u, "")}…`;
  };
  const apart = (facts) => ({ ...facts, title: isolated(brief(facts.title)), container: isolated(brief(facts.container)),
    authors: facts.authors.map(nameApart), publisher: nameApart(facts.publisher) });
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  const abbreviated = (text) => {
    const word = LAST_WORD.exec(text)?.[0] ?? "";
    return ABBREVIATED.has(word) || INITIALS.test(word);
  };

  const quoted = (whole, after = "") => {
    const [, opened, text, closed] = /^(\u2068)(.*)(\u2069)$/su.exec(whole) ?? ["", "", whole, ""];
    let body = text.replace(/[“”„‟"]/gu, (mark) => INNER[mark]);
    let tail = "";
    let mark = after;
    if (ends(text, ["”", "“", '"'])) {
      tail = body.slice(-1);
      body = body.slice(0, -1);
    }
    if (mark === "," && body.endsWith(".") && !body.endsWith("..") && !abbreviated(body)) body = body.slice(0, -1);
    if (ends(body, mark === "." ? STOPS : WIDE)) mark = "";
    return tail ? `“${opened}${body}${mark}${tail}${closed}”` : `“${opened}${body}${closed}${mark}”`;
  };

  const short = (facts) =>
    Array.from(atob(facts.version.slice(0, 8).replace(/-/g, "+").replace(/_/g, "/")), (octet) =>
      octet.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  const stamp = (facts) => `${isEntry(facts) ? "Version" : "Snapshot"} ${short(facts)}`;
  const creators = (facts) => (facts.authors.length ? facts.authors : facts.publisher ? [facts.publisher] : []);
  const imprint = (facts) =>
    facts.publisher && !creators(facts).some((name) => same(name, facts.publisher)) ? facts.publisher.literal : null;
  const shownTitle = (facts) => (facts.title && facts.untitled ? quoted(facts.title) : facts.title);
  const genre = (facts) => [facts.kind, facts.caveat, facts.clock].filter(Boolean).join(", ");
  const locators = (facts) => (facts.url && facts.url !== facts.id ? [facts.id, facts.url] : [facts.id]);
  const parts = (day) => day.split("-").map(Number);
  const key = (facts) => facts.key + (facts.paragraph ? `p${facts.paragraph}` : "") +
    (facts.quote ? `q${sha256(facts.quote).slice(0, 6)}` : "");

  // FIPS 180-4, 6.2: the browser's own is not there for pages of servers without encryption, and never at once.
  function sha256(text) {
    const roots = (power) => {
      const found = [];
      for (let number = 2; found.length < 64; number += 1) {
        let prime = true;
        for (let factor = 2; factor * factor <= number; factor += 1) if (number % factor === 0) prime = false;
        if (prime) found.push(((number ** power % 1) * 2 ** 32) | 0);
      }
      return found;
    };
    const turned = (word, bits) => (word >>> bits) | (word << (32 - bits));
    const octets = new TextEncoder().encode(text);
    const length = ((octets.length + 8) >> 6) + 1;
    const words = new Int32Array(length * 16);
    octets.forEach((octet, at) => { words[at >> 2] |= octet << (24 - (at % 4) * 8); });
    words[octets.length >> 2] |= 0x80 << (24 - (octets.length % 4) * 8);
    words[words.length - 1] = octets.length * 8;
    const constants = roots(1 / 3);
    const state = roots(1 / 2).slice(0, 8);
    for (let block = 0; block < words.length; block += 16) {
      const schedule = Array.from(words.subarray(block, block + 16));
      let [a, b, c, d, e, f, g, h] = state;
      for (let round = 0; round < 64; round += 1) {
        if (round > 15) {
          const early = schedule[round - 15];
          const late = schedule[round - 2];
          schedule[round] = (schedule[round - 16] + (turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)) +
            schedule[round - 7] + (turned(late, 17) ^ turned(late, 19) ^ (late >>> 10))) | 0;
        }
        const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + constants[round] +
          schedule[round]) | 0;
        const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
      }
      [a, b, c, d, e, f, g, h].forEach((word, at) => { state[at] = (state[at] + word) | 0; });
    }
    return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  }

  function apa(facts) {
    const names = creators(facts).map((name) => name.initialled);
    let people = names[0];
    if (names.length > 20) people = `${names.slice(0, 19).join(", ")}, . . . ${names.at(-1)}`;
    else if (names.length > 1) people = `${names.slice(0, -1).join(", ")}, & ${names.at(-1)}`;
    let date = "(n.d.).";
    if (facts.day) {
      const [year, month, day] = parts(facts.day);
      date = `(${facts.circa ? "ca. " : ""}${year}, ${MONTHS[month - 1]} ${day}).`;
    }
    const paragraph = facts.paragraph ? `, para. ${facts.paragraph}` : "";
    const work = `${facts.title ? `${shownTitle(facts)} ` : ""}[${genre(facts)}${paragraph}].`;
    const found = people ? [stopped(people), date, work] : [work, date];
    if (facts.container) found.push(stopped(`In ${facts.container}`));
    if (imprint(facts)) found.push(stopped(imprint(facts)));
    found.push(`${stamp(facts)}.`, locators(facts).join(". "));
    return found.join(" ");
  }

  function chicago(facts) {
    const names = creators(facts).map((name) => name.literal);
    const found = [];
    if (names.length) found.push(`${names.length > 2 ? `${names[0]} et al.` : names.join(" and ")},`);
    const first = !found.length;
    const caveat = facts.caveat ? ` [${facts.caveat}]` : "";
    const blog = (title, leads) => (title ? `${title} (live blog)` : leads ? "Live blog" : "live blog");
    if (!isEntry(facts)) found.push(`${blog(facts.title, first)}${caveat},`);
    else {
      if (!facts.title) found.push(`${first ? "Untitled" : "untitled"} entry${caveat},`);
      else found.push(caveat ? `${quoted(facts.title)}${caveat},` : quoted(facts.title, ","));
      found.push(`${blog(facts.container, false)},`);
    }
    let date = null;
    if (facts.day) {
      const [year, month, day] = parts(facts.day);
      date = `${facts.circa ? "ca. " : ""}${MONTHS[month - 1]} ${day}, ${year}`;
    }
    const paragraph = facts.paragraph ? `par. ${facts.paragraph}` : null;
    const details = [imprint(facts), date, facts.clock, paragraph, stamp(facts).toLowerCase(), ...locators(facts)];
    found.push(details.filter(Boolean).join(", "));
    return `${found.join(" ")}.`;
  }

  function mla(facts) {
    const people = creators(facts);
    const found = [];
    if (people.length) {
      let names = people[0].inverted;
      if (people.length > 1) {
        const more = people.length === 2 ? `and ${people[1].literal}` : "et al.";
        names = `${names}${people[0].family ? "," : ""} ${more}`;
      }
      found.push(stopped(names));
    }
    const caveat = facts.caveat ? ` [${facts.caveat}]` : "";
    if (!facts.title) found.push(`${facts.kind}${caveat}.`);
    else if (!isEntry(facts)) found.push(caveat ? `${facts.title}${caveat}.` : stopped(facts.title));
    else found.push(caveat ? `${quoted(facts.title)}${caveat}.` : quoted(facts.title, "."));
    let date = null;
    if (facts.day) {
      const [year, month, day] = parts(facts.day);
      date = `${facts.circa ? "circa " : ""}${day} ${SHORT[month - 1]} ${year}`;
    }
    const paragraph = facts.paragraph ? `par. ${facts.paragraph}` : null;
    const details = [facts.container, imprint(facts), date, facts.clock, paragraph, ...locators(facts)];
    found.push(`${details.filter(Boolean).join(", ")}.`, `${stamp(facts)}.`);
    return found.join(" ");
  }

  const TEX = { "\\": "{\\textbackslash}", "{": "{\\textbraceleft}", "}": "{\\textbraceright}",
    "~": "{\\textasciitilde}", "^": "{\\textasciicircum}", "`": "{\\textasciigrave}", "<": "{\\textless}",
    ">": "{\\textgreater}", "|": "{\\textbar}", "#": "\\#", "$": "\\$", "%": "\\%", "&": "\\&", "_": "\\_",
    "-": "-{}", "'": "'{}", ",": ",{}" };
  const tex = (text) => text.replace(/[\\{}~^`<>|#$%&_]|-(?=-)|'(?=')|,(?=,)/gu, (mark) => TEX[mark]);
  const braced = (text) => (text ? `{${tex(text)}}` : "");
  const texName = (name) =>
    name.family ? [name.family, name.suffix, name.given].filter(Boolean).map(tex).join(", ") : braced(name.literal);

  function bibtex(facts) {
    const paragraph = facts.paragraph ? `par. ${facts.paragraph}` : "";
    const container = facts.container ? `In ${braced(facts.container)}` : "";
    const fields = {
      author: facts.authors.map(texName).join(" and "),
      title: braced(shownTitle(facts)),
      titleaddon: tex(genre(facts)),
      date: facts.day ? `${facts.day}${facts.circa ? "~" : ""}` : "",
      organization: braced(facts.publisher && facts.publisher.literal),
      version: isEntry(facts) ? short(facts) : "",
      note: isEntry(facts) ? [container, paragraph].filter(Boolean).join(", ") : stamp(facts),
      addendum: facts.id !== facts.url ? tex(facts.id) : "",
      url: (facts.url || "").replace(/[ \\{}]/gu,
        (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`),
      annotation: facts.quote ? tex(quoted(facts.quote)) : "",
      urldate: facts.retrieved || "",
    };
    const lines = Object.entries(fields).filter(([, value]) => value)
      .map(([name, value]) => `  ${name.padEnd(12)} = {${value}},`);
    return [`@online{${key(facts)},`, ...lines, "}", ""].join("\n");
  }

  function ris(facts) {
    const slashed = (day) => `${day.replaceAll("-", "/")}/`;
    const lines = [["TY", "BLOG"], ["ID", key(facts)]];
    for (const author of facts.authors) lines.push(["AU", author.inverted]);
    if (facts.title) lines.push(["TI", shownTitle(facts)]);
    if (facts.container) lines.push(["T2", facts.container]);
    if (facts.publisher) lines.push(["PB", facts.publisher.literal]);
    if (facts.day) {
      lines.push(["PY", facts.day.slice(0, 4)]);
      lines.push(["DA", slashed(facts.day) + (facts.circa ? "ca" : "")]);
    }
    lines.push(["M3", genre(facts)], ["ET", stamp(facts)]);
    if (facts.language) lines.push(["LA", facts.language]);
    if (facts.url) lines.push(["UR", facts.url]);
    if (facts.retrieved) lines.push(["Y2", slashed(facts.retrieved)]);
    if (facts.paragraph) lines.push(["N1", `Paragraph ${facts.paragraph}`]);
    if (facts.quote) lines.push(["N1", quoted(facts.quote)]);
    lines.push(["N1", facts.id], ["N1", `ni:///sha-256;${facts.version}`], ["ER", ""]);
    return lines.map(([tag, value]) => `${tag}  - ${value}\r\n`).join("");
  }

  const present = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) =>
    Array.isArray(value) ? value.length : value));
  const cslName = (name) => name.family
    ? present({ family: name.family, given: name.given, suffix: name.suffix }) : { literal: name.literal };
  const cslDate = (day, circa) => day ? present({ "date-parts": [parts(day)], circa }) : null;

  function csl(facts) {
    const item = present({
      id: key(facts),
      type: "post-weblog",
      author: facts.authors.map(cslName),
      title: shownTitle(facts),
      "container-title": facts.container,
      publisher: facts.publisher && facts.publisher.literal,
      issued: cslDate(facts.day, facts.circa),
      accessed: cslDate(facts.retrieved, false),
      genre: genre(facts),
      version: isEntry(facts) ? short(facts) : null,
      language: facts.language,
      URL: facts.url,
      custom: present({
        id: facts.id,
        "blog-id": facts.blogId,
        [isEntry(facts) ? "version-id" : "snapshot-id"]: `ni:///sha-256;${facts.version}`,
        paragraph: facts.paragraph,
        quote: facts.quote,
      }),
    });
    return `${JSON.stringify([item], null, 2)}\n`;
  }

  const forPeople = (render) => (facts) => render(apart(facts));
  return { apa: forPeople(apa), chicago: forPeople(chicago), mla: forPeople(mla), bibtex, ris, "csl-json": csl };
})();

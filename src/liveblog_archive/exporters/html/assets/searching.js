// What is looked for and where, by the rules of the library's `searching.py`: folded, in words, in phrases.
const searching = (() => {
  // Of scripts whose marks people leave out they count for nothing.
  const MARKS = /[\u00ad\u2060\ufe00-\ufe0f\ufeff\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/gu;
  const LETTERS = { "ı": "i", "ß": "ss", "ς": "σ" };
  const folded = (text) => text.normalize("NFKD").replace(MARKS, "").normalize("NFC").toLowerCase()
    .replace(/[ıßς]/gu, (letter) => LETTERS[letter]);
  const SINGLE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu;
  const wordsOf = (text) => folded(text).replace(SINGLE, " $& ").match(/[\p{L}\p{N}\p{M}]+|[\u2190-\u2bff\u{1f000}-\u{1faff}]/gu) ?? [];
  // A phrase has words; one that is still being typed is `open`, and its last word may be the beginning of one.
  const TERM = /["«»“”„‟](?<phrase>.*?)(?<end>["«»“”„‟](?![\p{L}\p{N}_])|$)|(?<word>\S+)/gsu;
  const terms = (text) => Array.from(text.matchAll(TERM), ({ groups: { phrase, end, word } }) =>
    ({ text: word ?? phrase, isPhrase: word === undefined, open: end === "" }))
    .filter((term) => (term.isPhrase ? wordsOf(term.text).length : term.text));
  // Texts and phrases as rows of words: what stands in one text stands in a row of its own.
  const row = (...texts) => texts.map((text) => ` ${wordsOf(text).join(" ")} `).join("\n");
  const has = (rows, { text, open }) => rows.includes(open ? row(text).trimEnd() : row(text));
  return { folded, wordsOf, terms, row, has };
})();

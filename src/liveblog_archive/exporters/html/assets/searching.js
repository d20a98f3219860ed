// What is looked for and where, by the rules of the library's `searching.py`: folded, in words, in phrases.
const searching = (() => {
  // Of scripts whose marks people leave out they count for nothing.
  const MARKS = /[\u00ad\u2060\ufe00-\ufe0f\ufeff\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/gu;
  const LETTERS = { "ı": "i", "ß": "ss", "ς": "σ" };
  const folded = (text) => text.normalize("NFKD").replace(MARKS, "").normalize("NFC").toLowerCase()
    .replace(/[ıßς]/gu, (letter) => LETTERS[letter]);
  // A number is found however its digits are grouped: as it stands, and as a whole.
  const GROUPED = /(?<![\p{Nd}.,٫٬])(?![0٠۰])\p{Nd}{1,3}(?<sign>[.,'’٬]|\s)\p{Nd}{3}(?:\k<sign>\p{Nd}{3})*(?!\p{Nd})/gu;
  const forms = (text) => [...new Set([text, text.replace(GROUPED, (number) => number.replace(/\P{Nd}/gu, ""))])];
  const SINGLE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu;
  const wordsOf = (text) => folded(text).replace(SINGLE, " $& ").match(/[\p{L}\p{N}\p{M}]+|[\u2190-\u2bff\u{1f000}-\u{1faff}]/gu) ?? [];
  // A phrase has words; one that is still being typed is `open`, and its last word may be the beginning of one.
  const TERM = /["«»“”„‟](?<phrase>.*?)(?<end>["«»“”„‟](?![\p{L}\p{N}_])|$)|(?<word>(?:\S|(?<=\p{Nd})[\u00a0\u202f](?=\p{Nd}))+)/gsu;
  const terms = (text) => Array.from(text.matchAll(TERM), ({ groups: { phrase, end, word } }) =>
    ({ text: word ?? phrase, isPhrase: word === undefined, open: end === "" }))
    .filter((term) => (term.isPhrase ? wordsOf(term.text).length : term.text));
  // Texts and phrases as rows of words: what stands in one text stands in a row of its own.
  const words = (text) => ` ${wordsOf(text).join(" ")} `;
  const row = (...texts) => texts.flatMap(forms).map(words).join("\n");
  const has = (rows, { text, open }) => forms(text).map(words).some((one) => rows.includes(open ? one.trimEnd() : one));
  return { folded, forms, wordsOf, terms, row, has };
})();

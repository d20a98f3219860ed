"""What a line looks like: a headline, a sentence, a list item, a credit. No rule here knows any text's words."""

import re

from ..vocabulary import PUBLISHED

# A headline is one printed line; statements of several sentences without a final stop are not.
LONGEST_HEADLINE = 220
_LONGEST_QUESTION = 120
_CLOSERS = "\"'”’»«“)]*_ \u00a0\u202f"  # with the blanks that stand before them in French
# Final punctuation: a line that ends with one of these, whatever closes behind it, is no headline.
FINAL = ".!?…:;,。！？؟।։՞"
_BULLET = re.compile(r"(?P<mark>[>•▪◦‣·*–—-]|\d{1,2}[.)])\s+(?=\S)")
_CREDIT = re.compile(
    r"(?:photo(?:graph(?:s|ie)?)?|foto|fotogra[fp]\w{1,3}|picture|image|imagen|bild|credit|crédit|quelle|source|fuente|fonte|источник|джерело|"
    r"źródło|zdroj|forrás|kaynak|πηγή|المصدر|מקור|kilde|källa|lähde|bron)\s?[:/]|©|"
    r"\bvia (?:reuters|getty|ap|afp|epa)\b|"
    r"/\s?(?:reuters|afp|ap|getty|epa|dpa|keystone|imago|ansa|efe|tass|anadolu|picture alliance)\b",
    re.IGNORECASE,
)
# `View from the mole (foto Bruzzone)`.
_CREDITED = re.compile(r"\((?i:photo|foto|picture|pic|image|bild|fot\.)[\s:]+(?:[a-z]{1,3}\s)?[A-ZÀ-Þ][^()]*\)$")
_THOUSANDS = r"(?!\d{1,3}(?:[.,]\d{3})+\s)"
_NUMBERS = re.compile(rf"[+(]?{_THOUSANDS}\d+(?:[:.,]\d+|\s?['’′]|(?:[\s/-]\d+){{2,}})")
_MINUTE_OF_PLAY = re.compile(r"^\d{1,3}(?:\s?\+\s?\d{1,2})?\s?['’′]\s?[:|–—-]\s+(?=[^\W\d]|[¡¿«\"“„])")
# Headlines may end with the dot of an abbreviation: initials, the halves of a day, forms of companies and of names.
_ABBREVIATED = re.compile(
    r"(?:\b\w\.){2,}$|\b(?:Inc|Corp|Ltd|Co|Bros|Jr|Sr|No|St|Mio|Mrd|Str|bzw|usw|etc|proc|mld|mln)\.$"
)
_LONGEST_ABBREVIATION = 24
# A sentence, and who said it: `Is the road open? I cannot wait. (Ada)`, `… open from 20:30. (nzu)`.
_SIGNED_SENTENCE = re.compile(r"(?:[^\W\d_]{3,}|\d[:.]\d\d)[.…][\"”’»«“]?\s+\([^()]{1,40}\)$")
_ABBREVIATED_UNIT = re.compile(r"\(\d[\d.,]*\s?[^\W\d_]{1,5}\.\)$")
_TWO_SENTENCES = re.compile(r"[^\W\d_]{3,}(?:[.…]|[ \u00a0\u202f]?[!?])\s+[^\W\d_]")
_CALL = re.compile(r"[¡«\"“„]*[^\W\d_][^\s!?.:;,()]*(?:\s[^\s!?.:;,()]+){0,5}\s?!+[»\"”“]?")
# The words that name who wrote an entry, and names alone: words that all begin with a capital.
_BY = {"by", "from", "von", "par", "por", "di", "door", "av", "af", "tekst", "text:", "autor", "autor:", "od", "от"}
# What may stand before these: `Posted by Ada Berg`.
_WROTE = re.compile(
    f"{PUBLISHED}|written|reported|geschrieben|écrit|écrite|escrito|scritto|geschreven", re.IGNORECASE
)
_JOINED_BY = {"and", "und", "et", "y", "e", "i", "de", "da", "von", "van", "&", "och", "og"}
_AT_WORK = {"the", "in", "at", "from", "aus", "en", "à", "a", "staff", "reporting", "correspondent", "reporter"}
_LONGEST_NAMES, LONGEST_BYLINE = 7, 80
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
# Plus signs around a headline, which tickers print as news agencies once did.
_FRAMED = re.compile(r"\+{2,}\s*(?P<text>(?:(?!\+\+).)*[^\s+])\s*\+{2,}")
DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(r"(?:\d+[.)]\s+)?https?://\S+")
_ACCOUNT = re.compile(r"[^@]{1,60}[\s(\[]@\w[\w.@-]*[)\]]?(?:\s?[·•|].{0,30})?")
_REMARK = re.compile(r"\[.*\]")
_RULE = re.compile(r"(?:[*=_~#•·—–-]\s?){3,}")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def has_digit(text: str) -> bool:
    """Tell whether a text has a digit of any script."""
    return DIGIT.search(text) is not None


def is_rule(text: str) -> bool:
    """Tell whether a line only parts others, as `___` and `* * *` do."""
    return _RULE.fullmatch(text) is not None


def ends_like_a_sentence(text: str) -> bool:
    """Tell whether the last character, inside closing quotes and brackets, is final punctuation: no `(4 Min.)`."""
    if text[-2:] == ".)" and _ABBREVIATED_UNIT.search(text):
        return False
    bare = text.rstrip(_CLOSERS) if text[-1:] in _CLOSERS else text
    return bare[-1:] in FINAL and bool(bare)


def announces(text: str) -> bool:
    """Tell whether a text ends with the colon that announces what stands below it."""
    return text[-1:] in (":", "：")


def bullet(text: str) -> str | None:
    """Return the mark of a list item (`•`, `-`, `1.`), or None."""
    match = _BULLET.match(text)
    return match["mark"] if match else None


def without_bullet(text: str) -> str:
    """Return a list item's text without its mark."""
    return _BULLET.sub("", text, count=1)


def is_headline_like(text: str, words: int = 2) -> bool:
    """Tell whether a line could be a headline: one line of two words or more, no full stop, no bullet, no credit.

    Nor is one the name of an account, or a remark in brackets: `[Photo]`.

    Scripts without blanks between words need four characters, and so does a headline of one word, which is one only
    where a label stands beside or above it (`words=1`). Scores, ratios, verses, times, minutes of play and telephone
    numbers begin no headline.
    """
    if len(text) > LONGEST_HEADLINE or ends_like_a_sentence(text) or _is_credit(text):
        return False
    if not text[:1].isalpha() and (_NUMBERS.match(text) or _BULLET.match(text) or _REMARK.fullmatch(text)):
        return False
    if text[-1:] == ")" and _SIGNED_SENTENCE.search(text):
        return False
    if " " in text:
        return True
    if words == 1:
        return len(text) >= 4 or text.isalpha()
    return len(text) >= 4 and bool(_WIDE.search(text))


def heads_below(text: str) -> bool:
    """Tell whether a line under a time could be its headline, which a minute of play may begin: `58' - Goal`."""
    return is_headline_like(_MINUTE_OF_PLAY.sub("", text), words=1)


def without_frame(headline: str) -> str:
    """Return a headline without the plus signs around it: `+++ Ferry refloated +++`."""
    framed = _FRAMED.fullmatch(headline) if headline.startswith("++") else None
    return framed["text"] if framed else headline


def is_question(text: str) -> bool:
    """Tell whether a line could be a headline but for the mark that it asks or calls with."""
    return text[-1:] in ("?", "!") and len(text) <= _LONGEST_QUESTION and not _TWO_SENTENCES.search(text)


def is_call(text: str) -> bool:
    """Tell whether a line is one exclamation of a few words and nothing else: `¡Hasta mañana!`."""
    return _CALL.fullmatch(text) is not None


def names_account(text: str) -> bool:
    """Tell whether a line is a name and an account, as it stands above what was posted: `Ada Berg (@ada)`."""
    return _ACCOUNT.fullmatch(text) is not None


def _is_credit(text: str) -> bool:
    """Tell whether a line names a source: a credit, or the account of a post."""
    if text[-1:] == ")" and _CREDITED.search(text):
        return True
    marked = ":" in text or "/" in text or "©" in text or "via " in text.lower()
    return (marked and _CREDIT.search(text) is not None) or ("@" in text and names_account(text))


def is_abbreviated_headline(text: str) -> bool:
    """Tell whether a line would be a headline but for the dot of an abbreviation that it ends with."""
    if text[-1:] != "." or not _ABBREVIATED.search(text, max(0, len(text) - _LONGEST_ABBREVIATION)):
        return False
    return is_headline_like(text.rstrip(".")) and not _TWO_SENTENCES.search(text)


def without_wrote(text: str) -> str:
    """Return what a line says behind a word such as `Posted`, where that is `by` and more; else the line itself."""
    first, _, rest = text.partition(" ")
    return rest if rest.partition(" ")[0].casefold() in _BY and _WROTE.fullmatch(first) else text


def without_brackets(text: str) -> str:
    """Return a line of names without what brackets say of them: `Ada Berg (now) and Ben Hale (earlier)`."""
    return _IN_BRACKETS.sub("", text) if "(" in text else text


def is_byline(text: str, *, named: bool = True) -> bool:
    """Tell whether a line names who wrote an entry; with `named=False` only where it says so (`By`, `From`)."""
    words = without_wrote(text).split() if len(text) <= LONGEST_BYLINE else []
    if len(words) < 2 or ends_like_a_sentence(text):
        return False
    if words[0].casefold() in _BY and any(word[0].isupper() for word in words[1:]):
        return all(word[0].isupper() or word in _JOINED_BY or word in _AT_WORK for word in words[1:])
    names = named and len(words) <= _LONGEST_NAMES and words[0][0].isupper()
    return names and all(word[0].isupper() or word in _JOINED_BY for word in words)


def is_stub(text: str, short: float) -> bool:
    """Tell whether a line is too bare of punctuation, or under `short` characters, to be a paragraph or list item.

    Navigation, tags and buttons are stubs, and so are addresses.
    """
    if _ADDRESS.fullmatch(text):
        return True
    return bullet(text) is None and (len(text) < short or not ends_like_a_sentence(text))

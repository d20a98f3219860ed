"""Text as a citation carries it: on one line, contained, quoted, shortened, stopped."""

import re
from typing import TYPE_CHECKING

from ..characters import has_right_to_left, visible
from ..identity.boundaries import between_characters

if TYPE_CHECKING:
    from ..model import Entry

FIRST_WORDS = 60  # characters of an untitled entry that name it
LONGEST_TITLE = 300  # characters of a title in a text for people; headlines have half as many at most

_POP, _ISOLATE, _POP_ISOLATE = "\u202c", "\u2068", "\u2069"
# Unicode Standard Annex 9, 2.1 to 2.5: what opens a run of another direction, and what closes it. Overrides do not:
# they are made visible.
_CLOSERS = dict.fromkeys("\u202a\u202b", _POP) | dict.fromkeys("\u2066\u2067\u2068", _POP_ISOLATE)

# A quotation inside quotation marks takes single ones, in every American style.
_INNER = dict(zip('“”„‟"', "‘’‚‛'", strict=True))
_DOUBLE = re.compile(f"[{''.join(_INNER)}]")
_CLOSING = tuple('”“"')  # “ closes in German
# Marks of Chinese and Japanese have the room of a whole character: no comma and no full stop is set beside one.
_WIDE = ("。", "．", "｡", "？", "！", "，", "、")
_STOPS = (".", "?", "!", "…", *_WIDE)

# What a full stop at the end of a text may belong to: an initial, `U.S.`, `p.m.`, `Ph.D.` (letters with stops between
# them), or one of these. There it stays, whatever follows: one mark too many does less harm than a lost one.
_LAST_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*(?=\.\Z)")
_LONGEST = 32
_INITIALS = re.compile(r"[^\W\d_]|[^\W\d_]{1,2}(?:\.[^\W\d_]{1,2})+")
_ABBREVIATED = """
    Assn Bros Co Corp Dept Inc Ltd Univ
    Jr Sr Capt Col Dr Gen Gov Hon Lt Mr Mrs Ms Prof Rep Rev Sen Sgt
    Ave Blvd Ft Mt Rd St Ste Str
    Jan Feb Apr Aug Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri
    Ariz Calif Colo Conn Fla Minn Okla Pa Tenn Tex Va Wis Wyo
    No Nos Nr approx bzw ca cf etc ft hrs lbs usw vs yrs
    al Mio Mrd
"""
ABBREVIATIONS = frozenset(_ABBREVIATED.split())


def one_line(text: str) -> str:
    """Return `text` with unprintable characters made visible and every run of blanks as one blank.

    A directional run that `text` opens is closed at its end, so that it cannot turn the rest of a citation around.
    """
    return _squeezed(text) if text.isprintable() else _contained(" ".join(visible(text).split()))


def _squeezed(printable: str) -> str:
    return " ".join(printable.split()) if "  " in printable else printable.strip()


def _contained(text: str) -> str:
    """Close each directional embedding and isolate that `text` leaves open; nothing is taken away."""
    if text.isprintable():  # none of them is
        return text
    awaited: list[str] = []
    for character in text:
        if character in _CLOSERS:
            awaited.append(_CLOSERS[character])
        elif awaited and character == awaited[-1]:
            awaited.pop()
    return text + "".join(reversed(awaited))


def isolated(text: str) -> str:
    """Return `text` with FSI before and PDI after it where anything in it is written from right to left.

    Unicode Standard Annex 9, 2.4.2: it keeps its own direction then, and does not turn the marks and dates beside it,
    nor another such text, into its own.
    """
    return f"{_ISOLATE}{text}{_POP_ISOLATE}" if has_right_to_left(text) else text


def first_words(text: str) -> str:
    """Return the first words of `text` on one line: all of it, or at most `FIRST_WORDS` characters and an ellipsis.

    The cut is where a word ends; writing without blanks is cut between two characters as readers count them.
    """
    head = text[: 2 * FIRST_WORDS]
    if head.isprintable() and len(line := _squeezed(head)) > FIRST_WORDS:
        return _shortened(line)  # enough of a long text, unless it has blanks in plenty; it opens no directional run
    line = one_line(text)
    return line if len(line) <= FIRST_WORDS else _contained(_shortened(line))


def name_of_entry(entry: "Entry") -> str:
    """Return what an entry is called: its headline on one line, else its first words; empty where it has neither."""
    return one_line(entry.headline or "") or first_words(entry.text)


def brief(title: str) -> str:
    """Return a title as a text for people has it: of one longer than any headline its first words and an ellipsis.

    One with directional marks, which a cut might leave open, stays whole. The script of the page follows this, too.
    """
    if len(title) <= LONGEST_TITLE or not _CLOSERS.keys().isdisjoint(title):
        return title
    cut = title.rfind(" ", 0, LONGEST_TITLE + 1)
    return f"{title[: cut if cut > 0 else LONGEST_TITLE].rstrip(' .,;:–—-')}…"


def _shortened(line: str) -> str:
    cut = line.rfind(" ", 0, FIRST_WORDS + 1)
    if cut < 0:
        cut = FIRST_WORDS
        while cut > 1 and not between_characters(line, cut):
            cut -= 1
    kept = line[:cut].rstrip(" ,;:–—-")
    return (kept if _is_abbreviated(kept) else kept.rstrip(" .,;:–—-")) + "…"


def _is_abbreviated(text: str) -> bool:
    """Tell whether the full stop that `text` ends with may belong to its last word."""
    word = _LAST_WORD.search(text[-_LONGEST:]) if text.endswith(".") else None
    return word is not None and (word[0] in ABBREVIATIONS or _INITIALS.fullmatch(word[0]) is not None)


def quoted(text: str, mark: str = "") -> str:
    """Return `text` in quotation marks, with the punctuation `mark` inside them, as American styles set it.

    A comma replaces the full stop of a sentence and follows that of an abbreviation; a full stop is not added to
    another, or to an ellipsis; none is added to a mark of Chinese or Japanese. Of an isolated text, `mark` stands
    outside, unless it stands inside quotation marks of the text.
    """
    apart = text.startswith(_ISOLATE) and text.endswith(_POP_ISOLATE)
    opened, text, closed = (_ISOLATE, text[1:-1], _POP_ISOLATE) if apart else ("", text, "")
    body, tail = _DOUBLE.sub(lambda match: _INNER[match[0]], text), ""
    if text.endswith(_CLOSING):
        body, tail = body[:-1], body[-1]
    if mark == "," and body.endswith(".") and not body.endswith("..") and not _is_abbreviated(body):
        body = body[:-1]
    if body.endswith(_STOPS if mark == "." else _WIDE):
        mark = ""
    return f"“{opened}{body}{mark}{tail}{closed}”" if tail else f"“{opened}{body}{closed}{mark}”"


def stopped(text: str) -> str:
    """Return `text` with a full stop, unless it ends a sentence already."""
    return text if text.rstrip("”’\"'\u2069").endswith(_STOPS) else f"{text}."

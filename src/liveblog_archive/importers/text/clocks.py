"""Clocks as pages print them: the table of ways to do it, and the pattern of a label that is made of it.

`CLOCKS` is read from top to bottom; the first that fits wins. Around each, a label may carry brackets, bold, plus
signs, dashes, bars, a word such as `kl.`, and the abbreviation of a zone. To teach a new habit, add a row and a line
to the fixture of its test.
"""

import re
from typing import NamedTuple

from ..abbreviations import ABBREVIATIONS, REGIONS
from ..vocabulary import PUBLISHED, UPDATED
from .margins import ARABIC_HALVES, BEFORE, UNTIL, changed, in_24_hours
from .spoken import PATTERN as _WORD

# What a browser's copy puts right behind it: `4:52 p.m. ETFeb. 3, 2026`, `14:05 UhrAktualisiert um 15.10 Uhr`.
CAPITALIZED = "[A-ZÀ-Þ][a-zà-ÿ]"
_GLUED = rf"(?=\d|{CAPITALIZED})"

_PERIODS = "午前|午後|上午|下午|凌晨|清晨|早上|中午|傍晚|晚上|오전|오후|(?i:öö|ös)"
PERIOD_BEFORE = re.compile(rf"(?:{_PERIODS})\s?$")
# name, pattern, examples. Groups: h hour, m minute, s second, p half of the day. `\d` takes the digits of any script.
CLOCKS: tuple[tuple[str, str, str], ...] = (
    (
        "12-hour",
        (
            r"(?P<h>\d\d?)(?:[:.](?P<m>\d\d)(?:[:.](?P<s>\d\d))?)?\s?"
            r"(?P<p>(?:[aApP]\.\s?[mM]|[pP]\s?[mM]|a\s?m|A\s?M)"
            rf"(?:\b|{_GLUED})\.?|" + ARABIC_HALVES + r"|[صم](?!\w)|π\.?μ\.?|μ\.?μ\.?)"
        ),
        # Not "Am", with which sentences begin in German: "19:12 Am Deich …".
        "10:50 a.m.   10 a.m.   1:45 p.m   9.45pm   5:03:54 PM   ٣:٤٥ م",
    ),
    (
        "period before",
        rf"(?P<p>{_PERIODS})\s?(?P<h>\d\d?)(?:[:：時时点點시]\s?(?:(?P<m>\d\d?)[分분]?(?::(?P<s>\d\d))?)?)",
        "午後3時45分   下午3:45   오후 3시 45분",
    ),
    ("characters", r"(?P<h>\d\d?)[時时点點시]\s?(?:(?P<m>\d\d?)[分분])?", "15時45分   15时   15시 45분"),
    (
        "h",
        rf"(?P<h>\d\d?)\s?[hH]\s?(?:(?P<m>\d\d)(?:\s?min)?)?(?:(?!\w)|(?<=h\d\d)(?={CAPITALIZED}))",
        "9h05   9 h 05   14h   14h05min",
    ),
    (
        "24-hour",
        (
            # `16.12.40` is a date, too: behind another, or `kl.`, it is none (`labels`).
            r"(?P<h>\d\d?)[:.：](?P<m>\d\d)(?:(?:(?<=:\d\d):|(?<=\.\d\d)\.)(?P<s>\d\d))?(?![\d%]|[.,/:]\d)"
            r"(?:\s?(?i:Uhr|uur|hrs?|hs|horas|h|Std|ч|часа|น|год|hod|val)(?:(?![^\W\d])|(?<=Uhr)(?=[A-Z]))(?:\.(?=\s|$))?)?"
        ),
        "14:05   13.45   14:33:00   kl. 14.33.00   12.31 Uhr   14:05 h   20:00 ч.   16.20 uur",
    ),
    (
        "o'clock",
        r"(?P<h>\d\d?)\s?(?:Uhr|uhr|o[’']clock)(?:\s(?P<m>[0-5]\d)(?=\s*(?:[:|–—-]|$)))?(?!\w)",
        "18 Uhr   6 o’clock   14 Uhr 05",
    ),
    (
        # `9 heures après` says how long: it is a time with its minutes, or where the text is set off from it.
        "hours",
        r"(?P<h>[01]?\d|2[0-3])\s(?:heures?|horas|uur)(?:\s(?P<m>[0-5]\d))?(?=\s*(?:[.:|–—-](?=\s|$)|$))",
        "9 heures   17 heures 30   9 horas   17 uur",
    ),
    (
        "four digits",
        (
            r"(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)"
            r"(?:(?=\s?(?:GMT|UTC|BST|E[SD]?T|CES?T|IST)\b)|\s?(?:hrs|hours|Uhr|uur)(?!\w))"
        ),
        "1405 GMT   1405 hrs   1405 Uhr",
    ),
)
# Words that introduce a printed time and belong to the label: what the page did then, a preposition, "o'clock".
# A preposition begins sentences too (`At 8:45 the ambulance left`): it counts only where punctuation sets it off.
SAID = (
    f"stand|live|last updated|{UPDATED}|{PUBLISHED}|erstmeldung|ursprungsmeldung|"
    "aktualisierung|actualización|atualização|aggiornamento|aktualizacja"
)
AT = "at|um|om|à|a las|às|as|alle|o|о|об|в|у|u|v|ob|στις"
# `Update von 16.18 Uhr:`, `Mise à jour du 3 mars`: behind such a word alone, for sentences begin with them.
OF = "von|vom|of|from|de|du|del|van|z"
OCLOCK = "kl|klo|kell|plkst|val|godz|ժ|h|ore|ora|saat|ժամը|ώρα|الساعة|ساعت|שעה|klokken|klockan"
# `Update 8 – 5 June, 9am: …`, `Mise à jour n° 8 : …`: they may be numbered.
_NUMBERED = r"(?:\s(?:n(?:[°ºor]\.?|\.)\s?|#)?\d{1,3}(?=\s?[:,–—-]\s))?"
INTRODUCING = rf"(?P<said>(?:{SAID}){_NUMBERED}\s?[:,–—-]?\s)"
_INTRODUCED = rf"(?i:{INTRODUCING}(?:(?:{OF})\s)?)?"
_WORDS = rf"(?:(?=[^\W\d]){_INTRODUCED}(?i:(?P<at>(?:{AT})\s))?(?P<oclock>(?i:(?:{OCLOCK})[.:]?\s))?)?"
# Marks of direction, pictographs, bold, plus signs, heading marks, brackets, bars and bullets.
_MARKS = r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\u2190-\u21ff\u25a0-\u27bf\U0001f300-\U0001faff]"
_OPEN = rf"(?P<open>(?:(?:{_MARKS}|\*\*|\*|__|\++|\#{{1,6}}\s|[\[(【|•▶►◆■▪·>–—-])\s?){{0,3}})"
_ABBREVIATED = "|".join(sorted(ABBREVIATIONS, key=lambda a: (-len(a), a)))
# Hours from UTC as far as any clock is, and what goes on as no such number.
_FROM_UTC = r"(?:0?\d|1[0-4])(?::?[0-5]\d)?(?!:?\d)"
OFFSET = rf"(?:GMT|UTC)\s?[+−-]{_FROM_UTC}"
_NAMED = rf"(?:{OFFSET}|{_ABBREVIATED})(?:\b|{_GLUED})(?![+−-]\d)"
_STATED = rf"(?:Z(?!\w)|\+(?=\d\d:?\d\d){_FROM_UTC}|\s?[\[(]?{_NAMED}[\])]?|\s?[\[(](?:{'|'.join(REGIONS)})[\])])"
# On the clocks of the place, which are those of the blog.
_LOCAL = (
    r"(?P<local>\s[\[(]?(?i:local time|ortszeit|heure locale|hora local|ora locale|(?:plaatselijke|lokale) tijd|"
    r"czasu lokalnego|lokal tid|paikallista aikaa|helyi idő szerint|местного времени|місцевого часу|yerel saatle|"
    r"τοπική ώρα)(?!\w)[\])]?)?"
)
_ZONE = rf"(?P<zone>{_STATED})?{_LOCAL}"
# Behind an hour alone a sentence begins: `12h. Le port ferme`, and not `2h. plus tard`.
_STOP = (
    r"(?:(?:(?<=[:hH]\d\d)|(?<=[hH]\s\d\d)|(?<=heures\s\d\d))\.(?=\s|\Z)|"
    r"(?:(?<=\d[hH])|(?<=\d\s[hH])|(?<=heure)|(?<=heures)|(?<=horas)|(?<=uur))\.(?=\s+[«\"“]?\s?[A-ZÀ-Þ]))"
)
_CLOSE = (
    rf"(?P<close>(?:\s*(?:{_STOP}|[\])】:：|»›>→▶·•]|(?<!\s)\+|\+(?!\d)|\*\*|\*|__|[-–—](?!\d))){{0,5}})(?P<gap>\s*)"
)


def _numbered(clock: str, row: int) -> str:
    """Return the pattern of a row with its groups named after it: h, m, s, p become h0, m0, s0, p0."""
    return re.sub(r"\(\?P<([hmsp])>", rf"(?P<\g<1>{row}>", clock)


_ANY_ROW = "|".join(f"(?P<row{row}>{_numbered(clock, row)})" for row, (_, clock, _) in enumerate(CLOCKS))
LABEL = re.compile(_OPEN + _WORDS + BEFORE + f"(?:{_ANY_ROW})" + UNTIL + _ZONE + changed(SAID) + _CLOSE)
SPOKEN = re.compile(_OPEN + _WORD + _ZONE + _CLOSE)

# A word behind a clock, alone or in brackets, and what sets both off from the text behind.
WEEKDAY_AFTER = re.compile(
    r"(?P<before>,\s|\s?[(\[])?\s*(?P<day>[^\W\d_]{2,}(?:-[^\W\d_]+)?)(?P<dot>\.)?[)\]]?\s*(?:[:：]\s*|[|–—-]\s+|$)"
)
# A few words and a time in brackets, set off by a colon or alone: `UPDATE (9:30 p.m. Tuesday): The pumps run`.
BEHIND_WORDS = re.compile(
    r"(?P<words>[^\W\d_]+(?:['’\s][^\W\d_]+){0,3})\s?[(\[](?P<when>[^()\[\]]{4,40})[)\]]\s*(?:[:：–—]\s*|-\s+|$)"
)
# What stands between a date and its clock: punctuation, a preposition, the T of ISO 8601.
BETWEEN = re.compile(rf"(?:(?<=\d)T|[\s,،|·•–—-]*(?:\s(?i:alle ore|ve|o godz|{AT}|{OCLOCK})[.:]?)?\s*)$")


class Style(NamedTuple):
    """A row of the table: its name and the numbers of its groups; 0 stands for a group that it lacks."""

    name: str
    whole: int
    hour: int
    minute: int
    second: int
    half: int


STYLES = tuple(
    Style(name, *(LABEL.groupindex.get(f"{group}{row}", 0) for group in ("row", "h", "m", "s", "p")))
    for row, (name, _, _) in enumerate(CLOCKS)
)
# What a time that is told again may begin with, behind the blank after the first.
MAY_TELL_AGAIN = frozenset("0123456789([/,")
_CLOSING = frozenset(")]")
_QUARTER = 15  # minutes, by which zones differ


def told_again(match: re.Match[str], line: str) -> re.Match[str] | None:
    """Return what tells the time of a match again, in another zone or on the other clock; None where nothing does.

    `07:40 (04:40 UTC)`, `6:05 PM PST / 9:05 PM EST`, `4.58pm BST 16:58`: without a zone
    it is the same clock.
    """
    start = match.end()
    if ":" in match["close"] or line[start : start + 1] not in MAY_TELL_AGAIN:
        return None
    again = LABEL.match(line, start + (line[start] in "/,") + (line[start : start + 2] in ("/ ", ", ")))
    if again is None:
        return None
    (hour, minute), (other_hour, other_minute) = (clock_of(one, style_of(one)) for one in (match, again))
    named = again["local"] or again["zone"]
    if named is None:
        return again if (hour, minute) == (other_hour, other_minute) else None
    if (minute - other_minute) % _QUARTER:
        return None
    is_bracketed = any(bracket in again["open"] for bracket in "([")
    is_closed = not is_bracketed or again["close"][:1] in _CLOSING or named[-1] in _CLOSING
    return again if is_closed else None


def style_of(match: re.Match[str]) -> Style:
    """Return the row of the table that a match is of."""
    return next(style for style in STYLES if match[style.whole] is not None)


def clock_of(match: re.Match[str], style: Style) -> tuple[int, int]:
    """Return the hour and minute of a match, which may be more than a day has."""
    hour, minute = int(match[style.hour]), int((style.minute and match[style.minute]) or 0)
    return (in_24_hours(hour, match[style.half]) if style.half else hour), minute


def may_be_date(match: re.Match[str], style: Style) -> bool:
    """Tell whether a clock is printed as dates are: `16.12.40`."""
    has_seconds = not style.half and style.second and match[style.second] is not None
    return bool(has_seconds) and match.string[match.start(style.second) - 1] == "."

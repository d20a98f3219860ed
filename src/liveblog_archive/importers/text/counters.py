"""Counters of play: minutes of a match and balls of an over, which report a game without any clock.

`COUNTERS` is the table, read from top to bottom. A counter opens an entry only in a text that has no time labels:
elsewhere it is part of the report. Its moment has text and no value.
"""

import re
from collections.abc import Iterable

from .label import Label, Labelled

_WORDS = r"min(?:uten?|utos?|uto|utes?|s)?|spielminute|perc|dk|dak|мин|хв|λεπτό"
_ADDED = r"(?:\s?\+\s?(?P<added>\d{1,2}))"
_MINUTE_MARK = rf"(?:['’′´]|\.?\s?(?i:{_WORDS})\b\.?)"

# name, pattern, examples. Groups: count, and what is added to it (`added`, or `more` in another place).
COUNTERS: tuple[tuple[str, str, str], ...] = (
    (
        "match minute",
        rf"(?P<count>\d{{1,3}})(?:{_MINUTE_MARK}{_ADDED}['’′´]?|[.eªº]?(?:\s?\+\s?(?P<more>\d{{1,2}}))?\s?{_MINUTE_MARK})",
        "90+3'   45.+2'   90'+2   90'+2'   12. min   67 mins   10. Minute   46. perc   38e minute   71º min",
    ),
    (
        "minute behind a word",
        rf"(?i:{_WORDS})\.?\s?(?P<count>\d{{1,3}})(?:['’′´]?\.?{_ADDED})?['’′´]?",
        "Min. 71   min 90+2   Minuto 38   Minute 45+1",
    ),
    ("bracketed minute", rf"[(\[](?P<count>\d{{1,3}})\.?['’′´]?{_ADDED}?['’′´.]?[)\]]", "(45.+3)   [90+2]   (77.)"),
    ("added time", rf"(?P<count>\d{{1,3}})\.?{_ADDED}", "90.+2   45+1"),
    ("ball of an over", r"(?P<count>\d{1,2})\.(?P<added>[1-9])(?![\d.,])", "0.1   19.6"),
)
# A number with a dot is a minute only where added time is printed in the same way; alone it numbers a list.
NUMBERED = ("numbered minute", r"(?P<count>\d{1,3})\.(?!\d)", "83.")
# Where play begins, rests and ends, which no minute is printed for: a line alone, or what stands before a colon. Of
# `Anpfiff: 15:30 Uhr` a page tells beforehand.
STATES = (
    r"ft|ht|ko|full[ -]?time|half[ -]?time|kick[ -]?off|abpfiff|schlusspfiff|halbzeit(?:pause)?|anpfiff|anstoß|"
    r"fin du match|mi-temps|coup d['’]envoi|final del partido|descanso|fim de jogo|intervalo|fine partita|intervallo|"
    r"calcio d['’]inizio|einde wedstrijd|rust|aftrap|maç sonu|devre arası|koniec meczu|przerwa|"
    r"перерыв|перерва|ημίχρονο"
)
_STATE = re.compile(rf"(?P<label>(?:{STATES})(?:!|\s?[:|–-](?=\s|$))?)(?:\s+(?!\d\d?[:.]\d\d)|$)", re.IGNORECASE)
_AROUND = r"(?P<label>(?:[•▪*⚽️-]{1,3}\s?)?(?:%s)\s*(?:[:|–-](?=\s|$))?)(?:\s+|$)"
_ROWS = [(name, re.compile(_AROUND % pattern)) for name, pattern, _ in COUNTERS]
_NUMBERED = (NUMBERED[0], re.compile(_AROUND % NUMBERED[1]))
_ADDED_TIME = re.compile(r"\d\.\s?\+\s?\d")
_BEGINNING = 8  # characters
_DURATION = re.compile(r"\d+\s?[^\W\d_]+\.?")
_BALLS = 10
LONGEST_ALONE = 14  # characters


def counter(line: str) -> Labelled | None:
    """Return the count of play that a line begins with, as in `90+3' – Goal`, and what follows it, or None."""
    return next((found for row in _ROWS if (found := _read(row, line)) is not None), None)


def minute_alone(line: str) -> Label | None:
    """Return the minute of a match that a line is, and nothing else; None for any other, and `10 min`: how long."""
    may_be = len(line) <= LONGEST_ALONE and _DURATION.fullmatch(line) is None
    label, rest = (counter(line) if may_be else None) or (None, "")
    return None if label is None or rest or label.style == "ball of an over" else label


def numbered_minute(line: str) -> Labelled | None:
    """Return the minute that a line such as `83. Yellow card` begins with, and what follows it, or None."""
    return _read(_NUMBERED, line)


def state(line: str, minute: int) -> Labelled | None:
    """Return the state of play that a line is, or begins with before a colon, as that of a minute, and the rest."""
    match = _STATE.match(line)
    if match is None or (match.end() < len(line) and match["label"][-1].isalpha()):
        return None
    return Label(match["label"].rstrip(), "counter", 0, minute, "state of play", strong=True), line[match.end() :]


def has_numbers(lines: Iterable[str]) -> bool:
    """Tell whether lines begin with added time in the way of numbered minutes, as `45.+2` does."""
    return any(_ADDED_TIME.search(line[:_BEGINNING]) for line in lines)


def _read(row: tuple[str, re.Pattern[str]], line: str) -> Labelled | None:
    name, pattern = row
    match = pattern.match(line)
    if match is None:
        return None
    parts = match.groupdict()
    count, added = int(parts["count"]), int(parts.get("added") or parts.get("more") or 0)
    minute = count * _BALLS + added if name == "ball of an over" else count + added
    label = Label(match["label"].rstrip(), "counter", 0, minute, name, strong=True)
    return label, line[match.end() :]

"""Tells one story in every combination of the habits of newsrooms; what it meant is the gold."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Literal, NamedTuple

from babel.dates import format_date

from .stories import STORIES

Headline = Literal["none", "above", "beside", "below"]
Blank = Literal["none", "entries", "all"]
Direction = Literal["oldest-first", "newest-first", "newest-day-first"]

START = datetime(2021, 11, 16, 17, 12)  # noqa: DTZ001 - a wall clock; each text is read in its own zone
# Minutes from one entry to the next: bursts, a shared minute, a night, a midnight without a pause.
PAUSES = (0, 3, 0, 48, 95, 120, 62, 14, 33, 1, 240, 260, 18, 7, 155, 90, 44)


class Told(NamedTuple):
    """What the generator meant by one entry: its lines, time and headline."""

    first: int
    last: int
    time: datetime
    headline: str | None
    paragraphs: int


class Style(NamedTuple):
    """A way to print a time: the label, where it stands, and the languages that print times so (empty: all)."""

    label: Callable[[datetime], str]
    place: Literal["lead", "alone", "below", "end"]
    languages: tuple[str, ...] = ()
    dated: bool = False


def _half(time: datetime) -> str:
    return "p.m." if time.hour >= 12 else "a.m."


def _twelve(time: datetime) -> int:
    return (time.hour + 11) % 12 + 1


STYLES: dict[str, Style] = {
    "10:50 a.m.:": Style(lambda t: f"{_twelve(t)}:{t:%M} {_half(t)}:", "lead", ("en",)),
    "1:45 p.m:": Style(lambda t: f"{_twelve(t)}:{t:%M} {_half(t)[:-1]}:", "lead", ("en",)),
    "9.45pm GMT": Style(lambda t: f"{_twelve(t)}.{t:%M}{_half(t).replace('.', '')} GMT", "lead", ("en",)),
    "9.45pm GMT above": Style(lambda t: f"{_twelve(t)}.{t:%M}{_half(t).replace('.', '')} GMT", "alone", ("en",)),
    "13.45": Style(lambda t: f"{t:%H.%M}", "lead"),
    "13:45": Style(lambda t: f"{t:%H:%M}", "lead"),
    "14:05 above": Style(lambda t: f"{t:%H:%M}", "alone"),
    "14:05 below": Style(lambda t: f"{t:%H:%M}", "below"),
    "[14:05]": Style(lambda t: f"[{t:%H:%M}]", "lead"),
    "[14:05] above": Style(lambda t: f"[{t:%H:%M}]", "alone"),
    "(14:05)": Style(lambda t: f"({t:%H:%M})", "lead"),
    "**14:05**": Style(lambda t: f"**{t:%H:%M}**", "lead"),
    "**14:05** above": Style(lambda t: f"**{t:%H:%M}**", "alone"),
    "14:05 –": Style(lambda t: f"{t:%H:%M} –", "lead"),
    "14:05 -": Style(lambda t: f"{t:%H:%M} -", "lead"),
    "14:05.": Style(lambda t: f"{t:%H:%M}.", "lead"),
    "14:05 |": Style(lambda t: f"{t:%H:%M} |", "lead"),
    "• 14:05:": Style(lambda t: f"• {t:%H:%M}:", "lead"),
    "- 14:05 –": Style(lambda t: f"- {t:%H:%M} –", "lead"),
    "12.31 Uhr:": Style(lambda t: f"{t:%H.%M} Uhr:", "lead", ("de",)),
    "9 Uhr 05": Style(lambda t: f"{t.hour}.{t:%M} Uhr:", "lead", ("de",)),
    "22:25 Uhr |": Style(lambda t: f"{t:%H:%M} Uhr |", "lead", ("de",)),
    "+++ 14:05 Uhr +++": Style(lambda t: f"+++ {t:%H:%M} Uhr +++", "alone", ("de",)),
    "9h05 -": Style(lambda t: f"{t.hour}h{t:%M} -", "lead", ("fr", "pt")),
    "9h05.": Style(lambda t: f"{t.hour}h{t:%M}.", "lead", ("fr", "pt")),
    "5h37 :": Style(lambda t: f"{t.hour}h{t:%M} :", "lead", ("fr",)),
    "9 h 05 above": Style(lambda t: f"{t.hour} h {t:%M}", "alone", ("fr",)),
    "14:05 h": Style(lambda t: f"{t:%H:%M} h:", "lead", ("es", "de")),
    "14:33:00": Style(lambda t: f"{t:%H:%M}:00", "lead"),
    "19:02(IST)": Style(lambda t: f"{t:%H:%M}(IST):", "lead", ("en",)),
    "kl. 14.05": Style(lambda t: f"kl. {t:%H.%M}:", "lead", ("en",)),
    "14時05分": Style(lambda t: f"{t.hour}時{t:%M}分", "lead", ("ja", "zh")),
    "午後3時45分 above": Style(
        lambda t: f"{'午前' if t.hour < 12 else '午後'}{t.hour % 12}時{t:%M}分", "alone", ("ja",)
    ),
    "Nov 16, 2021, 1:45 p.m. ET": Style(
        lambda t: f"{format_date(t, 'MMM d, y', 'en')}, {_twelve(t)}:{t:%M} {_half(t)} ET", "alone", ("en",), True
    ),
    "Nov 16, 2021, 1:45 p.m. ET:": Style(
        lambda t: f"{format_date(t, 'MMM d, y', 'en')}, {_twelve(t)}:{t:%M} {_half(t)} ET:", "lead", ("en",), True
    ),
    "11/16/2021 5:03:00 PM below": Style(
        lambda t: f"{t.month}/{t.day}/{t.year} {_twelve(t)}:{t:%M}:00 {_half(t).replace('.', '').upper()}",
        "below", ("en",), True
    ),
    "text (14:05)": Style(lambda t: f"({t:%H:%M})", "end"),
    "text – 14:05": Style(lambda t: f"– {t:%H:%M}", "end"),
    "text 10/23/2012 5:03:54 PM": Style(
        lambda t: f"{t.month}/{t.day}/{t.year} {_twelve(t)}:{t:%M}:00 {_half(t).replace('.', '').upper()}",
        "end", ("en",), True
    ),
    "16.11.2021, 17:12 Uhr": Style(lambda t: f"{t.day}.{t.month}.{t.year}, {t:%H:%M} Uhr", "alone", ("de",), True),
    "2021-11-16T17:12": Style(lambda t: f"{t:%Y-%m-%dT%H:%M} –", "lead", (), True),
}  # fmt: skip

HEADINGS: dict[str, str] = {
    "with year": "long",
    "with weekday": "full",
    "without year": "d MMMM",
    "Markdown": "## long",
    "weekday without year": "EEEE d MMMM",
    "numbers": "dd.MM.y",
    "ISO": "y-MM-dd",
    "none": "",
}


def times() -> list[datetime]:
    """Return when the entries of the story happened, oldest first: two days, with a midnight between two of them."""
    found, now = [], START
    for pause in PAUSES:
        now += timedelta(minutes=pause)
        found.append(now)
    return found


def tell(
    language: str, style: Style, heading: str, direction: Direction, headline: Headline, blank: Blank
) -> tuple[str, list[Told]]:
    """Return the text of the story in these habits, and what each entry meant, in the order of the text."""
    # Nothing sets an introduction off from the first entry where labels close entries and nothing heads them.
    without = style.place in ("below", "end") and heading == "none" and headline == "none"
    lines: list[str] = [] if without else [STORIES[language].introduction]
    told: list[Told] = []
    for day, moments in _arranged(direction):
        if heading != "none":
            lines.append(_heading(day, heading, language))
        for time, number in moments:
            entry_lines, title, paragraphs = _entry(language, style, headline, time, number)
            told.append(Told(len(lines) + 1, len(lines) + len(entry_lines), time, title, paragraphs))
            lines += entry_lines
    return _blanked(lines, told, blank)


def _arranged(direction: Direction) -> Sequence[tuple[datetime, list[tuple[datetime, int]]]]:
    numbered = [(time, number) for number, time in enumerate(times())]
    days = [
        (next(iter(run))[0], run) for run in ([*run] for _, run in groupby(numbered, lambda pair: pair[0].date()))
    ]
    if direction == "oldest-first":
        return days
    if direction == "newest-first":
        return [(day, run[::-1]) for day, run in days[::-1]]
    return days[::-1]


def _heading(day: datetime, heading: str, language: str) -> str:
    pattern = HEADINGS[heading]
    if language in ("zh", "ja"):
        pattern = pattern.replace("d MMMM", "M月d日")
    mark = "## " if pattern.startswith("## ") else ""
    return mark + format_date(day, pattern.removeprefix("## "), language)


def _entry(
    language: str, style: Style, headline: Headline, time: datetime, number: int
) -> tuple[list[str], str | None, int]:
    """Return the lines of an entry, its headline, and how many paragraphs it has."""
    story = STORIES[language]
    title = story.headlines[number % 3] if headline != "none" else None
    texts = [story.sentences[number % 4], story.sentences[(number + 1) % 4]][: 1 + number % 2]
    label = style.label(time)
    if style.place == "below":
        return [*([title] if title else []), *texts, label], title, len(texts)
    if style.place == "end":
        return [*([title] if title else []), *texts[:-1], f"{texts[-1]} {label}"], title, len(texts)
    if style.place == "alone":
        head = {"none": [label], "above": [title, label], "beside": [label, title], "below": [label, title]}[headline]
        return [line for line in [*head, *texts] if line], title, len(texts)
    if headline == "beside":
        return [f"{label} {title}", *texts], title, len(texts)
    if headline == "below":
        return [label, str(title), *texts], title, len(texts)
    lead = [f"{label} {texts[0]}", *texts[1:]]
    return [*([title] if title else []), *lead], title, len(texts)


def _blanked(lines: list[str], told: list[Told], blank: Blank) -> tuple[str, list[Told]]:
    """Put blank lines between entries or between all lines, and move what was meant along."""
    firsts = {entry.first for entry in told}
    moved: dict[int, int] = {}
    out: list[str] = []
    for number, line in enumerate(lines, start=1):
        if blank == "all" or (blank == "entries" and number in firsts):
            out.append("")
        out.append(line)
        moved[number] = len(out)
    return "\n".join(out) + "\n", [entry._replace(first=moved[entry.first], last=moved[entry.last]) for entry in told]

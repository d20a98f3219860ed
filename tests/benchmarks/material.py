"""Live blogs of any length, made from a few original words: the same number gives the same text.

`text` has one line an entry. `ticker` is shaped like the live blogs that newsrooms publish: a headline beside the
time and two paragraphs, 580 bytes an entry, a number in every eighth headline.
"""

from datetime import datetime, timedelta

STORY = (
    "the harbour council said on its channel that the old bridge would stay closed until divers had seen both piers "
    "because the tide ran higher than anybody at the station could remember and a barge had come loose upstream"
)
WORDS = STORY.split()
START = datetime(2021, 11, 1)  # noqa: DTZ001 - a wall clock, read in the zone that the importer is given
PARAGRAPH = 75  # words


def text(entries: int, words: int = PARAGRAPH) -> str:
    """Return a live blog of entries of one line, one every three minutes, under day headings, oldest first."""
    lines: list[str] = []
    now, day = START, None
    for number in range(entries):
        now += timedelta(minutes=3)
        if now.date() != day:
            day = now.date()
            lines.append(f"{now:%B} {now.day}, {now.year}")
        lines.append(f"{now:%H:%M}: Report {number} of the day, {_words(7 * number, words)}.")
    return "\n".join(lines) + "\n"


def _words(start: int, count: int) -> str:
    return " ".join(WORDS[(start + place) % len(WORDS)] for place in range(count))


def ticker(entries: int) -> str:
    """Return a live blog of `entries` entries of three lines, one every three minutes, under day headings."""
    lines: list[str] = []
    now, day = START, None
    for number in range(entries):
        now += timedelta(minutes=3)
        if now.date() != day:
            day = now.date()
            lines.append(f"{now:%B} {now.day}, {now.year}")
        about = f"{number % 90} barges" if number % 8 == 0 else "a barge"
        lines.append(f"{now:%H:%M}: {_words(7 * number, 6).capitalize()}, {about}")
        lines.append(f"{_words(7 * number + 6, 49).capitalize()}.")
        lines.append(f"{_words(7 * number + 55, 42).capitalize()}, report {number}.")
    return "\n".join(lines) + "\n"

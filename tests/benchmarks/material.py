"""Live blogs of any length, made from a few original words: the same number gives the same text."""

from datetime import datetime, timedelta

STORY = (
    "the harbour council said on its channel that the old bridge would stay closed until divers had seen both piers "
    "because the tide ran higher than anybody at the station could remember and a barge had come loose upstream"
)
WORDS = STORY.split()
START = datetime(2021, 11, 1)  # noqa: DTZ001 - a wall clock, read in the zone that the importer is given
PARAGRAPH = 75  # words


def text(entries: int) -> str:
    """Return a live blog of `entries` entries, one every three minutes, under day headings, oldest first."""
    lines: list[str] = []
    now, day = START, None
    for number in range(entries):
        now += timedelta(minutes=3)
        if now.date() != day:
            day = now.date()
            lines.append(f"{now:%B} {now.day}, {now.year}")
        words = " ".join(WORDS[(number * 7 + place) % len(WORDS)] for place in range(PARAGRAPH))
        lines.append(f"{now:%H:%M}: Report {number} of the day, {words}.")
    return "\n".join(lines) + "\n"

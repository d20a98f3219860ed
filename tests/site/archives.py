"""An archive with a past: entries that were edited, deleted, split and merged, in two blogs, one of them hostile."""

from datetime import UTC, datetime
from pathlib import Path

from attrs import evolve
from tests.exporters.html.pages import hostile
from tests.samples import clock

import liveblog_archive as lba
from liveblog_archive.identity import identify
from liveblog_archive.model import Entry, LiveBlog, Paragraph

BLOG_ID = "tag:news.example,2021:harbour"
FOLDER = "harbour-91bd44bd"
FIRST = "The ferry left the quay at noon with forty people on board, bound for the far shore of the strait."
SECOND = "Her master turned back after an hour, as the swell on the bar was higher than the pilots had expected."
THIRD = "All who were on board are safe, and the harbour office thanked the two crews that had stood by her."
FOURTH = "The lifeboat station said that its boat was back on the slip and ready to be launched again by night."


def _entry(number: int, *paragraphs: str, headline: str | None = None) -> Entry:
    return Entry(
        headline=headline, body=[Paragraph(one) for one in paragraphs], time=clock(f"12:{number:02d}", 12, number)
    )


def captures() -> list[LiveBlog]:
    """Return three captures: the second edits one, deletes one, splits one and merges two, the third deletes one."""
    shared = LiveBlog(
        id=BLOG_ID, title="The harbour, live", language="en", timezone="Asia/Yerevan", order="oldest-first",
        url="https://news.example/harbour",
    )  # fmt: skip
    one = [
        _entry(1, FIRST, headline="Ferry leaves"),
        _entry(5, SECOND, THIRD, headline="Ferry turns back"),
        _entry(20, FOURTH, headline="Lifeboat is back"),
        _entry(31, "The café on the mole will open at six, its owner says.", headline="Café opens"),
        _entry(40, "Pilots met at the station to talk about marks and lights.", headline="Pilots meet"),
        _entry(
            41,
            "They want a second light on the bar, and a bell beside it, for 1,200 crowns.",
            headline="A second light",
        ),
    ]
    two = [
        _entry(1, FIRST.replace("forty", "fifty"), headline="Ferry leaves"),
        _entry(5, SECOND, headline="Ferry turns back"),
        _entry(6, THIRD, headline="All are safe"),
        _entry(20, FOURTH, headline="Lifeboat is back"),
        _entry(
            40,
            "Pilots met at the station to talk about marks and lights.",
            "They want a second light on the bar, and a bell beside it, for 1,200 crowns.",
            headline="Pilots meet",
        ),
    ]
    return [identify(evolve(shared, entries=entries)) for entries in (one, two, two[:3] + two[4:])]


def archive(path: Path) -> lba.Archive:
    """Return an archive of the harbour's captures, and of a hostile blog."""
    made = lba.Archive(path)
    for number, blog in enumerate(captures(), start=1):
        made.deposit(blog, created=datetime(2021, 11, 16 + number, 8, tzinfo=UTC))
    made.deposit(hostile())
    return made

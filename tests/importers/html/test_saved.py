"""Pages as a browser saves them, with all that stands around and in their entries, each with gold beside it.

The texts and the publishers are made up. Gold says of each entry its time, headline, and how its own text begins and
ends; a caption below that end is what a picture shows, a post what others say, and both no text of it. What is not
read right is listed in the gold as `misses`, so that a rule which mends one shows.
"""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from liveblog_archive.model import Block, Embed, Entry, LiveBlog, Media, Quotation
from tests.importers.html.reading import of

SAVED = Path(__file__).parent / "saved"
NAMES = sorted(path.stem for path in SAVED.glob("*.html"))


def gold(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SAVED / f"{name}.gold.json").read_text(encoding="utf-8"))
    return found


def blog(name: str) -> LiveBlog:
    return of((SAVED / f"{name}.html").read_bytes(), timezone=gold(name)["timezone"])


def said(entry: Entry) -> tuple[str, str]:
    """Return the text of an entry as one line, without what belongs to pictures: with and without posts of others."""
    shown = [block for block in entry.body if not isinstance(block, Media)]
    own = [block for block in shown if not _is_of_others(block)]
    return one_line(" ".join(block.text for block in shown)), one_line(" ".join(block.text for block in own))


def _is_of_others(block: Block) -> bool:
    return isinstance(block, Embed) or (isinstance(block, Quotation) and block.source is not None)


def one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def misses(entry: Entry, told: dict[str, str | None]) -> Iterator[str]:
    """Yield what an entry has otherwise than the page shows it."""
    if not any(text.startswith(one_line(told["first"])) for text in said(entry)):
        yield f"begins: {one_line(told['first'])}"
    if not any(text.endswith(one_line(told["last"])) for text in said(entry)):
        yield f"ends: {one_line(told['last'])}"
    if one_line(entry.headline) != (headline := one_line(told["headline"])):
        yield f"headline: {headline}"
    if _instant(entry) != _told(told["time"]) and _day(entry) != told["time"]:
        yield f"time: {told['time']}"


def _instant(entry: Entry) -> date | None:
    """Return the time of an entry, in UTC: wall clocks of an hour that comes twice equal no other (PEP 495)."""
    value = entry.time.value if entry.time else None
    return value.astimezone(UTC) if isinstance(value, datetime) and value.tzinfo else value


def _told(said: str | None) -> datetime | None:
    return datetime.fromisoformat(said).astimezone(UTC) if said else None


def _day(entry: Entry) -> str:
    """Return the day of an entry as gold says it, where the page tells no more: as its time, or above it."""
    value = entry.time.value if entry.time else None
    day = entry.day if value is None else value
    return str(day) if not isinstance(day, datetime) else ""


@pytest.mark.parametrize("name", NAMES)
def test_entries_are_those_of_the_page(name: str) -> None:
    wanted = gold(name)
    entries = [entry for entry in blog(name).entries if entry.status == "published"]
    assert len(entries) == len(wanted["entries"])
    found = [miss for entry, told in zip(entries, wanted["entries"], strict=True) for miss in misses(entry, told)]
    assert found == wanted.get("misses", [])


def test_few_of_them_are_not_read_right_in_many_languages() -> None:
    golds = [gold(name) for name in NAMES]
    assert len({name.rpartition("_")[2] for name in NAMES}) >= 11
    assert sum(len(one.get("misses", [])) for one in golds) <= 0.02 * 4 * sum(len(one["entries"]) for one in golds)
    assert not any(miss.startswith("time: ") for one in golds for miss in one.get("misses", []))

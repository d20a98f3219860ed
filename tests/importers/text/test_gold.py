"""Texts whose entries were marked by hand, real ones and the example, are read exactly so."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import liveblog_archive as lba
from liveblog_archive.model import Entry
from tests.corpus import corpus, needs_corpus

from .accounting import lost

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[2] / "examples" / "strait-storm.txt"
EXAMPLE_GOLD = HERE.parent / "strait-storm.gold.json"


def _as_gold(entry: Entry) -> dict[str, Any]:
    """Describe an entry in the words of the gold files."""
    assert entry.span is not None
    timed = entry.time is not None and isinstance(entry.time.value, datetime)
    return {
        "first_line": entry.span.first,
        "last_line": entry.span.last,
        "date": str(entry.calendar_day),
        "time": f"{entry.time.value:%H:%M}" if timed else None,
        "time_kind": entry.time.qualifier if timed else "none",
        "headline": entry.headline,
        "paragraphs": len(entry.body),
        "first_words": entry.text[:60],
        "last_words": entry.text[-40:],
    }


def _check(data: bytes, gold: dict[str, Any]) -> lba.LiveBlog:
    blog = lba.parse(data, format="text", timezone=gold["timezone"])
    assert [_as_gold(entry) for entry in blog.entries] == gold["entries"]
    assert blog.order == "newest-day-first"
    assert blog.language == gold["language"]
    headings = {n.line: n.text for n in blog.capture.notes if n.code == "day-heading"}
    assert {str(line) for line in headings} == set(gold["day_header_lines"])
    first, last = gold["introduction_lines"]
    lines = data.decode("utf-8-sig").splitlines()
    assert [block.text for block in blog.introduction] == lines[first - 1 : last]
    assert lost(data.decode(), blog) == []
    return blog


def test_the_example_is_read_as_its_author_meant_it() -> None:
    _check(EXAMPLE.read_bytes(), json.loads(EXAMPLE_GOLD.read_text()))


@needs_corpus
def test_the_text_that_this_project_began_with_is_read_exactly() -> None:
    gold = json.loads(corpus("text", "border-clashes.gold.json").read_text())
    blog = _check(corpus("text", "border-clashes.txt").read_bytes(), gold)
    assert len(blog.entries) == 33


def _forms(text: str) -> dict[str, bytes]:
    """Return a text as other systems hand it on: the same text to every reader."""
    lines = [line for line in text.split("\n") if line.strip()]
    return {
        "CR LF": text.replace("\n", "\r\n").encode(),
        "CR": text.replace("\n", "\r").encode(),
        "a byte-order mark": text.encode("utf-8-sig"),
        "UTF-16": text.encode("utf-16"),
        "no blank lines": "\n".join(lines).encode(),
        "a blank line between all": "\n\n".join(lines).encode(),
        "indented": "\n".join("  " + line + " \t" for line in lines).encode(),
    }


@pytest.mark.parametrize("form", sorted(_forms("")))
def test_the_form_of_a_text_changes_no_id_and_no_version(form: str) -> None:
    _same_ids(EXAMPLE.read_text(), "Europe/Istanbul", form)


@needs_corpus
@pytest.mark.parametrize("form", sorted(_forms("")))
def test_the_form_of_the_first_text_changes_no_id_and_no_version(form: str) -> None:
    _same_ids(corpus("text", "border-clashes.txt").read_text(), "Asia/Yerevan", form)


def _same_ids(text: str, timezone: str, form: str) -> None:
    from liveblog_archive.identity import version_id

    plain = lba.parse(text.encode(), format="text", timezone=timezone)
    other = lba.parse(_forms(text)[form], format="text", timezone=timezone)
    assert other.id == plain.id
    assert [e.id for e in other.entries] == [e.id for e in plain.entries]
    assert [version_id(e) for e in other.entries] == [version_id(e) for e in plain.entries]


@needs_corpus
@pytest.mark.parametrize("gold", sorted(path.name for path in (HERE / "gold").glob("*.json")))
def test_real_tickers_in_french_and_german_are_read_exactly(gold: str) -> None:
    wanted = json.loads((HERE / "gold" / gold).read_text())
    data = corpus("text", wanted["file"]).read_bytes()
    blog = lba.parse(data, format="text", timezone=wanted["timezone"], date=wanted.get("date"))
    found = [[e.span.first, e.span.last, f"{e.time.value:%Y-%m-%d %H:%M}", len(e.body)] for e in blog.entries]
    assert found == wanted["entries"]
    assert all(entry.headline for entry in blog.entries)
    assert blog.order == wanted["order"]
    assert lost(data.decode(), blog) == []


@needs_corpus
def test_navigation_below_the_last_entry_and_the_label_of_an_advertisement_are_noted_and_no_text() -> None:
    data = corpus("text", "text_lesechos_fil_2024.txt").read_bytes()
    blog = lba.parse(data, format="text", timezone="Europe/Paris", date="2024-07-18")
    furniture = [note.line for note in blog.capture.notes if note.code == "page-furniture"]
    assert furniture == [16, *range(58, 117)]

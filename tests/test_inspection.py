"""The facts of an import at a glance."""

import datetime

from attrs import evolve

from liveblog_archive.cli import inspect
from liveblog_archive.importers import importer
from liveblog_archive.model import Entry, LiveBlog, Moment
from tests.samples import full_blog


def test_every_fact_is_told() -> None:
    blog = full_blog()
    found = inspect.facts(blog, importer("text"), 312)
    assert found == {
        "format": "text",
        "because": "neither markup, JSON nor an archive",
        "bytes": 312,
        "sha256": "ab" * 32,
        "retrieved": "2021-11-18T08:00:01+00:00",
        "id": "tag:news.example,2021-11-16:bridge",
        "title": "The bridge, live",
        "url": "https://news.example/live/bridge",
        "language": "en",
        "timezone": "Asia/Yerevan",
        "order": "newest-day-first",
        "entries": 9,
        "declared": 12,
        "statuses": {"deleted": 1, "draft": 1, "published": 7},
        "undated": 0,
        "untimed": 3,
        "first": "2021-11-16",
        "last": "2021-11-17T05:05:00+00:00",
        "blocks": {"Embed": 1, "Heading": 1, "ListBlock": 2, "Media": 1, "Paragraph": 9, "Quotation": 1},
        "notes": {"order-inversion": 1, "unparsed-line": 1},
    }


def test_what_is_not_known_is_none_for_machines_and_nothing_for_people() -> None:
    noon = datetime.datetime(2026, 3, 3, 12)  # noqa: DTZ001 - its offset is what is not known
    undated = Entry(time=Moment(text="7h00 -"))
    blog = LiveBlog(entries=[Entry(time=Moment(value=noon, precision="minute")), Entry(), undated])
    found = inspect.facts(blog, importer("text"), 1)
    assert (found["sha256"], found["retrieved"], found["title"], found["notes"]) == (None, None, None, {})
    assert (found["first"], found["undated"], found["untimed"]) == ("2026-03-03T12:00:00", 1, 1)
    assert list(inspect.lines(found)) == [
        "format     text",
        "because    neither markup, JSON nor an archive",
        "bytes      1",
        "order      manual",
        "entries    3",
        "statuses   3 published",
        "undated    1",
        "untimed    1",
        "first      2026-03-03T12:00:00",
        "last       2026-03-03T12:00:00",
    ]
    assert inspect.facts(evolve(blog, entries=[]), importer("text"), 1)["first"] is None


def test_counts_stand_beside_what_was_counted() -> None:
    assert "statuses   1 deleted, 1 draft, 7 published" in list(
        inspect.lines(inspect.facts(full_blog(), importer("text"), 1))
    )

"""Blogs of any size for the overview: entries at given minutes, made without reading a text."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from liveblog_archive.identity import identify
from liveblog_archive.model import Entry, LiveBlog, Moment, Paragraph
from liveblog_archive.zones import zone

ZONE = "Asia/Yerevan"
START = datetime.fromisoformat("2026-03-03T09:00")


def moment(value: datetime, **more: object) -> Moment:
    """A printed minute in the zone of these blogs."""
    aware = value.replace(tzinfo=zone(ZONE))
    return Moment(text=f"{aware:%H:%M}", value=aware, precision="minute", offset_source="blog", **more)


def entry(minutes: float | None, number: int = 0, **more: object) -> Entry:
    """An entry so many minutes after `START`; None is no time at all."""
    time = moment(START + timedelta(minutes=minutes)) if minutes is not None else None
    return Entry(time=time, **({"body": [Paragraph(f"What entry {number} says.")]} | more))


def blog(minutes: Iterable[float | None], **more: object) -> LiveBlog:
    """A blog with an entry for each of these minutes."""
    entries = [entry(value, number) for number, value in enumerate(minutes, start=1)]
    facts = {"id": "tag:example.org,2026:pier", "timezone": ZONE, "order": "oldest-first", "title": "The pier"}
    return identify(LiveBlog(**({"entries": entries} | facts | more)))

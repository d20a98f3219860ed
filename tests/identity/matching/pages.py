"""Small pages for tests: entries in a line each, oldest first."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from liveblog_archive.identity import identify
from liveblog_archive.identity.links import Link, Matching
from liveblog_archive.model import Entry, LiveBlog, Moment, Paragraph

BLOG = "tag:example.org,2024-05-01:strait"

# Eight entries that have nothing in common but their blog.
TEXTS = (
    "Good morning from the quay, where the first boats left at sunrise.",
    "Divers found a crack in the northern pier and measured it twice.",
    "The mayor cancelled her journey to chair the crisis meeting instead.",
    "Trains between both shores stand still because the power failed.",
    "A bakery gives bread away to everybody who is stranded at the station.",
    "Three schools open their gyms for people who cannot get home tonight.",
    "Meteorologists expect the wind to turn before midnight and to fade.",
    "Our reporter spoke with a captain who sailed through the whole storm.",
)


def at(minute: int) -> Moment:
    """A printed time, so many minutes after nine."""
    value = datetime(2024, 5, 1, 9) + timedelta(minutes=minute)  # noqa: DTZ001 - a wall clock
    return Moment(text=f"{value:%H:%M}", value=value, precision="minute")


def entry(text: str, minute: int | None = None, **facts: object) -> Entry:
    """An entry of a paragraph a line."""
    body = [Paragraph(line) for line in text.split("\n") if line]
    return Entry(body=body, time=None if minute is None else at(minute), **facts)  # type: ignore[arg-type]


def page(*entries: Entry | str, order: str = "oldest-first", **facts: object) -> LiveBlog:
    """A capture with ids: texts stand ten minutes apart, entries as they are given."""
    made = [one if isinstance(one, Entry) else entry(one, 10 * place) for place, one in enumerate(entries)]
    return identify(LiveBlog(**{"id": BLOG, "order": order, "entries": made} | facts))  # type: ignore[arg-type]


def kinds(matching: Matching) -> list[str]:
    """The kinds of all links, those of the review list after a stroke."""
    return [link.kind for link in matching.links] + [f"/{link.kind}" for link in matching.review]


def other_than_same(matching: Matching) -> list[Link]:
    """The links that say that something happened."""
    return [link for link in matching.links if link.kind != "same"] + list(matching.review)


def ids(blog: LiveBlog) -> list[str]:
    """The ids of the entries, in source order."""
    return [one.id for one in blog.entries]


def texts(blog: LiveBlog, names: Sequence[str]) -> list[str]:
    """The texts of the entries with these ids."""
    found = {one.id: one.text for one in blog.entries}
    return [found[name] for name in names]

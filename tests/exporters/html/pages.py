"""Blogs and pages for the tests of the reading page."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from liveblog_archive.exporters import exporter
from liveblog_archive.exporters.format_options import PageOptions
from liveblog_archive.exporters.html.page import page
from liveblog_archive.exporters.html.setting import Setting
from liveblog_archive.identity import identify
from liveblog_archive.model import (
    Agent,
    Embed,
    Entry,
    Heading,
    Link,
    ListBlock,
    LiveBlog,
    Media,
    Paragraph,
    Quotation,
)
from tests.samples import clock

from .payloads import ADDRESSES, BODIES

HOSTILE_ID = "tag:news.example,2026:hostile"
ALL = PageOptions(entries="all")


def rendered(blog: LiveBlog, options: PageOptions | None = None, setting: Setting | None = None) -> bytes:
    """Return the page of a blog."""
    options = options or PageOptions()
    return b"".join(page(blog, options.chosen(blog), options, setting))


def written(blog: LiveBlog) -> bytes:
    """Return the page as the exporter gives it."""
    return b"".join(exporter("html").write(blog))


def _hostile_entries(bodies: Sequence[str]) -> Iterator[Entry]:
    for number, body in enumerate(bodies):
        url = ADDRESSES[number % len(ADDRESSES)]
        yield Entry(
            headline=body,
            summary=body,
            body=[
                Paragraph(body),
                Paragraph(f"a link{body}", [Link(0, 6, url)]),
                Heading(body),
                Quotation(body, body),
                ListBlock([body]),
                Media(kind="image", url=url, caption=body, credit=body, alt=body),
                Embed(provider=body, url=url, text=body),
            ],
            time=clock(f"{body[:5]} 5:50 p.m.", 17, number % 60),
            authors=[Agent(name=body, role=body)],
            url=url,
            native_id=f"n{number}",
        )


def hostile(title: str = BODIES[0]) -> LiveBlog:
    """Return a blog in which every text there is tries to be more than text."""
    return identify(
        LiveBlog(
            id=HOSTILE_ID,
            title=title,
            description=BODIES[4],
            language="en",
            timezone="Asia/Yerevan",
            url="https://news.example/live",
            publisher=Agent(name=BODIES[5], kind="organization", url=ADDRESSES[0]),
            authors=[Agent(name=BODIES[6])],
            introduction=[Paragraph(BODIES[0])],
            entries=tuple(_hostile_entries(BODIES)),
            order="oldest-first",
        )
    )


def renamed(blog: LiveBlog, title: str) -> LiveBlog:
    """Return a blog under another title."""
    return evolve(blog, title=title)

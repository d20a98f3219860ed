"""The files of one blog: its page, a page for each version, the pages of entries with a past, and other formats."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from ..archive import Archive, Version
from ..citation.wording import one_line
from ..errors import ExportError
from ..exporters import Notify, exporter
from ..exporters.format_options import PageOptions
from ..exporters.html.page import page
from ..exporters.html.safety import printable
from ..exporters.html.setting import Reference, Setting
from ..exporters.html.words import Words
from ..exporters.options import published
from ..identity import version_id
from ..identity.history import History
from ..model import LiveBlog, local_of
from ..overview import furniture_for, titled
from .feeds import blog_feed, linkset
from .history import EntryHistories
from .pages import entry_page
from .plan import BLOGS, Plan, Shown, slug
from .search import SearchIndex


class _Format(NamedTuple):
    """Another format of a blog: its exporter, its file, what its link is called, and the relation that it has."""

    name: str
    file: str
    text: str
    relation: str = "describedby"

    @property
    def media_type(self) -> str:
        return exporter(self.name).media_type


_FORMATS = (
    _Format("jsonld", "blog.jsonld", "JSON-LD"),
    _Format("xml", "blog.xml", "XML"),
    _Format("ical", "blog.ics", "iCalendar"),
    _Format("pdf", "blog.pdf", "PDF", "item"),
)
_TYPE = "https://schema.org/LiveBlogPosting"


class BlogFiles:
    """Makes the files of one blog; what is around them asks for `shown` when all are made."""

    def __init__(self, archive: Archive, name: str, plan: Plan, notify: Notify | None) -> None:
        self._archive, self._plan, self._notify = archive, plan, notify
        self._versions = archive.versions(name)
        self._history = EntryHistories(archive.ledger(name))
        self._folder = f"{BLOGS}{slug(name)}"
        self._id = name
        self._pages: list[tuple[str, datetime | None]] = []
        self._digests: list[tuple[str, str]] = []
        self._formats: list[_Format] = []  # those that can hold the blog
        self._missing: list[tuple[str, str]] = []  # files of those that cannot, and why

    def files(self, index: SearchIndex) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Yield paths and pieces, the versions first, as they fill the history that later pages tell."""
        for version in self._versions:
            blog = self._archive.blog(version)
            self._history.add(version.number, blog.entries)
            if version is not self._versions[-1]:
                yield self._add_page(f"v{version.number}.html", version), self._html(blog, version)
        self._blog = blog = self._archive.blog(self._versions[-1])
        self._listed = published(blog.chronological())
        past = self._archive.history(self._versions[-1])
        self._feed = blog_feed(blog, self._listed, self._here, self._absolute("feed.atom"), past)
        for path, content in self._alternates(blog, past):
            yield path, iter([content])
        last = self._versions[-1]
        yield self._add_page(f"v{last.number}.html", last), self._html(blog, last)
        yield self._add_page("index.html", last), self._html(blog, None)
        for path, content in self._small_files(blog, index):
            yield path, iter([content])

    def shown(self) -> Shown:
        """Return what is told of the blog elsewhere; ask for it after all files."""
        blog, words = self._blog, Words(furniture_for(self._blog))
        days = blog.days()
        covers = " – ".join(dict.fromkeys(words.furniture.day(day) for day in (*days[:1], *days[-1:])))
        return Shown(
            id=blog.id,
            folder=self._folder,
            title=printable(titled(blog, words.furniture)),
            publisher=printable(one_line(blog.publisher.name)) if blog.publisher else "",
            covers=covers,
            language=blog.language or "",
            entries=len(self._listed),
            captures=tuple((self._path(f"v{one.number}.html"), one) for one in self._versions),
            digests=tuple(self._digests),
            formats=tuple((self._path(one.file), one.text) for one in self._formats),
            missing=tuple(self._missing),
            pages=tuple(self._pages),
        )

    def _path(self, name: str) -> str:
        return f"{self._folder}/{name}"

    def _add_page(self, name: str, version: Version) -> str:
        """Return the path of a page that there is from now on."""
        path = self._path(name)
        self._pages.append((path, version.created))
        return path

    def _absolute(self, name: str) -> str | None:
        return self._plan.absolute(self._path(name))

    @property
    def _here(self) -> str:
        return self._absolute("index.html") or "index.html"

    def _alternates(self, blog: LiveBlog, past: History) -> Iterator[tuple[str, bytes]]:
        """Yield what is published of the blog in every other format that can hold it.

        A calendar demands a time, which none may state. A site is for everybody, so that the lossless formats hold
        no more than the page.
        """
        for one in _FORMATS:
            chosen = exporter(one.name)
            told: dict[str, object] = {"entries": "published"} | ({"history": past} if chosen.remembers else {})
            try:
                content = b"".join(chosen.write(blog, told, self._notify))
            except ExportError as error:
                self._missing.append((one.file, printable(error.what)))
                continue
            self._formats.append(one)
            self._digests.append((self._path(one.file), hashlib.sha256(content).hexdigest()))
            yield self._path(one.file), content

    def _setting(self, words: Words, version: Version | None) -> Setting:
        """Return what a page is told: `version` is the one that it shows, None for the page of the latest."""
        captures = [
            Reference(href=f"v{one.number}.html", text=_dated(one, words), current=one is version)
            for one in self._versions
        ]
        relations = [("linkset", Reference(href="linkset.json", text="", media_type="application/linkset+json"))]
        if version is None:
            relations += self._signposts()
        else:
            relations.append(("latest-version", Reference(href="./", text="")))
            if version.number > 1:
                relations.append(("predecessor-version", Reference(href=f"v{version.number - 1}.html", text="")))
            if version.number < len(self._versions):
                relations.append(("successor-version", Reference(href=f"v{version.number + 1}.html", text="")))
        alternates = () if version else tuple(self._references())
        return Setting(
            cite_as=self._absolute("index.html"),
            canonical=self._absolute(f"v{version.number}.html" if version else "index.html"),
            alternates=alternates,
            relations=tuple(relations),
            landings=() if version else tuple(self._history.landings(words)),
            histories={local: f"entries/{local}.html" for local in self._history.told},
            captures=tuple(captures),
            home=Reference(href="../../index.html", text=words("all-blogs")),
            verify=Reference(href=f"../../verify.html#{slug(self._id)}", text=words("verify")),
        )

    def _signposts(self) -> Iterator[tuple[str, Reference]]:
        """Yield what Signposting asks a landing page to say of itself (signposting.org, FAIR profile, level 1)."""
        yield "type", Reference(href=_TYPE, text="")
        for one in self._formats:
            yield one.relation, Reference(href=one.file, text=one.text, media_type=one.media_type)

    def _references(self) -> Iterator[Reference]:
        for one in self._formats:
            yield Reference(href=one.file, text=one.text, media_type=one.media_type)
        if self._feed:
            yield Reference(href="feed.atom", text="Atom", media_type="application/atom+xml")

    def _html(self, blog: LiveBlog, version: Version | None) -> Iterator[bytes]:
        """Yield the page of a version; without one, that of the blog, which shows the latest."""
        return page(blog, published(blog.entries), PageOptions(), self._setting(Words(furniture_for(blog)), version))

    def _small_files(self, blog: LiveBlog, index: SearchIndex) -> Iterator[tuple[str, bytes]]:
        public = [name for name in self._history.ledger.minted if name in self._history.public]
        yield from index.add(self._folder.removeprefix(BLOGS), self._listed, public)
        lines = (f"{version_id(entry).hex}  {entry.id}\n" for entry in published(blog.entries))
        yield self._path("versions.txt"), "".join(lines).encode()
        if self._feed:
            yield self._path("feed.atom"), self._feed
        yield self._path("linkset.json"), linkset(self._here, self._links())
        for editions in self._history.editions():
            name = f"entries/{local_of(editions[0].entry.id)}.html"
            path = self._add_page(name, self._versions[editions[-1].last - 1])
            yield (
                path,
                entry_page(self._plan, path, blog, history=self._history, editions=editions, versions=self._versions),
            )

    def _links(self) -> Iterator[tuple[str, str, str | None]]:
        yield "cite-as", self._absolute("index.html") or self._id, None
        yield "type", _TYPE, None
        for one in self._formats:
            yield one.relation, self._absolute(one.file) or one.file, one.media_type
        if self._feed:
            yield "alternate", self._absolute("feed.atom") or "feed.atom", "application/atom+xml"


def _dated(version: Version, words: Words) -> str:
    """Return the name of a version with the day of its capture, or of its deposit, which is then said."""
    if version.created is None:
        return version.name
    day = words.furniture.day(version.created.date())
    told = day if version.captured else words("deposited", day=day)
    return f"{version.name} ({told})"

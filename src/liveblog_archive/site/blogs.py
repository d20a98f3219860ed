"""The files of one blog: its page, a page for each version, the pages of entries with a past, and other formats."""

import hashlib
from collections.abc import Iterator
from datetime import datetime

from ..archive import Archive, Version
from ..citation.wording import one_line
from ..errors import ExportError
from ..exporters import Notify, exporter
from ..exporters.format_options import PageOptions
from ..exporters.html.page import page
from ..exporters.html.safety import printable
from ..exporters.html.setting import Reference, Setting
from ..exporters.html.words import Words
from ..identity import version_id
from ..identity.history import History
from ..model import LiveBlog, local_of
from ..overview.furniture import Furniture, furniture_for
from .feeds import blog_feed, linkset
from .history import EntryHistories
from .pages import entry_page
from .plan import BLOGS, Plan, Shown, slug
from .search import Index

# The other formats of a blog: exporter, file, and what its link is called.
FORMATS = (
    ("jsonld", "blog.jsonld", "JSON-LD"),
    ("xml", "blog.xml", "XML"),
    ("ical", "blog.ics", "iCalendar"),
    ("pdf", "blog.pdf", "PDF"),
)


class BlogFiles:
    """Makes the files of one blog; what is around them asks for `shown` when all are made."""

    def __init__(self, archive: Archive, name: str, plan: Plan, notify: Notify | None = None) -> None:
        self._archive, self._plan, self._notify = archive, plan, notify
        self._versions = archive.versions(name)
        self._history = EntryHistories(archive.ledger(name))
        self._folder = f"{BLOGS}{slug(name)}"
        self._id = name
        self._pages: list[tuple[str, datetime | None]] = []
        self._digests: list[tuple[str, str]] = []
        self._formats: list[tuple[str, str, str]] = []  # those of FORMATS that can hold the blog
        self._missing: list[tuple[str, str]] = []  # files of those that cannot, and why

    def files(self, index: Index) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Yield paths and pieces, the versions first, as they fill the history that later pages tell."""
        for version in self._versions:
            blog = self._archive.blog(version)
            self._history.add(version.number, blog.entries)
            if version is not self._versions[-1]:
                yield self._page(f"v{version.number}.html", version), self._version_page(blog, version)
        self._blog = blog = self._archive.blog(self._versions[-1])
        self._listed = tuple(entry for entry in blog.chronological() if PageOptions().shows(entry))
        here = self._absolute("index.html") or "index.html"
        past = self._archive.history(self._versions[-1])
        self._feed = blog_feed(blog, self._listed, here, self._absolute("feed.atom"), past)
        for path, content in self._alternates(blog, past):
            yield path, iter([content])
        last = self._versions[-1]
        yield self._page(f"v{last.number}.html", last), self._version_page(blog, last)
        self._pages.append((f"{self._folder}/index.html", last.created))
        yield f"{self._folder}/index.html", self._latest_page(blog)
        for path, content in self._small_files(blog, index):
            yield path, iter([content])

    def shown(self) -> Shown:
        """Return what is told of the blog elsewhere; ask for it after all files."""
        blog, furniture = self._blog, furniture_for(self._blog)
        days = blog.days()
        covers = " – ".join(dict.fromkeys(furniture.day(day) for day in (*days[:1], *days[-1:])))
        return Shown(
            id=blog.id,
            folder=self._folder,
            title=printable(one_line(blog.title or "")) or Words(furniture.language)("untitled"),
            publisher=printable(one_line(blog.publisher.name)) if blog.publisher else "",
            covers=covers,
            language=blog.language or "",
            entries=len(self._listed),
            captures=tuple((f"{self._folder}/v{one.number}.html", one) for one in self._versions),
            digests=tuple(self._digests),
            formats=tuple((f"{self._folder}/{file}", text) for _, file, text in self._formats),
            missing=tuple(self._missing),
            pages=tuple(self._pages),
        )

    def _page(self, name: str, version: Version) -> str:
        path = f"{self._folder}/{name}"
        self._pages.append((path, version.created))
        return path

    def _absolute(self, name: str) -> str | None:
        return self._plan.absolute(f"{self._folder}/{name}")

    def _alternates(self, blog: LiveBlog, past: History) -> Iterator[tuple[str, bytes]]:
        """Yield the blog in every other format that can hold it: a calendar demands a time, which none may state."""
        for name, file, text in FORMATS:
            chosen = exporter(name)
            told = {"history": past} if chosen.remembers else {}
            try:
                content = b"".join(chosen.write(blog, told, self._notify))
            except ExportError as error:
                self._missing.append((file, printable(error.what)))
                continue
            self._formats.append((name, file, text))
            self._digests.append((f"{self._folder}/{file}", hashlib.sha256(content).hexdigest()))
            yield f"{self._folder}/{file}", content

    def _setting(self, name: str, words: Words, version: Version | None) -> Setting:
        """Return what a page is told: `version` is the one that it shows, None for the page of the latest."""
        captures = [
            Reference(
                href=f"v{one.number}.html",
                text=_dated(one, words),
                current=one is version,
            )
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
            canonical=self._absolute(name),
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
        yield "type", Reference(href="https://schema.org/LiveBlogPosting", text="")
        for name, file, text in self._formats:
            relation = "item" if name == "pdf" else "describedby"
            yield relation, Reference(href=file, text=text, media_type=exporter(name).media_type)

    def _references(self) -> Iterator[Reference]:
        for name, file, text in self._formats:
            yield Reference(href=file, text=text, media_type=exporter(name).media_type)
        if self._feed:
            yield Reference(href="feed.atom", text="Atom", media_type="application/atom+xml")

    def _version_page(self, blog: LiveBlog, version: Version) -> Iterator[bytes]:
        name = f"v{version.number}.html"
        words = Words(furniture_for(blog).language)
        return page(blog, PageOptions(), self._setting(name, words, version))

    def _latest_page(self, blog: LiveBlog) -> Iterator[bytes]:
        words = Words(furniture_for(blog).language)
        return page(blog, PageOptions(), self._setting("index.html", words, None))

    def _small_files(self, blog: LiveBlog, index: Index) -> Iterator[tuple[str, bytes]]:
        yield from index.add(self._folder.removeprefix(BLOGS), self._listed, self._history.ledger)
        lines = (f"{version_id(entry).hex}  {entry.id}\n" for entry in blog.entries)
        yield f"{self._folder}/versions.txt", "".join(lines).encode()
        if self._feed:
            yield f"{self._folder}/feed.atom", self._feed
        here = self._absolute("index.html") or "index.html"
        yield f"{self._folder}/linkset.json", linkset(here, self._links())
        for editions in self._history.editions():
            path = f"{self._folder}/entries/{local_of(editions[0].entry.id)}.html"
            self._pages.append((path, self._versions[editions[-1].last - 1].created))
            yield (
                path,
                entry_page(self._plan, path, blog, history=self._history, editions=editions, versions=self._versions),
            )

    def _links(self) -> Iterator[tuple[str, str, str | None]]:
        yield "cite-as", self._absolute("index.html") or self._id, None
        yield "type", "https://schema.org/LiveBlogPosting", None
        for name, file, _ in self._formats:
            relation = "item" if name == "pdf" else "describedby"
            yield relation, self._absolute(file) or file, exporter(name).media_type
        if self._feed:
            yield "alternate", self._absolute("feed.atom") or "feed.atom", "application/atom+xml"


def _dated(version: Version, words: Words) -> str:
    """Return the name of a version with the day of its capture, or of its deposit, which is then said."""
    if version.created is None:
        return version.name
    day = Furniture(words.language).day(version.created.date())
    told = day if version.captured else words("deposited", day=day)
    return f"{version.name} ({told})"

"""What a site says to feed readers, search engines and other machines: Atom, sitemap, robots, link sets."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import orjson

from ..archive import Version
from ..citation.wording import name_of_entry, one_line
from ..errors import amount
from ..exporters.html.safety import printable
from ..hyperlinks import followable
from ..identity.history import FIRST, History
from ..model import Entry, LiveBlog, local_of
from ..overview import furniture_for, titled
from .plan import Plan

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
LATEST = 50  # entries of a feed
MOST = 50_000  # addresses of a sitemap, by its protocol

Link = tuple[str, str, str | None]  # relation, address, media type


def _element(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:
    from lxml import etree

    namespace = etree.QName(parent).namespace
    element = etree.SubElement(parent, f"{{{namespace}}}{name}", attributes)
    element.text = text
    return element


def _written(root: Any) -> bytes:
    from lxml import etree

    written: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return written


def _feed(name: str, title: str, updated: datetime, links: Iterable[Link], authors: Sequence[str]) -> Any:
    """Return the head of a feed (RFC 4287, 4.1.1), which needs an id, a title, a time and an author."""
    from lxml import etree

    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    _element(feed, "id", name)
    _element(feed, "title", printable(one_line(title)))
    _element(feed, "updated", updated.isoformat())
    for relation, href, kind in links:
        _element(feed, "link", rel=relation, href=href, **({"type": kind} if kind else {}))
    for author in authors:
        _element(_element(feed, "author"), "name", printable(one_line(author)))
    return feed


def archive_feed(plan: Plan, captures: Sequence[tuple[str, str, Version]]) -> bytes | None:
    """Return a feed of captures, each with its title, address and version; None where no time is stated of any."""
    timed = sorted(
        ((version.created, title, href, version) for title, href, version in captures if version.created),
        key=lambda row: (row[0], row[2]),
        reverse=True,
    )[:LATEST]
    if not timed:
        return None
    name = plan.url or uuid.uuid5(uuid.NAMESPACE_URL, f"liveblog-archive:site:{plan.title}").urn
    links: list[Link] = [("alternate", plan.url or "index.html", "text/html")]
    if plan.url:
        links.append(("self", f"{plan.url}feed.atom", "application/atom+xml"))
    feed = _feed(name, plan.title, timed[0][0], links, [plan.title])
    for created, title, href, version in timed:
        entry = _element(feed, "entry")
        _element(entry, "id", str(version.snapshot))
        _element(entry, "title", f"{printable(one_line(title))}, {version.name}")
        _element(entry, "updated", created.isoformat())
        _element(entry, "link", rel="alternate", type="text/html", href=plan.absolute(href) or href)
        _element(entry, "summary", f"{version.kind}: {amount(version.entries, 'entry', 'entries')}")
    return _written(feed)


def blog_feed(blog: LiveBlog, entries: Sequence[Entry], page: str, feed: str | None, past: History) -> bytes | None:
    """Return a feed of the latest entries, the newest first; None where none has a time with its offset."""
    timed = [(when, entry) for entry in entries if (when := _updated(entry, past)) is not None][-LATEST:][::-1]
    if not timed:
        return None
    authors = [agent.name for agent in (*blog.authors, *([blog.publisher] if blog.publisher else []))]
    links: list[Link] = [("alternate", page, "text/html")]
    if feed:
        links.append(("self", feed, "application/atom+xml"))
    title = titled(blog, furniture_for(blog))
    root = _feed(blog.id, title, max(when for when, _ in timed), links, authors or [blog.title or blog.id])
    for when, entry in timed:
        node = _element(root, "entry")
        _element(node, "id", entry.id)
        _element(node, "title", printable(name_of_entry(entry) or entry.id))
        _element(node, "updated", when.isoformat())
        _element(node, "link", rel="alternate", href=f"{page}#{local_of(entry.id)}")
        if source := followable(entry.url):
            _element(node, "link", rel="via", href=source)
        _element(node, "content", printable(entry.text), type="text")
    return _written(root)


def _updated(entry: Entry, past: History) -> datetime | None:
    """Return when an entry was last changed, as Atom needs it, with an offset: by its source, else by the archive."""
    revision = past.revisions.get(entry.id, FIRST)
    modified, published, time = (
        moment.value if moment else None for moment in (entry.modified, entry.published, entry.time)
    )
    for value in (modified, revision.since if revision.ordinal else None, published, time):
        if isinstance(value, datetime) and value.tzinfo is not None:
            return value
    return None


def sitemap(plan: Plan, pages: Sequence[tuple[str, datetime | None]]) -> Iterator[tuple[str, bytes]]:
    """Yield the sitemap of a site whose address is known, in several files where it has very many pages."""
    from lxml import etree

    if not plan.url:
        return
    parts = [pages[start : start + MOST] for start in range(0, len(pages), MOST)]
    for number, part in enumerate(parts, 1):
        root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap={None: SITEMAP})
        for path, changed in part:
            page = _element(root, "url")
            _element(page, "loc", plan.absolute(path))
            if changed:
                _element(page, "lastmod", changed.isoformat())
        yield "sitemap.xml" if len(parts) == 1 else f"sitemap-{number}.xml", _written(root)
    if len(parts) > 1:
        root = etree.Element(f"{{{SITEMAP}}}sitemapindex", nsmap={None: SITEMAP})
        for number in range(1, len(parts) + 1):
            _element(_element(root, "sitemap"), "loc", f"{plan.url}sitemap-{number}.xml")
        yield "sitemap.xml", _written(root)


def robots(plan: Plan) -> bytes:
    """Return `robots.txt` (RFC 9309): everybody may read everything."""
    lines = ["User-agent: *", "Allow: /"]
    if plan.url:
        lines += ["", f"Sitemap: {plan.url}sitemap.xml"]
    return ("\n".join(lines) + "\n").encode()


def linkset(anchor: str, links: Iterable[Link]) -> bytes:
    """Return the links of one page as a link set (RFC 9264, 4.2), which Signposting asks of a landing page."""
    context: dict[str, Any] = {"anchor": anchor}
    for relation, href, kind in links:
        context.setdefault(relation, []).append({"href": href} | ({"type": kind} if kind else {}))
    return orjson.dumps({"linkset": [context]}, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)

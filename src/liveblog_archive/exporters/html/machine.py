"""What a page says to machines: schema.org as JSON-LD, Highwire tags, and ContextObjects in spans (COinS).

JSON-LD in the page describes each entry by its id, headline, date and address, never by its text: that stands on the
page, and to say it twice would double the page. Of a long blog only the latest entries are described, as newsrooms
do themselves, for descriptions of thousands of short entries are half as long as the entries. The whole record is
where `rel="alternate"` leads.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from urllib.parse import urlencode

from ...canonical import timestamp
from ...citation.names import name_of
from ...citation.wording import one_line
from ...hyperlinks import followable
from ...model import Agent, Entry, LiveBlog, local_of

DESCRIBED = 500  # entries: of a longer blog JSON-LD in the page describes the latest only
LATEST = 50

Node = dict[str, object]


def jsonld(blog: LiveBlog, entries: Sequence[Entry], url: str | None) -> Node:
    """Return the blog as a schema.org `LiveBlogPosting`; `entries` are the oldest first, `url` where the page is."""
    described = entries if len(entries) <= DESCRIBED else entries[-LATEST:]
    node: Node = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "@id": blog.id,
        "url": url,
        "headline": blog.title,
        "description": blog.description,
        "inLanguage": blog.language,
        "publisher": _agent(blog.publisher) if blog.publisher else None,
        "author": [_agent(agent) for agent in blog.authors],
        "coverageStartTime": _stated(blog.coverage_start.value if blog.coverage_start else None),
        "coverageEndTime": _stated(blog.coverage_end.value if blog.coverage_end else None),
        "isBasedOn": followable(blog.url),
        "liveBlogUpdate": [_update(entry, url) for entry in described],
    }
    return {name: value for name, value in node.items() if value}


def _update(entry: Entry, url: str | None) -> Node:
    """Return an entry with what names it; one without a headline by its first words."""
    moment = entry.time
    words = entry.headline if entry.headline and entry.headline.strip() else None
    node: Node = {
        "@type": "BlogPosting",
        "@id": entry.id,
        "headline": words or " ".join(entry.text.split())[:110] or entry.id,
        "datePublished": _stated(moment.value if moment and moment.qualifier != "approximate" else None),
        "url": f"{url}#{local_of(entry.id)}" if url else None,
    }
    return {name: value for name, value in node.items() if value}


def _stated(value: date | None) -> str | None:
    """Return a date that schema.org takes: a day, or a time with its offset."""
    if isinstance(value, datetime) and value.tzinfo is None:
        return value.date().isoformat()
    return timestamp(value) if value else None


def _agent(agent: Agent) -> Node:
    return {"@type": agent.kind.capitalize(), "name": agent.name}


def highwire(blog: LiveBlog, url: str | None) -> Iterator[tuple[str, str]]:
    """Yield names and contents of the tags that scholarly search engines and Zotero read."""
    yield "citation_title", one_line(blog.title or blog.id)
    for agent in blog.authors:
        yield "citation_author", name_of(agent).inverted
    if days := blog.days():
        yield "citation_publication_date", days[0].isoformat().replace("-", "/")
    if blog.publisher:
        yield "citation_publisher", one_line(blog.publisher.name)
    if blog.title:
        yield "citation_journal_title", one_line(blog.publisher.name if blog.publisher else blog.title)
    if blog.language:
        yield "citation_language", blog.language
    if where := url or followable(blog.url):
        yield "citation_public_url", one_line(where)


def coins(blog: LiveBlog, url: str | None) -> str:
    """Return the title of the span by which reference managers know the blog (Z39.88-2004, Dublin Core)."""
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", "blogPost"),
        ("rft.title", one_line(blog.title or blog.id)),
        *(("rft.creator", name_of(agent).inverted) for agent in blog.authors),
        ("rft.publisher", one_line(blog.publisher.name) if blog.publisher else ""),
        ("rft.date", blog.days()[0].isoformat() if blog.days() else ""),
        ("rft.language", blog.language or ""),
        ("rft.identifier", one_line(url or blog.url or blog.id)),
    ]
    return urlencode([pair for pair in pairs if pair[1]])

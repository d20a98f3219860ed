"""What a page says to machines: schema.org as JSON-LD, Highwire tags, and ContextObjects in spans (COinS).

JSON-LD in the page describes each entry by its id, headline, date and address, never by its text: that stands on the
page, and to say it twice would double the page. Of a long blog only the latest entries are described, as newsrooms
do themselves, for descriptions of thousands of short entries are half as long as the entries. The whole record is
where `rel="alternate"` leads. Its dates are those of the whole record, and those of the other two are the citation's.
"""

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from ...canonical import entry_record
from ...citation.facts import CitationFacts
from ...citation.wording import name_of_entry, one_line
from ...hyperlinks import followable
from ...interchange.jsonld_nodes import blog_node, date_published
from ...model import Agent, Entry, LiveBlog, local_of

DESCRIBED = 500  # entries: of a longer blog JSON-LD in the page describes the latest only
LATEST = 50

Node = dict[str, object]


def jsonld(blog: LiveBlog, entries: Sequence[Entry], url: str | None) -> Node:
    """Return the blog as a schema.org `LiveBlogPosting`; `entries` are the oldest first, `url` where the page is."""
    described = entries if len(entries) <= DESCRIBED else entries[-LATEST:]
    whole = blog_node(blog)
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
        "coverageStartTime": whole.get("coverageStartTime"),
        "coverageEndTime": whole.get("coverageEndTime"),
        "isBasedOn": followable(blog.url),
        "liveBlogUpdate": [_update(entry, url) for entry in described],
    }
    return {name: value for name, value in node.items() if value}


def _update(entry: Entry, url: str | None) -> Node:
    """Return an entry with what names it; one without a headline by its first words."""
    node: Node = {
        "@type": "BlogPosting",
        "@id": entry.id,
        "headline": name_of_entry(entry) or entry.id,
        "datePublished": date_published(entry_record(entry)),
        "url": f"{url}#{local_of(entry.id)}" if url else None,
    }
    return {name: value for name, value in node.items() if value}


def _agent(agent: Agent) -> Node:
    return {"@type": agent.kind.capitalize(), "name": agent.name}


def highwire(cited: CitationFacts, url: str | None) -> Iterator[tuple[str, str]]:
    """Yield names and contents of the tags that scholarly search engines and Zotero read; `cited` is the blog."""
    source = cited.source
    publisher = source.publisher.literal if source.publisher else ""
    yield "citation_title", cited.title or cited.id
    for name in source.authors:
        yield "citation_author", name.inverted
    if cited.day:
        yield "citation_publication_date", cited.day.isoformat().replace("-", "/")
    if publisher:
        yield "citation_publisher", publisher
    if cited.title:
        yield "citation_journal_title", publisher or cited.title
    if source.language:
        yield "citation_language", source.language
    if where := url or cited.url:
        yield "citation_public_url", one_line(where)


def coins(cited: CitationFacts, url: str | None) -> str:
    """Return the title of the span by which reference managers know the blog (Z39.88-2004, Dublin Core)."""
    source = cited.source
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", "blogPost"),
        ("rft.title", cited.title or cited.id),
        *(("rft.creator", name.inverted) for name in source.authors),
        ("rft.publisher", source.publisher.literal if source.publisher else ""),
        ("rft.date", cited.day.isoformat() if cited.day else ""),
        ("rft.language", source.language or ""),
        ("rft.identifier", one_line(url or cited.url or cited.id)),
    ]
    return urlencode([pair for pair in pairs if pair[1]])

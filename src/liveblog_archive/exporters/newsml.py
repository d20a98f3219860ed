"""NewsML-G2 2.35 (https://iptc.org/standards/newsml-g2/): a live blog as agencies exchange it. It is not read back.

A `newsMessage` of a `packageItem`, which is the live blog and refers to its entries in their order, and of a
`newsItem` for each entry, with its body as XHTML. `guid` is the id. `version` counts from 1: the revisions of an
entry, and the captures of the blog, as receivers pass over a package of a version that they have. `versionCreated` is
the time of the revision, never that of writing: the same blog gives the same bytes. `contentCreated` is the time of
an entry, and only its day where that is not known better. The introduction is a description of the package, as text.
The credit line is the citation, with the version. What NewsML-G2 has no element for, such as that an entry is a key
event, is told to editors (`edNote`).
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from ..canonical import timestamp
from ..citation import Citer
from ..errors import ExportError
from ..hyperlinks import followable
from ..identity.history import FIRST
from ..model import Agent, Entry, LiveBlog, Moment
from ..version import __version__
from .format_options import NewsOptions
from .options import demand_ids
from .placement import Placement, Stamp, placements
from .plain_text import body_text
from .xhtml import NAMESPACE as XHTML
from .xhtml import attributes, body, text

NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"

_STATUSES = {"published": "stat:usable", "draft": "stat:withheld", "comment": "stat:withheld"}
_CANCELLED = "stat:canceled"
_UNKNOWN = "und"  # ISO 639: the language is not known


def write(blog: LiveBlog, chosen: Sequence[Entry], options: NewsOptions) -> Iterator[bytes]:
    """Return the pieces of a NewsML-G2 message in UTF-8: its head, the package, then item by item.

    Raises `ExportError` where the blog or an entry has no id, and where nothing tells of any time, for every item
    has to say when it was made.
    """
    demand_ids(blog, "newsml")
    stamps = (place.stamp for place in placements(blog, options.history, chosen))
    latest = max((stamp for stamp in stamps if stamp), key=lambda stamp: stamp.instant, default=None)
    if latest is None:
        raise ExportError(
            "no time is known of any entry nor of the capture, and NewsML-G2 demands one",
            "newsml",
            "give the date of the entries, or the time when the page was retrieved",
        )
    return (part.encode() for part in _parts(blog, chosen, options, latest))


def _parts(blog: LiveBlog, chosen: Sequence[Entry], options: NewsOptions, latest: Stamp) -> Iterator[str]:
    citer = Citer(blog)
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<newsMessage xmlns="{NAMESPACE}">\n'
    yield f"<header>\n<sent>{latest.instant.isoformat()}</sent>\n</header>\n<itemSet>\n"
    yield from _package(blog, chosen, citer, options.history.capture, latest)
    borrowed = evolve(latest, basis="blog")
    for place in placements(blog, options.history, chosen):
        yield _item(place, blog, citer, options, place.stamp or borrowed)
    yield "</itemSet>\n</newsMessage>\n"


def _opening(tag: str, guid: str, version: int, language: str) -> str:
    standard = 'standard="NewsML-G2" standardversion="2.35" conformance="power"'
    named = attributes(guid=guid, version=str(version))
    return f'<{tag}{named} {standard} xml:lang="{language}">\n<catalogRef href="{CATALOG}"/>\n'


def _meta(nature: str, blog: LiveBlog, stamp: Stamp, status: str, more: str) -> str:
    provider = (
        _party("provider", blog.publisher) if blog.publisher else "<provider><name>Not stated</name></provider>\n"
    )
    return (
        f'<itemMeta>\n<itemClass qcode="{nature}"/>\n{provider}'
        f"<versionCreated>{stamp.instant.isoformat()}</versionCreated>\n"
        f'<pubStatus qcode="{status}"/>\n<generator versioninfo="{__version__}">liveblog_archive</generator>\n'
        f"{more}</itemMeta>\n"
    )


def _party(tag: str, agent: Agent) -> str:
    web = followable(agent.url)
    beside = _element("note", agent.role) + _element("note", None if web else agent.url)
    kind = f"cpnat:{'organisation' if agent.kind == 'organization' else 'person'}"
    return f"<{tag}{attributes(uri=web, type=kind)}><name>{text(agent.name)}</name>{beside}</{tag}>\n"


def _element(tag: str, words: str | None) -> str:
    return f"<{tag}>{text(words)}</{tag}>\n" if words else ""


def _authors(agents: Iterable[Agent]) -> tuple[str, str]:
    """Return the makers for programs, and the line that names them for people."""
    named = ", ".join(agent.shown for agent in agents)
    return "".join(_party("creator", agent) for agent in agents), _element("by", named)


def _package(blog: LiveBlog, chosen: Sequence[Entry], citer: Citer, version: int, stamp: Stamp) -> Iterator[str]:
    language = blog.language or _UNKNOWN
    cited = _element("creditline", citer.render(None, "apa"))
    creators, by = _authors(blog.authors)
    headline, described = _element("headline", blog.title), _element("description", blog.description)
    introduction = _element("description", "\n\n".join(body_text(blog.introduction))).replace("\n\n", "<br/><br/>\n")
    title, address = _element("title", blog.title), _element("altRep", blog.url)
    notes = _notes((*_blog_facts(blog), *_stamp_facts(stamp)))
    yield (
        _opening("packageItem", blog.id, version, language)
        + _meta("ninat:composite", blog, stamp, _STATUSES["published"], title + notes + address)
        + f"<contentMeta>\n{creators}<language{attributes(tag=language)}/>\n"
        + f"{headline}{by}{cited}{described}{introduction}</contentMeta>\n"
        + '<groupSet root="entries">\n<group id="entries" roleuri="https://schema.org/liveBlogUpdate" '
        + 'mode="pgrmod:seq">\n'
    )
    for entry in chosen:
        yield f"<itemRef{attributes(residref=entry.id)}/>\n"
    yield "</group>\n</groupSet>\n</packageItem>\n"


def _item(place: Placement, blog: LiveBlog, citer: Citer, options: NewsOptions, stamp: Stamp) -> str:
    entry, language = place.entry, blog.language or _UNKNOWN
    version = options.history.revisions.get(entry.id, FIRST).ordinal + 1
    status = _CANCELLED if place.withdrawn else _STATUSES.get(entry.status, _CANCELLED)
    creators, by = _authors(entry.authors or blog.authors)
    printed = entry.time.text if entry.time else ""
    cited = _element("creditline", citer.render(entry, "apa"))
    page = (
        f'<html xmlns="{XHTML}" xml:lang="{language}">\n<head><title>{text(entry.headline or "")}</title></head>\n'
        f"<body>\n{body(entry.body)}</body>\n</html>\n"
    )
    title, notes = _element("title", entry.headline), _notes((*_entry_facts(entry), *_stamp_facts(stamp)))
    links = f"<memberOf{attributes(uri=blog.id)}/>\n{_element('altRep', entry.url)}"
    return (
        _opening("newsItem", entry.id, version, language)
        + _meta("ninat:text", blog, stamp, status, title + notes + links)
        + f"<contentMeta>\n{_created(place)}{creators}"
        + f"<language{attributes(tag=language)}/>\n{_element('headline', entry.headline)}"
        + f"{_element('dateline', printed)}{by}{cited}{_element('description', entry.summary)}</contentMeta>\n"
        + f'<contentSet>\n<inlineXML contenttype="application/xhtml+xml">\n{page}</inlineXML>\n</contentSet>\n'
        + "</newsItem>\n"
    )


def _notes(facts: Iterable[tuple[str, object]]) -> str:
    return "".join(_element("edNote", f"{name}: {value}") for name, value in facts if value is not None)


def _blog_facts(blog: LiveBlog) -> Iterator[tuple[str, object]]:
    yield "Time zone", blog.timezone
    yield "Coverage from", _claim(blog.coverage_start)
    yield "Coverage to", _claim(blog.coverage_end)
    yield "Entries that the source declares", blog.declared_total


def _entry_facts(entry: Entry) -> Iterator[tuple[str, object]]:
    yield "Status", entry.status if entry.status == "comment" else None
    yield "Key event", "yes" if entry.key_event else None
    yield "Pinned", "yes" if entry.pinned else None
    yield "Created", _claim(entry.created)
    yield "Published", _claim(entry.published)
    yield "Modified", _claim(entry.modified)
    yield "Identifier in its source", entry.native_id


def _stamp_facts(stamp: Stamp) -> Iterator[tuple[str, object]]:
    if stamp.basis == "blog":
        yield "Version created", "not known, so that of the latest version in this message"
    yield "Zone that versionCreated is read in, for none is stated", stamp.assumed_zone


def _claim(moment: Moment | None) -> str | None:
    """Return a time that the source states: its value, or what was printed."""
    if moment is None:
        return None
    return timestamp(moment.value, moment.precision) if moment.value else moment.text


def _created(place: Placement) -> str:
    """Return the time of an entry, or its day: one with a clock would claim more than an approximate time does."""
    time, shown = place.entry.time, place.shown()
    about = time is not None and time.qualifier == "approximate"
    when = place.entry.calendar_day if about else shown.start if shown else None
    return _element("contentCreated", when.isoformat() if when else None)

"""TEI P5 (https://tei-c.org/guidelines/p5/): a live blog as a text that scholarly tools read. It is not read back.

Each entry is a `div` of the type `entry` under its local id: headline, byline, printed time, and the paragraphs of
its body, counted by `n` as a citation counts them. Full id, version and citation stand in a `note` at its end. What
TEI has no element for is told in words; a character that XML cannot carry is made visible, as `[U+000B]`.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from ..canonical import timestamp
from ..characters import visible
from ..citation import Citer
from ..hyperlinks import followable
from ..identity import EntryId, version_id
from ..interchange.jsonld_nodes import last_of
from ..interchange.xml_escapes import attribute, content
from ..model import Agent, Block, Embed, Entry, Heading, ListBlock, LiveBlog, Media, Moment, Paragraph, Quotation
from ..version import __version__
from .options import ReaderOptions, demand_ids
from .xhtml import lines

NAMESPACE = "http://www.tei-c.org/ns/1.0"
# The marks that an entry may have, each with what it means: `ana` points to the categories that these become.
_MARKS = {
    "key-event": "Key event: the source marks the entry as one of the most important",
    "pinned": "Pinned: the source keeps the entry above the others",
}


def write(blog: LiveBlog, chosen: Sequence[Entry], _options: ReaderOptions) -> Iterator[bytes]:
    """Return the pieces of one TEI document in UTF-8: its header, the introduction, then entry by entry.

    Raises `ExportError` where the blog or an entry has no id.
    """
    demand_ids(blog, "tei")
    return (part.encode() for part in _parts(blog, chosen))


def _parts(blog: LiveBlog, chosen: Sequence[Entry]) -> Iterator[str]:
    citer = Citer(blog)
    language = f' xml:lang="{blog.language}"' if blog.language else ""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="{NAMESPACE}"{language}>\n'
    yield f"{_header(blog, citer)}<text>\n"
    if blog.introduction:
        yield f'<front>\n<div type="introduction">\n{_body(blog.introduction)}</div>\n</front>\n'
    yield "<body>\n"
    for entry in chosen:
        yield _entry(entry, citer)
    yield "</body>\n</text>\n</TEI>\n" if chosen else "<p/>\n</body>\n</text>\n</TEI>\n"


def _text(text: str) -> str:
    return content(visible(text))


def _lines(text: str) -> str:
    """Return words as the content of an element, which tells where a line ends."""
    return lines(text, "<lb/>")


def _element(tag: str, text: str | None, attributes: str = "") -> str:
    """Return an element on a line of its own; nothing where there is no text."""
    return f"<{tag}{attributes}>{_text(text)}</{tag}>\n" if text else ""


def _said(tag: str, text: str | None, attributes: str = "") -> str:
    """Return an element with words that may have several lines."""
    return f"<{tag}{attributes}>{_lines(text)}</{tag}>\n" if text else ""


def _named(name: str, value: str | None) -> str:
    """Return an attribute after a blank; nothing where there is no value."""
    return f' {name}="{attribute(visible(value))}"' if value else ""


def _pointer(name: str, url: str | None) -> str:
    """Return an attribute that points to an address that can be followed; none for any other."""
    return _named(name, followable(url))


def _address(url: str | None) -> str:
    """Return an address to be read, pointing where it leads if it can be followed."""
    return f"<ref{_pointer('target', url)}>{_text(url)}</ref>" if url else ""


def _header(blog: LiveBlog, citer: Citer) -> str:
    title = _element("title", blog.title or "Live blog")
    authors = "".join(f"<author>{_agent(agent)}</author>\n" for agent in blog.authors)
    publisher = f"<publisher>{_agent(blog.publisher) if blog.publisher else 'Not stated'}</publisher>\n"
    ids = _element("idno", blog.id, ' type="URI"') + _element("idno", blog.url, ' type="URL"')
    source = _element("bibl", citer.render(None, "apa"))
    for one in blog.capture.captured if blog.capture else ():
        digest = _element("idno", one.sha256, ' type="SHA-256"')
        source += f"<bibl>Captured source: {_text(one.media_type)}\n{digest}</bibl>\n"
    software = f'<application ident="liveblog_archive" version="{__version__}">\n<label>liveblog_archive</label>\n'
    meanings = "".join(
        f'<category xml:id="{mark}"><catDesc>{means}</catDesc></category>\n' for mark, means in _MARKS.items()
    )
    classes = f"<classDecl>\n<taxonomy>\n{meanings}</taxonomy>\n</classDecl>\n"
    return (
        f"<teiHeader>\n<fileDesc>\n<titleStmt>\n{title}{authors}</titleStmt>\n"
        f"<publicationStmt>\n{publisher}{ids}</publicationStmt>\n{_notes(blog)}"
        f"<sourceDesc>\n{source}</sourceDesc>\n</fileDesc>\n"
        f"<encodingDesc>\n{classes}<appInfo>\n{software}</application>\n</appInfo>\n</encodingDesc>\n"
        f"<profileDesc>\n<abstract>\n{_element('p', blog.description) or '<p/>'}</abstract>\n</profileDesc>\n"
        "</teiHeader>\n"
    )


def _notes(blog: LiveBlog) -> str:
    """Return what is known of a blog that the header has no element for."""
    declared = "" if blog.declared_total is None else str(blog.declared_total)
    notes = _element("note", blog.timezone, ' type="time-zone"')
    notes += _element("note", declared, ' type="declared-entries"')
    for kind, moment in (("coverage-start", blog.coverage_start), ("coverage-end", blog.coverage_end)):
        notes += f'<note type="{kind}">{_date(moment)}</note>\n' if moment else ""
    return f"<notesStmt>\n{notes}</notesStmt>\n" if notes else ""


def _entry(entry: Entry, citer: Citer) -> str:
    version = version_id(entry)
    kind = "" if entry.status == "published" else f' subtype="{entry.status}"'
    marks = " ".join(
        f"#{mark}" for mark, holds in (("key-event", entry.key_event), ("pinned", entry.pinned)) if holds
    )
    ids = _element("idno", entry.id, ' type="URI"') + _element("idno", str(version), ' type="version"')
    ids += _element("idno", entry.url, ' type="URL"') + _element("idno", entry.native_id, ' type="native"')
    for name, moment in (("created", entry.created), ("published", entry.published), ("modified", entry.modified)):
        ids += f"{_date(moment, name)}\n" if moment else ""
    cited = _text(citer.render(entry, "apa", version=version))
    summary = _said("p", entry.summary, ' rend="summary"')
    return (
        f'<div type="entry"{kind} xml:id="e{EntryId.parse(entry.id).local}"{_named("ana", marks)}>\n'
        f"{_said('head', entry.headline)}{_byline(entry.authors)}{_dateline(entry)}"
        f"{summary}{_body(entry.body)}"
        f'<note type="citation">\n<bibl>{cited}\n{ids}</bibl>\n</note>\n</div>\n'
    )


def _agent(agent: Agent) -> str:
    """Return who it is, with the role and an address that is no pointer in words."""
    pointer = _pointer("ref", agent.url)
    beside = "" if pointer or agent.url is None else f'<note type="address">{_text(agent.url)}</note>'
    role = f" (<roleName>{_text(agent.role)}</roleName>)" if agent.role else ""
    return f'<name type="{agent.kind}"{pointer}>{_text(agent.name)}</name>{beside}{role}'


def _byline(authors: Sequence[Agent]) -> str:
    return f"<byline>{', '.join(map(_agent, authors))}</byline>\n" if authors else ""


def _dateline(entry: Entry) -> str:
    """Return the time as it was printed, with its value in ISO 8601; a day alone where that is all that is known."""
    if entry.time is None:
        return f'<dateline><date when="{entry.day}">{entry.day}</date></dateline>\n' if entry.day else ""
    return f"<dateline>{_date(entry.time)}</dateline>\n"


def _date(moment: Moment, kind: str | None = None) -> str:
    value, named = moment.value, _named("type", kind)
    words = moment.text or (value.isoformat() if value else "")
    if value is None:
        return f"<date{named}>{_text(words)}</date>"
    if moment.qualifier == "approximate" and moment.earliest and moment.latest:
        first, last = moment.earliest.isoformat(), last_of(moment.latest).isoformat()
        stated = f'notBefore-iso="{first}" notAfter-iso="{last}" cert="medium"'
    else:
        stated = f'when-iso="{timestamp(value, moment.precision)}"' + (
            ' cert="medium"' if moment.qualifier == "inferred" else ""
        )
    return f"<date{named} {stated}>{_text(words)}</date>"


def _paragraph(block: Paragraph, n: str) -> str:
    said, end = "", 0
    for link in block.links:
        words = _lines(block.text[link.start : link.end])
        target = _pointer("target", link.url)
        told = "" if target else f'<note type="address">{_text(link.url)}</note>'
        said += f"{_lines(block.text[end : link.start])}<ref{target}>{words}</ref>{told}"
        end = link.end
    return f"<p{n}>{said}{_lines(block.text[end:])}</p>"


def _heading(block: Heading, n: str) -> str:
    return f'<label{n} type="heading-{block.level}">{_lines(block.text)}</label>'


def _quotation(block: Quotation, n: str) -> str:
    source = f"<bibl>{_lines(block.source)}</bibl>" if block.source else ""
    return f"<cit{n}><quote>{_lines(block.text)}</quote>{source}</cit>"


def _list(block: ListBlock, n: str) -> str:
    items = "".join(f"<item>{_lines(item)}</item>" for item in block.items)
    return f'<list{n} rend="{"numbered" if block.ordered else "bulleted"}">{items or "<item/>"}</list>'


def _media(block: Media, n: str) -> str:
    url = _pointer("url", block.url) if block.kind == "image" else ""
    graphic = f"<graphic{url}/>" if url else ""
    address = f"<p>{_address(block.url)}</p>" if block.url and not graphic else ""
    credit = _said("p", block.credit and f"Credit: {block.credit}").rstrip("\n")
    described = _element("figDesc", block.alt).rstrip("\n")
    head = _said("head", block.caption).rstrip("\n")
    return f'<figure{n} type="{block.kind}">{head}{graphic}{address}{credit}{described}</figure>'


def _embed(block: Embed, n: str) -> str:
    return f'<ab{n} type="embed">[{_text(block.provider)}] {_lines(block.text)} {_address(block.url)}</ab>'


def _block(block: Block, n: str) -> str:
    match block:
        case Paragraph():
            return _paragraph(block, n)
        case Heading():
            return _heading(block, n)
        case Quotation():
            return _quotation(block, n)
        case ListBlock():
            return _list(block, n)
        case Media():
            return _media(block, n)
        case Embed():
            return _embed(block, n)
        case _:
            assert_never(block)


def _body(blocks: Iterable[Block]) -> str:
    """Return each block on a line of its own, with its number in `n`."""
    numbered = ((block, _named("n", str(number))) for number, block in enumerate(blocks, 1))
    return "".join(f"{_block(block, number)}\n" for block, number in numbered)

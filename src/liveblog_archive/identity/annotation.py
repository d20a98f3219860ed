"""A quote for others: as a W3C Web Annotation (JSON-LD), and as a link that a browser scrolls to.

Sources: Web Annotation Data Model 4.2.1 to 4.2.9 (selectors), RFC 6901 (JSON Pointer), and the text fragments of the
Web Platform Incubator Community Group.
"""

import re
from typing import TypeVar
from urllib.parse import quote as percent_encoded

from attrs import evolve

from ..canonical import Record, canonical_bytes
from ..errors import CitationError, ModelError
from ..model import LiveBlog
from ..model.checks import of_kind
from .boundaries import between_words
from .identifiers import VersionId
from .quotes import CONTEXT, HEADLINE, Quote

_TERMS = "urn:uuid:59cd3ab0-4694-4e8c-8531-abc0a32d234b#"
CONTEXTS: list[str | Record] = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "sha256": "http://schema.org/sha256",
        "entry": {"@id": f"{_TERMS}entry", "@type": "@id"},
        "snapshot": {"@id": f"{_TERMS}snapshot", "@type": "@id"},
    },
]
JSON_POINTER = "http://www.rfc-editor.org/rfc/rfc6901"
_BODY = re.compile(r"/body/(0|[1-9][0-9]{0,15})")

_LONG = 300  # characters; a longer passage is linked by its first and last words
_ENDS = 8  # words

_SAYS = {"TextQuoteSelector": "what the words are", "FragmentSelector": "in which paragraph they stand"}
_REMEDY = "give the quote as it was exported, or resolve its words as text"

T = TypeVar("T")


def to_annotation(quote: Quote) -> Record:
    """Return a quote as Web Annotation, ready for JSON.

    The source is the entry's version, whose canonical bytes are JSON. Two selectors choose the same words: by what
    they are, and by their place in a block. A position refines the block, and not the words, because `refinedBy`
    counts within what the first selector chose. The id is the digest of the target: the same quote has the same.
    """
    source: Record = {"id": str(quote.version), "type": "Text", "format": "application/json", "entry": quote.entry}
    if quote.snapshot is not None:
        source["snapshot"] = str(quote.snapshot)
    words = {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix, "sha256": quote.sha256}
    place = "/headline" if quote.paragraph == HEADLINE else f"/body/{quote.paragraph - 1}"
    target: Record = {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {"type": "TextQuoteSelector"} | {name: text for name, text in words.items() if text},
            {
                "type": "FragmentSelector",
                "conformsTo": JSON_POINTER,
                "value": place,
                "refinedBy": {"type": "TextPositionSelector", "start": quote.start, "end": quote.end},
            },
        ],
    }
    return {
        "@context": CONTEXTS,
        "id": str(VersionId.of(canonical_bytes(target))),
        "type": "Annotation",
        "motivation": "highlighting",
        "target": target,
    }


def from_annotation(record: object) -> Quote:
    """Return the quote of an annotation of this form; members that others have added are ignored.

    A selector may stand without an array, and snapshot, prefix, suffix and digest may be null or left out, as others
    do it. Raises `ModelError` for another form. A digest or position that does not fit the words is for `resolve` to
    find.
    """
    selector = "annotation.target.selector"
    target = _member(of_kind("annotation", record, dict, _REMEDY), "annotation.target", dict)
    source = _stated(_member(target, "annotation.target.source", dict))
    words, block = _selector(target, "TextQuoteSelector"), _selector(target, "FragmentSelector")
    position = _member(block, f"{selector}.refinedBy", dict)
    snapshot = _member(source, "annotation.target.source.snapshot", str) if "snapshot" in source else None
    made = Quote(
        entry=_member(source, "annotation.target.source.entry", str),
        version=VersionId.parse(_member(source, "annotation.target.source.id", str)),
        snapshot=VersionId.parse(snapshot) if snapshot else None,
        exact=_member(words, f"{selector}.exact", str),
        prefix=words.get("prefix", ""),
        suffix=words.get("suffix", ""),
        paragraph=_paragraph(_member(block, f"{selector}.value", str)),
        start=_member(position, f"{selector}.refinedBy.start", int),
        end=_member(position, f"{selector}.refinedBy.end", int),
    )
    return evolve(made, sha256=_member(words, f"{selector}.sha256", str)) if "sha256" in words else made


def _selector(target: Record, kind: str) -> Record:
    found = target.get("selector")
    for one in found if isinstance(found, list) else [found]:
        if isinstance(one, dict) and one.get("type") == kind:
            return _stated(one)
    raise ModelError(f"no {kind}, which says {_SAYS[kind]}", "annotation.target.selector", _REMEDY)


def _stated(record: Record) -> Record:
    """Return a record without the members that are null."""
    return {name: value for name, value in record.items() if value is not None}


def _paragraph(pointer: str) -> int:
    if pointer == "/headline":
        return HEADLINE
    if match := _BODY.fullmatch(pointer):
        return int(match[1]) + 1
    what = f"{pointer!r} is neither /headline nor a block of /body"
    raise ModelError(what, "annotation.target.selector.value", _REMEDY)


def _member(record: Record, path: str, kind: type[T]) -> T:
    """Return the member of `record` that a path ends with."""
    return of_kind(path, record.get(path.rpartition(".")[2]), kind, _REMEDY)


def link(quote: Quote, blog: LiveBlog) -> str:
    """Return a URL that opens the page where the quote stood and scrolls to it, if the page still has the words.

    Raises `CitationError` when neither the entry nor the blog has an address, and for a quote of blanks.
    """
    urls = [entry.url for entry in blog.entries if entry.id == quote.entry]
    url = next(filter(None, (*urls, blog.url)), None)
    if url is None:
        raise CitationError("neither the entry nor the blog has an address", quote.entry, "give the blog a url")
    return f"{url}{':~:' if '#' in url else '#:~:'}{text_directive(quote)}"


def text_directive(quote: Quote) -> str:
    """Return `text=prefix-,start,end,-suffix` as browsers match it.

    Each of the four must stand in one block of the page and begin and end with whole words; hence a word that the
    quote cuts is taken whole, a word that the context cuts is left out, and context ends where its line ends.
    """
    before, words, after = quote.prefix, quote.exact, quote.suffix
    if not words.strip():
        raise CitationError("a quote of blanks, which no page is searched for", quote.entry, "quote words")
    while before and not between_words(before + words, len(before)):
        before, words = before[:-1], before[-1] + words
    while after and not between_words(words + after, len(words)):
        words, after = words + after[0], after[1:]
    terms = [_encoded(text) for text in _ends(words)]
    if prefix := _nearest_line(before, -1):
        terms.insert(0, f"{_encoded(prefix)}-")
    if suffix := _nearest_line(after, 0):
        terms.append(f"-{_encoded(suffix)}")
    return f"text={','.join(terms)}"


def _ends(words: str) -> list[str]:
    """Return a passage; of one that is long or has several lines, its first and last words."""
    lines = words.strip().splitlines()
    first, last = lines[0].split(), lines[-1].split()
    if len(lines) == 1 and (len(words) <= _LONG or len(first) < 2 * _ENDS):
        return [" ".join(first)]
    return [" ".join(first[:_ENDS]), " ".join(last[-_ENDS:])]


def _nearest_line(context: str, nearest: int) -> str:
    """Return the line of a context nearest to the words, without the outermost word, which may be cut.

    A line without a letter or digit is no context: browsers look for words.
    """
    lines = context.strip().splitlines() or [""]
    words = lines[nearest].split()
    if len(lines) == 1 and len(context) > CONTEXT // 2:
        words = words[1:] if nearest else words[:-1]
    return " ".join(words) if any(map(str.isalnum, "".join(words))) else ""


def _encoded(text: str) -> str:
    """Return a term of a directive, in which `-`, `,` and `&` would mean something."""
    return percent_encoded(text, safe="").replace("-", "%2D")

"""Citations read back: what a text cites that somebody pasted, in any style that is written here.

Its form is told first. A record of a reference manager is read by its fields, and nothing in a title or a quote of it
can be taken for an id. A citation for people has its ids at the end, behind whatever words it cites.

>>> cited_in("“Open,” News (live blog), version 13197953e1f9, tag:a.example,2021:b#cq8jg4cf0d8h.").names
('tag:a.example,2021:b#cq8jg4cf0d8h version 13197953e1f9',)
>>> cited_in("cq8jg4cf0d8h.").names
('cq8jg4cf0d8h',)
"""

import re
from itertools import chain
from typing import NamedTuple

from ..errors import ModelError
from ..identity import EntryId, version_id
from ..identity.identifiers import BETANUMERIC
from ..identity.minting import fold
from ..identity.quotes import HEADLINE
from ..identity.references import VERSION
from ..model import Entry, LiveBlog
from . import FOR_PEOPLE, Citer, biblatex, csl_json, ris
from .passages import Passage
from .records import Record

_READERS = (csl_json.read, ris.read, biblatex.read)

# In a run without blanks, whatever stands before its scheme.
_RUN = re.compile(rf"(?<![^\s#<>{{}}\"])[^\s#<>{{}}\"]++#[{BETANUMERIC}]{{12}}(?![0-9A-Za-z])")
_SCHEME = re.compile(r"(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]*:")
_A_VERSION = "[0-9a-f]{64}|[0-9a-f]{12}|ni:///sha-256;[A-Za-z0-9_-]{43}"
# An address may ask for a version, too: `?version=13197953e1f9` is none of ours.
_CITED_VERSION = re.compile(rf"\b(version|snapshot)(?:-id)?[\"\s:={{]*[\"\s{{]({_A_VERSION})\b", re.IGNORECASE)
_ADDRESS = re.compile(r"[.,}\s]*(?:url\s*=\s*\{)?https?:", re.IGNORECASE)  # and what parts it from the id before it
_ALONE = re.compile(rf"#?([{BETANUMERIC}]{{12}}(?:{VERSION}(?:{_A_VERSION}))?|{_A_VERSION})[.,;]?")
_ESCAPED = re.compile(r"\\([#$%&_{}])")  # by TeX
_ISOLATES = re.compile("[\u2066-\u2069]")  # which citations put around what runs from right to left
# What programs put into an id: a line's end, where no word of the citation ends, hyphens and blanks that nobody sees.
_PUT_IN = re.compile('(?<=[^\\s.,;)”"])\\s*\\n\\s*|[\u00ad\u200b\u2060\ufeff]')
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))

_NUMBER = re.compile(r"\bpara?\.\s+([0-9]{1,9})\b")
# At the end of a citation in Chicago or MLA style, before its ids; in APA style it stands in the description.
_AT_END = re.compile(
    r",\s+par\.\s+([0-9]{1,9}),\s+(?:version\s+[^\s,]+\s*[^\s,]*,\s+)?<?[A-Za-z][A-Za-z0-9+.-]*:"
    r"[^#]{0,999}#[^#]{0,999}(?:https?:[^\s#]{0,999}#[^#]{0,999})?\Z"
)
_DESCRIPTION = re.compile(r"\[Live\s+blog\s+entry\b([^\[\]]*)\]")


class Cited(NamedTuple):
    """What a text cites. Of several citations in it, that is the last.

    `names` are the ids that it has: that of the entry and, after ` version `, of the version; or that of a version or
    snapshot alone. Of several it is the last, for titles and other words stand before it; the one before an address
    that follows it at once, and then that address, if it passes for an id. The stop that ends a sentence is no part
    of it, nor is the sign of a fragment. `passage` is the paragraph or the words that are cited, None for all.
    `prose` is the text itself where it is a citation for people, and something in it reads like the number of a
    paragraph: whether it is, `written` tells for certain.
    """

    names: tuple[str, ...]
    passage: Passage | None
    prose: str = ""


def cited_in(text: str) -> Cited:
    """Return what a text cites that somebody pasted, such as a whole citation in any style; no names if nothing.

    Raises `ArchiveError` for a record in JSON that was broken.
    """
    text = text.removeprefix("\ufeff")  # files of reference managers begin with it
    records = sorted(chain.from_iterable(read(text) for read in _READERS), key=lambda record: record.end)
    rest = text[records[-1].end :] if records else text
    names = _names(rest)
    if records and not names:
        return _recorded(text, records[-1])
    number = _number(_ISOLATES.sub("", rest))
    return Cited(names, Passage(number, None) if number else None, text if _NUMBER.search(text) else "")


def _recorded(text: str, record: Record) -> Cited:
    """Return what a record cites; words of no paragraph are those of the headline, and none are all of it."""
    names = _names(record.ids) or _names(text[record.start : record.end])
    words = record.words if record.words and record.words.strip() else None
    whole = record.paragraph is None and words is None
    return Cited(names, None if whole else Passage(record.paragraph or HEADLINE, words))


def _names(text: str) -> tuple[str, ...]:
    """Return the ids of a text as it stands, and as it was before programs broke its lines and hyphens."""
    seen = _ISOLATES.sub("", text)
    whole = _PUT_IN.sub("", seen).translate(_HYPHENS)
    version = [("", ""), *_CITED_VERSION.findall(whole), *_CITED_VERSION.findall(seen)][-1]
    return tuple(dict.fromkeys((*_stated(seen, *version), *_stated(whole, *version))))


def _stated(seen: str, kind: str, version: str) -> tuple[str, ...]:
    """Return the ids that a text has, with the version that it names."""
    plain = _ESCAPED.sub(r"\1", seen)
    found = [(name, run.end()) for run in _RUN.finditer(plain) if (name := _entry_in(run[0]))][-2:]
    if kind.lower() == "snapshot":  # of the whole blog: what looks like an entry is its address
        found = []
    if len(found) == 2 and not _ADDRESS.match(plain[found[0][1] :]):
        del found[0]
    if found:
        return tuple(VERSION.join(filter(None, (name, version))) for name, _ in found)
    alone = _ALONE.fullmatch(seen.strip())
    return tuple(filter(None, ((alone and alone[1]) or version,)))


def _entry_in(run: str) -> str | None:
    """Return the entry id that a run of characters ends with; None where it has none."""
    scheme = _SCHEME.search(run)
    try:
        return str(EntryId.parse(run[scheme.start() :])) if scheme else None
    except ModelError:
        return None


def _number(text: str) -> int | None:
    """Return the paragraph that a citation for people seems to name."""
    if found := _AT_END.search(text):
        return int(found[1])
    number = _NUMBER.search(["", *_DESCRIPTION.findall(text)][-1])
    return int(number[1]) if number else None


def written(prose: str, entry: Entry, blog: LiveBlog) -> list[int | None]:
    """Return the paragraph whose citation the text has last, letter by letter, None for the entry; empty if none.

    `blog` has the title and the names that are cited, and any of these may read like the number of a paragraph.
    """
    plain, version, citer = _plain(prose), version_id(entry), Citer(blog)
    numbers = {int(number) for number in _NUMBER.findall(prose)}
    places = {
        number: max(plain.rfind(_plain(citer.render(entry, style, number, version))) for style in FOR_PEOPLE)
        for number in (None, *range(1, len(entry.body) + 1))
        if number is None or number in numbers
    }
    last = max(places.values())
    return [number for number, place in places.items() if place == last >= 0]


def _plain(text: str) -> str:
    """Return what people read of a text, however programs set it."""
    return fold(_ISOLATES.sub("", text)).replace(" ", "").removesuffix(".")

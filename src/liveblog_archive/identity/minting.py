"""Minting: the first and only time that an identifier is made from content.

An entry id is minted once and looked up ever after. What it is made from here only has to be the same for two
people who import the same text for the same blog, so that they get the same ids without knowing of each other.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import product
from typing import Any

from attrs import evolve

from ..errors import ModelError, instead
from ..model import Embed, Entry, LiveBlog, Media, Note
from ..model.order import positions
from .identifiers import BETANUMERIC, LOCAL_LENGTH, BlogId, EntryId

# Names minted from pasted text live in this UUID namespace (RFC 9562 5.5); it is part of the specification.
PASTED_TEXT = "1f0c3b52-6d0e-5a83-9c5e-4a2f8f6f7a10"

_ORIGIN = "liveblog-entry-id/1"  # what a seed begins with
_RANGE = len(BETANUMERIC) ** LOCAL_LENGTH
_PAIR, _TWO_PAIRS, _TRIPLE = (len(BETANUMERIC) ** digits for digits in (2, 4, 6))  # how many numbers have as many
# Each number of two digits: how it is written, the lower digit first; what it adds to a sum for a check character as
# the first pair; and what it adds to that for each pair before it.
_PAIRS = [
    (BETANUMERIC[low] + BETANUMERIC[high], low + 2 * high, 2 * (low + high))
    for high, low in product(range(len(BETANUMERIC)), repeat=2)
]

_QUOTES = dict.fromkeys(map(ord, "‘’‚‛′`´ʼ＇"), "'") | dict.fromkeys(map(ord, "“”„‟″«»‹›＂"), '"')
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), None)
_PLAIN = {chr(key): value or "" for key, value in (_QUOTES | _DASHES | _INVISIBLE).items()}
_BLANKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f"
_FOLDED = bytes(ord(" " if c in _BLANKS else _PLAIN.get(c, c.lower())) for c in map(chr, range(128))) + bytes(128)
_TWO_BLANKS = re.compile(b"  ").search  # finds two in a row in half the time that `in` takes
_FANCY = re.compile(f"[{re.escape(''.join(_PLAIN))}]")


def fold(text: str) -> str:
    """Return `text` for comparison: NFKC, case folded, with plain quotes and dashes and single blanks.

    Canonically equivalent texts (Unicode 3.7) fold alike, hence NFC before the table. For matching only, never for
    a citation: a citation is bound to verbatim bytes.
    """
    if text.isascii():
        return _fold_ascii(text).decode()
    plain = _plain(unicodedata.normalize("NFC", text))
    compatible = unicodedata.normalize("NFKC", plain)
    if compatible != plain:
        compatible = _plain(compatible)
    return _single_blanks(unicodedata.normalize("NFKC", compatible.casefold()))


def _plain(text: str) -> str:
    """Return `text` with plain quotes and dashes, and without invisible characters."""
    return _FANCY.sub(lambda match: _PLAIN[match[0]], text)


def _fold_ascii(text: str) -> bytes:
    """Fold ASCII text in one pass over its bytes."""
    folded = text.encode().translate(_FOLDED)
    return b" ".join(folded.split()) if _TWO_BLANKS(folded) else folded.strip()


def _single_blanks(text: str) -> str:
    """Return `text` with one space for every run of blanks, and none around it."""
    if text.isprintable() and "  " not in text:  # the space is the only blank that can be printed
        return text.strip()
    return " ".join(text.split())


def fingerprint(*texts: str | None) -> str:
    """Return the SHA-256, in hexadecimal, of the folded texts, one a line; empty and missing ones are left out."""
    folded = [_fold_ascii(text) if text.isascii() else fold(text).encode() for text in texts if text]
    return hashlib.sha256(b"\n".join(folded)).hexdigest()


_NOTHING = {fingerprint(), fingerprint(" ", " ")}  # of an entry without words, and of one of blanks alone


def mint(blog: BlogId, seed: Iterable[str]) -> EntryId:
    """Return the entry id that `seed` gives in `blog`: 11 base-29 digits of a SHA-256, and a check character."""
    return EntryId(blog, _local("\n".join((_ORIGIN, blog.uri, *seed))))


def _local(seed: str) -> str:
    """Return the part of an id that is the entry's own; its check character is that of `check_character`."""
    number = int.from_bytes(hashlib.sha256(seed.encode()).digest(), "big") % _RANGE
    high, low = divmod(number, _TRIPLE)  # small enough to be divided fast
    one, sum1, _ = _PAIRS[low % _PAIR]
    two, sum2, more2 = _PAIRS[low // _PAIR % _PAIR]
    three, sum3, more3 = _PAIRS[low // _TWO_PAIRS]
    four, sum4, more4 = _PAIRS[high % _PAIR]
    five, sum5, more5 = _PAIRS[high // _PAIR % _PAIR]
    last = high // _TWO_PAIRS
    check = sum1 + sum2 + sum3 + sum4 + sum5 + more2 + 2 * more3 + 3 * more4 + 4 * more5 + LOCAL_LENGTH * last
    return f"{one}{two}{three}{four}{five}{BETANUMERIC[last]}{BETANUMERIC[check % len(BETANUMERIC)]}"


def mintable(blog: BlogId, seed: tuple[str, str], number: int) -> set[str]:
    """Return the ids that minting gives to the first `number` entries of `blog` with this seed, if all are free."""
    return {str(mint(blog, (*seed, str(ordinal)))) for ordinal in range(1, number + 1)}


def seed(entry: Entry) -> tuple[str, str]:
    """Return what an entry is minted from: its native id, else its folded words, else the addresses that it shows."""
    if entry.native_id:
        return "native", entry.native_id
    # Folded, a space is all that is left of the blank line between two blocks.
    said = fingerprint(entry.headline, " ".join([block.text for block in entry.body if block.text]))
    if said in _NOTHING and (shown := addresses(entry)):
        return "media", hashlib.sha256("\n".join(shown).encode()).hexdigest()
    return "text", said


def addresses(entry: Entry) -> list[str]:
    """Return the addresses of the media and embeds of an entry, verbatim and in order."""
    return [block.url for block in entry.body if isinstance(block, Media | Embed) and block.url]


def minted(name: BlogId, blog: LiveBlog, ids: list[str], reserved: Collection[str] = ()) -> list[str]:
    """Return the ids of a blog's entries under its `name`: `ids`, and where these are empty new ones, not `reserved`.

    Equal seeds are told apart by their ordinal, counted from the oldest entry, so that a repeated text published
    later does not take the id of the earlier one. Few seeds come again: only of these is the last ordinal kept.
    """
    found = [*ids]
    taken = {*ids, *reserved}
    ordinals: dict[str, int] = {}
    start, prefix = f"{_ORIGIN}\n{name.uri}", f"{name.uri}#"
    for position in positions(blog.entries, blog.order):
        if found[position]:
            continue
        own = "\n".join((start, *seed(blog.entries[position])))
        new = prefix + _local(f"{own}\n1")
        while new in taken:
            ordinals[own] = ordinal = ordinals.get(own, 1) + 1
            new = prefix + _local(f"{own}\n{ordinal}")
        taken.add(new)
        found[position] = new
    return found


def _repeated_native_ids(blog: LiveBlog) -> list[Note]:
    """Note each native id that an entry without an id shares with another: it is not trusted.

    The others were noted in their time.
    """
    new = {entry.native_id for entry in blog.entries if not entry.id} - {None}
    seen = Counter(entry.native_id for entry in blog.entries if entry.native_id) if new else {}
    return [
        Note(code="duplicate-native-id", text=f"{count} entries share the native id {native!r}")
        for native, count in seen.items()
        if count > 1 and native in new
    ]


def _with_notes(blog: LiveBlog, notes: list[Note], **changes: Any) -> LiveBlog:
    """Return the blog with `changes`, and with notes in its capture; a blog made by hand has none and needs none."""
    if notes and blog.capture is not None:
        changes["capture"] = evolve(blog.capture, notes=(*blog.capture.notes, *notes))
    return evolve(blog, **changes) if changes else blog


def derive_blog_id(blog: LiveBlog) -> BlogId:
    """Return a blog id derived from the blog's own facts.

    With the URL of a page on a named host: a `tag:` URI (RFC 4151) of host, first day and slug. Without: a
    `urn:uuid:` of version 5 over the folded title or introduction and the first day, so the same pasted text gets
    the same name everywhere.
    """
    from uuid import UUID, uuid5

    from .slugs import host_and_slug

    days = blog.days()
    day = days[0].isoformat() if days else ""
    host, slug = host_and_slug(blog.url or "")
    if host and day:
        return BlogId(f"tag:{host},{day}:{slug}")
    head = blog.title or "\n".join(block.text for block in blog.introduction if block.text) or _first_words(blog)
    return BlogId(f"urn:uuid:{uuid5(UUID(PASTED_TEXT), f'{fold(head)}{chr(10)}{day}')}")


def _first_words(blog: LiveBlog) -> str:
    """Return the headline, else the text, of the oldest entry that has either; empty without one."""
    for entry in blog.chronological():
        if entry.headline or entry.text:
            return entry.headline or entry.text
    return ""


def identify(blog: LiveBlog) -> LiveBlog:
    """Return `blog` with a blog id and an id for every entry: given ids are kept, missing ones minted.

    Raises `ModelError` for what is no blog, and when a given id does not follow the grammar, or is of another blog.
    """
    check_blog(blog)
    blog = _with_blog_id(blog)
    if all(entry.id for entry in blog.entries):
        return blog
    named = zip(blog.entries, minted(BlogId(blog.id), blog, [entry.id for entry in blog.entries]), strict=True)
    entries = [entry if entry.id else entry.named(new) for entry, new in named]
    return _with_notes(blog, _repeated_native_ids(blog), entries=entries)


def check_blog(value: object) -> None:
    """Demand a blog, of callers who may have a path or a text."""
    if not isinstance(value, LiveBlog):
        raise ModelError(
            instead(value, "a blog is"), remedy="give a LiveBlog: read() makes one of a path, parse() of a text"
        )


def _with_blog_id(blog: LiveBlog) -> LiveBlog:
    """Return `blog` with an id of its own; raise `ModelError` for an entry's that is no id of an entry of it."""
    if not blog.id:
        name = derive_blog_id(blog)
        note = Note(
            code="blog-id-derived",
            text=f"the id {name} was made from the page's address, title or introduction and first day: it changes "
            "with them, and a blog that shares them shares it; give id= (--id) to keep it",
        )
        blog = _with_notes(blog, [note], id=name.uri)
    name = BlogId(blog.id)
    for index, entry in enumerate(blog.entries):
        if entry.id and not name.owns(entry.id):
            EntryId.parse(entry.id)  # raises what is wrong with it, where something is
            raise ModelError(
                f"the id {entry.id!r} is of another blog than {blog.id!r}",
                f"LiveBlog.entries[{index}].id",
                "give both ids, or neither",
            )
    return blog

"""Minting: the first and only time that an identifier is made from content.

An entry id is minted once and looked up ever after. What it is made from here only has to be the same for two
people who import the same text for the same blog, so that they get the same ids without knowing of each other.
"""

import hashlib
import re
import unicodedata
import uuid
from collections import Counter
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from attrs import evolve

from ..model import Entry, LiveBlog, Note
from .identifiers import BETANUMERIC, LOCAL_LENGTH, BlogId, EntryId, check_character

# Names minted from pasted text live in this UUID namespace (RFC 9562 5.5); it is part of the specification.
PASTED_TEXT = uuid.UUID("1f0c3b52-6d0e-5a83-9c5e-4a2f8f6f7a10")

_QUOTES = dict.fromkeys(map(ord, "‘’‚‛′`´ʼ＇"), "'") | dict.fromkeys(map(ord, "“”„‟″«»‹›＂"), '"')
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), None)
_FOLD = _QUOTES | _DASHES | _INVISIBLE
_BLANKS = re.compile(r"\s+")


def fold(text: str) -> str:
    """Return `text` as matching sees it: NFKC, no case, plain quotes, dashes and single blanks.

    For matching only, never for a citation: a citation is bound to verbatim bytes.
    """
    if text.isascii():
        return _BLANKS.sub(" ", text).strip().lower()
    plain = unicodedata.normalize("NFKC", text.translate(_FOLD)).translate(_FOLD)
    return _BLANKS.sub(" ", unicodedata.normalize("NFKC", plain.casefold())).strip()


def fingerprint(*texts: str | None) -> str:
    """Return the SHA-256, in hexadecimal, of the folded texts that are not empty, one a line."""
    folded = "\n".join(fold(text) for text in texts if text)
    return hashlib.sha256(folded.encode()).hexdigest()


def mint(blog: BlogId, seed: Iterable[str]) -> EntryId:
    """Return the entry id that `seed` gives in `blog`: 11 base-29 digits of a SHA-256, and a check character."""
    text = "\n".join(("liveblog-entry-id/1", blog.uri, *seed))
    number = int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")
    digits = []
    for _ in range(LOCAL_LENGTH):
        number, digit = divmod(number, len(BETANUMERIC))
        digits.append(BETANUMERIC[digit])
    local = "".join(digits)
    return EntryId(blog, local + check_character(local))


def _seed(entry: Entry) -> tuple[str, str]:
    """Return what an entry is minted from: its native id, unique inside its blog, else its folded text."""
    if entry.native_id:
        return "native", entry.native_id
    return "text", fingerprint(entry.headline, entry.text)


def mint_entries(blog: LiveBlog) -> LiveBlog:
    """Return `blog` with an id for every entry that has none; `blog.id` must be set.

    Equal seeds are told apart by their ordinal, counted from the oldest entry, so that a repeated text published
    later does not take the id of the earlier one. A native id that stands twice is noted, not trusted.
    """
    name = BlogId(blog.id)
    taken = {entry.id for entry in blog.entries if entry.id}
    ordinals: Counter[tuple[str, str]] = Counter()
    minted: dict[int, str] = {}
    for entry in blog.chronological():
        if entry.id:
            continue
        seed = _seed(entry)
        while True:
            ordinals[seed] += 1
            new = str(mint(name, (*seed, str(ordinals[seed]))))
            if new not in taken:
                break
        taken.add(new)
        minted[id(entry)] = new
    entries = tuple(evolve(e, id=minted[id(e)]) if id(e) in minted else e for e in blog.entries)
    return _with_notes(evolve(blog, entries=entries), _repeated_native_ids(blog))


def _repeated_native_ids(blog: LiveBlog) -> list[Note]:
    seen = Counter(entry.native_id for entry in blog.entries if entry.native_id)
    return [
        Note(code="duplicate-native-id", text=f"{count} entries share the native id {native!r}")
        for native, count in seen.items()
        if count > 1
    ]


def _with_notes(blog: LiveBlog, notes: list[Note]) -> LiveBlog:
    """Add notes to the capture; a blog made by hand has none and needs none."""
    if not notes or blog.capture is None:
        return blog
    return evolve(blog, capture=evolve(blog.capture, notes=(*blog.capture.notes, *notes)))


def derive_blog_id(blog: LiveBlog) -> BlogId:
    """Return a blog id made from what the blog says of itself.

    With a page URL: a `tag:` URI (RFC 4151) of host, first day and slug. Without: a `urn:uuid:` of version 5 over
    the folded title or introduction and the first day, so the same pasted text gets the same name everywhere.
    """
    days = blog.days()
    day = days[0].isoformat() if days else ""
    parts = urlsplit(blog.url) if blog.url else None
    if parts is not None and parts.hostname and day:
        slug = quote(parts.path.rstrip("/").rpartition("/")[2].rsplit(".", 1)[0], safe="-._~") or "live"
        return BlogId(f"tag:{parts.hostname},{day}:{slug}")
    head = blog.title or "\n".join(block.text for block in blog.introduction) or _first_words(blog)
    return BlogId(f"urn:uuid:{uuid.uuid5(PASTED_TEXT, f'{fold(head)}{chr(10)}{day}')}")


def _first_words(blog: LiveBlog) -> str:
    """Return the oldest entry's headline or text: all that a text without title and introduction has."""
    for entry in blog.chronological():
        if entry.headline or entry.text:
            return entry.headline or entry.text
    return ""


def identify(blog: LiveBlog) -> LiveBlog:
    """Return `blog` with a blog id and an id for every entry: given ids are kept, missing ones minted.

    Raises `ModelError` when a given id does not follow the grammar.
    """
    if not blog.id:
        name = derive_blog_id(blog)
        note = Note(
            code="blog-id-derived",
            text=f"the id {name} was made from the page's address, title or introduction and first day, and changes "
            "with them; give id= to keep it",
        )
        blog = _with_notes(evolve(blog, id=name.uri), [note])
    for entry in blog.entries:
        if entry.id:
            EntryId.parse(entry.id)
    return mint_entries(blog)

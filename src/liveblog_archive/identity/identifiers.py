"""Identifiers as value types: what they look like, how they are parsed and printed.

The grammar in short; docs/explanation/identifiers.md gives it in full, as a specification::

    blog-id    = scheme ":" 1*uri-char                ; RFC 3986 and 3987, without "#"
    entry-id   = blog-id "#" 11betanumeric check
    version-id = %s"ni:///sha-256;" 43base64url       ; RFC 6920, without padding

>>> EntryId.parse("tag:example.org,2021-11-16:border-clashes#43xsc59pt1p9").blog
BlogId('tag:example.org,2021-11-16:border-clashes')
>>> str(VersionId(bytes(32)))
'ni:///sha-256;AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
"""

import base64
import hashlib
import re
from binascii import b2a_base64
from functools import lru_cache
from itertools import count
from operator import mul

from attrs import frozen

from ..errors import ModelError
from ..model import checks

BETANUMERIC = "0123456789bcdfghjkmnpqrstvwxz"  # no vowels, no l, no y: no words, nothing misread
_VALUES = bytes.maketrans(BETANUMERIC.encode(), bytes(range(len(BETANUMERIC))))
LOCAL_LENGTH = 11

# RFC 3987 2.2 `ucschar`, without its blanks and without the direction marks that 4.1 forbids.
_BEYOND_ASCII = (
    "\u00a1-\u061b\u061d-\u167f\u1681-\u1fff\u200b-\u200d\u2010-\u2027\u2030-\u205e\u2060-\u2065\u206a-\u2fff"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U000e1000-\U000efffd"
) + "".join(f"{chr(plane << 16)}-{chr(plane << 16 | 0xFFFD)}" for plane in range(1, 14))
# RFC 3986 4.3: a scheme, then everything that a URI may hold but "#", which begins a fragment.
_BLOG_ID = r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?@!$&'()*+,;=\[\]-]|%[0-9A-Fa-f]{2})+"
# Compiled by the first id that is not of ASCII: that takes longer than to import this module.
_BLOG_IRI = _BLOG_ID.replace("[A-Za-z0-9._", f"[{_BEYOND_ASCII}A-Za-z0-9._")
_LOCAL = re.compile(f"[{BETANUMERIC}]{{{LOCAL_LENGTH + 1}}}")
_SAFE = bytes.maketrans(b"+/", b"-_")  # RFC 4648 5
_VERSION = re.compile(r"ni:///sha-256;([A-Za-z0-9_-]{43})")


def check_character(local: str) -> str:
    """Return the check character of betanumeric characters, as the Nice Opaque Identifier rules (NOID) compute it.

    The sum of each character's value times its position, from 1, modulo 29. As 29 is prime and longer than the
    string, every single wrong character and every swap of two different ones is found.

    >>> check_character("43xsc59pt1p")
    '9'
    """
    values = local.encode().translate(_VALUES)
    return BETANUMERIC[sum(map(mul, values, count(1))) % len(BETANUMERIC)]


def _is_blog_id(uri: str) -> bool:
    return re.fullmatch(_BLOG_ID if uri.isascii() else _BLOG_IRI, uri) is not None


@frozen(repr=False, order=True)
class BlogId:
    """The name of a live blog: an absolute URI without fragment, given by the caller or derived."""

    uri: str

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.uri, str) or not _is_blog_id(self.uri):
            raise ModelError(
                f"not a blog id: {self.uri!r}",
                "LiveBlog.id",
                "give an absolute URI without fragment or blanks, such as tag:example.org,2021-11-16:border-clashes",
            )

    def owns(self, entry_id: str) -> bool:
        """Tell whether `entry_id` is that of an entry of this blog: what `EntryId.parse` says, without its value."""
        blog, _, local = entry_id.partition("#")
        return blog == self.uri and _LOCAL.fullmatch(local) is not None and check_character(local[:-1]) == local[-1]

    def __str__(self) -> str:
        return self.uri

    def __repr__(self) -> str:
        return f"BlogId({self.uri!r})"


@frozen(repr=False, order=True)
class EntryId:
    """The name of an entry, minted once: its blog's id, `#`, 11 betanumeric characters and a check character."""

    blog: BlogId
    local: str

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.blog, BlogId):
            raise ModelError(f"expected BlogId, got {type(self.blog).__name__}", "Entry.id", "give a BlogId")
        if not isinstance(self.local, str) or not _LOCAL.fullmatch(self.local):
            raise ModelError(f"not an entry id: {self.local!r}", "Entry.id", "give all 12 characters after the #")
        if check_character(self.local[:-1]) != self.local[-1]:
            raise ModelError(
                f"the check character of {self.local!r} does not fit", "Entry.id", "look for a mistyped character"
            )

    @classmethod
    def parse(cls, text: str) -> "EntryId":
        """Return the entry id that `text` spells; raise `ModelError` when it spells none."""
        checks.text("Entry.id", text)
        return _entry_id(text)

    def __str__(self) -> str:
        return f"{self.blog}#{self.local}"

    def __repr__(self) -> str:
        return f"EntryId.parse({str(self)!r})"


@lru_cache(maxsize=4096)  # whoever goes through captures meets the same entries in each of them
def _entry_id(text: str) -> EntryId:
    blog, separator, local = text.partition("#")
    if not separator:
        raise ModelError(f"not an entry id: {text!r}", "Entry.id", "give the blog id, # and 12 characters")
    return EntryId(BlogId(blog), local)


@frozen(repr=False, order=True)
class VersionId:
    """What an entry or a snapshot said: the SHA-256 of its canonical bytes, named as RFC 6920 names digests."""

    digest: bytes

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.digest, bytes) or len(self.digest) != 32:
            raise ModelError("not a SHA-256 digest", "version", "give 32 bytes")

    @classmethod
    def of(cls, content: bytes) -> "VersionId":
        """Return the version id of canonical bytes."""
        made = cls.__new__(cls)
        _put_digest(made, hashlib.sha256(content).digest())  # which needs no check
        return made

    @classmethod
    def parse(cls, text: str) -> "VersionId":
        """Return the version id of a `ni:` URI or of 64 hexadecimal digits; raise `ModelError` for anything else."""
        checks.text("version", text)
        if match := _VERSION.fullmatch(text):
            found = cls(base64.urlsafe_b64decode(match[1] + "="))
            if str(found) == text:  # the last character carries two unused bits, which must be zero
                return found
        elif re.fullmatch(r"[0-9a-f]{64}", text):
            return cls(bytes.fromhex(text))
        raise ModelError(f"not a version id: {text!r}", "version", "give ni:///sha-256;… or 64 hexadecimal digits")

    @property
    def hex(self) -> str:
        """The 64 hexadecimal digits that `sha256sum` prints."""
        return self.digest.hex()

    @property
    def short(self) -> str:
        """The first 12 hexadecimal digits: what people are shown."""
        return self.digest[:6].hex()

    def __str__(self) -> str:
        name = b2a_base64(self.digest, newline=False).translate(_SAFE, b"=")  # RFC 6920: without padding
        return f"ni:///sha-256;{name.decode()}"

    def __repr__(self) -> str:
        return f"VersionId.parse({str(self)!r})"


_put_digest = vars(VersionId)["digest"].__set__

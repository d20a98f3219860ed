"""Where everything of a site stands, and what it is called: addresses that no other blog can change."""

import hashlib
import re
import unicodedata
from datetime import datetime
from urllib.parse import urlsplit

from attrs import field, frozen

from ..archive import Version
from ..errors import ExportError
from ..model import checks

BLOGS = "blogs/"  # the folder of all blogs
_NAME_LENGTH = 48


def slug(blog_id: str) -> str:
    """Return the folder of a blog: what is readable of its id, and eight digits of its digest.

    It depends on the id alone, so that a blog that is added never moves another.

    >>> slug("tag:example.org,2026:strait-storm")
    'strait-storm-30dc050d'
    """
    last = re.split(r"[:/?]+", blog_id.rstrip("/"))[-1]
    plain = unicodedata.normalize("NFKD", last).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_NAME_LENGTH].rstrip("-")
    digest = hashlib.sha256(blog_id.encode()).hexdigest()[:8]
    return f"{words}-{digest}" if words else digest


def _base(url: object) -> str:
    text = str(url or "")
    if text and not _is_address(text):
        raise ExportError(
            f"{text!r} is not the address of a site", "url", "give one such as https://example.org/live/"
        )
    return text if not text or text.endswith("/") else f"{text}/"


def _is_address(text: str) -> bool:
    """Tell whether a text is a whole address on the web without query and fragment, as pages can stand below it."""
    try:
        parts = urlsplit(text)
        known = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that are no address, and a port that is none
        return False
    return known and not parts.query and not parts.fragment and text.isprintable() and " " not in text


def _title(text: object) -> str:
    checks.text("title", text, empty=False)
    return str(text)


@frozen(kw_only=True)
class Plan:
    """What a site is told: its `title`, and its address `url` (empty where that is not known).

    With an address it has a sitemap, and its pages say what they are canonical for. Raises `ModelError` for a title
    that is no text or empty, `ExportError` for an address that is none.
    """

    title: str = field(default="Live blogs", converter=_title)
    url: str = field(default="", converter=_base)

    @property
    def root(self) -> str:
        """The path of the site on its server, for the page that stands in for those that are not there."""
        return urlsplit(self.url).path or "/"

    def absolute(self, path: str) -> str | None:
        """Return the address of a file of the site, where that is known; a folder's is that of its index."""
        return f"{self.url}{path.removesuffix('index.html')}" if self.url else None


@frozen(kw_only=True)
class Shown:
    """What the pages around a blog need to know of it.

    `captures` are the addresses and versions of its captures, `formats` the addresses and names of its other formats,
    `missing` the files of those that cannot hold it, each with the reason, `digests` the SHA-256 of those that are
    there, `pages` the addresses of all its pages with the time of the last change, where that is known.
    """

    id: str
    folder: str
    title: str
    publisher: str
    covers: str
    language: str
    entries: int
    captures: tuple[tuple[str, Version], ...]
    digests: tuple[tuple[str, str], ...]
    formats: tuple[tuple[str, str], ...]
    missing: tuple[tuple[str, str], ...]
    pages: tuple[tuple[str, datetime | None], ...]

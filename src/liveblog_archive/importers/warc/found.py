"""What is found in a web archive: pages, revisits of pages, and that a page has moved."""

import re
from typing import NamedTuple

# Words of media types: of what may be a page, and of what some servers send JSON as.
MARKED = ("html", "json", "xml")
_MAYBE_JSON = ("text/plain", "javascript")
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([^\s;\"']+)", re.IGNORECASE)  # RFC 9110 8.3.1


class Page(NamedTuple):
    """A response of a crawl: its address, when it came, its bytes as a browser had them, and its stated digest.

    `names` are what a revisit may call it by; `charset` is the label of the encoding that a page of HTML was sent in.
    `cut` tells why a page is not all there, empty where it is.
    """

    url: str
    date: str
    payload: bytes
    digest: str
    names: tuple[str, ...] = ()
    charset: str = ""
    cut: str = ""


class Revisit(NamedTuple):
    """A response that was not stored, for the crawler had it (ISO 28500 6.7); `names` of it are the surest first.

    `unchanged` tells that the server said that it is the one before (304, Not Modified).
    """

    url: str
    date: str
    digest: str
    names: tuple[str, ...]
    unchanged: bool = False


class Redirect(NamedTuple):
    """The answer of a server that a page has moved for good (301 and 308, RFC 9110 15.4), and where to."""

    url: str
    date: str
    target: str
    status: str


Found = Page | Revisit | Redirect


def may_be_page(kind: str) -> bool:
    """Tell whether a media type is that of what may be a page, or data of one."""
    return any(word in kind.lower() for word in (*MARKED, *_MAYBE_JSON))


def charset_in(kind: str) -> str:
    """Return the label of the encoding that a media type of HTML states; empty where it states none."""
    label = _CHARSET.search(kind) if "html" in kind.lower() else None
    return label[1] if label else ""

"""Addresses that a reader may safely follow: the one rule of every format that has links.

`http`, `https` and `mailto` lead to a page or a letter, in capitals too. Whatever else a source gives for an address,
such as `javascript:`, `data:`, `ftp:` or a path, is kept as text or data, and nothing leads to it.
"""

import re
from functools import lru_cache
from urllib.parse import quote

# RFC 3986 3.2.2: a host that a browser can take, and not the forms that are read in more than one way.
_WEB = re.compile(r"(https?)://([^\s/?#@\\]+)([/?#].*)?", re.IGNORECASE | re.DOTALL)
_HOST = re.compile(r"(?!-)[\w-]+(?:\.[\w-]+)*\.?(?::[0-9]{1,5})?|\[[0-9A-Fa-f:]{2,39}\](?::[0-9]{1,5})?")
_MAIL = re.compile(r"mailto:[A-Za-z0-9.!#$&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.IGNORECASE)
# RFC 3986 2: what stands in no address after its host, and percent signs that encode nothing.
_FOREIGN = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~:/?!$&'()*+,;=@%]+")


@lru_cache(maxsize=8)  # a briefing asks for each word of a link, one after the other
def followable(url: str | None) -> str | None:
    """Return the address as a link may have it, in ASCII (RFC 3986); None for one that nothing may lead to.

    Whatever stands in it and is no part of an address is percent-encoded, so that a quotation mark or a blank in it
    means nothing.

    >>> followable("HTTPS://bücher.example/a b"), followable("javascript:alert(1)")
    ('https://b%C3%BCcher.example/a%20b', None)
    """
    if not url:
        return None
    match = _WEB.fullmatch(url.strip())
    if match is None or not _HOST.fullmatch(match[2]):
        return url if _MAIL.fullmatch(url) else None
    path, sign, fragment = (match[3] or "").partition("#")
    end = f"{sign}{_encoded(fragment)}" if fragment else ""
    return f"{match[1].lower()}://{quote(match[2], safe='[:]')}{_encoded(path)}{end}"


def _encoded(text: str) -> str:
    return _FOREIGN.sub(lambda found: quote(found[0], safe=""), text)

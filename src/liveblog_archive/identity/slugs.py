"""Slugs: what the address of a page tells of which live blog it shows.

docs/explanation/identifiers.md specifies them, under "Blog id": a test holds the two to each other. The last segment
of the path that tells anything is the slug. Where that alone could be the slug of another blog of the same site, as
in `/match-a/live` and `live.php?id=1`, a digest of path and query is added.
"""

import hashlib
import re
import unicodedata
from urllib.parse import SplitResult, quote, unquote, unquote_to_bytes, urlsplit

from .identifiers import BETANUMERIC

_DIGITS = 8

# RFC 4151 2.1 `DNSname`: the authorities that a tag: URI can name.
_DNS_LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_DNS_NAME = re.compile(rf"{_DNS_LABEL}(?:\.{_DNS_LABEL})*")

# What web archives put before the address of a page that they show: their own, and a time to the second.
_REPLAY = re.compile(r"\Ahttps?://[^?#]*/[0-9]{14}(?:[a-z]{2}_)?/(?=https?://)", re.IGNORECASE)

# An ending such as `.html`, and what AMP puts before or in place of it.
_SUFFIX = re.compile(r"\.[A-Za-z]{1,5}\Z")
_AMP_SUFFIX = re.compile(r"\.amp\Z", re.IGNORECASE)
_ENDS_AS_AMP = re.compile(r"\.amp(?:\.[a-z]{1,5})?\Z", re.IGNORECASE)

# Segments that name a form or a part of a page, no page of its own: the first anywhere, the others at the end.
ANYWHERE = frozenset({"amp"})
AT_THE_END = frozenset({"default", "index", "print"})
_PAGE = re.compile(r"(?:page|seite)[-/]?[0-9]+\Z")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Segments that pages of many blogs end with.
GENERIC = _words(
    """
    article blog breaking-news coverage direct directo diretta en-direct en-directo en-vivo home latest latest-news
    latest-updates live live-blog live-coverage live-news live-report live-reporting live-text live-ticker live-update
    live-updates liveblog livecoverage livenews livetext liveticker liveupdates main minute-by-minute news newsticker
    post show story ticker update updates view
    """
)
_NUMBER = re.compile(r"[0-9]{1,4}")

# Parameters that say where a reader came from, or which part or form of a page to show; these do the latter.
TRACKING = _words(
    """
    _ga amp campaign cmp cmpid dclid fbclid filterkeyevents gclid gclsrc igshid ito mc_cid mc_eid msclkid ocid
    outputtype pinned_post_locator ref ref_src referrer share smid smtyp source src twclid xtor yclid
    """
)
FORMS = frozenset({"amp", "filterkeyevents", "outputtype", "pinned_post_locator"})
TRACKING_PREFIXES = ("at_", "mtm_", "ns_", "pk_", "utm_", "wt_")
PAGING = ("limit", "offset", "page", "paged", "pageno", "pagenum", "pagenumber", "pg", "seite", "start")
_PLACE = re.compile(rf"(?:{'|'.join(PAGING)})=[0-9]+|page=with:block-.*|post=asset:.*", re.DOTALL)


def host_and_slug(url: str) -> tuple[str, str]:
    """Return a page's host in ASCII, and the slug that its path and query give; no host where it has no DNS name.

    User name, password, port and fragment are not looked at.
    """
    parts = _parts(url)
    if parts is None:  # such as half an IPv6 address: an address that is none names no authority
        return "", ""
    host = ".".join(map(_ascii_label, (parts.hostname or "").rstrip(".").split(".")))
    return (host if _DNS_NAME.fullmatch(host) else ""), _slug(parts.path, parts.query)


def _parts(url: str) -> SplitResult | None:
    """Return the parts of the address of a page, of one that a web archive shows those it had; None of no address."""
    try:
        return urlsplit(_REPLAY.sub("", url))
    except ValueError:
        return None


def _ascii_label(label: str) -> str:
    """Return a label of a host name as the DNS carries it (RFC 5890 A-label)."""
    if label.isascii():
        return label
    return "xn--" + unicodedata.normalize("NFC", label).encode("punycode").decode("ascii")


def _slug(path: str, query: str) -> str:
    segments = page_segments(path)
    told = segments[:]
    while told and _is_generic(told[-1]):
        told.pop()
    name = told[-1] if told else "live"
    asked = sorted(parameters(query))
    if len(told) == len(segments) and not asked:
        return name
    address = "/" + "/".join(segments) + ("?" + "&".join(asked) if asked else "")
    return f"{name}-{_digest(address)}"


def page_segments(path: str) -> list[str]:
    """Return the segments of a path without suffixes, and without those that only name a form or a part of a page.

    Addresses of one page are alike in them and in their `parameters`, whatever part or form of it they show.
    """
    found = _stripped(path)
    while found and (ends := _ends_of_form(found)):
        del found[-ends:]
    return found


def _stripped(path: str) -> list[str]:
    stripped = (_AMP_SUFFIX.sub("", _SUFFIX.sub("", segment)) for segment in path.split("/"))
    return [_encoded(segment) for segment in stripped if segment and segment.lower() not in ANYWHERE]


def _ends_of_form(segments: list[str]) -> int:
    """Return how many of the last segments only say which form or part of a page to show."""
    if segments[-1].lower() in AT_THE_END or _PAGE.match(segments[-1].lower()):
        return 1
    return 2 if _PAGE.match("/".join(segments[-2:]).lower()) else 0


def _is_generic(segment: str) -> bool:
    return segment.lower().replace("_", "-") in GENERIC or _NUMBER.fullmatch(segment) is not None


def parameters(query: str) -> list[str]:
    """Return the parameters of a query that may say which page it is, as `name=value` in percent-encoding."""
    found = []
    for part in filter(None, query.split("&")):
        name, _, value = part.partition("=")
        known = name.lower()
        if not _is_tracking(known) and not _PLACE.fullmatch(f"{known}={unquote(value)}"):
            found.append(f"{_encoded(name)}={_encoded(value)}")
    return found


def shown_at(url: str) -> str:
    """Return what an address shows: host, path and query, without what only says where a reader came from.

    Addresses of one page are alike in it; those of two parts or forms of a page are not.
    """
    parts = _parts(url)
    if parts is None:
        return url
    asked = [part.partition("=") for part in filter(None, parts.query.split("&"))]
    kept = sorted(
        f"{_encoded(name)}={_encoded(value)}"
        for name, _, value in asked
        if name.lower() in FORMS or not _is_tracking(name.lower())
    )
    query = f"?{'&'.join(kept)}" if kept else ""
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}{query}"


def shows_part(url: str) -> bool:
    """Tell whether an address names a part or a form of a page, such as its second page or its key events alone."""
    parts = _parts(url)
    if parts is None:
        return False
    asked = [part.partition("=") for part in parts.query.split("&")]
    segments = _stripped(parts.path)
    return (
        any(one.lower() in ANYWHERE or _ENDS_AS_AMP.search(one) for one in parts.path.split("/"))
        or (segments != [] and _ends_of_form(segments) > 0)
        or any(
            name.lower() in FORMS or _PLACE.fullmatch(f"{name.lower()}={unquote(value)}") for name, _, value in asked
        )
    )


def _is_tracking(name: str) -> bool:
    return name in TRACKING or name.startswith(TRACKING_PREFIXES)


def _encoded(text: str) -> str:
    """Return a text with every octet but RFC 3986's `unreserved` percent-encoded, whatever was encoded before."""
    return quote(unquote_to_bytes(text), safe="")


def _digest(address: str) -> str:
    number = int.from_bytes(hashlib.sha256(address.encode()).digest(), "big")
    return "".join(BETANUMERIC[number // len(BETANUMERIC) ** power % len(BETANUMERIC)] for power in range(_DIGITS))

"""Who saved a page, and what they wrote into it: where they met it, when, and what they added to it.

Programs that save pages, and archives of the web, say so in a comment, a script or a line of their own, which are no
words of the page. Where one copy was made of another, the first counts: it shows the page as it was then.
"""

import html
import re
from datetime import datetime
from typing import NamedTuple

from lxml import etree

from .. import stamps
from ..captured import memento
from ..markup.tree import select

_HEAD, _END = 2**16, 2**12  # characters at the beginning and the end of a page that are looked at
_TODAY = r"https?://archive\.(?:fo|is|li|md|ph|today|vn)"
# Each with the address and the time that it was met at, in forms that `stamps` reads, as far as they are stated.
_FORMS = (
    ("the Wayback Machine", r"__wm\.wombat\(\s*[\"'](?P<url>[^\"'\s]+)[\"'],\s*[\"'](?P<when>\d{14})[\"']"),
    ("the Wayback Machine", r"id=[\"']?wm-ipp-print[^>]{0,99}>\s*The Wayback Machine - (?P<url>https?://[^\s<]+)"),
    ("the Wayback Machine", r"FILE ARCHIVED ON (?P<when>[\d:]+ \w{3} \d\d?, \d{4}) AND RETRIEVED FROM"),
    ("the Wayback Machine", r"id=[\"']?wmtbURL[^>]{0,99}? value=[\"'](?P<url>[^\"'\s]+)"),
    ("archive.today", rf"<link rel=[\"']?canonical[\"']? href=[\"']?(?P<url>{_TODAY}/[\d.-]+/[^\"'\s>]+)"),
    ("SingleFile", r"<!--\s*Page saved with SingleFile\s+url: (?P<url>\S+)(?:\s+saved date: (?P<when>[^\n(]+))?"),
    (
        "HTTrack, which does not tell http from https,",
        r"<!-- Mirrored from (?P<url>\S+) by HTTrack[^\n]{0,99}?, (?P<when>\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT) -->",
    ),
    ("Google's cache", r"cache of <a href=\"(?P<url>[^\"]+)\".{0,400}?page as it appeared on (?P<when>[\w :]+? GMT)"),
    ("a browser", r"<!-- saved from url=\(\d{4}\)(?P<url>\S+?)\s*-->"),
    ("Firefox's reader view", r"<a class=\"[^\"]*reader-domain[^\"]*\" href=\"(?P<url>[^\"]+)\""),
)
_COMPILED = tuple((by, re.compile(form, re.DOTALL)) for by, form in _FORMS)
# An address, which HTTrack writes without its scheme.
_ADDRESS = re.compile(r"(https?://)?([^\s/:?#]+\.[^\s/:?#]+(?::\d+)?(?:[/?#]\S*)?)", re.IGNORECASE)
# As JavaScript prints a time, and as the Wayback Machine does.
_SCRIPT_TIME = re.compile(r"\w{3} (\w{3}) (\d\d) (\d{4}) ([\d:]{8}) GMT([+-]\d{4})")
_WAYBACK_TIME = re.compile(r"([\d:]+) (\w{3}) (\d\d?), (\d{4})")
# What archives of the web put above and below a page.
_ADDED = (
    "//*[starts-with(@id, 'wm-ipp') or @id='donato' or contains(@id, 'google-cache-hdr')] | //single-file-infobar"
)
_OF_TODAY = re.compile(rf"{_TODAY}/o/\w+/(?=https?://)")
# A line of a page's source, as browsers show it.
_VIEWED = re.compile(r"<td class=\"line-content\">(.*?)</td>", re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")


class Saved(NamedTuple):
    """Who saved a page, at which address it was met and when; None where they do not say."""

    by: str
    url: str | None
    when: datetime | None

    @property
    def is_mirrored(self) -> bool:
        """Whether the page is one of a site that was mirrored, whose links were made to lead to files."""
        return self.by.startswith("HTTrack")


def source_of(text: str) -> str:
    """Return the source of a page, also where a browser saved the view of it, in which it is words."""
    lines = _VIEWED.findall(text) if 'class="line-number"' in text[:_HEAD] else ()
    return "\n".join(html.unescape(_TAGS.sub("", line)) for line in lines) or text


def saved(text: str) -> Saved | None:
    """Return what whoever saved a page says of it; None where nobody says anything."""
    looked_at = text if len(text) <= _HEAD + _END else text[:_HEAD] + text[-_END:]
    copy: Saved | None = None
    for by, form in _COMPILED:
        if (copy is None or copy.by == by) and (found := form.search(looked_at)):
            told = found.groupdict()
            url, when = memento(_url(told.get("url")))
            when = when or _time(told.get("when"))
            copy = copy._replace(url=copy.url or url, when=copy.when or when) if copy else Saved(by, url, when)
    return copy


def _url(said: str | None) -> str | None:
    """Return an address that is stated, with a scheme; None for what is none of a page on the web."""
    found = _ADDRESS.fullmatch(said or "")
    return f"{found[1] or 'https://'}{found[2]}" if found else None


def _time(said: str | None) -> datetime | None:
    plain = _SCRIPT_TIME.sub(r"\2 \1 \3 \4 \5", (said or "").strip())
    plain = _WAYBACK_TIME.sub(r"\3 \2 \4 \1 GMT", plain)
    return stamps.instant(f"{plain}Z" if plain.isdecimal() else plain)


def as_it_was(text: str, copy: Saved | None) -> str:
    """Return a page with the addresses in it that it had before an archive of the web led them to its own copies."""
    if copy is None or copy.when is None:
        return text
    if copy.by == "archive.today":
        return _OF_TODAY.sub("", text)
    stamp = f"{copy.when:%Y%m%d%H%M%S}"
    if stamp not in text:
        return text
    host = r"(?:(?:https?:)?\\?/\\?/[\w.-]+)?"
    return re.sub(rf"{host}\\?/(?:web|wayback)\\?/{stamp}(?:[a-z]{{2}}_)?\\?/(?=https?:|mailto:|\\?/\\?/)", "", text)


def without_additions(root: etree._Element, copy: Saved | None) -> None:
    """Take out of a page what an archive of the web added to it."""
    if copy is None:
        return
    for part in select(root, _ADDED):
        part.clear(keep_tail=True)
    body, contents = root.find("body"), select(root, "body//*[@id='CONTENT']")
    if copy.by == "archive.today" and body is not None and contents:  # all else there, and in the head, is of it
        for part in select(root, "head/meta | head/link"):
            part.clear(keep_tail=True)
        root.attrib.pop("itemscope", None)
        contents[0].tail = body.text = None
        body[:] = contents[:1]

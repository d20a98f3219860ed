"""Tags and entities that stand in text, because somebody escaped once too often."""

import html
import re

_INLINE = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span "
    "strike strong sub sup time tt u var wbr img"
)
_BLOCK = (
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe embed object legend li main menu nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul video audio picture source script style noscript svg"
)
BLOCK_NAMES = frozenset(_BLOCK.split())
SHOWN = frozenset({"figure", "img", "picture", "video", "audio", "iframe", "amp-img"})  # and not read, as text is
_NAMES = "|".join(sorted(f"{_INLINE} {_BLOCK}".split(), key=lambda name: (-len(name), name))) + "|amp-[a-z0-9-]+"
# A tag of HTML, so that "a < b" and "<name>" stay text.
TAG = re.compile(rf"<(?:/?(?P<name>{_NAMES})(?:\s[^<>]*|/)?>|!--)", re.IGNORECASE)
_ESCAPED_TAG = re.compile(rf"&lt;(?P<tag>/?(?:{_NAMES})(?:\s(?:(?!&[lg]t;)[^<>])*|/)?)&gt;", re.IGNORECASE)
_REFERENCE = r"(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_ENTITY = re.compile(f"&{_REFERENCE}")
_TWICE_ESCAPED = re.compile(f"&(?:amp;)+(?={_REFERENCE})")
_VERBATIM = re.compile(r"<(?:code|pre|samp|kbd)\b", re.IGNORECASE)
_LONE = re.compile("[\ud800-\udfff]")


def unescaped(markup: str) -> str:
    """Return HTML whose tags and entities were escaped twice as it was before; code shows its tags on purpose."""
    if "&" not in markup or _VERBATIM.search(markup):
        return markup
    return _ESCAPED_TAG.sub(r"<\g<tag>>", _TWICE_ESCAPED.sub("&", markup))


def unmarked(text: str) -> str:
    """Return the text of a parsed page without the entities and tags that its readers saw by mistake."""
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    if "<" in text:
        text = TAG.sub(lambda match: " " if (match["name"] or "p").lower() in BLOCK_NAMES else "", text)
    return text


def well_formed(text: str) -> str:
    """Return `text` with U+FFFD for each lone surrogate, which JSON can spell and no text can hold."""
    return text if text.isascii() else _LONE.sub("\ufffd", text)

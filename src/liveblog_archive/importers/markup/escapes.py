"""Tags and entities that stand in text: which of them are markup, and which were escaped once too often.

What a reader saw is kept: a tag that was escaped inside a body is part of its text, as in `the &lt;script&gt; tag`.
Only a body that was escaped as a whole is read as what it was before.
"""

import html
import re

from .names import BLOCKS, INLINE

# HTML standard 13.1.2.4: elements whose end is left out, or that have none.
_ENDLESS = "p li dt dd tr td th br hr wbr img"
_NEED_NO_END = frozenset(f"{_ENDLESS} embed input source".split())
_CUSTOM = "[a-z][a-z0-9]*(?:-[a-z0-9]+)+"  # HTML standard 4.13.3, such as poll-widget
_NAMES = "|".join(sorted(INLINE | BLOCKS, key=lambda name: (-len(name), name))) + f"|{_CUSTOM}"
# A tag of HTML, so that "a < b" and "<name>" stay text.
_TAG = re.compile(rf"<(?P<end>/?)(?P<name>{_NAMES})(?P<more>\s[^<>]*|/)?>", re.IGNORECASE)
_ATTRIBUTE = r"\s+[\w:.@-]+\s*="
# What no prose holds: an end, an attribute, or a tag that needs no end. "a <b and c> d" may be any text.
_MARKUP = re.compile(
    rf"</(?:{_NAMES})\s*>|<(?:{_NAMES})(?:{_ATTRIBUTE}[^<>]*|\s?/)>|<(?:{_ENDLESS.replace(' ', '|')})\s*>",
    re.IGNORECASE,
)
_UNSEEN = frozenset({"script", "style"})  # a whole body of these alone, without attributes, is what people wrote
_CONTENT = re.compile(r"(?!</)\S")  # right behind a tag
_CDATA = ("<![CDATA[", "]]>")
_REFERENCE = r"(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_ENTITY = re.compile(f"&{_REFERENCE}")
_TWICE_ESCAPED = re.compile(f"&(?:amp;)+(?={_REFERENCE})")
_TIMES_ESCAPED = 3  # more than any software was seen to do
_VERBATIM = re.compile(r"<(?:code|pre|samp|kbd)\b", re.IGNORECASE)
_LONE = re.compile("[\ud800-\udfff]")


def is_markup(text: str) -> bool:
    """Tell whether a body is HTML: it has a comment, or a tag that nobody writes in plain text."""
    return "<" in text and (_MARKUP.search(text) is not None or _has_comment(text))


def _has_comment(text: str) -> bool:
    start = text.find("<!--")
    return start >= 0 and text.find("-->", start) >= 0


def unescaped(markup: str) -> str:
    """Return a body as it was before it was escaped as a whole, or wrapped in CDATA; so are entities in its text."""
    bare = markup.strip()
    if bare.startswith(_CDATA[0]) and bare.endswith(_CDATA[1]):
        markup = bare.removeprefix(_CDATA[0]).removesuffix(_CDATA[1])
    if "&" not in markup or _VERBATIM.search(markup):  # code shows its tags on purpose
        return markup
    text = markup
    for _ in range(0 if is_markup(markup) else _TIMES_ESCAPED):
        text = resolved(text)
        if _is_whole(text):
            return text
    return _TWICE_ESCAPED.sub("&", markup)


def _is_whole(text: str) -> bool:
    """Tell whether a text was markup, and not words about it, before it was escaped."""
    tags = [*_TAG.finditer(text)]
    return _is_complete(text, tags) or _is_torn(text, tags)


def _is_complete(text: str, tags: list[re.Match[str]]) -> bool:
    """Tell whether a text is markup from its first to its last character, each element with its end."""
    open_names: list[str] = []
    for tag in tags:
        name = tag["name"].lower()
        if name in _NEED_NO_END:
            continue
        if not tag["end"]:
            open_names.append(name)
        elif not open_names or open_names.pop() != name:
            return False
    if open_names or not tags:
        return False
    if any(re.match(_ATTRIBUTE, tag["more"] or "") for tag in tags):
        return True
    is_seen = any(tag["name"].lower() not in _UNSEEN for tag in tags)
    return is_seen and not text[: tags[0].start()].strip() and not text[tags[-1].end() :].strip() and "</" in text


def _is_torn(text: str, tags: list[re.Match[str]]) -> bool:
    """Tell whether tags enclose words without a blank, as in markup that is cut off or has words around it.

    At the beginning a block tag says so, or a pair of any other; elsewhere a pair of block tags, or beside a line
    break any tag. "<b> and </b> mark words", and "Bold ends with <b>x</b>", are about tags.
    """
    beginning = len(text) - len(text.lstrip())
    has_break = any(tag["name"].lower() == "br" for tag in tags)
    opened: set[str] = set()
    for tag in tags:
        name, is_first = tag["name"].lower(), tag.start() == beginning
        if tag["end"]:
            if name in opened and not text[tag.start() - 1].isspace():
                return True
        elif _CONTENT.match(text, tag.end()) and name not in _UNSEEN:
            is_sure = is_first if name in BLOCKS else has_break
            if is_sure:
                return True
            if is_first or name in BLOCKS:
                opened.add(name)
    return False


def resolved(text: str) -> str:
    """Return a text with its entities as the characters that they stand for."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


def untagged(text: str) -> str:
    """Return the words of HTML that cannot be read as such."""
    return _TAG.sub(lambda match: " " if match["name"].lower() in BLOCKS else "", text)


def well_formed(text: str) -> str:
    """Return `text` with U+FFFD for each lone surrogate, which JSON can spell and no text can hold."""
    return text if text.isascii() else _LONE.sub("\ufffd", text)

"""One element of a page that shows an entry: its time, headline and author, and the body without them.

What stands above and below the text is told apart by what it is: a printed time, a heading, a name that is known or
marked as an author's, a control. Everything else is body, for a reader saw it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from attrs import Factory, define
from lxml import etree

from ...model import Agent, Link, Moment, Paragraph
from ...zones import Zone
from .. import markup
from ..markup.classes import ClassPattern, is_unseen
from ..markup.embeds import address
from ..markup.escapes import BLOCK_NAMES
from ..text.shape import ends_like_a_sentence, is_headline_like
from .find import key, own_id
from .marked import instant, stated
from .printed import LONGEST, Printed, PrintedReader, is_relative, says_updated
from .update import Update

_TIMES = frozenset({"time", "amp-timeago"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# What is text, or shown beside it, and is never taken apart here.
_BODY = frozenset(
    [
        "blockquote",
        "figure",
        "table",
        "pre",
        "ul",
        "ol",
        "dl",
        "img",
        "picture",
        "video",
        "audio",
        "iframe",
        "amp-img",
    ]
)
_SKIPPED = frozenset(
    ["script", "style", "template", "noscript", "svg", "button", "form", "meta", "link", "amp-social-share"]
)
_SHARING = re.compile(
    r"javascript:|mailto:|whatsapp:|https?://(?:[a-z]+\.)?(?:facebook\.com/(?:sharer|dialog)|twitter\.com/(?:intent|share)|"
    r"x\.com/(?:intent|share)|linkedin\.com/share|t\.me/share|api\.whatsapp\.com|wa\.me|pinterest\.com/pin/create|"
    r"reddit\.com/submit)",
    re.IGNORECASE,
)
_CONTROL = ClassPattern(r"(?:^|[\s_-])(?:share|sharing|social|avatar|reactions|toolbar)(?:$|[\s_-])")
_TIME_CLASS = ClassPattern(r"(?:^|[\s_-])(?:time|date|timestamp|clock|hour)(?:$|[\s_-])")
_AUTHOR = ClassPattern(r"author|byline|(?:^|[\s_-])by(?:$|[\s_-])|writer|reporter|contributor")
_TITLE = ClassPattern(r"(?:^|[\s_-])(?:title|headline|ttl|heading)(?:$|[\s_-])")
_KEY = ClassPattern(r"(?:^|[\s_-])(?:is-key-event|key-event|keyevent|key|highlight(?:ed)?)(?:$|[\s_-])")
_PINNED = ClassPattern(r"(?:^|[\s_-])(?:is-)?(?:pinned|sticky)(?:$|[\s_-])")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s(?:[a-z]{1,3}|[^\W\d_][\w.'’-]*)){1,4}")
# "By Ada Example", "From the Harbour News’ Ada Example", "Von Ada Example".
_BY = re.compile(r"(?:by|from|von|par|por|di|door|av|af)\s+(?:[^\s]+['’]s?\s+)?", re.IGNORECASE)
_SORTED = "data-sort-time"
_CHANGES = ("data-last-modified-time", "data-update-time", "data-updated", "data-modified")
# "2h" beside an instant is how long ago that was; without one it is a time of day in French.
_HOURS = re.compile(r"\d+\s?h")
_SET_OFF = re.compile(r"\A[|·:–—-]+\s+")
_LONGEST_HEADLINE = 300
_LONGEST_KICKER = 30
_MOST_WORDS_BESIDE = 24  # characters

Kind = Literal["time", "heading", "text", "block", "raw"]


class Part:
    """A piece of an entry's element in reading order; `element` can be left out of the body, raw text cannot."""

    __slots__ = ("_text", "element", "kind")

    def __init__(self, kind: Kind, element: etree._Element, text: str | None = None) -> None:
        self.kind = kind
        self.element = element
        self._text = text

    @property
    def text(self) -> str:
        """The words of it; of most parts nobody asks."""
        if self._text is None:
            self._text = _whole_text(self.element)
        return self._text


@define
class _Found:
    """What the head and foot of an element have told so far."""

    without: list[etree._Element] = Factory(list)
    printed: Printed | None = None
    published: Moment | None = None
    modified: Moment | None = None
    headline: str | None = None
    authors: list[str] = Factory(list)


class ElementReader:
    """Reads the elements of one page; `names` are authors that its data knows, `zone` is that of its clocks."""

    def __init__(
        self, base: str | None, page: str | None, times: PrintedReader, names: Iterable[str], zone: Zone | None
    ) -> None:
        self._base = base
        self._page = page
        self._times = times
        self._zone = zone
        self._names = {_folded(name) for name in names}

    def read(self, element: etree._Element, known: Update | None = None) -> Update:
        """Return what `element` shows; `known` is what the data says of the same entry."""
        found = _Found()
        parts = list(_parts(element, found.without))
        rest = self._head(parts, found, _folded(known.headline) if known and known.headline else None)
        self._foot(parts[rest:], found)
        body = markup.element_blocks(element, self._base, found.without)
        update = Update(
            native_id=name if (name := own_id(element)) else None,
            headline=found.headline,
            blocks=body.blocks,
            unkept=body.unkept,
            printed=found.printed,
            published=found.published or stated(element, self._zone) or instant(element.get(_SORTED)),
            modified=found.modified or next(filter(None, (instant(element.get(name)) for name in _CHANGES)), None),
            authors=[Agent(name=name) for name in dict.fromkeys(found.authors)],
            key_event=_KEY.fits(element),
            pinned=_PINNED.fits(element),
            status="deleted" if element.get("data-tombstone") is not None else "published",
            order_key=element.get(_SORTED),
            element=element,
            place=_place(element),
        )
        if known is None or known.url is None:
            update.url = self._permalink(element, update.native_id)
        if update.printed is None:
            self._label_in_text(update)
        if known is None and update.published is None:
            update.published = self._stated(element)
        if known is None and update.blocks and (update.printed or update.published):
            _tidy(update)
        return update

    def _head(self, parts: list[Part], found: _Found, hint: str | None) -> int:
        """Take what stands above the text; return where in `parts` the text begins."""
        for index, part in enumerate(parts):
            if not part.text or self._takes_time(part, found) or self._takes_words(part, found, hint):
                continue
            after = next((one for one in parts[index + 1 :] if one.text), None)
            if self._takes_day(part, after, found):
                continue
            # A word or two above the headline, such as "Analysis", are no beginning of the text.
            if not (found.headline is None and _is_kicker(part) and after and after.kind == "heading"):
                return index
        return len(parts)

    def _foot(self, parts: list[Part], found: _Found) -> None:
        """Take what stands below the text: when it was changed, and sometimes who wrote it and when."""
        for part in reversed(parts):
            if part.kind == "raw":
                return
            if part.text and (
                part.kind in ("heading", "block")
                or not (self._takes_time(part, found) or self._takes_author(part, found))
            ):
                return

    def _takes_time(self, part: Part, found: _Found) -> bool:
        if part.kind not in ("time", "text", "heading") or len(part.text) > LONGEST:
            return False
        printed = self._times.read(part.text)
        stated = self._stated(part.element) if part.kind == "time" or printed or is_relative(part.text) else None
        if printed is None and stated is None and part.kind != "time" and not is_relative(part.text):
            # The day stands beside a time that was taken: that has it.
            known = found.published or found.printed
            if known and part.kind == "text" and self._times.is_day(part.text):
                found.without.append(part.element)
                return True
            return False
        if stated and _HOURS.fullmatch(part.text):
            printed = None
        about = f"{part.text} {part.element.get('title') or ''} {part.element.get('class') or ''}"
        above = part.element.getparent()
        if says_updated(about) or (above is not None and _UPDATED_CLASS.fits(above)):
            found.modified = found.modified or stated
        else:
            found.printed = found.printed or printed
            found.published = found.published or stated
        found.without.append(part.element)
        return True

    def _stated(self, element: etree._Element) -> Moment | None:
        """Return the instant that an element or a part of it states, if there is one."""
        return next((moment for part in element.iter(etree.Element) if (moment := stated(part, self._zone))), None)

    def _takes_day(self, part: Part, after: Part | None, found: _Found) -> bool:
        """Take the day that stands in front of a time."""
        if part.kind != "text" or after is None or found.printed or found.published or len(part.text) > LONGEST:
            return False
        day = self._times.day(part.text)
        printed = self._times.read(after.text) if day and len(after.text) <= LONGEST else None
        if day is None or printed is None or not self._takes_time(after, found):
            return False
        found.printed = printed.of(day)
        found.without.append(part.element)
        return True

    def _takes_timed_heading(self, part: Part, found: _Found) -> bool:
        """Take a headline and the time that is an element of it."""
        for inner in part.element.iterdescendants(etree.Element):
            text = _whole_text(inner)
            printed = self._times.read(text) if text and len(text) <= LONGEST else None
            if (
                found.printed is None
                and (printed or is_relative(text))
                and (rest := _text_around(part.element, inner))
            ):
                found.printed, found.published = printed, found.published or self._stated(inner)
                found.headline = rest
                found.without.append(part.element)
                return True
        return False

    def _takes_words(self, part: Part, found: _Found, hint: str | None) -> bool:
        """Take a headline or an author above the text."""
        if part.kind not in ("heading", "text") or len(part.text) > _LONGEST_HEADLINE:
            return False
        titled = part.kind == "heading" or _TITLE.fits(part.element) or _folded(part.text) == hint
        if found.headline is None and part.kind == "heading" and self._takes_timed_heading(part, found):
            return True
        if found.headline is None and titled:
            found.headline = part.text
            found.without.append(part.element)
            return True
        return part.kind == "text" and self._takes_author(part, found)

    def _takes_author(self, part: Part, found: _Found) -> bool:
        above = part.element.getparent()
        marked = _AUTHOR.fits(part.element) or part.element.get("rel") == "author"
        marked = marked or bool(above is not None and (_AUTHOR.fits(above) or _portraits(part)))
        known = _folded(part.text) in self._names or part.element.tag in ("mark", "address")
        known = known or bool(_BY.match(part.text))
        name = _BY.sub("", part.text)
        if not (marked or known) or not _NAME.fullmatch(name):
            return False
        found.authors.append(name)
        found.without += [part.element, *_portraits(part)]
        return True

    def _permalink(self, element: etree._Element, name: str | None) -> str | None:
        """Return the address that leads to this very entry: a link to its own id, else the page and its id."""
        if name is None:
            return None
        for link in element.iterfind(".//a[@href]"):
            target = link.get("href") or ""
            url = address(target, self._base)
            if url and "#" in target and key(target.rpartition("#")[2]) == key(name):
                return url
        return f"{self._page.partition('#')[0]}#{name}" if self._page and element.get("id") == name else None

    def _label_in_text(self, update: Update) -> None:
        """Take the time off the headline or the first paragraph, where it stands in front of their words."""
        if update.headline and (split := self._times.split(update.headline)):
            update.printed, update.headline = split
            return
        first = update.blocks[0] if update.blocks else None
        if isinstance(first, Paragraph) and (split := self._times.split(first.text)):
            update.printed = split[0]
            update.blocks[0] = shortened(first, split[1])


def _tidy(update: Update) -> None:
    """Take off the text what set it off from a time before it, and a first line that is a headline."""
    first = update.blocks[0]
    if not isinstance(first, Paragraph):
        return
    update.blocks[0] = first = shortened(first, _SET_OFF.sub("", first.text))
    is_alone = len(update.blocks) > 1 and not first.links and "\n" not in first.text
    if update.headline is None and is_alone and is_headline_like(first.text, words=1):
        update.headline = first.text
        update.blocks = update.blocks[1:]


def shortened(paragraph: Paragraph, rest: str) -> Paragraph:
    """Return the paragraph that ends in `rest` without what stands before that; links keep their words."""
    cut = len(paragraph.text) - len(rest)
    links = [Link(max(0, link.start - cut), link.end - cut, link.url) for link in paragraph.links if link.end > cut]
    return Paragraph(rest, links)


_UPDATED_CLASS = ClassPattern(r"updated|modified")


def _parts(element: etree._Element, controls: list[etree._Element]) -> Iterator[Part]:
    """Yield the pieces of an entry in reading order; controls, such as buttons to share it, go to `controls`."""
    waiting: list[tuple[etree._Element, bool]] = [(child, True) for child in reversed(element)]
    if text := _blank_free(element.text):
        yield Part("raw", element, text)
    while waiting:
        part, opening = waiting.pop()
        if not opening:
            if text := _blank_free(part.tail):
                yield Part("raw", part, text)
            continue
        waiting.append((part, False))
        tag = str(part.tag)
        if tag in _SKIPPED or is_unseen(part):
            continue
        if _is_control(part):
            controls.append(part)
        elif (leaf := _leaf(part)) is not None:
            yield leaf
        else:
            if text := _blank_free(part.text):
                yield Part("raw", part, text)
            waiting += [(child, True) for child in reversed(part)]


def _leaf(element: etree._Element) -> Part | None:
    """Return the piece that an element is as a whole; None for one that is a box around others."""
    tag = str(element.tag)
    kind: Kind | None = None
    if tag in _BODY:
        kind = "block"
    elif tag in _TIMES or _is_about_time(element):
        kind = "time"
    elif tag in _HEADINGS:
        kind = "heading"
    elif not len(element) or tag == "p" or _is_line(element):
        kind = "text"
    return Part(kind, element) if kind else None


def _is_control(element: etree._Element) -> bool:
    """Tell whether an element is there to share the entry, or shows the face of who wrote it."""
    link = element.tag == "a" and bool(_SHARING.match((element.get("href") or "").strip()))
    return link or _CONTROL.fits(element)


def _is_line(element: etree._Element) -> bool:
    """Tell whether an element is a line of text: it has text of its own, and no block or time in it."""
    own = bool(_blank_free(element.text)) or any(_blank_free(child.tail) for child in element)
    return own and not any(
        (child.tag in BLOCK_NAMES and child.tag not in _SKIPPED) or child.tag in _TIMES or _TIME_CLASS.fits(child)
        for child in element.iterdescendants()
    )


def _is_about_time(element: etree._Element) -> bool:
    """Tell whether an element is a line with a time and hardly anything else, as `Updated at 9.18am`."""
    if element.tag != "p" or (found := next(element.iter(*_TIMES), None)) is None:
        return False
    return len(_whole_text(element)) - len(_whole_text(found)) <= _MOST_WORDS_BESIDE


def _whole_text(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _text_around(element: etree._Element, inner: etree._Element) -> str:
    """Return the words of an element but for those of one inside it, and for what sets these off."""
    gone = {*inner.iter()}
    pieces = [
        ("" if part in gone else part.text or "") + " " + ("" if part in gone - {inner} else part.tail or "")
        for part in element.iter(etree.Element)
        if part is not element
    ]
    return " ".join(" ".join([element.text or "", *pieces]).split()).strip(" |·:–—-")


def _blank_free(text: str | None) -> str:
    return " ".join(text.split()) if text else ""


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _is_kicker(part: Part) -> bool:
    return part.kind == "text" and len(part.text) <= _LONGEST_KICKER and not ends_like_a_sentence(part.text)


def _portraits(part: Part) -> list[etree._Element]:
    """Return the pictures of whom a text names that stand beside it."""
    above = part.element.getparent()
    beside = above.iter("img") if above is not None else ()
    return [image for image in beside if (image.get("alt") or "").strip() == part.text]


def _place(element: etree._Element) -> str:
    """Return a path that finds the element: by its id, else from the root."""
    name = element.get("id")
    return f'//*[@id="{name}"]' if name and '"' not in name else str(element.getroottree().getpath(element))

"""A saved page: its tree, and what it says of itself outside of any data."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import dropwhile, islice
from operator import itemgetter
from typing import TypeGuard

from attrs import define, evolve
from lxml import etree

from ...model import Agent, LiveBlog, Moment, Note
from ...zones import Zone, zone
from .. import markup, stamps
from ..markup.classes import ClassPattern, tag_and_class
from ..markup.embeds import address
from ..markup.tree import inside, sentence, spaced, text_inside
from ..options import Options
from ..text.figures import LONGEST as LONGEST_FIGURES
from ..text.shape import has_digit
from .furniture import chrome, mastheads
from .furniture.mending import hide_copies, plain_boxes, plain_headings, with_body
from .labels.crediting import names_of, of_authors, set_off, without_by
from .labels.printed import PrintedReader
from .labels.time_elements import printing, stating
from .saving import Saved, as_it_was, saved, source_of, without_additions
from .update import Posting

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_METAS = {
    "og:url": "url",
    "author": "author",
    "og:title": "title",
    "twitter:title": "title",
    "og:description": "description",
    "description": "description",
    "og:site_name": "publisher",
    "article:published_time": "published",
    "article:modified_time": "modified",
    "og:updated_time": "modified",
    "last-modified": "modified",
    "lastmod": "modified",
    "dcterms.modified": "modified",
    "date": "dated",
    "pubdate": "published",
    "publish-date": "published",
    "publication_date": "published",
    "dc.date": "dated",
    "dc.date.issued": "published",
    "dcterms.created": "published",
    "dcterms.date": "dated",
    "parsely-pub-date": "published",
    "sailthru.date": "published",
}
_PROPERTIES = {"datePublished": "published", "dateModified": "modified"}
_OF_SITE = ClassPattern.of_words("site-?(?:title|name|description|branding|logo)|logo")
_COMPACT = re.compile(r"\d{4,8}")  # a year or 20260304, and no count of seconds
_FEW, _LONGEST_NAMES = 8, 80  # texts that name authors, and the characters of one
_FEWEST_TIMES = 3
_HIGHEST = 30  # how far above a time something may stand that has no entries


@define
class Page:
    """A page's tree, the facts of its head (texts as they stand, by name), and its source in small letters.

    `elements` are those of its body in reading order: as long as they are held, lxml makes none of them anew whenever
    it is come by. `times` reads the times that it prints, in the language that the caller gave, else in its own;
    `zone` is that of its clocks, if the caller gave it. `beside` are lists that are known to stand beside its text,
    `named` the authors that its data names; the address among the facts is that of its data, too, if it has one, else
    that which the caller gave, or whoever saved it met it at: `saved`.
    """

    root: etree._Element
    elements: list[etree._Element]
    facts: dict[str, str]
    times: PrintedReader
    zone: Zone | None = None
    source: bytes | None = None
    beside: frozenset[etree._Element] = frozenset()
    named: Sequence[str] = ()
    saved: Saved | None = None

    @classmethod
    def of(cls, data: bytes, options: Options, notes: list[Note]) -> "Page | None":
        """Return the page that bytes are, None where there is no element in them.

        A wrong charset, an end before the end of the source, and a source that was cut, are noted.
        """
        decoded = markup.decode(data, options.encoding, options.where)
        if decoded.doubt:
            notes.append(Note(code="encoding-conflict", text=decoded.doubt))
        source = source_of(decoded.text)
        copy = saved(source)
        tree = markup.parse(with_body(as_it_was(source, copy)))
        if tree.cut:
            notes.append(Note(code="page-cut", text=tree.cut))
        if torn := markup.ends_inside(decoded.text):
            text = f"its source ends inside <{torn}>; its last entry may be torn, and others missing"
            notes.append(Note(code="page-truncated", text=text))
        narrow = not decoded.encoding.lower().startswith(("utf-16", "utf-32", "utf_16", "utf_32"))
        if tree.root is None:
            return None
        without_additions(tree.root, copy)
        if "display" in decoded.text:
            hide_copies(tree.root)
        plain_headings(tree.root)
        plain_boxes(tree.root)
        met_at = options.url or (copy.url if copy else None)
        facts = _facts(tree.root, met_at, copy is not None and copy.is_mirrored)
        times = PrintedReader(options.language or language(facts.get("language")))
        shown_in = zone(options.timezone) if options.timezone else None
        elements = tree.root.findall("body//*")
        return cls(tree.root, elements, facts, times, shown_in, data.lower() if narrow else None, saved=copy)

    def mentions(self, word: str) -> bool:
        """Tell whether the source has `word` anywhere, which a tree need not be searched for where it has not.

        True where letters of the source are wider than a byte, so that this would take as long.
        """
        return self.source is None or word.encode() in self.source

    @cached_property
    def printing(self) -> list[etree._Element]:
        """The elements that print a time, alone or with a name, in reading order."""
        return printing(self.elements, self.times)

    def with_figures(self) -> "Page":
        """Return the page with the times that it prints in four figures, `1832:`, where it hardly prints others."""
        if len(self.printing) >= _FEWEST_TIMES:
            return self
        alike: dict[tuple[str, str], list[str]] = defaultdict(list)
        for part in self.elements:
            if (said := part.text) and len(said) <= LONGEST_FIGURES and has_digit(said) and not len(part):
                alike[tag_and_class(part)].append(said.strip())
        found = [texts for texts in alike.values() if len(texts) >= _FEWEST_TIMES]
        for texts in found:
            self.times.learn_figures(texts)
        return evolve(self) if found else self

    @cached_property
    def stating(self) -> list[etree._Element]:
        """The elements that state when, in reading order."""
        return stating(self.elements, self.zone)

    @cached_property
    def outside(self) -> frozenset[etree._Element]:
        """The parts of the page that stand around its text, and have no entries."""
        return chrome.parts(self.root, self.times) | self.beside | {*self.days_of_reading}

    @cached_property
    def days_of_reading(self) -> list[etree._Element]:
        """The element of the site's masthead that prints the day that the page was read on, if there is one."""
        return mastheads.days_of_reading(self.root, self.times)

    @property
    def most_length(self) -> int:
        """What `length` is at most, which takes far longer to tell: the characters of all that is in its body."""
        return len(self.elements) + sum(len(text_inside(body)) for body in self.root.iterchildren("body"))

    @cached_property
    def length(self) -> int:
        """How many characters the sentences of its text have, without those of the parts that stand around it."""
        around = inside(self.outside)
        return sum(sentence(part) for part in self.elements if part not in around)

    @cached_property
    def lists(self) -> frozenset[etree._Element]:
        """The lines of the page that are lists of links, in its entries or not."""
        return chrome.lists(self.root)

    @cached_property
    def authors(self) -> frozenset[str]:
        """The names that the page calls those of authors, in small letters."""
        pieces = (str(text) for part in of_authors(self.elements) for text in islice(part.itertext(), _FEW))
        lines = (line for text in pieces if len(text) <= _LONGEST_NAMES for line in set_off(text))
        names = (name for line in lines for name in names_of(without_by(line)))
        return frozenset(spaced(name).casefold() for name in (self.facts.get("author", ""), *self.named, *names))

    @property
    def url(self) -> str | None:
        """The address that the page gives itself."""
        return self.facts.get("url")

    @property
    def base(self) -> str | None:
        """The address that relative links are resolved with; those of a mirrored site lead to files beside it."""
        return None if self.saved and self.saved.is_mirrored else self.facts.get("base") or self.url

    @property
    def language(self) -> str | None:
        """The language that the page declares, as BCP 47."""
        return language(self.facts.get("language"))

    @property
    def published(self) -> Moment | None:
        """When the page says it was first published."""
        return _moment(self.facts.get("published"))

    @property
    def modified(self) -> Moment | None:
        """When the page says it was last changed."""
        return _moment(self.facts.get("modified"))

    @property
    def dated(self) -> Moment | None:
        """A date that the page gives itself without saying whether it is that of its beginning or of a change."""
        return _moment(self.facts.get("dated"))

    @property
    def instants(self) -> Iterator[Moment]:
        """The times that the page's `time` elements state, in reading order, and behind them what its imprint states.

        That is the footer of the article: `This was published on 2 July 2014 by Ada Example in Storms`. What else
        stands below all times of day that the page prints tells of other pages.
        """
        times = [(part, moment) for part in self.root.iter("time") if (moment := _moment(part.get("datetime")))]
        own = [(self.is_outside(part), part, moment) for part, moment in times if not self.is_of_others(part)]
        last = self.printing[-1] if own and self.printing else None
        below = {*islice(dropwhile(lambda one: one is not last, self.elements), 1, None)}
        kept = ((is_outside, moment) for is_outside, part, moment in own if is_outside or part not in below)
        return (moment for _, moment in sorted(kept, key=itemgetter(0)))

    def around(self, part: etree._Element) -> Iterator[etree._Element]:
        """Yield the parts without entries that a part of the page is, or stands in."""
        return (one for one in (part, *islice(part.iterancestors(), _HIGHEST)) if one in self.outside)

    def is_of_others(self, part: etree._Element) -> bool:
        """Tell whether a part of the page stands in one that has no entries, and does not tell of these either."""
        return not all(map(is_of_article, self.around(part)))

    def is_outside(self, part: etree._Element) -> bool:
        """Tell whether a part of the page stands in one that has no entries."""
        return any(True for _ in self.around(part))

    @property
    def window(self) -> str | None:
        """The name of the page's window."""
        return markup.line(self.facts.get("window"))

    def blog(self, posting: Posting) -> LiveBlog:
        """Return the blog that posting and page describe, without entries."""
        publisher = markup.line(self.facts.get("publisher"))
        return LiveBlog(
            title=posting.title or self.title,
            description=posting.description or markup.line(self.facts.get("description")),
            language=language(posting.language) or self.language,
            url=self.url,
            publisher=posting.publisher or (Agent(name=publisher, kind="organization") if publisher else None),
            authors=posting.authors,
            coverage_start=posting.coverage_start,
            coverage_end=posting.coverage_end,
        )

    @property
    def title(self) -> str | None:
        """The page's own title: what it tells other sites, its first heading, or the name of its window.

        Forums call every page of theirs by the name of the site, and head it with that of the thread below: that is
        the longest other heading which the window is called by.
        """
        headings = [(part, text) for part in self.root.iter("h1") if (text := markup.text_of(part))]
        first = next((text for part, text in headings if not _is_of_site(part)), None)
        if first is None and headings:
            others = (markup.text_of(part) for part in self.root.iter("h2", "h3"))
            first = max(
                (one for one in others if one and one in (self.window or "")), key=len, default=headings[0][1]
            )
        return markup.line(self.facts.get("title")) or first or self.window


def language(said: str | None) -> str | None:
    """Return a language tag as BCP 47 writes it; None for what is none, such as a name."""
    tag = (said or "").strip().replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else None


def _is_of_site(heading: etree._Element) -> bool:
    """Tell whether a heading, or the box that it stands in, is called the title or the mark of the whole site."""
    return any(_OF_SITE.calls(part) for part in (heading, *islice(heading.iterancestors(), 1)))


def is_of_article(part: etree._Element) -> bool:
    """Tell whether a part of a page is the footer of an article, not of the site, or stands below its title."""
    above = part.getparent()
    if above is None or above.tag != "article":
        return False
    before = part.getprevious()
    is_headed = before is not None and next(before.iter("h1"), None) is not None
    return part.tag == "footer" or (part.tag == "aside" and is_headed)


def _moment(said: str | None) -> Moment | None:
    try:
        return stamps.read(said) if said and not _COMPACT.fullmatch(said) else None
    except ValueError:
        return None


def _facts(root: etree._Element, met_at: str | None, is_mirrored: bool) -> dict[str, str]:
    """Return the facts that a page states of itself; `met_at` is its address, if it states none.

    One that is not absolute is resolved with that, or is none; on a site that was mirrored, it is that of a file.
    """
    facts: dict[str, str] = {}
    urls: list[str] = []
    for name, said in _stated(root):
        if name == "url":
            urls.append(said.strip())
        elif said.strip():
            facts.setdefault(name, said.strip())
    own = next((found for said in urls if is_absolute(found := address(said, None))), None)
    base = address(facts.pop("base", None), own or met_at)
    if is_absolute(base):
        facts["base"] = base
    relative = [] if is_mirrored else urls
    url = own or next(filter(None, (address(said, base or met_at) for said in relative)), met_at)
    if is_absolute(url):
        facts["url"] = url
    return facts


def is_absolute(url: str | None) -> TypeGuard[str]:
    """Tell whether there is an address, and it names its host."""
    return url is not None and "://" in url.partition("?")[0]


def _stated(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield each name and text that the head states, the most trustworthy first."""
    yield "language", root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    of_page: dict[str, list[etree._Element]] = {"link": [], "meta": [], "base": [], "title": []}
    for part in root.iter(*of_page):
        of_page[str(part.tag)].append(part)
    for link in of_page["link"]:
        if "canonical" in (link.get("rel") or "").lower().split():
            yield "url", link.get("href") or ""
    for meta in of_page["meta"]:
        name = (meta.get("property") or meta.get("name") or "").lower()
        if name in _METAS:
            yield _METAS[name], meta.get("content") or ""
    for meta in root.iterfind("head/meta[@itemprop]"):
        if (name := meta.get("itemprop") or "") in _PROPERTIES:
            yield _PROPERTIES[name], meta.get("content") or ""
    for base in of_page["base"]:
        yield "base", base.get("href") or ""
    for title in of_page["title"]:
        yield "window", title.text or ""

"""What a briefing is made of: the blog, and for each entry what is worked out once and printed in several places."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from attrs import evolve

from ...citation import Citer
from ...citation.wording import first_words, isolated, one_line
from ...identity import EntryId, VersionId, snapshot_id, version_id
from ...model import Agent, Bounds, Entry, LiveBlog
from ...overview import Furniture, KeyFacts, Named, Role, caseless, furniture_for, key_facts, named, titled
from ...overview.furniture.direction import is_right_to_left
from ..options import oldest_first
from ..pdf_options import BriefingOptions
from . import bidi
from .changes import Changes
from .design import Style
from .fonts import Fonts
from .look import Look, look
from .tags import Element
from .text import Text
from .tokens import Run

# What stands between the items of a list; it never begins a line.
SEPARATOR = "\u00a0· "
_LONGEST = 160  # characters of a headline in lists
# Makes a text run from right to left that has no letters to tell, such as a time of day (UAX #9, RLM).
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "\u200e", "\u200f"
# Blanks beside punctuation, as French has them.
_PUNCTUATED = re.compile(r"(?<=«) (?=\S)|(?<=\S) (?=[»%:;!?])")
_BLANKS = ("« ", " »", " %", " :", " ;", " !", " ?")  # most texts have none of these, which is found out faster


class Item(NamedTuple):
    """An entry as the briefing prints it: `local` is its id after the `#`, `position` counts from 1 in the source.

    `number` counts from 1 in the order of the briefing. `name` is what stands for the entry in lists, on one line:
    the headline, unless it is very long, else first words.
    """

    entry: Entry
    local: str
    position: int
    number: int
    version: VersionId
    bounds: Bounds
    name: str


class Day(NamedTuple):
    """Entries that follow one another on one calendar day, or without any; `destination` is the name of the place."""

    day: date | None
    destination: str
    continued: bool
    items: tuple[Item, ...]


class Matter(NamedTuple):
    """The blog and those of its entries that are printed, in the order of the briefing.

    `title` is on one line, and made of the introduction where the blog has none. `words` are the words around the
    entries, `facts` what is counted of them, `names` who and what they name, `changes` what happened since an earlier
    capture, if one is given, `indexed` the places in the index, by role and name.
    """

    blog: LiveBlog
    title: str
    options: BriefingOptions
    items: tuple[Item, ...]
    days: tuple[Day, ...]
    snapshot: VersionId
    citer: Citer
    words: Furniture
    facts: KeyFacts
    names: tuple[Named, ...]
    changes: Changes | None
    look: Look
    fonts: Fonts
    indexed: Mapping[tuple[Role, str], str]

    @classmethod
    def of(cls, blog: LiveBlog, entries: Sequence[Entry], options: BriefingOptions, fonts: Fonts) -> "Matter":
        """Work out everything of these entries of `blog`; raise `ModelError` for an id that follows no grammar."""
        versions = [version_id(entry) for entry in blog.entries]
        items = _items(blog, entries, versions, chronological=options.order == "chronological")
        words = furniture_for(blog, options.language)
        names = named(entries)
        return cls(
            blog=blog,
            title=titled(blog, words),
            options=options,
            items=items,
            days=_days(items),
            snapshot=snapshot_id(blog, versions=versions),
            citer=Citer(blog),
            words=words,
            facts=key_facts(blog, entries),
            names=names,
            changes=Changes.between(options.previous, blog) if options.previous is not None else None,
            look=_look(blog, options, words),
            fonts=fonts,
            indexed={(row.role, caseless(row.name)): f"name-{n}" for n, row in enumerate(names, start=1)},
        )

    @property
    def language(self) -> str:
        """The language of the document: the blog's, else that of the words around it."""
        return self.blog.language or self.words.language

    def said(self, here: Element, style: Style, *runs: Run | str, role: str = "P") -> Text:
        """Return words around the blog, in their language and direction, in a new element of `here`."""
        return self.within(child(here, role, self.words.language), style, *runs)

    def within(self, tag: Element | None, style: Style, *runs: Run | str) -> Text:
        """Return words around the blog in an element that may hold others, too, or in none: nobody reads those."""
        return Text(self.fonts, self._sided(style), *self.directed(*runs), tag=tag)

    def told(self, here: Element, style: Style, *runs: Run | str, role: str = "P") -> Text:
        """Return words of the blog, in its language, in a new element of `here`."""
        return Text(self.fonts, style, *map(_bound, runs), tag=child(here, role, self.language))

    def listed(self, here: Element, style: Style, *runs: Run | str) -> Text:
        """Return words of the blog in a list, which all begin on one side, in a new element of `here`."""
        return self.told(here, self._sided(style), *self.directed(*runs))

    def cited(self, here: Element, style: Style, *runs: Run | str) -> Text:
        """Return English words, as those of a citation are, in a new element of `here`."""
        directed = ("\u200e", *runs) if self.words.right_to_left else runs  # whatever they begin with (UAX #9, LRM)
        return Text(self.fonts, style, *directed, tag=child(here, "P", "en"))

    def in_index(self, role: Role, name: str, style: Style, text: str = "") -> Run:
        """Return `text`, or the name itself, as a run that leads to where the index has that name."""
        return Run(text or name, goto=self.indexed.get((role, caseless(one_line(name))), ""), color=style.color)

    def people(
        self, agents: Sequence[Agent], shown: Callable[[Agent], Run], said: Callable[[str], str] = str
    ) -> Iterator[Run]:
        """Yield a list of people, each as `shown` has their name and role, of which `said` says something."""
        *words, rest = self.words.around([agent.shown for agent in agents], said)
        for before, agent in zip(words, agents, strict=True):
            yield Run(before)
            yield shown(agent)
        yield Run(rest)

    def beginning(self, style: Style, text: str) -> Style:
        """Return a style in which `text` begins on the side where pages are read from, whichever way it runs."""
        turned = self.look.sheet.mirrored is not bidi.runs_leftwards(text)
        return evolve(style, align="right") if turned else style

    def _sided(self, style: Style) -> Style:
        """Return a style for what runs as the words around the blog do, which may be against the page."""
        turned = self.look.sheet.mirrored is not self.words.right_to_left
        return evolve(style, align="left" if style.align == "right" else "right") if turned else style

    def apart(self, text: str) -> str:
        """Return what the source printed so that it keeps its own direction among the words around it (UAX #9)."""
        return f"\u2068{text}\u2069" if self.words.right_to_left and text else isolated(text)

    def aside(self, style: Style, *runs: Run | str) -> Text:
        """Return words that nobody reads aloud."""
        return self.within(None, style, *runs)

    def directed(self, *runs: Run | str) -> Sequence[Run | str]:
        """Return runs so that they run as the words around the blog do, whatever they begin with."""
        if self.words.right_to_left:
            return (_RIGHT_TO_LEFT, *runs)
        text = "".join(run if isinstance(run, str) else run.text for run in runs)
        return (_LEFT_TO_RIGHT, *runs) if bidi.runs_leftwards(text) else runs

    def typed_id(self, local: str) -> str:
        """Return `#` and the local id of an entry, the sign before it as it is typed (UAX #9, LRM)."""
        return f"\u200e#{local}" if self.words.right_to_left else f"#{local}"

    def name(self, item: Item) -> str:
        """Return what stands for an entry in lists; of one without any words, that it has none."""
        return item.name or self.words.say("no-text")


def _bound(run: Run | str) -> Run | str:
    """Return a run in which no line breaks before `%`, `:` or `»` and their likes, nor after `«`."""
    text = run if isinstance(run, str) else run.text
    if not any(map(text.__contains__, _BLANKS)):
        return run
    text = _PUNCTUATED.sub("\u00a0", text)
    return text if isinstance(run, str) else run._replace(text=text)


def child(here: Element, role: str, language: str) -> Element:
    """Return a new element of `here`, which names its language where that is another."""
    return here.child(role, lang=language if here.language() != language else "")


def _look(blog: LiveBlog, options: BriefingOptions, words: Furniture) -> Look:
    """Return the look that is asked for; where the language is not known, nobody knows how its words are divided."""
    mirrored = words.right_to_left or (not options.language and is_right_to_left(blog.language or ""))
    found = look(options.paper, options.density, large=options.large_print, mirrored=mirrored)
    if blog.language is None:
        found.block = evolve(found.block, hyphenated=False)
    return found


def _items(
    blog: LiveBlog, entries: Sequence[Entry], versions: Sequence[VersionId], *, chronological: bool
) -> tuple[Item, ...]:
    known = {
        entry.id: (place, version, bounds)
        for place, (entry, version, bounds) in enumerate(
            zip(blog.entries, versions, blog.iter_bounds(), strict=True), start=1
        )
    }
    printed = oldest_first(blog, entries) if chronological else entries
    items = []
    for number, entry in enumerate(printed, start=1):
        place, version, bounds = known[entry.id]
        items.append(Item(entry, EntryId.parse(entry.id).local, place, number, version, bounds, _name(entry)))
    return tuple(items)


def _name(entry: Entry) -> str:
    headline = one_line(entry.headline or "")
    return headline if 0 < len(headline) <= _LONGEST else first_words(headline or entry.text)


def _days(items: Sequence[Item]) -> tuple[Day, ...]:
    """Group neighbours of one day; a day that comes back later gets a group of its own there."""
    days: list[Day] = []
    met: dict[date | None, int] = {}
    for day, group in groupby(items, key=lambda item: item.entry.calendar_day):
        met[day] = met.get(day, 0) + 1
        name = f"day-{day.isoformat() if day else 'unknown'}"
        destination = name if met[day] == 1 else f"{name}-{met[day]}"
        days.append(Day(day, destination, met[day] > 1, tuple(group)))
    return tuple(days)

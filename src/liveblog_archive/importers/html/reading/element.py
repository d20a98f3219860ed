"""One element of a page that shows an entry: its time, headline and author, and the body without them.

What stands above and below the text is told apart by what it is: a printed time, a heading, a name that is known or
marked as an author's, a control. Everything else is body, for a reader saw it.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Set
from itertools import islice

from lxml import etree

from ....model import Moment
from ... import markup
from ...agencies import author
from ...markup import players
from ...markup.captions import says_what_is_shown
from ...markup.classes import ClassPattern
from ...markup.names import SHOWN
from ...markup.tree import line_apart, line_inside, spaced
from ...page_words import says_pinned
from ...text.said_dates import says_updated
from ...text.shape import ends_like_a_sentence, has_digit
from ..data.ids import own_id, path_of, permalink
from ..labels.bylines import Byline, Portraits, byline, card, line_byline, says_role
from ..labels.crediting import LONGEST as LONGEST_CREDIT
from ..labels.crediting import credited, starts_with_by
from ..labels.distances import is_relative
from ..labels.flags import KEY, PINNED, says_key
from ..labels.headlines import is_titled, line_in_bold
from ..labels.printed import LONGEST
from ..labels.time_elements import (
    changed,
    instant,
    is_quoted,
    is_unclear,
    line_of_time,
    stated,
    titled,
)
from ..page import Page
from ..update import Update
from .found import Found
from .openings import take_label, tidy
from .parts import LONGEST_KICKER, Part, introduces_time, is_count, line_of_counts, parts, text_around
from .posts import posts
from .signatures import names_in_columns, signatures

_APART = "|·•–—-/ "  # sets a time off from another beside it
_SORTED = "data-sort-time"
_HOURS = re.compile(r"\d+\s?h")  # how long ago, beside an instant; without one it is a time of day in French
_UNITS = frozenset({"Uhr", "uhr", "UHR", "uur", "heures", "hrs", "klo"})
_LONGEST_HEADLINE = 300


class ElementReader:
    """Reads the elements of one page; `names` are authors that are known, in small letters.

    `controls` has all these elements, each with the boxes in it that are no text, such as those of controls.
    """

    def __init__(
        self, page: Page, names: Set[str], controls: Mapping[etree._Element, Collection[etree._Element]]
    ) -> None:
        self._base = page.base
        self._page = page.url
        self._times = page.times
        self._zone = page.zone
        self._names = names
        self._controls = controls
        self._signed = signatures(controls, page.times)
        self._portraits = Portraits()

    def read(self, element: etree._Element, known: Update | None = None) -> Update:
        """Return what `element` shows; `known` is what the data says of the same entry."""
        own = stated(element, self._zone)
        told = frozenset(_comparable(author.name) for author in known.authors) if known else frozenset()
        found = Found(element, [*self._controls[element]], own=own, told=told)
        self._takes_set_apart(found)
        quoted = posts(element, self._times, found.without)
        pieces = list(parts(element, found.without, self._names, quoted.keys(), self._times))
        rest = self._head(pieces, found, _comparable(known.headline) if known and known.headline else None)
        found.without += [part.element for part in pieces[:rest] if part.is_kicker and found.is_told(part.text)]
        self._foot(pieces[rest:], found)
        self._middle(pieces[rest:], found)
        body = markup.element_blocks(element, self._base, found.without, quoted)
        labels = [line_inside(part) for part in self._controls[element]]
        update = Update(
            native_id=own_id(element),
            headline=found.headline,
            blocks=body.blocks,
            unkept=body.unkept,
            printed=found.printed,
            unclear=found.unclear,
            published=found.published or own or instant(element.get(_SORTED)),
            modified=found.modified or changed(element),
            authors=[author(name, role=found.roles.get(name)) for name in dict.fromkeys(found.authors)],
            key_event=found.key_event or KEY.fits(element) or any(map(says_key, labels)),
            pinned=found.pinned or PINNED.fits(element) or any(map(says_pinned, labels)),
            status="deleted" if element.get("data-tombstone") is not None else "published",
            order_key=element.get(_SORTED),
            element=element,
            left=" ".join(labels),
            place=path_of(element),
        )
        if known is None or known.url is None:
            update.url = permalink(element, update.native_id, self._page, self._base)
        if update.printed is None:
            take_label(update, self._times)
        if known is None and not found.published:
            update.printed = update.printed or found.updated  # the only time there is
        if known is None and update.published is None:
            update.published = self._instant_in(element)
        if known is None and update.blocks and not found.named:
            tidy(update, has_own_line=_has_own_line(pieces[rest:], found))
        return update

    def _head(self, parts: list[Part], found: Found, hint: str | None) -> int:
        """Take what stands above the text; return where in `parts` the text begins."""
        for index, part in enumerate(parts):
            if (part.kind == "block" and _is_shown(part.element)) or says_what_is_shown(part.element):
                continue  # a picture above the headline, and its caption
            if part.kind == "text" and part.text and not part.has_letters:
                found.without.append(part.element)  # a dash where others have the time
                continue
            if not (text := part.text) or self._takes_time(part, found):
                continue
            if ("@" in text and found.takes_account(part)) or self._takes_words(part, found, hint):
                continue
            if len(text) > LONGEST:
                return index  # no day, and no word above the text, is as long
            after = next((one for one in parts[index + 1 :] if one.has_letters), None)
            if self._takes_day(part, after, found) or self._takes_flag(part, after, found):
                continue
            if self._takes_unclear(part, parts[index + 1 :], found) or found.takes_owner(part, after):
                continue
            # A word or two above the headline or the time, such as "Analysis", are no beginning of the text.
            if not part.is_kicker or not self._is_headed(parts[index + 1 :], found):
                return index
        return len(parts)

    def _is_headed(self, parts: Iterable[Part], found: Found) -> bool:
        """Tell whether a headline or a time is in `parts` before any text of more than a word or two."""
        for part in parts:
            if part.text and self._heads(part, found):
                return True
            if part.text and not (part.is_kicker or part.kind == "byline"):
                return False
        return False

    def _heads(self, part: Part, found: Found) -> bool:
        """Tell whether a part is a headline or a time, and there is none yet."""
        if part.kind == "heading" or (part.kind == "text" and is_titled(part.element)):
            return found.headline is None
        return self._is_time(part) and not (found.printed or found.published)

    def _middle(self, parts: list[Part], found: Found) -> None:
        """Take the one time among the text of an element that has none above and below it."""
        if found.printed or found.published:
            return
        timed = [part for part in parts if part.kind in ("time", "text") and self._is_time(part)]
        if len(timed) == 1:
            self._takes_time(timed[0], found, above=True)

    def _is_time(self, part: Part) -> bool:
        short = len(part.text) <= LONGEST if part.kind == "time" else self._times.read(part.text)
        behind = len(part.text) <= LONGEST_KICKER and titled(part.element, self._times)
        return bool(short or behind or credited(part.text, self._times))

    def _foot(self, parts: list[Part], found: Found) -> None:
        """Take what stands below the text: when it was changed, and sometimes who wrote it and when."""
        for part in reversed(parts):
            if part.kind in ("heading", "block") and part.has_words:
                return
            if not part.text:
                continue
            if part.kind == "text" and part is not parts[-1] and not part.text.strip(_APART):
                found.without.append(part.element)  # a dot between who wrote it and when
                continue
            is_taken = part.kind != "raw" and (
                self._takes_time(part, found, above=True) or self._takes_author(part, found)
            )
            if not (is_taken or is_count(part.text)):
                return

    def _takes_time(self, part: Part, found: Found, *, above: bool = False) -> bool:
        """Take a time, or what is beside one: behind it, or `above` it where entries end with theirs."""
        if part.kind not in ("time", "text", "heading"):
            return False
        said = line_of_time(part.element, self._times) if part.kind == "time" else part.text
        if part.kind == "text" and len(part.element):
            said = self._line(part)
        if found.signed is not None and part.element in found.signed.iterancestors():
            said = text_around(part.element, found.signed)
        text, change = self._times.split_change(said.strip(_APART))
        text = text.rstrip(_APART) if change else text
        if len(text) > LONGEST or credited(text, self._times):
            return self._takes_credit(part, text, change, found)
        printed = self._times.read(text)
        has_time = found.published or found.printed or found.own
        is_said = part.kind == "heading" or (part.kind == "text" and (has_time or ends_like_a_sentence(text)))
        if is_said and printed and not self._times.says_only_when(text):
            return False  # `The hearing goes on at 10am.`, and `Deadline: 10am` beside the time of the entry
        is_timed = part.kind == "time" or printed is not None or is_relative(text)
        stated = self._instant_in(part.element) if is_timed else None
        if stated is None and len(text) <= LONGEST_KICKER and (printed is None or _HOURS.fullmatch(text)):
            printed = titled(part.element, self._times) or printed
        if not (is_timed or printed):
            return self._takes_what_is_beside(part, text, found, above)
        if stated and _HOURS.fullmatch(text):
            printed = None
        about = f"{text} {part.element.get('title') or ''}"
        around = (part.element, *islice(part.element.iterancestors(), 1))
        if says_updated(about) or any(map(_UPDATED_CLASS.fits, around)):
            found.modified = found.modified or stated or (Moment(text=text) if printed else None)
            found.updated = found.updated or printed
        elif found.has_other_time(printed, stated, is_above=not above):
            return not above  # it stays where it is
        else:
            found.printed = found.printed or printed
            found.published = found.published or stated
        if change is not None:
            found.modified = found.modified or Moment(text=change)
        found.without.append(line_of_counts(part.element, found.entry, found.without))
        return True

    def _takes_what_is_beside(self, part: Part, text: str, found: Found, above: bool) -> bool:
        """Take the day, or what the clock counts, that stands behind or `above` a time that was taken."""
        if part.kind != "text" or not (found.published or found.printed or found.own):
            return False
        day = self._times.day_beside(text)
        if day is None and text not in _UNITS:
            return False
        if day is not None and found.printed is not None and found.published is None:
            found.printed = found.printed.of(day, text, behind=not above)
        found.without.append(part.element)
        return True

    def _line(self, part: Part) -> str:
        """Return the words of a part, with bars between its elements where these set off a name, or a change."""
        said = part.text
        if len(said) > LONGEST_CREDIT or not has_digit(said) or credited(said, self._times):
            return said
        line = line_apart(part.element)
        first, change = self._times.split_change(line)
        is_apart = change is not None and self._times.read(first.rstrip(_APART))
        return line if is_apart or credited(first, self._times, self._names) else said

    def _takes_credit(self, part: Part, text: str, change: str | None, found: Found) -> bool:
        """Take a line whose `text` says both who wrote the entry and when, and the time of a change behind it."""
        if found.printed or len(text) > LONGEST_CREDIT:
            return False
        credit = credited(text, self._times, self._names)
        if credit is None:  # a name that nothing else tells to be one stays, and the time counts
            loose = credited(part.text, self._times) if part.kind == "text" else None
            found.printed = loose.printed if loose else None
            found.named = found.printed is not None
            return found.named
        stated = self._instant_in(part.element)
        if credit.printed is None and stated is None:
            return False
        found.printed = credit.printed
        found.published = found.published or stated
        found.modified = found.modified or (Moment(text=change) if change else None)
        found.takes_authors(credit, [part.element, *self._portraits.beside(part.element, credit.names)])
        return True

    def _instant_in(self, element: etree._Element) -> Moment | None:
        """Return the instant that an element or a part of it states, if there is one."""
        for part in element.iter(etree.Element):
            if (moment := stated(part, self._zone)) and not is_quoted(part):
                return moment
        return None

    def _takes_day(self, part: Part, after: Part | None, found: Found) -> bool:
        """Take the day that stands in front of a time."""
        if part.kind != "text" or after is None or found.printed or found.published or len(part.text) > LONGEST:
            return False
        day = self._times.day_beside(part.text)
        printed = self._times.read(after.text) if day else None
        if day is None or printed is None or not self._takes_time(after, found):
            return False
        found.printed = printed.of(day, part.text)
        found.without.append(part.element)
        return True

    def _takes_unclear(self, part: Part, behind: Iterable[Part], found: Found) -> bool:
        """Take what stands in the place of a time that nobody knows, where the entry has none."""
        if part.kind != "text" or not is_unclear(part.element, part.text):
            return False
        if found.published or found.printed or found.own or any(map(self._is_time, behind)):
            return False
        found.unclear = part.text
        found.without.append(part.element)
        return True

    def _takes_timed_heading(self, part: Part, found: Found) -> bool:
        """Take a headline and the time that is an element of it, maybe twice, where the entry has none yet."""
        inner = part.element.iterdescendants(etree.Element) if found.printed is None else ()
        said = [(one, line_inside(one)) for one in inner]
        timed = [(one, printed) for one, text in said if (printed := self._times.read(text)) or is_relative(text)]
        if not timed:
            return False
        first, printed = timed[0]
        again = [one for one, other in timed if printed and other and other.clock == printed.clock]
        found.printed, found.published = printed, found.published or self._instant_in(first)
        found.headline = text_around(part.element, first, *again) or None
        found.without.append(part.element)
        return True

    def _takes_words(self, part: Part, found: Found, hint: str | None) -> bool:
        """Take a headline or an author above the text."""
        if part.kind == "byline":
            return self._takes_author(part, found)
        if part.kind not in ("heading", "text") or len(text := part.text) > _LONGEST_HEADLINE:
            return False
        is_heading = part.kind == "heading"
        if found.headline is not None:
            return (not is_heading or starts_with_by(text)) and self._takes_author(part, found)
        if is_heading and len(part.element) and self._takes_timed_heading(part, found):
            return True
        title = line_in_bold(part.element, found.without)
        if title is None and (is_heading or is_titled(part.element) or text.casefold() == hint):
            title = part.element
        if title is None:
            return self._takes_author(part, found)
        found.takes_headline(title, text if title is part.element else line_inside(title))
        return True

    def _takes_flag(self, part: Part, after: Part | None, found: Found) -> bool:
        """Take words that say that an entry is pinned, new, a key event, or published at the time `after` them."""
        is_of_time = after is not None and introduces_time(part.text) and self._is_time(after)
        is_change = says_updated(part.text)  # which they stay with
        if part.kind != "text" or not (found.takes_flag(part.text) or (is_of_time and not is_change)):
            return False
        found.without.append(part.element)
        return True

    def _takes_author(self, part: Part, found: Found) -> bool:
        if part.kind == "byline":
            said = byline(part.element, self._names)
        elif found.authors and part.kind == "text" and says_role(part.element):
            found.roles[found.authors[-1]] = part.text
            found.without.append(part.element)
            return True
        elif _comparable(text := part.text) in found.told:
            said = Byline([text], None)
        else:
            is_shown = bool(self._portraits.beside(part.element, [text]))
            said = line_byline(part.element, text, self._names, is_shown=is_shown)
        if said is None:
            return False
        found.takes_authors(said, [part.element, *self._portraits.beside(part.element, said.names)])
        return True

    def _takes_set_apart(self, found: Found) -> None:
        """Take the authors that a card, a column of a table, or the habit of the page sets apart from the text."""
        found.authors += filter(None, map(card, found.without))
        for cell, names in names_in_columns(found.entry) if found.entry.tag == "tr" else ():
            found.without.append(cell)
            found.authors += names
        if (signed := self._signed.get(found.entry)) is not None:
            found.signed = signed.element
            found.takes_authors(signed.byline, [signed.element, *signed.beside])


_UPDATED_CLASS = ClassPattern(r"updated|modified|last-?update|aktualisier|actualiz|aggiorna|bijgewerkt")


def _has_own_line(text: Iterable[Part], found: Found) -> bool:
    """Tell whether a text begins in a paragraph of its own, below a time that stands elsewhere."""
    first = next((part for part in text if part.text), None)
    return bool(first and first.element.tag == "p" and (found.printed or found.published))


def _is_shown(block: etree._Element) -> bool:
    return block.tag in SHOWN or bool(players.told(block))


def _comparable(text: str) -> str:
    return spaced(text).casefold()

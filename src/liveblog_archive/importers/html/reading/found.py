"""What the head and foot of an element that shows an entry have told so far."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import cast

from attrs import Factory, define
from lxml import etree

from ....model import Moment
from ...markup.tree import line_inside
from ...page_words import says_pinned
from ..labels.bylines import Byline, account
from ..labels.crediting import Credit
from ..labels.flags import flag_in, says_key, says_new
from ..labels.printed import Printed
from .parts import Part, text_around


@define
class Found:
    """What the head and foot of an element have told so far.

    `entry` is the element, `own` the time that its own attributes state, `told` are its authors by the data, in small
    letters, `signed` is what names its author beside it, `unclear` what stands for its time, `named` tells that the
    body begins with a name.
    """

    entry: etree._Element
    without: list[etree._Element] = Factory(list)
    own: Moment | None = None
    told: frozenset[str] = frozenset()
    signed: etree._Element | None = None
    unclear: str | None = None
    printed: Printed | None = None
    updated: Printed | None = None
    published: Moment | None = None
    modified: Moment | None = None
    headline: str | None = None
    authors: list[str] = Factory(list)
    roles: dict[str, str] = Factory(dict)
    pinned: bool = False
    key_event: bool = False
    named: bool = False

    def is_told(self, word: str) -> bool:
        """Tell whether the headline says a word as well, such as the score of a match that stands above it."""
        said = self.headline
        return said is not None and word in said and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said) is not None

    def has_other_time(self, printed: Printed | None, stated: Moment | None, *, is_above: bool) -> bool:
        """Tell whether the entry has a time already, and this is another, such as that of a kick-off.

        Above the text the time that is shown counts before the entry's own; `is_above` is False for one below.
        """
        known = self.published or (None if is_above else self.own)
        if stated and known:
            return _minute(stated) != _minute(known)
        return bool(printed and self.printed and printed.clock != self.printed.clock)

    def takes_authors(self, said: Byline | Credit, without: Iterable[etree._Element]) -> None:
        """Take those who wrote the entry, and what the first of them is; the elements that tell so are no text."""
        self.authors += said.names
        self.roles |= {name: said.role for name in said.names[:1] if said.role}
        self.without += without

    def takes_account(self, part: Part) -> bool:
        """Take the account of the author beside their name, or in its place: `Ada Example @ada@example.org`."""
        name = account(part.text) if part.kind in ("text", "heading") else None
        if name is None:
            return False
        self.authors = self.authors or [name]
        self.without.append(part.element)
        return True

    def takes_owner(self, part: Part, after: Part | None) -> bool:
        """Take the name in front of the account of the author, which is the part `after` it."""
        if (
            self.authors
            or after is None
            or not part.is_kicker
            or after.text[:1] != "@"
            or account(after.text) is None
        ):
            return False
        self.authors.append(part.text)
        self.without.append(part.element)
        return True

    def takes_headline(self, title: etree._Element, text: str) -> None:
        """Take the headline that an element is, `text`, and apart from it the flag that it begins with, if any."""
        flag = flag_in(title) if len(title) else None
        if flag is not None:
            self.takes_flag(line_inside(flag))
            text = text_around(title, flag) or text
        self.headline = text
        self.without.append(title)

    def takes_flag(self, word: str) -> bool:
        """Take a word if it says that an entry is pinned, new, or one of the key events."""
        is_pin, is_key = says_pinned(word), says_key(word)
        self.pinned, self.key_event = self.pinned or is_pin, self.key_event or is_key
        return is_pin or is_key or says_new(word)


def _minute(moment: Moment) -> datetime:
    """Return the minute that an instant is in."""
    return cast("datetime", moment.value).replace(second=0, microsecond=0)

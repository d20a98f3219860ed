"""What no archive should hold, though many files do: e-mail addresses, and what stands in a field by mistake.

A note says of a value that nobody asked for what kind it is, and never what is in it: objects of platforms are full
of e-mail addresses, sessions and privileges. Where a note has to quote a text, its addresses are left out.
"""

import re

from .shapes import Json

# An e-mail address (RFC 5322 3.4) with what may stand around it; `@ada` and `@ada@social.example` are public names,
# and `AC@DC` is no address.
_APART = r"\s<>()\[\],;:/=?&\"|"
_MAIL = re.compile(
    rf"[<(\[\"]?(?:mailto:)?(?<![^{_APART}])[^@{_APART}][^{_APART}]*@[^@{_APART}.]+\.[^{_APART}]+[>)\]\"]?,?",
    re.IGNORECASE,
)
_SHOWN = 80  # characters of a text that a note quotes


def holds_mail(text: str) -> bool:
    """Tell whether an e-mail address stands in a text."""
    return "@" in text and _MAIL.search(text) is not None


def without_mail(text: str, instead: str = "…") -> str:
    """Return a text with something else for each e-mail address in it and the brackets around that."""
    return _MAIL.sub(instead, text) if "@" in text else text


def glimpse(text: str) -> str:
    """Return the beginning of a text, as much as may be quoted of it, without e-mail addresses."""
    return without_mail(text)[:_SHOWN]


def type_name(value: Json) -> str:
    """Return what type a value of JSON has, in words that say nothing else of it."""
    if isinstance(value, bool):
        return "a truth value"
    names: dict[type, str] = {dict: "an object", list: "a list", str: "a text"}
    return names.get(type(value), "a number")

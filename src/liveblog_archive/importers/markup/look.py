"""What only the look of a text says: that words are struck out, and that digits are raised or lowered.

Text alone would say otherwise: `<s>40</s> 14` would be `40 14`, and `10<sup>9</sup>` the number 109. So each struck
letter, digit and sign of a currency gets a stroke (U+0336), and a raised digit is the character that Unicode has for
it. Raised letters are as good as plain ones: `1<sup>er</sup>`, `2<sup>nd</sup>`.
"""

import re
import unicodedata
from collections.abc import Callable

from lxml import etree

from .names import TIMES

STROKE = "\u0336"
_STRUCK = ("s", "strike", "del")
_STRUCK_BY_STYLE = etree.XPath("//*[contains(@style, 'line-through')]")
_RAISED = dict(zip("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻", strict=True))
_LOWERED = dict(zip("0123456789", "₀₁₂₃₄₅₆₇₈₉", strict=True))
_HOUR = re.compile(r"\d\s?[hH]\s?\Z")
_NUMBER = re.compile(r"(?:[+−-](?=\d))?\d+")


def show(root: etree._Element, source: str) -> None:
    """Make the text of a tree say what its look says; `source` is the text that it was parsed from."""
    marked = [*root.iter("sup", "sub", *_STRUCK)]
    for part in marked:
        if part.tag == "sup" and not _is_of_clock(part):
            _change(part, lambda text: _shifted(text, _RAISED))
        elif part.tag == "sub" and _before(part)[-1:].isdecimal():
            _change(part, lambda text: _shifted(text, _LOWERED))
    struck = [part for part in marked if part.tag in _STRUCK]
    struck += _STRUCK_BY_STYLE(root) if "line-through" in source else ()
    known = set(struck)
    for part in dict.fromkeys(struck):
        if known.isdisjoint(part.iterancestors()):
            _change(part, _stroked)
            _set_apart(part)


def _is_of_clock(part: etree._Element) -> bool:
    """Tell whether raised digits are the minutes of a clock: `14 h <sup>05</sup>`."""
    return _HOUR.search(_before(part)) is not None or next(part.iterancestors(*TIMES), None) is not None


def _change(part: etree._Element, change: Callable[[str], str]) -> None:
    for inner in part.iter(etree.Element):
        inner.text = change(inner.text) if inner.text else inner.text
        if inner is not part and inner.tail:
            inner.tail = change(inner.tail)


def _shifted(text: str, forms: dict[str, str]) -> str:
    def form(number: re.Match[str]) -> str:
        plain = (str(unicodedata.decimal(c)) if c.isdecimal() else c for c in number[0])
        return "".join(forms.get(c, c) for c in plain)

    return _NUMBER.sub(form, text)


def _stroked(text: str) -> str:
    return "".join(c + STROKE if c.isalnum() or unicodedata.category(c) == "Sc" else c for c in text)


def _set_apart(part: etree._Element) -> None:
    """Put a blank between struck words and what is written in their place right behind them."""
    text = "".join(part.itertext())
    is_struck = STROKE in text and not text[-1].isspace()
    if is_struck and not _before(part)[-1:].isalnum() and _after(part)[:1].isalnum():
        part.tail = f" {part.tail or ''}"


def _before(part: etree._Element) -> str:
    """Return the text right before an element, of its line."""
    above, beside = part.getparent(), part.getprevious()
    if beside is not None:
        return beside.tail or "".join(beside.itertext())
    return (above.text or "") if above is not None else ""


def _after(part: etree._Element) -> str:
    """Return the text right behind an element, of its line."""
    beside = part.getnext()
    return part.tail or ("" if beside is None else "".join(beside.itertext()))

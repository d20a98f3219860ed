"""One XML element: written as text, or read with every departure from the vocabulary refused by line.

Inside the root names are written bare: its default namespace is theirs.
"""

import re
from collections.abc import Callable, Iterable
from datetime import tzinfo
from typing import Any, TypeAlias, cast

from attrs import frozen
from lxml import etree

from ..errors import ImportFailure, ModelError
from ..model import checks
from . import xml_escapes as escapes

# Minted once, at random: a name that is ours without a domain or a registration (RFC 9562 4, RFC 8141 2.3.3).
NAMESPACE = "urn:uuid:59cd3ab0-4694-4e8c-8531-abc0a32d234b#liveblog"
XML = "http://www.w3.org/XML/1998/namespace"
SPACE = f"{{{XML}}}space"
_OURS = f"{{{NAMESPACE}}}"
PRESERVED = ' xml:space="preserve"'

BLANKS = " \t\r\n"  # XML 1.0 section 2.3, S

_TWO_BLANKS = re.compile("  ")  # finds two in a row sooner than `in` does

Element: TypeAlias = etree._Element
Zone: TypeAlias = tzinfo | None


def failure(element: Element, what: str, remedy: str = "compare the document with liveblog-1.rng") -> ImportFailure:
    """Return the error that `what` is wrong, with the element's line."""
    return ImportFailure(what, remedy=remedy, line=cast("int | None", element.sourceline))


def refused(error: ModelError, element: Element) -> ImportFailure:
    """Return what the model refuses as an error with the element's line."""
    return failure(element, f"{error.where}: {error.what}", error.remedy)


def refuse_text(element: Element, text: str | None) -> None:
    """Raise `ImportFailure` where `text` stands between the children of one that only holds elements."""
    if text and (stray := text.strip(BLANKS)):
        raise failure(element, f"stray text in <{name_of(element)}>: {stray[:40]!r}")


def name_of(element: Element) -> str:
    """Return the element's name: bare in our namespace, `{namespace}name` in another, `{}name` in none."""
    tag = str(element.tag)
    if tag.startswith(_OURS):
        return tag[len(_OURS) :]
    return tag if tag.startswith("{") else f"{{}}{tag}"


def unexpected(child: Element, parent: Element) -> ImportFailure:
    """Return the error that `child` does not belong there."""
    return failure(child, f"unexpected element <{name_of(child)}> in <{name_of(parent)}>")


def looks_like_layout(text: str) -> bool:
    """Tell whether a tool that tidies XML would change the blanks of `text`: at an end, doubled, or not spaces."""
    if text[:1] == " " or text[-1:] == " " or "\n" in text or "\t" in text or "\r" in text:
        return True
    return _TWO_BLANKS.search(text) is not None


def text_element(tag: str, attributes: str, text: str) -> str:
    """Return an element that holds text alone, marked to be left alone where that looks like layout; a line end."""
    preserved = PRESERVED if looks_like_layout(text) else ""
    return f"<{tag}{attributes}{preserved}>{escapes.content(text)}</{tag}>\n"


def content(element: Element) -> str:
    """Return the text of an element that holds nothing else."""
    if len(element):
        raise unexpected(element[0], element)
    return escapes.unescape(element.text or "")


@frozen
class Codec:
    """How a value is spelt: `encode` also sees whose it is, `decode` the element and the blog's zone.

    What `encode` returns stands between quotation marks as it is.
    """

    encode: Callable[[Any, Any], str]
    decode: Callable[[str, Element, Zone], Any]


TEXT = Codec(lambda value, _: escapes.attribute(value), lambda spelt, *_: escapes.unescape(spelt))
# A word of a list or a grammar that the model checks: it holds nothing to escape.
WORD = Codec(lambda value, _: value, lambda spelt, _, __: spelt)


def one_of(*words: str) -> Codec:
    """Return the codec of derived data that is one of `words`."""

    def decode(spelt: str, element: Element, _: Zone) -> str:
        checks.choice(name_of(element), spelt, words)
        return spelt

    return Codec(WORD.encode, decode)


@frozen
class Attribute:
    """An attribute and the field it stands for; None for derived data, which `Record.write` is given."""

    name: str
    field: str | None
    codec: Codec = TEXT
    required: bool = False

    @property
    def spelt(self) -> str:
        """The name as a document has it, with the prefix that XML itself binds."""
        return self.name.replace(f"{{{XML}}}", "xml:")


class Attributes:
    """The attributes that an element may have."""

    def __init__(self, attributes: Iterable[Attribute]) -> None:
        known = tuple(attributes)
        self._decode = {attribute.name: attribute.codec.decode for attribute in known}
        self._required = [attribute.name for attribute in known if attribute.required]

    def read(self, element: Element, zone: Zone) -> dict[str, Any]:
        """Return those of `element` by name, decoded; one that is unknown or missing is a failure."""
        values = {}
        try:
            for name, spelt in cast("list[tuple[str, str]]", element.items()):
                if name not in self._decode:
                    raise failure(element, f"unexpected attribute {name} of <{name_of(element)}>")
                values[name] = self._decode[name](spelt, element, zone)
        except ModelError as error:
            raise refused(error, element) from error
        for name in self._required:
            if name not in values:
                raise failure(element, f"<{name_of(element)}> without its attribute {name}")
        return values

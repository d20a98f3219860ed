"""Forms: how a value of the model becomes an XML element and the element the value again, told once for both ways.

A form has `write`, which returns the element as text, and `read`, which gives the value back or raises
`ImportFailure` with the line. `Text` is a string, `Marked` a paragraph with links, `Record` an object whose fields
are attributes, text and children, `Choice` a run of objects of several classes. The tables are in `xml_vocabulary`.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from attrs import frozen

from ..errors import ModelError
from ..model import Link, Paragraph
from . import xml_escapes as escapes
from .xml_elements import (
    PRESERVED,
    SPACE,
    Attribute,
    Attributes,
    Element,
    Zone,
    content,
    looks_like_layout,
    name_of,
    one_of,
    refuse_text,
    refused,
    text_element,
    unexpected,
)

_SPACE = Attribute(SPACE, None, one_of("default", "preserve"))
_BARE = Attributes([])
_SPACED = Attributes([_SPACE])
_LINK = Attributes([_SPACE, Attribute("href", "url", required=True)])


class Form(Protocol):
    """Both directions of one kind of value; `zone` is the blog's own."""

    def write(self, tag: str, value: Any) -> str:
        """Return the element `tag` for `value`, and a line end."""

    def read(self, element: Element, zone: Zone) -> Any:
        """Return the value that `element` was written for."""


class Text:
    """A string: all that an element holds."""

    def write(self, tag: str, value: str) -> str:
        """Return the element `tag` for `value`, and a line end."""
        return text_element(tag, "", value)

    def read(self, element: Element, zone: Zone) -> str:
        """Return the value that `element` was written for."""
        _SPACED.read(element, zone)
        return content(element)


class Marked:
    """A paragraph as mixed content: a link is an element around its words, its place that of the words."""

    def write(self, tag: str, value: Paragraph) -> str:
        """Return the element `tag` for `value`, and a line end."""
        if not value.links:
            return text_element(tag, "", value.text)
        starts = [0, *(link.end for link in value.links)]
        ends = [*(link.start for link in value.links), len(value.text)]
        between = [value.text[start:end] for start, end in zip(starts, ends, strict=True)]
        # Blanks that are all that stands between two links, or links alone, look like layout as well.
        fragile = looks_like_layout(value.text) or any(map(str.isspace, between)) or not any(between)
        inside = escapes.content(between[0])
        for link, following in zip(value.links, between[1:], strict=True):
            words = escapes.content(value.text[link.start : link.end])
            inside += f'<a href="{escapes.attribute(link.url)}">{words}</a>{escapes.content(following)}'
        return f"<{tag}{PRESERVED if fragile else ''}>{inside}</{tag}>\n"

    def read(self, element: Element, zone: Zone) -> Paragraph:
        """Return the value that `element` was written for."""
        _SPACED.read(element, zone)
        text, links = escapes.unescape(element.text or ""), []
        for anchor in element:
            if name_of(anchor) != "a":
                raise unexpected(anchor, element)
            url = _LINK.read(anchor, zone)["href"]
            start = len(text)
            text += content(anchor)
            try:
                links.append(Link(start, len(text), url))
            except ModelError as error:
                raise refused(error, anchor) from error
            text += escapes.unescape(anchor.tail or "")
        try:
            return Paragraph(text, links)
        except ModelError as error:
            raise refused(error, element) from error


class Choice:
    """Any number of values of several classes, each told by its tag."""

    def __init__(self, forms: Mapping[type, tuple[str, Form]]) -> None:
        self._by_type = dict(forms)
        self._by_tag = dict(forms.values())

    def write(self, tag: str, value: Iterable[object]) -> str:
        """Return the element `tag` for `value`, and a line end."""
        written = [form.write(name, one) for one in value for name, form in (self._by_type[type(one)],)]
        return f"<{tag}>\n{''.join(written)}</{tag}>\n"

    def read(self, element: Element, zone: Zone) -> list[Any]:
        """Return the value that `element` was written for."""
        _BARE.read(element, zone)
        refuse_text(element, element.text)
        values = []
        for child in element:
            if (form := self._by_tag.get(name_of(child))) is None:
                raise unexpected(child, element)
            values.append(form.read(child, zone))
            refuse_text(element, child.tail)
        return values


@frozen
class Child:
    """A child element, its form, and the field it stands for; with `many` there is one for each of its values.

    A field that is None is derived data, which `Record.write` is given.
    """

    tag: str
    field: str | None
    form: Form
    many: bool = False


_NOTHING: Mapping[str, Any] = {}


class Record:
    """An object: its fields are attributes, at most one the text, else children in a fixed order.

    `make` is called with the fields that an element has. `check` then sees the object and the derived attributes,
    and raises `ModelError` where they contradict each other.
    """

    def __init__(
        self,
        make: Callable[..., Any],
        *,
        attributes: Iterable[Attribute],
        text: str | None = None,
        children: Iterable[Child] = (),
        check: Callable[[Any, Mapping[str, Any]], None] | None = None,
    ) -> None:
        self.make = make
        self.attributes = tuple(attributes)
        self.text = text
        self.children = tuple(children)
        self.check = check
        self.read_attributes = Attributes([*self.attributes, *([_SPACE] if text else [])]).read
        self.fields = {one.name: one.field for one in self.attributes if one.field}
        self.places = {child.tag: place for place, child in enumerate(self.children)}
        self.lists = [child.field for child in self.children if child.field and child.many]
        self._spelling = [(f' {one.spelt}="', one.field, one.name, one.codec.encode) for one in self.attributes]

    def spell(self, value: object, derived: Mapping[str, Any]) -> str:
        """Return the attributes of `value`; what is absent, empty or false is left out, a zero is not."""
        spelt = ""
        for opening, field, name, encode in self._spelling:
            one = getattr(value, field) if field else derived.get(name)
            if one or (one is not None and one is not False and one == 0):
                spelt += f'{opening}{encode(one, value)}"'
        return spelt

    def write(self, tag: str, value: object, derived: Mapping[str, Any] = _NOTHING) -> str:
        """Return the element `tag` for `value` and what was derived from it, and a line end."""
        attributes = self.spell(value, derived)
        if self.text:
            return text_element(tag, attributes, getattr(value, self.text))
        inside = f"\n{write_children(self.children, value, derived)}" if self.children else ""
        return f"<{tag}{attributes}>{inside}</{tag}>\n"

    def read(self, element: Element, zone: Zone) -> Any:
        """Return the value that `element` was written for."""
        assembly = Assembly(self, element, zone)
        if self.text is None:
            refuse_text(element, element.text)
            for child in element:
                assembly.take(child)
                refuse_text(element, child.tail)
        return assembly.finish()


def write_children(children: Iterable[Child], owner: object, derived: Mapping[str, Any]) -> str:
    """Return what `owner` has for each of `children`; an absent value has no element."""
    written = ""
    for child in children:
        value = getattr(owner, child.field) if child.field else derived.get(child.tag)
        if value:
            for one in value if child.many else (value,):
                written += child.form.write(child.tag, one)
    return written


class Assembly:
    """A record that is being read: its attributes and text at once, its children as they come."""

    def __init__(self, record: Record, element: Element, zone: Zone) -> None:
        self._record, self._element, self._zone = record, element, zone
        self._values = record.read_attributes(element, zone)
        self._fields: dict[str, Any] = {field: [] for field in record.lists}
        for name, value in self._values.items():
            if name in record.fields:
                self._fields[record.fields[name]] = value
        if record.text:
            self._fields[record.text] = content(element)
        self._reached = 0

    def take(self, element: Element) -> Any:
        """Read the next child and return its value; one that is unknown, repeated or out of order is a failure."""
        place = self._record.places.get(name_of(element), -1)
        if place < self._reached:
            raise unexpected(element, self._element)
        child = self._record.children[place]
        self._reached = place if child.many else place + 1
        value = child.form.read(element, self._zone)
        if child.field and child.many:
            self._fields[child.field].append(value)
        elif child.field:
            self._fields[child.field] = value
        return value

    def finish(self) -> Any:
        """Return the value, made and checked."""
        try:
            value = self._record.make(**self._fields)
            if self._record.check:
                self._record.check(value, self._values)
        except ModelError as error:
            raise refused(error, self._element) from error
        return value

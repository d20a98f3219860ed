"""What elements of a page show as its entries: each is read alone, and then settled by what most of them have."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from lxml import etree

from ....model import Note
from ..furniture.controls import controls
from ..labels.crediting import repeated_names
from ..page import Page
from ..reading.element import ElementReader
from ..update import Update
from .habits import settled
from .sources import without_copies


def shown_in(
    page: Page,
    elements: Sequence[etree._Element],
    notes: list[Note],
    known: Mapping[etree._Element, Update] = MappingProxyType({}),
    without: Mapping[etree._Element, etree._Element] = MappingProxyType({}),
) -> list[Update]:
    """Return the entries that elements show, each once; the controls and labels left out of them are noted.

    `known` is what data says of the entry of an element, `without` a part of an element that is known to be no text.
    """
    left = controls(elements, page.times, notes)
    for element, part in without.items():
        left[element].append(part)
    reader = ElementReader(page, page.authors | repeated_names(elements, page.times), left)
    shown = without_copies([reader.read(element, known.get(element)) for element in elements])
    return settled(shown, page.root)

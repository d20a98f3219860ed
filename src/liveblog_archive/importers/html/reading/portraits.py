"""The pictures beside names: portraits of those who wrote an entry, and no pictures of what it tells."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from lxml import etree


class Portraits:
    """Finds the pictures of authors; those of a page are listed once, by what stands for them."""

    def __init__(self) -> None:
        self._known: dict[etree._Element, dict[str, list[etree._Element]]] = {}  # of each tree

    def beside(self, element: etree._Element, names: Iterable[str]) -> list[etree._Element]:
        """Return the pictures beside a text of those whom it names; a box may be that of all entries.

        Their alternative text is the name, or that and what somebody is.
        """
        tree = element.getroottree().getroot()
        if tree not in self._known:
            faces = self._known[tree] = defaultdict(list)
            for image in tree.iter("img"):
                alt = (image.get("alt") or "").strip()
                for said in {alt, alt.partition(",")[0]}:
                    faces[said].append(image)
        known = self._known[tree]
        return [image for name in names for image in known.get(name, ()) if _is_beside(image, element)]


def _is_beside(image: etree._Element, element: etree._Element) -> bool:
    """Tell whether a picture stands in the same part of a page as a text: two boxes up at most."""
    *_, box = islice(element.iterancestors(), 2)
    return box in image.iterancestors()

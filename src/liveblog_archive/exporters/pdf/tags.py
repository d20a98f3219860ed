"""Tags: the tree that says what the marks on the pages are, and in which order they are read (ISO 32000-1, 14.7).

Elements are made with the blocks, so that the reading order is the order of the story, however it is drawn. What
they hold is told to them while it is drawn. An element that holds nothing is not written.
"""

from .file import File, literal, name_tree, number_tree, reference

# A row of a table has as many cells as its head, whether there is anything in them or not.
_MAY_BE_EMPTY = ("TD", "TH")


class Element:
    """A structure element: a role (ISO 32000-1, 14.8.4), what it is in, and what is in it.

    `lang` is a BCP 47 tag, `alt` is read in place of a picture, `attributes` is a dictionary in PDF syntax.
    """

    __slots__ = ("alt", "attributes", "kids", "lang", "number", "page", "parent", "role", "written")

    def __init__(
        self, role: str, parent: "Element | None" = None, *, lang: str = "", alt: str = "", attributes: str = ""
    ) -> None:
        self.role = role
        self.parent = parent
        self.lang = lang
        self.alt = alt
        self.attributes = attributes
        self.kids: list[Element | str] = []
        self.page = 0
        self.number = 0
        self.written = False

    def child(self, role: str, *, lang: str = "", alt: str = "", attributes: str = "") -> "Element":
        """Return a new element, the last in this one."""
        element = Element(role, self, lang=lang, alt=alt, attributes=attributes)
        self.kids.append(element)
        return element

    def adopt(self, element: "Element") -> None:
        """Take in an element that was made without a parent, as the last in this one."""
        element.parent = self
        self.kids.append(element)

    def language(self) -> str:
        """Return the language of what is in this element; empty where nobody states it."""
        element: Element | None = self
        while element is not None and not element.lang:
            element = element.parent
        return element.lang if element is not None else ""


class Tree:
    """The structure tree of a file; each element is written when nothing can be added to it any more."""

    def __init__(self, file: File, lang: str) -> None:
        self.root = Element("Document", lang=lang)
        self._file = file
        self._number = file.reserve()
        self._parents: list[str] = []
        self._notes: dict[str, str] = {}

    def holds(self, element: Element, page: int, mark: int) -> None:
        """Note that an element holds a marked sequence of the page with this object number."""
        if not element.page:
            element.page = page
        same = element.page == page
        element.kids.append(str(mark) if same else f"<</Type/MCR/Pg {reference(page)}/MCID {mark}>>")

    def holds_annotation(self, element: Element, page: int, annotation: int) -> int:
        """Note that an element holds an annotation; return the annotation's key in the tree of parents."""
        element.kids.append(f"<</Type/OBJR/Obj {reference(annotation)}/Pg {reference(page)}>>")
        return self._key(reference(self.number(element)))

    def page_key(self, marked: list[Element]) -> int:
        """Write whose the marked sequences of a page are; return the page's key in the tree of parents."""
        references = " ".join([f"{self.number(element)} 0 R" for element in marked])
        return self._key(reference(self._file.add(f"[{references}]")))

    def number(self, element: Element) -> int:
        """Return the object number of an element."""
        if not element.number:
            element.number = self._file.reserve()
        return element.number

    def settle(self, element: Element) -> bool:
        """Write an element with all that is in it; return whether there is anything in it."""
        if element.written:
            return True
        kids = []
        for kid in element.kids:
            if isinstance(kid, str):
                kids.append(kid)
            elif self.settle(kid):
                kids.append(f"{kid.number} 0 R")
        if not kids and element.role not in _MAY_BE_EMPTY:
            return False
        parent = self.number(element.parent) if element.parent else self._number
        self._file.add(self._formatted(element, parent, kids), self.number(element))
        element.kids.clear()
        element.written = True
        return True

    def finish(self) -> int:
        """Write the tree; return its number."""
        self.settle(self.root)
        parents = number_tree(self._file, self._parents)
        notes = f"/IDTree {reference(name_tree(self._file, self._notes))}" if self._notes else ""
        body = (
            f"<</Type/StructTreeRoot/K {reference(self.number(self.root))}/ParentTree {reference(parents)}"
            f"/ParentTreeNextKey {len(self._parents)}{notes}>>"
        )
        return self._file.add(body, self._number)

    def _key(self, parent: str) -> int:
        self._parents.append(parent)
        return len(self._parents) - 1

    def _formatted(self, element: Element, parent: int, kids: list[str]) -> str:
        page = f"/Pg {element.page} 0 R" if element.page else ""
        held = f"/K[{' '.join(kids)}]" if kids else ""
        parts = [f"<</S/{element.role}/P {parent} 0 R{page}{held}"]
        if element.role == "Note":  # ISO 14289-1, 7.9: every note has an identifier of its own
            identifier = f"note-{element.number}"
            self._notes[identifier] = reference(element.number)
            parts.append(f"/ID{literal(identifier)}")
        if element.lang:
            parts.append(f"/Lang{literal(element.lang)}")
        if element.alt:
            parts.append(f"/Alt{literal(element.alt)}")
        if element.attributes:
            parts.append(f"/A{element.attributes}")
        return "".join([*parts, ">>"])

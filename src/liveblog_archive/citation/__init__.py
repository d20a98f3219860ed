"""Citations of a blog, entry, paragraph or quote: three styles for people, three formats for reference managers.

`facts` decides what is cited; each style prints it. The styles are English, after APA 7, Chicago 18 and MLA 9, which
have no rule of their own for live blogs; the newsroom's words keep their case, and what of them is written from right
to left is isolated (Unicode Standard Annex 9), for no bidirectional text may mix it with the English around it.

>>> from liveblog_archive.model import Entry, LiveBlog
>>> entry = Entry(id="tag:example.org,2021:storm#43xsc59pt1p9", headline="Ferry refloated")
>>> blog = LiveBlog(id="tag:example.org,2021:storm", title="Storm live", entries=[entry])
>>> print(Citer(blog).render(entry))
“Ferry refloated,” Storm live (live blog), version 81926208144d, tag:example.org,2021:storm#43xsc59pt1p9.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from ..errors import CitationError
from ..identity import VersionId, version_id
from ..model import Entry, LiveBlog
from . import apa, biblatex, chicago, csl_json, mla, ris
from .facts import BlogFacts, CitationFacts

if TYPE_CHECKING:
    from ..identity.quotes import Quote

__all__ = ["STYLES", "Citer"]

FOR_PEOPLE: dict[str, Callable[[CitationFacts], str]] = {
    "apa": apa.render,
    "chicago": chicago.render,
    "mla": mla.render,
}
STYLES: dict[str, Callable[[CitationFacts], str]] = {
    **FOR_PEOPLE,
    "bibtex": biblatex.render,
    "ris": ris.render,
    "csl-json": csl_json.render,
}


class Citer:
    """Cites one blog many times: what its citations share is computed once."""

    def __init__(self, blog: LiveBlog) -> None:
        self._facts = BlogFacts(blog)

    def render(
        self,
        entry: Entry | None,
        style: str = "chicago",
        paragraph: int | None = None,
        version: VersionId | None = None,
    ) -> str:
        """Return the citation of an entry of the blog, or of the blog itself where `entry` is None.

        `paragraph` counts the blocks of the entry's body from 1. `version` is the entry's version id, for a caller
        who has it: making it takes longer than the rest. `apa`, `chicago` and `mla` are one line without a line end;
        `bibtex`, `ris` and `csl-json` are whole records.

        Raises `CitationError` for an unknown style, a paragraph that the entry does not have, and a missing id.
        """
        [cited] = _printed(style, [self._facts.cite(entry, paragraph, version)])
        return cited

    def render_each(self, entries: Iterable[tuple[Entry, VersionId]], style: str) -> list[str]:
        """Return the citations of some entries, each given with its version id: what `render` returns for each.

        Each step is done for all of them before the next, which takes less time for some dozens.
        """
        return _printed(style, [self._facts.cite(entry, version=version) for entry, version in entries])

    def render_quote(self, quote: "Quote", entry: Entry, style: str = "chicago") -> str:
        """Return the citation of a quote of `entry`: of its paragraph in that version, with the words for machines.

        The styles for people give the paragraph alone, for the words stand where they are quoted. Raises
        `CitationError` where the entry in this version does not say the words there, and as `render` does.
        """
        from ..identity.quotes import stands

        if version_id(entry) != quote.version or not stands(quote, entry):
            raise CitationError(
                "this version of the entry does not say the quoted words there",
                quote.entry,
                "resolve the quote in an archive, or quote from this version",
            )
        [cited] = _printed(style, [self._facts.cite(entry, quote.paragraph or None, quote.version, quote.exact)])
        return cited


def _printed(style: str, facts: list[CitationFacts]) -> list[str]:
    if style not in [*STYLES]:  # in a list anything can be looked for
        raise CitationError(f"unknown citation style {style!r}", remedy=f"use one of: {', '.join(STYLES)}")
    told = [each.apart() for each in facts] if style in FOR_PEOPLE else facts
    return [*map(STYLES[style], told)]

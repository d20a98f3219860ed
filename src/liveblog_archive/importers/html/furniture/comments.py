"""What is called comments: what readers say of a page's text, or that text itself, as the commentary of a match."""

from collections.abc import Set
from itertools import takewhile

from lxml import etree

from ...markup.classes import ClassPattern
from ...markup.tree import inside, sentence, words_apart

# What the class or the id of comments says.
COMMENTS = ClassPattern.of_words(
    "comments?|discussion|conversation|responses|kommentare|commentaires|comentarios|kommentarer"
)
_MOST_LEADS, _LONGEST_LEAD = 2, 300  # paragraphs above all text, and their characters
_MOST_OF = 0.5


def are_text(comments: Set[etree._Element], root: etree._Element, around: Set[etree._Element]) -> bool:
    """Tell whether comments are the text of their page: most of its sentences, with nothing above to comment on.

    A short lead may stand above them. What is in the parts `around` the text does not count.
    """
    own, gone = inside(comments), inside(around)
    leads = spoken = whole = 0
    for part in root.iter():
        if part in gone or not (length := sentence(part)):
            continue
        whole += length
        if part in own:
            spoken += length
        elif not spoken:
            leads += 1
            if leads > _MOST_LEADS or whole > _LONGEST_LEAD:
                return False
    return spoken > _MOST_OF * whole


def comments_on(entry: etree._Element, part: etree._Element) -> str | None:
    """Return what a part of an entry says that is called comments, if it is those on its text; else None.

    Some part in it is called so as well: `<ul class="comments"><li class="comment">`. What is alone called so
    may be the text, and so may that which has no sentence above it.
    """
    if not any(map(COMMENTS.fits, part.iterdescendants(etree.Element))):
        return None
    above = takewhile(lambda other: other is not part, entry.iter(etree.Element))
    return words_apart(part) if any(map(sentence, above)) else None

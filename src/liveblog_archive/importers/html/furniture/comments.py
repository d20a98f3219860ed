"""What is called comments: what readers say of a page's text, or that text itself, as the commentary of a match."""

from collections.abc import Set
from itertools import takewhile

from lxml import etree

from ...markup.classes import ClassPattern
from .sentences import inside, sentence

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
    said = [(part in own, sentence(part)) for part in root.iter() if part not in gone]
    spoken = sum(length for is_own, length in said if is_own)
    if spoken <= _MOST_OF * sum(length for _, length in said):
        return False
    above = [length for _, length in takewhile(lambda one: not (one[0] and one[1]), said) if length]
    return len(above) <= _MOST_LEADS and sum(above) <= _LONGEST_LEAD

"""What stands in headings and is no word of theirs, and the button that all of a heading may be.

A heading often ends with a link to itself that is a sign or says so, such as `#` or `Permalink`; and where it opens
what stands below it, as in an accordion, its words are those of a button.
"""

from lxml import etree

from ...markup.names import HEADINGS
from ...markup.tree import text_inside
from ...page_words import says_control


def plain_headings(root: etree._Element) -> None:
    """Take the words off the links of headings to themselves, and make text of the buttons that headings are."""
    for heading in root.iter(*HEADINGS):
        for part in [*heading.iter("a", "button")]:
            said, whole = text_inside(part).strip(), text_inside(heading).strip()
            if said == whole:
                part.tag = "span" if part.tag == "button" else part.tag
            elif part.tag == "a" and "#" in part.get("href", "") and _says_nothing(said):
                part.text = None
                del part[:]


def _says_nothing(said: str) -> bool:
    return not any(map(str.isalnum, said)) or says_control(said.strip("[]()"))

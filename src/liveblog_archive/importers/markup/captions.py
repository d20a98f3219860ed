"""What a page writes below its pictures without making a figure of the two: captions and credits."""

import re
from collections.abc import Set

from lxml import etree

from .classes import ClassPattern
from .tree import has_own_words, text_inside

_CREDIT = ClassPattern(
    r"credit|doc_descriptif|copyright|photographer|(?:^|[\s_-])(?:source|rights|(?:bild)?rechte)(?:$|[\s_-])"
)
# What stands below a picture, in pages that make no figure of the two.
CAPTION = ClassPattern(
    r"caption|(?:^|[\s_-])cap(?:$|[\s_-])|legend[ae]?(?:$|[\s_-])|bild(?:text|unterschrift|tekst|zeile)|podpis|didascalia|doc_titre|"
    r"pie-?(?:de-?)?foto|bijschrift|onderschrift|kuvateksti"
)
_PICTURED = ClassPattern.of_words(r"\w*bild|image|photo|picture|foto|imagen")
# What a figure or player says for those who do not see it, or not yet: its kind, or to wait.
_KINDS = "image photo video audio bild foto vidéo imagen vídeo immagine afbeelding imagem loading lädt chargement"
KINDS = frozenset(_KINDS.split())
LONGEST = 300  # characters of what is said of a picture
_MANY = 5  # elements of such words, and boxes around them
_WRAPPERS = frozenset({"div", "a", "span", "dt"})
_IMAGES = frozenset({"img", "picture"})
_SHOWING = frozenset({"figure", "img", "picture", "video", "iframe", "amp-img", "amp-video", "amp-iframe"})
_VOID = frozenset({"meta", "br", "template"})
SMALL = frozenset({"small", "em", "i", "font"})
_SMALL = SMALL - {"font"} | {"figcaption"}
PICTURES = "image|photo|picture|bild|foto|imagen|imagem|immagine|afbeelding|zdjęcie|kuva"
_LABEL = (
    rf"(?:{PICTURES}|photograph|beeld|(?:bild|foto)?quelle|source|fuente|fonte|bron|cr[eé]dito?)s?"
    r"(?:\s(?:photo|credit|cr[eé]dito?)s?)?\s?:\s?"
)
# Who made a picture, at the end of what is said of it: `Photo: A. Nobody`, `(Foto: Desk)`, `| Bild: dpn`, `© Desk`.
_CREDITED = re.compile(
    rf"(?:^|(?<=[\s|(\[]))(?:©\s?(?:{_LABEL})?|(?P<label>{_LABEL}))"
    r"(?P<name>(?:(?<!\w\w)\.\s|[^.:?!…()\[\]|]|\.(?!\s))+)[)\]]?\s*",
    re.IGNORECASE,
)
_APART = "|–—-·•"
_SET_OFF = frozenset(".!?…:»”’\"')]([") | frozenset(_APART)
_ARTICLE = 4  # letters at most of a word that a label may belong to: `the photo: `, `auf dem Bild: `


def captions(box: etree._Element, without: Set[etree._Element]) -> list[etree._Element]:
    """Return what is said of the picture of a box that has these two and nothing else; empty for other boxes."""
    first, *below = [part for part in box[:] if part.tag not in _VOID] or [box]
    if not below or (first.tag not in _IMAGES and first.tag not in _WRAPPERS) or has_own_words(box):
        return []
    image = first
    while len(image) == 1 and image.tag in _WRAPPERS and not (image.text or "").strip():
        image = image[0]
    if image.tag not in _IMAGES or not without.isdisjoint((first, image, *below)):
        return []
    said = " ".join(map(text_inside, below)).strip()
    alt = (image.get("alt") or "").strip()
    # In a list of terms, what is said of the first is said of the picture that this is.
    is_term = first.tag == "dt" and all(next(part.iter(*_SHOWING), None) is None for part in below)
    is_named = (is_term or _PICTURED.fits(box)) and len(said) <= LONGEST
    repeats = len(below) == 1 and " " in alt and said.startswith(alt)
    return below if is_named or repeats or all(map(_is_caption, below)) else []


def has_line_below(box: etree._Element) -> bool:
    """Tell whether a box is a picture and a short line below it, behind a break, and no paragraph of the text.

    It stands within a line, in the middle of the page, or is called a picture.
    """
    if len(box) != 2 or box[1].tag != "br" or len(box[1].tail or "") > LONGEST:
        return False
    is_set_off = box.tag == "span" or box.get("align") == "center" or _PICTURED.fits(box)
    has_words = (box.text or "").strip() or (box[0].tail or "").strip() or text_inside(box[0]).strip()
    return is_set_off and not has_words and any(part.tag in _IMAGES for part in box[0].iter())


def _is_caption(part: etree._Element, depth: int = 0) -> bool:
    """Tell whether a part says by its kind or name that it is a caption or credit, or holds nothing but those."""
    if part.tag in _SMALL or CAPTION.fits(part) or is_credit(part):
        return True
    if "caption" in (part.get("itemprop"), part.get("slot")):
        return True
    is_box = 0 < len(part) < _MANY and depth < _MANY and not has_own_words(part)
    return is_box and all(_is_caption(inner, depth + 1) for inner in part)


def says_what_is_shown(part: etree._Element) -> bool:
    """Tell whether an element is a caption by its kind or name, right below what that is of."""
    return (part.tag == "figcaption" or CAPTION.says(part.get("class"))) and is_under_picture(part)


def says_credit(line: etree._Element) -> bool:
    """Tell whether a line ends with who made a picture: `The quay at noon (Photo: A. Nobody)`."""
    credit = parted(text_inside(line))[1]
    return credit is not None and credit[0] in "(["


def parted(caption: str) -> tuple[str | None, str | None]:
    """Return what a caption says of a picture, and who made it, as far as it ends with that or says nothing else."""
    for found in _CREDITED.finditer(caption):
        before = caption[: found.start()].rstrip()
        if found.end() == len(caption) and _is_set_off(before, found["label"], found["name"]):
            start = found.start() - caption[: found.start()].endswith(("(", "["))
            return caption[:start].rstrip(_APART + " \n") or None, caption[start:].strip()
    return caption, None


def _is_set_off(before: str, label: str | None, name: str) -> bool:
    """Tell whether a label stands apart from the words before it, or, where there are none, is before a name."""
    if not before:
        return not any(map(str.islower, (word[0] for word in name.split()[1:])))
    *_, last = before.split()
    belongs = last.islower() and len(last) <= _ARTICLE
    return before[-1] in _SET_OFF or label is None or not (label[0].islower() or belongs)


def is_under_picture(caption: etree._Element) -> bool:
    """Tell whether what stands right above an element is a picture, or a frame, and at most a length."""
    above = caption.getprevious()
    while above is not None and above.tag == "br" and not (above.tail or "").strip():
        above = above.getprevious()
    if above is None or (above.tail or "").strip():
        return False
    has_length = above.find(".//img") is not None and not any(map(str.isalpha, text_inside(above)))
    return has_length or above.tag in _SHOWING


def is_credit(part: etree._Element) -> bool:
    """Tell whether an element says who made a picture, or whose it is."""
    named = part.get("itemprop") in ("creditText", "copyrightHolder")
    return named or (part.tag not in ("img", "source", "picture") and _CREDIT.says(part.get("class")))

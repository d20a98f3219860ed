"""Where a page says when: attributes that state an instant, short texts that are a time, or stand for one."""

import re
from collections.abc import Iterable, Set
from functools import lru_cache
from itertools import islice, takewhile

from lxml import etree

from ....model import Moment
from ....zones import Zone
from ... import stamps
from ...markup.classes import ClassPattern, WordPattern, tag_and_class
from ...markup.names import SUBHEADINGS, TIMES, UNREAD
from ...markup.tree import line_inside, spaced, text_inside, words_apart
from ...text.shape import ends_like_a_sentence, has_digit
from ...text.spoken import may_be_spoken
from .crediting import LONGEST as LONGEST_CREDIT
from .crediting import credited, without_controls
from .printed import LONGEST, Printed, PrintedReader

# Seconds or milliseconds since 1970: other digits, such as 20260303140500, only serve to sort.
_UNIX = re.compile(r"[0-9]{10}(?:[0-9]{3})?")
_FEWEST = 10  # characters of a stated instant
_STATES = re.compile(
    r"title|aria-label|datetime|time|timestamp|published|created|data-(?:[a-z]+-)*ts|"
    r"data-[a-z-]*(?:time|date|stamp|publish|creat|epoch|unix)[a-z-]*"
)
_PROPERTIES = ("itemprop", "property")
# A term of schema.org or Dublin Core; of terms a property may have several (RDFa Core 1.1, section 5).
_DATED = re.compile(
    r"(?:\S+\s+)*(?:(?:schema:)?(?:datePublished|dateCreated|uploadDate)|dc(?:terms)?:(?:date|created|issued))(?:\s+\S+)*"
)
_CHANGED = re.compile(r"updat|modif|edited|expire|sort")
_CHANGED_AT = ("data-last-modified-time", "data-update-time", "data-updated", "data-modified")
_CHANGES = frozenset(_CHANGED_AT)
_DAY = re.compile(r"(?:^|[^\d])(?P<day>20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:[T ]00:00(?::00)?\S*)?$")
_QUOTING = frozenset({"blockquote", "figure", "q"})
_QUOTED = ClassPattern(
    r"(?:^|[\s_-])(?:tweet|twitter\w*|instagram\w*|social-?(?:post|embed|media)|embed(?:ded)?)(?:$|[\s_-])|"
    r"(?:^|[\s_]|(?<!-)-)quote[ds]?(?:$|[\s_-])"  # `card--quote` is a card like the others
)
_INSIDE = 6  # how far above its time a quotation is looked for
_HIGHEST = 30
_BESIDE = 8  # boxes on either side of one that is called a post
_FEWEST_BESIDE = 2
_MOST_PARTS = 8
_LONGEST_WORDS = 30  # of a time without a figure, such as `yesterday`
_HEADING = SUBHEADINGS | {"summary"}
# What tells no time where others have theirs: `A little later`, `Time not recorded`.
_UNKNOWN = WordPattern(
    r"(?:(?:un peu|peu|quelques (?:minutes|instants)) )?(?:plus tard|après)|(?:(?:etwas|wenig|kurze zeit) )?später|"
    r"kurz (?:danach|darauf|später)|(?:(?:a little|a bit|shortly|moments|minutes) )?(?:later|afterwards)|"
    r"(?:(?:un )?poco )?(?:más tarde|después)|(?:poco )?(?:più tardi|dopo)|(?:um )?pouco (?:depois|mais tarde)|"
    r"(?:iets|even) later|(?:lite|litt|lidt) sen(?:are|ere)|(?:nieco|chwilę) później|"
    r"(?:exact )?time (?:not (?:recorded|known|given|noted|stated)|unknown|unclear|missing)|"
    r"no time(?: given| recorded)?|"
    r"(?:uhr)?zeit (?:unbekannt|unklar|fehlt|nicht (?:bekannt|erfasst|vermerkt|notiert|angegeben))|"
    r"ohne (?:uhr)?zeit(?:angabe)?|heure (?:inconnue|non (?:précisée|relevée|notée|indiquée|communiquée))|sans heure|"
    r"hora (?:desconocida|desconhecida|no (?:registrada|precisada|anotada|indicada)|não (?:registada|registrada))|"
    r"s(?:in|em) hora|ora(?:rio)? (?:sconosciut[ao]|non (?:registrat|rilevat|precisat|indicat)[ao])|"
    r"tijd(?:stip)? (?:onbekend|niet (?:bekend|genoteerd|vermeld))|"
    r"(?:godzina|czas) (?:nieznan[ay]|nie ?odnotowan[ay])|(?:okänd|ukjent|ukendt) tid|"
    r"(?:tid|tidspunkt|klokkeslett) (?:okänd|ukjent|ukendt|ej noterad|ikke (?:notert|kendt))"
)
_CALLED = ClassPattern.of_words("time|date-?time|timestamp|stamp|clock|when|uhrzeit|zeit|heure|hora|ora|tijd|tid")
# Of a match: `21:23` may be both, and is no time where it is called so.
_SCORE = ClassPattern.of_words("score|spielstand|zwischenstand|ergebnis|resultat|marcador|placar|risultato|uitslag")
_LONGEST_UNKNOWN = 40  # characters
_NO_TEXT = UNREAD | {"svg", "button", "option", "head"}


def stated(element: etree._Element, zone: Zone | None = None) -> Moment | None:
    """Return the instant that an attribute of `element` states; one without an offset is on the clock of `zone`."""
    if not _may_state(tuple(element.keys())):
        return None
    facts = dict(element.items())
    said = facts.get("itemprop") or facts.get("property")
    if said and _DATED.fullmatch(said):
        return instant(facts.get("content") or facts.get("datetime"), zone)
    for name, said in facts.items():
        if len(said) >= _FEWEST and _is_of_instant(name):
            moment = instant(said, zone)
            if moment is not None:
                return moment
    return None


def changed(element: etree._Element) -> Moment | None:
    """Return when an entry was changed, as its own element states it."""
    if _CHANGES.isdisjoint(element.keys()):
        return None
    return next((moment for name in _CHANGED_AT if (moment := instant(element.get(name)))), None)


@lru_cache(maxsize=1024)
def _may_state(names: tuple[str, ...]) -> bool:
    """Tell whether one of the attributes of an element may state an instant; most elements have the same few."""
    return any(name in _PROPERTIES or _is_of_instant(name) for name in names)


@lru_cache(maxsize=1024)
def _is_of_instant(name: str) -> bool:
    return _STATES.fullmatch(name) is not None and _CHANGED.search(name) is None


def stating(elements: Iterable[etree._Element], zone: Zone | None) -> list[etree._Element]:
    """Return the elements that state when, and not of what is quoted."""
    return [
        part
        for part in elements
        if _may_state(tuple(part.keys()))
        and ((part.tag in TIMES and part.get("datetime")) or stated(part, zone))
        and not is_quoted(part)
    ]


def day_of(element: etree._Element, shared: Set[etree._Element]) -> str | None:
    """Return the day that attributes state of an entry that only prints a clock, as ISO 8601.

    It may be its own, or that of a part above, but for those that are `shared` by all entries of the page:
    `<time datetime="2026-03-03">19:48</time>`, `<section data-date="2026-03-03">`, `<div id="day-2026-03-03">`.
    """
    own = (part for part in element.iter(*TIMES) if not is_quoted(part))
    above = takewhile(lambda part: part not in shared, islice(element.iterancestors(), _HIGHEST))
    return next((day for part in (*islice(own, 1), element, *above) if (day := stated_day(part))), None)


def stated_day(element: etree._Element) -> str | None:
    """Return the day that an attribute of `element` states, as ISO 8601."""
    for name, said in element.items():
        if (match := _DAY.search(str(said))) and (name == "id" or _STATES.fullmatch(str(name))):
            return match["day"]
    return None


def is_quoted(element: etree._Element) -> bool:
    """Tell whether a part of an entry stands in what this quotes, such as a post: a box with no other time in it."""
    is_in_quotation = False
    for above in islice(element.iterancestors(), _INSIDE):
        if above.tag in _QUOTING:
            return True
        if _QUOTED.says(above.get("class")):
            is_in_quotation = is_in_quotation or not (_has_others(above, element) or _is_of_a_row(above, element))
    return is_in_quotation


def _has_others(box: etree._Element, time: etree._Element) -> bool:
    """Tell whether a box has more times than one: a whole blog may be called embedded, too."""
    if len([*islice(box.iter(*TIMES), 2)]) > 1:
        return True
    name = time.get("class")
    return name is not None and len([*islice((one for one in box.iter(time.tag) if one.get("class") == name), 2)]) > 1


def _is_of_a_row(box: etree._Element, time: etree._Element) -> bool:
    """Tell whether others beside a box have a time made like its own, and a text: an entry that is called a post.

    Such a box may be named after what it shows, as those beside it are: `row-text`, `row-tweet`.
    """
    if not time.get("class") and time.tag not in TIMES:
        return False
    beside = (
        other
        for is_above in (True, False)
        for other in islice(box.itersiblings(box.tag, preceding=is_above), _BESIDE)
        if not _QUOTED.fits(other) and tag_and_class(time) in map(tag_and_class, other.iter(time.tag))
    )
    return len([*islice(filter(has_sentence, beside), _FEWEST_BESIDE)]) == _FEWEST_BESIDE


def has_sentence(element: etree._Element) -> bool:
    """Tell whether a text in an element ends like a sentence."""
    return any(ends_like_a_sentence(str(text).strip()) for text in element.itertext())


def instant(said: str | None, zone: Zone | None = None) -> Moment | None:
    """Return the instant that `said` is; None for a day, and for a clock that may be of any place."""
    if not said or (said.isdecimal() and not _UNIX.fullmatch(said)):
        return None
    try:
        moment = stamps.read(said, zone)
    except ValueError:
        return None
    return moment if moment.offset_source != "unknown" and moment.precision != "day" else None


def printing(elements: Iterable[etree._Element], times: PrintedReader) -> list[etree._Element]:
    """Return the elements that print a time, alone or with a name, and not one of what is quoted."""
    return [part for part in elements if _is_printed(part, times) and not is_quoted(part)]


def _is_printed(element: etree._Element, times: PrintedReader) -> bool:
    """Tell whether `element` is a short text that is a time and nothing else."""
    if element.tag in _NO_TEXT or (len(element) and len([*islice(element.iter(), _MOST_PARTS + 1)]) > _MOST_PARTS):
        return False
    inside = text_inside(element)
    if not inside or len(inside) > 2 * LONGEST_CREDIT or is_score(element):
        return False
    text = without_controls(line_of_time(element, times) if len(element) else spaced(inside))
    if len(text) > LONGEST_CREDIT:
        return False
    if not (has_digit(text) or may_be_spoken(text)):
        return 0 < len(text) <= _LONGEST_WORDS and titled(element, times) is not None
    said = text if len(text) <= LONGEST else times.split_change(text)[0]
    is_time = times.read(said) or (len(text) <= LONGEST and titled(element, times))
    if is_time or (element.tag in _HEADING and times.split(text)):
        return True
    credit = credited(text, times)
    return credit is not None and credit.printed is not None


def is_score(element: etree._Element) -> bool:
    """Tell whether the class of an element says that it is the score of a match."""
    return _SCORE.fits(element)


def line_of_time(element: etree._Element, times: PrintedReader) -> str:
    """Return the words of an element as one line; pieces with no blank between them are parted if that is a time."""
    text = line_without_buttons(element)
    if len(element) > 1 and len(text) <= LONGEST and has_digit(text) and times.read(text) is None:
        apart = words_apart(element)
        return apart if times.read(apart) else text
    return text


def line_without_buttons(element: etree._Element) -> str:
    """Return the words of an element as one line, but for those of the buttons beside them."""
    text = line_inside(element)
    if len(text) > LONGEST_CREDIT or not len(element) or "button" not in [part.tag for part in element[:]]:
        return text
    said = [
        element.text,
        *(piece for part in element for piece in (part.tag != "button" and line_inside(part), part.tail)),
    ]
    return spaced(" ".join(filter(None, said)))


def titled(element: etree._Element, times: PrintedReader) -> Printed | None:
    """Return the time with its day that is written for people behind a shown one, such as `2 hours ago`."""
    said = element.get("title") or element.get("aria-label") or ""
    printed = times.read(said)
    return printed if printed and printed.day else None


def stands_for_time(text: str) -> bool:
    """Tell whether words say that nobody knows when it was, or that it was later."""
    return len(text) <= _LONGEST_UNKNOWN and _UNKNOWN.fits(text.rstrip(" .:"))


def may_stand_for_time(text: str) -> bool:
    """Tell whether words may stand where others have their time: a few, and no sentence or number."""
    is_short = 0 < len(text) <= _LONGEST_UNKNOWN and not (has_digit(text) or ends_like_a_sentence(text))
    return is_short or stands_for_time(text)


def is_unclear(element: etree._Element, text: str) -> bool:
    """Tell whether an element that says no time stands for one, by its words or because it is called one."""
    return may_stand_for_time(text) and (_CALLED.fits(element) or stands_for_time(text))

"""What stands for a time and tells none, where others have theirs: `A little later`, `Time not recorded`."""

from lxml import etree

from ...markup.classes import ClassPattern, WordPattern
from ...text.shape import ends_like_a_sentence, has_digit

_SAID = WordPattern(
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
_LONGEST = 40  # characters


def stands_for_time(text: str) -> bool:
    """Tell whether words say that nobody knows when it was, or that it was later."""
    return len(text) <= _LONGEST and _SAID.fits(text.rstrip(" .:"))


def may_stand_for_time(text: str) -> bool:
    """Tell whether words may stand where others have their time: a few, and no sentence or number."""
    is_short = 0 < len(text) <= _LONGEST and not (has_digit(text) or ends_like_a_sentence(text))
    return is_short or stands_for_time(text)


def is_unclear(element: etree._Element, text: str) -> bool:
    """Tell whether an element that says no time stands for one, by its words or because it is called one."""
    return may_stand_for_time(text) and (_CALLED.fits(element) or stands_for_time(text))
